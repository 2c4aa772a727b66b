import { LRUCache } from 'lru-cache';
import type { Wish } from '../core/verdict/avoid.js';
import type { Shelf } from '../shelf/shelf.js';
import type { Ranking } from './ranking-answer.js';

const MOST_KEPT = 2000;
/** Of so many questions it is remembered that they were asked once; what is never asked again is not worth keeping. */
const MOST_ASKED = 10_000;

/** Rankings that were worked out, until the catalog changes. What they are kept by says nothing of a person. */
export class Rankings {
  readonly #kept = new LRUCache<string, Ranking>({ max: MOST_KEPT });
  readonly #asked = new LRUCache<string, true>({ max: MOST_ASKED });
  readonly #wishes = new WeakMap<Wish, number>();
  #count = 0;
  #shelf: Shelf | undefined;
  #places = 0;

  /**
   * @param key all that the ranking hangs on besides the catalog; undefined: it is not kept
   * @param work works it out, and may wait for the database; it is told whether the ranking will be kept
   */
  async of(shelf: Shelf, key: string | undefined, work: (keep: boolean) => Promise<Ranking>): Promise<Ranking> {
    if (key === undefined) return work(false);
    const { places } = shelf;
    if (shelf !== this.#shelf || places !== this.#places) {
      this.#kept.clear(); // they may be asked again, so what was asked stays known
      this.#shelf = shelf;
      this.#places = places;
    }
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    if (!this.#asked.has(key)) {
      this.#asked.set(key, true);
      return work(false);
    }
    const ranking = await work(true);
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
