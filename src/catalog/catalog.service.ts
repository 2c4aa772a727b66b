import { Injectable } from '@nestjs/common';
import { BadRequest, CODE } from '../graphql/errors.js';
import { keyOf, NodeRegistry } from '../graphql/node.js';
import { CatalogRepository } from './catalog.repository.js';
import type { ProductArgs } from './product-filter.js';
import type { Product } from './product.js';

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
}
