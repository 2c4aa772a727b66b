import { LRUCache } from 'lru-cache';
import type { VerdictCounts } from '../core/pair.js';
import type { Wish } from '../core/verdict/avoid.js';
import type { Ranked } from '../shelf/best.js';
import type { Shelf } from '../shelf/shelf.js';
import type { Pairing } from './answer.types.js';

const MOST_KEPT = 2000;

/** A page of a ranking, laid out: the same for all whose skin is at this moment. */
export interface Ranking {
  readonly counts: VerdictCounts;
  /** one more than the page holds, if there is one */
  readonly ranked: readonly Ranked[];
  /** what of them is shown, by row id */
  readonly pairings: ReadonlyMap<number, Pairing>;
}

/** Rankings that were worked out, until the catalog changes. What they are kept by says nothing of a person. */
export class Rankings {
  readonly #kept = new LRUCache<string, Ranking>({ max: MOST_KEPT });
  readonly #wishes = new WeakMap<Wish, number>();
  #count = 0;
  #shelf: Shelf | undefined;
  #places = 0;

  /**
   * @param key all that the ranking hangs on besides the catalog; undefined: it is not kept
   * @param work works it out, and may wait for the database
   */
  async of(shelf: Shelf, key: string | undefined, work: () => Promise<Ranking>): Promise<Ranking> {
    if (key === undefined) return work();
    const { places } = shelf;
    if (shelf !== this.#shelf || places !== this.#places) {
      this.#kept.clear();
      this.#shelf = shelf;
      this.#places = places;
    }
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const ranking = await work();
    // what was fetched meanwhile may be newer than what was ranked
    if (shelf === this.#shelf && places === this.#places && places === shelf.places) this.#kept.set(key, ranking);
    return ranking;
  }

  /** A number for a wish, by which it is known as long as it is remembered. */
  numberOf(wish: Wish): number {
    let number = this.#wishes.get(wish);
    if (number === undefined) this.#wishes.set(wish, (number = this.#count++));
    return number;
  }
}
