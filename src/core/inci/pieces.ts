/**
 * The text of a label, cut where its printing cuts it: at commas, line ends,
 * bullets, full stops, colons and the brackets of sub-lists.
 *
 * This knows typography only. What a piece means is for `read-label.ts`.
 */
import { isWordCode, KIND, kindOf } from './characters.js';
import { nth, placeIn } from './nth.js';
import { isDigitAt, isLower, isUpper } from './places.js';
import { ROLE, rolesOf } from './label-words.js';
import { mayEndName, onlyContinues } from './name-shape.js';

/**
 * What stands before a piece. Weakest first: of two cuts with nothing between
 * them the stronger counts. From STOP on they begin a statement.
 */
export const CUT = { DASH: 0, COMMA: 1, CLOSE: 2, OPEN: 3, COLON: 4, STOP: 5, LINE: 6, START: 7, BULLET: 8 } as const;
export type Cut = (typeof CUT)[keyof typeof CUT];

/** Whether a piece with this cut before it begins a statement of its own. */
export function beginsStatement(cut: Cut): boolean {
  return cut >= CUT.STOP;
}

/** What follows a piece: nothing to mention, a colon, or an ellipsis or something else that says "and so on". */
const FOLLOWS = { NOTHING: 0, COLON: 1, CUT_OFF: 2 } as const;
type Follows = (typeof FOLLOWS)[keyof typeof FOLLOWS];

/**
 * The pieces of a label in printed order, told by their index.
 *
 * Arrays rather than an object for each piece: a hundred thousand characters
 * may be fifty thousand pieces, and the objects would cost more than the reading.
 */
export class Pieces {
  count = 0;
  /** the text in lower case, unit for unit */
  readonly lower: string;
  /** for an opening bracket the place of its closing one, for any other place −1 */
  readonly closing: Int32Array;
  /** a bracket that was never closed, or −1 */
  readonly openAt: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #bracketEnds: Int32Array;
  readonly #cuts: Uint8Array;
  readonly #follows: Uint8Array;

  constructor(lower: string, closing: Int32Array, openAt: number) {
    this.lower = lower;
    this.closing = closing;
    this.openAt = openAt;
    // each piece but the last ends at a character of its own
    const most = lower.length + 1;
    this.#starts = new Int32Array(most);
    this.#ends = new Int32Array(most);
    this.#bracketEnds = new Int32Array(most);
    this.#cuts = new Uint8Array(most);
    this.#follows = new Uint8Array(most);
  }

  add(start: number, end: number, before: Cut, follows: Follows, bracketEnd: number): void {
    const at = this.count++;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#bracketEnds[at] = bracketEnd;
    this.#cuts[at] = before;
    this.#follows[at] = follows;
  }

