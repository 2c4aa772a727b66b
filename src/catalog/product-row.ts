import { z } from 'zod';
import { CATEGORY } from '../core/vocabulary.js';
import { AVAILABILITY } from './availability.js';
import { foldText } from './fold-text.js';
import { LARGEST_MINOR } from './money.js';

/**
 * Text that both databases store and give back unchanged: no NUL (PostgreSQL refuses it) and no half of a
 * surrogate pair (each driver mends it in its own way).
 */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\0'), 'holds a NUL character')
    .transform((value) => value.toWellFormed());
const name = (longest: number) =>
  text(longest)
    .transform((value) => value.trim())
    .pipe(z.string().min(1));
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

export const OfferRow = z.object({
  channel: name(100),
  sku: name(100),
  /** in the currency's smallest unit, such as cents */
  priceMinor: z.int().min(0).max(LARGEST_MINOR),
  currency: z.string().regex(/^[A-Z]{3}$/),
  availability: z.enum(AVAILABILITY).default('IN_STOCK'),
  url: webAddress.nullable().default(null),
});
export type OfferRow = z.infer<typeof OfferRow>;

/**
 * What a source says of a product, checked: the shape in which products come into the catalog.
 * It differs from `Product` in that it has no id yet, and its offers name their channel.
 */
export const ProductRow = z.object({
  /** what the product is called where it comes from; give `sourceKey(brand, name)` when the source has no key */
  sourceKey: name(500),
  brand: name(200),
  name: name(300),
  category: z.enum(CATEGORY),
  form: name(100).nullable().default(null),
  rinseOff: z.boolean(),
  label: text(50_000),
  claims: text(50_000).nullable().default(null),
  /** ingredient name → share, 0…1 */
  declaredShares: z.record(name(200), z.number().min(0).max(1)).nullable().default(null),
  ph: z.number().min(0).max(14).nullable().default(null),
  spf: z.int().min(1).max(200).nullable().default(null),
  drugFacts: z.boolean().default(false),
  sterile: z.boolean().default(false),
  market: name(20).nullable().default(null),
  gtin: z
    .string()
    .regex(/^(?:\d{8}|\d{12,14})$/)
    .nullable()
    .default(null),
  imageUrl: webAddress.nullable().default(null),
  url: webAddress.nullable().default(null),
  /** one entry per channel and SKU; they replace what the same channels said before */
  offers: z.array(OfferRow).default([]),
});
export type ProductRow = z.infer<typeof ProductRow>;

/** The key of a product whose source gives none: the same brand and name are the same product. */
export function sourceKey(brand: string, name: string): string {
  return `${foldText(brand)} | ${foldText(name)}`;
}
