import type { Knowledge } from '../core/knowledge.js';
import { consult, type Question } from '../core/pair.js';
import { phaseFromHour, phaseUntilHour } from '../core/recovery/windows.js';
import { UNKNOWN_SKIN } from '../core/treatment.js';
import { PHASE, type Phase } from '../core/vocabulary.js';

/** An hour that stands for its phase. */
export interface PhaseHour {
  readonly phase: Phase;
  readonly hour: number;
}

/** The furthest hour that can be asked. */
const LAST_HOUR = 8760;
/** Before the treatment the last week counts, in which things are stopped (dossier §1.2). */
const FIRST_HOUR = -168;

/** The middle of each phase, in order of time. */
export function middles(knowledge: Knowledge): PhaseHour[] {
  const { windows } = consult(knowledge, questionAt(0)).moment;
  return Object.values(PHASE).map((phase) => {
    const from = Math.max(FIRST_HOUR, phaseFromHour(windows, phase));
    const until = phaseUntilHour(windows, phase) ?? LAST_HOUR;
    return { phase, hour: (from + until) / 2 };
  });
}

/** What calm skin of type II asks so many hours after a session at 1.0 mm. */
export function questionAt(hoursSince: number): Question {
  return {
    treatment: { device: 'PEN', needleDepthMm: 1, hoursSince, performedBy: 'PRACTITIONER', area: 'FACE' },
    profile: { ...UNKNOWN_SKIN, fitzpatrick: 2, sensitive: false },
  };
}
