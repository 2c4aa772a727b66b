import { IN_STOCK } from '../catalog/availability.js';
import { foldText } from '../catalog/fold-text.js';
import { atMost, decimalsOf } from '../catalog/money.js';
import type { Offer } from '../catalog/product.js';
import type { ProductFilter } from '../catalog/product-filter.js';
import type { Knowledge } from '../core/knowledge.js';
import type { Category } from '../core/vocabulary.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import type { Shelved } from './shelf.js';

/** Which products a question is about; what is absent or empty does not narrow it. */
export interface Narrowing {
  readonly categories?: readonly Category[] | null | undefined;
  readonly brands?: readonly string[] | null | undefined;
  /** a decimal in each offer's own currency */
  readonly maxPrice?: string | null | undefined;
  readonly inStock?: boolean | null | undefined;
  readonly fragranceFree?: boolean | null | undefined;
  /** words that brand and name must hold, in any order */
  readonly text?: string | null | undefined;
  /** codes of classes, one of which the label must hold */
  readonly tags?: readonly string[] | null | undefined;
  readonly excludeIds?: readonly string[] | null | undefined;
  /** only what this channel sells */
  readonly channel?: string | null | undefined;
}

/** Classes that scent a product; an ingredient decides here, never a claim. */
const SCENTED = new Set([
  'fragrance',
  'fragrance_allergen',
  'essential_oil',
  'tea_tree',
  'aromatic_extract',
  'phototoxic',
  'cooling',
]);

/** A search longer than any brand and name is a mistake, and each of its words would be looked for. */
const LONGEST_TEXT = 200;

/**
 * What a caller's filter lets pass.
 *
 * @throws BadRequest TOO_LONG or UNKNOWN_TAG for a filter that cannot be meant
 */
export function narrowing(
  knowledge: Knowledge,
  filter: ProductFilter | null | undefined,
  channel: string | null | undefined,
): (entry: Shelved) => boolean {
  if ((filter?.text?.length ?? 0) > LONGEST_TEXT)
    throw new BadRequest(CODE.TOO_LONG, `Search with at most ${LONGEST_TEXT} characters.`, 'text');

  const unknown = filter?.tags?.find((tag) => knowledge.findTag(tag) === undefined);
  if (unknown !== undefined) {
    throw new BadRequest(
      CODE.UNKNOWN_TAG,
      `There is no class “${unknown.slice(0, 60)}”. Codes of classes are those of \`Ingredient.tags\`.`,
      'tags',
    );
  }
  return passes({ ...filter, channel });
}

/** Whether a product passes. It narrows what is considered, and says nothing about whether it fits. */
export function passes(narrowing: Narrowing): (entry: Shelved) => boolean {
  const { categories, brands, maxPrice, inStock, fragranceFree, text, tags, excludeIds, channel } = narrowing;
  const words = foldText(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const excluded = new Set(excludeIds);
  const offered = offeredAs({ maxPrice, inStock, channel });

  return ({ product, reading }) =>
    (!categories?.length || categories.includes(product.category)) &&
    (!brands?.length || brands.includes(product.brand)) &&
    words.every((word) => product.searchText.includes(word)) &&
    (!tags?.length || reading.taggings.some(({ tag }) => tags.includes(tag.id))) &&
    (fragranceFree !== true ||
      (reading.state === 'LISTED' && !reading.taggings.some(({ tag }) => SCENTED.has(tag.id)))) &&
    (excluded.size === 0 || !excluded.has(product.id)) &&
    (offered === undefined || product.offers.some(offered));
}

function offeredAs({ maxPrice, inStock, channel }: Narrowing): ((offer: Offer) => boolean) | undefined {
  if (!channel && !inStock && !maxPrice) return undefined;
  return (offer) =>
    (!channel || offer.channel === channel) &&
    (!inStock || IN_STOCK.includes(offer.availability)) &&
    (!maxPrice || offer.priceMinor <= atMost(maxPrice, decimalsOf(offer.currency)));
}
