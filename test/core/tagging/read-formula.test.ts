import type { Formula } from '../../../src/core/formula.js';
import { Knowledge } from '../../../src/core/knowledge.js';
import type { Place } from '../../../src/core/tagging/order.js';
import { readFormula, sceneryOf, type Tagging } from '../../../src/core/tagging/read-formula.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { formula, knowledge, read } from '../../support/world.js';

const serum = (label: string, rest: Partial<Formula> = {}): Formula => formula('Dew', label, rest);
const named = (name: string, label: string, rest: Partial<Formula> = {}): Formula => formula(name, label, rest);
function tagging(product: Formula, id: string): Tagging {
  const found = read(product).taggings.find(({ tag }) => tag.id === id);
  if (found === undefined) throw new Error(`no ${id} in ${product.label}`);
  return found;
}
const classes = (product: Formula): string[] => read(product).taggings.map(({ tag }) => tag.id);
const stateOf = (product: Formula): string => read(product).state;

describe('how much of a list is known', () => {
  it('is the share of its names that have a class; all of them are counted', () => {
    const { recognised, unrecognised, completeness } = read(serum('Aqua, Glycerin, Xqzzk Vorp, Panthenol'));
    expect([recognised, unrecognised, completeness]).toEqual([3, 1, 0.75]);
  });

  it('is half of that for an incomplete list, and nothing for a missing one', () => {
    expect(read(serum('Aqua, Glycerin, Panthenol…')).completeness).toBeLessThanOrEqual(0.5);
    expect(read(serum('Aqua, Glycerin, Panthenol…')).state).toBe('INCOMPLETE');
    expect(read(serum('')).completeness).toBe(0);
    expect(stateOf(serum('Ingredients:'))).toBe('MISSING');
  });
});

describe('a name', () => {
  it('that repeats counts once among the classes, and each time among the names', () => {
    const twice = serum('Aqua, Panthenol, Glycerin, Panthenol');
    expect(classes(twice).filter((tag) => tag === 'panthenol')).toHaveLength(1);
    expect(read(twice).tokens.map(({ position }) => position)).toEqual([1, 2, 3, 2]);
  });

  it('that is spelt nearly brings only what can raise a verdict, and is unread beside', () => {
    const near = serum('Aqua, Retinoll, Panthenole, Tocopheroll');
    const [, retinol, panthenol, tocopherol] = read(near).tokens;
    expect([retinol?.certainty, panthenol?.certainty]).toEqual(['NEAR', 'NEAR']);
    expect(retinol?.tags).toEqual(['retinol', 'unread']);
    expect(panthenol?.tags).toEqual(['unread']);
    expect(tocopherol?.tags).toEqual(['tocopherol', 'unread']);
    expect(retinol?.recognised).toBe(false);
    // held for no hour, and kept from open channels
    expect(read(serum('Aqua, Candelilla Ceraa, Urea')).tokens[1]?.tags).toEqual(['unread', 'wax']);
  });

  it('of a family has its class without an entry of its own', () => {
    const [, oil] = read(serum('Aqua, Imaginaria Montana Seed Oil')).tokens;
    expect([oil?.recognised, oil?.certainty]).toEqual([true, 'ALIAS']);
    expect(oil?.tags.length).toBeGreaterThan(0);
  });

  it('of a family has the place and the share that the label gives it', () => {
    const oil = tagging(serum('Aqua, Phenoxyethanol, Imaginaria Montana Seed Oil'), 'plant_oil_benign');
    expect(oil.course).toMatchObject({ cells: { OPEN_CHANNELS: 'C', EARLY_RECOVERY: 'K' } });
    expect(tagging(serum('Aqua, Imaginaria Montana Seed Oil 5%'), 'plant_oil_benign').statedShare).toBe(0.05);
  });

  it('that the label marks as scented is perfume too', () => {
    const marked = serum('Aqua, Glycerin, Parfum*, Linalool**. *Fragrance');
    expect(classes(marked)).toContain('fragrance');
    const panthenol = read(serum('Aqua, Glycerin, Panthenol*, Urea. *Fragrance')).tokens[2];
    expect(panthenol?.tags).toEqual(['fragrance', 'panthenol']);
  });
});

