import { HUNDRED_HOURS, openShop, pairings, type Shop } from './shop.js';

interface Notice {
  code: string;
  summary: string;
  detail: string | null;
  indicator: string;
  untilHour: number | null;
  sources: { id: string }[];
}

describe('the notices of a ranking', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const noticed = async (treatment: object, profile: object = HUNDRED_HOURS.profile, filter?: object) =>
    (
      await shop.answer<{ pairings: { notices: Notice[] } }>(
        pairings('notices { code summary detail indicator untilHour sources { id } }'),
        { ...HUNDRED_HOURS, treatment: { needleDepthMm: 1, ...treatment }, profile, filter },
      )
    ).pairings.notices;
  const codes = async (...question: Parameters<typeof noticed>) => (await noticed(...question)).map(({ code }) => code);

  it.each([-100, 0, 5, 12, 30, 100, 200, 400, 3000])(
    'begin with the practitioner’s word, and are short, at hour %d',
    async (hoursSince) => {
      const all = await noticed({ hoursSince });
      expect(all[0]?.code).toBe('PRACTITIONER_FIRST');
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      for (const { summary, indicator, untilHour } of all) {
        expect(summary).toMatch(/^.{1,140}$/);
        expect(summary).not.toMatch(/\b(safe|heals?|treats?|cures?)\b/i);
        expect(['INFO', 'WARNING', 'CRITICAL']).toContain(indicator);
        expect(untilHour ?? Infinity).toBeGreaterThan(hoursSince);
      }
    },
  );

  it('speak of shade first, and of sunscreen from its hour on', async () => {
    const early = await noticed({ hoursSince: 12 });
    const from = early.find(({ code }) => code === 'SHADE_FIRST')?.untilHour ?? 0;
    expect(from).toBeGreaterThan(12);
    expect(await codes({ hoursSince: from - 0.1 })).not.toContain('SUNSCREEN_DAILY');
    const later = await codes({ hoursSince: from });
    expect(later).toContain('SUNSCREEN_DAILY');
    expect(later).not.toContain('SHADE_FIRST');
  });

  it('speak of tinted sunscreen to Fitzpatrick III to VI, and to whoever did not say', async () => {
    for (const fitzpatrick of [1, 2])
      expect(await codes({ hoursSince: 100 }, { fitzpatrick })).not.toContain('SUNSCREEN_TINTED');
    for (const fitzpatrick of [3, 4, 5, 6, null])
      expect(await codes({ hoursSince: 100 }, { fitzpatrick })).toContain('SUNSCREEN_TINTED');
  });

  it('warn of needles above 0.5 mm at home', async () => {
    expect(await codes({ hoursSince: 30, performedBy: 'AT_HOME', needleDepthMm: 0.5 })).not.toContain('AT_HOME_DEPTH');
    expect(await codes({ hoursSince: 30, performedBy: 'AT_HOME', needleDepthMm: 0.6 })).toContain('AT_HOME_DEPTH');
    expect(await codes({ hoursSince: 30, performedBy: 'AT_HOME', needleDepthMm: null })).toContain('AT_HOME_DEPTH');
    expect(await codes({ hoursSince: 30, performedBy: 'PRACTITIONER' })).not.toContain('AT_HOME_DEPTH');
  });

  it.each(['FIRST_WASH', 'HEAT_AND_EXERCISE', 'MAKEUP', 'NOTHING_INTO_OPEN_SKIN'])(
    'say %s until its hour',
    async (code) => {
      const { untilHour } = (await noticed({ hoursSince: 1 })).find((notice) => notice.code === code) ?? {};
      expect(untilHour).toBeGreaterThan(1);
      expect(await codes({ hoursSince: (untilHour ?? 0) - 0.1 })).toContain(code);
      expect(await codes({ hoursSince: untilHour })).not.toContain(code);
    },
  );

  it('tell whoever has had cold sores to ask about them', async () => {
    expect(await codes({ hoursSince: 30 }, { conditions: ['COLD_SORES'] })).toContain('COLD_SORES');
  });

  it('say when the skin had to be guessed', async () => {
    expect(await codes({ hoursSince: 30 }, {})).toContain('DEFAULTS_USED');
    expect(await codes({ hoursSince: 30 })).not.toContain('DEFAULTS_USED');
  });

  it('name a cleanser, moisturizer or sunscreen that is missing among what was asked about', async () => {
    const missing = async (filter: object) =>
      (await codes({ hoursSince: 100 }, HUNDRED_HOURS.profile, filter)).filter((code) => code.startsWith('MISSING'));
    expect(await missing({})).toEqual([]);
    expect(await missing({ categories: ['SERUM'] })).toEqual([]);
    expect(await missing({ text: 'nothing of the kind' })).toEqual([
      'MISSING_CLEANSER',
      'MISSING_MOISTURIZER',
      'MISSING_SUNSCREEN',
    ]);
    expect(await missing({ text: 'nothing of the kind', categories: ['CLEANSER'] })).toEqual(['MISSING_CLEANSER']);
  });
});
