import { readDemoShop } from '../../src/catalog/demo-shop.js';
import type { ProductRow } from '../../src/catalog/product-row.js';
import type { Formula } from '../../src/core/formula.js';
import { RowFault } from '../../src/intake/fault.js';
import { openFeed } from '../../src/intake/feed.js';
import { readRow } from '../../src/intake/read-row.js';

export interface Catalog {
  readonly name: string;
  readonly products: () => Promise<Formula[]>;
}

/**
 * The demo shop, and by hand also a shop's file:
 *
 *     LEAKS_FILE=shop.csv LEAKS_MAP=name=Title,ingredients=Label npm run test:unit -- test/leaks
 *
 * The file and the map are those of `salve import`.
 */
export function catalogs(): Catalog[] {
  const { LEAKS_FILE: file, LEAKS_MAP: map } = process.env;
  const demo = { name: 'the demo shop', products: async () => (await readDemoShop()).map(asFormula) };
  return file === undefined ? [demo] : [demo, { name: file, products: () => productsOf(file, map) }];
}

async function productsOf(file: string, map: string | undefined): Promise<Formula[]> {
  const feed = await openFeed({ file, map: map === undefined ? [] : [map], brand: 'Unbranded', currency: 'USD' });
  const products = new Map<string, Formula>();
  for await (const { cells } of feed.records) {
    if (cells instanceof RowFault) continue;
    const read = readRow(cells, feed.context);
    if ('product' in read) products.set(read.product.sourceKey, asFormula(read.product));
  }
  return [...products.values()];
}

function asFormula(row: ProductRow): Formula {
  return { ...row, id: row.sourceKey };
}
