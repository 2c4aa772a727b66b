import * as fc from 'fast-check';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { row } from '../support/product-rows.js';
import {
  HUNDRED_HOURS,
  MONDAY,
  type Named,
  openShop,
  type PageInfo,
  pairings,
  type Shop,
  type Variables,
  walked,
} from './shop.js';

interface Page {
  totalCount: number;
  nodes: { product: Named }[];
  edges: { cursor: string; node: { product: Named } }[];
  pageInfo: PageInfo;
}

const INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const PAGE = `totalCount ${INFO} edges { cursor node { product { id brand name } } } nodes { product { id brand name } }`;

/** The two lists of a ranking, each with the names of its arguments. */
const LISTS = {
  ranking: async (shop: Shop, question: Variables, first: number, after: string | null) =>
    (await shop.answer<{ pairings: Page }>(pairings(PAGE), { ...question, first, after })).pairings,
  'list of what was left out': async (shop: Shop, question: Variables, first: number, after: string | null) =>
    (
      await shop.answer<{ pairings: { leftOut: Page } }>(pairings(`leftOut { ${PAGE} }`), {
        ...question,
        leftFirst: first,
        leftAfter: after,
      })
    ).pairings.leftOut,
};

describe.each(Object.entries(LISTS))('the %s, page by page', (_, fetch) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const namesOf = ({ nodes }: { nodes: readonly { product: Named }[] }) => nodes.map(({ product }) => product.name);

  it('gives each product once, in the order of the whole, whatever the size of the pages', async () => {
    const question = fc.record({
      hoursSince: fc.constantFrom(-50, 30, 100, 200, 400, 2000),
      concern: fc.constantFrom('PIGMENTATION', 'PORES', 'HYDRATION', 'SUN_PROTECTION'),
      size: fc.integer({ min: 5, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ hoursSince, concern, size }) => {
        const asked = { ...HUNDRED_HOURS, concerns: [{ concern }], treatment: { needleDepthMm: 1, hoursSince } };
        const whole = await walked((after) => fetch(shop, asked, 100, after));
        const pages = await walked((after) => fetch(shop, asked, size, after));
        expect(pages).toEqual(whole);
        expect(new Set(whole.map(({ product }) => product.id)).size).toBe(whole.length);
        expect((await fetch(shop, asked, size, null)).totalCount).toBe(whole.length);
      }),
      { numRuns: 12, seed: 5 },
    );
  }, 60_000);

  it('has a cursor for each, from which the next page begins', async () => {
    const all = await fetch(shop, HUNDRED_HOURS, 100, null);
    expect(all.edges.map(({ node }) => node.product)).toEqual(all.nodes.map(({ product }) => product));
    expect([all.pageInfo.startCursor, all.pageInfo.endCursor]).toEqual([
      all.edges[0]?.cursor,
      all.edges.at(-1)?.cursor,
    ]);
    for (const [index, { cursor }] of all.edges.slice(0, 20).entries()) {
      const next = await fetch(shop, HUNDRED_HOURS, 3, cursor);
      expect(namesOf(next)).toEqual(namesOf(all).slice(index + 1, index + 4));
      expect(next.pageInfo.hasPreviousPage).toBe(true);
    }
  });

  it('ends with an empty page behind the last', async () => {
    let last = await fetch(shop, HUNDRED_HOURS, 100, null);
    while (last.pageInfo.hasNextPage) last = await fetch(shop, HUNDRED_HOURS, 100, last.pageInfo.endCursor);
    expect(await fetch(shop, HUNDRED_HOURS, 100, last.pageInfo.endCursor)).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});

describe('between two pages', () => {
  const calm = (name: string, more = {}) =>
    row(name, { label: 'Aqua, Glycerin, Panthenol, Sodium Hyaluronate', ...more });
  const harsh = (name: string, more = {}) => row(name, { label: 'Aqua, Glycerin, Retinol, Phenoxyethanol', ...more });
  const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

  it.each([
    ['ranking', calm, harsh],
    ['list of what was left out', harsh, calm],
  ] as const)('a product that leaves the %s makes no other come twice or not at all', async (list, stays, leaves) => {
    const shop = await openShop();
    const catalog = shop.app.get(CatalogRepository);
    await catalog.upsert(
      NAMES.map((name) => stays(name, { brand: 'Between' })),
      MONDAY,
    );
    const question = { ...HUNDRED_HOURS, filter: { brands: ['Between'] } };
    const fetch = (after: string | null) => LISTS[list](shop, question, 2, after);

    const first = await fetch(null);
    expect(first.nodes.map(({ product }) => product.name)).toEqual(['A', 'B']);
    await catalog.upsert([leaves('B', { brand: 'Between' })], MONDAY); // the very one at which the page ended
    const second = await fetch(first.pageInfo.endCursor);
    expect(second.nodes.map(({ product }) => product.name)).toEqual(['C', 'D']);
    await shop.stop();
  });

  it('a product may have a name as long and odd as the catalog allows', async () => {
    const shop = await openShop();
    const names = ['\u0001', '"', '\\', '水'].map((letter, index) => `${index}${letter.repeat(298)}`);
    await shop.app.get(CatalogRepository).upsert(
      names.map((name) => calm(name, { brand: 'Odd', offers: [] })),
      MONDAY,
    );
    const seen = await walked((after) =>
      LISTS.ranking(shop, { ...HUNDRED_HOURS, filter: { brands: ['Odd'] } }, 1, after),
    );
    expect(seen.map(({ product }) => product.name)).toEqual(names);
    await shop.stop();
  });

  it('time may pass without a gap, though the ranking is of another hour then', async () => {
    const shop = await openShop();
    const question = {
      ...HUNDRED_HOURS,
      treatment: { needleDepthMm: 1, treatedAt: '2026-11-23T09:00:00Z' },
    };
    const hours = (count: number) => new Date(MONDAY.getTime() + count * 3_600_000);
    shop.itIs(hours(100));
    const whole = await walked((after) => LISTS.ranking(shop, question, 100, after));
    let minutes = 0;
    const pages = await walked((after) => {
      shop.itIs(hours(100 + minutes++ / 60));
      return LISTS.ranking(shop, question, 10, after);
    });
    expect(pages).toEqual(whole);
    await shop.stop();
  });
});
