import type { Formula } from '../../../src/core/formula.js';
import { benefitOf } from '../../../src/core/ranking/benefit.js';
import {
  normalised,
  scoreOf,
  stakesOf,
  totalOf,
  type Score,
  type WeightedConcern,
} from '../../../src/core/ranking/score.js';
import type { Concern, Phase } from '../../../src/core/vocabulary.js';
import { formula, knowledge, read } from '../../support/world.js';

const scored = (product: Formula, phase: Phase, ...concerns: Concern[]): Score =>
  scoreOf(knowledge, read(product), normalised(concerns.map((concern) => ({ concern, weight: 1 }))), phase);
const ids = ({ contributions }: Score): string[] => contributions.map(({ ingredient }) => ingredient.id);

describe('weights', () => {
  const of = (...concerns: [Concern, number][]): WeightedConcern[] =>
    normalised(concerns.map(([concern, weight]) => ({ concern, weight })));

  it('are made to sum to 1, whatever their size', () => {
    expect(of(['FINE_LINES', 30], ['PORES', 10])).toEqual([
      { concern: 'FINE_LINES', weight: 0.75 },
      { concern: 'PORES', weight: 0.25 },
    ]);
  });

  it('of a concern that is named twice count together, in its first place', () => {
    expect(of(['FINE_LINES', 1], ['PORES', 2], ['FINE_LINES', 1])).toEqual([
      { concern: 'FINE_LINES', weight: 0.5 },
      { concern: 'PORES', weight: 0.5 },
    ]);
  });

  it.each([0, -1, NaN, Infinity])('of %d are refused, and so is a question without a concern', (weight) => {
    expect(() => of(['FINE_LINES', weight])).toThrow(RangeError);
    expect(() => of()).toThrow('no concern was named');
  });
});

