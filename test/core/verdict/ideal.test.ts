import type { Formula } from '../../../src/core/formula.js';
import type { Verdict } from '../../../src/core/vocabulary.js';
import { formula, HOUR, judged, read } from '../../support/world.js';

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
    const filter = 'Aqua, Xanthan Gum, Phenoxyethanol, Zinc Oxide';
    const sunscreen = serum(filter, { category: 'SUNSCREEN', spf: 50 });
    expect(at(RECOVERING, sunscreen)).toBe('IDEAL');
    expect(at(RECOVERING, serum(filter))).toBe('SUITABLE');
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

  it('also by a trace of a peptide, which works at one', () => {
    expect(at(LATER, serum('Aqua, Phenoxyethanol, Palmitoyl Pentapeptide-4'))).toBe('IDEAL');
  });

  it('by its filters as a sunscreen only', () => {
    const label = 'Aqua, Zinc Oxide, Xanthan Gum';
    expect(at(LATER, serum(label, { category: 'SUNSCREEN', spf: 50 }))).toBe('IDEAL');
    expect(at(LATER, serum(label))).toBe('SUITABLE');
  });

  it('never as a cleanser', () => {
    const cleanser = serum('Aqua, Glycerin, Panthenol, Niacinamide', { category: 'CLEANSER', rinseOff: true });
    expect([at(RECOVERING, cleanser), at(LATER, cleanser)]).toEqual(['IDEAL', 'SUITABLE']);
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