describe('several names that lost the commas between them', () => {
  const last = (label: string): Place | undefined => read(serum(label)).tokens.at(-1)?.place;

  it('draw the line where one of them is dosed low, and draw none where one is used in bulk', () => {
    expect(last('Aqua, Glycerin, Panthenol Phenoxyethanol, Squalane')?.line).toBe('BELOW');
    expect(last('Aqua, Phenoxyethanol, Panthenol, Squalane')?.line).toBe('BELOW');
    expect(last('Aqua, Phenoxyethanol, Panthenol Glycerin, Squalane')?.line).toBe('ABOVE');
  });

  it('lower what is likely of the rest where one of them is usually dosed low', () => {
    expect(last('Aqua, Glycerin, Panthenol Xanthan Gum, Squalane')?.likelyMaxShare).toBe(0.02);
  });
});

describe('a name that is usually dosed low', () => {
  it('lowers what is likely of it and of what follows', () => {
    const medium = knowledge.ingredients.find(({ marker }) => marker === 'MEDIUM')?.inci ?? '';
    const likely = read(serum(`Aqua, Glycerin, ${medium}, Panthenol`)).tokens.map(({ place }) => place.likelyMaxShare);
    expect(likely).toEqual([1, 1 / 2, 0.02, 0.02]);
  });
});

describe('the heading of a list in a kit', () => {
  it('speaks for its own list only', () => {
    const label = 'Peel: Aqua, Glycolic Acid, Glycerin. Balm: Aqua, Lactic Acid, Glycerin.';
    const peels = read(named('Kit', label)).taggings.filter(({ tag }) => tag.id === 'tca_phenol_peel');
    expect(peels.map(({ token }) => token?.printed)).toEqual(['Glycolic Acid']);
  });

  it('makes nothing of a kit rinsed off', () => {
    const kit = named('Kit', 'Wash: Aqua, Glycerin. Balm: Aqua, Glycerin.', { category: 'CLEANSER', rinseOff: true });
    expect([read(kit).label.lists.length, read(kit).rinsedOff]).toEqual([2, false]);
  });
});

