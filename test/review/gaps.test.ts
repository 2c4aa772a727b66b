import { readDemoShop } from '../../src/catalog/demo-shop.js';
import { rank } from '../../src/core/pair.js';
import { readFormula } from '../../src/core/tagging/read-formula.js';
import { CONCERN } from '../../src/core/vocabulary.js';
import { gaps, gapsText } from '../../src/review/gaps.js';
import { middles, questionAt } from '../../src/review/questions.js';
import { formula, knowledge, read } from '../support/world.js';

const PLAIN = formula('Plain', 'Aqua, Glycerin, Zyvorethyl Vorp, Panthenolx, Phenoxyethanol');
const OTHER = formula('Other', 'Aqua, ZYVORETHYL VORP, Zyvorethyl Vorp, Marsupium Novum Seed Oil Unicorn');

describe('the names that nobody knows', () => {
  const found = gaps(knowledge, [PLAIN, OTHER].map(read));

  it('are counted over the catalog, however they are spelt, the most frequent first', () => {
    expect(found.unread.map(({ printed, times }) => [printed, times])).toEqual(
      expect.arrayContaining([
        ['Zyvorethyl Vorp', 3],
        ['Panthenolx', 1],
      ]),
    );
    expect(found.unread[0]?.printed).toBe('Zyvorethyl Vorp');
    expect(found).toMatchObject({ products: 2, names: read(PLAIN).tokens.length + read(OTHER).tokens.length });
    expect(found.unrecognised).toBe(found.unread.reduce((sum, { times }) => sum + times, 0));
  });

  it('stand beside the first product that prints them', () => {
    expect(found.unread[0]?.example).toEqual({ id: 'Plain', brand: 'Lindgrove', name: 'Plain' });
  });

  it('stand beside known names that they may mean: a slip away, or with words in common, or none', () => {
    const nearest = new Map(found.unread.map((one) => [one.printed, one.nearest]));
    expect(nearest.get('Panthenolx')).toEqual(['Panthenol']);
    expect(nearest.get('Zyvorethyl Vorp')).toEqual([]);

    const moss = gaps(knowledge, [read(formula('Moss', 'Aqua, Chondrus Novus Powder'))]);
    for (const name of moss.unread[0]?.nearest ?? []) expect(name).toMatch(/Chondrus|Novus|Powder/);
  });
});

describe('the concerns that hardly a product serves', () => {
  it('are those of which an answer would rank fewer than three for it', async () => {
    const shop = (await readDemoShop()).map((row) => ({ ...row, id: row.sourceKey })).slice(0, 60);
    const readings = shop.map((product) => readFormula(knowledge, product));
    const offered = readings.filter(({ formula }) => formula.category !== 'MAKEUP');

    const expected = middles(knowledge).flatMap(({ phase, hour }) =>
      Object.values(CONCERN).flatMap((concern) => {
        if (knowledge.concern(concern).phaseBenefit[phase] === 0) return [];
        const { ranked } = rank(knowledge, offered, [{ concern, weight: 1 }], questionAt(hour));
        const eligible = ranked.filter(({ contributions }) =>
          contributions.some((one) => one.concern === concern),
        ).length;
        return eligible < 3 ? [{ phase, hour, concern, eligible }] : [];
      }),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(gaps(knowledge, readings).thin).toEqual(expected);
  });

  it('are not those that do not count in a phase at all', () => {
    const { thin } = gaps(knowledge, []);
    expect(thin).toContainEqual({ phase: 'OPEN_CHANNELS', hour: 12, concern: 'HYDRATION', eligible: 0 });
    expect(thin.filter(({ phase, concern }) => phase === 'OPEN_CHANNELS' && concern === 'FINE_LINES')).toEqual([]);
  });
});

describe('the gaps as text', () => {
  const none = { products: 1, names: 2, unrecognised: 0, unread: [], thin: [] };

  it('say that there is none', () => {
    expect(gapsText(none)).toBe(
      '1 products, 2 printed names, 0 not known (0 different ones).\n\nEvery concern has at least 3 products in every phase in which it counts.',
    );
  });

  it('show fifty names, shortened, and how many more there are', () => {
    const unread = Array.from({ length: 52 }, (_, index) => ({
      printed: `Name ${index} `.padEnd(80, 'x'),
      times: 60 - index,
      nearest: index === 0 ? ['Panthenol', 'Pantothenic Acid'] : [],
      example: { id: '1', brand: 'Arden', name: 'Cream' },
    }));
    const thin = [{ phase: 'REMODELLING', hour: 672, concern: 'PORES', eligible: 2 }] as const;
    const text = gapsText({ ...none, unread, thin });
    expect(text).toMatch(/^60 +Name 0 x{53}… +Panthenol, Pantothenic Acid +Arden Cream$/m);
    expect(text).toMatch(/^59 +Name 1 x{53}… +– +Arden Cream$/m);
    expect(text).toContain('… and 2 more; --json names them all.');
    expect(text).toMatch(/^REMODELLING +672 +PORES +2$/m);
  });
});
