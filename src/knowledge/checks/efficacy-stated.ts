import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const efficacyStated = {
  name: 'each efficacy row says of what and how much',
  why: 'A row without a subject earns nobody anything, and a range upside down makes every dose fit.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const { id, subject, minShare, maxShare } of data.efficacy) {
      const named = subject.ingredients !== undefined || subject.tags !== undefined;
      if (named === (subject.none === true)) {
        faults.push(
          faultOf(
            data,
            'efficacy',
            id,
            'subject',
            'must name ingredients or classes, or say {"none": true}; one of the two.',
          ),
        );
      }
      if (minShare !== null && maxShare !== null && minShare > maxShare) {
        faults.push(faultOf(data, 'efficacy', id, 'minShare', 'is above maxShare. Exchange them.'));
      }
      if (minShare === 0)
        faults.push(
          faultOf(data, 'efficacy', id, 'minShare', 'is 0, so that nothing would be enough. Write null where unknown.'),
        );
    }
    return faults;
  },
} satisfies Check;
