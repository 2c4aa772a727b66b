/**
 * What the shape of a word tells about where a name ends.
 *
 * A label broken by a printer's line end ("Butylene / Glycol"), by hyphenation
 * ("Dimethi- cone") or by a lost comma cannot be mended without knowing which
 * words can end a name. Chemistry's endings tell most of it.
 */
import { ROLE, rolesOf } from './label-words.js';

const WHOLE_ENDINGS: readonly string[] = [
  'ine',
  'ane',
  'one',
  'ate',
  'ide',
  'ose',
  'ol',
  'oil',
  'acid',
  'extract',
  'butter',
  'wax',
  'gum',
  'water',
  'juice',
  'powder',
  'mer',
  'ether',
  'ester',
  'esters',
  'protein',
  'fragrance',
  'parfum',
  'aqua',
  'starch',
  'clay',
  'talc',
  'mica',
  'silica',
  'urea',
  'edta',
  'pca',
  'bht',
  'cin',
  'rin',
  'tin',
  'min',
  'lin',
  'thin',
  'min',
  'axis',
  'itrate',
  'denat',
  'aben',
  'tein',
  'gin',
  'sin',
  'xin',
  'tone',
  'ene',
  'amide',
  'ide',
  'yde',
  'ite',
  'iol',
  'oxide',
  'eth',
  'eine',
  'kaolin',
];

/** One of those endings, in the singular or the plural. */
const ENDS_WHOLE = new RegExp(`(?:${WHOLE_ENDINGS.join('|')})s?$`);

/** Beginnings of words that end like names but go on, as "Propane-diol". */
const UNFINISHED: ReadonlySet<string> = new Set([
  'propane',
  'butane',
  'hexane',
  'methyl',
  'ethyl',
  'cetyl',
  'hydro',
  'poly',
]);

/**
 * Whether a name may well end with this word: "Glycerin", "Glycol", "Oil" or "PEG-20", but not "Butylene" or "Sodium".
 *
 * @param word letters and digits, lower case
 */
export function mayEndName(word: string): boolean {
  if (word === '') return false;
  const last = word.charCodeAt(word.length - 1);
  if (last >= 0x30 && last <= 0x39) return true;
  if (UNFINISHED.has(word) || word.endsWith('ylene') || word === 'wood' || word === 'rose') return false;
  const roles = rolesOf(word);
  if ((roles & (ROLE.TAIL | ROLE.WATER)) !== 0) return true;
  return word.length >= 3 && ENDS_WHOLE.test(word);
}

/** Names of one word that end like the second word of others. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(
  'homosalate octisalate octinoxate cinoxate meradimate padimate pomegranate chocolate tolnaftate hyaluronate'.split(
    ' ',
  ),
);

/** Whether a name cannot begin with this word: "Glycol", "Copolymer", "Stearate", "Seed". */
export function onlyContinues(word: string): boolean {
  const roles = rolesOf(word);
  if ((roles & (ROLE.TAIL | ROLE.FORM)) !== 0) return (roles & ROLE.WATER) === 0;
  return word.length > 4 && word.endsWith('ate') && !word.startsWith('poly') && !WHOLE_NAMES.has(word);
}
