import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const readingsEnd = {
  name: 'a class that reads as another comes to an end',
  why: 'Two classes that read as each other would send the core round in circles.',
  check(data: LoadedKnowledge): Fault[] {
    const next = new Map(data.tags.map(({ id, readsAs }) => [id, readsAs?.tag]));
    return data.tags
      .filter(({ id }) => {
        const passed = new Set<string>();
        for (let at: string | undefined = id; at !== undefined; at = next.get(at)) {
          if (passed.has(at)) return true;
          passed.add(at);
        }
        return false;
      })
      .map(({ id }) =>
        faultOf(data, 'tags', id, 'readsAs, tag', 'leads round in a circle. Let one of them keep its own course.'),
      );
  },
} satisfies Check;
