import { readFileSync } from 'node:fs';
import type { Formula } from '../../src/core/formula.js';
import { readName } from '../../src/core/tagging/name-index.js';
import { VERDICT, type Verdict } from '../../src/core/vocabulary.js';
import { formula, HOUR, judged, knowledge } from '../support/world.js';

/**
 * What must have been decided of each name, as the dossier and its rulings have it: classes joined by
 * " + ". "abrasive in a scrub" is a powder that is texture elsewhere, "clay_absorb in a mask" one that
 * dries where it is applied thickly.
 */
const decisions = (file: string): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, string>).map(
    ([name, classes]) => [name, classes.split(' + ')],
  );
const ABRASIVES = decisions('inventory-abrasives.json');
const ALLERGENS = decisions('annex-iii-allergens.json');

/** Classes that count in some products only. */
const SOMETIMES: Readonly<Record<string, string>> = {
  'abrasive in a scrub': 'abrasive',
  'clay_absorb in a mask': 'clay_absorb',
};

/** The hour until which a class above the one-percent line of a leave-on product is at least so strict, at 1.0 mm. */
const NEVER_LOOSER: Readonly<Record<string, readonly (readonly [Verdict, number])[]>> = {
  abrasive: [['AVOID', 240]],
  active_other: [
    ['AVOID', 24],
    ['CAUTION', 72],
  ],
  aha: [['AVOID', 168]],
  arnica_botanicals: [['AVOID', 120]],
  aromatic_extract: [
    ['AVOID', 168],
    ['CAUTION', 240],
  ],
  bee_products: [['AVOID', 168]],
  benzyl_alcohol: [
    ['AVOID', 24],
    ['CAUTION', 72],
  ],
  bha: [['AVOID', 168]],
  bisabolol_oat: [['AVOID', 24]],
  botanical_other: [
    ['AVOID', 72],
    ['CAUTION', 168],
  ],
  clay_absorb: [['AVOID', 168]],
  colloidal_metal: [['AVOID', 168]],
  cooling: [
    ['AVOID', 240],
    ['CAUTION', 1008],
  ],
  dimethicone: [['AVOID', 24]],
  dye_pigment: [['AVOID', 72]],
  enzyme: [['AVOID', 168]],
  essential_oil: [
    ['AVOID', 240],
    ['CAUTION', 504],
  ],
  fragrance_allergen: [
    ['AVOID', 168],
    ['CAUTION', 240],
  ],
  glitter_particle: [['AVOID', 72]],
  heating: [['AVOID', 336]],
  hepes_exfoliant: [['AVOID', 120]],
  inert_other: [['CAUTION', 24]],
  ph_adjuster: [['CAUTION', 24]],
  phototoxic: [['AVOID', 336]],
  plant_oil_benign: [['AVOID', 24]],
  polyphenol: [['AVOID', 72]],
  probiotic: [['AVOID', 72]],
  retinoid_ester_new: [['AVOID', 120]],
  surfactant_mild: [['CAUTION', 24]],
  wax: [['AVOID', 24]],
};

const SEVERITY: readonly Verdict[] = [
  VERDICT.IDEAL,
  VERDICT.SUITABLE,
  VERDICT.CAUTION,
  VERDICT.UNVERIFIED,
  VERDICT.AVOID,
];
const severityAt = (hour: number, product: Formula): number => SEVERITY.indexOf(judged(product, HOUR(hour)).verdict);

const entriesOf = (name: string): readonly string[] => {
  const { certainty, ids } = readName(knowledge.names, name, false);
  return certainty === 'EXACT' || certainty === 'ALIAS' ? ids : [];
};
function hoursOf(tag: string): readonly (readonly [Verdict, number])[] {
  const hours = NEVER_LOOSER[tag];
  if (hours === undefined) throw new RangeError(`the test does not know how long "${tag}" must last`);
  return hours;
}

/** What is looser than it must be while the classes of a name last, one line for each. */
function looser(name: string, classes: readonly string[], product: Formula): string[] {
  return classes.flatMap((tag) =>
    hoursOf(tag)
      .filter(([verdict, hours]) => severityAt(hours - 0.1, product) < SEVERITY.indexOf(verdict))
      .map(([verdict, hours]) => `${name} as ${tag} is not ${verdict} until hour ${hours}`),
  );
}
const withIt = (name: string, rest: Partial<Formula> = {}): Formula =>
  formula('Dew', `Aqua, Glycerin, ${name}, Carbomer, Phenoxyethanol`, rest);

