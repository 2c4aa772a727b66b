import { comparisonKey } from '../../core/inci/keys.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const namesBelongToOneIngredient = {
  name: 'no name is shared by two ingredients',
  why: 'A printed name that means two things would get the classes of whichever was written last.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    const owners = new Map<string, { id: string; name: string }>();
    for (const { id, inci, aliases } of data.ingredients) {
      for (const [index, name] of [inci, ...aliases].entries()) {
        const key = comparisonKey(name);
        const owner = owners.get(key);
        const field = index === 0 ? 'inci' : `aliases ${index}`;
        if (key === '') {
          faults.push(
            faultOf(data, 'ingredients', id, field, `"${name}" holds neither letter nor digit. Take it out.`),
          );
        } else if (owner === undefined) {
          owners.set(key, { id, name });
        } else if (owner.id !== id) {
          faults.push(
            faultOf(
              data,
              'ingredients',
              id,
              field,
              `"${name}" is read as "${owner.name}" of ${owner.id}. Leave the name to one of the two.`,
            ),
          );
        }
      }
    }
    return faults;
  },
} satisfies Check;
