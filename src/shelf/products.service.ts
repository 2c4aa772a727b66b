import { Injectable } from '@nestjs/common';
import type { ProductConnection } from '../catalog/product-connection.js';
import type { ProductsArgs } from '../catalog/product-filter.js';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import { cursorAt, positionOf } from '../graphql/cursor.js';
import { connection } from '../graphql/page.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { FirstFew } from './best.js';
import { narrowing, passing } from './narrow.js';
import { ShelfService } from './shelf.service.js';

/** Lists the catalog. The shelf narrows it, because some filters ask what a label means. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly shelves: ShelfService,
    private readonly catalog: CatalogRepository,
    private readonly held: KnowledgeService,
  ) {}

  async products({ filter, channel, first, after }: ProductsArgs): Promise<ProductConnection> {
    const asking = { name: 'products', args: { filter, channel } };
    const last = Number((positionOf(asking, after) ?? [0])[0]);
    const wanted = narrowing(this.held.knowledge, filter, channel);

    const { shelf } = await this.shelves.current();
    const all = passing(shelf, wanted);
    const few = new FirstFew(shelf, first + 1);
    all.forEach((place) => {
      const rowId = shelf.rowIds.at(place);
      if (rowId > last) few.offer(place, rowId, 0);
    });
    const rowIds = few.ranked((rowId) => rowId).map(({ rowId }) => rowId);
    const products = await this.catalog.byRowIds(rowIds);
    const found = rowIds.flatMap((rowId) => products.get(rowId) ?? []);
    const page = connection(found, first, ({ rowId }) => cursorAt(asking, [rowId]), last !== 0);
    return { ...page, totalCount: all.size() };
  }
}
