import { nth } from './nth.js';

/**
 * What each character of a label is to its reader, as bits: a look-up tells of
 * hundred thousand characters what a set or a pattern would be asked for each.
 */
export const KIND = {
  /** a letter or digit of any script; signs and marks are none */
  WORD: 1,
  /** a blank or a line end */
  BLANK: 2,
  /** opens a bracket */
  OPENS: 4,
  /** may stand for "and" between two names */
  JOINS: 8,
  /** a footnote mark; a plus is one only where it closes a name */
  MARK: 16,
  /** makes no piece of a label by itself */
  FAINT: 32,
  /** is no part of a printed name, or not as it stands */
  UNTIDY: 64,
  /** may begin a footnote or stand for "may contain" */
  SIGNAL: 128,
} as const;

/** Characters with which footnotes mark names. */
export const MARKS = '*†‡§¶°^¹²³⁰⁴⁵⁶⁷⁸⁹';

const KINDS = kinds();

/** The kinds of a UTF-16 unit, as bits of {@link KIND}; a place beyond the text has none. */
export function kindOf(code: number): number {
  // beyond the text the code is NaN, which is looked up in no table
  return code >= 0 ? (KINDS[code] as number) : 0;
}

/** Letters and digits of any script; signs and marks are none. */
export function isWordCode(code: number): boolean {
  return (kindOf(code) & KIND.WORD) !== 0;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(KIND.WORD, 0x80);
  for (const word of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
    table[word.charCodeAt(0)] = KIND.WORD;
  }
  for (const sign of '•…±†‡§¶°™®©℠¹²³⁰\u2071\u2072\u2073⁴⁵⁶⁷⁸⁹') table[sign.charCodeAt(0)] = 0;
  const signs: readonly (readonly [number, string])[] = [
    [KIND.BLANK, ' \n'],
    [KIND.OPENS, '([{<'],
    [KIND.JOINS, '&+*'],
    [KIND.MARK, MARKS],
    [KIND.FAINT, ' \n()[]{}"\'.,;-•_'],
    [KIND.UNTIDY, `${MARKS}+"•\n`],
    [KIND.SIGNAL, `${MARKS}+±`],
  ];
  for (const [kind, chars] of signs) {
    for (const char of chars) table[char.charCodeAt(0)] = nth(table, char.charCodeAt(0)) | kind;
  }
  return table;
}
