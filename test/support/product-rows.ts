import type { z } from 'zod';
import { OfferRow, ProductRow } from '../../src/catalog/product-row.js';

/** A checked product row as a source would give it; what is not said is an ordinary serum on one channel. */
export function row(name: string, rest: Partial<z.input<typeof ProductRow>> = {}): ProductRow {
  return ProductRow.parse({
    sourceKey: name,
    brand: 'Lindgrove',
    name,
    category: 'SERUM',
    rinseOff: false,
    label: 'Aqua, Glycerin, Panthenol',
    offers: [{ channel: 'shop', sku: `SKU-${name}`, priceMinor: 2400, currency: 'USD' }],
    ...rest,
  });
}

/** An offer on a channel; by default 24.00 USD and in stock. */
export function offer(channel: string, sku: string, rest: Partial<OfferRow> = {}): OfferRow {
  return OfferRow.parse({ channel, sku, priceMinor: 2400, currency: 'USD', ...rest });
}
