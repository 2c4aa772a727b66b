import { foldLookAlikes, greekWord } from './look-alikes.js';

/**
 * What two spellings of one ingredient name have in common.
 *
 * Upper case letters and digits only, so that a comma, blank, hyphen or full
 * stop out of place is mended for nothing: "1,2-Hexanediol" and
 * "1.2 hexane-diol" are one key. Digits always stay: they are what tells PEG-8
 * from PEG-80. British spellings become American ones, because INCI is.
 *
 * @param name a name as printed or as the knowledge writes it
 * @returns the key, or '' when nothing of the name is a letter or a digit
 */
export function comparisonKey(name: string): string {
  let key = '';
  for (const word of plainWords(name)) key += americanized(word);
  return key;
}

/**
 * The words of a name as keys: for readers that need word boundaries.
 *
 * `comparisonKey(name)` is always these words put together.
 */
export function wordKeys(name: string): string[] {
  return plainWords(name).map(americanized);
}

/** Anything that cannot simply be upper-cased: letters outside ASCII. */
const FOREIGN = /[^\u0000-\u007f]/;
const TRADE_SIGNS = /[\u2122\u2120\u00ae\u00a9]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ACCENTS = /\p{M}+/gu;
const NOT_A_WORD = /[^A-Z0-9]+/;

function plainWords(name: string): string[] {
  const plain = FOREIGN.test(name) ? latinized(name) : name;
  return plain
    .toUpperCase()
    .split(NOT_A_WORD)
    .filter((word) => word !== '');
}

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

/** Endings and stems by which British and French-leaning labels differ from INCI. Longest first. */
const BRITISH_ENDINGS: readonly (readonly [string, string])[] = [
  ['ISATIONS', 'IZATIONS'],
  ['ISATION', 'IZATION'],
  ['YLISED', 'YLIZED'],
  ['ALISED', 'ALIZED'],
  ['ENISED', 'ENIZED'],
  ['INISED', 'INIZED'],
  ['ONISED', 'ONIZED'],
  ['ERISED', 'ERIZED'],
  ['ORISED', 'ORIZED'],
  ['IFISED', 'IFIZED'],
  ['YSED', 'YZED'],
  ['COLOURS', 'COLORS'],
  ['COLOUR', 'COLOR'],
  ['COLOURING', 'COLORING'],
  ['FLAVOURS', 'FLAVORS'],
  ['FLAVOUR', 'FLAVOR'],
  ['FLAVOURING', 'FLAVORING'],
  ['FIBRES', 'FIBERS'],
  ['FIBRE', 'FIBER'],
  ['GLYCERINE', 'GLYCERIN'],
  ['ALUMINIUM', 'ALUMINUM'],
  ['MAIZE', 'MAIZE'],
];

function americanized(word: string): string {
  const spelled = word.includes('SULPH') ? word.replaceAll('SULPH', 'SULF') : word;
  for (const [british, american] of BRITISH_ENDINGS) {
    if (spelled.endsWith(british)) return spelled.slice(0, -british.length) + american;
  }
  return spelled;
}
