import type { Formula } from '../../../src/core/formula.js';
import { Knowledge, type Efficacy } from '../../../src/core/knowledge.js';
import { assess, consult } from '../../../src/core/pair.js';
import { readFormula } from '../../../src/core/tagging/read-formula.js';
import { idealPhases } from '../../../src/core/verdict/ideal.js';
import type { Verdict } from '../../../src/core/vocabulary.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { formula, HOUR, judged, knowledge, read } from '../../support/world.js';

const at = (hour: number, product: Formula): Verdict => judged(product, HOUR(hour)).verdict;
const serum = (label: string, rest: Partial<Formula> = {}): Formula => formula('Dew', label, rest);
const RECOVERING = 100;
const LATER = 2000;

describe('while skin recovers a product is ideal', () => {
  it('where something soothes, hydrates or rebuilds', () => {
    expect(at(RECOVERING, serum('Aqua, Panthenol, Xanthan Gum'))).toBe('IDEAL');
    expect(at(RECOVERING, serum('Aqua, Xanthan Gum'))).toBe('SUITABLE');
  });

  it('only where that is more than a trace: before the marker or among the first eight', () => {
    expect(at(RECOVERING, serum('Aqua, Xanthan Gum, Phenoxyethanol, Panthenol'))).toBe('IDEAL');
    const filler = 'Propanediol, Butylene Glycol, Pentylene Glycol, Caprylyl Glycol, Xanthan Gum, Carbomer';
    expect(at(RECOVERING, serum(`Aqua, ${filler}, Dimethicone, Panthenol`))).toBe('IDEAL');
    expect(at(RECOVERING, serum(`Phenoxyethanol, Aqua, ${filler}, Panthenol`))).toBe('SUITABLE');
  });

  it('not by petrolatum before late recovery', () => {
    const balm = serum('Petrolatum, Xanthan Gum', { category: 'BALM' });
    expect([30, 72].map((hour) => at(hour, balm))).toEqual(['SUITABLE', 'IDEAL']);
  });

  it('by a mineral filter in a sunscreen, wherever it stands, and in nothing else', () => {
    const filter =
      'Aqua, Propanediol, Butylene Glycol, Pentylene Glycol, Xanthan Gum, Carbomer, Phenoxyethanol, Tocopherol, Zinc Oxide';
    const sunscreen = serum(filter, { category: 'SUNSCREEN', spf: 50 });
    expect(at(RECOVERING, sunscreen)).toBe('IDEAL');
    expect(at(RECOVERING, serum(filter))).toBe('SUITABLE');
  });

  it('not by what only the build of its name tells', () => {
    const family = serum('Aqua, Ceramide 9, Xanthan Gum');
    expect(read(family).tokens[1]).toMatchObject({ recognised: true, ingredients: [], tags: ['ceramides'] });
    expect(at(RECOVERING, family)).toBe('SUITABLE');
    expect(at(RECOVERING, serum('Aqua, Ceramide NP, Xanthan Gum'))).toBe('IDEAL');
  });

  it('not where what is meant is merely spelt nearly', () => {
    const near = serum('Aqua, Panthenole, Xanthan Gum');
    expect(read(near).tokens[1]?.certainty).toBe('NEAR');
    expect(judged(near, HOUR(400)).reasons.map(({ code }) => code)).not.toContain('BENEFIT');
  });

  it('in the first day only from a sterile single dose', () => {
    const label = 'Aqua, Sodium Hyaluronate, Panthenol';
    expect(at(12, serum(label))).toBe('SUITABLE');
    expect(at(12, serum(label, { sterile: true }))).toBe('IDEAL');
    expect(at(5, serum(label, { sterile: true }))).toBe('CAUTION');
  });
});

