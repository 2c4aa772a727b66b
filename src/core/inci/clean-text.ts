import { foldLookAlikes, greekWord } from './look-alikes.js';

/** A half-open stretch of the original text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What was mended while the text was made plain. */
export type Mended = 'MARKUP' | 'INVISIBLE' | 'CONTROL' | 'LOOK_ALIKE' | 'MOJIBAKE' | 'DAMAGED';

/** A label in plain characters, each of which still knows where it was printed. */
export interface CleanText {
  /** one kind of blank, dash, bullet, quote and line break; no tags, entities, or letters of disguise */
  readonly text: string;
  /** half-open span in the original text of everything between two places of `text` */
  spanOf(start: number, end: number): Span;
  /** HTML tags and comments, neighbours joined */
  readonly markup: readonly Span[];
  readonly mended: ReadonlySet<Mended>;
}

/**
 * The text of a label, made plain.
 *
 * Labels come from web pages, spreadsheets and scanned PDFs. What a reader does
 * not see (tags, zero-width characters, which of nine dashes it is) is settled
 * here once, so that the scanner that follows only knows one of each. Nothing
 * is judged and nothing is lost: every place of the result points back.
 *
 * One pass, time linear in the length of the text.
 */
export function cleanText(original: string): CleanText {
  if (isPlain(original)) {
    return { text: original, spanOf: (start, end) => ({ start, end }), markup: [], mended: new Set() };
  }
  const cleaner = new Cleaner(original);
  cleaner.run();
  return cleaner.result();
}

