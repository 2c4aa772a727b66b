import { Injectable } from '@nestjs/common';
import { cursorAt, positionOf } from '../graphql/cursor.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { keyOf, NodeRegistry } from '../graphql/node.js';
import { connection } from '../graphql/page.js';
import { type CatalogFilter, CatalogRepository } from './catalog.repository.js';
import type { ProductConnection } from './product-connection.js';
import type { ProductArgs, ProductFilter, ProductsArgs } from './product-filter.js';
import type { Product } from './product.js';

const LONGEST_TEXT = 200;

@Injectable()
export class CatalogService {
  constructor(
    private readonly repository: CatalogRepository,
    nodes: NodeRegistry,
  ) {
    nodes.register('Product', async (keys) => {
      const products = await repository.byRowIds(keys.map(Number));
      return keys.map((key) => products.get(Number(key)) ?? null);
    });
  }

  /** @throws BadRequest EXACTLY_ONE unless exactly one of id, sku and gtin is given */
  async product({ id, sku, gtin }: ProductArgs): Promise<Product | null> {
    const given = [id, sku, gtin].filter((value) => value !== undefined && value !== null);
    if (given.length !== 1)
      throw new BadRequest(CODE.EXACTLY_ONE, 'Name the product by exactly one of `id`, `sku` and `gtin`.');

    if (typeof id === 'string') {
      const rowId = Number(keyOf('Product', id));
      return (await this.repository.byRowIds([rowId])).get(rowId) ?? null;
    }
    const found = typeof sku === 'string' ? this.repository.bySkus([sku]) : this.repository.byGtins([gtin as string]);
    return [...(await found).values()][0] ?? null;
  }

  async products({ filter, channel, first, after }: ProductsArgs): Promise<ProductConnection> {
    const question = { name: 'products', args: { filter, channel } };
    const [last] = positionOf(question, after) ?? [0];
    const narrowed = catalogFilter(filter, channel);

    const found = await this.repository.page(narrowed, Number(last), first + 1);
    const page = connection(
      found,
      first,
      (product) => cursorAt(question, [product.rowId]),
      after !== undefined && after !== null,
    );
    return { ...page, filter: narrowed };
  }
}

function catalogFilter(filter: ProductFilter | null | undefined, channel: string | null | undefined): CatalogFilter {
  if ((filter?.text?.length ?? 0) > LONGEST_TEXT) {
    throw new BadRequest(CODE.TOO_LONG, `Search with at most ${LONGEST_TEXT} characters.`, 'text');
  }
  return { ...filter, channel, excludeRowIds: (filter?.excludeIds ?? []).map((id) => Number(keyOf('Product', id))) };
}
