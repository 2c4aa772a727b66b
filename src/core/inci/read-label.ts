/**
 * A label's text, read as a person reads it: which words are ingredient names,
 * in which order and list, and which words are talk around them.
 */
import { nth } from './nth.js';
import { cleanText, type CleanText, type Mended } from './clean-text.js';
import { codeStart, LONGEST_CODE, mayHoldCodes } from './codes.js';
import { isFunction, isInformation, sectionAtEnd, sectionAtStart, type Announced } from './headings.js';
import { ROLE } from './label-words.js';
import { listState, type Found } from './list-state.js';
import { mayEndName, onlyContinues } from './name-shape.js';
import { beginsStatement, cutIntoPieces, type Cut, type Piece, type Pieces } from './pieces.js';
import { MARKS, marksOf, mayHoldMarks, printedForm, singleMarks } from './printed-form.js';
import { onlyShare, shareAt } from './shares.js';
import { isPurpose, speaks, talkIn, type TalkKind } from './talk.js';
import { isWordCode, Words } from './words.js';

/** Where in a list a name stands: among all, among a drug's actives, or after "may contain". */
export type Section = 'LIST' | 'ACTIVE' | 'MAY_CONTAIN';

/** A name as the label prints it; what it means is for `tagging`. */
export interface PrintedName {
  /** as printed, on one line, without footnote marks and percentages */
  readonly printed: string;
  /** 1-based place in its list; a name printed twice counts twice */
  readonly position: number;
  /** half-open span in the original text, in UTF-16 units; holds marks and percentages too */
  readonly start: number;
  readonly end: number;
  /** 0-based index of its list in `lists`; a kit has several */
  readonly list: number;
  readonly section: Section;
  /** printed percentage as a share of the product, 0…1 */
  readonly declaredShare?: number;
  /** footnote marks, as printed: "*", "**", "*+" */
  readonly marks?: string;
  /** a footnote says that one of these marks means fragrance */
  readonly fragranceMark?: boolean;
}

/**
 * LISTED: an ingredient list that closes. INCOMPLETE: it is cut, or only
 * highlights are given. MISSING: nothing that could be a list.
 */
export type ListState = 'LISTED' | 'INCOMPLETE' | 'MISSING';

export type AsideKind = TalkKind | 'FOOTNOTE' | 'HEADING' | 'CODE' | 'MARKUP';

/** Words of the label that were read as no ingredient name. */
export interface SetAside {
  readonly text: string;
  /** half-open span in the original text, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  readonly why: AsideKind;
}

export interface ReadLabel {
  /** in printed order */
  readonly names: readonly PrintedName[];
  readonly lists: readonly { readonly title?: string }[];
  readonly state: ListState;
  /** headings tell active from inactive ingredients: order says nothing then */
  readonly drugFacts: boolean;
  /** in printed order */
  readonly setAside: readonly SetAside[];
  /** one sentence for each kind of thing that was set aside or mended */
  readonly warnings: readonly string[];
}

/**
 * Reads the ingredient text of a label.
 *
 * Nothing is dropped: every letter and digit is part of a name or set aside
 * with the reason. In doubt words are kept as a name, because a strange name is
 * noticed later and a swallowed one is not. No list is taken to begin at Water:
 * an acid printed before it stays. The text may be anything; this never throws
 * and takes time linear in its length.
 *
 * @param text the ingredient text as printed, as copied, or as a shop exports it
 */
export function readLabel(text: string): ReadLabel {
  const reader = new Reader(cleanText(text));
  reader.run();
  return reader.result(text);
}

/** A name while its list is still being read; places are those of the plain text. */
interface Draft {
  readonly printed: string;
  readonly start: number;
  end: number;
  readonly list: number;
  section: Section;
  share: number | undefined;
  readonly marks: string;
  /** stands after a bullet that begins a line: perhaps only a highlight */
  readonly bulleted: boolean;
}

interface Aside {
  readonly start: number;
  end: number;
  readonly why: AsideKind;
}

/** What is done with the rest of a statement once its talk has begun. */
interface Skip {
  readonly why: AsideKind;
  /** to the end of the statement, whatever follows; else only as long as talk follows */
  readonly toTheEnd: boolean;
}

class Reader {
  readonly #clean: CleanText;
  readonly #text: string;
  readonly #lower: string;
  readonly #cut: Pieces;
  /** a lower case letter tells nothing in a text that begins with one */
  readonly #startsLower: boolean;
  readonly #hasMarks: boolean;
  /** where a mark stands, and where "+/-" or "±" does; in order */
  readonly #markPlaces: readonly number[];
  readonly #plusMinusPlaces: readonly number[];
  readonly #hasCodes: boolean;
  readonly #hasPercents: boolean;
  /** words of the stretch in hand, and of pieces that are only glanced at */
  readonly #words: Words;
  readonly #glance: Words;

  #names: Draft[] = [];
  readonly #asides: Aside[] = [];
  readonly #titles: (string | undefined)[] = [undefined];
  /** whether the footnotes of a mark speak of fragrance, by mark, and by list and mark */
  readonly #notes = new Map<string, boolean>();
  readonly #marksSeen = new Set<string>();

