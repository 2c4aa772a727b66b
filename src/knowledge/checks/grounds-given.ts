import type { Fault } from '../faults.js';
import { faultOf, idOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const groundsGiven = {
  name: 'every claim has a source or is marked as policy',
  why: 'A rule without grounds is an opinion that nobody can check.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const list of [
      'tags',
      'modifiers',
      'efficacy',
      'interactions',
      'conditions',
      'symptoms',
      'notices',
      'marketLimits',
    ] as const) {
      for (const entry of data[list]) {
        if (entry.sources.length > 0 || entry.policy !== undefined) continue;
        const message = 'has neither. Name a source, or write a policy with its reason and the day of its review.';
        faults.push(faultOf(data, list, idOf(entry), 'sources', message));
      }
    }
    return faults;
  },
} satisfies Check;
