import { LRUCache } from 'lru-cache';
import type { TypedFastBitSet } from 'typedfastbitset';
import { foldText } from '../catalog/fold-text.js';
import type { ProductFilter } from '../catalog/product-filter.js';
import type { Knowledge } from '../core/knowledge.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { findKey } from '../graphql/node.js';
import { lowestBit, roomFor } from './postings.js';
import type { Shelf } from './shelf.js';

/** Which products a question is about; what is absent or empty does not narrow it. */
export interface Narrowing extends ProductFilter {
  /** only what this channel sells */
  readonly channel?: string | null | undefined;
}

/** A search longer than any brand and name is a mistake, and each of its words would be looked for. */
const LONGEST_TEXT = 200;

/**
 * What a caller's filter asks for, checked.
 *
 * @throws BadRequest TOO_LONG or UNKNOWN_TAG for a filter that cannot be meant
 */
export function narrowing(
  knowledge: Knowledge,
  filter: ProductFilter | null | undefined,
  channel: string | null | undefined,
): Narrowing {
  if ((filter?.text?.length ?? 0) > LONGEST_TEXT)
    throw new BadRequest(CODE.TOO_LONG, `Search with at most ${LONGEST_TEXT} characters.`, 'text');

  const unknown = filter?.tags?.find((tag) => knowledge.findTag(tag) === undefined);
  if (unknown !== undefined) {
    throw new BadRequest(
      CODE.UNKNOWN_TAG,
      `There is no class “${unknown.slice(0, 60)}”. Codes of classes are those of \`Ingredient.tags\`.`,
      'tags',
    );
  }
  return { ...filter, channel };
}

interface Kept {
  readonly products: TypedFastBitSet;
  /** how many places the shelf had: whatever changes gets a new one */
  readonly upTo: number;
}

const LARGEST_KEPT_BYTES = 16 * 1024 * 1024;
const KEPT = new WeakMap<Shelf, LRUCache<string, Kept>>();

/**
 * The products that a ranking considers: those that pass, and MAKEUP only where the filter asks for it. Remembered,
 * because shops ask with the same few filters.
 *
 * @returns a set that is not to be changed
 */
export function considered(shelf: Shelf, wanted: Narrowing): TypedFastBitSet {
  const { categories, brands, fragranceFree, tags, channel, inStock, maxPrice, text, excludeIds } = wanted;
  // what is typed or left out one by one is hardly asked again
  if (text || excludeIds?.length) return consideredAnew(shelf, wanted);
  const key = JSON.stringify([categories, brands, fragranceFree, tags, channel, inStock, maxPrice]);
  let all = KEPT.get(shelf);
  if (all === undefined) {
    all = new LRUCache({ maxSize: LARGEST_KEPT_BYTES, sizeCalculation: ({ products }) => products.words.byteLength });
    KEPT.set(shelf, all);
  }
  let kept = all.get(key);
  if (kept?.upTo !== shelf.places) {
    kept = { products: consideredAnew(shelf, wanted), upTo: shelf.places };
    all.set(key, kept);
  }
  return kept.products;
}

function consideredAnew(shelf: Shelf, wanted: Narrowing): TypedFastBitSet {
  const all = passing(shelf, wanted);
  if (wanted.categories?.includes('MAKEUP')) return all;
  const makeup = roomFor(shelf.places);
  shelf.byCategory.addTo(makeup, ['MAKEUP']);
  return all.difference(makeup);
}

/** The products that pass. It narrows what is considered, and says nothing about whether it fits. */
export function passing(shelf: Shelf, narrowing: Narrowing): TypedFastBitSet {
  const { categories, brands, fragranceFree, tags, excludeIds, text } = narrowing;
  const passing = roomFor(shelf.places);
  passing.union(shelf.listed);
  const keep = (addTo: (set: TypedFastBitSet) => void): void => {
    const kept = roomFor(shelf.places);
    addTo(kept);
    passing.intersection(kept);
  };
  if (categories?.length) keep((set) => shelf.byCategory.addTo(set, categories));
  if (brands?.length) keep((set) => shelf.byBrand.addTo(set, brands));
  if (tags?.length) keep((set) => shelf.byTag.addTo(set, tags));
  if (fragranceFree === true) keep((set) => shelf.scentFree.addTo(set));
  const sellers = shelf.offers.sellers(narrowing);
  if (sellers !== undefined) keep(sellers);
  for (const id of excludeIds ?? []) {
    const place = shelf.placeOf(Number(findKey('Product', id)));
    if (place !== undefined) passing.remove(place);
  }
  const priced = shelf.offers.priced(narrowing);
  if (priced !== undefined) keepIf(passing, priced);
  const words = foldText(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length > 0)
    keepIf(passing, (place) => words.every((word) => (shelf.searchTexts[place] as string).includes(word)));
  return passing;
}

function keepIf({ words }: TypedFastBitSet, holds: (place: number) => boolean): void {
  for (let at = 0; at < words.length; at++) {
    let kept = 0;
    for (let word = words[at] as number; word !== 0; word &= word - 1)
      if (holds(at * 32 + lowestBit(word))) kept |= word & -word;
    words[at] = kept;
  }
}
