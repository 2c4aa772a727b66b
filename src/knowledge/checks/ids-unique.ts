import type { Fault } from '../faults.js';
import type { LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const idsUnique = {
  name: 'each id names one thing',
  why: 'Of two entries with one id the later would silently hide the earlier, in any file of the same kind.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    const homes = new Map<string, string>();
    for (const { file, list, ids } of data.holdings) {
      for (const id of ids) {
        const home = homes.get(`${list} ${id}`);
        if (home === undefined) homes.set(`${list} ${id}`, file);
        else
          faults.push({ file, entry: id, message: `stands in ${home} already. Join the two entries, or rename one.` });
      }
    }
    return faults;
  },
} satisfies Check;
