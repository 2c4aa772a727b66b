import type { Cell } from '../../core/knowledge.js';
import { HEALING_PHASES } from '../../core/vocabulary.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { coursesOf } from './courses.js';

const STERNNESS: Record<Cell, number> = { K: 0, C: 1, U: 2, X: 3 };

export const cellsNeverStricter = {
  name: 'a later phase is never stricter',
  why: 'Law 2: a later hour is never stricter. The core would read the stricter cell back into the earlier phase.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const tag of data.tags) {
      for (const { prefix, course } of coursesOf(tag)) {
        const { cells } = course;
        for (const [index, phase] of HEALING_PHASES.entries()) {
          const before = HEALING_PHASES[index - 1];
          if (before === undefined || STERNNESS[cells[phase]] <= STERNNESS[cells[before]]) continue;
          const message = `is ${cells[phase]} in ${phase} after ${cells[before]} in ${before}. Mend one of the two.`;
          faults.push(faultOf(data, 'tags', tag.id, `${prefix}cells`, message));
        }
      }
    }
    return faults;
  },
} satisfies Check;
