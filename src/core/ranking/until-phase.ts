import type { Knowledge } from '../knowledge.js';
import { consult, type Question } from '../pair.js';
import { phaseFromHour } from '../recovery/windows.js';
import { judge, type Judgement } from '../verdict/judge.js';
import { HEALING_PHASES, type Phase } from '../vocabulary.js';

/**
 * The last phase through which a verdict that fits stays as it is; undefined = it stays.
 *
 * A product that fits goes on fitting, but what is IDEAL while skin recovers may be merely SUITABLE
 * once it can bear more.
 */
export function untilPhase(
  knowledge: Knowledge,
  { verdict, reading }: Judgement,
  question: Question,
): Phase | undefined {
  const { moment, avoid } = consult(knowledge, question);
  const order: readonly Phase[] = HEALING_PHASES;
  const later = HEALING_PHASES.slice(order.indexOf(moment.phase) + 1);
  let last: Phase = moment.phase;
  for (const phase of later) {
    const hoursSince = phaseFromHour(moment.windows, phase);
    const then = consult(knowledge, { ...question, treatment: { ...question.treatment, hoursSince } });
    if (judge(knowledge, reading, then.moment, avoid).verdict !== verdict) return last;
    last = phase;
  }
  return undefined;
}