  #list = 0;
  #namesInList = 0;
  #activeSeen = false;
  #inactiveSeen = false;
  #drugFacts = false;
  #section: Section = 'LIST';
  #mayContainUntil = -1;
  #skip: Skip | undefined;
  /** directions, warnings and highlights reach to the next heading */
  #chapter: AsideKind | undefined;
  #cutOff = false;
  /** a product was announced whose list has not come yet */
  #announced = false;
  #listless = false;
  #bulleted = false;
  #starBullets = false;
  /** the next piece begins with a house's division code */
  #divisionNext = false;
  /** the footnote mark whose text comes after a colon */
  #openNote: string | undefined;
  /** the last thing written down belongs to the statement in hand */
  #joinAside = false;

  constructor(clean: CleanText) {
    const { text } = clean;
    this.#clean = clean;
    this.#text = text;
    this.#cut = cutIntoPieces(text);
    this.#lower = this.#cut.lower;
    this.#words = new Words(this.#lower, this.#cut.closing);
    this.#glance = new Words(this.#lower, this.#cut.closing);
    const firstLetter = /\p{L}/u.exec(text)?.[0] ?? '';
    this.#startsLower = isLower(firstLetter);
    this.#hasMarks = mayHoldMarks(text);
    this.#markPlaces = this.#hasMarks ? this.#placesOf((at) => this.#isMark(at)) : [];
    const plusMinus = text.includes('±') || /\+ ?\//.test(text);
    this.#plusMinusPlaces = plusMinus ? this.#placesOf((at) => this.#markerEnd(at, text.length) > at) : [];
    this.#hasCodes = mayHoldCodes(text);
    this.#hasPercents = text.includes('%') || this.#lower.includes('per');
  }

  run(): void {
    const whole = this.#lower.trim();
    if (whole.length < LONGEST_PLACEHOLDER && PLACEHOLDERS.has(whole.replace(/[.!\s]+$/, ''))) {
      this.#aside(0, this.#text.length, 'PLACEHOLDER');
      return;
    }
    const { pieces } = this.#cut;
    for (let at = 0; at < pieces.length; at++) this.#piece(nth(pieces, at), at);
  }

  // ---------- one piece ----------