describe('a share that the pack prints', () => {
  const share = (name: string, rest: Partial<Formula> = {}): number | undefined =>
    tagging(named(name, 'Aqua, Glycolic Acid, Lactic Acid, Glycerin', rest), 'aha').statedShare;

  it.each([
    ['Glycolic Acid 25% Serum', 0.25],
    ['25% Glycolic Acid Serum', 0.25],
    ['Serum (12,5%) Glycolic Acid', 0.125],
    ['Glycolic Acid 25 % Serum', 0.25],
    ['Glycolic Acid (25 %) Serum', 0.25],
    ['Glycolic Acid 20-25% Serum', 0.25],
    ['25%Glycolic Acid Serum', 0.25],
    ['Glycolic Acid Serum', undefined],
    ['Glycolic Acid 0% Serum', undefined],
    ['Glycolic Acid 250% Serum', undefined],
    ['Glycolic Acid 25 Serum', undefined],
    ['Glycolic Acid 100% Serum', 1],
    ['Glycolic Acid 10.25% Serum', 0.1025],
    ['Dew Night Glycolic Acid 25%', 0.25],
    ['Glycolic Acid | 25 %  Serum', 0.25],
    ['Serum [25%] Glycolic Acid', 0.25],
    ['25% Off Glycolic Acid', undefined],
    ['Glycolic Acid Serum 25%', undefined],
    ['Glycolik Acid 25%', undefined],
  ])('in the name “%s” is read as %d', (name, expected) => {
    expect(share(name)).toBe(expected);
  });

  it('in the claims counts as well, and the largest decides', () => {
    expect(share('Dew', { claims: 'With 8% glycolic acid.' })).toBe(0.08);
    expect(share('Glycolic Acid 5%', { claims: 'With 8% glycolic acid.' })).toBe(0.08);
    expect(share('Dew', { claims: null })).toBeUndefined();
    const far = (words: number): string => `${'so '.repeat(words)}glycolic acid 8%`;
    expect([share('Dew', { claims: far(397) }), share('Dew', { claims: far(398) })]).toEqual([0.08, undefined]);
  });

  it('counts beside a name of four words, and for no other of its class', () => {
    const lavender = 'Lavandula Angustifolia Flower Extract';
    const shareOf = (product: Formula, id: string): number | undefined =>
      read(product).taggings.find(({ ingredient }) => ingredient?.id === id)?.statedShare;
    const single = named(`${lavender} 5%`, `Aqua, ${lavender}`);
    expect(shareOf(single, 'lavandula-angustifolia-flower-extract')).toBe(0.05);
    const lactic = named('Lactic Acid 25%', 'Aqua, Glycolic Acid, Lactic Acid');
    expect([shareOf(lactic, 'glycolic-acid'), shareOf(lactic, 'lactic-acid')]).toEqual([undefined, 0.25]);
  });

  it('of a name for a whole class counts for each of its members', () => {
    const product = named('AHA 25% Serum', 'Aqua, Glycolic Acid, Lactic Acid, Salicylic Acid');
    const shares = read(product).taggings.map(({ tag, statedShare }) => [tag.id, statedShare]);
    expect(shares).toContainEqual(['aha', 0.25]);
    const lactic = read(named('AHA 25% Serum', 'Aqua, Lactic Acid')).taggings;
    expect(lactic.find(({ ingredient }) => ingredient?.id === 'lactic-acid')?.statedShare).toBe(0.25);
    expect(shares).toContainEqual(['bha', undefined]);
  });

  it('of a fifth or more makes a peel of an acid', () => {
    expect(classes(named('Glycolic Acid 25%', 'Aqua, Glycolic Acid'))).toContain('tca_phenol_peel');
    expect(classes(named('Glycolic Acid 19%', 'Aqua, Glycolic Acid'))).not.toContain('tca_phenol_peel');
  });

  it('speaks of hazards, never of the benefit that is scored', () => {
    const tokens = read(named('Niacinamide 4%', 'Aqua, Niacinamide')).tokens;
    expect(tokens.map(({ declaredShare }) => declaredShare)).toEqual([undefined, undefined]);
  });
});

describe('a share that the brand declares', () => {
  it('counts for the ingredient by any of its names, the largest where several are given', () => {
    const declaredShares = { Nicotinamide: 0.03, Niacinamide: 0.04, Xqzzk: 0.5 };
    expect(read(serum('Aqua, Niacinamide', { declaredShares })).tokens[1]?.declaredShare).toBe(0.04);
    expect(read(serum('Aqua, Niacinamide', { declaredShares: null })).tokens[1]?.declaredShare).toBeUndefined();
  });

  it('gives way to the one that the list prints beside the name', () => {
    const declaredShares = { Niacinamide: 0.04 };
    expect(read(serum('Aqua, Niacinamide 2%', { declaredShares })).tokens[1]?.declaredShare).toBe(0.02);
  });
});

