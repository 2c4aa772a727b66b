import { ROLE } from './label-words.js';
import type { Words } from './words.js';

/** What a heading announces. */
export type Announced = 'ALL' | 'DRUG_FACTS' | 'ACTIVE' | 'INACTIVE' | 'OTHER' | 'HIGHLIGHTS';

/** A heading such as "Active Ingredients", and which of a piece's words it takes. */
export interface SectionHeading {
  readonly announces: Announced;
  /** index of its first word, and of the word after its last */
  readonly from: number;
  readonly to: number;
}

const QUALIFIERS: ReadonlyMap<string, Announced> = new Map([
  ...each('active medicinal actifs attivi activos wirkstoffe', 'ACTIVE'),
  ...each('inactive nonmedicinal inactifs inattivi inactivos', 'INACTIVE'),
  ...each('other autres andere', 'OTHER'),
  ...each('key hero star main featured highlighted notable beneficial signature power clés', 'HIGHLIGHTS'),
  ...each('full complete all list of the our product cosmetic drug in non', 'ALL'),
]);

function each(words: string, announces: Announced): [string, Announced][] {
  return words.split(' ').map((word) => [word, announces]);
}

/** The section heading with which the words end, before a colon: "… Octisalate 5% Ingredients:". */
export function sectionAtEnd(words: Words): SectionHeading | undefined {
  let last = words.count - 1;
  if (words.word(last) === 'list' || words.word(last) === 'listing') last--;
  if (words.is(last, ROLE.INGREDIENTS)) {
    let from = last;
    while (from > 0 && isQualifier(words, from - 1)) from--;
    return { announces: announcedBy(words, from, last), from, to: words.count };
  }
  if (words.count === 2 && words.word(1) === 'facts') return { announces: 'DRUG_FACTS', from: 0, to: 2 };
  const alone = ALONE.get(words.word(words.count - 1));
  const from = words.count - 1;
  if (alone === undefined || (alone === 'ACTIVE' && from > 0)) return undefined;
  return { announces: alone, from, to: words.count };
}

/** The section heading with which the words begin, where the colon was forgotten: "Ingredients Water". */
export function sectionAtStart(words: Words): SectionHeading | undefined {
  if (words.word(0) === 'drug' && words.word(1) === 'facts') return { announces: 'DRUG_FACTS', from: 0, to: 2 };
  if (!words.has(ROLE.INGREDIENTS)) return undefined;
  let at = 0;
  while (at < words.count && !words.is(at, ROLE.INGREDIENTS) && isQualifier(words, at)) at++;
  if (!words.is(at, ROLE.INGREDIENTS)) return undefined;
  while (words.is(at + 1, ROLE.INGREDIENTS)) at++;
  if (words.word(at + 1) === 'list') at++;
  // "Ingredients may change", "Ingredients from organic farming" are sentences
  const next = words.roles(at + 1);
  if ((next & (ROLE.TALK | ROLE.SMALL | ROLE.PACK | ROLE.NOTE | ROLE.ASIDE | ROLE.NEGATES | ROLE.MAYBE)) !== 0)
    return undefined;
  return { announces: announcedBy(words, 0, at), from: 0, to: at + 1 };
}

const ALONE: ReadonlyMap<string, Announced> = new Map([
  ['actives', 'ACTIVE'],
  ['active', 'ACTIVE'],
  ['inactive', 'INACTIVE'],
  ['inactives', 'INACTIVE'],
  ['highlights', 'HIGHLIGHTS'],
]);

function isQualifier(words: Words, at: number): boolean {
  return words.is(at, ROLE.INGREDIENTS) || QUALIFIERS.has(words.word(at));
}

function announcedBy(words: Words, from: number, to: number): Announced {
  let announced: Announced = 'ALL';
  let negated = false;
  for (let at = from; at <= to; at++) {
    const word = words.word(at);
    if (word === 'non' || word === 'in') negated = true;
    const found = QUALIFIERS.get(word);
    if (found !== undefined && found !== 'ALL') announced = found;
  }
  return announced === 'ACTIVE' && negated ? 'INACTIVE' : announced;
}

/** Headings under which no ingredient list stands: directions, warnings, storage. */
export function isInformation(words: Words): boolean {
  if (words.count === 0 || words.count > 6) return false;
  for (let at = 0; at < words.count; at++) if (INFORMATION.has(words.word(at))) return true;
  return false;
}

const INFORMATION: ReadonlySet<string> = new Set(
  (
    'directions usage use uses warnings warning caution cautions benefits results storage concerns questions note notes tip ' +
    'tips about description details size expiry gtin ean barcode country manufacturer distributor purpose instructions ' +
    'texture scent mode emploi anwendung'
  ).split(' '),
);

/** Headings that only say what the names after them do: "Preservatives:". */
export function isFunction(words: Words): boolean {
  return words.count <= 3 && words.every(ROLE.FUNCTION | ROLE.JOIN | ROLE.CLAIM);
}
