/**
 * A label's text, read as a person reads it: which words are ingredient names,
 * in which order and list, and which words are talk around them.
 */
import { cleanText } from './clean-text.js';
import { LONGEST_CODE } from './codes.js';
import { isFunction, isInformation, sectionAtEnd, sectionAtStart, type Announced } from './headings.js';
import type { AsideKind, ReadLabel } from './label.js';
import { ROLE } from './label-words.js';
import { Ledger } from './ledger.js';
import { mayEndName } from './name-shape.js';
import { placeIn } from './nth.js';
import { beginsStatement, CUT, cutIntoPieces, type Cut, type Pieces } from './pieces.js';
import { dropBlanks, isBlank, isDigitAt, isLower, isUpper, nextSignals, skipBlanks } from './places.js';
import { isMark, mayHoldMarks } from './printed-form.js';
import { onlyShare } from './shares.js';
import { isPurpose, speaks, talkIn } from './talk.js';
import { Words } from './words.js';

export type { AsideKind, ListState, PrintedName, ReadLabel, Section, SetAside } from './label.js';

/**
 * Reads the ingredient text of a label.
 *
 * Nothing is dropped: every letter and digit is part of a name or set aside
 * with the reason, but for an "and" between two names. In doubt words are kept
 * as a name, because a strange name is noticed later and a swallowed one is
 * not. No list is taken to begin at Water: an acid printed before it stays. The
 * text may be anything; this never throws and takes time linear in its length.
 *
 * @param text the ingredient text as printed, as copied, or as a shop exports it
 */
export function readLabel(text: string): ReadLabel {
  const clean = cleanText(text);
  const pieces = cutIntoPieces(clean.text);
  const ledger = new Ledger(clean, pieces);
  new Reader(clean.text, pieces, ledger).run();
  return ledger.close(text);
}

/** What is done with the rest of a statement once its talk has begun. */
interface Skip {
  readonly why: AsideKind;
  /** to the end of the statement, whatever follows; else only as long as talk follows */
  readonly toTheEnd: boolean;
}

/** Decides piece by piece what is printed there. A place is an index of the plain text; `at` is the index of a piece. */
class Reader {
  readonly #text: string;
  readonly #lower: string;
  readonly #pieces: Pieces;
  readonly #ledger: Ledger;
  /** words of the stretch in hand, and of pieces that are only glanced at */
  readonly #words: Words;
  readonly #glance: Words;
  /** a lower case letter tells nothing in a text that begins with one */
  readonly #startsLower: boolean;
  /** for each place where the next footnote mark stands, and the next "+/-" or "±"; absent where there is none */
  readonly #nextMark: Int32Array | undefined;
  readonly #nextPlusMinus: Int32Array | undefined;

  #skip: Skip | undefined;
  /** directions, warnings and highlights reach to the next heading */
  #chapter: AsideKind | undefined;
  #activeSeen = false;
  #inactiveSeen = false;
  #mayContainUntil = -1;
  #starBullets = false;
  /** the next piece begins with a house's division code */
  #divisionNext = false;

  constructor(text: string, pieces: Pieces, ledger: Ledger) {
    this.#text = text;
    this.#lower = pieces.lower;
    this.#pieces = pieces;
    this.#ledger = ledger;
    this.#words = new Words(pieces.lower, pieces.closing);
    this.#glance = new Words(pieces.lower, pieces.closing);
    this.#startsLower = isLower(/\p{L}/u.exec(text)?.[0] ?? '');
    if (mayHoldMarks(text)) this.#nextMark = nextSignals(text, (place) => this.#isMark(place));
    if (text.includes('±') || /\+ ?\//.test(text)) {
      this.#nextPlusMinus = nextSignals(text, (place) => this.#plusMinusEnd(place, text.length) > place);
    }
  }