  start(at: number): number {
    return placeIn(this.#starts, at);
  }

  end(at: number): number {
    return placeIn(this.#ends, at);
  }

  /** What stands before a piece. */
  before(at: number): Cut {
    return this.#cuts[at] as Cut; // only cuts are put there
  }

  /** Whether a piece begins a statement of its own; there is none after the last. */
  beginsStatement(at: number): boolean {
    return at >= this.count || beginsStatement(this.before(at));
  }

  /** Whether a colon follows. */
  colon(at: number): boolean {
    return this.#follows[at] === FOLLOWS.COLON;
  }

  /** Whether an ellipsis follows, or something else that says "and so on". */
  cutOff(at: number): boolean {
    return this.#follows[at] === FOLLOWS.CUT_OFF;
  }

  /** For a piece after the opening bracket of a sub-list: where that bracket closes; else −1. */
  bracketEnd(at: number): number {
    return placeIn(this.#bracketEnds, at);
  }
}
/** Cuts plain text into pieces. One pass beside the pairing of brackets; linear. */
export function cutIntoPieces(text: string): Pieces {
  return new Cutter(text).run();
}

const OPENING = [0x28, 0x5b, 0x7b, 0x3c];
const CLOSING = [0x29, 0x5d, 0x7d, 0x3e];
/** Words whose full stop ends nothing. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'ext no st var sp ssp subsp spp denat vit dr mt nat approx incl aq conc ca cv alc syn fil dist pat min max mrs mr'.split(
    ' ',
  ),
);
/** Words after "Ext." in the name of a colour: "Ext. Violet 2", "Ext. D&C Yellow 7". */
const COLOURS: ReadonlySet<string> = new Set('violet yellow red green blue orange black brown d fd'.split(' '));

class Cutter {
  readonly #text: string;
  readonly #lower: string;
  /** for every place, how many commas stand before it: tells whether a bracket holds a list */
  readonly #commas: Int32Array;
  readonly #pieces: Pieces;
  readonly #dashSeparates: boolean;
  readonly #stopsOnly: boolean;
  /** the list has a line for each name */
  readonly #linesPart: boolean;
  /** the text begins in lower case: then a lower case letter tells nothing */
  readonly #startsLower: boolean;
  #from = 0;
  #before: Cut = CUT.START;
  #bracketEnd = -1;
  /** the line or text began with a dash or bullet: " -X" begins the next */
  #bulleted = false;
  /** closing brackets of the sub-lists that are open */
  readonly #listEnds: number[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lower = lowerOf(text);
    const style = styleOf(text);
    const { closing, openAt, commas } = pairBrackets(text, style.brackets);
    this.#commas = commas;
    this.#pieces = new Pieces(this.#lower, closing, openAt);
    this.#dashSeparates = style.dashes >= 2 && style.dashes > style.commas;
    this.#stopsOnly = style.commas === 0;
    this.#linesPart = style.lines > style.commas;
    this.#startsLower = isLower(text.charAt(this.#afterBlanks(0)));
  }

  run(): Pieces {
    const text = this.#text;
    const { length } = text;
    let at = 0;
    while (at < length) {
      // letters, digits and blanks are nearly all of it
      const code = text.charCodeAt(at);
      at = code === BLANK || isWordCode(code) ? at + 1 : this.#step(at);
    }
    this.#cut(length, length, CUT.STOP);
    return this.#pieces;
  }

  /** Reads what stands at `at` and is no letter, digit or blank; gives the place where the text goes on. */
  #step(at: number): number {
    const text = this.#text;
    switch (text[at]) {
      case ',':
        return this.#commaCuts(at) ? this.#cut(at, at + 1, CUT.COMMA) : at + 1;
      case ';':
      case '|':
        return this.#cut(at, at + 1, CUT.COMMA);
      case '\n':
        return this.#line(at);
      case '.':
      case '…':
        return this.#stop(at);
      case '!':
      case '?':
        return this.#blankAt(at + 1) && !isLower(text.charAt(this.#afterBlanks(at + 1)))
          ? this.#cut(at, at + 1, CUT.STOP)
          : at + 1;
      case ':':
        return this.#colon(at);
      case '•':
        return this.#bullet(at);
      case '-':
        return this.#dash(at);
      case '(':
      case '[':
      case '{':
      case '<':
        return this.#open(at);
      case ')':
      case ']':
      case '}':
      case '>':
        return this.#close(at);
      default:
        return at + 1;
    }
  }

  /** Ends the piece at `at` and begins the next at `next`. An empty piece leaves no trace but the stronger cut. */
  #cut(at: number, next: number, before: Cut, follows: Follows = FOLLOWS.NOTHING): number {
    const start = this.#from;
    if (follows !== FOLLOWS.NOTHING || this.#holdsSomething(start, at)) {
      this.#pieces.add(start, at, this.#before, follows, this.#bracketEnd);
      this.#before = before;
      this.#bracketEnd = -1;
    } else if (before > this.#before) {
      this.#before = before;
    }
    this.#from = next;
    return next;
  }

