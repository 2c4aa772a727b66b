import type { z } from 'zod';
import { alwaysAClass } from '../../../src/knowledge/checks/always-a-class.js';
import type { IngredientSeed } from '../../../src/knowledge/schema.js';
import { faultsOf, ingredient } from '../build.js';

type Tags = z.input<typeof IngredientSeed>['tags'];
const claims = [
  {
    id: 'PEEL',
    where: 'ANYWHERE' as const,
    words: ['peel'],
    categories: ['EXFOLIANT' as const],
    promises: [],
    because: 'For a test.',
  },
];
const faults = (tags: Tags) =>
  faultsOf(alwaysAClass, { ingredients: [ingredient({ id: 'citric-acid', tags })], claims });

describe(alwaysAClass.name, () => {
  it('is a fault when all its classes are conditional and something is left over', () => {
    expect(faults([{ tag: 'aha', when: { positionAtMost: 6 } }])).toEqual([
      expect.stringContaining('citric-acid › tags: has no class at position 7.'),
    ]);
    expect(
      faults([
        { tag: 'aha', when: { says: ['PEEL'] } },
        { tag: 'ph_adjuster', when: { line: 'BELOW' } },
      ]),
    ).toEqual([expect.stringContaining('has no class above the line, with no claim.')]);
  });

  it.each<[string, Tags]>([
    ['a class that always applies', ['ph_adjuster', { tag: 'aha', when: { positionAtMost: 6 } }]],
    [
      'a condition and its opposite',
      [
        { tag: 'aha', when: { says: ['PEEL'] } },
        { tag: 'base', when: { not: { says: ['PEEL'] } } },
      ],
    ],
    [
      'both sides of the line',
      [
        { tag: 'aha', when: { line: 'ABOVE' } },
        { tag: 'base', when: { line: 'BELOW' } },
      ],
    ],
    [
      'both sides of a position',
      [
        { tag: 'aha', when: { positionAtMost: 6 } },
        { tag: 'base', when: { positionAtLeast: 7 } },
      ],
    ],
    [
      'a category that says what the other condition excludes',
      [
        { tag: 'aha', when: { says: ['PEEL'] } },
        { tag: 'base', when: { not: { says: ['PEEL'], category: ['EXFOLIANT'] } } },
      ],
    ],
    [
      'a condition in several parts and its opposite',
      [
        {
          tag: 'aha',
          when: { any: [{ positionAtMost: 6 }, { besideTagsAboveLine: ['bha'] }], not: { rinseOff: true } },
        },
        { tag: 'base', when: { not: { any: [{ positionAtMost: 6 }, { besideTagsAboveLine: ['bha'] }] } } },
        { tag: 'base', when: { rinseOff: true } },
      ],
    ],
    [
      'a declared share on both sides of a bound',
      [
        { tag: 'aha', when: { shareMayExceed: 0.01 } },
        { tag: 'base', when: { not: { shareMayExceed: 0.01 } } },
      ],
    ],
  ])('is none with %s', (_, tags) => {
    expect(faults(tags)).toEqual([]);
  });

  it('says so when too much plays a part to be sure', () => {
    const says = Array.from({ length: 20 }, (_, index) => `CLAIM_${index}`);
    expect(faults([{ tag: 'aha', when: { says } }])).toEqual([expect.stringContaining('depends on too much')]);
  });
});
