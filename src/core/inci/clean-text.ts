import { nth, placeIn } from './nth.js';
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
  /** place in the original text where the character at a place of `text` begins */
  originOf(place: number): number;
  /** place in the original text where a stretch that ends at a place of `text` ends */
  originOfEnd(place: number): number;
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
  const cleaner = new Cleaner(original);
  cleaner.run();
  return cleaner.result();
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const BACKSLASH = 0x5c;
const LONE_LEAD = 0xc2;
const ESCAPED_LINE = /^\\[nr](?:[^a-z]|$)/;

/** Printable ASCII and line feeds stand as they are, but for the beginnings of tags and entities and for the wrong slash. */
function isPlain(code: number): boolean {
  if (code < 0x20) return code === LINE_FEED;
  return code < 0x7f && code !== AMPERSAND && code !== LESS && code !== BACKSLASH;
}

class Cleaner {
  readonly #from: string;
  readonly #parts: string[] = [];
  /**
   * The stretches that were mended, in order: where each begins in the result,
   * how long it is there, and its span in the original. Between them the text
   * is as it was, so a place there is a place here moved by a constant.
   */
  readonly #at: number[] = [];
  readonly #length: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  #written = 0;
  readonly #markup: { start: number; end: number }[] = [];
  readonly #mended = new Set<Mended>();
  /** what each foreign character comes to; a label repeats the same few */
  readonly #looks = new Map<number, Look>();
  #foreignLetters = false;
  /** the mended stretch that was asked for last */
  #asked = 0;
  /** inside <sup>: digits there are footnote marks */
  #raised = false;

  constructor(from: string) {
    this.#from = from;
  }

  run(): void {
    const from = this.#from;
    let at = 0;
    while (at < from.length) {
      const start = at;
      while (at < from.length && !this.#raised && isPlain(from.charCodeAt(at))) at++;
      if (at > start) {
        this.#parts.push(from.slice(start, at));
        this.#written += at - start;
      }
      if (at < from.length) at = this.#step(at);
    }
  }

  result(): CleanText {
    const text = this.#parts.join('');
    return {
      text: this.#foreignLetters ? this.#folded(text) : text,
      originOf: (place) => this.#originOf(place, this.#start, 0),
      originOfEnd: (place) => this.#originOf(place - 1, this.#end, 1),
      markup: this.#markup,
      mended: this.#mended,
    };
  }

  /** The original place of a character of the result: where it begins, or one `after` that. */
  #originOf(place: number, ends: readonly number[], after: 0 | 1): number {
    const mended = this.#mendedBefore(place);
    if (mended < 0) return place + after;
    const beyond = place - placeIn(this.#at, mended) - placeIn(this.#length, mended);
    return beyond < 0 ? placeIn(ends, mended) : placeIn(this.#end, mended) + beyond + after;
  }

  /** The last mended stretch that begins at or before a place of the result, or −1. Places are mostly asked for in order. */
  #mendedBefore(place: number): number {
    const places = this.#at;
    let from = 0;
    let to = places.length;
    const near = this.#asked;
    if (near < to && placeIn(places, near) <= place) {
      from = near + 1;
      if (near + STEPS < to && placeIn(places, near + STEPS) > place) to = near + STEPS;
    }
    while (from < to) {
      const middle = (from + to) >> 1;
      if (placeIn(places, middle) <= place) from = middle + 1;
      else to = middle;
    }
    if (from > 0) this.#asked = from - 1;
    return from - 1;
  }

  /** Reads what stands at `at` and is not plain; gives the place after it. */
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
    const point = this.#from.codePointAt(at) as number; // `at` is below the length
    const next = at + (point > 0xffff ? 2 : 1);
    this.#foreign(point, at, next);
    return next;
  }

  #ascii(code: number, at: number): number {
    switch (code) {
      case RETURN: {
        const next = this.#from.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
        this.#put('\n', at, next);
        return next;
      }
      case LESS:
        return this.#tag(at);
      case AMPERSAND:
        return this.#entity(at);
      case BACKSLASH: {
        // a spreadsheet's "\n" before a capital is a line end; any other backslash a slash
        const escaped = ESCAPED_LINE.test(this.#from.slice(at, at + 3));
        this.#put(escaped ? '\n' : '/', at, escaped ? at + 2 : at + 1);
        return escaped ? at + 2 : at + 1;
      }
      default:
        this.#put(this.#plainFormOf(code), at, at + 1);
        return at + 1;
    }
  }