/** Printable ASCII without the beginnings of tags, entities or odd slashes needs no work. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || (code < 0x20 && code !== LINE_FEED)) return false;
    if (code === AMPERSAND || code === LESS || code === BACKSLASH) return false;
  }
  return true;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const BACKSLASH = 0x5c;
const LONE_LEAD = 0xc2;

class Cleaner {
  readonly #from: string;
  readonly #units: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #markup: { start: number; end: number }[] = [];
  readonly #mended = new Set<Mended>();
  /** what each foreign character comes to; a label repeats the same few */
  readonly #looks = new Map<number, Look>();
  #foreignLetters = false;
  /** inside <sup>: digits there are footnote marks */
  #raised = false;

  constructor(from: string) {
    this.#from = from;
  }

  run(): void {
    const from = this.#from;
    let at = 0;
    while (at < from.length) at = this.#step(at);
  }

  result(): CleanText {
    if (this.#foreignLetters) this.#foldWords();
    const starts = this.#starts;
    const ends = this.#ends;
    return {
      text: textOf(this.#units),
      // `end` is never 0 and never beyond the text: a span holds at least one character
      spanOf: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
      markup: this.#markup,
      mended: this.#mended,
    };
  }

  /** Reads what stands at `at` and gives the place after it. */
  #step(at: number): number {
    const code = this.#from.charCodeAt(at);
    if (code < 0x80) return this.#ascii(code, at);
    const garbled = this.#mojibake(at);
    if (garbled !== undefined) return garbled;
    if (code === LONE_LEAD && !(this.#from.charCodeAt(at + 1) > 0x20)) {
      // "Â " was a non-breaking blank once
      this.#mended.add('MOJIBAKE');
      this.#put(' ', at, at + 1);
      return at + 1;
    }
    const point = this.#from.codePointAt(at) ?? code;
    const next = at + (point > 0xffff ? 2 : 1);
    this.#foreign(point, at, next);
    return next;
  }

  #ascii(code: number, at: number): number {
    const from = this.#from;
    if (code === RETURN) {
      const next = from.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
      this.#put('\n', at, next);
      return next;
    }
    if (code === LESS) return this.#tag(at);
    if (code === AMPERSAND) return this.#entity(at);
    if (code === BACKSLASH) this.#put('/', at, at + 1);
    else if (code >= 0x20 && code !== 0x7f) this.#unit(code, at, at + 1);
    else if (code === LINE_FEED || code === 0x0b || code === 0x0c) this.#put('\n', at, at + 1);
    else {
      if (code !== 0x09) this.#mended.add('CONTROL');
      this.#put(' ', at, at + 1);
    }
    return at + 1;
  }

  #foreign(point: number, start: number, end: number): void {
    let look = this.#looks.get(point);
    if (look === undefined) {
      look = lookOf(point);
      this.#looks.set(point, look);
    }
    if (look.mended !== undefined) this.#mended.add(look.mended);
    if (look.foreignLetter) this.#foreignLetters = true;
    this.#put(look.plain, start, end);
  }

  /**
   * UTF-8 that was once read as Latin-1 or Windows-1252, as "CafÃ©".
   * @returns the place after it, or undefined if the characters at `at` are not such a sequence
   */
  #mojibake(at: number): number | undefined {
    const lead = byteOf(this.#from.charCodeAt(at));
    const length = lead === undefined ? 0 : lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (lead === undefined || length === 0 || lead >= 0xf5) return undefined;
    let point = lead & (0xff >> (length + 1));
    for (let byte = 1; byte < length; byte++) {
      const next = byteOf(this.#from.charCodeAt(at + byte));
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    this.#mended.add('MOJIBAKE');
    this.#foreign(point, at, at + length);
    return at + length;
  }

  #tag(at: number): number {
    const from = this.#from;
    if (from.startsWith('<!--', at)) {
      const close = from.indexOf('-->', at + 4);
      // without an end the rest of the text is the comment; so this search fails at most once
      return this.#setAside(at, close < 0 ? from.length : close + 3);
    }
    let name = '';
    let end = at + 1;
    const closing = from[end] === '/';
    if (closing) end++;
    while (end < from.length && end - at < LONGEST_TAG_NAME && ALPHANUMERIC.test(from.charAt(end))) {
      name += from.charAt(end);
      end++;
    }
    name = name.toLowerCase();
    const known = TAGS.get(name);
    // stops at the next "<", where the search for the next tag begins: no character is read twice
    while (end < from.length && from[end] !== '>' && from[end] !== '<') end++;
    if (known === undefined || from[end] !== '>') {
      this.#unit(LESS, at, at + 1);
      return at + 1;
    }
    end++;
    if (known === 'HIDDEN' && !closing) end = this.#hiddenEnd(name, end);
    if (known === 'RAISED') this.#raised = !closing;
    if (known === 'LINE') this.#put('\n', at, end);
    return this.#setAside(at, end);
  }

  /** The end of a script or style element: what stands in it was never printed. */
  #hiddenEnd(name: string, after: number): number {
    const from = this.#from;
    for (let at = from.indexOf('</', after); at >= 0; at = from.indexOf('</', at + 2)) {
      if (from.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
      const end = from.indexOf('>', at);
      return end < 0 ? from.length : end + 1;
    }
    return from.length;
  }

  #setAside(start: number, end: number): number {
    this.#mended.add('MARKUP');
    const last = this.#markup.at(-1);
    if (last?.end === start) last.end = end;
    else this.#markup.push({ start, end });
    return end;
  }

  #entity(at: number): number {
    const from = this.#from;
    let start = at + 1;
    // "&amp;eacute;" was escaped twice
    while (from.startsWith('amp;', start)) start += 4;
    let end = start;
    while (end - start < LONGEST_ENTITY && ENTITY_LETTER.test(from.charAt(end))) end++;
    const named = from.charAt(end) === ';' ? entity(from.slice(start, end)) : undefined;
    if (named === undefined) {
      this.#unit(AMPERSAND, at, start);
      return start;
    }
    end++;
    if (named < 0x80) {
      if (named === RETURN || named === LINE_FEED) this.#put('\n', at, end);
      else if (named < 0x20) this.#put(' ', at, end);
      else this.#unit(named === BACKSLASH ? 0x2f : named, at, end);
    } else {
      this.#foreign(named, at, end);
    }
    return end;
  }

  #put(plain: string, start: number, end: number): void {
    for (let at = 0; at < plain.length; at++) this.#unit(plain.charCodeAt(at), start, end);
  }

  #unit(code: number, start: number, end: number): void {
    this.#units.push(this.#raised ? (RAISED_DIGITS[code - 0x30] ?? code) : code);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** Folds look-alike letters, word by word, once all letters are known. */
  #foldWords(): void {
    const text = textOf(this.#units);
    for (const match of text.matchAll(FOREIGN_WORD)) {
      const word = match[0];
      if (greekWord(word) !== undefined) continue;
      const folded = foldLookAlikes(word);
      if (folded === word) continue;
      this.#mended.add('LOOK_ALIKE');
      // every twin is one unit for one unit, so places stay true
      for (let at = 0; at < folded.length; at++) this.#units[match.index + at] = folded.charCodeAt(at);
    }
  }
}

/** What a character outside ASCII comes to. */
interface Look {
  readonly plain: string;
  readonly mended?: Mended;
  readonly foreignLetter?: boolean;
}

function lookOf(point: number): Look {
  const char = String.fromCodePoint(point);
  const single = SINGLE.get(char);
  if (single !== undefined) return { plain: single };
  if (INVISIBLE.test(char)) return { plain: '', mended: 'INVISIBLE' };
  if (point === 0xfffd || point < 0xa0) return { plain: ' ', mended: 'DAMAGED' };
  if (point >= 0xff01 && point <= 0xff5e) return { plain: String.fromCharCode(point - 0xfee0).replace('\\', '/') };
  if (KEPT.test(char)) return { plain: char };
  const letters = char.normalize('NFKC').replace(BLANKS, ' ');
  return { plain: letters, foreignLetter: ANOTHER_SCRIPT.test(letters) };
}

