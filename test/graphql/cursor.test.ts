import { cursorAt, positionOf } from '../../src/graphql/cursor.js';
import { BadRequest } from '../../src/graphql/errors.js';

const question = { name: 'products', args: { filter: { brands: ['Nimbe'], inStock: true }, channel: 'shop' } };

describe('a cursor', () => {
  it('gives back the position that it was made of', () => {
    expect(positionOf(question, cursorAt(question, [0.125, 'Crème', 7]))).toEqual([0.125, 'Crème', 7]);
  });

  it('is not needed for the first page', () => {
    expect([positionOf(question, undefined), positionOf(question, null)]).toEqual([undefined, undefined]);
  });

  it('belongs to the question, however its arguments are ordered or left out', () => {
    const same = {
      name: 'products',
      args: { channel: 'shop', filter: { inStock: true, brands: ['Nimbe'], text: undefined } },
    };
    expect(positionOf(same, cursorAt(question, [1]))).toEqual([1]);
  });

  it.each([
    ['another list', { ...question, name: 'pairings' }],
    ['other arguments', { ...question, args: { filter: { brands: ['Nimbe'], inStock: false }, channel: 'shop' } }],
    ['lists in another order', { name: 'products', args: { filter: { brands: ['Nimbe', 'A'] } } }],
    ['another moment', { name: 'products', args: { at: new Date(1) } }],
  ])('is refused for %s', (_, other) => {
    expect(() => positionOf(other, cursorAt(question, [1]))).toThrow(BadRequest);
  });

  it('of a moment belongs to that moment alone', () => {
    const at = (ms: number) => ({ name: 'products', args: { at: new Date(ms) } });
    expect(() => positionOf(at(2), cursorAt(at(1), [1]))).toThrow(BadRequest);
    expect(positionOf(at(1), cursorAt(at(1), [1]))).toEqual([1]);
  });

  it.each(['', 'abc', 'bnVsbA', Buffer.from('["products"]').toString('base64url'), 'A'.repeat(3000)])(
    'is refused when it is none: %.20s',
    (text) => {
      expect(() => positionOf(question, text)).toThrow('does not belong to this question');
    },
  );

  it('shows nothing of the arguments', () => {
    expect(
      Buffer.from(
        cursorAt({ name: 'pairings', args: { profile: { conditions: ['PREGNANT'] } } }, [1]),
        'base64url',
      ).toString(),
    ).not.toContain('PREGNANT');
  });
});
