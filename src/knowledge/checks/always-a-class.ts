import { holds } from '../../core/tagging/circumstance.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { inWords, worldsOf } from './worlds.js';

export const alwaysAClass = {
  name: 'every ingredient has a class under every circumstance',
  why: 'A name that is recognised and has no class would be let through at every hour, and nobody decided that.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const ingredient of data.ingredients) {
      const circumstances = ingredient.tags.flatMap(({ when }) => (when === undefined ? [] : [when]));
      if (circumstances.length < ingredient.tags.length) continue;
      const worlds = worldsOf(circumstances, [ingredient], data.claims);
      if (worlds === undefined) {
        const message =
          'depends on too much for a machine to see whether it always has a class. Add one that always applies.';
        faults.push(faultOf(data, 'ingredients', ingredient.id, 'tags', message));
        continue;
      }
      const bare = worlds.find(({ subject, scenery }) => !circumstances.some((when) => holds(when, subject, scenery)));
      if (bare === undefined) continue;
      const message = `has no class ${inWords(bare, circumstances)}. Add one for what is left, or one that always applies.`;
      faults.push(faultOf(data, 'ingredients', ingredient.id, 'tags', message));
    }
    return faults;
  },
} satisfies Check;
