import * as fc from 'fast-check';
import {
  assessAll,
  COUNTS,
  type Counts,
  everyProduct,
  HUNDRED_HOURS,
  openShop,
  pairings,
  type Named,
  type Reason,
  REASONS,
  type Shop,
  walked,
} from './shop.js';

interface Notice {
  code: string;
  summary: string;
  indicator: string;
}
interface Answer {
  totalCount: number;
  counts: Counts;
  notices: Notice[];
  nodes: { product: Named & { reading: { tokens: { tags: string[] }[] } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  leftOut: { nodes: { product: Named; reasons: Reason[] }[] };
}

const QUESTION = pairings(`
  totalCount ${COUNTS} notices { code summary indicator } pageInfo { hasNextPage endCursor }
  nodes { product { id brand name reading { tokens { tags } } } }
  leftOut { nodes { product { id brand name } ${REASONS} } }
`);

describe('what a person avoids', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const avoiding = async (avoid: readonly string[], more = {}) => {
    const profile = { ...HUNDRED_HOURS.profile, avoid };
    return (await shop.answer<{ pairings: Answer }>(QUESTION, { ...HUNDRED_HOURS, profile, ...more })).pairings;
  };

  it.each([
    ['a class by its everyday name', 'retinoids'],
    ['a class by its code', 'essential_oil'],
    ['an ingredient by its INCI name', 'Niacinamide'],
    ['an ingredient by another name', 'Vitamin B3'],
    ['a word that names of ingredients hold', 'coconut'],
  ])('may be %s', async (_, entry) => {
    const { notices, counts, totalCount } = await avoiding([entry]);
    expect(notices.map(({ code }) => code)).not.toContain('AVOID_NOT_UNDERSTOOD');
    expect(totalCount).toBeGreaterThan(0);
    expect(counts.avoid).toBeGreaterThanOrEqual((await avoiding([])).counts.avoid);
  });

  it('is left out at every hour, with the name as printed', async () => {
    for (const hoursSince of [100, 500, 5000]) {
      const treatment = { needleDepthMm: 1, hoursSince };
      const ranked = await walked((after) => avoiding(['panthenol'], { treatment, first: 50, after }));
      expect(
        ranked.filter(({ product }) => product.reading.tokens.some(({ tags }) => tags.includes('panthenol'))),
      ).toEqual([]);
      const { leftOut } = await avoiding(['panthenol'], { treatment, leftFirst: 100 });
      const reasons = leftOut.nodes.flatMap((one) => one.reasons).filter(({ code }) => code === 'AVOIDED');
      expect(reasons).toContainEqual(expect.objectContaining({ rule: 'avoid', printed: 'Panthenol' }));
    }
  });

  describe('and nobody understands', () => {
    const GIBBERISH = ['xqzzk', 'Zyvorethyl Jexylate', 'no perfume please', '', '   ', '☃', 'retinoids; acids'];

    it.each(GIBBERISH)('is named as not checked, and nothing is ranked as though it were: %j', async (entry) => {
      const { notices, counts, totalCount } = await avoiding([entry]);
      expect(notices).toContainEqual({
        code: 'AVOID_NOT_UNDERSTOOD',
        indicator: 'CRITICAL',
        summary: expect.stringContaining(`“${entry}”`),
      });
      expect([totalCount, counts.ideal, counts.suitable, counts.caution]).toEqual([0, 0, 0, 0]);
    });

    it('makes every single verdict UNVERIFIED at least, of labels and unknown references too', async () => {
      const ids = (await everyProduct(shop)).slice(0, 60).map(({ id }) => ({ id }));
      const products = [...ids, { label: { ingredients: 'Aqua, Glycerin' } }, { gtin: '00000000' }];
      const { assessAll: all } = await shop.answer<{ assessAll: { verdict: string; notices: Notice[] }[] }>(
        assessAll('verdict notices { code summary indicator }'),
        {
          products,
          treatment: { needleDepthMm: 1, hoursSince: 5000 },
          profile: { ...HUNDRED_HOURS.profile, avoid: ['panthenol', 'xqzzk'] },
        },
      );
      expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['AVOID', 'UNVERIFIED']));
      for (const { notices } of all)
        expect(notices).toContainEqual(
          expect.objectContaining({ code: 'AVOID_NOT_UNDERSTOOD', indicator: 'CRITICAL' }),
        );
    });

    it('leaves nothing ranked beside whatever else is avoided, at whatever hour', async () => {
      const question = fc.record({
        entry: fc.constantFrom(...GIBBERISH),
        others: fc.subarray(['retinoids', 'coconut', 'Niacinamide']),
        hoursSince: fc.integer({ min: -500, max: 8760 }),
      });
      await fc.assert(
        fc.asyncProperty(question, async ({ entry, others, hoursSince }) => {
          const treatment = { needleDepthMm: 0.3, hoursSince };
          const { counts } = await avoiding([...others, entry], { treatment, first: 1, leftFirst: 1 });
          expect(counts.unverified + counts.avoid).toBe(counts.considered);
        }),
        { numRuns: 100, seed: 7 },
      );
    }, 60_000);
  });
});
