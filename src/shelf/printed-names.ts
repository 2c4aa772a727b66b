import type { TypedFastBitSet } from 'typedfastbitset';
import { LRUCache } from 'lru-cache';
import { comparisonKey } from '../core/inci/keys.js';
import type { Knowledge } from '../core/knowledge.js';
import { readName } from '../core/tagging/name-index.js';
import { PostingsBy } from './postings.js';

/** How many words of avoid-lists are remembered with the names that hold them. */
const WORDS_KEPT = 1000;

interface Search {
  readonly found: number[];
  /** names that were looked through so far */
  upTo: number;
}

/** Every name that is printed on some product, with the products that print it: what avoid-lists are looked up in. */
export class PrintedNames {
  readonly #products = new PostingsBy<number>();
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #byIngredient = new Map<string, number[]>();
  readonly #searches = new LRUCache<string, Search>({ max: WORDS_KEPT });

  constructor(private readonly knowledge: Knowledge) {}

  add(printed: string, place: number): void {
    let number = this.#numbers.get(printed);
    if (number === undefined) {
      number = this.#keys.length;
      this.#numbers.set(printed, number);
      this.#keys.push(comparisonKey(printed));
      for (const id of readName(this.knowledge.names, printed).ids) {
        const numbers = this.#byIngredient.get(id);
        if (numbers === undefined) this.#byIngredient.set(id, [number]);
        else numbers.push(number);
      }
    }
    this.#products.add(number, place);
  }

  trim(): void {
    this.#products.trim();
  }

  /** Adds the products that print an ingredient by any name to a set. */
  addBearing(set: TypedFastBitSet, ingredientIds: Iterable<string>): void {
    for (const id of ingredientIds) this.#products.addTo(set, this.#byIngredient.get(id) ?? []);
  }

  /** Adds the products of which some printed name holds this text to a set. @param key a comparison key */
  addHolding(set: TypedFastBitSet, key: string): void {
    let search = this.#searches.get(key);
    if (search === undefined) {
      search = { found: [], upTo: 0 };
      this.#searches.set(key, search);
    }
    for (; search.upTo < this.#keys.length; search.upTo++)
      if ((this.#keys[search.upTo] as string).includes(key)) search.found.push(search.upTo);
    this.#products.addTo(set, search.found);
  }
}
