import { byRank, type Orderable } from '../../../src/core/ranking/order.js';

const one = (id: string, rest: Partial<Orderable> = {}): Orderable => ({
  score: 10,
  evidence: 2,
  name: 'Dew',
  ...rest,
  id,
});
const inOrder = (...products: Orderable[]): string[] => products.toSorted(byRank).map(({ id }) => id);

describe('the order of a ranking', () => {
  it('is that of the score, however weak its evidence', () => {
    expect(inOrder(one('1', { score: 9.999, evidence: 0 }), one('2', { evidence: 5 }))).toEqual(['2', '1']);
  });

  it('is that of the evidence where scores are equal', () => {
    expect(inOrder(one('1', { name: 'A' }), one('2', { evidence: 1, name: 'B' }))).toEqual(['2', '1']);
  });

  it('is that of the name where evidence is equal too, by code unit and not by any language', () => {
    const names = ['äther', 'zinc', 'Zinc', 'Acid'].map((name) => one(name, { name }));
    expect(inOrder(...names)).toEqual(['Acid', 'Zinc', 'zinc', 'äther']);
  });

  it('is that of the id last, and ids that are numbers compare as numbers', () => {
    expect(inOrder(one('10'), one('9'), one('11'), one('1'))).toEqual(['1', '9', '10', '11']);
  });

  it('finds only a product equal to itself', () => {
    expect(byRank(one('1'), one('1'))).toBe(0);
  });
});
