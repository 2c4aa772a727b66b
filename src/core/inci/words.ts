import { isWordCode, KIND, kindOf } from './characters.js';
import { ROLE, rolesAt } from './label-words.js';
import { placeIn } from './nth.js';

/**
 * The words of one stretch of a label with their roles, remarks in brackets left out.
 *
 * One instance is filled again and again: a label has thousands of words, and
 * every piece of it is looked at this way. Its arrays may hold words of an
 * earlier stretch behind the last one; hence the casts, which only ever stand
 * for a place below `count`, or below the length of the text.
 */
export class Words {
  count = 0;
  /** all roles that occur */
  all = 0;
  /** how many words stand in sentences for sure, and how many perhaps */
  talk = 0;
  small = 0;
  #from = -1;
  #to = -1;
  readonly #lower: string;
  readonly #closing: Int32Array;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #roles: number[] = [];

  /**
   * @param lower the whole text in lower case
   * @param closing for each opening bracket the place of its closing one, else −1
   */
  constructor(lower: string, closing: Int32Array) {
    this.#lower = lower;
    this.#closing = closing;
  }

  /** Takes up the words between two places of the text, if it does not hold them already. */
  read(start: number, end: number): this {
    if (start === this.#from && end === this.#to) return this;
    this.#from = start;
    this.#to = end;
    this.count = this.all = this.talk = this.small = 0;
    const lower = this.#lower;
    let at = start;
    while (at < end) {
      const kind = kindOf(lower.charCodeAt(at));
      const close = (kind & KIND.OPENS) === 0 ? -1 : placeIn(this.#closing, at);
      if ((kind & KIND.WORD) !== 0) {
        let next = at + 1;
        while (next < end && isWordCode(lower.charCodeAt(next))) next++;
        this.#add(at, next, rolesAt(lower, at, next));
        at = next;
      } else if (close >= 0) {
        if (JOINS.has(lower.slice(at + 1, Math.min(close, at + 6)).trim())) this.#add(at, close + 1, ROLE.JOIN);
        at = close + 1;
      } else {
        const joins = (kind & KIND.JOINS) !== 0;
        if (joins && lower.charCodeAt(at - 1) === BLANK && lower.charCodeAt(at + 1) === BLANK) {
          this.#add(at, at + 1, ROLE.JOIN);
        }
        at++;
      }
    }
    return this;
  }

  #add(start: number, end: number, roles: number): void {
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#roles[this.count] = roles;
    this.count++;
    this.all |= roles;
    if ((roles & ROLE.TALK) !== 0) this.talk++;
    if ((roles & ROLE.SMALL) !== 0) this.small++;
  }

  /** Where a word begins in the text; `index` is below `count`. */
  start(index: number): number {
    return this.#starts[index] as number;
  }

  /** Where a word ends in the text; `index` is below `count`. */
  end(index: number): number {
    return this.#ends[index] as number;
  }

  roles(index: number): number {
    return index >= 0 && index < this.count ? (this.#roles[index] as number) : 0;
  }

  /** Whether a bracket follows the word: "Mica (CI 77019)". */
  bracketed(index: number): boolean {
    const end = this.end(index);
    return (kindOf(this.#lower.charCodeAt(this.#lower.charCodeAt(end) === BLANK ? end + 1 : end)) & KIND.OPENS) !== 0;
  }

  is(index: number, role: number): boolean {
    return (this.roles(index) & role) !== 0;
  }

  /** Whether a hyphen stands before the word: "fragrance-free". */
  hyphened(index: number): boolean {
    return this.#lower.charCodeAt(this.start(index) - 1) === HYPHEN;
  }

  has(role: number): boolean {
    return (this.all & role) !== 0;
  }

  word(index: number): string {
    return index >= 0 && index < this.count ? this.#lower.slice(this.#starts[index], this.#ends[index]) : '';
  }

  /** The first word at or after `from` with that role, or −1. */
  first(role: number, from = 0): number {
    for (let index = from; index < this.count; index++) if (this.is(index, role)) return index;
    return -1;
  }

  /** Whether every word has one of the roles; false where there is no word. */
  every(role: number): boolean {
    for (let index = 0; index < this.count; index++) if (!this.is(index, role)) return false;
    return this.count > 0;
  }
}

const BLANK = 0x20;
const HYPHEN = 0x2d;
const JOINS: ReadonlySet<string> = new Set(['and', '&', 'und', 'et']);
