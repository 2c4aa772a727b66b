import * as fc from 'fast-check';
import { normalised, scoreOf } from '../../../src/core/ranking/score.js';
import { PHASE } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { knowledge, read } from '../../support/world.js';

describe('law 6: the contributions to a score', () => {
  const scored = fc.record({
    product: any.shelfProduct,
    concerns: any.concerns,
    phase: fc.constantFrom(...Object.values(PHASE)),
  });
  const thousandths = (points: number): number => Math.round(points * 1000);

  it('sum to it exactly, in thousandths', () => {
    any.law(scored, ({ product, concerns, phase }) => {
      const { score, contributions } = scoreOf(knowledge, read(product), normalised(concerns), phase);

      expect(contributions.reduce((sum, { points }) => sum + thousandths(points), 0)).toBe(thousandths(score));
    });
  });

  it('are whole thousandths above 0, and the score is within 0 and 100', () => {
    any.law(scored, ({ product, concerns, phase }) => {
      const { score, contributions } = scoreOf(knowledge, read(product), normalised(concerns), phase);

      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const { points } of contributions) {
        expect(points).toBeGreaterThan(0);
        expect(thousandths(points) / 1000).toBe(points);
      }
    });
  });

  it('come from ingredients on the list, for concerns that were asked or for recovery itself', () => {
    any.law(scored, ({ product, concerns, phase }) => {
      const reading = read(product);
      const onTheList = new Set(reading.tokens.flatMap(({ ingredients }) => ingredients.map(({ id }) => id)));
      const asked = new Set<string | null>([null, ...concerns.map(({ concern }) => concern)]);

      for (const { ingredient, concern } of scoreOf(knowledge, reading, normalised(concerns), phase).contributions) {
        expect(onTheList).toContain(ingredient.id);
        expect(asked).toContain(concern);
      }
    });
  });
});
