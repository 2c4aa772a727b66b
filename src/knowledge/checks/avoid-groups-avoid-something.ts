import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

export const avoidGroupsAvoidSomething = {
  name: 'every avoid group stands for something',
  why: 'A group of nothing would be understood, and then not checked at all.',
  check(data: LoadedKnowledge): Fault[] {
    return data.avoidGroups
      .filter(({ tags, ingredients }) => tags.length + ingredients.length === 0)
      .map(({ id }) => faultOf(data, 'avoidGroups', id, undefined, 'avoids nothing. Name its classes or ingredients.'));
  },
} satisfies Check;