describe('a list is incomplete', () => {
  it.each([
    ['a sunscreen without a filter', serum('Aqua, Glycerin', { category: 'SUNSCREEN' })],
    ['a product against acne without an active', named('Acne Gel', 'Aqua, Glycerin')],
    ['a product named for an active that no name bears', named('Retinol Serum', 'Aqua, Glycerin')],
    [
      'a list whose title names an active that it does not hold',
      named('Set', 'Retinol Renewal Serum: Water, Squalane'),
    ],
    [
      'a kit of which one list does not hold what its title names',
      named('Set', 'Retinol Serum: Aqua, Squalane. Day Cream: Aqua, Glycerin, Retinol.'),
    ],
    ['a product named for an active that stops two days before a session', named('Bakuchiol Serum', 'Aqua, Glycerin')],
    ['a list whose last name breaks off', serum('Aqua, Glycerin, Sodium Hyalur')],
    ['a kit of which one list breaks off', named('Kit', 'Cream: Aqua, Panthenol, Sodium Hyalur. Gel: Aqua, Glycerin.')],
  ])('as that of %s', (_, product) => {
    expect(stateOf(product)).toBe('INCOMPLETE');
  });

  it.each([
    ['a sunscreen with a filter', serum('Aqua, Zinc Oxide', { category: 'SUNSCREEN' })],
    ['a product against acne with an active', named('Acne Gel', 'Aqua, Salicylic Acid')],
    ['a product named for the active that it bears', named('Retinol Serum', 'Aqua, Retinol')],
    ['a product named for kin of what it bears', named('Retinol Serum', 'Aqua, Retinal')],
    [
      'a product named for what has two classes, of which it bears one',
      named('Ascorbyl Nicotinate Serum', 'Aqua, Methyl Nicotinate'),
    ],
    ['a product named for what needs no stop', named('Panthenol Serum', 'Aqua, Glycerin')],
    ['a product named for what stops one day before a session', named('Arbutin Serum', 'Aqua, Glycerin')],
    ['a product named for an enzyme, which is also a fruit', named('Papaya Cream', 'Aqua, Glycerin')],
    ['a product named for what rubs, which is also a colour or a scent', named('Pumice Cream', 'Aqua, Glycerin')],
    ['a list in whose midst a name breaks off', serum('Aqua, Sodium Hyalur, Glycerin')],
  ])('but not as that of %s', (_, product) => {
    expect(stateOf(product)).toBe('LISTED');
  });
});

describe('what a pack names beside a list that is not whole', () => {
  const mentioned = (product: Formula): string[] =>
    read(product)
      .taggings.filter((one) => one.mentioned === true)
      .map(({ tag }) => tag.id);

  it('counts, from its name and its claims', () => {
    expect(mentioned(named('Retinol Serum', ''))).toContain('retinol');
    expect(mentioned(serum('', { claims: 'With glycolic acid.' }))).toContain('aha');
    expect(mentioned(serum('Aqua, Glycerin, …', { claims: 'With retinol.' }))).toContain('retinol');
  });

  it('counts from the highlights that stand where the list should', () => {
    const highlights = serum('-2% Retinol Complex: Helps to smooth the look of fine lines');
    expect([stateOf(highlights), mentioned(highlights)]).toEqual(['MISSING', ['retinol']]);
    expect(mentioned(serum('Key Ingredients: Retinol, Squalane. Ingredients: Aqua, Talc'))).toEqual([]);
  });

  it('counts in one order, wherever it is named', () => {
    const both = ['arbutin', 'retinol'];
    expect(mentioned(named('Retinol Serum', '', { claims: 'With arbutin.' }))).toEqual(both);
    expect(mentioned(named('Arbutin Serum', '', { claims: 'With retinol.' }))).toEqual(both);
  });

  it('counts in a remark between the names of a whole list too, and never as a name of it', () => {
    const remark = serum('Aqua, Glycerin, this formula contains retinol, Panthenol');
    expect([stateOf(remark), mentioned(remark)]).toEqual(['LISTED', ['retinol']]);
    expect(read(remark).tokens.map(({ printed }) => printed)).toEqual(['Aqua', 'Glycerin', 'Panthenol']);
  });

  it('counts also in a sentence that interrupts a list', () => {
    const sentence = 'Aqua, Glycerin, made with retinol for your skin, Panthenol';
    expect(mentioned(serum(sentence))).toContain('retinol');
  });

  it('does not count beside a whole list', () => {
    expect(mentioned(serum('Aqua, Glycerin', { claims: 'With retinol.' }))).toEqual([]);
  });
});

