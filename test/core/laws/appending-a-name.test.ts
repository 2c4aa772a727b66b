import * as fc from 'fast-check';
import type { Question } from '../../../src/core/pair.js';
import type { FormulaReading } from '../../../src/core/tagging/read-formula.js';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { CALM_SKIN, formula, HOUR, judged, read, UNKNOWN_SKIN } from '../../support/world.js';

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
      expectNoKinder(list, longer, { treatment, profile });
    });
  }

  function expectNoKinder(list: FormulaReading, longer: FormulaReading, question: Question): void {
    const before = judged(list, question);
    const after = judged(longer, question);

    expect(severity(after.verdict)).toBeGreaterThanOrEqual(severity(before.verdict));
    expect(after.usableFromHour ?? Infinity).toBeGreaterThanOrEqual(before.usableFromHour ?? Infinity);
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

  // what the law was broken by before, each as small as it could be made
  it.each<[list: string, longer: string, question: Question]>([
    ['Sodium Hypochlorite.', 'Sodium Hypochlorite, Hypochlorous Acid.', HOUR(24)],
    [
      'Sodium Chloride, Aqua, Betaine, Glycerin, Panthenol, Squalane, Trehalose, Urea.',
      'Sodium Chloride, Aqua, Betaine, Glycerin, Panthenol, Squalane, Trehalose, Urea, Xanthan Gum.',
      HOUR(200),
    ],
    [
      'Aqua, Glycerin, Betaine, Squalane, Panthenol. May contain: Saccharum Officinarum.',
      'Aqua, Glycerin, Betaine, Squalane, Panthenol, Allantoin. May contain: Saccharum Officinarum.',
      HOUR(100),
    ],
    [
      'Adenosine, Bifida Ferment Lysate.',
      'Adenosine, Bifida Ferment Lysate, Butylene Glycol.',
      HOUR(100, UNKNOWN_SKIN, { needleDepthMm: 0.3 }),
    ],
    [
      'Adenosine, Angelica Archangelica Leaf Oil.',
      'Adenosine, Angelica Archangelica Leaf Oil, Butylene Glycol.',
      HOUR(504, { ...CALM_SKIN, fitzpatrick: 5 }, { device: 'RADIOFREQUENCY' }),
    ],
  ])('does not turn “%s” kinder as “%s”', (list, longer, question) => {
    expectNoKinder(read(formula('p', list)), read(formula('p', longer)), question);
  });
});
