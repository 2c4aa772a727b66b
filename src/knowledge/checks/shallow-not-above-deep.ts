import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { coursesOf } from './courses.js';

export const shallowNotAboveDeep = {
  name: 'a deeper needle never waits less',
  why: 'Law 3: a deeper needle is never kinder.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const tag of data.tags) {
      for (const { prefix, course } of coursesOf(tag)) {
        for (const field of ['holdHours', 'cautionHours'] as const) {
          const hours = course[field];
          if (hours === undefined || hours === 'never' || hours.shallow <= hours.deep) continue;
          const message = `asks ${hours.shallow} h up to 0.5 mm and only ${hours.deep} h for deeper needles. Raise the second number.`;
          faults.push(faultOf(data, 'tags', tag.id, `${prefix}${field}`, message));
        }
      }
    }
    for (const { id, earlyAtLeastHours, earlyAtLeastHoursDeep } of data.modifiers) {
      if (earlyAtLeastHoursDeep >= earlyAtLeastHours) continue;
      const message = `is ${earlyAtLeastHoursDeep} h and shorter than the ${earlyAtLeastHours} h of other needles. Raise it.`;
      faults.push(faultOf(data, 'modifiers', id, 'earlyAtLeastHoursDeep', message));
    }
    return faults;
  },
} satisfies Check;
