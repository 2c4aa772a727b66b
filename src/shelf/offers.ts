import type { TypedFastBitSet } from 'typedfastbitset';
import { IN_STOCK } from '../catalog/availability.js';
import { atMost, decimalsOf } from '../catalog/money.js';
import type { ShelfOffer } from '../catalog/shelf-row.js';
import { Column } from './column.js';
import { PostingsBy } from './postings.js';

/** Which offers are meant; what is absent does not narrow. */
export interface Wanted {
  readonly channel?: string | null | undefined;
  readonly inStock?: boolean | null | undefined;
  /** a decimal in each offer's own currency */
  readonly maxPrice?: string | null | undefined;
}

const ANYWHERE = '';
const NO_CHANNEL = -1;

/** What the channels ask for the products of a shelf, and whether they have them. */
export class Offers {
  readonly #onChannel = new PostingsBy<string>();
  readonly #stockedOn = new PostingsBy<string>();
  readonly #channels = new Map<string, number>();
  readonly #channel = new Column(Uint32Array);
  readonly #priceMinor = new Column(Int32Array);
  readonly #decimals = new Column(Uint8Array);
  readonly #inStock = new Column(Uint8Array);
  /** where the offers of each product end; they begin where those of the one before end */
  readonly #ends = new Column(Uint32Array);

  /** @param place the next one */
  add(offers: readonly ShelfOffer[], place: number): void {
    for (const { channel, priceMinor, currency, availability } of offers) {
      const inStock = IN_STOCK.includes(availability);
      this.#onChannel.add(channel, place);
      if (inStock) for (const key of [channel, ANYWHERE]) this.#stockedOn.add(key, place);
      this.#channel.push(this.#numberOf(channel));
      this.#priceMinor.push(priceMinor);
      this.#decimals.push(decimalsOf(currency));
      this.#inStock.push(inStock ? 1 : 0);
    }
    this.#ends.push(this.#channel.length);
  }

  /** Adds the products that a channel sells, or that can be had, to a set; undefined: any product will do. */
  sellers({ channel, inStock }: Wanted): ((set: TypedFastBitSet) => void) | undefined {
    if (!channel && !inStock) return undefined;
    const postings = inStock ? this.#stockedOn.get(channel || ANYWHERE) : this.#onChannel.get(channel as string);
    return (set) => postings?.addTo(set);
  }

  /** Whether a product has an offer at that price, on that channel and in stock where that is wanted. */
  priced({ channel, inStock, maxPrice }: Wanted): ((place: number) => boolean) | undefined {
    if (!maxPrice) return undefined;
    const most = Int32Array.of(atMost(maxPrice, 0), 0, atMost(maxPrice, 2), atMost(maxPrice, 3)); // by decimals
    const number = channel ? (this.#channels.get(channel) ?? NO_CHANNEL) : undefined;
    const [ends, prices, decimals] = [this.#ends.values, this.#priceMinor.values, this.#decimals.values];
    const [channels, stock] = [this.#channel.values, this.#inStock.values];
    return (place) => {
      const end = ends[place] as number;
      for (let at = place === 0 ? 0 : (ends[place - 1] as number); at < end; at++) {
        if ((prices[at] as number) > (most[decimals[at] as number] as number)) continue;
        if (number !== undefined && channels[at] !== number) continue;
        if (!inStock || stock[at] === 1) return true;
      }
      return false;
    };
  }

  /** Everything that grew with the offers, see `Shelf.grown`. */
  grown(): { trim(): void }[] {
    const columns = [this.#channel, this.#priceMinor, this.#decimals, this.#inStock, this.#ends];
    return [...columns, this.#onChannel, this.#stockedOn];
  }

  #numberOf(channel: string): number {
    let number = this.#channels.get(channel);
    if (number === undefined) {
      number = this.#channels.size;
      this.#channels.set(channel, number);
    }
    return number;
  }
}
