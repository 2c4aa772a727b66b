import { nth } from './nth.js';

/**
 * The known keys that a misspelt key may have meant.
 *
 * Edits are what hands and scanners do: a letter too many, too few, another one
 * or two changed places, and the swaps of optical reading (1 for I or L, 0 for
 * O, 5 for S, 8 for B, "cl" for "d", "rn" for "m"). A digit is otherwise never
 * an edit: "PEG-8" is no slip for "PEG-80".
 */
export class NearKeys {
  /** known keys by their length, each length sorted */
  readonly #shelves = new Map<number, Shelf>();
  readonly #table = new Uint8Array((LONGEST_KEY + 3) * (LONGEST_KEY + 3));

  constructor(keys: Iterable<string>) {
    const byLength = new Map<number, string[]>();
    for (const key of keys) {
      const shelf = byLength.get(key.length);
      if (shelf === undefined) byLength.set(key.length, [key]);
      else shelf.push(key);
    }
    for (const [length, shelved] of byLength) this.#shelves.set(length, shelfOf(shelved.sort()));
  }

  /**
   * The keys at the least distance, if that is at most 1 for a key of five
   * letters and more, at most 2 for nine and more; sorted.
   */
  nearest(key: string): readonly string[] {
    const length = key.length;
    if (length < 5 || length > LONGEST_KEY) return [];
    const once = lettersOf(key, 1);
    const twice = lettersOf(key, 2);
    let limit = length < 9 ? 1 : 2;
    let found: string[] = [];
    for (let other = length - limit; other <= length + limit; other++) {
      const shelf = this.#shelves.get(other);
      if (shelf === undefined) continue;
      for (let at = 0; at < shelf.keys.length; at++) {
        // one edit changes the letters of a word in at most three places ("cl" for "d")
        const apart = bits(once ^ bitsAt(shelf.once, at)) + bits(twice ^ bitsAt(shelf.twice, at));
        if (apart > 3 * limit) continue;
        const known = nth(shelf.keys, at);
        const distance = this.#distance(key, known, limit);
        if (distance > limit || onlyDigitsDiffer(key, known)) continue;
        if (distance < limit) found = [];
        limit = distance;
        found.push(known);
      }
    }
    return found.sort();
  }

  /** Number of edits between two keys, or more than `limit` where there are more. */
  #distance(from: string, to: string, limit: number): number {
    const rows = from.length;
    const columns = to.length;
    const width = columns + 1;
    const table = this.#table;
    for (let column = 0; column <= columns; column++) {
      table[column] = column === 0 ? 0 : Math.min(FAR, cell(table, column - 1) + gap(to.charCodeAt(column - 1)));
    }
    for (let row = 1; row <= rows; row++) {
      const a = from.charCodeAt(row - 1);
      const before = from.charCodeAt(row - 2);
      const here = row * width;
      const above = here - width;
      table[here] = Math.min(FAR, cell(table, above) + gap(a));
      let least = cell(table, here);
      const first = Math.max(1, row - limit);
      const last = Math.min(columns, row + limit);
      if (first > 1) table[here + first - 1] = FAR;
      for (let column = first; column <= last; column++) {
        const b = to.charCodeAt(column - 1);
        let cost = cell(table, above + column - 1) + (a === b ? 0 : swap(a, b));
        // above the band of interest nothing was written
        if (column < row + limit) cost = Math.min(cost, cell(table, above + column) + gap(a));
        cost = Math.min(cost, cell(table, here + column - 1) + gap(b));
        if (row > 1 && column > 1) {
          const earlier = to.charCodeAt(column - 2);
          if (a === earlier && b === before && !isDigit(a) && !isDigit(b)) {
            cost = Math.min(cost, cell(table, above - width + column - 2) + 1);
          }
        }
        if (row > 1 && column < row + limit && looksLikeOne(before, a, b)) {
          cost = Math.min(cost, cell(table, above - width + column - 1) + 1);
        }
        if (column > 1 && column > row - limit && looksLikeOne(to.charCodeAt(column - 2), b, a)) {
          cost = Math.min(cost, cell(table, above + column - 2) + 1);
        }
        table[here + column] = Math.min(FAR, cost);
        if (cost < least) least = cost;
      }
      if (least > limit) return FAR;
    }
    return cell(table, rows * width + columns);
  }
}

/** A cell of the table; all that are read were written before, or lie in the border. */
function cell(table: Uint8Array, place: number): number {
  return table[place] as number;
}

/** The letters of a key on its shelf; `at` is below the shelf's length. */
function bitsAt(letters: Int32Array, at: number): number {
  return letters[at] as number;
}

/** Keys of one length, with the letters that each holds once, and twice or more, as bits. */
interface Shelf {
  readonly keys: readonly string[];
  readonly once: Int32Array;
  readonly twice: Int32Array;
}

/** Longer names are never mended: no one misspells sixty letters twice only. */
const LONGEST_KEY = 64;
const FAR = 99;

function shelfOf(keys: readonly string[]): Shelf {
  return {
    keys,
    once: Int32Array.from(keys, (key) => lettersOf(key, 1)),
    twice: Int32Array.from(keys, (key) => lettersOf(key, 2)),
  };
}

/** The letters that occur at least `times`, one bit each; digits have none. */
function lettersOf(key: string, times: 1 | 2): number {
  let once = 0;
  let twice = 0;
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at) - 0x41;
    if (letter < 0) continue;
    twice |= once & (1 << letter);
    once |= 1 << letter;
  }
  return times === 1 ? once : twice;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether two keys are one name with different numbers, which no slip explains: "Ceteareth-52" and "Ceteareth-2". */
function onlyDigitsDiffer(one: string, other: string): boolean {
  return one.replace(DIGITS, '') === other.replace(DIGITS, '');
}

const DIGITS = /\d+/g;

function isDigit(code: number): boolean {
  return code < 0x3a;
}

/** Cost of a character too many. */
function gap(code: number): number {
  return isDigit(code) ? FAR : 1;
}

/** Cost of one character in the place of another. */
function swap(a: number, b: number): number {
  if (!isDigit(a) && !isDigit(b)) return 1;
  const [digit, letter] = a < b ? [a, b] : [b, a];
  return LOOKS_LIKE[digit - 0x30]?.includes(String.fromCharCode(letter)) === true ? 1 : FAR;
}

/** Letters that a digit is read for, by digit. */
const LOOKS_LIKE = ['OQD', 'IL', 'Z', '', '', 'S', 'G', '', 'B', ''];

/** Whether two letters together look like one: "cl" and "d", "rn" and "m". */
function looksLikeOne(first: number, second: number, single: number): boolean {
  return (
    (first === 0x43 && second === 0x4c && single === 0x44) || (first === 0x52 && second === 0x4e && single === 0x4d)
  );
}
