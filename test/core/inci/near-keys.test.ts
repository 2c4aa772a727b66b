import * as fc from 'fast-check';
import { NearKeys } from '../../../src/core/inci/near-keys.js';

const keys = new NearKeys([
  'RETINOL',
  'RETINAL',
  'GLYCOLICACID',
  'SALICYLICACID',
  'NIACINAMIDE',
  'PEG8',
  'PEG80',
  'PEG8STEARATE',
  'POLYQUATERNIUM7',
  'POLYQUATERNIUM10',
  'CI77891',
  'ZINC',
  'MENTHOL',
  'HOMOSALATE',
  'CARNOSINE',
  'DIMETHICONE',
  'CETEARYLS52',
  'A'.repeat(70),
]);

describe('keys near a misspelt key', () => {
  it.each([
    ['a letter changed', 'NIACINAMIDA', 'NIACINAMIDE'],
    ['a letter too many', 'RETINOLL', 'RETINOL'],
    ['a letter too few', 'RETNOL', 'RETINOL'],
    ['two letters in the wrong order', 'MENTHLO', 'MENTHOL'],
    ['two slips in a long name', 'NIACNAMIDA', 'NIACINAMIDE'],
    ['a one read for an L', 'G1YCOLICACID', 'GLYCOLICACID'],
    ['a zero read for an O', 'H0MOSALATE', 'HOMOSALATE'],
    ['an O read for a zero', 'POLYQUATERNIUM1O', 'POLYQUATERNIUM10'],
    ['a five read for an S', 'CARNO5INE', 'CARNOSINE'],
    ['CL read for a D', 'SALICYLICACICL', 'SALICYLICACID'],
    ['a D read for CL', 'SALICYLICADD', 'SALICYLICACID'],
    ['an M read for RN', 'CAMOSINE', 'CARNOSINE'],
    ['RN read for an M', 'DIRNETHICONE', 'DIMETHICONE'],
    ['a slip and a misread sign', 'G1YCOLLICACID', 'GLYCOLICACID'],
  ])('are found over %s', (_, slip, meant) => {
    expect(keys.nearest(slip)).toEqual([meant]);
  });

  it('are all those at the least distance, in order', () => {
    expect(keys.nearest('RETINUL')).toEqual(['RETINAL', 'RETINOL']);
  });

  it.each([
    ['a digit changed', 'PEG9STEARATE'],
    ['a digit too many', 'PEG88STEARATE'],
    ['a digit too few', 'POLYQUATERNIUM1'],
    ['digits in the wrong order', 'CI77819'],
    ['another number', 'POLYQUATERNIUM11'],
    ['a number whose first digit looks like the letter before it', 'CETEARYLS2'],
    ['a digit read for a letter that it does not look like', 'ME7THOL'],
    ['two slips in a short name', 'MENTLOHL'],
    ['a short name', 'ZINK'],
    ['a name longer than any', 'A'.repeat(71)],
    ['nothing like it', 'QWXYZVKJ'],
  ])('are none over %s', (_, slip) => {
    expect(keys.nearest(slip)).toEqual([]);
  });

  it('agree with the plain count of edits for any two words', () => {
    const word = fc.stringMatching(/^[A-D]{9,12}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const found = new NearKeys([other]).nearest(one).length === 1;
        expect(found).toBe(edits(one, other) <= 2);
      }),
      { numRuns: 1000, seed: 20261125 },
    );
  });
});

/** Edits by the textbook: letters inserted, left out, changed or swapped with their neighbour, and CL for D. */
function edits(one: string, other: string): number {
  const rows = [...Array<undefined>(one.length + 1).keys()].map(() =>
    new Array<number>(other.length + 1).fill(Infinity),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 0; i <= one.length; i++) {
    for (let j = 0; j <= other.length; j++) {
      const costs = [
        i === 0 && j === 0 ? 0 : Infinity,
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
      ];
      if (one.slice(i - 2, i) === [...other.slice(j - 2, j)].reverse().join('') && i > 1 && j > 1)
        costs.push(at(i - 2, j - 2) + 1);
      if (one.slice(i - 2, i) === 'CL' && other[j - 1] === 'D' && i > 1) costs.push(at(i - 2, j - 1) + 1);
      if (other.slice(j - 2, j) === 'CL' && one[i - 1] === 'D' && j > 1) costs.push(at(i - 1, j - 2) + 1);
      (rows[i] as number[])[j] = Math.min(...costs);
    }
  }
  return at(one.length, other.length);
}
