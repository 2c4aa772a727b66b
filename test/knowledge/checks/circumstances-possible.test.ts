import { circumstancesPossible } from '../../../src/knowledge/checks/circumstances-possible.js';
import { faultsOf, ingredient, tag } from '../build.js';

const course = { because: 'For a test.', cells: 'K K K K K' };

describe(circumstancesPossible.name, () => {
  it('is a fault where bounds exclude each other', () => {
    expect(
      faultsOf(circumstancesPossible, {
        ingredients: [
          ingredient({ id: 'urea', tags: [{ tag: 'aha', when: { positionAtLeast: 7, positionAtMost: 6 } }] }),
        ],
        forms: [
          {
            id: 'some-form',
            tag: 'aha',
            when: { category: ['MASK'], not: { category: ['MASK', 'OIL'] } },
            because: 'For a test.',
          },
        ],
      }),
    ).toEqual([expect.stringContaining('urea › tags 1, when'), expect.stringContaining('some-form › when')]);
  });

  it('is a fault where earlier cases leave nothing for a later one', () => {
    const cases = [
      { when: { line: 'BELOW' as const }, ...course },
      { when: { line: 'ABOVE' as const, rinseOff: true }, ...course },
      { when: { rinseOff: true }, ...course },
    ];
    expect(faultsOf(circumstancesPossible, { tags: [tag({ id: 'aha', cases })] })).toEqual([
      expect.stringContaining('aha › cases 3: is never reached'),
    ]);
  });

  it('is a fault where the class reads as another whenever a case would hold', () => {
    const readsAs = { tag: 'bha', when: { rinseOff: true }, because: 'For a test.' };
    const cases = [{ when: { rinseOff: true, line: 'BELOW' as const }, ...course }];
    expect(faultsOf(circumstancesPossible, { tags: [tag({ id: 'aha', readsAs, cases })] })).toEqual([
      expect.stringContaining('aha › cases 1: is never reached'),
    ]);
  });

  it('is none where each is reached by some ingredient, word, claim or neighbour', () => {
    const cases = [
      { when: { ingredients: ['willow-water'], words: ['water'] }, ...course },
      { when: { words: ['water'] }, ...course },
      { when: { besideInFirst: { ingredients: ['sodium-hydroxide'], positions: 6 } }, ...course },
      { when: { besideTags: ['bha'], freeAcidAtLeast: 0.005 }, ...course },
      { when: { byForm: true }, ...course },
      { when: { spf: true, declaredAtMost: 0.02 }, ...course },
    ];
    const willow = ingredient({ id: 'willow-water', inci: 'Salix Alba Bark Water' });
    expect(faultsOf(circumstancesPossible, { tags: [tag({ id: 'bha', cases })], ingredients: [willow] })).toEqual([]);
  });
});
