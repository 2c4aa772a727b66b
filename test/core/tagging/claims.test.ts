import type { Formula } from '../../../src/core/formula.js';
import { claimsOf, rinsedOff, wordsOf } from '../../../src/core/tagging/claims.js';
import { formula, knowledge } from '../../support/world.js';

const LABEL = 'Aqua, Glycerin';
const says = (name: string, rest: Partial<Formula> = {}, heading?: string): string[] => [
  ...claimsOf(knowledge, formula(name, LABEL, rest), heading),
];

describe('the words of a pack', () => {
  it.each([
    ['Crème de Nuit', ['creme', 'de', 'nuit']],
    ['Vitamin-C 10%', ['vitamin', 'c', '10']],
    ['PEEL-OFF/Mask', ['peel', 'off', 'mask']],
    ['Peel™', ['peel']],
    ['Peel™Serum', ['peel', 'serum']],
    ['Peel℠ Serum', ['peel', 'serum']],
    ['Peel® Serum©', ['peel', 'serum']],
    ['  – ', []],
  ])('in “%s” are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('a pack', () => {
  it('says what its name says, whatever case, accent or trade mark it is printed with', () => {
    for (const name of ['Night Peel', 'PEEL', 'Péel', 'Peel™ Serum', 'Peel® Serum', 'Fruit-Peel/Serum'])
      expect(says(name)).toContain('PEEL');
    for (const name of ['Peeler', 'Orange Appeal']) expect(says(name)).not.toContain('PEEL');
  });

  it('says a word with any ending where the claim leaves it open', () => {
    for (const name of ['Polish', 'Polishing Cream', 'Sugar Scrubs']) expect(says(name)).toContain('SCRUB');
    expect(says('Nail Unpolished')).not.toContain('SCRUB');
  });

  it('says several words only where they stand side by side and in order', () => {
    expect(says('Hydrating Sheet Mask')).toContain('LEAVE_ON_FORM');
    expect(says('Mask Sheet')).not.toContain('LEAVE_ON_FORM');
    expect(says('Sheet of Mask')).not.toContain('LEAVE_ON_FORM');
    expect(says('Mask', { form: 'Sheet' })).not.toContain('LEAVE_ON_FORM');
  });

  it('says what its form and the heading of its list say', () => {
    expect(says('Glow', { form: 'peel' })).toContain('PEEL');
    expect(says('Kit', {}, 'Step 1: Peel')).toContain('PEEL');
    expect(says('Kit', { form: null }, 'Step 2: Balm')).not.toContain('PEEL');
  });

  it('says by its category what all of its kind do', () => {
    expect(says('Glow', { category: 'EXFOLIANT' })).toEqual(expect.arrayContaining(['EXFOLIATES', 'SCRUB']));
    expect(says('Glow')).toEqual([]);
  });

  it('says in running text only what counts anywhere', () => {
    expect(says('Glow', { claims: 'Powered by exosomes.' })).toEqual(['EXOSOME']);
    expect(says('Glow', { claims: 'Use after your peel.' })).not.toContain('PEEL');
    expect(says('Glow', { claims: null })).toEqual([]);
  });

  it('does not join the end of its name to the beginning of its text', () => {
    expect(says('Vitamin', { claims: 'C is for care.' })).not.toContain('VITAMIN_C');
  });

  it.each(['without exosomes', 'exosome-free', 'non-exosome', 'contains no exosomes', 'has no exosomes'])(
    'says nothing by “%s”',
    (claims) => {
      expect(says('Glow', { claims })).toEqual([]);
    },
  );

  it.each([
    'exosomes',
    'free of perfume, with exosomes',
    'exosomes, free of perfume',
    'exosomes free from perfume',
    'no more dull skin: exosomes',
    'there is no exosome like it',
    'contains plant exosomes',
    'has human exosomes',
    'without perfume, with exosomes',
    'without exosomes you miss the exosomes in it',
  ])('says it all the same by “%s”', (claims) => {
    expect(says('Glow', { claims })).toEqual(['EXOSOME']);
  });
});

describe('a product leaves the skin within minutes', () => {
  const rinsed = (name: string, rest: Partial<Formula> = {}, lists = 1): boolean => {
    const product = formula(name, LABEL, rest);
    return rinsedOff(product, claimsOf(knowledge, product), lists);
  };

  it('where the feed, its category or its name says so', () => {
    expect(rinsed('Gel', { rinseOff: true })).toBe(true);
    expect(rinsed('Gel', { category: 'CLEANSER' })).toBe(true);
    expect(rinsed('Rinse-Off Gel')).toBe(true);
    expect(rinsed('Gel')).toBe(false);
    expect(rinsed('Gel', { claims: 'A rinse-off gel' })).toBe(false);
  });

  it('as a mask only where its name says five minutes or less', () => {
    expect(rinsed('5 Minute Mask', { category: 'MASK' })).toBe(true);
    expect(rinsed('Clay Mask', { category: 'MASK', rinseOff: true })).toBe(false);
    expect(rinsed('15 Minute Mask', { category: 'MASK', rinseOff: true })).toBe(false);
  });

  it('never as a pad, a sheet mask or a product without rinsing, and never as a kit', () => {
    expect(rinsed('Cleansing Pads', { category: 'CLEANSER', rinseOff: true })).toBe(false);
    expect(rinsed('5 Minute Mask', { category: 'MASK', form: 'sheet mask' })).toBe(false);
    expect(rinsed('Micellar Water', { category: 'CLEANSER', claims: 'No rinsing needed.' })).toBe(false);
    expect(rinsed('Wash Duo', { category: 'CLEANSER', rinseOff: true }, 2)).toBe(false);
  });
});
