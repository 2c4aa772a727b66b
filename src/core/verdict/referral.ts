import type { Knowledge } from '../knowledge.js';
import type { SkinProfile, Treatment } from '../treatment.js';
import { URGENCY, type Urgency } from '../vocabulary.js';
import type { Reason } from './reason.js';

/** A matter for a practitioner: nothing is ranked, and every product is AVOID. */
export interface Referral {
  readonly reasons: readonly Reason[];
  readonly urgency: Urgency;
  /** what to do, of the most urgent reason */
  readonly message: string;
}

const ORDER: readonly Urgency[] = [URGENCY.EMERGENCY, URGENCY.SAME_DAY, URGENCY.ROUTINE];

/** Refer first: whether a condition or a symptom belongs to a practitioner, and how soon. */
export function referralFor(knowledge: Knowledge, treatment: Treatment, profile: SkinProfile): Referral | undefined {
  const conditions = profile.conditions.map((id) => knowledge.condition(id)).filter((rule) => rule.effect === 'REFER');
  const symptoms = profile.symptoms
    .map((id) => knowledge.symptom(id))
    .filter((rule) => rule.fromHour === undefined || treatment.hoursSince >= rule.fromHour);
  const rules = [...symptoms, ...conditions].sort((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency));
  const first = rules[0];
  if (first === undefined) return undefined;
  return {
    urgency: first.urgency,
    message: first.message,
    reasons: rules.map((rule) => ({
      code: 'REFERRAL',
      rule: `referral.${rule.id}`,
      printed: rule.id,
      detail: rule.message,
      sources: rule.sources,
      policy: rule.policy,
    })),
  };
}