describe('below the one-percent line', () => {
  const course = (label: string, id: string): object => tagging(serum(label), id).course;

  it('what only its dose makes strict asks for caution while channels are open, and for nothing later', () => {
    expect(course('Aqua, Phenoxyethanol, Squalane', 'squalane')).toMatchObject({
      cells: { OPEN_CHANNELS: 'C', EARLY_RECOVERY: 'K' },
      trace: 'NONE',
    });
    expect(course('Aqua, Squalane, Phenoxyethanol', 'squalane')).toMatchObject({ trace: 'DOSE' });
  });

  it('what is held asks for caution for as long', () => {
    const { course, ladderId } = tagging(serum('Aqua, Phenoxyethanol, Arbutin'), 'arbutin');
    expect(course).toMatchObject({
      cells: { OPEN_CHANNELS: 'X', EARLY_RECOVERY: 'K' },
      cautionHours: { shallow: 48, deep: 120 },
    });
    expect(course.holdHours).toBeUndefined();
    expect(ladderId).not.toBe(tagging(serum('Aqua, Arbutin, Phenoxyethanol'), 'arbutin').ladderId);
  });
});

describe('relief', () => {
  const relief = (id: string, label: string, rest: Partial<Formula> = {}): string =>
    tagging(serum(label, rest), id).relief;
  const wash = { category: 'CLEANSER', rinseOff: true } as const;

  it('comes from rinsing off: from late recovery on, or at once where only the dose makes strict', () => {
    expect(relief('arbutin', 'Aqua, Arbutin', wash)).toBe('STEP_FROM_LATE');
    expect(relief('squalane', 'Aqua, Squalane', wash)).toBe('STEP_ALWAYS');
    expect(relief('squalane', 'Aqua, Squalane')).toBe('NONE');
  });

  it('is late for what sensitises, and none for what is potent at a trace or rubs', () => {
    expect(relief('lanolin', 'Aqua, Lanolin', wash)).toBe('STEP_FROM_LATE');
    expect(relief('retinol', 'Aqua, Retinol', wash)).toBe('NONE');
    expect(relief('abrasive', 'Aqua, Pumice', wash)).toBe('NONE');
  });

  it.each(['FA', 'AL', 'Rx', 'PS', 'GR'] as const)('is late for all that bears the flag %s', (flag) => {
    const data = loadKnowledge();
    const tags = data.tags.map((tag) => (tag.id === 'squalane' ? { ...tag, flags: [flag] } : tag));
    const { taggings } = readFormula(new Knowledge({ ...data, tags }), serum('Squalane', wash));
    expect(taggings.map(({ tag, relief }) => [tag.id, relief])).toContainEqual(['squalane', 'STEP_FROM_LATE']);
  });

  it('is none in a case that says so', () => {
    expect(relief('surfactant_harsh', 'Aqua, Sodium Laureth Sulfate', wash)).toBe('NONE');
    expect(relief('surfactant_harsh', 'Aqua, Sodium Lauryl Sulfate', wash)).toBe('STEP_FROM_LATE');
  });

  it('comes from being a sunscreen, but not to a name among its first three that nobody can place', () => {
    const sun = { category: 'SUNSCREEN' } as const;
    expect(relief('unread', 'Aqua, Zinc Oxide, Glycerin, Xqzzk Vorp', sun)).toBe('SUNSCREEN');
    expect(relief('unread', 'Aqua, Zinc Oxide, Xqzzk Vorp', sun)).toBe('NONE');
    expect(relief('comedogenic_oil', 'Isopropyl Myristate, Zinc Oxide', sun)).toBe('SUNSCREEN');
  });
});

describe('a class reads as another where it says so', () => {
  it('as phototoxic oil rinsed off, which counts as essential oil', () => {
    const label = 'Aqua, Citrus Aurantium Bergamia Fruit Oil';
    expect(classes(serum(label))).toContain('phototoxic');
    expect(classes(serum(label, { category: 'CLEANSER' }))).not.toContain('phototoxic');
    expect(classes(serum(label, { category: 'CLEANSER' }))).toContain('essential_oil');
  });
});