describe('from remodelling on a product is ideal', () => {
  it('by an active with good evidence, and no more by what merely hydrates', () => {
    expect(at(LATER, serum('Aqua, Niacinamide, Xanthan Gum'))).toBe('IDEAL');
    expect(at(LATER, serum('Aqua, Allantoin, Sodium Hyaluronate'))).toBe('SUITABLE');
  });

  it('only where its place or a declared share says that there is enough of it', () => {
    const trace = 'Aqua, Phenoxyethanol, Niacinamide';
    expect(at(LATER, serum(trace))).toBe('SUITABLE');
    expect(at(LATER, serum(trace, { declaredShares: { Niacinamide: 0.01 } }))).toBe('IDEAL');
    expect(at(LATER, serum('Niacinamide 4%, Aqua, Glycerin', { drugFacts: true }))).toBe('IDEAL');
    expect(at(LATER, serum('Niacinamide, Aqua, Glycerin', { drugFacts: true }))).toBe('SUITABLE');
  });

  it('also by a trace of a peptide or a growth factor, which work at one', () => {
    expect(at(LATER, serum('Aqua, Phenoxyethanol, Palmitoyl Pentapeptide-4'))).toBe('IDEAL');
    expect(at(LATER, serum('Aqua, Phenoxyethanol, sh-Oligopeptide-1'))).toBe('IDEAL');
  });

  it('by a trace of any peptide, should its evidence become good', () => {
    const data = loadKnowledge();
    const tags = ['peptide_neuro', 'copper_peptide', 'retinol'];
    const [row] = data.efficacy.filter(({ subject }) => subject.ingredients?.includes('palmitoyl-pentapeptide-4'));
    const proven = new Knowledge({ ...data, efficacy: [{ ...row, subject: { tags } } as Efficacy] }); // the seeds hold it
    const later = (name: string): Verdict => {
      const reading = readFormula(proven, serum(`Aqua, Phenoxyethanol, ${name}`));
      return assess(proven, reading, consult(proven, HOUR(LATER))).verdict;
    };
    expect(['Acetyl Hexapeptide-8', 'Copper Tripeptide-1', 'Retinol'].map(later)).toEqual([
      'IDEAL',
      'IDEAL',
      'SUITABLE',
    ]);
  });

  it.each(['Zinc Oxide', 'Octocrylene'])('by its filters as a sunscreen only: %s', (filter) => {
    const label = `Aqua, ${filter}, Xanthan Gum`;
    expect(at(LATER, serum(label, { category: 'SUNSCREEN', spf: 50 }))).toBe('IDEAL');
    expect(at(LATER, serum(label))).toBe('SUITABLE');
    expect(at(LATER, serum(label, { category: 'CREAM', spf: 30 }))).toBe('SUITABLE');
    const trace = `Aqua, Xanthan Gum, Phenoxyethanol, ${filter}`;
    expect(at(LATER, serum(trace, { category: 'SUNSCREEN', spf: 50 }))).toBe('IDEAL');
  });

  it('never as a cleanser', () => {
    const cleanser = serum('Aqua, Glycerin, Panthenol, Niacinamide', { category: 'CLEANSER', rinseOff: true });
    expect([at(RECOVERING, cleanser), at(LATER, cleanser)]).toEqual(['IDEAL', 'SUITABLE']);
  });
});

describe('the phases in which a product may be ideal', () => {
  const phases = (label: string, rest: Partial<Formula> = {}): readonly string[] =>
    idealPhases(knowledge, read(serum(label, rest)));
  const RECOVERY = ['EARLY_RECOVERY', 'LATE_RECOVERY', 'REINTRODUCTION'];

  it('are those in which its ingredients do what the phase asks for', () => {
    expect(phases('Aqua, Allantoin, Xanthan Gum')).toEqual(RECOVERY);
    expect(phases('Aqua, Niacinamide, Xanthan Gum')).toEqual([...RECOVERY, 'REMODELLING', 'MAINTENANCE']);
    expect(phases('Aqua, Allantoin, Xanthan Gum', { sterile: true })).toEqual(['OPEN_CHANNELS', ...RECOVERY]);
    expect(phases('Aqua, Xanthan Gum')).toEqual([]);
  });

  it.each(['Panthenol Cream', 'Alcohol Denat. Toner'])('are none where only a name tells what is in it: %s', (name) => {
    expect(idealPhases(knowledge, read(formula(name, '')))).toEqual([]);
  });

  it.each(['MAKEUP', 'EXFOLIANT', 'DEVICE', 'OTHER'] as const)('are none for %s', (category) => {
    expect(phases('Aqua, Panthenol, Niacinamide', { category })).toEqual([]);
  });
});

describe('a product is never ideal', () => {
  it('before the session', () => {
    expect(at(-1000, serum('Aqua, Panthenol, Niacinamide'))).toBe('SUITABLE');
  });

  it.each(['MAKEUP', 'EXFOLIANT', 'DEVICE', 'OTHER'] as const)('as %s', (category) => {
    for (const hour of [RECOVERING, LATER])
      expect(at(hour, serum('Aqua, Panthenol, Niacinamide', { category }))).not.toBe('IDEAL');
  });

  it('with something to know about it', () => {
    expect(at(LATER, serum('Aqua, Niacinamide, Parfum'))).toBe('SUITABLE');
  });

  it('with drying alcohol among the first four names that stay on the skin', () => {
    const first = 'Aqua, Niacinamide, Alcohol Denat., Glycerin';
    expect(at(LATER, serum(first))).toBe('SUITABLE');
    expect(at(LATER, serum('Aqua, Niacinamide, Glycerin, Panthenol, Alcohol Denat.'))).toBe('IDEAL');
  });

  it('where it fits only because it is rinsed off', () => {
    const wash = serum('Aqua, Panthenol, Glycerin, Sodium Lauryl Sulfate', { category: 'CLEANSER', rinseOff: true });
    const mild = serum('Aqua, Panthenol, Glycerin, Decyl Glucoside', { category: 'CLEANSER', rinseOff: true });
    expect(at(200, mild)).toBe('IDEAL');
    expect(at(200, wash)).not.toBe('IDEAL');
  });

  it('as a kit of which one list does nothing', () => {
    const kit = (second: string): Formula => formula('Kit', `Cream: Aqua, Panthenol. Gel: Aqua, ${second}.`);
    expect(read(kit('Xanthan Gum')).label.lists).toHaveLength(2);
    expect(at(RECOVERING, kit('Xanthan Gum'))).toBe('SUITABLE');
    expect(at(RECOVERING, kit('Allantoin'))).toBe('IDEAL');
  });
});
