import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CATEGORY } from '../core/vocabulary.js';
import type { CatalogRepository, UpsertCounts } from './catalog.repository.js';
import { toMinor } from './money.js';
import { ProductRow, sourceKey } from './product-row.js';

/** The channel on which the invented shop sells. */
const CHANNEL = 'demo';
const FOLDER = new URL('../../seeds/catalog/', import.meta.url);

/** A product as `seeds/catalog` writes it: as a shop would, with a printed price and one offer. */
const DemoProduct = z.strictObject({
  sku: z.string().optional(),
  brand: z.string(),
  name: z.string(),
  category: z.enum(CATEGORY),
  form: z.string().optional(),
  rinseOff: z.boolean(),
  ingredients: z.string(),
  ph: z.number().optional(),
  spf: z.number().optional(),
  drugFacts: z.boolean().optional(),
  declared: z.record(z.string(), z.number()).optional(),
  price: z.string(),
  currency: z.string(),
  gtin: z.string().optional(),
  claims: z.union([z.string(), z.array(z.string())]).optional(),
  sterile: z.boolean().optional(),
  market: z.string().optional(),
});

/** Reads the demo shop, in the order of its files. */
export async function readDemoShop(): Promise<ProductRow[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
  const rows = await Promise.all(
    files.map(async (file) => {
      const read = z.array(DemoProduct).safeParse(JSON.parse(await readFile(new URL(file, FOLDER), 'utf8')));
      if (!read.success) throw new Error(`seeds/catalog/${file}: ${z.prettifyError(read.error)}`);
      return read.data.map(productRow);
    }),
  );
  return rows.flat();
}

/**
 * Fills an empty catalog with the demo shop, so that a newcomer's first question has an answer.
 *
 * @param at the moment of the change
 * @returns undefined when the catalog holds something already, which is then left alone
 */
export async function seedDemoShop(catalog: CatalogRepository, at: Date): Promise<UpsertCounts | undefined> {
  return (await catalog.isEmpty()) ? catalog.upsert(await readDemoShop(), at) : undefined;
}

function productRow(product: z.infer<typeof DemoProduct>): ProductRow {
  const { sku, brand, name, ingredients, declared, price, currency, claims, ...same } = product;
  const key = sku ?? sourceKey(brand, name);
  return ProductRow.parse({
    ...same,
    sourceKey: key,
    brand,
    name,
    label: ingredients,
    claims: Array.isArray(claims) ? claims.join('\n') : claims,
    declaredShares: declared,
    offers: [{ channel: CHANNEL, sku: key, priceMinor: toMinor(price, currency), currency }],
  });
}
