/**
 * What has been read of a label so far: its names, list by list, and what was
 * set aside. The reader decides what a stretch is; the ledger writes it down.
 */
import { isWordCode } from './characters.js';
import type { CleanText } from './clean-text.js';
import { codeStart, mayHoldCodes } from './codes.js';
import type { AsideKind, PrintedName, ReadLabel, Section, SetAside } from './label.js';
import { ROLE } from './label-words.js';
import { listState } from './list-state.js';
import { mayEndName, onlyContinues } from './name-shape.js';
import { nth, placeIn } from './nth.js';
import type { Pieces } from './pieces.js';
import { dropBlanks, holdsWord, isBlank, isDigitAt, isUpper, skipBlanks } from './places.js';
import { isMark, marksOf, mayHoldMarks, printedForm, singleMarks } from './printed-form.js';
import { onlyShare, shareAt } from './shares.js';
import { isPurpose } from './talk.js';
import { warningsOf } from './warnings.js';
import { Words } from './words.js';

/** A list of the label while it is being read. */
interface Draft {
  /** index of its first name */
  readonly first: number;
  /** how many of its names, from the first on, stand after bullets that begin a line: perhaps only highlights */
  bulleted: number;
  titleStart: number;
  titleEnd: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export class Ledger {
  /** the section that the next name stands in */
  section: Section = 'LIST';
  /** the statement in hand began with a bullet */
  bulleted = false;
  /** the list goes on elsewhere: an ellipsis, "etc" */
  cutOff = false;
  drugFacts = false;
  namesInList = 0;

  readonly #clean: CleanText;
  readonly #text: string;
  readonly #lower: string;
  readonly #pieces: Pieces;
  readonly #hasMarks: boolean;
  readonly #hasCodes: boolean;
  readonly #hasPercents: boolean;
  readonly #words: Words;
  readonly #rest: Words;

  /** until the label is closed their places are those of the plain text, and set aside stands without its words */
  #names: Writable<PrintedName>[] = [];
  readonly #asides: Writable<SetAside>[] = [];
  /** names with footnote marks, and those marks */
  readonly #marked: { readonly name: Writable<PrintedName>; readonly marks: string }[] = [];
  readonly #lists: Draft[] = [];
  #list: Draft;
  /** a product was announced whose list has not come yet, or never came */
  #announced = false;
  #listless = false;
  readonly #marksSeen = new Set<string>();
  /** whether the footnotes of a mark speak of fragrance, by mark, and by list and mark */
  readonly #notes = new Map<string, boolean>();
  /** the footnote mark whose text is still to come */
  #openNote: string | undefined;
  /** what is set aside next goes on what was set aside last */
  #joinAside = false;

  constructor(clean: CleanText, pieces: Pieces) {
    this.#clean = clean;
    this.#list = this.#newList();
    this.#text = clean.text;
    this.#lower = pieces.lower;
    this.#pieces = pieces;
    this.#words = new Words(pieces.lower, pieces.closing);
    this.#rest = new Words(pieces.lower, pieces.closing);
    this.#hasMarks = mayHoldMarks(clean.text);
    this.#hasCodes = mayHoldCodes(clean.text);
    this.#hasPercents = ['%', 'percent', 'per cent'].some((sign) => pieces.lower.includes(sign));
  }

  /** how many names were written down */
  get count(): number {
    return this.#names.length;
  }

  /** Whether a name before carries this footnote mark. */
  hasSeen(mark: string): boolean {
    return this.#marksSeen.has(mark);
  }

  /** why the last words that are no name were set aside */
  get lastAside(): AsideKind | undefined {
    return this.#asides.at(-1)?.why;
  }

  /** What comes now is no continuation of what was set aside last. */
  beginStatement(bulleted: boolean): void {
    this.bulleted = bulleted;
    this.#joinAside = false;
  }

  // ---------- lists ----------

  /** Opens the next list, if the one in hand has a name; tells whether it did. */
  openList(): boolean {
    this.section = 'LIST';
    if (this.namesInList === 0) return false;
    this.#list = this.#newList();
    this.namesInList = 0;
    return true;
  }

  #newList(): Draft {
    const list = { first: this.#names.length, bulleted: 0, titleStart: 0, titleEnd: 0 };
    this.#lists.push(list);
    return list;
  }

  /** Sets a title aside and gives it to the list in hand. */
  title(start: number, end: number): void {
    this.#list.titleStart = start;
    this.#list.titleEnd = end;
    this.#announced = this.#words.read(start, end).has(ROLE.PRODUCT);
  }

  /** "Octocrylene 9%. Inactive Ingredients:" needed no heading to tell the actives. */
  markActives(): void {
    const names = this.#names.slice(this.#list.first);
    if (names.every(({ declaredShare }) => declaredShare !== undefined))
      for (const name of names) name.section = 'ACTIVE';
  }

  // ---------- what is no name ----------

  aside(from: number, to: number, why: AsideKind): void {
    const start = skipBlanks(this.#text, from, to);
    const end = dropBlanks(this.#text, start, to);
    if (!holdsWord(this.#text, start, end)) return;
    const last = this.#asides.at(-1);
    if (this.#joinAside && last?.why === why && why !== 'HEADING') last.end = end;
    else this.#asides.push({ text: '', start, end, why });
    this.#joinAside = true;
    if (why === 'MARKETING' && this.#announced) this.#listless = true;
    if (why === 'REMARK' && AND_MORE.test(this.#lower.slice(start, start + 12))) this.cutOff = true;
    if (why === 'FOOTNOTE' && this.#openNote !== undefined) {
      this.#noteSays(this.#openNote, this.#lower.slice(start, end));
      this.#openNote = undefined;
    }
  }

  /** Sets a footnote aside: its mark at `start`, its text from `textAt`; the text may also be still to come. */
  footnote(mark: string, start: number, textAt: number, end: number): void {
    this.#noteSays(mark, this.#lower.slice(textAt, end));
    this.#joinAside = false;
    this.aside(start, end, 'FOOTNOTE');
    if (textAt >= end) this.#openNote = mark;
  }

  #noteSays(mark: string, text: string): void {
    const fragrance = FRAGRANCE.test(text) && !DENIAL.test(text);
    for (const key of [mark, `${this.#lists.length - 1} ${mark}`])
      this.#notes.set(key, fragrance || this.#notes.get(key) === true);
  }

  // ---------- names ----------

  /** Writes down the names of a stretch that holds nothing else: parted where "and" joins two, or a mark or a percentage closes one. */
  names(from: number, to: number): void {
    const start = skipBlanks(this.#text, from, to);
    const whole = dropBlanks(this.#text, start, to);
    if (start === whole) return;
    let end = this.#hasCodes ? codeStart(this.#text, start, whole) : whole;
    if (end < whole) this.aside(end, whole, 'CODE');
    const words = this.#words.read(start, end);
    let count = words.count;
    while (words.is(count - 1, ROLE.AND_SO_ON)) count--;
    while (count < words.count && words.is(count - 1, ROLE.JOIN)) count--;
    if (count < words.count) {
      this.cutOff = true;
      this.aside(words.start(count), end, 'REMARK');
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
    const text = this.#text;
    let after = words.end(index);
    if (index + 1 >= words.count || !isMark(text, after)) return false;
    while (isMark(text, after)) after++;
    const next = words.start(index + 1);
    return (
      isBlank(text, after) &&
      skipBlanks(text, after, next) === next &&
      isUpper(text.charAt(next)) &&
      mayEndName(words.word(index)) &&
      !onlyContinues(words.word(index + 1))
    );
  }

  /** Gives each percentage to its name: the one before it, or after it where it stands first. */
  #shares(from: number, to: number): void {
    const text = this.#text;
    const start = skipBlanks(text, from, to);
    const end = dropBlanks(text, start, to);
    if (start === end) return;
    let nameAt = start;
    /** where a share that stands before its name was printed, and how much it is */
    let aheadAt = -1;
    let aheadShare: number | undefined;
    for (let at = this.#hasPercents ? start : end; at < end;) {
      const printed = this.#shareAt(at, start, end);
      if (printed === undefined) {
        at = this.#afterRemark(at, end);
        continue;
      }
      const nameEnd = dropBlanks(text, nameAt, at);
      if (holdsWord(text, nameAt, nameEnd)) {
        if (aheadAt < 0) this.#name(nameAt, nameEnd, nameAt, printed.end, printed.share);
        else this.#name(nameAt, nameEnd, aheadAt, nameEnd, aheadShare);
        if (aheadAt >= 0) [aheadAt, aheadShare] = [at, printed.share];
      } else if (at === start && holdsWord(text, printed.end, end)) {
        [aheadAt, aheadShare] = [at, printed.share];
      } else {
        this.#shareOfLast(aheadAt < 0 ? nameAt : aheadAt, printed.end, printed.share);
        aheadAt = -1;
      }
      at = printed.end;
      while (at < end && ' )]'.includes(text.charAt(at))) at++;
      nameAt = at;
    }
    if (aheadAt >= 0) this.#name(nameAt, end, aheadAt, end, aheadShare);
    else if (nameAt === start) this.#name(start, end, start, end, undefined);
    else this.#afterLastShare(nameAt, end);
  }

  #shareAt(at: number, start: number, end: number): { end: number; share?: number } | undefined {
    const text = this.#text;
    if (!isDigitAt(text, at) && text[at] !== '<' && text[at] !== '>') return undefined;
    // digits inside a name are part of it: "C12", "PEG-8"
    const inWord = isWordCode(text.charCodeAt(at - 1)) || (text[at - 1] === '-' && !isBlank(text, at - 2));
    if (at > start && inWord) return undefined;
    const printed = shareAt(text, at);
    return printed === undefined || printed.end > end ? undefined : printed;
  }

  /** The next place to look for a percentage: remarks in brackets are passed over, unless they are one. */
  #afterRemark(at: number, end: number): number {
    const close = placeIn(this.#pieces.closing, at);
    if (close < 0 || close >= end || onlyShare(this.#text, at, Math.min(close + 1, at + 40))) return at + 1;
    return close + 1;
  }

  /** "Zinc Oxide 9% Sunscreen", "Urea 10% (synthetic)", "Zinc Oxide 9%Water". */
  #afterLastShare(start: number, end: number): void {
    const words = this.#rest.read(start, end);
    if (words.count === 0) this.#extendLast(end);
    else if (isPurpose(words)) this.aside(start, end, 'REMARK');
    else this.#name(start, end, start, end, undefined);
  }

  /** A percentage between commas or after a colon belongs to the name before it. */
  #shareOfLast(start: number, end: number, share: number | undefined): void {
    const last = this.#names.at(-1);
    if (last === undefined || this.namesInList === 0) {
      this.aside(start, end, 'REMARK');
      return;
    }
    if (last.declaredShare === undefined && share !== undefined) last.declaredShare = share;
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
      this.aside(spanStart, spanEnd, 'REMARK');
      return;
    }
    if (this.bulleted && this.#list.bulleted === this.namesInList) this.#list.bulleted++;
    const position = ++this.namesInList;
    const list = this.#lists.length - 1;
    const name: Writable<PrintedName> = {
      printed,
      position,
      start: spanStart,
      end: spanEnd,
      list,
      section: this.section,
    };
    if (share !== undefined) name.declaredShare = share;
    this.#names.push(name);
    const marks = this.#hasMarks ? marksOf(stretch) : '';
    if (marks !== '') {
      if (!this.#marksSeen.has(marks)) for (const mark of singleMarks(marks)) this.#marksSeen.add(mark);
      this.#marked.push({ name, marks });
    }
    this.#announced = false;
    this.#joinAside = false;
  }

  // ---------- the whole ----------

  /** All that was read, in places of the original text. */
  close(original: string): ReadLabel {
    for (const { name, marks } of this.#marked) {
      name.marks = marks;
      if (this.#notes.size > 0 && this.#meansFragrance(name.list, marks)) name.fragranceMark = true;
    }
    this.#setHighlightsAside();
    const lists = this.#closeLists();
    const { openAt } = this.#pieces;
    const state = listState({
      text: this.#text,
      lower: this.#lower,
      names: this.#names,
      asides: this.#asides,
      cutOff: this.cutOff,
      listless: this.#listless || this.#announced,
      openAt,
    });
    for (const name of this.#names) {
      name.start = this.#clean.originOf(name.start);
      name.end = this.#clean.originOfEnd(name.end);
    }
    const setAside = this.#setAside(original);
    return {
      names: this.#names,
      lists,
      state,
      drugFacts: this.drugFacts,
      setAside,
      warnings: warningsOf(setAside, this.#clean.mended, lists.length, openAt >= 0, state),
    };
  }

  #meansFragrance(list: number, marks: string): boolean {
    return singleMarks(marks).some((mark) => this.#notes.get(`${list} ${mark}`) ?? this.#notes.get(mark));
  }

  /**
   * Bulleted names that are only highlights: a few, before a list or without one.
   *
   * Six or more, or one of them water, are a list that was printed with bullets;
   * a name with a percentage is kept in any case, because it must not be lost.
   */
  #setHighlightsAside(): void {
    const highlights = new Set<PrintedName>();
    for (const { first, bulleted } of this.#lists) {
      if (bulleted === 0 || bulleted >= FEWEST_BULLETS) continue;
      const names = this.#names.slice(first, first + bulleted);
      if (names.some(({ printed }) => WATER_FIRST.test(printed))) continue;
      for (const name of names) if (name.declaredShare === undefined) highlights.add(name);
    }
    if (highlights.size === 0) return;
    this.#names = this.#names.filter((name) => !highlights.has(name));
    for (const { start, end } of highlights) this.#asides.push({ text: '', start, end, why: 'MARKETING' });
  }

  /** The lists that have names. Their names stand in their order; they are counted anew, because some may be gone. */
  #closeLists(): { readonly title?: string }[] {
    const lists: { readonly title?: string }[] = [];
    let list = -1;
    let position = 0;
    for (const name of this.#names) {
      if (name.list !== list) {
        ({ list } = name);
        lists.push(this.#titled(nth(this.#lists, list)));
        position = 0;
      }
      name.position = ++position;
      name.list = lists.length - 1;
    }
    return lists;
  }

  #titled({ titleStart, titleEnd }: Draft): { readonly title?: string } {
    const title = onOneLine(this.#text.slice(titleStart, titleEnd)).replace(/ ?Division$/, '');
    return title === '' ? {} : { title };
  }

  #setAside(original: string): SetAside[] {
    const asides: SetAside[] = this.#asides;
    let ordered = true;
    let last = 0;
    for (const aside of this.#asides) {
      aside.text = onOneLine(this.#text.slice(aside.start, aside.end));
      aside.start = this.#clean.originOf(aside.start);
      aside.end = this.#clean.originOfEnd(aside.end);
      ordered &&= aside.start >= last;
      last = aside.start;
    }
    for (const { start, end } of this.#clean.markup) {
      asides.push({ text: original.slice(start, end), start, end, why: 'MARKUP' });
      ordered = false;
    }
    return ordered ? asides : asides.sort((a, b) => a.start - b.start);
  }
}

const AND_MORE = /^(?:and|&) (?:more|other)/;
const SEVERAL_BLANKS = /\n| {2}/;
const FEWEST_BULLETS = 6;
const WATER_FIRST = /^(?:aqua|water|eau)(?:$|[\s/(])/i;
const DENIAL = /\b(?:free|no|not|without)\b/;
const FRAGRANCE = /fragran|parfum|perfume|aroma|flavou?r|essential oil/;

function onOneLine(text: string): string {
  return SEVERAL_BLANKS.test(text) ? text.replace(/\s+/g, ' ') : text;
}