describe('a Drug Facts panel', () => {
  it('is known by its label, also where the feed does not say so', () => {
    const drug = serum('Active Ingredients: Zinc Oxide 20%. Inactive Ingredients: Water, Glycerin', {
      category: 'SUNSCREEN',
    });
    expect(read(drug).formula.drugFacts).toBe(true);
    expect(read(serum('Aqua, Glycerin')).formula.drugFacts).toBeUndefined();
    const told = { ...drug, id: 'told', drugFacts: true };
    expect(read(told).formula).toBe(told);
  });
});

describe('a whole reading', () => {
  it('is the ground on which circumstances are asked again', () => {
    const reading = read(serum('Aqua, Panthenol', { category: 'CLEANSER' }));
    const scenery = sceneryOf(reading);
    expect(scenery.neighbours.map(({ ingredient }) => ingredient.id)).toEqual(['aqua', 'panthenol']);
    expect(scenery.rinsedOff).toBe(true);
  });
});

describe('a name that nobody can place', () => {
  it.each([
    ['Menthol Crystals', ['cooling', 'fragrance_allergen', 'unread']],
    ['Retinol-infused liposomes', ['retinol', 'unread']],
    ['Glycolic Acid blend of ours', ['aha', 'unread']],
  ])('counts as the hazard that it names: %s', (name, tags) => {
    const [, , token] = read(named('Cream', `Aqua, Glycerin, ${name}, Panthenol`)).tokens;
    expect([token?.recognised, token?.tags]).toEqual([false, tags]);
  });

  it('stands with the hazard that it names where the list puts it', () => {
    const course = (label: string): object => tagging(serum(label), 'arbutin').course;
    const below = course('Aqua, Phenoxyethanol, Arbutin');
    expect(course('Aqua, Phenoxyethanol, Arbutin crystals')).toEqual(below);
    expect(course('Aqua, Arbutin crystals, Phenoxyethanol')).not.toEqual(below);
  });

  it('gains nothing from what is harmless in it', () => {
    const [, , token] = read(named('Cream', 'Aqua, Glycerin, Panthenol blend of ours, Betaine')).tokens;
    expect(token?.tags).toEqual(['unread']);
  });
});

describe('what a pack names outside its list', () => {
  const plain = 'Aqua, Glycerin, Panthenol, Phenoxyethanol';

  it('counts where a bracket says that a name contains it, and not where the bracket is another name', () => {
    expect(read(named('Cream', `${plain} (contains Retinol)`)).tokens[3]?.tags).toContain('retinol');
    expect(read(named('Cream', 'Aqua, Ascorbyl Glucoside (Vitamin C)')).tokens[1]?.tags).toEqual(['vitc_ws']);
  });

  it.each(['Zyvor (with Retinol)', 'Zyvor [incl. Retinol]', 'Glycerin (contains Retinol, Glycerin)'])(
    'counts however a bracket puts it: %s',
    (printed) => {
      expect(read(serum(`Aqua, ${printed}, Panthenol`)).tokens[1]?.tags).toContain('retinol');
    },
  );

  it('has in a bracket the place of the name before it', () => {
    const course = (label: string): object => tagging(serum(label), 'arbutin').course;
    expect(course('Aqua, Phenoxyethanol, Urea (contains Arbutin)')).toEqual(course('Aqua, Phenoxyethanol, Arbutin'));
    expect(course('Aqua, Urea (contains Arbutin), Phenoxyethanol')).toEqual(course('Aqua, Arbutin, Phenoxyethanol'));
  });

  it('does not count where the bracket says something else', () => {
    expect(read(serum('Aqua, Glycerin (within Retinol), Urea')).tokens[1]?.tags).toEqual(['glycerin']);
  });

  it.each(['Glycolic Toner', '10% Lactic', 'Salicylic Serum', 'Exfoliating Lotion', 'Apricot Scrub', 'Retin-A cream'])(
    'makes a list without it incomplete: %s',
    (name) => {
      expect(read(named(name, plain)).state).toBe('INCOMPLETE');
    },
  );
});
