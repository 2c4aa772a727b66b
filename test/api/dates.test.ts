import {
  assessAll,
  everyProduct,
  HUNDRED_HOURS,
  openShop,
  pairings,
  type Reason,
  REASONS,
  type Shop,
  walked,
} from './shop.js';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-27T13:00:00Z');
/** A hundred hours before. */
const TREATED_AT = '2026-11-23T09:00:00.000Z';

interface Dated {
  usableFromHour: number | null;
  usableFrom: string | null;
  phase: { fromHour: number; from: string | null; toHour: number | null; to: string | null };
  reasons: Reason[];
}

const PHASE = 'phase { phase fromHour from toHour to }';
const DATED = `usableFromHour usableFrom ${PHASE} ${REASONS}`;

describe('dates', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    shop.itIs(NOW);
  });
  afterAll(() => shop.stop());

  const { concerns, profile } = HUNDRED_HOURS;
  const byDate = { needleDepthMm: 1, treatedAt: TREATED_AT };
  const byHours = { needleDepthMm: 1, hoursSince: 100 };
  const afterHours = (hour: number | null) =>
    hour === null ? null : new Date(Date.parse(TREATED_AT) + hour * HOUR_MS).toISOString();

  const verdicts = async (treatment: object) => {
    const products = (await everyProduct(shop)).slice(0, 100).map(({ id }) => ({ id }));
    return (await shop.answer<{ assessAll: Dated[] }>(assessAll(DATED), { products, treatment, profile })).assessAll;
  };

  it('are given beside every hour when the treatment has a date', async () => {
    const all = await verdicts(byDate);
    expect(all.filter(({ usableFrom }) => usableFrom !== null).length).toBeGreaterThan(20);
    for (const { usableFromHour, usableFrom, phase, reasons } of all) {
      expect(usableFrom).toBe(afterHours(usableFromHour));
      expect([phase.from, phase.to]).toEqual([afterHours(phase.fromHour), afterHours(phase.toHour)]);
      expect(reasons.map(({ until }) => until)).toEqual(reasons.map(({ untilHour }) => afterHours(untilHour)));
    }
  });

  it('are not given when only hours are known, and all else is the same', async () => {
    const undated = (all: Dated[]) =>
      all.map(({ phase, reasons, ...one }) => ({
        ...one,
        usableFrom: null,
        phase: { ...phase, from: null, to: null },
        reasons: reasons.map((reason) => ({ ...reason, until: null })),
      }));
    const all = await verdicts(byHours);
    expect(all).toEqual(undated(all));
    expect(all).toEqual(undated(await verdicts(byDate)));
  });

  it('follow the ranking, what it leaves out, and the phases', async () => {
    const query = pairings(`${PHASE} leftOut { nodes { ${DATED} } pageInfo { hasNextPage endCursor } }`);
    const ask = async (treatment: object, leftAfter: string | null = null) =>
      (
        await shop.answer<{
          pairings: Pick<Dated, 'phase'> & {
            leftOut: { nodes: Dated[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
          };
        }>(query, { concerns, profile, treatment, first: 1, leftFirst: 50, leftAfter })
      ).pairings;
    const { phase } = await ask(byDate);
    expect(phase).toMatchObject({ from: afterHours(phase.fromHour), to: afterHours(phase.toHour) });

    const leftOut = await walked(async (after) => (await ask(byDate, after)).leftOut);
    for (const { usableFrom, usableFromHour } of leftOut) expect(usableFrom).toBe(afterHours(usableFromHour));
    expect((await ask(byHours)).leftOut.nodes.filter(({ usableFrom }) => usableFrom !== null)).toEqual([]);

    const phases = async (treatment: object) =>
      (
        await shop.answer<{ phases: Dated['phase'][] }>(
          'query ($treatment: TreatmentInput!) { phases(treatment: $treatment) { fromHour from toHour to } }',
          { treatment },
        )
      ).phases;
    for (const { fromHour, from, toHour, to } of await phases(byDate))
      expect([from, to]).toEqual([afterHours(fromHour), afterHours(toHour)]);
    for (const { from, to } of await phases(byHours)) expect([from, to]).toEqual([null, null]);
  });

  it('mean the same moment in whatever zone they are written', async () => {
    expect(await verdicts({ ...byDate, treatedAt: '2026-11-23T10:00:00+01:00' })).toEqual(await verdicts(byDate));
  });

  it('to come lie in PREPARATION', async () => {
    const { phases } = await shop.answer<{ phases: object[] }>(
      '{ phases(treatment: { treatedAt: "2026-12-01T09:00:00Z" }) { phase from to } }',
    );
    expect(phases[0]).toEqual({
      phase: 'PREPARATION',
      from: '2026-09-02T09:00:00.000Z',
      to: '2026-12-01T09:00:00.000Z',
    });
    const { assess } = await shop.answer<{ assess: object }>(
      '{ assess(product: { label: { ingredients: "Aqua" } }, treatment: { treatedAt: "2026-12-01T09:00:00Z" }) { phase { phase } } }',
    );
    expect(assess).toEqual({ phase: { phase: 'PREPARATION' } });
  });

  it('let time pass with the clock', async () => {
    const phaseAt = async (now: string) => {
      shop.itIs(new Date(now));
      const { assess } = await shop.answer<{ assess: { phase: { phase: string } } }>(
        '{ assess(product: { label: { ingredients: "Aqua" } }, treatment: { needleDepthMm: 1, treatedAt: "2026-11-23T09:00:00Z" }) { phase { phase } } }',
      );
      return assess.phase.phase;
    };
    expect(await phaseAt('2026-11-23T08:59:59Z')).toBe('PREPARATION');
    expect(await phaseAt('2026-11-23T09:00:00Z')).toBe('OPEN_CHANNELS');
    expect(await phaseAt('2027-03-01T09:00:00Z')).toBe('MAINTENANCE');
    shop.itIs(NOW);
  });
});
