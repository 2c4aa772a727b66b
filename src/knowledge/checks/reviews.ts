import type { Fault } from '../faults.js';
import { faultOf, idOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

/** A decision of ours is looked at again before it is older than this. */
const MONTHS = 18;

export const reviews = {
  name: 'policies were reviewed, and not too long ago',
  why: 'Evidence moves on; a decision that nobody has looked at for a year and a half may rest on nothing.',
  check(data: LoadedKnowledge, now: Date): Fault[] {
    const today = now.toISOString().slice(0, 10);
    const oldest = monthsBefore(now, MONTHS);
    const faults: Fault[] = [];
    for (const { day, place } of reviewDays(data)) {
      if (day > today) faults.push(place(`lies in the future (${day}). Write the day on which it was reviewed.`));
      else if (day < oldest)
        faults.push(place(`is more than ${MONTHS} months ago (${day}). Review it, and write the day.`));
    }
    return faults;
  },
} satisfies Check;

function* reviewDays(data: LoadedKnowledge): Generator<{ day: string; place: (message: string) => Fault }> {
  yield { day: data.version.reviewedOn, place: (message) => ({ file: 'version.json', field: 'reviewedOn', message }) };
  yield {
    day: data.weights.policy.reviewedOn,
    place: (message) => ({ file: 'weights.json', field: 'policy, reviewedOn', message }),
  };
  for (const list of [
    'tags',
    'modifiers',
    'efficacy',
    'concerns',
    'interactions',
    'conditions',
    'symptoms',
    'notices',
    'marketLimits',
  ] as const) {
    for (const entry of data[list]) {
      const day = entry.policy?.reviewedOn;
      if (day === undefined) continue;
      yield { day, place: (message) => faultOf(data, list, idOf(entry), 'policy, reviewedOn', message) };
    }
  }
  for (const { id, reviewedOn } of data.policies) {
    yield { day: reviewedOn, place: (message) => faultOf(data, 'policies', id, 'reviewedOn', message) };
  }
}

/** The same day so many months earlier, as "2025-05-24"; a day that the month lacks runs into the next. */
function monthsBefore(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate()))
    .toISOString()
    .slice(0, 10);
}