  #piece(piece: Piece, at: number): void {
    if (beginsStatement(piece.before)) this.#beginStatement(piece, at);
    if (this.#mayContainUntil >= 0 && piece.start > this.#mayContainUntil) {
      this.#section = 'LIST';
      this.#mayContainUntil = -1;
    }
    let start = this.#skipBlanks(piece.start, piece.end);
    const end = this.#dropBlanks(start, piece.end);
    const before = this.#names.length;
    const empty = start === end;
    if (this.#divisionNext) start = this.#divisionCode(start, end, piece.before);
    let cut: Cut = piece.before;
    while (start < end) {
      const note = this.#hasMarks ? this.#noteAt(start, end, at, cut) : -1;
      if (note !== start && beginsStatement(cut)) start = this.#afterStarBullet(start, end);
      if (note < 0) {
        this.#stretch(start, end, piece, at, cut, piece.colon);
        break;
      }
      this.#stretch(start, note, piece, at, cut, false);
      start = this.#skipBlanks(this.#note(note, end, piece, at), end);
      cut = 'STOP';
    }
    if (piece.cutOff && (empty || this.#names.length > before)) this.#cutOff = true;
  }

  /** "* Water" at the beginning of a line: a star, a blank and no footnote is a bullet. */
  #afterStarBullet(start: number, end: number): number {
    if (!this.#hasMarks || !this.#isMark(start)) return start;
    const after = this.#afterMarks(start, end);
    if (!this.#isBlank(after) || (this.#names.length > 0 && !this.#starBullets)) return start;
    this.#starBullets = true;
    this.#bulleted = true;
    return this.#skipBlanks(after, end);
  }

  #beginStatement(piece: Piece, at: number): void {
    this.#skip = undefined;
    this.#joinAside = false;
    this.#bulleted = piece.before === 'BULLET';
    if (piece.before === 'LINE' && this.#chapter === 'MARKETING') this.#chapter = undefined;
    // "-Oils of sage, rose and thyme: soothe": all before the colon is one highlight
    if (this.#bulleted && this.#praisesAfterColon(at)) this.#skip = { why: 'MARKETING', toTheEnd: true };
  }

  /** Reads a stretch without footnotes: what stands before a "may contain", and what after. */
  #stretch(from: number, to: number, piece: Piece, at: number, cut: Cut, colon: boolean): void {
    const start = this.#skipBlanks(from, to);
    const end = this.#dropBlanks(start, to);
    if (start === end) return;
    this.#words.read(start, end);
    const marker = this.#mayContainAt(start, end);
    if (marker === undefined) {
      this.#part(start, end, at, cut, colon);
      return;
    }
    if (marker.start > start) {
      this.#words.read(start, marker.start);
      this.#part(start, this.#dropBlanks(start, marker.start), at, cut, false);
    }
    this.#aside(marker.start, marker.end, 'HEADING');
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#section = 'MAY_CONTAIN';
    this.#mayContainUntil = piece.bracketEnd;
    const rest = this.#skipBlanks(marker.end, end);
    if (rest === end) return;
    this.#words.read(rest, end);
    this.#part(rest, end, at, 'COLON', colon);
  }

  /** Reads a part that is of one kind: a heading, talk, or names. Its words have been read. */
  #part(start: number, end: number, at: number, cut: Cut, colon: boolean): void {
    if (colon) {
      this.#heading(start, end, at, cut);
      return;
    }
    const heading = beginsStatement(cut) || cut === 'COLON' ? sectionAtStart(this.#words) : undefined;
    if (heading === undefined) {
      this.#plain(start, end, at, cut);
      return;
    }
    const until = this.#words.end(heading.to - 1);
    this.#open(heading.announces, start, until);
    const rest = this.#skipBlanks(until, end);
    if (rest === end) return;
    this.#words.read(rest, end);
    this.#plain(rest, end, at, 'COLON');
  }

  /** A part that is neither heading, footnote nor marker: names or talk. */
  #plain(start: number, end: number, at: number, cut: Cut): void {
    const words = this.#words;
    const begins = beginsStatement(cut) || cut === 'COLON';
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
    const talk = talkIn(words, start, begins, this.#names.length === 0);
    if (talk === undefined) {
      this.#namesIn(start, end);
      return;
    }
    if (talk.from > start) this.#namesIn(start, talk.from);
    this.#skip = { why: talk.why, toTheEnd: talk.toTheEnd || (this.#bulleted && begins) };
    this.#talk(talk.from, end, talk.why, at);
  }

  /** Sets talk aside, but for a list that begins in its midst: "… for a glow Water" before a comma. */
  #talk(start: number, end: number, why: AsideKind, at: number): void {
    const list = this.#listInside(start, end, at);
    this.#aside(start, list < 0 ? end : list, why);
    if (list < 0) return;
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#namesIn(list, end);
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
    const next = this.#cut.pieces.slice(at + 1, at + 3);
    const listed = next.length === 2 && next.every((piece) => !beginsStatement(piece.before) && !this.#isTalk(piece));
    return listed ? place : -1;
  }

  /** Whether talk goes on in the next piece of its statement. */
  #goesOn(start: number, words: Words): boolean {
    if (words.talk > 0 || words.small > 0) return true;
    if (words.is(0, ROLE.JOIN | ROLE.CLAIM)) return true;
    return !this.#startsLower && isLower(this.#text.charAt(start));
  }

  #isTalk(piece: Piece): boolean {
    return speaks(this.#glance.read(piece.start, piece.end));
  }

  /** Whether a statement is a list by its looks: three pieces at least, and no talk. */
  #looksLikeList(at: number): boolean {
    const pieces = this.#cut.pieces.slice(at, at + 3);
    return (
      pieces.length === 3 &&
      pieces.every(
        (piece, index) => (index === 0 || !beginsStatement(piece.before)) && !piece.colon && !this.#isTalk(piece),
      )
    );
  }

  // ---------- headings ----------

  #heading(start: number, end: number, at: number, cut: Cut): void {
    const words = this.#words;
    const begins = beginsStatement(cut) || cut === 'COLON';
    const section = sectionAtEnd(words);
    if (section !== undefined) {
      const from = words.start(section.from);
      const restEnd = this.#dropBlanks(start, from);
      if (restEnd > start) {
        // "Active Ingredients: Zinc Oxide 9%Ingredients:" has a name between two colons
        if (begins && !(cut === 'COLON' && this.#section === 'ACTIVE')) this.#title(start, restEnd);
        else this.#namesThenHeading(start, restEnd);
      }
      this.#open(section.announces, from, end);
      return;
    }
    if (words.has(ROLE.NEGATES) && talkIn(words, start, true, false)?.why === 'NEGATION') {
      this.#aside(start, end, 'NEGATION');
      this.#skip = { why: 'NEGATION', toTheEnd: true };
      return;
    }
    if (!begins) {
      if (this.#skip === undefined) this.#namesThenHeading(start, end);
      else this.#aside(start, end, this.#skip.why);
      return;
    }
    const body = this.#bodyAfter(at);
    if (words.word(words.count - 1) === 'division') {
      this.#title(start, end);
      this.#divisionNext = true;
    } else if (!this.#bulleted && isInformation(words)) {
      this.#aside(start, end, 'HEADING');
      this.#chapter = 'DISCLAIMER';
    } else if (body === 'SHARE' || body === 'PURPOSE') {
      this.#namesIn(start, end);
    } else if (body === 'BULLETS' && words.has(ROLE.PRODUCT)) {
      this.#title(start, end);
    } else if (body === 'TALK' || body === 'BULLETS' || (this.#bulleted && body !== 'LIST')) {
      this.#aside(start, end, 'MARKETING');
      this.#skip = { why: 'MARKETING', toTheEnd: this.#bulleted };
    } else if (isFunction(words)) {
      this.#aside(start, end, 'HEADING');
      this.#chapter = undefined;
    } else if (readsAsName(words) && (this.#namesInList === 0 || body !== 'LIST')) {
      this.#namesIn(start, end);
    } else {
      this.#title(start, end);
    }
  }

  /** "…, Phenoxyethanol Night Cream:" holds a name that was never closed, then a heading. */
  #namesThenHeading(start: number, end: number): void {
    const words = this.#words.read(start, end);
    let names = 0;
    for (let at = 0; at < words.count && !words.is(at, ROLE.PRODUCT); at++) {
      if (words.bracketed(at) || mayEndName(words.word(at))) names = at + 1;
    }
    let roles = 0;
    for (let at = names; at < words.count; at++) roles |= words.roles(at);
    const product = (roles & ROLE.PRODUCT) !== 0;
    const severalWords = words.count > names + 1;
    const heading = product || (roles & ROLE.FUNCTION) !== 0 || (names > 0 && severalWords);
    if (names === words.count || !heading) {
      this.#namesIn(start, end);
      return;
    }
    const rest = words.start(names);
    this.#namesIn(start, rest);
    if (product || severalWords) this.#title(rest, end);
    else this.#aside(rest, end, 'HEADING');
  }

  /** Opens a list under a title, or gives the list in hand its title while it is still empty. */
  #title(start: number, end: number): void {
    this.#aside(start, end, 'HEADING');
    this.#openList();
    const title = this.#text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/ ?Division$/, '');
    this.#titles[this.#list] = title === '' ? undefined : title;
    this.#announced = this.#glance.read(start, end).has(ROLE.PRODUCT);
    this.#chapter = undefined;
    this.#skip = undefined;
  }

  /** "Night Cream" on a line of its own, above its list. */
  #isTitleLine(words: Words, at: number, cut: Cut): boolean {
    if (cut !== 'LINE' && cut !== 'START') return false;
    const next = this.#cut.pieces[at + 1];
    return next?.before === 'LINE' && words.count < 8 && TITLE_WORDS.has(words.word(words.count - 1));
  }

  #open(announced: Announced, start: number, end: number): void {
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#aside(start, end, announced === 'HIGHLIGHTS' ? 'MARKETING' : 'HEADING');
    switch (announced) {
      case 'HIGHLIGHTS':
        this.#chapter = 'MARKETING';
        return;
      case 'ACTIVE':
        // a second panel of actives belongs to the next product of a kit
        if (this.#activeSeen && this.#inactiveSeen) this.#openList();
        this.#drugFacts = true;
        this.#activeSeen = true;
        this.#section = 'ACTIVE';
        return;
      case 'DRUG_FACTS':
        this.#drugFacts = true;
        return;
      case 'INACTIVE':
        this.#drugFacts = true;
        if (!this.#activeSeen) this.#markActives();
        break;
      case 'ALL':
        if (this.#section !== 'ACTIVE') this.#openList();
        break;
      case 'OTHER':
    }
    this.#inactiveSeen = true;
    this.#section = 'LIST';
  }

  /** "Octocrylene 9%. Inactive Ingredients:" needed no heading to tell the actives. */
  #markActives(): void {
    const names = this.#names.slice(this.#names.length - this.#namesInList);
    if (names.every((name) => name.share !== undefined)) for (const name of names) name.section = 'ACTIVE';
  }

  #openList(): void {
    this.#section = 'LIST';
    this.#mayContainUntil = -1;
    if (this.#namesInList === 0) return;
    this.#list++;
    this.#titles.push(undefined);
    this.#namesInList = 0;
    this.#inactiveSeen = false;
    this.#activeSeen = false;
  }

  /** What follows a colon in the same statement. */
  #bodyAfter(at: number): 'LIST' | 'NAMES' | 'TALK' | 'BULLETS' | 'SHARE' | 'PURPOSE' | 'NOTHING' {
    const { pieces } = this.#cut;
    const first = pieces[at + 1];
    if (first === undefined) return 'NOTHING';
    if (first.before === 'BULLET') return 'BULLETS';
    if (first.before !== 'COLON') return 'NAMES';
    if (onlyShare(this.#text.slice(first.start, Math.min(first.end, first.start + 40)))) return 'SHARE';
    if (this.#isTalk(first)) return 'TALK';
    if (isPurpose(this.#glance) && this.#endsStatement(at + 1)) return 'PURPOSE';
    return this.#looksLikeList(at + 1) ? 'LIST' : 'NAMES';
  }

  /** Whether a bulleted statement has a colon with no list after it. */
  #praisesAfterColon(at: number): boolean {
    const { pieces } = this.#cut;
    for (let next = at + 1; next < pieces.length; next++) {
      const piece = nth(pieces, next);
      if (beginsStatement(piece.before)) return false;
      if (nth(pieces, next - 1).colon) return false;
      if (piece.colon) return this.#bodyAfter(next) === 'TALK';
    }
    return false;
  }

  /** "Ab (House)" after "Division:" is a code; gives the place where the label goes on. */
  #divisionCode(start: number, end: number, cut: Cut): number {
    this.#divisionNext = false;
    const close = this.#text.slice(start, Math.min(end, start + LONGEST_CODE)).indexOf(')');
    if (cut !== 'COLON' || close < 0) return start;
    this.#aside(start, start + close + 1, 'CODE');
    return this.#skipBlanks(start + close + 1, end);
  }

  // ---------- "may contain" ----------

  #mayContainAt(start: number, end: number): { start: number; end: number } | undefined {
    let from = -1;
    if (this.#words.has(ROLE.MAYBE)) {
      const may = this.#words.start(this.#words.first(ROLE.MAYBE));
      if (this.#markerEnd(may, end) > may) from = may;
    }
    const plusMinus = firstFrom(this.#plusMinusPlaces, start);
    if (plusMinus < end && (from < 0 || plusMinus < from)) from = plusMinus;
    if (from < 0) return undefined;
    let to = from;
    for (let next = this.#markerEnd(to, end); next > to; next = this.#markerEnd(to, end))
      to = this.#afterSigns(next, end);
    while (from > start && MARKER_SIGNS.includes(this.#text.charAt(from - 1))) from--;
    return /^\s*(?:traces?|nuts?)\b/.test(this.#lower.slice(to, to + 10)) ? undefined : { start: from, end: to };
  }

  /** The place after a marker that stands at `at`, or `at` itself. */
  #markerEnd(at: number, end: number): number {
    const lower = this.#lower;
    if (lower[at] === '±') return at + 1;
    if (lower[at] === '+') {
      let next = this.#skipBlanks(at + 1, end);
      if (lower[next] !== '/') return at;
      next = this.#skipBlanks(next + 1, end);
      return lower[next] === '-' ? next + 1 : next;
    }
    const words = MAY_CONTAIN.find((marker) => lower.startsWith(marker, at));
    return words === undefined || at + words.length > end ? at : at + words.length;
  }

  #afterSigns(at: number, end: number): number {
    let next = at;
    while (next < end && MARKER_SIGNS.includes(this.#text.charAt(next))) next++;
    return next;
  }

  // ---------- footnotes ----------

  /** Where a footnote begins in a stretch, or −1. */
  #noteAt(start: number, end: number, at: number, cut: Cut): number {
    for (let place = firstFrom(this.#markPlaces, start); place < end;) {
      const after = this.#afterMarks(place, end);
      if (this.#isNote(place, after, start, end, at, cut)) return place;
      place = firstFrom(this.#markPlaces, after);
    }
    return -1;
  }

  #placesOf(stands: (at: number) => boolean): number[] {
    const places: number[] = [];
    for (let at = 0; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      const letter = (code >= 0x61 && code <= 0x7a) || code === 0x20;
      if (!letter && SIGNS.has(code) && stands(at)) places.push(at);
    }
    return places;
  }

  /** A footnote mark; a plus is one only before a word, where it begins a footnote. */
  #isMark(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return MARKS.has(code) || (code === PLUS && !'/ '.includes(this.#text[at + 1] ?? ' '));
  }

  #afterMarks(at: number, end: number): number {
    let after = at + 1;
    while (after < end && this.#isMark(after)) after++;
    return after;
  }

  /** Whether a run of marks explains itself ("*Organic.") rather than marking a name. */
  #isNote(mark: number, after: number, start: number, end: number, at: number, cut: Cut): boolean {
    const textAt = this.#skipBlanks(after, end);
    const blankBefore = mark === start || this.#isBlank(mark - 1);
    if (!blankBefore) {
      // "Lavender Oil** Essential Oil": the mark's own footnote, with nothing between
      const apart = textAt > after && !this.#isMark(textAt);
      return apart && this.#names.length > 1 && this.#endsStatement(at) && this.#explains(textAt, end);
    }
    const known = this.#marksSeen.has(this.#text.slice(mark, after));
    if (mark > start) {
      if (textAt === end) return known && nth(this.#cut.pieces, at).colon;
      return known || (this.#names.length > 1 && this.#explains(textAt, end));
    }
    if (textAt === end) return false;
    const explains = this.#explains(textAt, end);
    const alone =
      explains && end - textAt < LONGEST_NOTE && this.#endsStatement(at) && this.#glance.read(textAt, end).count <= 5;
    if (!beginsStatement(cut) && cut !== 'COLON') return known && alone;
    // footnotes follow one another
    if (cut === 'STOP' && this.#asides.at(-1)?.why === 'FOOTNOTE') return true;
    if (this.#names.length === 0) return alone;
    if (known || (!this.#starBullets && (explains || (cut === 'STOP' && this.#names.length > 2)))) return true;
    this.#starBullets = true;
    this.#bulleted = true;
    return false;
  }

  /** Whether the words after a mark are such as explain marks: "organic", "100% natural fragrance". */
  #explains(textAt: number, end: number): boolean {
    const words = this.#glance.read(textAt, Math.min(end, textAt + LONGEST_NOTE_WORD));
    return words.is(isDigit(this.#text.charCodeAt(textAt)) ? 1 : 0, ROLE.NOTE);
  }

  #endsStatement(at: number): boolean {
    const next = this.#cut.pieces[at + 1];
    return next === undefined || beginsStatement(next.before);
  }

  /** Takes a footnote down; gives the place where the label goes on. */
  #note(start: number, end: number, piece: Piece, at: number): number {
    const after = this.#afterMarks(start, end);
    const mark = this.#text.slice(start, after);
    const textAt = this.#skipBlanks(after, end);
    const next = this.#noteAt(textAt, end, at, 'COMMA');
    let until = next < 0 ? end : next;
    const words = this.#glance.read(textAt, until);
    const sentence = words.first(ROLE.OPENER);
    if (sentence > 0) until = words.start(sentence);
    this.#noteSays(mark, this.#lower.slice(textAt, until));
    this.#joinAside = false;
    this.#aside(start, until, 'FOOTNOTE');
    if (textAt >= until) {
      this.#openNote = mark;
      this.#skip = { why: 'FOOTNOTE', toTheEnd: true };
    } else {
      // "*Organic oils: Rose Oil, …" names what is inside
      const goesOn = until === end && !piece.colon;
      this.#skip = goesOn ? { why: 'FOOTNOTE', toTheEnd: false } : undefined;
    }
    return until;
  }

  #noteSays(mark: string, text: string): void {
    const fragrance = FRAGRANCE.test(text) && !DENIAL.test(text);
    for (const key of [mark, `${this.#list} ${mark}`]) this.#notes.set(key, fragrance || this.#notes.get(key) === true);
  }

  // ---------- names ----------

  /** Names of a stretch that holds nothing else: split where "and" joins two, or a percentage closes one. */
  #namesIn(from: number, to: number): void {
    const start = this.#skipBlanks(from, to);
    const whole = this.#dropBlanks(start, to);
    if (start === whole) return;
    let end = this.#hasCodes ? codeStart(this.#text, start, whole) : whole;
    if (end < whole) this.#aside(end, whole, 'CODE');
    const words = this.#words.read(start, end);
    let count = words.count;
    while (words.is(count - 1, ROLE.AND_SO_ON)) count--;
    while (count < words.count && words.is(count - 1, ROLE.JOIN)) count--;
    if (count < words.count) {
      this.#cutOff = true;
      this.#aside(words.start(count), end, 'REMARK');
      end = words.start(count);
    }
    let at = start;
    if (words.has(ROLE.JOIN) || this.#hasMarks) {
      for (let index = 0; index < count; index++) {
        const joins = words.is(index, ROLE.JOIN) && !(words.is(index - 1, ROLE.FORM) && words.is(index + 1, ROLE.FORM));
        if (joins || this.#commaLost(words, index)) {
          const next = joins ? words.end(index) : words.start(index + 1);
          this.#shares(at, joins ? words.start(index) : next);
          at = next;
        }
      }
    }
    this.#shares(at, end);
  }

  /** "Lavender Oil* Rose Oil*": a mark closes a name as well as a comma does. */
  #commaLost(words: Words, index: number): boolean {
    const end = words.end(index);
    if (index + 1 >= words.count || !MARKS.has(this.#text.charCodeAt(end))) return false;
    const next = words.start(index + 1);
    const after = this.#afterMarks(end, next);
    return (
      this.#isBlank(after) &&
      this.#skipBlanks(after, next) === next &&
      isUpper(this.#text.charAt(next)) &&
      mayEndName(words.word(index)) &&
      !onlyContinues(words.word(index + 1))
    );
  }

  /** Gives each percentage to its name: the one before it, or after it where it stands first. */
  #shares(from: number, to: number): void {
    const start = this.#skipBlanks(from, to);
    const end = this.#dropBlanks(start, to);
    if (start === end) return;
    if (!this.#hasPercents) {
      this.#name(start, end, start, end, undefined);
      return;
    }
    let nameAt = start;
    /** where a share that stands before its name was printed, and how much it is */
    let aheadAt = -1;
    let aheadShare: number | undefined;
    for (let at = start; at < end;) {
      const printed = this.#shareAt(at, start, end);
      if (printed === undefined) {
        at = this.#afterRemark(at, end);
        continue;
      }
      const nameEnd = this.#dropBlanks(nameAt, at);
      if (this.#holdsWord(nameAt, nameEnd)) {
        if (aheadAt < 0) this.#name(nameAt, nameEnd, nameAt, printed.end, printed.share);
        else this.#name(nameAt, nameEnd, aheadAt, nameEnd, aheadShare);
        if (aheadAt >= 0) [aheadAt, aheadShare] = [at, printed.share];
      } else if (at === start && this.#holdsWord(printed.end, end)) {
        [aheadAt, aheadShare] = [at, printed.share];
      } else {
        this.#shareOfLast(aheadAt < 0 ? nameAt : aheadAt, printed.end, printed.share);
        aheadAt = -1;
      }
      at = printed.end;
      while (at < end && ' )]'.includes(this.#text.charAt(at))) at++;
      nameAt = at;
    }
    if (aheadAt >= 0) this.#name(nameAt, end, aheadAt, end, aheadShare);
    else if (nameAt === start) this.#name(start, end, start, end, undefined);
    else this.#afterLastShare(nameAt, end);
  }

  #shareAt(at: number, start: number, end: number): { end: number; share?: number } | undefined {
    const code = this.#text.charCodeAt(at);
    if (!isDigit(code) && code !== LESS && code !== MORE) return undefined;
    // digits inside a name are part of it: "C12", "PEG-8"
    if (at > start && (isWordCode(this.#text.charCodeAt(at - 1)) || this.#isHyphen(at - 1))) return undefined;
    const printed = shareAt(this.#text, at);
    return printed === undefined || printed.end > end ? undefined : printed;
  }

  /** A hyphen inside a word, rather than a dash between two. */
  #isHyphen(at: number): boolean {
    return this.#text[at] === '-' && !this.#isBlank(at - 1);
  }

  /** The next place to look for a percentage: remarks in brackets are passed over, unless they are one. */
  #afterRemark(at: number, end: number): number {
    const close = nth(this.#cut.closing, at);
    if (close < 0 || close >= end || onlyShare(this.#text.slice(at, Math.min(close + 1, at + 40)))) return at + 1;
    return close + 1;
  }

  /** "Zinc Oxide 9% Sunscreen", "Urea 10% (synthetic)", "Zinc Oxide 9%Water". */
  #afterLastShare(start: number, end: number): void {
    const words = this.#glance.read(start, end);
    if (words.count === 0) this.#extendLast(end);
    else if (isPurpose(words)) this.#aside(start, end, 'REMARK');
    else this.#name(start, end, start, end, undefined);
  }

  /** A percentage between commas or after a colon belongs to the name before it. */
  #shareOfLast(start: number, end: number, share: number | undefined): void {
    const last = this.#names.at(-1);
    if (last === undefined || last.list !== this.#list) {
      this.#aside(start, end, 'REMARK');
      return;
    }
    last.share ??= share;
    this.#extendLast(end);
  }

  #extendLast(end: number): void {
    const last = this.#names.at(-1);
    if (last !== undefined) last.end = end;
  }

  /** Writes one name down. The span may be wider than the name: it holds the percentage too. */
  #name(start: number, end: number, spanStart: number, spanEnd: number, share: number | undefined): void {
    const stretch = this.#text.slice(start, end);
    const printed = printedForm(stretch);
    if (printed === '') {
      this.#aside(spanStart, spanEnd, 'REMARK');
      return;
    }
    const marks = this.#hasMarks ? marksOf(stretch) : '';
    if (marks !== '') for (const mark of singleMarks(marks)) this.#marksSeen.add(mark);
    this.#names.push({
      printed,
      start: spanStart,
      end: spanEnd,
      list: this.#list,
      section: this.#section,
      share,
      marks,
      bulleted: this.#bulleted,
    });
    this.#namesInList++;
    this.#announced = false;
    this.#joinAside = false;
  }

  // ---------- what was found ----------

  result(original: string): ReadLabel {
    this.#setHighlightsAside();
    const found: Found = {
      text: this.#text,
      lower: this.#lower,
      names: this.#names,
      asides: this.#asides,
      cutOff: this.#cutOff,
      listless: this.#listless || this.#announced,
      openAt: this.#cut.openAt,
    };
    const state = listState(found);
    const lists = this.#listsWithNames();
    const setAside = this.#setAside(original);
    return {
      names: this.#printedNames(lists),
      lists: lists.map((list) => titled(this.#titles[list])),
      state,
      drugFacts: this.#drugFacts,
      setAside,
      warnings: warningsOf(setAside, this.#clean.mended, lists.length, this.#cut.openAt >= 0, state),
    };
  }

  /**
   * Bulleted names that are only highlights: a few, before a list or without one.
   *
   * Six or more, or one of them water, are a list that was printed with bullets;
   * a name with a percentage is kept in any case, because it must not be lost.
   */
  #setHighlightsAside(): void {
    if (!this.#names.some((name) => name.bulleted)) return;
    const highlights = new Set<Draft>();
    let first = 0;
    while (first < this.#names.length) {
      const { list } = nth(this.#names, first);
      let next = first;
      while (this.#names[next]?.list === list) next++;
      let plain = first;
      while (plain < next && this.#names[plain]?.bulleted === true) plain++;
      const bulleted = this.#names.slice(first, plain);
      const isList = bulleted.length >= FEWEST_BULLETS || bulleted.some((name) => WATER_FIRST.test(name.printed));
      if (!isList) for (const name of bulleted) if (name.share === undefined) highlights.add(name);
      first = next;
    }
    this.#names = this.#names.filter((name) => !highlights.has(name));
    for (const { start, end } of highlights) this.#asides.push({ start, end, why: 'MARKETING' });
  }

  /** Names stand in the order of their lists. */
  #listsWithNames(): number[] {
    const lists: number[] = [];
    for (const { list } of this.#names) if (list !== lists.at(-1)) lists.push(list);
    return lists;
  }

  #printedNames(lists: readonly number[]): PrintedName[] {
    const names: PrintedName[] = [];
    let index = 0;
    let position = 0;
    for (const name of this.#names) {
      position++;
      if (name.list !== lists[index]) {
        index++;
        position = 1;
      }
      const printed: Writable<PrintedName> = {
        printed: name.printed,
        position,
        start: this.#clean.originOf(name.start),
        end: this.#clean.originOfEnd(name.end),
        list: index,
        section: name.section,
      };
      if (name.share !== undefined) printed.declaredShare = name.share;
      if (name.marks !== '') {
        printed.marks = name.marks;
        if (this.#meansFragrance(name)) printed.fragranceMark = true;
      }
      names.push(printed);
    }
    return names;
  }

  #meansFragrance(name: Draft): boolean {
    return singleMarks(name.marks).some((mark) => this.#notes.get(`${name.list} ${mark}`) ?? this.#notes.get(mark));
  }

  #setAside(original: string): SetAside[] {
    const asides = this.#asides.map(({ start, end, why }): SetAside => ({
      text: this.#text.slice(start, end).replace(/\s+/g, ' '),
      start: this.#clean.originOf(start),
      end: this.#clean.originOfEnd(end),
      why,
    }));
    for (const { start, end } of this.#clean.markup) {
      asides.push({ text: original.slice(start, end), start, end, why: 'MARKUP' });
    }
    return asides.sort((a, b) => a.start - b.start);
  }

  // ---------- places in the text ----------

  #aside(from: number, to: number, why: AsideKind): void {
    const start = this.#skipBlanks(from, to);
    const end = this.#dropBlanks(start, to);
    if (!this.#holdsWord(start, end)) return;
    const last = this.#asides.at(-1);
    if (this.#joinAside && last?.why === why && why !== 'HEADING') last.end = end;
    else this.#asides.push({ start, end, why });
    this.#joinAside = true;
    if (why === 'MARKETING' && this.#announced) this.#listless = true;
    if (why === 'REMARK' && /^(?:and|&) (?:more|other)/.test(this.#lower.slice(start, start + 12))) this.#cutOff = true;
    if (why === 'FOOTNOTE' && this.#openNote !== undefined) {
      this.#noteSays(this.#openNote, this.#lower.slice(start, end));
      this.#openNote = undefined;
    }
  }

  #isBlank(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === 0x20 || code === 0x0a;
  }

  /** The first place from `from` on that is not blank, at most `to`. */
  #skipBlanks(from: number, to: number): number {
    let at = from;
    while (at < to && this.#isBlank(at)) at++;
    return at;
  }

  /** The end of a stretch without the blanks that close it. */
  #dropBlanks(from: number, to: number): number {
    let at = to;
    while (at > from && this.#isBlank(at - 1)) at--;
    return at;
  }

  #holdsWord(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (isWordCode(this.#text.charCodeAt(at))) return true;
    return false;
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const PLUS = 0x2b;
const SIGNS: ReadonlySet<number> = new Set([...MARKS, PLUS, 0xb1]);
const LESS = 0x3c;
const MORE = 0x3e;
const LONGEST_PLACEHOLDER = 60;
const LONGEST_NOTE = 60;
const LONGEST_NOTE_WORD = 24;
const FEWEST_BULLETS = 6;
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
const TITLE_WORDS: ReadonlySet<string> = new Set(
  'serum cream crème lotion cleanser toner mask moisturizer moisturiser treatment mist scrub shampoo conditioner foundation primer'.split(
    ' ',
  ),
);
const WATER_FIRST = /^(?:aqua|water|eau)(?:$|[\s/(])/i;
const DENIAL = /\b(?:free|no|not|without)\b/;
const FRAGRANCE = /fragran|parfum|perfume|aroma|flavou?r|essential oil/;

/** Whole texts that shops write where a list should stand. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...'#name? #ref! #ref #value! #value #n/a #div/0! #div/0 #null! #null n/a na n.a none null nan nil undefined'.split(
    ' ',
  ),
  ...'unknown tbd tba tbc unavailable ingredients false true no yes 0 x xx xxx test'.split(' '),
  'no info',
  'no information',
  'not available',
  'not listed',
  'not specified',
  'see description',
  'see above',
  'see below',
  'nicht verfügbar',
  'siehe verpackung',
  'voir emballage',
]);

/** Whether a heading is so short and so like a name that it has to count as one. */
function readsAsName(words: Words): boolean {
  return (
    words.count > 0 &&
    words.count <= 3 &&
    !words.has(ROLE.PRODUCT | ROLE.TALK) &&
    !/^\d/.test(words.word(words.count - 1)) &&
    mayEndName(words.word(words.count - 1))
  );
}

/** The first of some places in order that is not before `from`, or infinity. */
function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nth(places, middle) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? Infinity;
}

function titled(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

function warningsOf(
  setAside: readonly SetAside[],
  mended: ReadonlySet<Mended>,
  lists: number,
  openBracket: boolean,
  state: ListState,
): string[] {
  const kinds = new Set(setAside.map(({ why }) => why));
  const warnings: string[] = [];
  for (const [kind, sentence] of ASIDE_WARNINGS) if (kinds.has(kind)) warnings.push(sentence);
  for (const [kind, sentence] of MENDED_WARNINGS) if (mended.has(kind)) warnings.push(sentence);
  if (lists > 1) warnings.push('The label holds several ingredient lists; each was read by itself.');
  if (openBracket) warnings.push('A bracket is never closed; what stands after it was read all the same.');
  if (state === 'INCOMPLETE') warnings.push('The ingredient list is not complete.');
  if (state === 'MISSING') warnings.push('There is no ingredient list.');
  return warnings;
}

const ASIDE_WARNINGS: readonly (readonly [AsideKind, string])[] = [
  ['MARKETING', 'Text that praises the product or its highlights was set aside.'],
  ['DISCLAIMER', 'Directions, warnings or a remark on the list itself were set aside.'],
  ['NEGATION', 'Words on what the product does not contain were set aside.'],
  ['FOOTNOTE', 'Footnotes were set aside.'],
  ['HEADING', 'Headings were set aside.'],
  ['CODE', 'Codes of the manufacturer were set aside.'],
  ['PLACEHOLDER', 'The text says that the list is to be found elsewhere.'],
  ['REMARK', 'Remarks between the names were set aside.'],
  ['MARKUP', 'HTML was set aside.'],
];

const MENDED_WARNINGS: readonly (readonly [Mended, string])[] = [
  ['INVISIBLE', 'Invisible characters were left out.'],
  ['CONTROL', 'Control characters were read as blanks.'],
  ['LOOK_ALIKE', 'Letters of another script that look like Latin ones were read as Latin.'],
  ['MOJIBAKE', 'Characters garbled by a wrong encoding were mended.'],
  ['DAMAGED', 'Characters that were lost in copying were read as blanks.'],
];

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}
