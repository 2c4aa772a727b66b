import type { DepthRow } from '../../core/knowledge.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

/** Hours of a row in the order in which they end; the next row never has a smaller one. */
const ENDS = ['openUntilHour', 'earlyUntilHour', 'lateUntilHour', 'reintroductionUntilHour'] as const;
const STARTS = ['spfFromHour', 'exerciseFromHour', 'holdMultiplier'] as const;

export const phasesAscend = {
  name: 'phases end in order, and later with depth',
  why: 'Laws 2 and 3: time only moves forward, and a deeper needle is never kinder. The core takes the first row that fits.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    const fault = (row: DepthRow, field: string, message: string) =>
      faults.push(faultOf(data, 'depthRows', row.id, field, message));

    for (const [index, row] of data.depthRows.entries()) {
      for (const [at, field] of ENDS.entries()) {
        const before = ENDS[at - 1];
        if (before !== undefined && row[field] <= row[before])
          fault(row, field, `is not after ${before}. Phases end one after the other.`);
      }
      if (row.reintroductionUntilHour >= 1008)
        fault(row, 'reintroductionUntilHour', 'is not before hour 1008, at which REMODELLING ends.');

      const shallower = data.depthRows[index - 1];
      if (shallower === undefined) continue;
      if (shallower.depthMmAtMost === null)
        fault(row, 'depthMmAtMost', 'stands after radiofrequency, which is the last row. Move it up.');
      else if (row.depthMmAtMost !== null && row.depthMmAtMost <= shallower.depthMmAtMost) {
        fault(row, 'depthMmAtMost', `is not deeper than ${shallower.id}. Sort the rows by depth.`);
      }
      for (const field of [...ENDS, ...STARTS]) {
        if (row[field] < shallower[field])
          fault(row, field, `is below that of ${shallower.id}, which is shallower. Raise it.`);
      }
      if (row.column === 'shallow' && shallower.column === 'deep')
        fault(row, 'column', `is shallow, though ${shallower.id} is deep already.`);
    }
    if (!data.depthRows.some((row) => row.depthMmAtMost === null)) {
      faults.push({
        file: 'depth-rows.json',
        message: 'has no row for radiofrequency. Add one, with depthMmAtMost null, as the last.',
      });
    }
    if (data.depthRows[0]?.depthMmAtMost == null) {
      faults.push({ file: 'depth-rows.json', message: 'has no row for needles. Add one.' });
    }
    return faults;
  },
} satisfies Check;
