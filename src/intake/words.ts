import { wordsOf } from '../core/tagging/claims.js';

/** Lower-case words in the singular, so that "Face Masks" and "face mask" are one; trade signs are no letters. */
export function plainWords(text: string): string[] {
  return wordsOf(text.replace(/[™℠®©]/gu, ' ')).map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** A phrase, ready to be looked for; a trailing star stands for any ending of its last word. */
export type Phrase = readonly string[];

/** @param text such as "face wash" or "exfoli*" */
export function phrase(text: string): Phrase {
  if (!text.endsWith('*')) return plainWords(text);
  const words = text.slice(0, -1).split(' ');
  return [...words.slice(0, -1).map(singular), words.at(-1) ?? '', '*'];
}

/**
 * Looks for a phrase among the words of a text.
 *
 * @returns where it begins, or -1
 */
export function placeOf(wanted: Phrase, words: readonly string[]): number {
  const open = wanted.at(-1) === '*';
  const whole = open ? wanted.slice(0, -1) : wanted;
  for (let at = 0; at + whole.length <= words.length; at++) {
    const found = whole.every((word, offset) => {
      const there = words[at + offset] ?? '';
      return open && offset === whole.length - 1 ? there.startsWith(word) : there === word;
    });
    if (found) return at;
  }
  return -1;
}

export function saysAny(wanted: readonly Phrase[], words: readonly string[]): boolean {
  return wanted.some((one) => placeOf(one, words) >= 0);
}
