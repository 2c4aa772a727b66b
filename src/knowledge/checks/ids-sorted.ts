import type { Fault } from '../faults.js';
import type { LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const idsSorted = {
  name: 'entries are sorted by id',
  why: 'In a sorted file an entry is found at once, two people add to different lines, and a diff shows only meaning.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const { file, list, ids } of data.holdings) {
      if (list === 'depthRows') continue; // sorted by depth, see phases-ascend
      for (const [index, id] of ids.entries()) {
        const before = ids[index - 1];
        if (before !== undefined && id < before) {
          faults.push({
            file,
            entry: id,
            message: `stands after "${before}". Sort the file by id: capitals, then "_", then small letters.`,
          });
        }
      }
    }
    return faults;
  },
} satisfies Check;