  #plainFormOf(code: number): string {
    if (code === LINE_FEED || code === 0x0b || code === 0x0c) return '\n';
    if (code >= 0x20 && code !== 0x7f) return String.fromCharCode(code);
    if (code !== 0x09) this.#mended.add('CONTROL');
    return ' ';
  }

  #foreign(point: number, start: number, end: number): void {
    let look = this.#looks.get(point);
    if (look === undefined) {
      look = lookOf(point);
      this.#looks.set(point, look);
    }
    if (look.mended !== undefined) this.#mended.add(look.mended);
    if (look.foreignLetter === true) this.#foreignLetters = true;
    this.#put(look.plain, start, end);
  }

  /**
   * UTF-8 that was once read as Latin-1 or Windows-1252, as "CafÃ©".
   * @returns the place after it, or undefined if the characters at `at` are not such a sequence
   */
  #mojibake(at: number): number | undefined {
    const lead = this.#from.charCodeAt(at);
    const length = sequenceLength(lead);
    if (length === 0) return undefined;
    let point = lead & (0xff >> (length + 1));
    for (let byte = 1; byte < length; byte++) {
      const next = byteOf(this.#from.charCodeAt(at + byte));
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (!isScalar(point)) return undefined;
    this.#mended.add('MOJIBAKE');
    this.#foreign(point, at, at + length);
    return at + length;
  }

  #tag(at: number): number {
    const from = this.#from;
    if (from.startsWith('<!--', at)) {
      const close = from.indexOf('-->', at + 4);
      // without an end the rest of the text is the comment; so this search fails at most once
      return this.#setAside('', at, close < 0 ? from.length : close + 3);
    }
    const closing = from[at + 1] === '/';
    const nameAt = closing ? at + 2 : at + 1;
    let end = nameAt;
    while (end - nameAt < LONGEST_TAG_NAME && isAlphanumeric(from.charCodeAt(end))) end++;
    const name = from.slice(nameAt, end).toLowerCase();
    const known = TAGS.get(name);
    // stops at the next "<", where the search for the next tag begins: no character is read twice
    while (known !== undefined && end < from.length && from[end] !== '>' && from[end] !== '<') end++;
    if (known === undefined || from[end] !== '>') {
      this.#put('<', at, at + 1);
      return at + 1;
    }
    end++;
    if (known === 'HIDDEN' && !closing) end = this.#hiddenEnd(name, end);
    if (known === 'RAISED') this.#raised = !closing;
    return this.#setAside(known === 'LINE' ? '\n' : '', at, end);
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

  /** Writes what markup leaves behind, a line end or nothing; gives the place after it. */
  #setAside(plain: string, start: number, end: number): number {
    this.#put(plain, start, end);
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
    while (end - start < LONGEST_ENTITY && isEntityLetter(from.charCodeAt(end))) end++;
    const point = from[end] === ';' ? entity(from.slice(start, end)) : undefined;
    if (point === undefined) {
      this.#put('&', at, start);
      return start;
    }
    if (point >= 0x80) this.#foreign(point, at, end + 1);
    else this.#put(point === RETURN ? '\n' : point === BACKSLASH ? '/' : this.#plainFormOf(point), at, end + 1);
    return end + 1;
  }

  /** Writes what a stretch of the original came to; it may be nothing. */
  #put(plain: string, start: number, end: number): void {
    const code = plain.charCodeAt(0);
    const text = this.#raised && isDigit(code) ? nth(RAISED_DIGITS, code - 0x30) : plain;
    this.#at.push(this.#written);
    this.#length.push(text.length);
    this.#start.push(start);
    this.#end.push(end);
    this.#parts.push(text);
    this.#written += text.length;
  }

  /** Look-alike letters made Latin; every twin is one unit for one unit, so places stay true. */
  #folded(text: string): string {
    return text.replace(FOREIGN_WORD, (word) => {
      if (greekWord(word) !== undefined) return word;
      const folded = foldLookAlikes(word);
      if (folded !== word) this.#mended.add('LOOK_ALIKE');
      return folded;
    });
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

function isEntityLetter(code: number): boolean {
  return isAlphanumeric(code) || code === 0x23;
}

