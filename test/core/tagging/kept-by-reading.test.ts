import { Knowledge } from '../../../src/core/knowledge.js';
import { keptByReading } from '../../../src/core/tagging/kept-by-reading.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { formula, knowledge, read } from '../../support/world.js';

describe('what is kept with a reading', () => {
  const bright = read(formula('Bright', 'Aqua, Arbutin'));
  const plain = read(formula('Plain', 'Aqua'));

  it('is worked out once for each key, and each time the same', () => {
    const worked: string[] = [];
    const kept = keptByReading((_, { tokens }, key: string) => {
      worked.push(`${key} of ${tokens.length}`);
      return { key };
    });
    const first = kept(knowledge, bright, 'day');
    expect([first, kept(knowledge, bright, 'night')]).toEqual([{ key: 'day' }, { key: 'night' }]);
    expect(kept(knowledge, bright, 'day')).toBe(first);
    expect(kept(knowledge, plain, 'day')).not.toBe(first);
    expect(worked).toEqual(['day of 2', 'night of 2', 'day of 1']);
  });

  it('is worked out anew where something else is known', () => {
    const clinic = new Knowledge(loadKnowledge());
    const kept = keptByReading((known, _, key: string) => [known === clinic, key]);
    expect(kept(knowledge, bright, 'day')).toEqual([false, 'day']);
    expect(kept(clinic, bright, 'day')).toEqual([true, 'day']);
    expect(kept(knowledge, bright, 'day')).toEqual([false, 'day']);
  });
});
