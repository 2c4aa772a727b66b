import type { Circumstance, Ingredient } from '../../core/knowledge.js';
import { holds } from '../../core/tagging/circumstance.js';
import type { Fault } from '../faults.js';
import { faultOf, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { statedCircumstances, withParts } from './circumstances.js';
import { worldsOf } from './worlds.js';

export const circumstancesPossible = {
  name: 'every circumstance can come about',
  why: 'A case that is never reached looks decided to its reviewer, and the product takes another course.',
  check(data: LoadedKnowledge): Fault[] {
    const byId = new Map(data.ingredients.map((ingredient) => [ingredient.id, ingredient]));
    const faults: Fault[] = [];
    for (const { list, id, field, when } of statedCircumstances(data)) {
      const own = list === 'ingredients' ? [byId.get(id)] : candidates([when], byId);
      const worlds = worldsOf([when], own, data.claims);
      if (worlds?.some(({ subject, scenery }) => holds(when, subject, scenery)) === false) {
        faults.push(faultOf(data, list, id, field, 'can never come about. Mend its bounds.'));
      }
    }
    for (const { id, cases, readsAs } of data.tags) {
      const before = readsAs === undefined ? [] : [readsAs.when]; // a class that reads as another asks no case
      const whens = [...before, ...cases.map(({ when }) => when)];
      const worlds = worldsOf(whens, candidates(whens, byId), data.claims);
      if (worlds === undefined) continue;
      const reached = new Set(
        worlds.map(({ subject, scenery }) => whens.findIndex((when) => holds(when, subject, scenery))),
      );
      for (const [index, when] of whens.entries()) {
        const possible = worlds.some(({ subject, scenery }) => holds(when, subject, scenery));
        if (!possible || reached.has(index)) continue;
        const message = 'is never reached, because what stands before covers it. Move it up, or take it out.';
        faults.push(faultOf(data, 'tags', id, `cases ${index + 1 - before.length}`, message));
      }
    }
    return faults;
  },
} satisfies Check;

/** The ingredients that circumstances tell apart by name, some that they do not, and a name read without one. */
function candidates(whens: readonly Circumstance[], byId: ReadonlyMap<string, Ingredient>): (Ingredient | undefined)[] {
  const parts = whens.flatMap((when) => [...withParts(when)]);
  const named = new Set(parts.flatMap(({ ingredients }) => ingredients ?? []));
  const words = new Set(parts.flatMap((when) => when.words ?? []));
  const any = (inci: string): Ingredient => ({ id: '', inci, aliases: [], tags: [] });
  return [...[...named].map((id) => byId.get(id) ?? { ...any(id), id }), any(''), ...[...words].map(any), undefined];
}