/** Length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function isScalar(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
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

/** How far ahead of the stretch that was asked for last the next one is looked for first. */
const STEPS = 4;
const LONGEST_TAG_NAME = 12;
const LONGEST_ENTITY = 10;
const INVISIBLE = /\u00ac|\u034f|\p{Cf}|\p{Variation_Selector}/u;
const BLANKS = /\s/g;
/** Footnote marks and signs that compatibility folding would turn into letters and digits. */
const KEPT = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2122\u2120\u00ae\u00a9\u00b0\u2026]/;
const ANOTHER_SCRIPT = /[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]|[\u0131\u017f\u0251\u0261]/u;
const FOREIGN_WORD = /[\p{L}\p{M}]+/gu;
const RAISED_DIGITS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** Characters of which a label needs only one kind. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ...each(' \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u00a0', ' '),
  ...each('\u0085\u2028\u2029', '\n'),
  ...each('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u30fc', '-'),
  ...each(
    '\u2022\u00b7\u25cf\u2219\u25aa\u25ab\u25e6\u2023\u30fb\u2027\u25a0\u25a1\u25cb\u25c6\u25b6\u25ba\u27a2\u2713\u2714\u22c5',
    '•',
  ),
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
type TagEffect = 'INLINE' | 'LINE' | 'HIDDEN' | 'RAISED';
const TAGS: ReadonlyMap<string, TagEffect> = new Map([
  ...tags<TagEffect>(
    'a b i u em strong span font small big mark abbr img sub tt code ins del s body html head meta link input button label svg path',
    'INLINE',
  ),
  ...tags<TagEffect>(
    'br p div li ul ol dl dt dd tr td th table tbody thead h1 h2 h3 h4 h5 h6 hr section article header footer title pre blockquote',
    'LINE',
  ),
  ...tags<TagEffect>('script style', 'HIDDEN'),
  ...tags<TagEffect>('sup', 'RAISED'),
]);

function tags<T>(names: string, effect: T): [string, T][] {
  return names.split(' ').map((name) => [name, effect]);
}

/** Named entities that shop pages write into ingredient lists. */
const ENTITIES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    shy: '\u00ad',
    reg: '®',
    copy: '©',
    trade: '™',
    deg: '°',
    micro: 'µ',
    middot: '·',
    bull: '•',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    minus: '−',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    sbquo: '‚',
    plusmn: '±',
    times: '×',
    dagger: '†',
    Dagger: '‡',
    sect: '§',
    para: '¶',
    sup1: '¹',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    ordm: 'º',
    ordf: 'ª',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    omega: 'ω',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    atilde: 'ã',
    auml: 'ä',
    aring: 'å',
    aelig: 'æ',
    ccedil: 'ç',
    egrave: 'è',
    eacute: 'é',
    ecirc: 'ê',
    euml: 'ë',
    igrave: 'ì',
    iacute: 'í',
    icirc: 'î',
    iuml: 'ï',
    ntilde: 'ñ',
    ograve: 'ò',
    oacute: 'ó',
    ocirc: 'ô',
    otilde: 'õ',
    ouml: 'ö',
    oslash: 'ø',
    ugrave: 'ù',
    uacute: 'ú',
    ucirc: 'û',
    uuml: 'ü',
    szlig: 'ß',
    Eacute: 'É',
    Egrave: 'È',
    Agrave: 'À',
    Ccedil: 'Ç',
    Ouml: 'Ö',
    Uuml: 'Ü',
    Auml: 'Ä',
    comma: ',',
    period: '.',
    colon: ':',
    semi: ';',
    lpar: '(',
    rpar: ')',
    sol: '/',
    bsol: '\\',
    ast: '*',
    percnt: '%',
    lsqb: '[',
    rsqb: ']',
    plus: '+',
    hyphen: '-',
    dash: '-',
    num: '#',
    Tab: '\t',
    NewLine: '\n',
    tab: '\t',
    newline: '\n',
  }).map(([name, char]) => [name, char.charCodeAt(0)]),
);

/** The code point that an entity stands for, without its "&" and ";". */
function entity(name: string): number | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name);
  const hex = name[1] === 'x' || name[1] === 'X';
  const digits = name.slice(hex ? 2 : 1);
  const point = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, hex ? 16 : 10) : Number.NaN;
  return isScalar(point) ? point : undefined;
}

/** Windows-1252 characters beside Latin-1, in the order of their bytes from 0x80. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map(
  [...WINDOWS_1252].map((char, at) => [char.charCodeAt(0), 0x80 + at]),
);

function byteOf(code: number): number | undefined {
  return code <= 0xff ? code : WINDOWS_BYTES.get(code);
}
