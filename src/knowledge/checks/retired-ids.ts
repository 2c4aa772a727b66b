import type { Retired } from '../../core/knowledge.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

const LIST = { ingredient: 'ingredients', class: 'tags', source: 'sources' } as const satisfies Record<
  Retired['kind'],
  keyof LoadedKnowledge
>;

export const retiredIds = {
  name: 'a retired id names what stands for it, and is used no more',
  why: 'Ids are for ever: whoever kept one would be told of something else, or sent on to what is not there.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    const ids = {
      ingredient: new Set(data[LIST.ingredient].map(({ id }) => id)),
      class: new Set(data[LIST.class].map(({ id }) => id)),
      source: new Set(data[LIST.source].map(({ id }) => id)),
    };
    for (const { kind, id, successor } of data.retired) {
      if (ids[kind].has(id)) {
        faults.push(
          faultOf(data, 'retired', id, 'id', `belongs to another ${kind}, which is in use. Give that one a new id.`),
        );
      }
      if (successor !== null && !ids[kind].has(successor)) {
        const message = `names the ${kind} "${successor}", which is not in use. Name what stands for it today, or null.`;
        faults.push(faultOf(data, 'retired', id, 'successor', message));
      }
    }
    return faults;
  },
} satisfies Check;
