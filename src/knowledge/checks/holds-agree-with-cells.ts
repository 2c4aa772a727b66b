import type { Course } from '../../core/knowledge.js';
import { HEALING_PHASES, type HealingPhase } from '../../core/vocabulary.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { coursesOf } from './courses.js';

/** Ends of the phases at 1.0 mm, for which the cells are written (dossier §1.2). */
const ENDS_AT_REFERENCE: Readonly<Record<HealingPhase, number>> = {
  OPEN_CHANNELS: 24,
  EARLY_RECOVERY: 72,
  LATE_RECOVERY: 168,
  REINTRODUCTION: 336,
  REMODELLING: 1008,
  MAINTENANCE: Infinity,
};

export const holdsAgreeWithCells = {
  name: 'holds and cells say the same',
  why: 'The hold decides, so a kinder cell beneath it is a promise that is never kept, and a reviewer reads the cell.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const tag of data.tags) {
      for (const { prefix, course } of coursesOf(tag)) {
        for (const [field, message] of disagreements(course)) {
          faults.push(faultOf(data, 'tags', tag.id, `${prefix}${field}`, message));
        }
      }
    }
    return faults;
  },
} satisfies Check;

function* disagreements({ cells, holdHours, cautionHours }: Course): Generator<[field: string, message: string]> {
  const holdEnds = holdHours === 'never' ? Infinity : (holdHours?.deep ?? 0);
  for (const phase of HEALING_PHASES) {
    if (cells[phase] !== 'X' && ENDS_AT_REFERENCE[phase] <= holdEnds) {
      yield [
        'cells',
        `is ${cells[phase]} in ${phase}, through all of which its hold runs at 1.0 mm. Write X there, or shorten the hold.`,
      ];
    }
  }
  if (cells.MAINTENANCE === 'X' && holdHours !== 'never') {
    yield ['holdHours', 'ends, but the cells say X for ever. Write "never", or C where caution is meant.'];
  }
  if (cautionHours === undefined || holdHours === undefined || holdHours === 'never') return;
  if (cautionHours.shallow < holdHours.shallow || cautionHours.deep < holdHours.deep) {
    yield ['cautionHours', 'ends before the hold does and so says nothing. Lengthen it, or take it out.'];
  }
}
