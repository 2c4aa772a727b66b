import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import type { DatabaseAddress } from '../../src/config/config.js';
import { onEachDatabase } from '../support/databases.js';
import { offer, row } from '../support/product-rows.js';
import { type Service, startService } from '../support/service.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const SHOP = [
  row('Calm Serum', {
    gtin: '4006381333931',
    offers: [offer('shop', 'S-1', { priceMinor: 2000 }), offer('clinic', 'K-1', { priceMinor: 1800 })],
  }),
  row('Crème Été', { category: 'CREAM', offers: [offer('shop', 'S-2'), offer('shop', 'S-2B', { priceMinor: 2300 })] }),
  row('Squalane', {
    category: 'OIL',
    offers: [offer('clinic', 'K-3', { priceMinor: 3000, currency: 'JPY' }), offer('shop', 'S-3')],
  }),
  row('Not for sale', { offers: [] }),
];

/** What every database must answer with the same bytes; filled by the first and compared by the second. */
const answers = new Map<string, string>();

onEachDatabase((emptyDatabase) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ DATABASE_URL: urlOf(await emptyDatabase()) });
    await service.app.get(CatalogRepository).upsert(SHOP, MONDAY);
  });
  afterAll(() => service.stop());

  /** Asks a question that must be answered. */
  const ask = async <T = unknown>(query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await service.ask(query, variables);
    expect(errors).toBeUndefined();
    return data as T;
  };
  const codes = (query: string, variables?: Record<string, unknown>) => service.codes(query, variables);
  const pageOf = async (first: number, after?: string | null) => {
    const query = `query ($first: Int, $after: String) {
      products(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
    }`;
    interface Page {
      nodes: { name: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    }
    return (await ask<{ products: Page }>(query, { first, after })).products;
  };
  const idOf = async (sku: string) => {
    const { product } = await ask<{ product: { id: string } }>('query ($sku: String) { product(sku: $sku) { id } }', {
      sku,
    });
    return product.id;
  };

  describe('a product', () => {
    const everything = `fragment Everything on Product {
      id brand name category form rinseOff label ph spf drugFacts sterile market gtin imageUrl url updatedAt
      offers { channel sku price { amount currencyCode } availability url } price { amount currencyCode }
    }`;

    it('is found by SKU, by GTIN and by id, as one and the same', async () => {
      const bySku = await ask(`{ product(sku: "K-1") { ...Everything } } ${everything}`);
      expect(bySku).toMatchObject({
        product: { name: 'Calm Serum', label: 'Aqua, Glycerin, Panthenol', updatedAt: '2026-11-23T09:00:00.000Z' },
      });
      const id = await idOf('K-1');
      expect(await ask(`query ($id: ID!) { product(id: $id) { ...Everything } } ${everything}`, { id })).toEqual(bySku);
      expect(await ask(`{ product(gtin: "04006381333931") { ...Everything } } ${everything}`)).toEqual(bySku);
      expect(await ask(`query ($id: ID!) { product: node(id: $id) { ...Everything } } ${everything}`, { id })).toEqual(
        bySku,
      );
    });

    it('is null when there is none', async () => {
      expect(
        await ask(
          '{ a: product(sku: "none") { id } b: product(gtin: "1") { id } c: product(id: "UHJvZHVjdDo5OTk5OTk5OTk5") { id } }',
        ),
      ).toEqual({
        a: null,
        b: null,
        c: null,
      });
    });

    it('has the lowest price of the channel, or of all in the currency of the first offer', async () => {
      expect(
        await ask(`{ products { nodes {
          all: price { amount currencyCode } shop: price(channel: "shop") { amount } offers(channel: "clinic") { sku } } } }`),
      ).toEqual({
        products: {
          nodes: [
            { all: { amount: '18.00', currencyCode: 'USD' }, shop: { amount: '20.00' }, offers: [{ sku: 'K-1' }] },
            { all: { amount: '23.00', currencyCode: 'USD' }, shop: { amount: '23.00' }, offers: [] },
            { all: { amount: '3000', currencyCode: 'JPY' }, shop: { amount: '24.00' }, offers: [{ sku: 'K-3' }] },
            { all: null, shop: null, offers: [] },
          ],
        },
      });
    });

    it.each([['product { id }'], ['product(sku: "a", gtin: "b") { id }'], ['product(sku: null) { id }']])(
      'is refused unless named once: %s',
      async (question) => {
        expect(await codes(`{ ${question} }`)).toEqual(['EXACTLY_ONE']);
      },
    );
  });

  describe('the list of products', () => {
    it('is walked page by page, each product once, to its end', async () => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo } = await pageOf(3, after);
        seen.push(...nodes.map(({ name }) => name));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(seen).toEqual(SHOP.map(({ name }) => name));
    });

    it('counts the whole, not the page', async () => {
      expect(
        await ask(
          '{ products(first: 1, filter: { categories: [SERUM] }) { totalCount edges { cursor node { name } } pageInfo { hasPreviousPage } } }',
        ),
      ).toMatchObject({
        products: { totalCount: 2, edges: [{ node: { name: 'Calm Serum' } }], pageInfo: { hasPreviousPage: false } },
      });
    });

    it('is empty, and not an error, when nothing fits', async () => {
      expect(
        await ask(
          '{ products(filter: { text: "nothing of the kind" }) { totalCount nodes { id } pageInfo { hasNextPage startCursor endCursor } } }',
        ),
      ).toEqual({
        products: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } },
      });
    });

    it('refuses a cursor of another list', async () => {
      const { pageInfo } = await pageOf(1);
      const after = JSON.stringify(pageInfo.endCursor);
      expect(await codes(`{ products(after: ${after}) { totalCount } }`)).toEqual([]);
      expect(await codes(`{ products(after: ${after}, channel: "shop") { totalCount } }`)).toEqual(['INVALID_CURSOR']);
      expect(await codes(`{ products(after: ${after}, filter: { inStock: true }) { totalCount } }`)).toEqual([
        'INVALID_CURSOR',
      ]);
      expect(await codes('{ products(after: "5") { totalCount } }')).toEqual(['INVALID_CURSOR']);
    });
  });

  describe('nodes', () => {
    it('stand in the order of their ids, null for what does not exist', async () => {
      const [a, b] = [await idOf('S-1'), await idOf('S-2')];
      const missing = Buffer.from('Product:4000').toString('base64url');
      expect(
        await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Product { name } } }', {
          ids: [b, missing, a, b],
        }),
      ).toEqual({
        nodes: [
          { __typename: 'Product', name: 'Crème Été' },
          null,
          { __typename: 'Product', name: 'Calm Serum' },
          { __typename: 'Product', name: 'Crème Été' },
        ],
      });
    });

    it.each(['', '12', 'Product:1', 'UHJvZHVjdDox=', 'Q29sb3VyOjE'])(
      'are refused for %j, which is no id',
      async (id) => {
        expect(await codes('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual(['INVALID_ID']);
        expect(await codes('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [id] })).toEqual(['INVALID_ID']);
      },
    );
  });

  it('answers with the same bytes as the other database', async () => {
    const questions = [
      '{ products { totalCount edges { cursor node { id name offers { sku price { amount } } updatedAt } } pageInfo { endCursor } } }',
      '{ products(filter: { text: "E", maxPrice: "23.00" }, channel: "shop", first: 2) { totalCount nodes { id name } pageInfo { endCursor hasNextPage } } }',
      '{ product(sku: "K-3") { id price { amount currencyCode } } }',
      '{ product(sku: "\u0001\u00ff💧") { id } }',
    ];
    for (const query of questions) {
      const { payload } = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      expect(payload).toBe(answers.get(query) ?? payload);
      answers.set(query, payload);
    }
  });
});

function urlOf(address: DatabaseAddress): string {
  return address.kind === 'sqlite' ? `sqlite:${address.path}` : address.url;
}
