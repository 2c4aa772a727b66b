import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { CatalogRepository } from '../../../src/catalog/catalog.repository.js';
import { readDemoShop } from '../../../src/catalog/demo-shop.js';
import type { ProductRow } from '../../../src/catalog/product-row.js';
import * as any from '../../support/arbitraries.js';
import { onEachDatabase } from '../../support/databases.js';
import { row } from '../../support/product-rows.js';
import { COUNTS, type Counts, MONDAY, type Named, openShop, pairings, type Shop, urlOf } from '../shop.js';
import { law, PATIENCE_MS, question } from './questions.js';

const QUESTION = pairings(`
  ${COUNTS} facets { name values { value count } } notices { code }
  nodes { product { brand name } score verdict untilPhase contributions { points } reasons { message } }
  leftOut { nodes { product { brand name } verdict usableFromHour swap { brand name } reasons { message } } }
`);

const DEMO_SHOP = await readDemoShop();

/** A few products of the demo shop and some at random, each of a name of its own, and some with the same list as another. */
const products = fc
  .tuple(
    fc.subarray(DEMO_SHOP, { minLength: 2, maxLength: 12 }),
    fc.array(any.draft, { maxLength: 4 }),
    fc.array(fc.nat(), { maxLength: 3 }),
  )
  .map(([known, drafts, twins]): ProductRow[] => [
    ...known,
    ...drafts.map((draft, index) => {
      const { id, brand, name, drugFacts, sterile, ...pack } = any.written(draft, `p${index}`);
      return row(name, { ...pack, sourceKey: id, drugFacts: drugFacts === true, sterile: sterile === true });
    }),
    ...twins.map((place, index) => {
      const twin = known[place % known.length] as ProductRow;
      return { ...twin, sourceKey: `twin-${index}`, name: `Twin ${index}`, offers: [] };
    }),
  ]);

/** The same products in two orders. */
const orders = products.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);

describe('law 5: the order in which products came in', () => {
  onEachDatabase((emptyDatabase) => {
    let shop: Shop;
    let moment = MONDAY.getTime();
    beforeAll(async () => {
      shop = await openShop({ DATABASE_URL: urlOf(await emptyDatabase()) });
    });
    afterAll(() => shop.stop());

    /** Puts these products in the place of all others. */
    const stock = async (rows: readonly ProductRow[]) => {
      const database = shop.app.get(DataSource);
      await database.query('DELETE FROM offer');
      await database.query('DELETE FROM product');
      await shop.app.get(CatalogRepository).upsert(rows, new Date(moment++));
    };

    it(
      'never changes a ranking, nor what it leaves out',
      async () => {
        await law(fc.tuple(orders, question), async ([[rows, shuffled], { channel, filter, ...asked }]) => {
          const ask = () =>
            shop.answer<{ pairings: { counts: Counts; nodes: { product: Named }[] } }>(QUESTION, {
              ...asked,
              filter: filter && { ...filter, categories: [] },
              first: 50,
              leftFirst: 50,
            });
          await stock(rows);
          const one = await ask();
          await stock(shuffled);
          expect(await ask()).toEqual(one);
        });
      },
      PATIENCE_MS,
    );
  });
});
