import { isWordCode, KIND, kindOf } from './characters.js';

/** Stretches of a text: from a place to the place after its last character. */

/** Whether a blank or a line end stands at a place. */
export function isBlank(text: string, at: number): boolean {
  return (kindOf(text.charCodeAt(at)) & KIND.BLANK) !== 0;
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

/**
 * For each place of a text the next at which a footnote or "may contain" may begin, itself counted;
 * the length of the text where none does.
 *
 * @param begins whether one does at a place where its sign stands
 */
export function nextSignals(text: string, begins: (place: number) => boolean): Int32Array {
  const places = new Int32Array(text.length + 1);
  let next = text.length;
  places[next] = next;
  for (let place = next - 1; place >= 0; place--) {
    if ((kindOf(text.charCodeAt(place)) & KIND.SIGNAL) !== 0 && begins(place)) next = place;
    places[place] = next;
  }
  return places;
}