  #holdsSomething(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if ((kindOf(this.#text.charCodeAt(at)) & KIND.FAINT) === 0) return true;
    return false;
  }

  #commaCuts(at: number): boolean {
    const text = this.#text;
    if (betweenDigits(text, at) || betweenLocants(text, at)) return false;
    if (isDigitAt(text, at + 1)) return true;
    // "1, 2-Hexanediol" and "Diethylhexyl 2, 6-Naphthalate": a small number before a comma and a greater one after it
    const next = this.#afterBlanks(at + 1);
    if (!isDigitAt(text, next)) return true;
    const before = text.slice(Math.max(this.#from, at - 6), at);
    if (LONE_NUMBER.test(before) && this.#blankSince(this.#from, at - before.trim().length)) return false;
    return !(
      SMALL_NUMBER.test(before) &&
      LOCANT.test(text.slice(next, next + 3)) &&
      text.charAt(at - 1) < text.charAt(next)
    );
  }

  #line(at: number): number {
    const text = this.#text;
    let next = at + 1;
    let blankLine = false;
    while (next < text.length && (text[next] === '\n' || text[next] === ' ')) {
      if (text[next] === '\n') blankLine = true;
      next++;
    }
    this.#bulleted = false;
    if (!blankLine && this.#wraps(at, next)) return next;
    return this.#cut(at, next, CUT.LINE);
  }

  /** Whether a line end only wraps a name that goes on in the next line. */
  #wraps(at: number, next: number): boolean {
    const text = this.#text;
    const first = text.charAt(next);
    if (!isLetterOrDigit(text, next) && first !== '(') return false;
    if (this.#blankSince(this.#from, at)) return false;
    const last = this.#beforeBlanks(at);
    if (text[last] === '/') return true;
    if (text[last] === '-') return !this.#blankAt(last - 1);
    const left = this.#wordBefore(at);
    if (left === '') return false;
    if (left === 'facts' || (rolesOf(left) & (ROLE.INGREDIENTS | ROLE.PRODUCT)) !== 0) return false;
    const right = this.#wordAfter(next);
    if (first === '(') return true;
    // a line for each name, but for a name that plainly goes on
    if (this.#linesPart) return !mayEndName(left) && (onlyContinues(right) || (rolesOf(right) & ROLE.TALK) !== 0);
    if (onlyContinues(right)) return true;
    return (isLower(first) && !this.#startsLower) || !mayEndName(left);
  }

  #stop(at: number): number {
    const text = this.#text;
    let next = at;
    while (text[next] === '.' || text[next] === '…') next++;
    if (next - at > 1 || text[at] === '…') return this.#cut(at, next, CUT.STOP, FOLLOWS.CUT_OFF);
    const word = this.#wordBefore(at);
    if (next >= text.length) return ABBREVIATIONS.has(word) ? next : this.#cut(at, next, CUT.STOP);
    if (this.#blankAt(next) || text[next] === '"' || text[next] === "'") {
      return this.#abbreviates(word, next) ? next : this.#cut(at, next, CUT.STOP);
    }
    // without a blank only a long word and a capital, a mark or a bracket tell the end of a statement
    const after = text.charAt(next);
    const number = isDigitAt(text, this.#beforeBlanks(at));
    if (number) return isUpper(after) && isLower(text.charAt(next + 1)) ? this.#cut(at, next, CUT.STOP) : next;
    if (word.length < 3 || ABBREVIATIONS.has(word)) return next;
    if ('*†‡[('.includes(after)) return this.#cut(at, next, CUT.STOP);
    const allCapitals = isUpper(text.charAt(at - 1));
    const capital = isUpper(after) && (!allCapitals || (word.length > 3 && isUpper(text.charAt(next + 3))));
    return capital ? this.#cut(at, next, CUT.STOP) : next;
  }

  #abbreviates(word: string, next: number): boolean {
    if (word.length === 1) return !this.#isLabelled(next) && !this.#lower.endsWith(`vitamin ${word}`, next - 1);
    if (!ABBREVIATIONS.has(word)) return false;
    const following = this.#afterBlanks(next);
    if (word === 'no') return isDigitAt(this.#text, following);
    if (word === 'ext') return COLOURS.has(this.#wordAfter(following)) || !this.#stopsOnly;
    if (word === 'denat' && this.#stopsOnly) return false;
    return !this.#isLabelled(next);
  }

  /** Whether what follows a full stop is surely a new statement: a mark, a bracket or a bullet. */
  #isLabelled(next: number): boolean {
    return '*†‡[•+'.includes(this.#text.charAt(this.#afterBlanks(next)) || '*');
  }

  #colon(at: number): number {
    const text = this.#text;
    if (isDigitAt(text, at - 1) && isDigitAt(text, at + 1)) return at + 1;
    if (text.startsWith('//', at + 1)) return at + 1;
    return this.#cut(at, at + 1, CUT.COLON, FOLLOWS.COLON);
  }

  #bullet(at: number): number {
    const text = this.#text;
    if (isDigitAt(text, at - 1) && isDigitAt(text, at + 1)) return at + 1;
    const begins = this.#blankSince(this.#from, at) && beginsStatement(this.#before);
    if (begins) this.#bulleted = true;
    return this.#cut(at, at + 1, begins || this.#bulleted ? CUT.BULLET : CUT.COMMA);
  }

  #dash(at: number): number {
    const text = this.#text;
    const following = this.#afterBlanks(at + 1);
    const begins = beginsStatement(this.#before) || this.#before === CUT.COLON;
    if (begins && this.#blankSince(this.#from, at)) {
      if (text.startsWith('->', at) || following >= text.length) return at + 1;
      this.#bulleted = true;
      return this.#cut(at, at + 1, CUT.BULLET);
    }
    const blankBefore = this.#blankAt(at - 1);
    const blankAfter = this.#blankAt(at + 1);
    if (!blankBefore && !blankAfter) return at + 1;
    if (isDigitAt(text, following) && !this.#isShare(following)) return at + 1;
    if (blankBefore && blankAfter) return this.#dashSeparates ? this.#cut(at, at + 1, CUT.COMMA) : at + 1;
    if (text[at - 1] === '/' || text[at + 1] === '/') return at + 1;
    if (blankBefore) {
      if (this.#bulleted) return this.#cut(at, at + 1, CUT.BULLET);
      return onlyContinues(this.#wordAfter(following)) ? at + 1 : this.#cut(at, at + 1, CUT.DASH);
    }
    const ends = text[at - 1] === ')' || (!isDigitAt(text, at - 1) && mayEndName(this.#wordBefore(at)));
    return ends && isUpper(text.charAt(following)) && !onlyContinues(this.#wordAfter(following))
      ? this.#cut(at, at + 1, CUT.DASH)
      : at + 1;
  }

  #open(at: number): number {
    const end = placeIn(this.#pieces.closing, at);
    if (end < 0) {
      // never closed: before a name it opens a list, inside one it is a slip of the pen
      return this.#blankSince(this.#from, at) ? this.#cut(at, at + 1, CUT.COMMA) : at + 1;
    }
    if (!this.#holdsList(at, end)) return end;
    this.#listEnds.push(end);
    this.#cut(at, at + 1, CUT.OPEN);
    this.#bracketEnd = end;
    return at + 1;
  }

  #close(at: number): number {
    if (this.#listEnds.at(-1) === at) {
      this.#listEnds.pop();
      return this.#cut(at, at + 1, CUT.CLOSE);
    }
    return at + 1;
  }

  /** Whether a bracket holds names of its own, rather than a remark on the name before it. */
  #holdsList(at: number, end: number): boolean {
    if (MAY_CONTAIN_FIRST.test(this.#lower.slice(at + 1, Math.min(end, at + 30)))) {
      return !MARKER_ONLY.test(this.#lower.slice(at + 1, Math.min(end, at + 40)));
    }
    if (this.#blankSince(this.#from, at)) return placeIn(this.#commas, end) > placeIn(this.#commas, at);
    const general = (rolesOf(this.#wordBefore(at)) & ROLE.GENERAL) !== 0;
    if (placeIn(this.#commas, end) === placeIn(this.#commas, at)) {
      return general && JOINED.test(this.#lower.slice(at, Math.min(end, at + LONGEST_REMARK)));
    }
    // "Aqua (Water, Eau)": other names of the name before, unless it is no name but a word for many
    if (!general && end - at < LONGEST_REMARK) return false;
    // "Citrus Aurantium (Orange, Sweet) Peel Oil": the name goes on, so the bracket was a remark in it
    const tail = this.#wordAfter(this.#afterBlanks(end + 1));
    return (rolesOf(tail) & ROLE.FORM) === 0;
  }

  #isShare(at: number): boolean {
    return SHARE_FIRST.test(this.#text.slice(at, at + 12));
  }

  #blankAt(at: number): boolean {
    const char = this.#text[at];
    return char === undefined || char === ' ' || char === '\n';
  }

  #blankSince(from: number, to: number): boolean {
    const text = this.#text;
    let at = to - 1;
    while (at >= from && (text[at] === ' ' || text[at] === '\n' || text[at] === '"')) at--;
    return at < from;
  }

  #afterBlanks(at: number): number {
    const text = this.#text;
    let next = at;
    while (text[next] === ' ') next++;
    return next;
  }

  #beforeBlanks(at: number): number {
    const text = this.#text;
    let last = at - 1;
    while (text[last] === ' ') last--;
    return last;
  }

  /** The word that ends right before `at`, blanks skipped; lower case, at most 24 letters. */
  #wordBefore(at: number): string {
    const end = this.#beforeBlanks(at) + 1;
    let start = end;
    while (start > 0 && end - start < LONGEST_WORD && isLetterOrDigit(this.#text, start - 1)) start--;
    return this.#lower.slice(start, end);
  }

  #wordAfter(at: number): string {
    let end = at;
    while (end - at < LONGEST_WORD && isLetterOrDigit(this.#text, end)) end++;
    return this.#lower.slice(at, end);
  }
}

const BLANK = 0x20;
const LONGEST_WORD = 24;
/** A bracket longer than this is no remark. */
const LONGEST_REMARK = 200;
const LONE_NUMBER = /^\s*\d{1,2}\s*$/;
const SMALL_NUMBER = /(?:^|\s)[1-3]$/;
const LOCANT = /^[2-9]-\p{L}/u;
/** A letter or digit in the narrow sense: no sign outside ASCII, whatever it is. */
function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? isWordCode(code) : LETTER_OR_DIGIT.test(text.charAt(at));
}
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SHARE_FIRST = /^\d{1,3}(?:[.,]\d{1,3})?\s?(?:%|percent)/i;
const MAY_CONTAIN_FIRST = /^\s{0,3}(?:\+\s?\/\s?-?|±|may ?contain|peut contenir|kann enthalten)/;
const MARKER_ONLY = /^[\s+/±:-]*(?:may ?contain)?[\s+/±:-]*$/;
const JOINED = /\s(?:and|&|\+)\s/;

/** "1,2-Hexanediol" and "2,5 %" hold commas between digits; "CI 77491,77492" are two numbers. */
function betweenDigits(text: string, comma: number): boolean {
  if (!isDigitAt(text, comma - 1) || !isDigitAt(text, comma + 1)) return false;
  return !(isDigitAt(text, comma - 2) && isDigitAt(text, comma - 3));
}

/** "N,N-Dimethylglycine", "Alpha,Alpha-Dimethyl…", "4a,5,9b-Tetrahydro…": places in a molecule. */
function betweenLocants(text: string, comma: number): boolean {
  LOCANT_AFTER.lastIndex = comma + 1;
  return (
    text.charCodeAt(comma + 1) !== BLANK &&
    LOCANT_AFTER.test(text) &&
    LOCANT_BEFORE.test(text.slice(Math.max(0, comma - 8), comma))
  );
}

const LOCANT_BEFORE = /(?:^|[^A-Za-z0-9])(?:[NOPS]|alpha|beta|gamma|cis|trans|\d{1,2}(?:[a-d]|a?alpha|beta)?)'?$/i;
const LOCANT_AFTER = /(?:[NOPS]|alpha|beta|gamma|cis|trans|\d{1,2}(?:[a-d]|a?alpha|beta)?)'?[-,]/iy;

/** Lower case, unit for unit, whatever the letters. */
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('');
}

/** Which signs the text is made with: tells a list of commas from one of lines or dashes. */
function styleOf(text: string): { commas: number; dashes: number; lines: number; brackets: boolean } {
  let commas = 0;
  let dashes = 0;
  let lines = 0;
  let brackets = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 || code === 0x20) {
      if (code === 0x7c) commas++;
      else if (code === 0x7b) brackets = true;
    } else if (code === 0x2c) {
      if (!betweenDigits(text, at)) commas++;
    } else if (code === 0x3b) commas++;
    else if (code === 0x0a) lines++;
    else if (code === 0x28 || code === 0x5b || code === 0x3c) brackets = true;
    else if (code === 0x2d && text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at + 1) === 0x20) dashes++;
  }
  return { commas, dashes, lines, brackets };
}

/** Pairs brackets of each kind by themselves, so that one slip spoils only its own kind. */
function pairBrackets(text: string, any: boolean): { closing: Int32Array; openAt: number; commas: Int32Array } {
  const closing = new Int32Array(text.length).fill(-1);
  const commas = new Int32Array(any ? text.length + 1 : 0);
  const open: number[][] = [[], [], [], []];
  let seen = 0;
  for (let at = 0; any && at < text.length; at++) {
    commas[at] = seen;
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) continue;
    if (code === 0x3b || (code === 0x2c && !betweenDigits(text, at))) {
      seen++;
      continue;
    }
    const opens = OPENING.indexOf(code);
    if (opens >= 0) {
      // "<5 %" opens no bracket
      if (code === 0x3c && !isLower(text.charAt(at + 1)) && !isUpper(text.charAt(at + 1))) continue;
      nth(open, opens).push(at);
      continue;
    }
    const closes = CLOSING.indexOf(code);
    const start = closes < 0 ? undefined : nth(open, closes).pop();
    if (start !== undefined) closing[start] = at;
  }
  return { closing, commas, openAt: Math.max(-1, ...open.map((places) => places.at(-1) ?? -1)) };
}
