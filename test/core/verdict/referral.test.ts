import { referralFor, type Referral } from '../../../src/core/verdict/referral.js';
import type { Condition, Symptom } from '../../../src/core/vocabulary.js';
import { CALM_SKIN, knowledge, treatment } from '../../support/world.js';

function referred(
  hour: number,
  conditions: readonly Condition[],
  symptoms: readonly Symptom[] = [],
): Referral | undefined {
  return referralFor(knowledge, treatment(hour), { ...CALM_SKIN, conditions, symptoms });
}

describe('a matter for a practitioner', () => {
  it.each<Condition>(['PREGNANT', 'BREASTFEEDING', 'ISOTRETINOIN', 'KELOID', 'ACTIVE_ACNE', 'METAL_ALLERGY'])(
    'is %s, at the next visit',
    (condition) => {
      expect(referred(-100, [condition])).toMatchObject({
        urgency: 'ROUTINE',
        message: knowledge.condition(condition).message,
        reasons: [{ code: 'REFERRAL', rule: `referral.${condition}`, printed: condition }],
      });
    },
  );

  it('is not what only lengthens windows or asks for a word of caution', () => {
    expect(referred(0, ['ROSACEA', 'ECZEMA', 'COLD_SORES'])).toBeUndefined();
    expect(referred(0, [])).toBeUndefined();
  });

  it('is redness only when a week has passed', () => {
    expect(referred(167.9, [], ['PERSISTENT_REDNESS'])).toBeUndefined();
    expect(referred(168, [], ['PERSISTENT_REDNESS'])?.urgency).toBe('ROUTINE');
  });

  it('is any other symptom at once', () => {
    expect(referred(0, [], ['PUS'])?.urgency).toBe('SAME_DAY');
  });

  it('is as urgent as the most urgent of its reasons, which is told first', () => {
    const referral = referred(200, ['KELOID'], ['PERSISTENT_REDNESS', 'FEVER', 'HIVES']);
    expect(referral?.urgency).toBe('EMERGENCY');
    expect(referral?.message).toBe(knowledge.symptom('HIVES').message);
    expect(referral?.reasons.map(({ printed }) => printed)).toEqual(['HIVES', 'FEVER', 'PERSISTENT_REDNESS', 'KELOID']);
  });
});
