import type { Category } from '../core/vocabulary.js';
import type { OfferRow } from './product-row.js';
import type { StoredReading } from './stored-reading.js';

/** What one finds a product by, as plain as the database gives it: a million of them are read in seconds. */
export interface ShelfRow {
  readonly rowId: number;
  readonly brand: string;
  readonly name: string;
  readonly category: Category;
  readonly searchText: string;
  /** the version of the catalog with which it, or any of its offers, last changed; 1 or more */
  readonly revision: number;
  /** in the order of channel, then SKU */
  readonly offers: readonly ShelfOffer[];
  /** how its label was read at this revision, with the stamp that was asked for; null if it was not yet */
  readonly body: string | null;
}

export type ShelfOffer = Pick<OfferRow, 'channel' | 'priceMinor' | 'currency' | 'availability'>;

/** How a product's label was read, to be stored. */
export type ReadingRow = Readonly<Omit<StoredReading, 'product'>>;
