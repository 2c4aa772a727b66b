import { foldLookAlikes, greekWord } from './look-alikes.js';

/**
 * What two spellings of one ingredient name have in common.
 *
 * Upper case letters and digits only, Latin wherever that is possible, so that a comma, blank, hyphen or full
 * stop out of place is mended for nothing: "1,2-Hexanediol" and
 * "1.2 hexane-diol" are one key. Digits always stay: they are what tells PEG-8
 * from PEG-80. British spellings become American ones, because INCI is.
 *
 * @param name a name as printed or as the knowledge writes it
 * @returns the key, or '' when nothing of the name is a letter or a digit
 */
export function comparisonKey(name: string): string {
  return wordKeys(name).join('');
}

/**
 * The words of a name as keys: for readers that need word boundaries.
 *
 * `comparisonKey(name)` is always these words put together.
 */
export function wordKeys(name: string): string[] {
  const words = FOREIGN.test(name)
    ? latinized(name).toUpperCase().match(ANY_WORD)
    : name.toUpperCase().match(ASCII_WORD);
  return words === null ? [] : words.map(americanized);
}

/** Whether a name is spelled as INCI spells no name: "Sulphate", "Glycerine". */
export function isBritish(name: string): boolean {
  const words = name.toUpperCase().match(ASCII_WORD);
  return words !== null && words.some((word) => americanized(word) !== word);
}

/** Anything that cannot simply be upper-cased: letters outside ASCII. */
const FOREIGN = /[\u0080-\uffff]/;
const TRADE_SIGNS = /[\u2122\u2120\u00ae\u00a9]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ACCENTS = /\p{M}+/gu;
const ASCII_WORD = /[A-Z0-9]+/g;
const ANY_WORD = /[\p{L}\p{N}]+/gu;

function latinized(name: string): string {
  return name
    .replace(TRADE_SIGNS, '')
    .normalize('NFKC')
    .replace(WORD, (word) => greekWord(word) ?? foldLookAlikes(word))
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[Øø]/g, 'o')
    .replace(/[Łł]/g, 'l')
    .replace(/[Ææ]/g, 'ae')
    .replace(/[Œœ]/g, 'oe');
}

/** Endings by which British labels differ from INCI; the longest that fits counts. */
const BRITISH_ENDINGS: readonly (readonly [string, string])[] = [
  ['ISATIONS', 'IZATIONS'],
  ['ISATION', 'IZATION'],
  ['COLOURING', 'COLORING'],
  ['FLAVOURING', 'FLAVORING'],
  ['ALUMINIUM', 'ALUMINUM'],
  ['GLYCERINE', 'GLYCERIN'],
  ['FLAVOURS', 'FLAVORS'],
  ['COLOURS', 'COLORS'],
  ['FLAVOUR', 'FLAVOR'],
  ['COLOUR', 'COLOR'],
  ['FIBRES', 'FIBERS'],
  ['FIBRE', 'FIBER'],
  ['YLISED', 'YLIZED'],
  ['ALISED', 'ALIZED'],
  ['ENISED', 'ENIZED'],
  ['INISED', 'INIZED'],
  ['ONISED', 'ONIZED'],
  ['ERISED', 'ERIZED'],
  ['ORISED', 'ORIZED'],
  ['YSED', 'YZED'],
];

/** Most words differ nowhere: one look spares the walk through the endings. */
const PERHAPS_BRITISH = /SULPH|(?:SED|SATIONS?|OUR(?:S|ING)?|BRES?|RINE|NIUM)$/;

function americanized(word: string): string {
  if (!PERHAPS_BRITISH.test(word)) return word;
  const spelled = word.replaceAll('SULPH', 'SULF');
  for (const [british, american] of BRITISH_ENDINGS) {
    if (spelled.endsWith(british)) return spelled.slice(0, -british.length) + american;
  }
  return spelled;
}