  run(): void {
    const whole = this.#lower.trim();
    if (whole.length < LONGEST_PLACEHOLDER && PLACEHOLDERS.has(whole.replace(/[.!\s]+$/, ''))) {
      this.#ledger.aside(0, this.#text.length, 'PLACEHOLDER');
      return;
    }
    for (let at = 0; at < this.#pieces.count; at++) this.#piece(at);
  }

  // ---------- one piece ----------

  #piece(at: number): void {
    const text = this.#text;
    const pieces = this.#pieces;
    let cut = pieces.before(at);
    if (beginsStatement(cut)) this.#beginStatement(at, cut);
    if (this.#mayContainUntil >= 0 && pieces.start(at) > this.#mayContainUntil) {
      this.#ledger.section = 'LIST';
      this.#mayContainUntil = -1;
    }
    let start = skipBlanks(text, pieces.start(at), pieces.end(at));
    const end = dropBlanks(text, start, pieces.end(at));
    const names = this.#ledger.count;
    const empty = start === end;
    if (this.#divisionNext) start = this.#divisionCode(start, end, cut);
    while (start < end) {
      const note = this.#noteAt(start, end, at, cut);
      if (note !== start && beginsStatement(cut)) start = this.#afterStarBullet(start, end);
      if (note < 0) {
        this.#stretch(start, end, at, cut, pieces.colon(at));
        break;
      }
      this.#stretch(start, note, at, cut, false);
      start = skipBlanks(text, this.#note(note, end, at), end);
      cut = CUT.STOP;
    }
    if (pieces.cutOff(at) && (empty || this.#ledger.count > names)) this.#ledger.cutOff = true;
  }

  #beginStatement(at: number, cut: Cut): void {
    this.#skip = undefined;
    this.#ledger.beginStatement(cut === CUT.BULLET);
    if (cut === CUT.LINE && this.#chapter === 'MARKETING') this.#chapter = undefined;
    // "-Oils of sage, rose and thyme: soothe": all before the colon is one highlight
    if (cut === CUT.BULLET && this.#praisesAfterColon(at)) this.#skip = { why: 'MARKETING', toTheEnd: true };
  }

  /** Reads a stretch without footnotes: what stands before a "may contain", and what after. */
  #stretch(from: number, to: number, at: number, cut: Cut, colon: boolean): void {
    const start = skipBlanks(this.#text, from, to);
    const end = dropBlanks(this.#text, start, to);
    if (start === end) return;
    this.#words.read(start, end);
    const marker = this.#mayContainAt(start, end);
    if (marker === undefined) {
      this.#part(start, end, at, cut, colon);
      return;
    }
    if (marker.start > start) this.#part(start, dropBlanks(this.#text, start, marker.start), at, cut, false);
    this.#ledger.aside(marker.start, marker.end, 'HEADING');
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#ledger.section = 'MAY_CONTAIN';
    this.#mayContainUntil = this.#pieces.bracketEnd(at);
    const rest = skipBlanks(this.#text, marker.end, end);
    if (rest < end) this.#part(rest, end, at, CUT.COLON, colon);
  }

  /** Reads a part that is of one kind: a heading, talk, or names. */
  #part(start: number, end: number, at: number, cut: Cut, colon: boolean): void {
    const words = this.#words.read(start, end);
    if (colon) {
      this.#heading(start, end, at, cut);
      return;
    }
    const heading = beginsStatement(cut) || cut === CUT.COLON ? sectionAtStart(words) : undefined;
    if (heading === undefined) {
      this.#plain(start, end, at, cut);
      return;
    }
    const until = words.end(heading.to - 1);
    this.#open(heading.announces, start, until);
    const rest = skipBlanks(this.#text, until, end);
    if (rest < end) this.#plain(rest, end, at, CUT.COLON);
  }

  /** A part that is neither heading, footnote nor marker: names or talk. */
  #plain(start: number, end: number, at: number, cut: Cut): void {
    const words = this.#words.read(start, end);
    const begins = beginsStatement(cut) || cut === CUT.COLON;
    if (words.every(ROLE.WATER)) {
      // water is where most lists begin, so talk has ended here
      this.#skip = undefined;
      this.#chapter = undefined;
    }
    if (this.#chapter !== undefined) {
      if (this.#chapter === 'MARKETING' || !beginsStatement(cut) || !this.#looksLikeList(at)) {
        this.#talk(start, end, this.#chapter, at);
        return;
      }
      this.#chapter = undefined;
    }
    if (this.#skip !== undefined) {
      if (this.#skip.toTheEnd || this.#goesOn(start, words)) {
        this.#talk(start, end, this.#skip.why, at);
        return;
      }
      this.#skip = undefined;
    }
    if (this.#isTitleLine(words, at, cut)) {
      this.#title(start, end);
      return;
    }
    const talk = talkIn(words, start, begins, this.#ledger.count === 0);
    if (talk === undefined) {
      this.#ledger.names(start, end);
      return;
    }
    if (talk.from > start) this.#ledger.names(start, talk.from);
    this.#skip = { why: talk.why, toTheEnd: talk.toTheEnd || (this.#ledger.bulleted && begins) };
    this.#talk(talk.from, end, talk.why, at);
  }

  /** Sets talk aside, but for a list that begins in its midst: "… for a glow Water" before a comma. */
  #talk(start: number, end: number, why: AsideKind, at: number): void {
    const list = this.#listInside(start, end, at);
    this.#ledger.aside(start, list < 0 ? end : list, why);
    if (list < 0) return;
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#ledger.names(list, end);
  }

  /** Where a capital "Water" ends a sentence and begins a list, or −1. */
  #listInside(start: number, end: number, at: number): number {
    const words = this.#glance.read(start, end);
    const last = words.count - 1;
    if (last < 1 || !words.is(last, ROLE.WATER)) return -1;
    const place = words.start(last);
    // "thermal water", "in water", "Rose Water" belong to the sentence
    const previous = this.#text.charAt(words.start(last - 1));
    if (!isUpper(this.#text.charAt(place)) || words.is(last - 1, ROLE.SMALL) || isUpper(previous)) return -1;
    return this.#goesOnWithName(at + 1) && this.#goesOnWithName(at + 2) ? place : -1;
  }

  /** Whether talk goes on in the next piece of its statement. */
  #goesOn(start: number, words: Words): boolean {
    if (words.talk > 0 || words.small > 0) return true;
    if (words.is(0, ROLE.JOIN | ROLE.CLAIM)) return true;
    return !this.#startsLower && isLower(this.#text.charAt(start));
  }

  #isTalk(at: number): boolean {
    return speaks(this.#glance.read(this.#pieces.start(at), this.#pieces.end(at)));
  }

  /** Whether a piece goes on with its statement, and not with talk. */
  #goesOnWithName(at: number): boolean {
    return !this.#pieces.beginsStatement(at) && !this.#isTalk(at);
  }

  /** Whether a statement is a list by its looks: three pieces at least, and no talk. */
  #looksLikeList(at: number): boolean {
    const pieces = this.#pieces;
    for (let piece = at; piece < at + 3; piece++) {
      const partOf = piece === at ? piece < pieces.count : !pieces.beginsStatement(piece);
      if (!partOf || pieces.colon(piece) || this.#isTalk(piece)) return false;
    }
    return true;
  }

  #endsStatement(at: number): boolean {
    return this.#pieces.beginsStatement(at + 1);
  }

  // ---------- headings ----------

  #heading(start: number, end: number, at: number, cut: Cut): void {
    const words = this.#words;
    const begins = beginsStatement(cut) || cut === CUT.COLON;
    const section = sectionAtEnd(words);
    if (section !== undefined) {
      const from = words.start(section.from);
      const restEnd = dropBlanks(this.#text, start, from);
      if (restEnd > start) {
        // "Active Ingredients: Zinc Oxide 9%Ingredients:" has a name between two colons
        if (begins && !(cut === CUT.COLON && this.#ledger.section === 'ACTIVE')) this.#title(start, restEnd);
        else this.#namesThenHeading(start, restEnd);
      }
      this.#open(section.announces, from, end);
    } else if (words.has(ROLE.NEGATES) && talkIn(words, start, true, false)?.why === 'NEGATION') {
      this.#ledger.aside(start, end, 'NEGATION');
      this.#skip = { why: 'NEGATION', toTheEnd: true };
    } else if (begins) {
      this.#announcement(start, end, at);
    } else if (this.#skip === undefined) {
      this.#namesThenHeading(start, end);
    } else {
      this.#ledger.aside(start, end, this.#skip.why);
    }
  }

  /** A heading at the beginning of a statement, in words of its own: what follows tells what it is. */
  #announcement(start: number, end: number, at: number): void {
    const words = this.#words;
    const { bulleted, namesInList } = this.#ledger;
    const body = this.#bodyAfter(at);
    if (words.word(words.count - 1) === 'division') {
      this.#title(start, end);
      this.#divisionNext = true;
    } else if (!bulleted && isInformation(words)) {
      this.#ledger.aside(start, end, 'HEADING');
      this.#chapter = 'DISCLAIMER';
    } else if (body === 'SHARE' || body === 'PURPOSE') {
      this.#ledger.names(start, end);
    } else if (body === 'BULLETS' && words.has(ROLE.PRODUCT)) {
      this.#title(start, end);
    } else if (body === 'TALK' || body === 'BULLETS' || (bulleted && body !== 'LIST')) {
      this.#ledger.aside(start, end, 'MARKETING');
      this.#skip = { why: 'MARKETING', toTheEnd: bulleted };
    } else if (isFunction(words)) {
      this.#ledger.aside(start, end, 'HEADING');
      this.#chapter = undefined;
    } else if (readsAsName(words) && (namesInList === 0 || body !== 'LIST')) {
      this.#ledger.names(start, end);
    } else {
      this.#title(start, end);
    }
  }

  /** "…, Phenoxyethanol Night Cream:" holds a name that was never closed, then a heading. */
  #namesThenHeading(start: number, end: number): void {
    const words = this.#words.read(start, end);
    let names = 0;
    for (let index = 0; index < words.count && !words.is(index, ROLE.PRODUCT); index++) {
      if (words.bracketed(index) || mayEndName(words.word(index))) names = index + 1;
    }
    let roles = 0;
    for (let index = names; index < words.count; index++) roles |= words.roles(index);
    const product = (roles & ROLE.PRODUCT) !== 0;
    const severalWords = words.count > names + 1;
    const heading = product || (roles & ROLE.FUNCTION) !== 0 || (names > 0 && severalWords);
    if (names === words.count || !heading) {
      this.#ledger.names(start, end);
      return;
    }
    const rest = words.start(names);
    this.#ledger.names(start, rest);
    if (product || severalWords) this.#title(rest, end);
    else this.#ledger.aside(rest, end, 'HEADING');
  }

  /** Opens a list under a title, or gives the list in hand its title while it is still empty. */
  #title(start: number, end: number): void {
    this.#ledger.aside(start, end, 'HEADING');
    this.#openList();
    this.#ledger.title(start, end);
    this.#chapter = undefined;
    this.#skip = undefined;
  }

  /** "Night Cream" on a line of its own, above its list. */
  #isTitleLine(words: Words, at: number, cut: Cut): boolean {
    if (cut !== CUT.LINE && cut !== CUT.START) return false;
    const pieces = this.#pieces;
    const endsLine = at + 1 < pieces.count && pieces.before(at + 1) === CUT.LINE;
    return endsLine && words.count < 8 && TITLE_WORDS.has(words.word(words.count - 1));
  }

  #open(announced: Announced, start: number, end: number): void {
    const ledger = this.#ledger;
    this.#skip = undefined;
    this.#chapter = undefined;
    ledger.aside(start, end, announced === 'HIGHLIGHTS' ? 'MARKETING' : 'HEADING');
    switch (announced) {
      case 'HIGHLIGHTS':
        this.#chapter = 'MARKETING';
        return;
      case 'ACTIVE':
        // a second panel of actives belongs to the next product of a kit
        if (this.#activeSeen && this.#inactiveSeen) this.#openList();
        ledger.drugFacts = true;
        this.#activeSeen = true;
        ledger.section = 'ACTIVE';
        return;
      case 'DRUG_FACTS':
        ledger.drugFacts = true;
        return;
      case 'INACTIVE':
        ledger.drugFacts = true;
        if (!this.#activeSeen) ledger.markActives();
        break;
      case 'ALL':
        if (ledger.section !== 'ACTIVE') this.#openList();
        break;
      case 'OTHER':
    }
    this.#inactiveSeen = true;
    ledger.section = 'LIST';
  }

  #openList(): void {
    this.#mayContainUntil = -1;
    if (!this.#ledger.openList()) return;
    this.#inactiveSeen = false;
    this.#activeSeen = false;
  }

  /** What follows a colon in the same statement. */
  #bodyAfter(at: number): 'LIST' | 'NAMES' | 'TALK' | 'BULLETS' | 'SHARE' | 'PURPOSE' | 'NOTHING' {
    const pieces = this.#pieces;
    const first = at + 1;
    if (first >= pieces.count) return 'NOTHING';
    if (pieces.before(first) === CUT.BULLET) return 'BULLETS';
    if (pieces.before(first) !== CUT.COLON) return 'NAMES';
    const start = pieces.start(first);
    if (onlyShare(this.#text, start, Math.min(pieces.end(first), start + 40))) return 'SHARE';
    if (this.#isTalk(first)) return 'TALK';
    if (isPurpose(this.#glance) && this.#endsStatement(first)) return 'PURPOSE';
    return this.#looksLikeList(first) ? 'LIST' : 'NAMES';
  }

  /** Whether a bulleted statement has a colon with no list after it. */
  #praisesAfterColon(at: number): boolean {
    const pieces = this.#pieces;
    for (let next = at + 1; !pieces.beginsStatement(next) && !pieces.colon(next - 1); next++) {
      if (pieces.colon(next)) return this.#bodyAfter(next) === 'TALK';
    }
    return false;
  }

  /** "Ab (House)" after "Division:" is a code; gives the place where the label goes on. */
  #divisionCode(start: number, end: number, cut: Cut): number {
    this.#divisionNext = false;
    const close = this.#text.slice(start, Math.min(end, start + LONGEST_CODE)).indexOf(')');
    if (cut !== CUT.COLON || close < 0) return start;
    this.#ledger.aside(start, start + close + 1, 'CODE');
    return skipBlanks(this.#text, start + close + 1, end);
  }

  // ---------- "may contain" ----------

  #mayContainAt(start: number, end: number): { start: number; end: number } | undefined {
    let from = -1;
    if (this.#words.has(ROLE.MAYBE)) {
      const may = this.#words.start(this.#words.first(ROLE.MAYBE));
      if (this.#markerEnd(may, end) > may) from = may;
    }
    const plusMinus = this.#nextPlusMinus === undefined ? end : placeIn(this.#nextPlusMinus, start);
    if (plusMinus < end && (from < 0 || plusMinus < from)) from = plusMinus;
    if (from < 0) return undefined;
    let to = from;
    for (let next = this.#markerEnd(to, end); next > to; next = this.#markerEnd(to, end)) {
      to = this.#afterSigns(next, end);
    }
    while (from > start && MARKER_SIGNS.includes(this.#text.charAt(from - 1))) from--;
    return /^\s*(?:traces?|nuts?)\b/.test(this.#lower.slice(to, to + 10)) ? undefined : { start: from, end: to };
  }

  /** The place after a marker that stands at a place, or that place itself. */
  #markerEnd(place: number, end: number): number {
    const lower = this.#lower;
    if (lower[place] === '±' || lower[place] === '+') return this.#plusMinusEnd(place, end);
    const words = MAY_CONTAIN.find((marker) => lower.startsWith(marker, place));
    return words === undefined || place + words.length > end ? place : place + words.length;
  }

  /** The same for "+/-" and "±" alone. */
  #plusMinusEnd(place: number, end: number): number {
    const text = this.#text;
    if (text[place] === '±') return place + 1;
    if (text[place] !== '+') return place;
    let next = skipBlanks(text, place + 1, end);
    if (text[next] !== '/') return place;
    next = skipBlanks(text, next + 1, end);
    return text[next] === '-' ? next + 1 : next;
  }

  #afterSigns(place: number, end: number): number {
    let next = place;
    while (next < end && MARKER_SIGNS.includes(this.#text.charAt(next))) next++;
    return next;
  }

  // ---------- footnotes ----------

  /** Where a footnote begins in a stretch, or −1. */
  #noteAt(start: number, end: number, at: number, cut: Cut): number {
    if (this.#nextMark === undefined) return -1;
    let mark = placeIn(this.#nextMark, start);
    while (mark < end) {
      const after = this.#afterMarks(mark, end);
      if (this.#isNote(mark, after, start, end, at, cut)) return mark;
      mark = placeIn(this.#nextMark, after);
    }
    return -1;
  }

  /** A footnote mark; a plus is one only before a word, where it begins a footnote. */
  #isMark(place: number): boolean {
    const text = this.#text;
    return isMark(text, place) || (text[place] === '+' && !'/ '.includes(text[place + 1] ?? ' '));
  }

  #afterMarks(place: number, end: number): number {
    let after = place + 1;
    while (after < end && this.#isMark(after)) after++;
    return after;
  }

  /** Whether a run of marks explains itself ("*Organic.") rather than marking a name. */
  #isNote(mark: number, after: number, start: number, end: number, at: number, cut: Cut): boolean {
    const { count } = this.#ledger;
    const textAt = skipBlanks(this.#text, after, end);
    if (mark > start && !isBlank(this.#text, mark - 1)) {
      // "Lavender Oil** Essential Oil": the mark's own footnote, with nothing between
      const apart = textAt > after && !this.#isMark(textAt);
      return apart && count > 1 && this.#endsStatement(at) && this.#explains(textAt, end);
    }
    const known = this.#ledger.hasSeen(this.#text.slice(mark, after));
    if (mark > start) {
      if (textAt === end) return known && this.#pieces.colon(at);
      return known || (count > 1 && this.#explains(textAt, end));
    }
    if (textAt === end) return false;
    const explains = this.#explains(textAt, end);
    const short = end - textAt < LONGEST_NOTE && this.#glance.read(textAt, end).count <= 5;
    const alone = explains && short && this.#endsStatement(at);
    if (!beginsStatement(cut) && cut !== CUT.COLON) return known && alone;
    // footnotes follow one another
    if (cut === CUT.STOP && this.#ledger.lastAside === 'FOOTNOTE') return true;
    if (count === 0) return alone;
    if (known || (!this.#starBullets && (explains || (cut === CUT.STOP && count > 2)))) return true;
    this.#starBullets = true;
    this.#ledger.bulleted = true;
    return false;
  }

  /** Whether the words after a mark are such as explain marks: "organic", "100% natural fragrance". */
  #explains(textAt: number, end: number): boolean {
    const words = this.#glance.read(textAt, Math.min(end, textAt + LONGEST_NOTE_WORD));
    return words.is(isDigitAt(this.#text, textAt) ? 1 : 0, ROLE.NOTE);
  }

  /** "* Water" at the beginning of a line: a star, a blank and no footnote is a bullet. */
  #afterStarBullet(start: number, end: number): number {
    if (!this.#isMark(start)) return start;
    const after = this.#afterMarks(start, end);
    if (!isBlank(this.#text, after) || (this.#ledger.count > 0 && !this.#starBullets)) return start;
    this.#starBullets = true;
    this.#ledger.bulleted = true;
    return skipBlanks(this.#text, after, end);
  }

  /** Takes a footnote down; gives the place where the label goes on. */
  #note(start: number, end: number, at: number): number {
    const after = this.#afterMarks(start, end);
    const textAt = skipBlanks(this.#text, after, end);
    const next = this.#noteAt(textAt, end, at, CUT.COMMA);
    let until = next < 0 ? end : next;
    const words = this.#glance.read(textAt, until);
    const sentence = words.first(ROLE.OPENER);
    if (sentence > 0) until = words.start(sentence);
    this.#ledger.footnote(this.#text.slice(start, after), start, textAt, until);
    // "*Organic oils: Rose Oil, …" names what is inside; "*: Organic" is still to be explained
    const toTheEnd = textAt >= until;
    const goesOn = toTheEnd || (until === end && !this.#pieces.colon(at));
    this.#skip = goesOn ? { why: 'FOOTNOTE', toTheEnd } : undefined;
    return until;
  }
}

const LONGEST_PLACEHOLDER = 60;
const LONGEST_NOTE = 60;
const LONGEST_NOTE_WORD = 24;
const MARKER_SIGNS = ' \n/:()[]-+±';
const MAY_CONTAIN = [
  'may also contain',
  'may contain',
  'maycontain',
  'peut contenir',
  'kann enthalten',
  'puede contener',
  'può contenere',
  'puo contenere',
  'pode conter',
];

/** Words that close a product's name and no ingredient's. */
const TITLE_WORDS: ReadonlySet<string> = new Set([
  ...['serum', 'cream', 'crème', 'lotion', 'cleanser', 'toner', 'mask', 'moisturizer', 'moisturiser', 'treatment'],
  ...['mist', 'scrub', 'shampoo', 'conditioner', 'foundation', 'primer'],
]);

/** Whole texts that shops write where a list should stand. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['#name?', '#ref!', '#ref', '#value!', '#value', '#n/a', '#div/0!', '#div/0', '#null!', '#null'],
  ...['n/a', 'na', 'n.a', 'none', 'null', 'nan', 'nil', 'undefined', 'unknown', 'tbd', 'tba', 'tbc', 'unavailable'],
  ...['ingredients', 'false', 'true', 'no', 'yes', '0', 'x', 'xx', 'xxx', 'test'],
  ...['no info', 'no information', 'not available', 'not listed', 'not specified'],
  ...['see pack', 'on pack'],
  ...['see description', 'see above', 'see below', 'nicht verfügbar', 'siehe verpackung', 'voir emballage'],
]);

/** Whether a heading is so short and so like a name that it has to count as one. */
function readsAsName(words: Words): boolean {
  const last = words.word(words.count - 1);
  const short = words.count > 0 && words.count <= 3;
  return short && !words.has(ROLE.PRODUCT | ROLE.TALK) && !isDigitAt(last, 0) && mayEndName(last);
}
