import {
  assessAll,
  COUNTS,
  type Counts,
  everyProduct,
  HUNDRED_HOURS,
  type Named,
  openShop,
  pairings,
  type Reason,
  REASONS,
  type Shop,
  type Variables,
  walked,
} from './shop.js';

const REFERRAL = `referral { urgency message ${REASONS} }`;
interface Referral {
  urgency: string;
  message: string;
  reasons: Reason[];
}

/** What belongs to a practitioner, whenever it is reported. */
const REFERS = {
  conditions: [
    'PREGNANT',
    'BREASTFEEDING',
    'ISOTRETINOIN',
    'KELOID',
    'ACTIVE_INFECTION',
    'ACTIVE_ACNE',
    'METAL_ALLERGY',
    'IMMUNOSUPPRESSED',
    'ANTICOAGULANT',
  ],
  symptoms: [
    'INCREASING_PAIN',
    'SPREADING_REDNESS',
    'PUS',
    'FEVER',
    'BLISTERS',
    'HIVES',
    'SWELLING',
    'FIRM_BUMPS',
    'NUMBNESS',
    'WEEPING',
  ],
};

describe('who reports something that belongs to a practitioner', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const ranked = async (variables: Variables) =>
    (
      await shop.answer<{
        pairings: {
          totalCount: number;
          counts: Counts;
          referral: Referral | null;
          nodes: unknown[];
          facets: { values: unknown[] }[];
          phase: { phase: string };
          leftOut: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
            nodes: {
              verdict: string;
              usableFromHour: number | null;
              referral: Referral | null;
              swap: Named | null;
              reasons: Reason[];
            }[];
          };
        };
      }>(
        pairings(`
          totalCount ${COUNTS} ${REFERRAL} nodes { score } facets { values { value } } phase { phase }
          leftOut { totalCount pageInfo { hasNextPage endCursor } nodes {
            verdict usableFromHour referral { urgency } swap { id } reasons { code rule }
          } }
        `),
        { ...HUNDRED_HOURS, leftFirst: 50, ...variables },
      )
    ).pairings;

  it.each([
    ...REFERS.conditions.map((condition) => ({ conditions: [condition] })),
    ...REFERS.symptoms.map((symptom) => ({ symptoms: [symptom] })),
  ])('is shown no ranking: %j', async (report) => {
    const profile = { ...HUNDRED_HOURS.profile, ...report };
    const { counts, totalCount, nodes, facets, referral } = await ranked({ profile });
    expect([totalCount, nodes, counts.avoid]).toEqual([0, [], counts.considered]);
    expect(facets.flatMap(({ values }) => values)).toEqual([]);
    expect(referral).toEqual({
      urgency: expect.stringMatching(/^(ROUTINE|SAME_DAY|EMERGENCY)$/),
      message: expect.stringMatching(/\S\.$/),
      reasons: [expect.objectContaining({ code: 'REFERRAL', message: referral?.message })],
    });
  });

  it('finds every product left out because of it, with no hour and nothing to use instead', async () => {
    const profile = { symptoms: ['FEVER'] };
    const all = await walked(async (leftAfter) => (await ranked({ profile, leftAfter })).leftOut);
    expect(all.length).toBeGreaterThan(120);
    for (const one of all) {
      expect(one).toMatchObject({
        verdict: 'AVOID',
        usableFromHour: null,
        swap: null,
        reasons: [{ code: 'REFERRAL' }],
      });
      expect(one.referral).not.toBeNull();
    }
  });

  it('hears the most urgent first, and each report once', async () => {
    const { referral } = await ranked({
      profile: { conditions: ['PREGNANT', 'PREGNANT'], symptoms: ['FIRM_BUMPS', 'HIVES', 'FIRM_BUMPS'] },
    });
    expect(referral?.reasons.map(({ rule }) => rule)).toHaveLength(3);
    expect(referral?.message).toBe(referral?.reasons[0]?.message);
    expect(referral?.urgency).toBe(
      (await ranked({ profile: { symptoms: [referral?.reasons[0]?.printed] } })).referral?.urgency,
    );
  });

  it('is told so about every single product, label and unknown reference as well', async () => {
    const [first] = await everyProduct(shop);
    const products = [{ id: first?.id }, { label: { ingredients: 'Aqua, Glycerin' } }, { sku: 'nobody has this' }];
    const { assessAll: all } = await shop.answer<{ assessAll: { verdict: string; reasons: Reason[] }[] }>(
      assessAll(`verdict swap { id } ${REFERRAL} reasons { code }`),
      { products, treatment: HUNDRED_HOURS.treatment, profile: { conditions: ['KELOID'] } },
    );
    expect(all).toEqual([
      expect.objectContaining({ verdict: 'AVOID', swap: null, reasons: [{ code: 'REFERRAL' }] }),
      expect.objectContaining({ verdict: 'AVOID', swap: null, reasons: [{ code: 'REFERRAL' }] }),
      expect.objectContaining({ verdict: 'AVOID', swap: null, reasons: [{ code: 'REFERRAL' }, { code: 'NOT_FOUND' }] }),
    ]);
    expect(all.map((one) => (one as unknown as { referral: Referral | null }).referral)).not.toContain(null);
  });

  it.each(['ROSACEA', 'ECZEMA', 'COLD_SORES'])('is not who has %s', async (condition) => {
    const { referral, totalCount } = await ranked({ profile: { ...HUNDRED_HOURS.profile, conditions: [condition] } });
    expect(referral).toBeNull();
    expect(totalCount).toBeGreaterThan(0);
  });

  it('is who has redness that lasts a week; before, it holds the skin in EARLY_RECOVERY', async () => {
    const at = (hoursSince: number) =>
      ranked({
        treatment: { needleDepthMm: 1, hoursSince },
        profile: { ...HUNDRED_HOURS.profile, symptoms: ['PERSISTENT_REDNESS'] },
      });
    expect(await at(167.9)).toMatchObject({ referral: null, phase: { phase: 'EARLY_RECOVERY' } });
    expect(await at(168)).toMatchObject({ totalCount: 0, referral: { reasons: [{ code: 'REFERRAL' }] } });
  });
});
