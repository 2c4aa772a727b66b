import * as fc from 'fast-check';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { judged, read } from '../../support/world.js';

describe('law 1: on a complete list, one more name', () => {
  const scene = { treatment: any.treatment, profile: any.calmProfile };
  const anyName = fc.record({ ...scene, draft: any.draft, name: any.printedName });
  /** a list with a name that is read differently beside the one that is added */
  const neighbour = fc
    .record({ ...scene, draft: any.draft, pair: any.nameAndNeighbour, place: fc.nat(6) })
    .map(({ draft, pair: { name, neighbour }, place, ...scene }) => ({
      ...scene,
      draft: { ...draft, names: [...draft.names.slice(0, place), name, ...draft.names.slice(place, 2 * place)] },
      name: neighbour,
    }));

  const lastStraw = fc
    .record({ ...scene, draft: any.draft, list: any.namesAndLastStraw })
    .map(({ draft, list: { names, straw }, ...scene }) => ({ ...scene, draft: { ...draft, names }, name: straw }));

  function neverKinder(cases: typeof anyName): void {
    any.law(cases, ({ draft, name, treatment, profile }) => {
      const list = read(any.written(draft));
      fc.pre(list.state === 'LISTED');
      const longer = read(any.written({ ...draft, names: [...draft.names, name] }));
      const before = judged(list, { treatment, profile });
      const after = judged(longer, { treatment, profile });

      expect(severity(after.verdict)).toBeGreaterThanOrEqual(severity(before.verdict));
      expect(after.usableFromHour ?? Infinity).toBeGreaterThanOrEqual(before.usableFromHour ?? Infinity);
    });
  }

  it('never makes the verdict less severe, and never lets the product return earlier', () => {
    neverKinder(anyName);
  });

  it('does not either where it changes how another name is read', () => {
    neverKinder(neighbour);
  });

  it('does not either where it takes the meaning out of the order', () => {
    neverKinder(lastStraw);
  });
});
