import {
  COUNTS,
  type Counts,
  FITTING,
  HUNDRED_HOURS,
  type Named,
  openShop,
  type PageInfo,
  pairings,
  type Reason,
  REASONS,
  type Shop,
  THIRTY_HOURS,
  type Variables,
  walked,
} from './shop.js';

interface Answer {
  totalCount: number;
  counts: Counts;
  leftOut: { totalCount: number };
  facets: { name: string; values: { value: string; count: number }[] }[];
  phase: { phase: string; fromHour: number; toHour: number | null };
  knowledge: object;
  pageInfo: PageInfo;
  nodes: {
    product: Named & { category: string; reading: { tokens: { ingredient: { inci: string } | null }[] } };
    verdict: string;
    score: number;
    contributions: {
      ingredient: { inci: string };
      concern: string | null;
      points: number;
      grade: string;
    }[];
    reasons: Reason[];
  }[];
}

const QUESTION = pairings(`
  totalCount ${COUNTS} phase { phase fromHour toHour } knowledge { version sha256 reviewedOn }
  facets { name values { value count } } leftOut { totalCount } pageInfo { hasNextPage endCursor }
  nodes {
    product { id brand name category reading { tokens { ingredient { inci } } } } verdict score
    contributions { ingredient { inci } concern points grade } ${REASONS}
  }
`);

