import * as fc from 'fast-check';
import {
  COUNTS,
  type Counts,
  everyProduct,
  FITTING,
  type Named,
  openShop,
  type PageInfo,
  pairings,
  assessAll,
  type Shop,
  walked,
} from '../shop.js';
import { law, PATIENCE_MS, question } from './questions.js';

interface Answer {
  totalCount: number;
  counts: Counts;
  pageInfo: PageInfo;
  edges: { node: { product: Named } }[];
  nodes: { product: Named & { category: string }; verdict: string; score: number }[];
  leftOut: {
    totalCount: number;
    pageInfo: PageInfo;
    nodes: { product: Named; verdict: string; swap: Named | null }[];
  };
}

const INFO = 'pageInfo { hasNextPage endCursor }';
const RANKING = pairings(`
  totalCount ${COUNTS} ${INFO} edges { node { product { id } } } nodes { product { id category } verdict score }
`);
const LEFT_OUT = pairings(`leftOut { totalCount ${INFO} nodes { product { id } verdict swap { id } } }`);
const PRODUCTS = `query ($filter: ProductFilter, $channel: String, $after: String) {
  products(filter: $filter, channel: $channel, first: 100, after: $after) { nodes { id brand name category } ${INFO} }
}`;

describe('laws 4 and 8: what the verdict left out', () => {
  let shop: Shop;
  let everyId: string[];
  beforeAll(async () => {
    shop = await openShop();
    everyId = (await everyProduct(shop)).map(({ id }) => id);
  });
  afterAll(() => shop.stop());

  type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;

  /** Everything that is ranked, page by page. */
  const ranked = async (asked: Partial<Asked>, first: number) => {
    const pages: Answer[] = [];
    const nodes = await walked(async (after) => {
      const { pairings } = await shop.answer<{ pairings: Answer }>(RANKING, { ...asked, first, after });
      expect(pairings.edges.map(({ node }) => node.product.id)).toEqual(
        pairings.nodes.map(({ product }) => product.id),
      );
      pages.push(pairings);
      return pairings;
    });
    return { nodes, counts: (pages[0] as Answer).counts, totalCount: (pages[0] as Answer).totalCount };
  };
  const leftOut = (asked: Partial<Asked>, verdicts?: readonly string[]) =>
    walked(async (leftAfter) => {
      const { pairings } = await shop.answer<{ pairings: Answer }>(LEFT_OUT, {
        ...asked,
        verdicts,
        leftFirst: 100,
        leftAfter,
      });
      return pairings.leftOut;
    });
  const narrowed = ({ filter, channel }: Partial<Asked>) =>
    walked(async (after) => {
      const variables = { filter, channel, after };
      return (
        await shop.answer<{ products: { nodes: (Named & { category: string })[]; pageInfo: PageInfo } }>(
          PRODUCTS,
          variables,
        )
      ).products;
    });
  /** The verdict on each product by itself. */
  const verdictsOn = async (ids: readonly string[], { treatment, profile }: Partial<Asked>) => {
    const verdicts = new Map<string, string>();
    for (let start = 0; start < ids.length; start += 100) {
      const some = ids.slice(start, start + 100);
      const products = some.map((id) => ({ id }));
      const { assessAll: all } = await shop.answer<{ assessAll: { verdict: string }[] }>(assessAll('verdict'), {
        products,
        treatment,
        profile,
      });
      some.forEach((id, place) => verdicts.set(id, all[place]?.verdict ?? ''));
    }
    return verdicts;
  };
  const idsOf = (nodes: readonly { product: Named }[]) => nodes.map(({ product }) => product.id);

  it(
    'is not ranked again by any filter, channel, text or page',
    async () => {
      await law(fc.tuple(question, fc.integer({ min: 30, max: 100 })), async ([asked, size]) => {
        const { nodes } = await ranked(asked, size);
        const verdicts = await verdictsOn(idsOf(nodes), asked);
        for (const { product, verdict } of nodes) {
          expect(FITTING).toContain(verdict);
          expect(verdict).toBe(verdicts.get(product.id));
        }
      });
    },
    PATIENCE_MS,
  );

  it(
    'is what the filter let through and the ranking does not hold, all of it and nothing else',
    async () => {
      await law(question, async (asked) => {
        const { nodes, counts, totalCount } = await ranked(asked, 100);
        const out = await leftOut(asked);
        const considered = (await narrowed(asked)).filter(
          ({ category }) => category !== 'MAKEUP' || asked.filter?.categories?.includes('MAKEUP'),
        );
        expect([...idsOf(nodes), ...idsOf(out)].sort()).toEqual(considered.map(({ id }) => id).sort());
        expect([counts.considered, totalCount]).toEqual([considered.length, nodes.length]);
        expect(out.filter(({ verdict }) => FITTING.includes(verdict as never))).toEqual([]);
        expect(await leftOut(asked, FITTING)).toEqual([]);
      });
    },
    PATIENCE_MS,
  );

  it(
    'is never offered as something to use instead',
    async () => {
      await law(question, async (asked) => {
        const { treatment, profile } = asked;
        const products = everyId.slice(0, 100).map((id) => ({ id }));
        const { assessAll: all } = await shop.answer<{ assessAll: { swap: Named | null }[] }>(
          assessAll('swap { id }'),
          {
            products,
            treatment,
            profile,
          },
        );
        const swaps = [...all, ...(await leftOut(asked))].flatMap(({ swap }) => (swap === null ? [] : [swap.id]));
        const verdicts = await verdictsOn([...new Set(swaps)], asked);
        for (const verdict of verdicts.values()) expect(FITTING).toContain(verdict);
      });
    },
    PATIENCE_MS,
  );

  it(
    'is the same with a filter and without: a filter leaves away, and judges and orders nothing',
    async () => {
      await law(question, async ({ filter, channel, ...asked }) => {
        const whole = await ranked(asked, 100);
        const categories = filter?.categories?.filter((category) => category !== 'MAKEUP') ?? [];
        const narrow = { channel, filter: { ...filter, categories } };
        const passing = new Set((await narrowed(narrow)).map(({ id }) => id));
        const { nodes } = await ranked({ ...asked, ...narrow }, 100);
        expect(nodes).toEqual(whole.nodes.filter(({ product }) => passing.has(product.id)));
      });
    },
    PATIENCE_MS,
  );
});
