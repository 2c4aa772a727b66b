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
    const most = new Map(([0, 2, 3] as const).map((decimals) => [decimals as number, atMost(maxPrice, decimals)]));
    const number = channel ? this.#channels.get(channel) : undefined;
    return (place) => {
      const end = this.#ends.at(place);
      for (let at = place === 0 ? 0 : this.#ends.at(place - 1); at < end; at++) {
        if (this.#priceMinor.at(at) > (most.get(this.#decimals.at(at)) as number)) continue;
        if (channel && this.#channel.at(at) !== number) continue;
        if (!inStock || this.#inStock.at(at) === 1) return true;
      }
      return false;
    };
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
