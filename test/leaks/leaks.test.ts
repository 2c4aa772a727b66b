import type { Formula } from '../../src/core/formula.js';
import { rank } from '../../src/core/pair.js';
import type { FormulaReading } from '../../src/core/tagging/read-formula.js';
import type { SkinProfile } from '../../src/core/treatment.js';
import { CALM_SKIN, formula, HOUR, knowledge, read, UNKNOWN_SKIN } from '../support/world.js';
import { catalogs, DEMO_SHOP } from './catalogs.js';
import { leaksIn, NO_STRETCH, words, wordsOn, type Found, type Group, type RankedAt } from './leaks-in.js';

/** Holds of a skin that must be assumed to be sensitive: half as long again, until REINTRODUCTION ends. */
const UNKNOWN_STRETCH = { multiplier: 1.5, untilHour: 336 };

/** Reading a large catalog takes its time, on a busy machine above all. */
const READ_MS = 120_000;

const rankedAmong =
  (readings: readonly FormulaReading[], profile: SkinProfile): RankedAt =>
  (hour) =>
    new Set(
      rank(knowledge, readings, [{ concern: 'HYDRATION', weight: 1 }], HOUR(hour, profile)).ranked.map(
        ({ reading }) => reading.formula.id,
      ),
    );

describe.each(catalogs())('$name', ({ products }) => {
  let shop: Formula[];
  let readings: FormulaReading[];
  beforeAll(async () => {
    shop = await products();
    readings = shop.map(read);
  }, READ_MS);

  it('ranks no product inside the hold of a word on its label, for calm skin', () => {
    expect(leaksIn(shop, rankedAmong(readings, CALM_SKIN), NO_STRETCH)).toEqual([]);
  });

  it('ranks no product inside the longer hold of skin of which nothing is known', () => {
    expect(leaksIn(shop, rankedAmong(readings, UNKNOWN_SKIN), UNKNOWN_STRETCH)).toEqual([]);
  });

  it('ranks products with such words when their time has come', () => {
    const later = rankedAmong(readings, CALM_SKIN)(2000);
    const back = new Set(
      shop
        .filter(({ id }) => later.has(id))
        .flatMap(wordsOn)
        .map(({ group }) => group),
    );
    expect([...back]).toEqual(expect.arrayContaining<Group>(['RETINOID', 'AHA', 'BHA', 'PERFUME']));
  });
});

describe('the check for leaks', () => {
  it('has something to find in the demo shop, in every group', async () => {
    const shop = await DEMO_SHOP.products();
    const groups = new Set(shop.flatMap(wordsOn).map(({ group }) => group));
    expect([...groups].sort()).toEqual([...new Set(words().map(({ group }) => group))].sort());
  });

  it('looks for at least eighty words in ten groups', () => {
    expect(words().length).toBeGreaterThanOrEqual(80);
    expect(new Set(words().map(({ group }) => group)).size).toBe(10);
  });

  // a harmless list is read, and then the label is said to have held the word all along
  it.each(words().map((one) => [one.group, one.word, one] as const))(
    'turns red when a tagger is blind to %s: %s',
    (_, __, found) => {
      expect(leaksOfBlindTagger(found)).toContainEqual(
        expect.objectContaining({ group: found.group, word: found.word }),
      );
    },
  );

  it('stays green on the harmless list itself', () => {
    expect(leaksIn([HARMLESS], rankedAmong([read(HARMLESS)], CALM_SKIN), NO_STRETCH)).toEqual([]);
  });

  const HARMLESS = formula('Plain serum', 'Aqua, Glycerin, Panthenol, Sodium Hyaluronate');

  function leaksOfBlindTagger({ word }: Found) {
    const printed = word.replace('*', 'Vera (Some)').toUpperCase();
    const planted: Formula = { ...HARMLESS, name: 'Grain scrub', label: `Aqua, Glycerin, ${printed}, Panthenol` };
    return leaksIn([planted], rankedAmong([{ ...read(HARMLESS), formula: planted }], CALM_SKIN), NO_STRETCH);
  }
});

describe('the words', () => {
  const found = (label: string, rest: Partial<Formula> = {}): string[] =>
    wordsOn(formula('Serum', label, rest)).map(({ word }) => word);
  const holdOf = (label: string, rest: Partial<Formula> = {}): number[] =>
    wordsOn(formula('Serum', label, rest)).map(({ holdHours }) => holdHours);

  it.each([
    'Aqua, Sodium Hyaluronate, Betaine, Stearic Acid, Tranexamic Acid',
    'Aqua, Ethylhexyl Salicylate, Butyloctyl Salicylate',
    'Aqua, Glycerin, Panthenol, Betaine, Squalane, Xanthan Gum, Phenoxyethanol, Citric Acid, Lactic Acid',
    'Aqua, Glycerin, Phenoxyethanol, Salicylic Acid, Gluconolactone',
    'Aqua, 3-O-Ethyl Ascorbic Acid, Ascorbyl Glucoside',
    'Silica, Mica, Polyethylene, Jojoba Esters, Sucrose',
    'Aqua, Lavandula Angustifolia Flower Water, Citrus Limon Seed Oil, Rosa Canina Seed Oil',
    'Aqua, Glycerin. Fragrance-free. Without parfum, no fragrance',
    'Aqua, Panthenol, Retinal-free, t-Butyl Hydroquinone',
    'Lactic Acid/Glycolic Acid Copolymer, PEG-8, Polyethylene Glycol, Polyethylene Terephthalate, Cetyl Alcohol, Tocopherol',
  ])('are none in: %s', (label) => {
    expect(found(label)).toEqual([]);
  });

  it.each<[label: string, word: string, rest: Partial<Formula>]>([
    ['Aqua/Water/Eau, RETINOL', 'retinol', {}],
    ['Aqua, Lactic Acid, Phenoxyethanol', 'lactic acid', {}],
    ['Aqua, Citric Acid', 'citric acid', {}],
    ['Aqua, Glycerin, A, B, C, D, Citric Acid', 'citric acid', { name: 'Fresh Peel' }],
    ['Aqua, Phenoxyethanol, Salicylic Acid', 'salicylic acid', { claims: 'Fights acne.' }],
    ['Aqua, Betaine Salicylate', 'betaine salicylate', {}],
    ['Aqua, Benzyl Salicylate', 'benzyl salicylate', {}],
    ['Aqua, Capryloyl Salicylic Acid', 'capryloyl salicylic acid', {}],
    ['Aqua, Silica', 'silica', { category: 'EXFOLIANT' }],
    ['Juglans Regia (Walnut) Shell Powder', 'juglans regia * shell', {}],
    ['Aqua, Lavandula Angustifolia (Lavender) Flower Oil', 'lavandula * oil', {}],
    ['Aqua, Parfum (Fragrance), Linalool*', 'parfum', {}],
    ['<p>Aqua</p>, Citrus Aurantium Dulcis (Orange) Peel Oil Expressed', 'citrus * oil', {}],
    ['Aqua, L-Ascorbic Acid 15%', 'l-ascorbic acid', {}],
  ])('are found in: %s', (label, word, rest) => {
    expect(found(label, rest)).toContain(word);
  });

  it('give vitamin C at a trace three days, unless the name promises it', () => {
    expect(holdOf('Aqua, Phenoxyethanol, Ascorbic Acid')).toEqual([72]);
    expect(holdOf('Aqua, Phenoxyethanol, Ascorbic Acid', { name: 'Vitamin C Drops' })).toEqual([168]);
    expect(holdOf('Aqua, Ascorbic Acid, Phenoxyethanol')).toEqual([168]);
  });
});
