import { nth } from './nth.js';
import { isWordCode } from './words.js';

/** Stretches of a text: from a place to the place after its last character. */

/** Whether a blank or a line end stands at a place. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a;
}

/** The first place from `from` on that is not blank, at most `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text, at)) at++;
  return at;
}

/** The end of a stretch without the blanks that close it. */
export function dropBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(text, at - 1)) at--;
  return at;
}

/** Whether a stretch holds a letter or digit. */
export function holdsWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isWordCode(text.charCodeAt(at))) return true;
  return false;
}

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Whether a character is a capital: false for digits, signs and letters without case. */
export function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

export function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}

/** The first of some places in order that is not before `from`, or infinity. */
export function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nth(places, middle) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? Infinity;
}
