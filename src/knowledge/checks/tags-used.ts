import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

/** Classes that the core gives by itself: to names that nobody knows. */
const GIVEN_BY_THE_CORE = ['unread'];

export const tagsUsed = {
  name: 'every class has a member',
  why: 'A class that nothing belongs to looks like protection and protects nobody.',
  check(data: LoadedKnowledge): Fault[] {
    const used = new Set([
      ...GIVEN_BY_THE_CORE,
      ...data.ingredients.flatMap(({ tags }) => tags.map(({ tag }) => tag)),
      ...data.tags.flatMap(({ also }) => also.map(({ tag }) => tag)),
      ...data.tags.flatMap(({ readsAs }) => readsAs?.tag ?? []),
      ...data.families.map(({ tag }) => tag),
      ...data.forms.map(({ tag }) => tag),
    ]);
    return data.tags
      .filter(({ id }) => !used.has(id))
      .map(({ id }) =>
        faultOf(
          data,
          'tags',
          id,
          undefined,
          'is given to no ingredient, family or form. Give it a member, or take it out.',
        ),
      );
  },
} satisfies Check;
