import { Injectable } from '@nestjs/common';
import type { ProductConnection } from '../catalog/product-connection.js';
import type { ProductsArgs } from '../catalog/product-filter.js';
import { cursorAt, positionOf } from '../graphql/cursor.js';
import { connection } from '../graphql/page.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { narrowing } from './narrow.js';
import { ShelfService } from './shelf.service.js';

/** Lists the catalog. The shelf narrows it, because some filters ask what a label means. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly shelves: ShelfService,
    private readonly held: KnowledgeService,
  ) {}

  async products({ filter, channel, first, after }: ProductsArgs): Promise<ProductConnection> {
    const asking = { name: 'products', args: { filter, channel } };
    const [last] = positionOf(asking, after) ?? [0];
    const passes = narrowing(this.held.knowledge, filter, channel);

    const all = (await this.shelves.current()).entries.filter(passes).map(({ product }) => product);
    const rest = all.filter(({ rowId }) => rowId > Number(last));
    const page = connection(rest.slice(0, first + 1), first, ({ rowId }) => cursorAt(asking, [rowId]), last !== 0);
    return { ...page, totalCount: all.length };
  }
}
