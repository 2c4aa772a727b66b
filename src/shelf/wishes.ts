import { LRUCache } from 'lru-cache';
import type { TypedFastBitSet } from 'typedfastbitset';
import type { AvoidList, Wish } from '../core/verdict/avoid.js';
import { Postings, type PostingsBy, roomFor } from './postings.js';
import type { PrintedNames } from './printed-names.js';

const LARGEST_KEPT_BYTES = 32 * 1024 * 1024;

/** What of a shelf is looked through. */
interface Held {
  readonly places: number;
  readonly printed: PrintedNames;
  readonly byTag: PostingsBy<string>;
  readonly byMentioned: PostingsBy<string>;
}

interface Kept {
  readonly products: Postings;
  /** places that were looked at */
  readonly upTo: number;
}

/** Which products hold what people avoid, remembered by wish: they avoid the same few hundred things. */
export class Wishes {
  readonly #kept = new LRUCache<Wish, Kept>({
    maxSize: LARGEST_KEPT_BYTES,
    sizeCalculation: ({ products }) => products.bytes,
  });

  constructor(private readonly shelf: Held) {}

  /** Adds the products that hold what a person avoids to a set: what `avoidedIn` finds in each. */
  addAvoided(set: TypedFastBitSet, { wishes }: AvoidList): void {
    for (const wish of wishes) this.#productsOf(wish).addTo(set);
  }

  #productsOf(wish: Wish): Postings {
    const { places } = this.shelf;
    const kept = this.#kept.get(wish);
    if (kept?.upTo === places) return kept.products;
    const products = new Postings();
    this.#found(wish).forEach((place) => products.add(place));
    products.trim();
    this.#kept.set(wish, { products, upTo: places });
    return products;
  }

  #found({ ingredients, tags, printed }: Wish): TypedFastBitSet {
    const { shelf } = this;
    const found = roomFor(shelf.places);
    shelf.printed.addBearing(found, ingredients);
    if (printed !== undefined) shelf.printed.addHolding(found, printed);
    shelf.byTag.addTo(found, tags);
    shelf.byMentioned.addTo(found, ingredients);
    return found;
  }
}