describe.each([
  ['the 361 abrasives of the EU inventory', ABRASIVES, 361],
  ['the fragrance allergens of Annex III, with what its groups contain', ALLERGENS, 158],
])('%s', (_, decided, count) => {
  it('are all here', () => {
    expect(decided).toHaveLength(count);
  });

  it('are each one reviewed ingredient, by a name of its own and by no family', () => {
    expect(decided.filter(([name]) => entriesOf(name).length !== 1).map(([name]) => name)).toEqual([]);
  });

  it('have the classes that the dossier and its rulings give them', () => {
    const differing = decided.flatMap(([name, classes]) => {
      const tags = entriesOf(name).flatMap((id) => knowledge.ingredient(id).tags);
      const borne = (tag: string): boolean => {
        const sometimes = SOMETIMES[tag];
        return sometimes === undefined
          ? tags.some((one) => one.tag === tag && one.when === undefined)
          : tags.some((one) => one.tag === sometimes && one.when !== undefined);
      };
      const lacking = classes.filter((tag) => !borne(tag));
      return lacking.length === 0 ? [] : [`${name} is not ${lacking.join(', ')}`];
    });
    expect(differing).toEqual([]);
  });

  it('are never looser in a leave-on product than the dossier allows', () => {
    const always = decided.map(([name, classes]) => [name, classes.filter((tag) => !(tag in SOMETIMES))] as const);
    expect(always.flatMap(([name, classes]) => looser(name, classes, withIt(name)))).toEqual([]);
  });
});

describe('a powder of the inventory', () => {
  const powders = ABRASIVES.filter(([, classes]) => classes.includes('abrasive in a scrub')).map(([name]) => name);
  const rubs = (product: Formula): boolean =>
    judged(product, HOUR(239)).reasons.some(({ rule, code }) => code === 'HOLD' && rule.startsWith('abrasive.'));

  it.each([
    ['in an exfoliant', { category: 'EXFOLIANT' } as const, true],
    ['in a cleanser that calls itself a scrub', { category: 'CLEANSER', claims: 'A gentle scrub.' } as const, true],
    ['in a cream', { category: 'MOISTURIZER' } as const, false],
  ])('%s rubs: %j %s', (_, rest, expected) => {
    expect(powders.filter((name) => rubs(withIt(name, rest)) !== expected)).toEqual([]);
  });

  it('that is hard grain in any product rubs in a cream too', () => {
    const grains = ABRASIVES.filter(([, classes]) => classes.includes('abrasive')).map(([name]) => name);
    expect(grains.filter((name) => !rubs(withIt(name, { category: 'MOISTURIZER' })))).toEqual([]);
  });
});

it('a clay or charcoal of the inventory dries as long as a clay does in a mask, also from late in the list', () => {
  const clays = ABRASIVES.filter(([, classes]) => classes.some((tag) => tag.startsWith('clay_absorb')));
  const late = 'Aqua, Glycerin, Propanediol, Butylene Glycol, Pentylene Glycol, Caprylyl Glycol';
  const mask = (name: string): Formula =>
    formula('Dew', `${late}, ${name}, Carbomer, Phenoxyethanol`, { category: 'MASK' });
  expect(clays.flatMap(([name]) => looser(name, ['clay_absorb'], mask(name)))).toEqual([]);
});

describe('an allergen of Annex III below the one-percent line', () => {
  it('has no relief: it sensitises at a trace', () => {
    const potent = ALLERGENS.filter(([, classes]) =>
      classes.some((tag) => tag === 'fragrance_allergen' || tag === 'essential_oil'),
    );
    const trace = (name: string): Formula => formula('Dew', `Aqua, Glycerin, Carbomer, Phenoxyethanol, ${name}`);
    expect(potent.filter(([name]) => severityAt(167.9, trace(name)) < SEVERITY.indexOf('AVOID'))).toEqual([]);
    expect(potent.filter(([name]) => severityAt(239.9, trace(name)) < SEVERITY.indexOf('CAUTION'))).toEqual([]);
  });
});
