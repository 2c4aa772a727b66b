import { tagsUsed } from '../../../src/knowledge/checks/tags-used.js';
import { faultsOf, ingredient, tag } from '../build.js';

describe(tagsUsed.name, () => {
  it('is a fault when a class has no member', () => {
    expect(faultsOf(tagsUsed, { tags: [tag({ id: 'forgotten' })] })).toEqual([
      expect.stringContaining('forgotten: is given to no'),
    ]);
  });

  it('is none for a class of an ingredient, of another class, of a form, or of names that nobody knows', () => {
    expect(
      faultsOf(tagsUsed, {
        tags: [
          tag({ id: 'base', also: ['brought_along'] }),
          tag({ id: 'brought_along' }),
          tag({ id: 'makeup' }),
          tag({ id: 'unread' }),
        ],
        ingredients: [ingredient({ id: 'urea', tags: ['base'] })],
        forms: [{ id: 'make-up', tag: 'makeup', when: { category: ['MAKEUP'] }, because: 'For a test.' }],
      }),
    ).toEqual([]);
  });
});
