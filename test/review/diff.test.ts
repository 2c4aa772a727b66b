import { Knowledge, type KnowledgeData } from '../../src/core/knowledge.js';
import { rank } from '../../src/core/pair.js';
import { readFormula } from '../../src/core/tagging/read-formula.js';
import { CONCERN } from '../../src/core/vocabulary.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { difference, differenceText } from '../../src/review/diff.js';
import { middles, questionAt } from '../../src/review/questions.js';
import { readDemoShop } from '../../src/catalog/demo-shop.js';
import { formula, knowledge } from '../support/world.js';

const DATA = loadKnowledge();
const RETINOL = formula('Retinol Serum', 'Aqua, Glycerin, Panthenol, Retinol, Phenoxyethanol');
const PLAIN = formula('Plain Cream', 'Aqua, Glycerin, Panthenol, Phenoxyethanol', { brand: 'Arden' });

function changed(change: Partial<KnowledgeData>): Knowledge {
  return new Knowledge({ ...DATA, ...change });
}

/** The same knowledge but for the hours of one class. */
function withHold(id: string, shallow: number, deep: number): Knowledge {
  return changed({
    tags: DATA.tags.map((tag) => (tag.id === id ? { ...tag, holdHours: { shallow, deep } } : tag)),
  });
}

describe('two knowledges over one catalog', () => {
  it('are asked in the middle of each phase at 1.0 mm, and in the last week before', () => {
    expect(middles(knowledge)).toEqual([
      { phase: 'PREPARATION', hour: -84 },
      { phase: 'OPEN_CHANNELS', hour: 12 },
      { phase: 'EARLY_RECOVERY', hour: 48 },
      { phase: 'LATE_RECOVERY', hour: 120 },
      { phase: 'REINTRODUCTION', hour: 252 },
      { phase: 'REMODELLING', hour: 672 },
      { phase: 'MAINTENANCE', hour: 4884 },
    ]);
  });

  it('do not differ where they are the same', () => {
    const { changed, products } = difference(knowledge, knowledge, [RETINOL, PLAIN]);
    expect([products, changed]).toEqual([2, []]);
  });

  it('differ in the verdict and its hours, with the rule that is stricter', () => {
    expect(difference(knowledge, withHold('retinol', 96, 400), [RETINOL, PLAIN]).changed).toEqual([
      {
        id: 'Retinol Serum',
        brand: 'Lindgrove',
        name: 'Retinol Serum',
        verdicts: [{ phase: 'REINTRODUCTION', hour: 252, before: 'CAUTION', after: 'AVOID', because: 'retinol.hold' }],
        avoidUntilHour: { before: 168, after: 400 },
        usableFromHour: { before: 336, after: 400 },
        reading: null,
        ranks: [],
      },
    ]);
    const back = difference(withHold('retinol', 96, 400), knowledge, [RETINOL]).changed[0];
    expect(back?.verdicts).toEqual([
      { phase: 'REINTRODUCTION', hour: 252, before: 'AVOID', after: 'CAUTION', because: 'retinol.hold' },
    ]);
  });

  it('show a change that no middle of a phase sees by its hours', () => {
    const [found] = difference(knowledge, withHold('retinol', 96, 240), [RETINOL]).changed;
    expect(found).toMatchObject({ verdicts: [], avoidUntilHour: { before: 168, after: 240 }, usableFromHour: null });
  });

  it('say never where an hour never comes', () => {
    const never = changed({
      tags: DATA.tags.map((tag) => (tag.id === 'retinol' ? { ...tag, holdHours: 'never' as const } : tag)),
    });
    const found = difference(knowledge, never, [RETINOL]);
    expect(found.changed[0]).toMatchObject({
      avoidUntilHour: { before: 168, after: null },
      usableFromHour: { before: 336, after: null },
    });
    expect(differenceText(found)).toMatch(/^Lindgrove Retinol Serum +fits from +336 +never$/m);
  });

  it('differ in reading, name by name', () => {
    const forgetful = changed({ ingredients: DATA.ingredients.filter(({ id }) => id !== 'panthenol') });
    const [plain] = difference(knowledge, forgetful, [PLAIN]).changed;
    expect(plain?.reading).toEqual({
      recognised: { before: 4, after: 3 },
      names: [{ printed: 'Panthenol', before: ['panthenol'], after: ['unread'] }],
    });
  });

  it('name products in the order of brand and name', () => {
    const forgetful = changed({ ingredients: DATA.ingredients.filter(({ id }) => id !== 'panthenol') });
    const { changed: found } = difference(knowledge, forgetful, [RETINOL, PLAIN]);
    expect(found.map(({ brand, name }) => `${brand} ${name}`)).toEqual([
      'Arden Plain Cream',
      'Lindgrove Retinol Serum',
    ]);
  });

  it('differ in rank where an answer would move a product by more than five places', async () => {
    const shop = (await readDemoShop()).map((row) => ({ ...row, id: row.sourceKey }));
    const worse = changed({
      efficacy: DATA.efficacy.map((row) =>
        row.subject.tags?.includes('ha_hmw') || row.subject.ingredients?.includes('sodium-hyaluronate')
          ? { ...row, grade: 'N' as const }
          : row,
      ),
    });
    const found = difference(knowledge, worse, shop).changed.flatMap(({ id, ranks }) =>
      ranks.map(({ concern, hour, before, after }) => `${concern} ${hour} ${id}: ${before} → ${after}`),
    );

    const expected: string[] = [];
    const placesOf = (
      known: Knowledge,
      readings: ReturnType<typeof readFormula>[],
      hour: number,
      concern: keyof typeof CONCERN,
    ) =>
      rank(known, readings, [{ concern, weight: 1 }], questionAt(hour)).ranked.map(({ reading }) => reading.formula.id);
    const offered = shop.filter(({ category }) => category !== 'MAKEUP');
    const [first, second] = [knowledge, worse].map((known) => offered.map((product) => readFormula(known, product)));
    for (const { hour } of middles(worse)) {
      for (const concern of [CONCERN.HYDRATION, CONCERN.FINE_LINES]) {
        const before = placesOf(knowledge, first ?? [], hour, concern);
        for (const [index, id] of placesOf(worse, second ?? [], hour, concern).entries()) {
          const was = before.indexOf(id);
          if (was >= 0 && Math.abs(was - index) > 5)
            expected.push(`${concern} ${hour} ${id}: ${was + 1} → ${index + 1}`);
        }
      }
    }
    expect(expected.length).toBeGreaterThan(10);
    expect(found.filter((line) => /^(HYDRATION|FINE_LINES) /.test(line)).sort()).toEqual(expected.sort());
  });

  it('are laid out as a table for each kind of difference, and none where nothing differs', () => {
    const text = differenceText(difference(knowledge, withHold('retinol', 96, 400), [RETINOL]));
    expect(text).toContain('1 products, 1.0 mm, Fitzpatrick II, not sensitive');
    expect(text).toContain('Products that differ: 1 (1 in verdict, 1 in the hours at which they return, 0 in reading');
    expect(text).toMatch(/^Lindgrove Retinol Serum +REINTRODUCTION +CAUTION +AVOID +retinol.hold$/m);
    expect(text).toMatch(/^Lindgrove Retinol Serum +avoid until +168 +400$/m);
    expect(text).not.toContain('Reading:');
    expect(text).not.toContain('Rank:');
  });

  it('show names and ranks in their tables', () => {
    const found = difference(knowledge, knowledge, [PLAIN]);
    const text = differenceText({
      ...found,
      changed: [
        {
          id: '1',
          brand: 'Arden',
          name: 'Cream',
          verdicts: [{ phase: 'REMODELLING', hour: 672, before: 'IDEAL', after: 'SUITABLE', because: null }],
          avoidUntilHour: null,
          usableFromHour: null,
          reading: {
            recognised: { before: 1, after: 1 },
            names: [{ printed: 'Zinc', before: ['a', 'b'], after: ['c'] }],
          },
          ranks: [{ phase: 'REMODELLING', hour: 672, concern: 'PORES', before: 9, after: 2 }],
        },
      ],
    });
    expect(text).toMatch(/^Arden Cream +REMODELLING +IDEAL +SUITABLE$/m);
    expect(text).toMatch(/^Arden Cream +Zinc +a b +c$/m);
    expect(text).toMatch(/^Arden Cream +REMODELLING +PORES +9 +2$/m);
    expect(text).not.toContain('Hours at which it returns');
  });
});
