import * as fc from 'fast-check';
import { rank, type Answer } from '../../../src/core/pair.js';
import * as any from '../../support/arbitraries.js';
import { knowledge, read } from '../../support/world.js';

const question = fc.record({ treatment: any.treatment, profile: any.anyProfile });
const ids = (judgements: Answer['leftOut']): string[] => judgements.map(({ reading }) => reading.formula.id);

describe('law 5: the order of an answer', () => {
  it('does not depend on the order of the catalog', () => {
    const shuffled = any.shop.chain((products) =>
      fc.tuple(fc.constant(products), fc.shuffledSubarray(products, { minLength: products.length })),
    );
    any.law(fc.tuple(shuffled, any.concerns, question), ([[products, others], concerns, question]) => {
      const one = rank(knowledge, products.map(read), concerns, question);
      const other = rank(knowledge, others.map(read), concerns, question);

      expect(ids(other.ranked)).toEqual(ids(one.ranked));
      expect(ids(other.leftOut)).toEqual(ids(one.leftOut));
      expect(other.counts).toEqual(one.counts);
    });
  });

  it('falls with the score', () => {
    any.law(fc.tuple(any.shop, any.concerns, question), ([products, concerns, question]) => {
      const scores = rank(knowledge, products.map(read), concerns, question).ranked.map(({ score }) => score);

      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });
  });
});

describe('law 8: narrowing a catalog', () => {
  it('takes products away, and re-admits, changes and reorders none', () => {
    const narrowed = any.shop.chain((products) => fc.tuple(fc.constant(products), fc.subarray(products)));
    any.law(fc.tuple(narrowed, any.concerns, question), ([[products, fewer], concerns, question]) => {
      const all = rank(knowledge, products.map(read), concerns, question);
      const some = rank(knowledge, fewer.map(read), concerns, question);
      const kept = new Set(fewer.map(({ id }) => id));

      expect(ids(some.ranked)).toEqual(ids(all.ranked).filter((id) => kept.has(id)));
      expect(ids(some.leftOut)).toEqual(ids(all.leftOut).filter((id) => kept.has(id)));
      expect(some.ranked.map(({ score }) => score)).toEqual(
        all.ranked.filter(({ reading }) => kept.has(reading.formula.id)).map(({ score }) => score),
      );
    });
  });

  it('is not undone by other concerns: what fits does not depend on what is asked for', () => {
    any.law(fc.tuple(any.shop, any.concerns, any.concerns, question), ([products, concerns, others, question]) => {
      const one = rank(knowledge, products.map(read), concerns, question);
      const other = rank(knowledge, products.map(read), others, question);

      expect(ids(other.ranked).sort()).toEqual(ids(one.ranked).sort());
      expect(ids(other.leftOut)).toEqual(ids(one.leftOut));
    });
  });
});
