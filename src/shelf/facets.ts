import type { TypedFastBitSet } from 'typedfastbitset';
import { CATEGORY } from '../core/vocabulary.js';
import type { Shelf } from './shelf.js';

/** How many products have each value: one count for each category and brand that occurs. */
export interface FacetCounts {
  readonly category: ReadonlyMap<string, number>;
  readonly brand: ReadonlyMap<string, number>;
}

const CATEGORIES: readonly string[] = Object.values(CATEGORY);

/** Counts how some products spread over category and brand. */
export function facetsOf(shelf: Shelf, among: TypedFastBitSet): FacetCounts {
  const categories = new Uint32Array(CATEGORIES.length);
  const brands = new Uint32Array(shelf.brandNames.length);
  among.forEach((place) => {
    const category = shelf.categories.at(place);
    const brand = shelf.brands.at(place);
    categories[category] = (categories[category] as number) + 1;
    brands[brand] = (brands[brand] as number) + 1;
  });
  return { category: named(categories, CATEGORIES), brand: named(brands, shelf.brandNames) };
}

function named(counts: Uint32Array, names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, counts[index] as number] as const).filter(([, count]) => count > 0));
}
