import { assess, consult, pair, rank } from '../../src/core/pair.js';
import type { WeightedConcern } from '../../src/core/ranking/score.js';
import { CALM_SKIN, formula, HOUR, knowledge, read } from '../support/world.js';

const LINES: readonly WeightedConcern[] = [{ concern: 'FINE_LINES', weight: 1 }];
const dew = formula('Dew', 'Aqua, Glycerin, Panthenol');
const plain = formula('Plain', 'Aqua, Xanthan Gum');
const night = formula('Night', 'Aqua, Retinol');
const retinal = formula('Retinal', 'Aqua, Retinal');
const unlisted = formula('Unlisted', '');
const SHELF = [unlisted, night, plain, retinal, dew];

describe('an answer', () => {
  const answer = pair(knowledge, SHELF, LINES, HOUR(100));

  it('ranks what fits, best first, and leaves out the rest, the soonest usable first', () => {
    expect(answer.ranked.map(({ reading }) => reading.formula.name)).toEqual(['Dew', 'Plain']);
    expect(answer.leftOut.map(({ reading, usableFromHour }) => [reading.formula.name, usableFromHour])).toEqual([
      ['Night', 336],
      ['Retinal', 336],
      ['Unlisted', undefined],
    ]);
  });

  it('counts each product once, by its verdict', () => {
    expect(answer.counts).toEqual({ IDEAL: 1, SUITABLE: 1, CAUTION: 0, UNVERIFIED: 1, AVOID: 2, considered: 5 });
  });

  it('is the same for products that were read before', () => {
    const { ranked, leftOut, counts } = rank(knowledge, SHELF.map(read), LINES, HOUR(100));
    expect([ranked, leftOut, counts]).toEqual([answer.ranked, answer.leftOut, answer.counts]);
  });

  it('judges each product as it would be judged alone', () => {
    const consultation = consult(knowledge, HOUR(100));
    for (const { reading, verdict } of [...answer.ranked, ...answer.leftOut])
      expect(assess(knowledge, reading, consultation).verdict).toBe(verdict);
  });

  it('ranks nothing where a practitioner comes first', () => {
    const { ranked, leftOut, referral } = pair(knowledge, SHELF, LINES, HOUR(100, { ...CALM_SKIN, symptoms: ['PUS'] }));
    expect([ranked, leftOut.length, referral?.urgency]).toEqual([[], 5, 'SAME_DAY']);
  });

  it('orders what was left out by name, then id, where nothing is known of its return', () => {
    const twins = ['b', 'a', 'c'].map((id) => formula(id === 'c' ? 'A' : 'B', '', { id }));
    expect(
      pair(knowledge, twins, LINES, HOUR(100)).leftOut.map(({ reading: { formula } }) => formula.name + formula.id),
    ).toEqual(['Ac', 'Ba', 'Bb']);
  });

  it('is empty for an empty shelf', () => {
    expect(pair(knowledge, [], LINES, HOUR(100))).toMatchObject({ ranked: [], leftOut: [], counts: { considered: 0 } });
  });
});
