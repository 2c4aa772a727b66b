/**
 * A label's text, read as a person reads it: which words are ingredient names,
 * in which order and list, and which words are talk around them.
 */
import { cleanText, type CleanText, type Mended } from './clean-text.js';
import { isFunction, isInformation, sectionAtEnd, sectionAtStart, type Announced } from './headings.js';
import { ROLE } from './label-words.js';
import { mayEndName, onlyContinues } from './name-shape.js';
import { beginsStatement, cutIntoPieces, lowerOf, type Cut, type Piece, type Pieces } from './pieces.js';
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

/** A name while its list is still being read. */
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
  readonly toTheEnd: boolean;
}

class Reader {
  readonly #clean: CleanText;
  readonly #text: string;
  readonly #lower: string;
  readonly #cut: Pieces;
  readonly #startsLower: boolean;
  readonly #hasMarks: boolean;
  readonly #hasPlusMinus: boolean;
  /** words of the piece in hand, and of pieces that are only glanced at */
  readonly #words: Words;
  readonly #glance: Words;

  #names: Draft[] = [];
  readonly #asides: Aside[] = [];
  readonly #titles: (string | undefined)[] = [undefined];
  /** what footnotes say, by mark, and by list and mark */
  readonly #notes = new Map<string, string>();
  readonly #marksSeen = new Set<string>();