describe('a score', () => {
  const CONCERNS: readonly WeightedConcern[] = (['FINE_LINES', 'PIGMENTATION', 'HYDRATION'] as const).map(
    (concern) => ({ concern, weight: 1 }),
  );
  const REPAIR = formula(
    'Repair',
    'Aqua, Glycerin, Niacinamide, Panthenol, Sodium Hyaluronate, Ceramide NP, Squalane, Allantoin, Madecassoside, Phenoxyethanol',
    { declaredShares: { Niacinamide: 0.04, Panthenol: 0.02 } },
  );

  it.each<Phase>(['OPEN_CHANNELS', 'EARLY_RECOVERY', 'LATE_RECOVERY', 'REINTRODUCTION', 'REMODELLING', 'MAINTENANCE'])(
    'is the exact sum of its parts, to a thousandth, in %s',
    (phase) => {
      const { score, contributions } = scored(REPAIR, phase, ...CONCERNS.map(({ concern }) => concern));
      const steps = contributions.map(({ points }) => Math.round(points * 1000));
      expect(contributions.length).toBeGreaterThan(2);
      expect(steps.map((step) => step / 1000)).toEqual(contributions.map(({ points }) => points));
      expect(steps.reduce((sum, step) => sum + step, 0)).toBe(Math.round(score * 1000));
      expect(score).toBe(totalOf(knowledge, read(REPAIR), stakesOf(knowledge, normalised(CONCERNS), phase)));
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(100);
    },
  );

  it('tells what adds most first', () => {
    const points = scored(REPAIR, 'REMODELLING', 'PIGMENTATION', 'HYDRATION').contributions.map(({ points }) => points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  it('is of recovery alone while channels are open, and of the concern alone from remodelling on', () => {
    const concernsOf = (phase: Phase): Set<Concern | null> =>
      new Set(scored(REPAIR, phase, 'PIGMENTATION').contributions.map(({ concern }) => concern));
    expect(concernsOf('OPEN_CHANNELS')).toEqual(new Set([null]));
    expect(concernsOf('REMODELLING')).toEqual(new Set(['PIGMENTATION']));
    expect(concernsOf('REINTRODUCTION')).toEqual(new Set([null, 'PIGMENTATION']));
  });

  it.each<Concern>(['SUN_PROTECTION', 'SOOTHING', 'HYDRATION'])('of %s never gives way to recovery', (concern) => {
    for (const phase of ['OPEN_CHANNELS', 'EARLY_RECOVERY'] as const)
      expect(scored(REPAIR, phase, concern).contributions.filter(({ concern }) => concern === null)).toEqual([]);
  });

  it('is nothing where nothing serves the concern', () => {
    expect(scored(formula('Plain', 'Aqua, Xanthan Gum'), 'REMODELLING', 'FINE_LINES')).toEqual({
      score: 0,
      evidence: 5,
      contributions: [],
    });
  });

  it('counts a study once, however many forms of its subject are listed', () => {
    const one = scored(formula('One', 'Aqua, Sodium Hyaluronate'), 'REMODELLING', 'HYDRATION');
    const two = scored(formula('Two', 'Aqua, Sodium Hyaluronate, Hyaluronic Acid'), 'REMODELLING', 'HYDRATION');
    expect(ids(one)).toEqual(['sodium-hyaluronate']);
    expect(two.score).toBe(one.score);
    expect(ids(two)).toHaveLength(1);
  });

  it('counts an amount that the brand declares by its full grade, and one that is read off the order as C at most', () => {
    const gradeOf = (rest: Partial<Formula>): string[] =>
      scored(formula('Tone', 'Aqua, Niacinamide, Glycerin', rest), 'REMODELLING', 'PIGMENTATION').contributions.map(
        ({ grade }) => grade,
      );
    expect(gradeOf({})).toEqual(['C']);
    expect(gradeOf({ declaredShares: { Niacinamide: 0.05 } })).not.toEqual(['C']);
  });

  it('has the evidence of the best grade at stake, whatever else it holds', () => {
    const evidence = (phase: Phase, ...concerns: Concern[]): number => scored(REPAIR, phase, ...concerns).evidence;
    expect(evidence('REMODELLING', 'PIGMENTATION')).toBe(1); // niacinamide at a declared 4 %: B
    expect(evidence('REMODELLING', 'HYDRATION')).toBe(0); // panthenol at a declared 2 %: A
    expect(evidence('OPEN_CHANNELS', 'PIGMENTATION')).toBe(0); // recovery alone is at stake: panthenol again
  });

  it('of what is rinsed off is about a quarter of the same left on', () => {
    const milk = (rinseOff: boolean): number =>
      scored(
        formula('Milk', 'Aqua, Niacinamide', { rinseOff, declaredShares: { Niacinamide: 0.05 } }),
        'REMODELLING',
        'PIGMENTATION',
      ).score;
    expect(milk(true)).toBeCloseTo(milk(false) / 4, 3);
  });

  it('of a kit is that of the list that serves the concern best', () => {
    const of = (label: string): number => scored(formula('Set', label), 'REMODELLING', 'PIGMENTATION').score;
    const bottles = ['Aqua, Niacinamide, Phenoxyethanol', 'Aqua, Arbutin, Bakuchiol, Glycerin, Phenoxyethanol'];
    const best = Math.max(...bottles.map(of));
    expect(of(`Day Serum: ${bottles[0]}. Night Serum: ${bottles[1]}.`)).toBe(best);
    expect(of(`Night Serum: ${bottles[1]}. Day Serum: ${bottles[0]}.`)).toBe(best);
  });

  it('is lower below the dose that was studied', () => {
    const at = (share: number): number =>
      scored(
        formula('Tone', 'Aqua, Niacinamide', { declaredShares: { Niacinamide: share } }),
        'REMODELLING',
        'PIGMENTATION',
      ).score;
    expect(at(0.01)).toBeLessThan(at(0.05));
    expect(at(0.05)).toBe(at(0.1));
  });

  it('of a sunscreen hangs on the factor of its pack, and without one on its list', () => {
    const sun = (spf?: number | null): Score =>
      scored(formula('Sun', 'Aqua, Zinc Oxide', { category: 'SUNSCREEN', spf }), 'REMODELLING', 'SUN_PROTECTION');
    expect(sun(10).score).toBeLessThan(sun(50).score);
    expect(sun(undefined).score).toBeLessThan(sun(50).score);
    expect(sun(null).score).toBe(sun(undefined).score);
  });

  it('counts no name that is merely spelt nearly, and none that nobody can place', () => {
    const near = formula('Near', 'Aqua, Glycerin, Niacinamidde, Xqzzk');
    expect(read(near).tokens.map(({ certainty }) => certainty)).toEqual(['EXACT', 'EXACT', 'NEAR', 'UNKNOWN']);
    expect(ids(scored(near, 'REMODELLING', 'PIGMENTATION', 'PORES'))).not.toContain('niacinamide');
  });

  it('is lower beside what ranks its concern down above the line, and not beside a trace of it', () => {
    const beside = (label: string): number =>
      scored(formula('Clear', label, { declaredShares: { 'Azelaic Acid': 0.2 } }), 'REMODELLING', 'BLEMISHES').score;
    const plain = beside('Aqua, Azelaic Acid, Glycerin, Phenoxyethanol');
    expect(beside('Aqua, Azelaic Acid, Isopropyl Myristate, Phenoxyethanol')).toBeCloseTo(plain * 0.8, 2);
    expect(beside('Aqua, Azelaic Acid, Glycerin, Phenoxyethanol, Isopropyl Myristate')).toBe(plain);
    const textureOf = (label: string): number =>
      scored(formula('Smooth', label, { declaredShares: { 'Azelaic Acid': 0.2 } }), 'REMODELLING', 'TEXTURE').score;
    expect(textureOf('Aqua, Azelaic Acid, Isopropyl Myristate')).toBe(textureOf('Aqua, Azelaic Acid, Squalane'));
  });

  it('tells parts that add the same by ingredient, then recovery before concerns, and those by name', () => {
    const told = (label: string, ...concerns: Concern[]): string[] =>
      scored(formula(label, label), 'REMODELLING', ...concerns).contributions.map(
        ({ ingredient, concern }) => `${ingredient.id} ${concern}`,
      );
    expect(told('Aqua, Niacinamide, Xanthan Gum', 'TEXTURE', 'FINE_LINES')).toEqual([
      'niacinamide FINE_LINES',
      'niacinamide TEXTURE',
    ]);
    for (const pair of ['Kojic Acid, Arbutin', 'Arbutin, Kojic Acid'])
      expect(told(`Aqua, ${pair}`, 'PIGMENTATION')).toEqual(['arbutin PIGMENTATION', 'kojic-acid PIGMENTATION']);
    const even: readonly WeightedConcern[] = [
      { concern: 'HYDRATION', weight: 0.25 },
      { concern: 'FINE_LINES', weight: 0.5 }, // half of which recovery takes in its late phase
      { concern: 'SUN_PROTECTION', weight: 0.25 },
    ];
    const dew = scoreOf(knowledge, read(formula('Dew', 'Aqua, Glycerin')), even, 'LATE_RECOVERY').contributions;
    expect(dew.map(({ concern }) => concern)).toEqual([null, 'HYDRATION']);
    expect(new Set(dew.map(({ points }) => points)).size).toBe(1);
  });
});

describe('effects', () => {
  it('that are as large and stand in one place follow in the order of their ids, however they are printed', () => {
    const soothing = (label: string): string[] =>
      benefitOf(knowledge, read(formula(label, label)), 'SOOTHING').effects.map(({ ingredient }) => ingredient.id);
    for (const label of ['Aqua, Panthenol Bisabolol', 'Aqua, Bisabolol Panthenol'])
      expect(soothing(label)).toEqual(['bisabolol', 'panthenol']);
  });
});
