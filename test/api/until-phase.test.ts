import { assessAll, HUNDRED_HOURS, type Named, openShop, pairings, type Shop } from './shop.js';

describe('the last phase through which a verdict stays', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  interface Window {
    phase: string;
    fromHour: number;
  }

  it.each([-100, 12, 30, 100, 200, 400])(
    'is told at hour %d, and the next phase brings another',
    async (hoursSince) => {
      const profile = { ...HUNDRED_HOURS.profile, avoid: ['coconut'] };
      const treatment = { needleDepthMm: 1, hoursSince };
      const { pairings: answer } = await shop.answer<{
        pairings: { phase: Window; nodes: { product: Named; verdict: string; untilPhase: string | null }[] };
      }>(pairings('phase { phase fromHour } nodes { product { id } verdict untilPhase }'), {
        ...HUNDRED_HOURS,
        profile,
        treatment,
        first: 60,
      });
      const { phases } = await shop.answer<{ phases: Window[] }>(
        `query ($treatment: TreatmentInput!, $profile: SkinProfileInput) {
        phases(treatment: $treatment, profile: $profile) { phase fromHour }
      }`,
        { treatment, profile },
      );
      const now = phases.findIndex(({ phase }) => phase === answer.phase.phase);
      const products = answer.nodes.map(({ product }) => ({ id: product.id }));
      const told: (string | null)[] = answer.nodes.map(() => null);

      for (const [index, { fromHour }] of phases.entries()) {
        if (index <= now || products.length === 0) continue;
        const { assessAll: then } = await shop.answer<{ assessAll: { verdict: string }[] }>(assessAll('verdict'), {
          products,
          profile,
          treatment: { needleDepthMm: 1, hoursSince: fromHour },
        });
        then.forEach(({ verdict }, place) => {
          if (verdict !== answer.nodes[place]?.verdict) told[place] ??= phases[index - 1]?.phase ?? null;
        });
      }
      expect(answer.nodes.map(({ untilPhase }) => untilPhase)).toEqual(told);
    },
  );
});