  #list = 0;
  #namesInList = 0;
  #inactiveSeen = false;
  #activeSeen = false;
  #section: Section = 'LIST';
  #mayContainUntil = -1;
  #skip: Skip | undefined;
  /** directions, warnings and highlights reach to the next heading */
  #chapter: AsideKind | undefined;
  #drugFacts = false;
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
    this.#clean = clean;
    this.#text = clean.text;
    this.#lower = lowerOf(clean.text);
    this.#cut = cutIntoPieces(clean.text);
    this.#words = new Words(this.#lower, this.#cut.closing);
    this.#glance = new Words(this.#lower, this.#cut.closing);
    const firstLetter = /\p{L}/u.exec(clean.text)?.[0] ?? '';
    this.#startsLower = firstLetter !== firstLetter.toUpperCase();
    this.#hasMarks = ANY_MARK.test(clean.text);
    this.#hasPlusMinus = clean.text.includes('±') || /\+ ?\//.test(clean.text);
  }

  run(): void {
    const whole = this.#lower.trim();
    if (whole.length < LONGEST_PLACEHOLDER && PLACEHOLDERS.has(whole.replace(/[.!\s]+$/, ''))) {
      this.#aside(0, this.#text.length, 'PLACEHOLDER');
      return;
    }
    this.#cut.pieces.forEach((piece, at) => this.#piece(piece, at));
  }

  // ---------- one piece ----------

  #piece(piece: Piece, at: number): void {
    const [start, end] = this.#trim(piece.start, piece.end);
    if (beginsStatement(piece.before)) {
      this.#skip = undefined;
      this.#joinAside = false;
      this.#bulleted = piece.before === 'BULLET';
      if (piece.before === 'LINE' && this.#chapter === 'MARKETING') this.#chapter = undefined;
      // "-Oils of sage, rose and thyme: soothe": all before the colon is one highlight
      if (this.#bulleted && this.#praisesAfterColon(at)) this.#skip = { why: 'MARKETING', toTheEnd: true };
    }
    if (this.#mayContainUntil >= 0 && start > this.#mayContainUntil) {
      this.#section = 'LIST';
      this.#mayContainUntil = -1;
    }
    const before = this.#names.length;
    this.#read(start, end, piece, at, piece.before);
    if (piece.cutOff && (this.#names.length > before || end <= start)) this.#cutOff = true;
  }

  /** Reads a stretch of a piece; parts that differ in kind are read one after the other. */
  #read(from: number, to: number, piece: Piece, at: number, cut: Cut): void {
    let [start, end] = this.#trim(from, to);
    if (this.#divisionNext) start = this.#divisionCode(start, end, cut);
    if (end <= start) return;
    const note = this.#hasMarks ? this.#noteAt(start, end, at, cut) : -1;
    if (note >= 0) {
      this.#read(start, note, { ...piece, colon: false }, at, cut);
      this.#note(note, end, piece, at);
      return;
    }
    const words = this.#words.read(start, end);
    const marker = this.#mayContainAt(start, end, words);
    if (marker !== undefined) {
      this.#read(start, marker.start, { ...piece, colon: false }, at, cut);
      this.#aside(marker.start, marker.end, 'HEADING');
      this.#skip = undefined;
      this.#chapter = undefined;
      this.#section = 'MAY_CONTAIN';
      this.#mayContainUntil = piece.bracketEnd;
      this.#read(marker.end, end, piece, at, 'COLON');
      return;
    }
    if (piece.colon) this.#heading(start, end, piece, at, cut);
    else this.#plain(start, end, piece, at, cut);
  }

  /** A piece that is neither heading, footnote nor marker: names or talk. */
  #plain(start: number, end: number, piece: Piece, at: number, cut: Cut): void {
    const words = this.#words;
    const begins = beginsStatement(cut) || cut === 'COLON';
    const heading = begins ? sectionAtStart(words) : undefined;
    if (heading !== undefined) {
      const until = words.end(heading.to - 1, end);
      this.#open(heading.announces, start, until);
      this.#read(until, end, piece, at, 'COLON');
      return;
    }
    if (words.every(ROLE.WATER)) {
      // water is where most lists begin, so talk has ended here
      this.#skip = undefined;
      this.#chapter = undefined;
    }
    if (this.#chapter !== undefined) {
      if (this.#chapter === 'MARKETING' || !beginsStatement(cut) || !this.#looksLikeList(at)) {
        this.#talk(start, end, this.#chapter, piece, at);
        return;
      }
      this.#chapter = undefined;
    }
    if (this.#skip !== undefined) {
      if (this.#skip.toTheEnd || this.#goesOn(start, words)) {
        this.#talk(start, end, this.#skip.why, piece, at);
        return;
      }
      this.#skip = undefined;
    }
    const talk = talkIn(words, start, begins, (index) => this.#text[words.start(index) - 1] === '-');
    if (talk === undefined) {
      this.#namesIn(start, end);
      return;
    }
    if (talk.from > start) this.#namesIn(start, talk.from);
    this.#skip = { why: talk.why, toTheEnd: talk.toTheEnd || (this.#bulleted && begins) };
    this.#talk(talk.from, end, talk.why, piece, at);
  }

  /** Sets talk aside, but for a list that begins in its midst: "… for a glow Water" before a comma. */
  #talk(start: number, end: number, why: AsideKind, piece: Piece, at: number): void {
    const list = this.#listInside(start, end, at);
    this.#aside(start, list < 0 ? end : list, why);
    if (list < 0) return;
    this.#skip = undefined;
    this.#chapter = undefined;
    this.#read(list, end, piece, at, 'COLON');
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
      pieces.every((piece, index) => (index === 0 || !beginsStatement(piece.before)) && !piece.colon && !this.#isTalk(piece))
    );
  }

  // ---------- headings ----------

  #heading(start: number, end: number, piece: Piece, at: number, cut: Cut): void {
    const words = this.#words;
    const begins = beginsStatement(cut) || cut === 'COLON';
    const section = sectionAtEnd(words);
    if (section !== undefined) {
      const from = words.start(section.from);
      const [restStart, restEnd] = this.#trim(start, from);
      if (restEnd > restStart) {
        if (begins) this.#title(restStart, restEnd);
        else this.#namesThenHeading(restStart, restEnd);
      }
      this.#open(section.announces, from, end);
      return;
    }
    if (words.has(ROLE.NEGATES) && talkIn(words, start, true, () => false)?.why === 'NEGATION') {
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
    } else if (body === 'SHARE' || body === 'PURPOSE') {
      this.#namesIn(start, end);
    } else if (body === 'TALK' || (piece.before === 'BULLET' && body !== 'LIST')) {
      this.#aside(start, end, 'MARKETING');
      this.#skip = { why: 'MARKETING', toTheEnd: piece.before === 'BULLET' };
    } else if (isInformation(words)) {
      this.#aside(start, end, 'HEADING');
      this.#chapter = 'DISCLAIMER';
    } else if (isFunction(words)) {
      this.#aside(start, end, 'HEADING');
      this.#chapter = undefined;
    } else if (this.#readsAsName(words)) {
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
      const bracketed = this.#text[this.#afterBlanks(words.end(at))] === '(';
      if (bracketed || mayEndName(words.word(at))) names = at + 1;
    }
    let roles = 0;
    for (let at = names; at < words.count; at++) roles |= words.roles(at);
    const product = (roles & ROLE.PRODUCT) !== 0;
    const heading = product || (roles & ROLE.FUNCTION) !== 0 || (names > 0 && words.count > names + 1);
    if (names === words.count || !heading) {
      this.#namesIn(start, end);
      return;
    }
    const rest = words.start(names);
    this.#namesIn(start, rest);
    if (product || words.count > names + 1) this.#title(rest, end);
    else this.#aside(rest, end, 'HEADING');
  }

  /** Opens a list under a title, or gives the list in hand its title while it is still empty. */
  #title(start: number, end: number): void {
    this.#aside(start, end, 'HEADING');
    this.#openList();
    const title = this.#text.slice(start, end).replace(/\s+/g, ' ').replace(/ ?Division$/, '');
    this.#titles[this.#list] = title === '' ? undefined : title;
    this.#announced = this.#glance.read(start, end).has(ROLE.PRODUCT);
    this.#section = 'LIST';
    this.#chapter = undefined;
    this.#skip = undefined;
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
    const names = this.#names.filter((name) => name.list === this.#list);
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
  #bodyAfter(at: number): 'LIST' | 'NAMES' | 'TALK' | 'SHARE' | 'PURPOSE' | 'NOTHING' {
    const { pieces } = this.#cut;
    const first = pieces[at + 1];
    if (first === undefined) return 'NOTHING';
    if (first.before === 'BULLET') return 'TALK';
    if (first.before !== 'COLON') return 'NAMES';
    if (onlyShare(this.#text.slice(first.start, Math.min(first.end, first.start + 40)))) return 'SHARE';
    if (this.#isTalk(first)) return 'TALK';
    if (isPurpose(this.#glance) && (pieces[at + 2] === undefined || beginsStatement(pieces[at + 2]?.before ?? 'STOP'))) return 'PURPOSE';
    return this.#looksLikeList(at + 1) ? 'LIST' : 'NAMES';
  }

  /** Whether a bulleted statement has a colon with no list after it. */
  #praisesAfterColon(at: number): boolean {
    const { pieces } = this.#cut;
    for (let next = at; next < pieces.length; next++) {
      const piece = pieces[next];
      if (piece === undefined || (next > at && beginsStatement(piece.before))) return false;
      if (piece.colon) return next > at && this.#bodyAfter(next) === 'TALK';
    }
    return false;
  }

  /** "Ab (House)" after "Division:" is a code; gives the place where the label goes on. */
  #divisionCode(start: number, end: number, cut: Cut): number {
    this.#divisionNext = false;
    const close = this.#text.slice(start, Math.min(end, start + LONGEST_CODE)).indexOf(')');
    if (cut !== 'COLON' || close < 0) return start;
    this.#aside(start, start + close + 1, 'CODE');
    return this.#trim(start + close + 1, end)[0];
  }

  /** Whether a heading is so short and so like a name that it has to count as one. */
  #readsAsName(words: Words): boolean {
    return (
      words.count > 0 &&
      words.count <= 3 &&
      !words.has(ROLE.PRODUCT | ROLE.TALK) &&
      mayEndName(words.word(words.count - 1))
    );
  }

  // ---------- "may contain" ----------

  #mayContainAt(start: number, end: number, words: Words): { start: number; end: number } | undefined {
    let from = -1;
    if (words.has(ROLE.MAYBE)) {
      const may = words.first(ROLE.MAYBE);
      if (this.#markerEnd(words.start(may), end) > words.start(may)) from = words.start(may);
    }
    if (this.#hasPlusMinus) {
      for (let at = start; at < end; at++) {
        const char = this.#text[at];
        if ((char !== '+' && char !== '±') || this.#markerEnd(at, end) === at) continue;
        if (from < 0 || at < from) from = at;
        break;
      }
    }
    if (from < 0) return undefined;
    let to = from;
    for (let next = this.#markerEnd(to, end); next > to; next = this.#markerEnd(to, end)) to = this.#afterSigns(next, end);
    while (from > start && MARKER_SIGNS.includes(this.#text.charAt(from - 1))) from--;
    return /^\s*(?:traces?|nuts?)\b/.test(this.#lower.slice(to, to + 10)) ? undefined : { start: from, end: to };
  }

  /** The place after a marker that stands at `at`, or `at` itself. */
  #markerEnd(at: number, end: number): number {
    const lower = this.#lower;
    if (lower[at] === '±') return at + 1;
    if (lower[at] === '+') {
      let next = this.#afterBlanks(at + 1);
      if (lower[next] !== '/') return at;
      next = this.#afterBlanks(next + 1);
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
    for (let place = start; place < end; place++) {
      if (!this.#isMark(place)) continue;
      let after = place + 1;
      while (after < end && this.#isMark(after)) after++;
      if (this.#isNote(place, after, start, end, at, cut)) return place;
      place = after - 1;
    }
    return -1;
  }

  #isMark(at: number): boolean {
    const char = this.#text.charAt(at);
    if (MARKS.includes(char)) return char !== '';
    return char === '+' && !'/ '.includes(this.#text[at + 1] ?? ' ');
  }

  #isNote(mark: number, after: number, start: number, end: number, at: number, cut: Cut): boolean {
    const run = this.#text.slice(mark, after);
    const textAt = this.#afterBlanks(after);
    const words = this.#glance.read(textAt, Math.min(end, textAt + 60));
    const known = this.#marksSeen.has(run);
    // "*100% natural fragrance"
    const speaksOfMarks = words.is(isDigit(this.#text.charCodeAt(textAt)) ? 1 : 0, ROLE.NOTE);
    if (mark > start) {
      if (!this.#isBlank(mark - 1)) {
        // "Lavender Oil** Essential Oil": the mark's own footnote, with nothing between
        return speaksOfMarks && this.#isBlank(after) && this.#endsStatement(at) && this.#names.length > 1 && textAt < end;
      }
      if (textAt >= end) return this.#cut.pieces[at]?.colon === true && known;
      return known || (speaksOfMarks && this.#names.length > 1);
    }
    if (textAt >= end) return false;
    if (!beginsStatement(cut) && cut !== 'COLON') return known && speaksOfMarks && words.count <= 4 && this.#endsStatement(at);
    if (this.#names.length === 0) return speaksOfMarks && words.count <= 5 && this.#endsStatement(at);
    if (known || (!this.#starBullets && (speaksOfMarks || (cut === 'STOP' && this.#names.length > 2)))) return true;
    this.#starBullets = true;
    this.#bulleted = true;
    return false;
  }

  #endsStatement(at: number): boolean {
    const next = this.#cut.pieces[at + 1];
    return next === undefined || beginsStatement(next.before);
  }

  #note(start: number, end: number, piece: Piece, at: number): void {
    let after = start;
    while (after < end && this.#isMark(after)) after++;
    const run = this.#text.slice(start, after);
    const textAt = this.#afterBlanks(after);
    const next = this.#noteAt(textAt, end, at, 'COMMA');
    let until = next < 0 ? end : next;
    const words = this.#glance.read(textAt, until);
    const sentence = words.first(ROLE.OPENER);
    if (sentence > 0) until = words.start(sentence);
    this.#noteSays(run, this.#lower.slice(textAt, until));
    this.#joinAside = false;
    this.#aside(start, until, 'FOOTNOTE');
    this.#skip = { why: 'FOOTNOTE', toTheEnd: false };
    if (textAt >= until) {
      this.#openNote = run;
      this.#skip = { why: 'FOOTNOTE', toTheEnd: true };
    } else if (piece.colon) {
      // "*Organic oils: Rose Oil, …" names what is inside
      this.#skip = undefined;
    }
    if (until === end) return;
    this.#skip = undefined;
    this.#read(until, end, piece, at, 'STOP');
  }

  #noteSays(run: string, text: string): void {
    for (const key of [run, `${this.#list} ${run}`]) this.#notes.set(key, `${this.#notes.get(key) ?? ''} ${text}`);
  }

  // ---------- names ----------

  /** Names of a stretch that holds nothing else: split where "and" joins two, or a percentage closes one. */
  #namesIn(from: number, to: number): void {
    const [start, whole] = this.#trim(from, to);
    const end = this.#withoutCode(start, whole);
    const words = this.#words.read(start, end);
    if (words.word(words.count - 1) === 'etc' && words.count > 0) {
      this.#cutOff = true;
      this.#aside(words.start(words.count - 1), words.end(words.count - 1), 'REMARK');
      this.#namesIn(start, words.start(words.count - 1));
      return;
    }
    let at = start;
    if (words.has(ROLE.JOIN) || this.#hasMarks) {
      for (let index = 0; index < words.count; index++) {
        const joins = words.is(index, ROLE.JOIN) && !(words.is(index - 1, ROLE.FORM) && words.is(index + 1, ROLE.FORM));
        if (joins) {
          this.#shares(at, words.start(index));
          at = words.end(index);
        } else if (this.#hasMarks && this.#commaLost(words, index)) {
          this.#shares(at, words.start(index + 1));
          at = words.start(index + 1);
        }
      }
    }
    this.#shares(at, end);
    this.#aside(end, whole, 'CODE');
  }

  /** "Lavender Oil* Rose Oil*": a mark closes a name as well as a comma does. */
  #commaLost(words: Words, index: number): boolean {
    const end = words.end(index);
    if (index + 1 >= words.count || !this.#isMark(end)) return false;
    let after = end;
    while (this.#isMark(after)) after++;
    return (
      this.#isBlank(after) &&
      isUpper(this.#text.charAt(words.start(index + 1))) &&
      this.#afterBlanks(after) === words.start(index + 1) &&
      mayEndName(words.word(index)) &&
      !onlyContinues(words.word(index + 1))
    );
  }

  /** Gives each percentage to its name: the one before it, or after it where it stands first. */
  #shares(from: number, to: number): void {
    const [start, end] = this.#trim(from, to);
    if (end <= start) return;
    const text = this.#text;
    const percents = this.#lower.slice(start, end);
    if (!percents.includes('%') && !percents.includes('per')) {
      this.#name(start, end, start, end, undefined);
      return;
    }
    let nameStart = start;
    /** a share printed before its name, and where it was printed */
    let ahead: { at: number; share: number | undefined } | undefined;
    let at = start;
    while (at < end) {
      const opens = '(['.includes(text.charAt(at));
      const close = this.#cut.closing[at] ?? -1;
      if (opens && close > 0 && close < end && !onlyShare(text.slice(at, Math.min(close + 1, at + 40)))) {
        at = close + 1;
        continue;
      }
      const free = !isWordCode(text.charCodeAt(at - 1)) || at === start;
      const printed = free && (isDigit(text.charCodeAt(at)) || '<>~'.includes(text.charAt(at))) ? shareAt(text, at) : undefined;
      if (printed === undefined || (text[at - 1] === '-' && at > start && !this.#isBlank(at - 2))) {
        at++;
        continue;
      }
      let after = printed.end;
      while (after < end && ' )]'.includes(text.charAt(after))) after++;
      const [nameFrom, nameTo] = this.#trim(nameStart, at);
      if (this.#holdsWord(nameFrom, nameTo)) {
        if (ahead === undefined) this.#name(nameFrom, nameTo, nameFrom, printed.end, printed.share);
        else {
          this.#name(nameFrom, nameTo, ahead.at, nameTo, ahead.share);
          ahead = { at, share: printed.share };
        }
      } else if (nameFrom === nameTo && at === this.#trim(start, end)[0] && after < end) {
        ahead = { at, share: printed.share };
      } else {
        this.#shareOfLast(start, printed.end, printed.share);
      }
      nameStart = after;
      at = after;
    }
    this.#afterLastShare(nameStart, end, ahead);
  }

  #afterLastShare(from: number, to: number, ahead: { at: number; share: number | undefined } | undefined): void {
    const [start, end] = this.#trim(from, to);
    if (!this.#holdsWord(start, end)) {
      this.#extendLast(end);
      return;
    }
    if (ahead !== undefined) {
      this.#name(start, end, ahead.at, end, ahead.share);
      return;
    }
    const words = this.#glance.read(start, end);
    if (words.count === 0) this.#extendLast(end);
    else if (isPurpose(words)) this.#aside(start, end, 'REMARK');
    else this.#name(start, end, start, end, undefined);
  }

  /** A percentage between commas or after a colon belongs to the name before it. */
  #shareOfLast(start: number, end: number, share: number | undefined): void {
    const last = this.#names.at(-1);
    if (last === undefined || last.end > start || last.list !== this.#list) {
      this.#aside(start, end, 'REMARK');
      return;
    }
    last.share ??= share;
    this.#extendLast(end);
  }

  #extendLast(end: number): void {
    const last = this.#names.at(-1);
    if (last !== undefined && end > last.end) last.end = end;
  }

  /** Writes one name down. The span may be wider than the name: it holds the percentage too. */
  #name(start: number, end: number, spanStart: number, spanEnd: number, share: number | undefined): void {
    const stretch = this.#text.slice(start, end);
    const marks = this.#hasMarks ? marksOf(stretch) : '';
    const printed = printedForm(stretch);
    if (printed === '') {
      if (this.#holdsWord(start, end)) this.#aside(spanStart, spanEnd, 'REMARK');
      return;
    }
    if (marks !== '') for (const run of runsOf(marks)) this.#marksSeen.add(run);
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

  /** Where a stretch ends if a house's code at its end is left off. */
  #withoutCode(start: number, end: number): number {
    const close = this.#text.charAt(end - 1);
    if (')]>'.includes(close)) {
      let open = end - 2;
      while (open >= start && end - open < LONGEST_CODE && !'([<'.includes(this.#text.charAt(open))) open--;
      if (open >= start && isCode(this.#text.slice(open + 1, end - 1))) return open;
      return end;
    }
    if (!isDigit(this.#text.charCodeAt(end - 1)) && !/\d/.test(this.#text.slice(Math.max(start, end - 3), end))) return end;
    const window = Math.max(start, end - LONGEST_CODE);
    for (let at = window; at < end; at++) {
      const wordBegins = at === start || this.#isBlank(at - 1);
      if (wordBegins && !this.#isBlank(at) && isCode(this.#text.slice(at, end))) return at;
    }
    return end;
  }

  // ---------- what was found ----------

  result(original: string): ReadLabel {
    if (this.#announced) this.#listless = true;
    this.#setHighlightsAside();
    const lists = this.#listsWithNames();
    const names = this.#printedNames(lists);
    const setAside = this.#setAside(original);
    return {
      names,
      lists: lists.map((list) => {
        const title = this.#titles[list];
        return title === undefined ? {} : { title };
      }),
      state: this.#state(),
      drugFacts: this.#drugFacts,
      setAside,
      warnings: this.#warnings(setAside),
    };
  }

  /**
   * Bulleted names that are only highlights: a few, before a list or without one.
   *
   * Six or more, or one of them water, are a list that was printed with bullets;
   * so is one with a percentage, which must not be lost.
   */
  #setHighlightsAside(): void {
    const highlights = new Set<Draft>();
    for (let list = 0; list <= this.#list; list++) {
      const names = this.#names.filter((name) => name.list === list);
      const plain = names.findIndex((name) => !name.bulleted);
      const bulleted = plain < 0 ? names : names.slice(0, plain);
      const isList = bulleted.length >= FEWEST_BULLETS || bulleted.some((name) => WATER_FIRST.test(name.printed));
      if (!isList) for (const name of bulleted) if (name.share === undefined) highlights.add(name);
    }
    if (highlights.size === 0) return;
    this.#names = this.#names.filter((name) => !highlights.has(name));
    for (const { start, end } of highlights) this.#asides.push({ start, end, why: 'MARKETING' });
  }

  #listsWithNames(): number[] {
    return [...new Set(this.#names.map((name) => name.list))];
  }

  #printedNames(lists: readonly number[]): PrintedName[] {
    const counts = new Map<number, number>();
    const indices = new Map(lists.map((list, index) => [list, index]));
    return this.#names.map((name) => {
      const position = (counts.get(name.list) ?? 0) + 1;
      counts.set(name.list, position);
      const fragrance = name.marks !== '' && this.#meansFragrance(name);
      return {
        printed: name.printed,
        position,
        ...this.#clean.spanOf(name.start, name.end),
        list: indices.get(name.list) ?? 0,
        section: name.section,
        ...(name.share === undefined ? {} : { declaredShare: name.share }),
        ...(name.marks === '' ? {} : { marks: name.marks }),
        ...(fragrance ? { fragranceMark: true } : {}),
      };
    });
  }

  #meansFragrance(name: Draft): boolean {
    return runsOf(name.marks).some((run) => {
      const says = this.#notes.get(`${name.list} ${run}`) ?? this.#notes.get(run) ?? '';
      return FRAGRANCE.test(says) && !/\b(?:free|no|not|without)\b/.test(says);
    });
  }

  #setAside(original: string): SetAside[] {
    const asides: SetAside[] = this.#asides.map(({ start, end, why }) => ({
      text: this.#text.slice(start, end).replace(/\s+/g, ' ').trim(),
      ...this.#clean.spanOf(start, end),
      why,
    }));
    for (const { start, end } of this.#clean.markup) {
      asides.push({ text: original.slice(start, end), start, end, why: 'MARKUP' });
    }
    return asides.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #state(): ListState {
    if (this.#names.length === 0) {
      const claims = this.#asides.some(({ why }) => why === 'MARKETING' || why === 'NEGATION' || why === 'REMARK');
      return claims ? 'INCOMPLETE' : 'MISSING';
    }
    return this.#cutOff || this.#listless || this.#endsMidName() || this.#isPartial() || this.#pointsElsewhere()
      ? 'INCOMPLETE'
      : 'LISTED';
  }

  /** Actives without the rest: by their headings, or because every share is printed and they do not add up. */
  #isPartial(): boolean {
    if (this.#names.every((name) => name.section !== 'LIST')) return true;
    let sum = 0;
    for (const { share } of this.#names) {
      if (share === undefined) return false;
      sum += share;
    }
    return sum < LEAST_SUM;
  }

  /** "See box for the full list" after a list, but not a shop's "refer to the pack for the most up to date list". */
  #pointsElsewhere(): boolean {
    return this.#asides.some(({ start, end, why }) => {
      if (why !== 'DISCLAIMER' && why !== 'PLACEHOLDER' && why !== 'REMARK' && why !== 'MARKETING') return false;
      const says = this.#lower.slice(start, end);
      return (FULL_LIST.test(says) || SEE_PACK.test(says)) && !CURRENT.test(says);
    });
  }

  /** Whether the text stops inside a name: at a hyphen, a slash, an open bracket, or in the midst of a word. */
  #endsMidName(): boolean {
    const last = this.#names.at(-1);
    const text = this.#text.trimEnd();
    if (last === undefined) return false;
    if (this.#cut.openAt >= last.start && text.length - this.#cut.openAt < LONGEST_CODE && !text.endsWith('.')) return true;
    const rest = text.slice(last.end);
    if (/^\s*[-/,(]\s*$/.test(rest) && rest !== ',' && rest.trim() !== ',') return true;
    if (rest !== '') return false;
    const word = /[A-Za-z]*[a-z]{2}$/.exec(text.slice(-24))?.[0] ?? '';
    return word.length > 2 && this.#names.length > 1 && !WORD_ENDINGS.has(word.slice(-2));
  }

  #warnings(setAside: readonly SetAside[]): string[] {
    const kinds = new Set(setAside.map(({ why }) => why));
    const mended = this.#clean.mended;
    const warnings: string[] = [];
    for (const [kind, sentence] of ASIDE_WARNINGS) if (kinds.has(kind)) warnings.push(sentence);
    for (const [kind, sentence] of MENDED_WARNINGS) if (mended.has(kind)) warnings.push(sentence);
    if (this.#listsWithNames().length > 1) warnings.push('The label holds several ingredient lists; each was read by itself.');
    if (this.#cut.openAt >= 0) warnings.push('A bracket is never closed; the names after it were read as if it were.');
    if (this.#state() === 'INCOMPLETE') warnings.push('The ingredient list is not complete.');
    if (this.#state() === 'MISSING') warnings.push('There is no ingredient list.');
    return warnings;
  }

  // ---------- places in the text ----------

  #aside(from: number, to: number, why: AsideKind): void {
    const [start, end] = this.#trim(from, to);
    if (!this.#holdsWord(start, end)) return;
    const last = this.#asides.at(-1);
    if (this.#joinAside && last?.why === why && why !== 'HEADING') {
      last.end = end;
    } else {
      this.#asides.push({ start, end, why });
    }
    this.#joinAside = true;
    if (why === 'MARKETING' && this.#announced) this.#listless = true;
    if (why === 'FOOTNOTE' && this.#openNote !== undefined) {
      this.#noteSays(this.#openNote, this.#lower.slice(start, end));
      this.#openNote = undefined;
    }
    if (why === 'REMARK' && /^(?:and|&) (?:more|other)/.test(this.#lower.slice(start, end))) this.#cutOff = true;
  }

  #trim(from: number, to: number): [number, number] {
    let start = from;
    let end = to;
    while (start < end && this.#isBlank(start)) start++;
    while (end > start && this.#isBlank(end - 1)) end--;
    return [start, end];
  }

  #isBlank(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === 0x20 || code === 0x0a;
  }

  #afterBlanks(at: number): number {
    let next = at;
    while (this.#isBlank(next)) next++;
    return next;
  }

  #holdsWord(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (isWordCode(this.#text.charCodeAt(at))) return true;
    return false;
  }
}

const LONGEST_PLACEHOLDER = 60;
const LONGEST_CODE = 60;
const FEWEST_BULLETS = 6;
/** Shares that are all printed and come to less than this are only the actives. */
const LEAST_SUM = 0.9;
const MARKS = '*†‡§¶°^\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079';
const ANY_MARK = /[*†‡§¶°^+\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|\(\d\)/;
const MARKER_SIGNS = ' \n/:()[]-+±';
const MAY_CONTAIN = [
  'may also contain', 'may contain', 'maycontain', 'peut contenir', 'kann enthalten', 'puede contener', 'può contenere', 'puo contenere', 'pode conter',
];
const WATER_FIRST = /^(?:aqua|water|eau)(?:$|[\s/(])/i;
const FRAGRANCE = /fragran|parfum|perfume|aroma|flavou?r|essential oil/;
const FULL_LIST = /\b(?:full|complete|entire|remaining) (?:ingredient|list)|\bmore ingredients\b|\blist continue|\bcontinued on\b|\ball ingredients\b/;
const SEE_PACK = /\b(?:see|refer to|check|consult)(?: (?:the|your|product|outer|inner|back|of)){0,3} (?:pack|box|label|carton|leaflet)/;
const CURRENT = /up[- ]to[- ]date|accurate|current|change|vary|varies|differ|direction|instruction|warning/;

/** Whole texts that shops write where a list should stand. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '#name?', '#ref!', '#ref', '#value!', '#value', '#n/a', '#div/0!', '#div/0', '#null!', '#null', 'n/a', 'na', 'n.a', 'none', 'null', 'nan', 'nil',
  'undefined', 'unknown', 'tbd', 'tba', 'tbc', 'no info', 'no information', 'not available', 'unavailable', 'not listed', 'not specified', 'ingredients',
  'see description', 'see above', 'see below', 'false', 'true', 'no', 'yes', '0', 'x', 'xx', 'xxx', 'test',
  'lorem ipsum', 'nicht verfügbar', 'siehe verpackung', 'voir emballage',
]);

/** The last two letters of words that end a name; a word that ends otherwise was cut off. */
const WORD_ENDINGS: ReadonlySet<string> = new Set(
  (
    'te ct de er ne ol in th id rs es um ce al nt ds ia en an le ed se it ra af lk ot ls re ns ch ax ue us ea ow et ur on ar pa ke rk ' +
    'ta ba st di ge ts me ll lt ay is am ca ex ey il ck el na or wn da yl em ic om rd rm at ae dy ma nd ss sk la va nu sh ty ry ly ht ut ' +
    'vp cl lm lf op ap mp ng ly go co do no to so ho ga ha sa za ja ro'
  ).split(' '),
);

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

/** The name on one line, without marks; '' where nothing remains. */
function printedForm(stretch: string): string {
  const plain = UNTIDY.test(stretch)
    ? stretch
        .replace(/[*†‡§¶°^\u00b9\u00b2\u00b3\u2070\u2074-\u2079"]/g, '')
        .replace(/\+(?=[\s)\]]|$)/g, '')
        .replace(/\s?\(\d\)$/, '')
        .replaceAll('•', '-')
        .replace(/\s+/g, ' ')
    : stretch;
  let start = 0;
  let end = plain.length;
  while (start < end && ' .,;:-_/\')]}+~=&#'.includes(plain.charAt(start))) start++;
  while (end > start && ' ,;:-_/\'([{+~=&#'.includes(plain.charAt(end - 1))) end--;
  while (end > start && plain[end - 1] === '.' && !KEEPS_STOP.test(plain.slice(Math.max(start, end - 8), end))) end--;
  return plain.slice(start, end).trim();
}

const UNTIDY = /[*†‡§¶°^\u00b9\u00b2\u00b3\u2070\u2074-\u2079"•\n+]| {2}|\(\d\)$/;
const KEEPS_STOP = /(?:\bdenat|\bext|\b[a-z])\.$/i;

function marksOf(stretch: string): string {
  const marks = stretch.match(/[*†‡§¶°^\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\++(?=[*†‡\s)\]]|$)|\(\d\)$/g);
  return marks === null ? '' : marks.join('').replace(/[()]/g, '');
}

/** Marks as footnotes define them: "*+" are two, "**" is one. */
function runsOf(marks: string): string[] {
  return marks.match(/\*+|\++|†+|‡+|./gu) ?? [];
}

/** A house's own code: "F.I.L. D12345/1", "CODE 123", "067/178". Not a colour index, a PEG or a carbon chain. */
function isCode(text: string): boolean {
  const parts = text.trim().split(/[\s:]+/);
  const first = (parts[0] ?? '').replace(/[.#°()]/g, '').toLowerCase();
  if (CODE_WORDS.has(first)) return parts.length > 1 && parts.length <= 5 && /\d/.test(text) && parts.slice(1).every(isCodePart);
  return parts.every((part) => isCodePart(part) && isCodeNumber(part));
}

const CODE_WORDS: ReadonlySet<string> = new Set(['fil', 'iln', 'code', 'lot', 'batch', 'ref', 'formula', 'item', 'sku', 'art', 'rev']);

function isCodePart(part: string): boolean {
  return part.length <= 24 && /^[A-Z0-9./#()-]+$/.test(part) && !/^CI\d/.test(part);
}

function isCodeNumber(part: string): boolean {
  const bare = part.replace(/[()#.]/g, '');
  const prefix = /^[A-Z]{0,4}-?/.exec(bare)?.[0] ?? '';
  const digits = bare.slice(prefix.length);
  if (!/^\d[\d/-]*$/.test(digits) || NUMBERED.has(prefix.replace('-', ''))) return false;
  const slash = /^\d{3,}\/\d{3,}$/.test(digits);
  return prefix === '' ? slash || /^\d{6,}$/.test(digits) : /\d{4}/.test(digits);
}

/** Prefixes of names whose numbers belong to them. */
const NUMBERED: ReadonlySet<string> = new Set(['CI', 'PEG', 'PPG', 'E', 'C', 'INS', 'PVP']);

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}
