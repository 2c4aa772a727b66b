/** Arguments of the API → the core's treatment and profile. What cannot be meant is refused here, with what to change. */
import type { Question } from '../core/pair.js';
import type { WeightedConcern } from '../core/ranking/score.js';
import type { SkinProfile, Treatment } from '../core/treatment.js';
import { UNKNOWN_SKIN } from '../core/treatment.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { ASSUMED, type ConcernInput, type SkinProfileInput, type TreatmentInput } from './question.args.js';

const DEPTH_MM = { least: 0.1, most: 3.5 } as const;
const HOURS = { least: -2160, most: 8760 } as const;
const MOST_AVOIDED = 50;
const LONGEST_AVOIDED = 100;
const MS_PER_HOUR = 3_600_000;

/** A question with the date that it counts from, where one was given. */
export interface DatedQuestion extends Question {
  readonly treatedAt: Date | null;
}

/**
 * @param now the clock, for `treatedAt`
 * @throws BadRequest with a stable code for what cannot be meant
 */
export function questionOf(
  treatment: TreatmentInput,
  profile: SkinProfileInput | null | undefined,
  now: Date,
): DatedQuestion {
  return {
    treatment: treatmentOf(treatment, now),
    profile: profileOf(profile),
    treatedAt: treatment.treatedAt ?? null,
  };
}

function treatmentOf(input: TreatmentInput, now: Date): Treatment {
  const { device, needleDepthMm, performedBy, area } = input;
  if (needleDepthMm !== null && needleDepthMm !== undefined && !within(needleDepthMm, DEPTH_MM)) {
    throw new BadRequest(
      CODE.INVALID_DEPTH,
      `\`needleDepthMm\` is ${needleDepthMm}; needles are ${DEPTH_MM.least} to ${DEPTH_MM.most} mm long. Leave it out if you do not know it.`,
      'needleDepthMm',
    );
  }
  return {
    device: device ?? ASSUMED.device,
    needleDepthMm: needleDepthMm ?? undefined,
    hoursSince: hoursOf(input, now),
    performedBy: performedBy ?? ASSUMED.performedBy,
    area: area ?? ASSUMED.area,
  };
}

function hoursOf({ treatedAt, hoursSince }: TreatmentInput, now: Date): number {
  const hasDate = treatedAt !== null && treatedAt !== undefined;
  const hasHours = hoursSince !== null && hoursSince !== undefined;
  if (hasDate === hasHours) {
    throw new BadRequest(
      CODE.EXACTLY_ONE,
      'Say when the treatment was by exactly one of `treatedAt` and `hoursSince`.',
      'treatment',
    );
  }
  const hours = hasDate ? (now.getTime() - treatedAt.getTime()) / MS_PER_HOUR : (hoursSince as number);
  if (!within(hours, HOURS)) {
    throw new BadRequest(
      CODE.INVALID_HOUR,
      `The treatment lies ${Math.round(hours)} hours back; answers reach from 90 days before it (${HOURS.least}) to a year after it (${HOURS.most}).`,
      hasDate ? 'treatedAt' : 'hoursSince',
    );
  }
  return hours;
}

function profileOf(input: SkinProfileInput | null | undefined): SkinProfile {
  if (input === null || input === undefined) return UNKNOWN_SKIN;
  const { fitzpatrick, sensitive, skinType, acneProne, conditions, symptoms } = input;
  const avoid = input.avoid ?? [];
  if (fitzpatrick !== null && fitzpatrick !== undefined && !within(fitzpatrick, { least: 1, most: 6 })) {
    throw new BadRequest(
      CODE.INVALID_FITZPATRICK,
      `\`fitzpatrick\` is ${fitzpatrick}; the types are 1 to 6. Leave it out if you do not know it.`,
      'fitzpatrick',
    );
  }
  if (avoid.length > MOST_AVOIDED)
    throw new BadRequest(CODE.TOO_MANY, `\`avoid\` takes up to ${MOST_AVOIDED} entries.`, 'avoid');
  if (avoid.some((entry) => entry.length > LONGEST_AVOIDED)) {
    throw new BadRequest(
      CODE.TOO_LONG,
      `An entry of \`avoid\` is one name of at most ${LONGEST_AVOIDED} characters.`,
      'avoid',
    );
  }
  return {
    fitzpatrick: fitzpatrick ?? undefined,
    sensitive: sensitive ?? undefined,
    skinType: skinType ?? undefined,
    acneProne: acneProne ?? undefined,
    conditions: eachOnce(conditions),
    symptoms: eachOnce(symptoms),
    avoid,
  };
}

/** @throws BadRequest if none is named or a weight is not above 0 */
export function concernsOf(inputs: readonly ConcernInput[]): WeightedConcern[] {
  if (inputs.length === 0) throw new BadRequest(CODE.NO_CONCERN, 'Name at least one concern.', 'concerns');
  const concerns = inputs.map(({ concern, weight }) => ({ concern, weight: weight ?? ASSUMED.weight }));
  const wrong = concerns.find(({ weight }) => !(weight > 0 && weight <= 1000));
  if (wrong !== undefined) {
    throw new BadRequest(
      CODE.INVALID_WEIGHT,
      `The weight of ${wrong.concern} is ${wrong.weight}; a weight is above 0 and at most 1000.`,
      'weight',
    );
  }
  return concerns;
}

/** Whoever reports a thing twice reports it once. */
function eachOnce<T>(reports: readonly T[] | null | undefined): T[] {
  return [...new Set(reports)];
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return value >= least && value <= most;
}
