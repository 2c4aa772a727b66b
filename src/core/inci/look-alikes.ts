import { nth } from './nth.js';

/**
 * Letters of other scripts that look like Latin ones.
 *
 * A label copied from a designed PDF or from a page that was meant to dodge a
 * search may hold a Cyrillic "а" in "Wаter". A reader sees Latin, so the core
 * reads Latin too. Only letters that are drawn alike are here: a Russian list
 * keeps its own letters and stays unread, which is the honest answer.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  // Cyrillic
  ...pairs('АВЕЅІЈКМНОРСТХУԌԚԜҮ', 'ABESIJKMHOPCTXYGQWY'),
  ...pairs('аеѕіјорсхуһԁԛԝкмтпгвн', 'aesijopcxyhdqwkmtnrBH'),
  // Greek
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ...pairs('αεικνορτυχγηω', 'aeikvoptuxynw'),
  // Armenian and Latin letters that are not composed of an ASCII letter and an accent
  ...pairs('օսոց', 'ounq'),
  ...pairs('ıſɡɑ', 'isga'),
]);

/** Greek letters that chemists print as letters: a lone "α" is a word, not a bad "a". */
const GREEK_WORDS: ReadonlyMap<string, string> = new Map([
  ['α', 'alpha'],
  ['β', 'beta'],
  ['ß', 'beta'],
  ['γ', 'gamma'],
  ['δ', 'delta'],
  ['ε', 'epsilon'],
  ['κ', 'kappa'],
  ['λ', 'lambda'],
  ['ω', 'omega'],
]);

/** The name of a Greek letter that stands alone, as in "α-Arbutin". */
export function greekWord(char: string): string | undefined {
  return GREEK_WORDS.get(char);
}

/**
 * One word with its look-alike letters made Latin.
 *
 * A word is mended when it mixes scripts, or when every one of its foreign
 * letters has a Latin twin; otherwise it is a foreign word and is left alone.
 *
 * @param word letters only, without blanks
 */
export function foldLookAlikes(word: string): string {
  let folded = '';
  let latin = false;
  let foreign = false;
  for (const char of word) {
    const twin = LOOK_ALIKES.get(char);
    if (twin === undefined) {
      if (/[A-Za-z]/.test(char)) latin = true;
      else if (/[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}]/u.test(char)) foreign = true;
    }
    folded += twin ?? char;
  }
  return latin || !foreign ? folded : word;
}

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((char, at) => [char, nth(targets, at)]);
}
