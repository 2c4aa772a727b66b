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

interface LeftOut {
  totalCount: number;
  pageInfo: PageInfo;
  edges: { cursor: string; node: { product: Named } }[];
  nodes: { product: Named & { category: string }; verdict: string; usableFromHour: number | null; reasons: Reason[] }[];
}

const QUESTION = pairings(`
  ${COUNTS} nodes { product { id } }
  leftOut {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { product { id brand name } } }
    nodes { product { id brand name category } verdict usableFromHour ${REASONS} }
  }
`);

describe('what a ranking leaves out', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const asked = async (question: Variables) =>
    (
      await shop.answer<{ pairings: { counts: Counts; nodes: { product: Named }[]; leftOut: LeftOut } }>(QUESTION, {
        leftFirst: 20,
        ...question,
      })
    ).pairings;
  const everything = (question: Variables) =>
    walked(async (leftAfter) => (await asked({ ...question, leftFirst: 50, leftAfter })).leftOut);

  it('is every product that is not ranked, each once', async () => {
    const { counts } = await asked(HUNDRED_HOURS);
    const all = await everything(HUNDRED_HOURS);
    const count = (verdict: string) => all.filter((one) => one.verdict === verdict).length;
    expect(new Set(all.map(({ product }) => product.id)).size).toBe(all.length);
    expect({ caution: count('CAUTION'), unverified: count('UNVERIFIED'), avoid: count('AVOID') }).toEqual({
      caution: counts.caution,
      unverified: counts.unverified,
      avoid: counts.avoid,
    });
    expect(all).toHaveLength(counts.caution + counts.unverified + counts.avoid);
  });

  it('comes the soonest usable first, and last what nobody can say', async () => {
    const hours = (await everything(HUNDRED_HOURS)).map(({ usableFromHour }) => usableFromHour ?? Infinity);
    expect(hours).toContain(Infinity);
    expect(hours).toEqual([...hours].sort((a, b) => (a === b ? 0 : a - b)));
    expect(hours.filter((hour) => hour <= HUNDRED_HOURS.treatment.hoursSince)).toEqual([]);
  });

  it('says why of each, by a rule that rests on a source or a policy', async () => {
    for (const { product, reasons } of await everything(THIRTY_HOURS)) {
      expect([product.name, reasons.length]).not.toEqual([product.name, 0]);
      for (const { message, rule, sources, policy } of reasons) {
        expect(message).toMatch(/\S\.$/);
        expect(rule).toMatch(/^[\w-]+\.[\w-]+$|^first-hours$|^avoid$/);
        expect([rule, sources.length > 0 || policy !== null]).toEqual([rule, true]);
      }
    }
  });

  it('has retinol among it, named as printed, with the hour at which its hold ends', async () => {
    const all = await everything(THIRTY_HOURS);
    const { verdict, reasons } = all.find(({ product }) => product.name === 'Retinol 0.3 in Squalane') ?? all[0] ?? {};
    expect(verdict).toBe('AVOID');
    expect(reasons).toContainEqual(
      expect.objectContaining({
        code: 'HOLD',
        rule: 'retinol.hold',
        printed: 'Retinol',
        ingredient: { inci: 'Retinol' },
        untilHour: expect.any(Number),
      }),
    );
  });

  it('has what shows no list among it at every hour, and says so', async () => {
    for (const hoursSince of [30, 300, 3000]) {
      const all = await everything({ ...HUNDRED_HOURS, treatment: { needleDepthMm: 1, hoursSince } });
      expect(all.find(({ product }) => product.name === 'Dream Drops')).toMatchObject({
        verdict: 'UNVERIFIED',
        usableFromHour: null,
        reasons: [{ code: 'NO_LIST' }],
      });
    }
  });

  it.each(['CAUTION', 'UNVERIFIED', 'AVOID'])('can be asked for %s alone', async (verdict) => {
    const { counts, leftOut } = await asked({ ...HUNDRED_HOURS, verdicts: [verdict] });
    expect(leftOut.totalCount).toBe(counts[verdict.toLowerCase() as keyof Counts]);
    expect(leftOut.totalCount).toBeGreaterThan(0);
    expect(new Set((await everything({ ...HUNDRED_HOURS, verdicts: [verdict] })).map((one) => one.verdict))).toEqual(
      new Set([verdict]),
    );
  });

  it('can be asked for several verdicts, and holds nothing that fits', async () => {
    const { counts, leftOut } = await asked({ ...HUNDRED_HOURS, verdicts: ['CAUTION', 'AVOID'] });
    expect(leftOut.totalCount).toBe(counts.caution + counts.avoid);
    expect((await asked({ ...HUNDRED_HOURS, verdicts: FITTING })).leftOut).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('has pages of its own, beside those of the ranking', async () => {
    const first = await asked({ ...HUNDRED_HOURS, first: 2, leftFirst: 3 });
    const { endCursor, ...info } = first.leftOut.pageInfo;
    expect(info).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.leftOut.edges[0]?.cursor,
    });
    const second = await asked({ ...HUNDRED_HOURS, first: 2, leftFirst: 3, leftAfter: endCursor });
    expect(second.nodes).toEqual(first.nodes);
    expect(second.leftOut.pageInfo.hasPreviousPage).toBe(true);
    expect([...first.leftOut.nodes, ...second.leftOut.nodes]).toEqual(
      (await asked({ ...HUNDRED_HOURS, leftFirst: 6 })).leftOut.nodes,
    );
    expect(second.leftOut.edges.map(({ node }) => node.product.id)).toEqual(
      second.leftOut.nodes.map(({ product }) => product.id),
    );
  });
});
