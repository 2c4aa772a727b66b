import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const limitsInForce = {
  name: 'every market limit is in force',
  why: 'An answer knows no calendar: a limit that starts next year would count today.',
  check(data: LoadedKnowledge, now: Date): Fault[] {
    const today = now.toISOString().slice(0, 10);
    return data.marketLimits
      .filter(({ since }) => since > today)
      .map(({ id, since }) =>
        faultOf(data, 'marketLimits', id, 'since', `lies in the future (${since}). Add the limit when it has started.`),
      );
  },
} satisfies Check;
