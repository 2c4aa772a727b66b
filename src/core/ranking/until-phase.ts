import type { Knowledge } from '../knowledge.js';
import { consult, type Consultation, type Question } from '../pair.js';
import { phaseFromHour } from '../recovery/windows.js';
import { judge, type Judgement } from '../verdict/judge.js';
import { HEALING_PHASES, type Phase } from '../vocabulary.js';

/** What the later phases of a treatment bring, each seen at its first hour, in order of time. */
export function laterPhases(knowledge: Knowledge, question: Question, { moment }: Consultation): Consultation[] {
  const order: readonly Phase[] = HEALING_PHASES;
  return HEALING_PHASES.slice(order.indexOf(moment.phase) + 1).map((phase) => {
    const hoursSince = phaseFromHour(moment.windows, phase);
    return consult(knowledge, { ...question, treatment: { ...question.treatment, hoursSince } }, moment.healing);
  });
}

/**
 * The last phase through which a verdict that fits stays as it is; undefined = it stays.
 *
 * A product that fits goes on fitting, but what is IDEAL while skin recovers may be merely SUITABLE
 * once it can bear more.
 *
 * @param now the phase of the verdict
 * @param later see `laterPhases`
 */
export function untilPhase(
  knowledge: Knowledge,
  { verdict, reading }: Judgement,
  now: Phase,
  later: readonly Consultation[],
): Phase | undefined {
  let last = now;
  for (const { moment, avoid } of later) {
    if (judge(knowledge, reading, moment, avoid).verdict !== verdict) return last;
    last = moment.phase;
  }
  return undefined;
}
