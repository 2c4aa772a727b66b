import { EVIDENCE_GRADE, PHASE, type EvidenceGrade, type Phase } from '../../core/vocabulary.js';
import type { Fault } from '../faults.js';
import type { LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

const GRADES = Object.keys(EVIDENCE_GRADE) as EvidenceGrade[]; // an as-const object has no other keys
const PHASES = Object.keys(PHASE) as Phase[]; // the same

export const weights = {
  name: 'weights keep their order and bounds',
  why: 'A weight of 1 would make one trial certain, and a benefit that trials deny must earn nothing.',
  check(data: LoadedKnowledge): Fault[] {
    const { gradeWeight, recoveryWeight } = data.weights;
    const faults: Fault[] = [];
    const fault = (field: string, message: string) => faults.push({ file: 'weights.json', field, message });

    if (gradeWeight.N !== 0) fault('gradeWeight, N', 'is not 0. Trials that show no benefit earn nothing.');
    for (const [index, grade] of GRADES.entries()) {
      const better = GRADES[index - 1];
      if (gradeWeight[grade] >= 1) fault(`gradeWeight, ${grade}`, 'is not below 1. No evidence is certain.');
      if (better !== undefined && gradeWeight[grade] >= gradeWeight[better]) {
        fault(`gradeWeight, ${grade}`, `is not below that of ${better}, the better grade.`);
      }
    }
    for (const [index, phase] of PHASES.entries()) {
      const before = index > 1 ? PHASES[index - 1] : undefined; // before the session there is nothing to recover from
      if (before !== undefined && recoveryWeight[phase] > recoveryWeight[before]) {
        fault(`recoveryWeight, ${phase}`, `is above that of ${before}. Recovery counts less as time passes.`);
      }
    }
    if (recoveryWeight.OPEN_CHANNELS !== 1)
      fault('recoveryWeight, OPEN_CHANNELS', 'is not 1. Recovery is all that counts while channels are open.');
    if (recoveryWeight.REMODELLING !== 0)
      fault('recoveryWeight, REMODELLING', 'is not 0. Recovery is over when remodelling begins.');
    return faults;
  },
} satisfies Check;