const LONGEST_TAG_NAME = 12;
const LONGEST_ENTITY = 10;
const ALPHANUMERIC = /[A-Za-z0-9]/;
const ENTITY_LETTER = /[A-Za-z0-9#]/;
const INVISIBLE = /[\u00ac\u00ad\u034f\u061c\u180e\ufe00-\ufe0f\ufeff]|\p{Cf}/u;
const BLANKS = /\s/g;
/** Footnote marks and signs that compatibility folding would turn into letters and digits. */
const KEPT = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2122\u2120\u00ae\u00a9\u00b0\u2026]/;
const ANOTHER_SCRIPT = /[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]|[\u0131\u017f\u0251\u0261]/u;
const FOREIGN_WORD = /[\p{L}\p{M}]+/gu;
const RAISED_DIGITS = [0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079];

/** Characters of which a label needs only one kind. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ...each(' \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u00a0', ' '),
  ...each('\u0085\u2028\u2029', '\n'),
  ...each('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u30fc', '-'),
  ...each('\u2022\u00b7\u25cf\u2219\u25aa\u25ab\u25e6\u2023\u30fb\u2027\u25a0\u25a1\u25cb\u25c6\u25b6\u25ba\u27a2\u2713\u2714\u22c5', '•'),
  ...each('\u2018\u2019\u201b\u02bc\u00b4\u2032', "'"),
  ...each('\u201c\u201d\u201e\u00ab\u00bb\u2033', '"'),
  ...each('\u3001\ufe50\ufe51', ','),
  ...each('\u3002', '.'),
  ...each('\u3010\u3014', '['),
  ...each('\u3011\u3015', ']'),
  ...each('\u2217\u204e\u2731\u22c6\u2605\u2606', '*'),
  ...each('\u2215\u2044', '/'),
  ...each('\u207a', '+'),
  ...each('\u00ba\u02da', '°'),
  ...each('\u00d7', 'x'),
  ...each('\u2021\u2020\u00a7\u00b6\u00b1', undefined),
]);

function each(chars: string, plain: string | undefined): [string, string][] {
  return [...chars].map((char) => [char, plain ?? char]);
}

/** What a tag does to the words around it: nothing, a new line, hiding, or raising. */
const TAGS: ReadonlyMap<string, 'INLINE' | 'LINE' | 'HIDDEN' | 'RAISED'> = new Map([
  ...tags('a b i u em strong span font small big mark abbr img sub tt code ins del s body html head meta link input button label svg path', 'INLINE'),
  ...tags('br p div li ul ol dl dt dd tr td th table tbody thead h1 h2 h3 h4 h5 h6 hr section article header footer title pre blockquote', 'LINE'),
  ...tags('script style', 'HIDDEN'),
  ...tags('sup', 'RAISED'),
]);

function tags<T>(names: string, effect: T): [string, T][] {
  return names.split(' ').map((name) => [name, effect]);
}

/** Named entities that shop pages write into ingredient lists. */
const ENTITIES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
    zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad', reg: '®', copy: '©', trade: '™', deg: '°', micro: 'µ', middot: '·',
    bull: '•', hellip: '…', ndash: '–', mdash: '—', minus: '−', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
    laquo: '«', raquo: '»', sbquo: '‚', plusmn: '±', times: '×', dagger: '†', Dagger: '‡', sect: '§', para: '¶',
    sup1: '¹', sup2: '²', sup3: '³', frac12: '½', ordm: 'º', ordf: 'ª', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ',
    omega: 'ω', agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç',
    egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ',
    ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', ugrave: 'ù', uacute: 'ú', ucirc: 'û',
    uuml: 'ü', szlig: 'ß', Eacute: 'É', Egrave: 'È', Agrave: 'À', Ccedil: 'Ç', Ouml: 'Ö', Uuml: 'Ü', Auml: 'Ä',
    comma: ',', period: '.', colon: ':', semi: ';', lpar: '(', rpar: ')', sol: '/', bsol: '\\', ast: '*', percnt: '%',
    lsqb: '[', rsqb: ']', plus: '+', hyphen: '-', dash: '-', num: '#', Tab: '\t', NewLine: '\n', tab: '\t', newline: '\n',
  }).map(([name, char]) => [name, char.charCodeAt(0)]),
);

/** The code point that an entity stands for, without its "&" and ";". */
function entity(name: string): number | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name);
  const hex = name[1] === 'x' || name[1] === 'X';
  const digits = name.slice(hex ? 2 : 1);
  const point = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, hex ? 16 : 10) : Number.NaN;
  return point > 0x10ffff || Number.isNaN(point) || (point >= 0xd800 && point < 0xe000) ? undefined : point;
}

/** Windows-1252 characters beside Latin-1, in the order of their bytes from 0x80. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map(
  [...WINDOWS_1252].map((char, at) => [char.charCodeAt(0), 0x80 + at]),
);

function byteOf(code: number): number | undefined {
  return code <= 0xff ? code : WINDOWS_BYTES.get(code);
}

function textOf(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.slice(at, at + CHUNK));
  return text;
}

const CHUNK = 4096;