describe('a ranking of the demo shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  /** The whole answer, all its pages put together. */
  const asked = async (question: Variables) => {
    const pages: Answer[] = [];
    const nodes = await walked(async (after) => {
      const { pairings } = await shop.answer<{ pairings: Answer }>(QUESTION, { first: 50, after, ...question });
      pages.push(pairings);
      return pairings;
    });
    return { ...(pages[0] as Answer), nodes };
  };

  it.each([-200, 0, 3, 12, 30, 100, 200, 400, 2000])(
    'at hour %d has each product under one verdict, and ranks what fits and nothing else',
    async (hoursSince) => {
      const treatment = { needleDepthMm: 1, hoursSince };
      const { counts, totalCount, leftOut, nodes } = await asked({ ...HUNDRED_HOURS, treatment });
      expect(counts.considered).toBeGreaterThan(120);
      expect(totalCount).toBe(counts.ideal + counts.suitable);
      expect(leftOut.totalCount).toBe(counts.caution + counts.unverified + counts.avoid);
      expect(nodes.map(({ verdict }) => verdict).filter((verdict) => !FITTING.includes(verdict as never))).toEqual([]);
    },
  );

  it('ranks nothing in the first six hours, and says what phase it is', async () => {
    const { totalCount, phase } = await asked({ ...HUNDRED_HOURS, treatment: { needleDepthMm: 1, hoursSince: 5.9 } });
    expect([totalCount, phase]).toEqual([0, expect.objectContaining({ phase: 'OPEN_CHANNELS', fromHour: 0 })]);
  });

  it('is best first', async () => {
    const scores = (await asked(HUNDRED_HOURS)).nodes.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(20);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('explains each score by contributions that sum to it', async () => {
    const { nodes } = await asked({ ...HUNDRED_HOURS, concerns: [{ concern: 'PIGMENTATION' }, { concern: 'PORES' }] });
    for (const { score, contributions, product } of nodes) {
      const thousandths = contributions.map(({ points }) => Math.round(points * 1000));
      expect(thousandths.reduce((sum, points) => sum + points, 0)).toBe(Math.round(score * 1000));
      expect(thousandths).toEqual([...thousandths].sort((a, b) => b - a));

      const onTheList = product.reading.tokens.map(({ ingredient }) => ingredient?.inci);
      for (const { ingredient, concern, grade } of contributions) {
        expect(onTheList).toContain(ingredient.inci);
        expect(['PIGMENTATION', 'PORES', null]).toContain(concern);
        expect(['A', 'B', 'C', 'D']).toContain(grade);
      }
    }
  });

  it('lets recovery count for itself while skin recovers, and no more from REMODELLING on', async () => {
    const concernsAt = async (hoursSince: number) =>
      (await asked({ ...HUNDRED_HOURS, treatment: { needleDepthMm: 1, hoursSince } })).nodes.flatMap(
        ({ contributions }) => contributions.map(({ concern }) => concern),
      );
    expect(await concernsAt(30)).toContain(null);
    expect(await concernsAt(400)).not.toContain(null);
  });

  it('gives for each product a reason that rests on a source or a policy', async () => {
    const reasons = (await asked(HUNDRED_HOURS)).nodes.flatMap(({ reasons }) => reasons);
    expect(reasons.length).toBeGreaterThan(20);
    for (const { rule, message, sources, policy } of reasons) {
      expect(rule).toMatch(/^\w+\.\w+$/);
      expect(message).toMatch(/\S\.$/);
      expect(sources.length > 0 || policy !== null).toBe(true);
    }
  });

  it('counts kinds and brands among what is ranked, the most frequent first', async () => {
    const { nodes, facets, totalCount } = await asked(HUNDRED_HOURS);
    expect(nodes).toHaveLength(totalCount);
    for (const [name, property] of [
      ['category', 'category'],
      ['brand', 'brand'],
    ] as const) {
      const values = facets.find((facet) => facet.name === name)?.values ?? [];
      const found = Map.groupBy(nodes, ({ product }) => product[property]);
      expect(new Map(values.map(({ value, count }) => [value, count]))).toEqual(
        new Map([...found].map(([value, group]) => [value, group.length])),
      );
      expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a, b) => b - a));
    }
  });

  it('names the knowledge that it rests on', async () => {
    const { knowledge } = await shop.answer<Answer>('{ knowledge { version sha256 reviewedOn } }');
    expect((await asked(THIRTY_HOURS)).knowledge).toEqual(knowledge);
    expect(knowledge).toEqual({
      version: expect.stringMatching(/^\d{4}\.\d\d\.\d+$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      reviewedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('considers make-up only where it is asked for', async () => {
    const kinds = async (filter?: object) =>
      (
        await asked({ ...HUNDRED_HOURS, filter, treatment: { needleDepthMm: 0.3, hoursSince: 2000 } })
      ).facets[0]?.values.map(({ value }) => value);
    expect(await kinds()).not.toContain('MAKEUP');
    expect(await kinds({ categories: ['MAKEUP'] })).toEqual(['MAKEUP']);
  });

  describe('for several concerns', () => {
    const scoresFor = async (...concerns: object[]) =>
      (await asked({ ...HUNDRED_HOURS, concerns })).nodes.map(({ product, score }) => [product.name, score]);

    it('depends on what the weights are to each other, not on how large they are', async () => {
      expect(await scoresFor({ concern: 'PORES', weight: 1 }, { concern: 'RADIANCE', weight: 3 })).toEqual(
        await scoresFor({ concern: 'PORES', weight: 10 }, { concern: 'RADIANCE', weight: 30 }),
      );
    });

    it('counts a concern that is named twice once, with both weights', async () => {
      expect(await scoresFor({ concern: 'PORES' }, { concern: 'RADIANCE' }, { concern: 'PORES' })).toEqual(
        await scoresFor({ concern: 'PORES', weight: 2 }, { concern: 'RADIANCE' }),
      );
    });
  });

  it('reads null like nothing said, wherever something is assumed', async () => {
    const nulls = {
      concerns: [{ concern: 'PIGMENTATION', weight: null }],
      treatment: { hoursSince: 100, device: null, needleDepthMm: null, treatedAt: null, performedBy: null, area: null },
      profile: {
        fitzpatrick: null,
        sensitive: null,
        skinType: null,
        acneProne: null,
        conditions: null,
        symptoms: null,
        avoid: null,
      },
      filter: null,
      channel: null,
    };
    const said = { concerns: [{ concern: 'PIGMENTATION' }], treatment: { hoursSince: 100 } };
    const { pageInfo, ...unsaid } = await asked(nulls);
    expect(unsaid).toEqual({ ...(await asked(said)), pageInfo: undefined });
  });
});
