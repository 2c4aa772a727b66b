import * as fc from 'fast-check';
import { comparisonKey } from '../../src/core/inci/keys.js';
import type { Formula } from '../../src/core/formula.js';
import type { Circumstance, HoursByDepth, Ingredient, Tag } from '../../src/core/knowledge.js';
import type { WeightedConcern } from '../../src/core/ranking/score.js';
import type { SkinProfile, Treatment } from '../../src/core/treatment.js';
import { CATEGORY, CONCERN } from '../../src/core/vocabulary.js';
import { knowledge } from './world.js';

/**
 * Products, treatments and skins at random, drawn from what the seeds really hold: a law that holds for invented names
 * only would say little.
 */

/** How many cases a law is tried on. `LAW_RUNS=100000 LAW_SEED=7` looks deeper, by hand. */
const RUNS = Number(process.env.LAW_RUNS ?? 1000);
/** Fixed, so that a change is red because of the change. */
const SEED = Number(process.env.LAW_SEED ?? 20261125);

/** Holds a law to at least a thousand cases; what breaks it is shown as small as it can be made. */
export function law<T>(cases: fc.Arbitrary<T>, holds: (one: T) => void): void {
  fc.assert(fc.property(cases, holds), { numRuns: RUNS, seed: SEED });
}

// ---------- names ----------

/** Long enough that channels closing is not all that a hold marks. */
const LONG_HOLD_HOURS = 24;

const tagsOf = (ingredient: Ingredient): Tag[] => ingredient.tags.map(({ tag }) => knowledge.tag(tag));
const holds = ({ holdHours }: Tag): boolean => holdHours === 'never' || (holdHours?.deep ?? 0) > LONG_HOLD_HOURS;
const inci = (ingredients: readonly Ingredient[]): fc.Arbitrary<string> =>
  fc.constantFrom(...ingredients.map((ingredient) => ingredient.inci));

const hazards = knowledge.ingredients.filter((ingredient) => tagsOf(ingredient).some(holds));
const harmless = knowledge.ingredients.filter((ingredient) => !hazards.includes(ingredient));
const markers = knowledge.ingredients.filter(({ marker }) => marker === 'STRONG');
/** names that are read differently by their place, their pack or their neighbours */
const changeable = knowledge.ingredients.filter(
  (ingredient) => ingredient.bulk === true || ingredient.tags.some(({ when }) => when !== undefined),
);
const aliased = knowledge.ingredients.flatMap(({ aliases }) => aliases);

const LETTERS = [...'abcdefghiklmnoprstuvxyz'];

/** One slip of the pen: a letter changed, left out, doubled, or two that change places. */
export function misspelt(name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(name, fc.nat(), fc.constantFrom('CHANGED', 'LEFT_OUT', 'DOUBLED', 'SWAPPED'), fc.constantFrom(...LETTERS))
    .map(([right, place, slip, letter]) => {
      const at = 1 + (place % Math.max(1, right.length - 2));
      const here = right.charAt(at);
      if (!/[a-z]/i.test(here)) return right;
      const parts = { CHANGED: letter, LEFT_OUT: '', DOUBLED: here + here, SWAPPED: right.charAt(at + 1) + here };
      return right.slice(0, at) + parts[slip] + right.slice(at + (slip === 'SWAPPED' ? 2 : 1));
    });
}

/** A name that nobody knows. */
export const unknownName: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('Zyvor', 'Quazil', 'Brempt', 'Ulkovar', 'Wixon'),
    fc.constantFrom('ethyl', 'idine', 'oxane', 'amide'),
    fc.constantFrom(' Jexylate', ' Vorp', ' 77X', ''),
  )
  .map((parts) => parts.join(''));

/** A plant that the seeds do not name. */
const botanical: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('Fictiva Montana', 'Hortensis Novella', 'Planta Imaginaria'),
    fc.constantFrom(' Leaf Extract', ' Flower Water', ' Seed Oil', ' Fruit Juice', ' Leaf Oil', ' Root Powder'),
  )
  .map((parts) => parts.join(''));

/** A name of the seeds, as the seeds write it. */
export const knownName: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: inci(harmless) },
  { weight: 3, arbitrary: inci(hazards) },
  { weight: 3, arbitrary: inci(changeable) },
  { weight: 1, arbitrary: inci(markers) },
  { weight: 1, arbitrary: fc.constantFrom(...aliased) },
);

/** Any name, as labels print it: known, misspelt, unknown, with a percentage or a star. */
export const printedName: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: knownName },
      { weight: 1, arbitrary: misspelt(knownName) },
      { weight: 1, arbitrary: botanical },
      { weight: 1, arbitrary: unknownName },
    ),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(' 0.1%', ' (0.5 %)', ' 2%', ' 12 %', '*') },
    ),
  )
  .map((parts) => parts.join(''));

/** A name, and another in whose presence it is read differently: what adding a name is likeliest to go wrong with. */
export const nameAndNeighbour: fc.Arbitrary<{ name: string; neighbour: string }> = fc
  .constantFrom(
    ...knowledge.ingredients
      .map((one) => ({ one, others: neighboursOf(one) }))
      .filter(({ others }) => others.length > 0),
  )
  .chain(({ one, others }) => fc.record({ name: fc.constant(one.inci), neighbour: inci(others) }));

function neighboursOf({ tags: given }: Ingredient): Ingredient[] {
  const tags = given.map(({ tag }) => knowledge.tag(tag));
  const circumstances = [
    ...given.map(({ when }) => when),
    ...tags.flatMap((tag) => [...tag.cases, ...tag.also].map(({ when }) => when)),
  ].flatMap(partsOf);
  const besideTags = circumstances.flatMap((when) => [...(when.besideTags ?? []), ...(when.besideTagsAboveLine ?? [])]);
  const besideNames = circumstances.flatMap((when) => when.besideInFirst?.ingredients ?? []);
  return knowledge.ingredients.filter(
    ({ id, tags }) => besideNames.includes(id) || tags.some(({ tag }) => besideTags.includes(tag)),
  );
}

function partsOf(when: Circumstance | undefined): Circumstance[] {
  return when === undefined ? [] : [when, ...partsOf(when.not), ...(when.any ?? []).flatMap(partsOf)];
}

/** Names whose order speaks of amounts, and one more after which it no longer can: an alphabet, or bulk after a marker. */
export const namesAndLastStraw: fc.Arbitrary<{ names: string[]; straw: string }> = fc
  .tuple(
    fc.oneof(
      fc.array(knownName, { maxLength: 4 }),
      nameAndNeighbour.map(({ name, neighbour }) => [name, neighbour]),
    ),
    fc.array(knownName, { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .chain(([first, then, byAlphabet]) =>
    byAlphabet
      ? fc.record({
          names: fc.constant([...first, ...then.sort(byKey)]),
          straw: fc.constantFrom('Zinc PCA', 'Zea Mays Starch', 'Zinc Oxide'),
        })
      : fc.record({
          names: inci(markers).map((marker) => [...first, marker, ...then]),
          straw: fc.oneof(
            inci(knowledge.ingredients.filter(({ bulk }) => bulk === true)),
            fc.constant('Panthenol 5 %'),
          ),
        }),
  );

function byKey(one: string, other: string): number {
  return comparisonKey(one) < comparisonKey(other) ? -1 : 1;
}

// ---------- products ----------

const CLAIM_PHRASES = knowledge.claims.flatMap(({ words }) => words.map((words) => words.replace('*', '')));

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 4): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq });

/** What a pack says beside its list. */
const pack = fc.record({
  category: fc.oneof(
    fc.constantFrom('SERUM', 'CREAM', 'CLEANSER', 'SUNSCREEN'),
    fc.constantFrom(...Object.values(CATEGORY)),
  ),
  rinseOff: fc.boolean(),
  form: maybe(fc.constantFrom('gel', 'sheet mask', 'powder', 'pad'), 2),
  words: maybe(fc.constantFrom(...CLAIM_PHRASES)),
  claims: maybe(fc.constantFrom(...CLAIM_PHRASES, 'gentle', 'rinse after 10 minutes'), 2),
  ph: maybe(fc.constantFrom(3, 3.5, 4.2, 5.5, 7), 2),
  spf: maybe(fc.constantFrom(15, 50), 2),
  drugFacts: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  sterile: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
type Pack = typeof pack extends fc.Arbitrary<infer T> ? T : never;

/** A product before its list is written out, so that a law can change one thing about it. */
export interface Draft extends Pack {
  readonly names: readonly string[];
  readonly mayContain: readonly string[];
  /** of a US drug, before the names, which are then its inactive ingredients */
  readonly actives: readonly string[];
  /** ends with a full stop */
  readonly closed: boolean;
  /** place in the list → share that the brand states */
  readonly declared: readonly { readonly place: number; readonly share: number }[];
}

export const draft: fc.Arbitrary<Draft> = fc
  .record({
    pack,
    closed: fc.boolean(),
    names: fc.array(printedName, { minLength: 1, maxLength: 24 }),
    mayContain: fc.oneof(
      { weight: 9, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.array(inci(hazards), { minLength: 1, maxLength: 3 }) },
    ),
    actives: fc.oneof(
      { weight: 9, arbitrary: fc.constant<string[]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          inci(hazards).map((name) => `${name} 3%`),
          { minLength: 1, maxLength: 3 },
        ),
      },
    ),
    declared: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.record({ place: fc.nat(5), share: fc.constantFrom(0.001, 0.005, 0.02, 0.1, 0.25) }), {
          maxLength: 2,
        }),
      },
    ),
  })
  .map(({ pack, ...list }) => ({ ...pack, ...list }));

/** The product of a draft. Its id is its name, so tell several apart with `id`. */
export function written(draft: Draft, id = 'p'): Formula {
  const { names, mayContain, actives, closed, declared, words, ...rest } = draft;
  const shares = declared.flatMap(({ place, share }) => {
    const name = names[place];
    return name === undefined ? [] : [[name, share] as const];
  });
  return {
    ...rest,
    id,
    brand: 'Lindgrove',
    name: ['Dew', words, id].filter((part) => part !== undefined).join(' '),
    label: [
      actives.length === 0 ? '' : `Active Ingredients: ${actives.join(', ')}. Inactive Ingredients: `,
      names.join(', '),
      mayContain.length === 0 ? '' : `. May contain: ${mayContain.join(', ')}`,
      closed ? '.' : '',
    ].join(''),
    declaredShares: shares.length === 0 ? undefined : Object.fromEntries(shares),
  };
}

export const product: fc.Arbitrary<Formula> = draft.map((one) => written(one));

/** A product with or without a list; many share their name. */
const shopProduct = fc
  .tuple(
    draft,
    fc.constantFrom('LIST', 'LIST', 'LIST', 'LIST', 'NONE', 'CUT'),
    fc.constantFrom('Dew', 'Rain', undefined),
  )
  .map(([one, list, name]) => {
    const product = written(one);
    const label = list === 'NONE' ? '' : list === 'CUT' ? `${product.label}…` : product.label;
    return { ...product, label, name: name ?? product.name };
  });

const WAREHOUSE: readonly Formula[] = fc
  .sample(shopProduct, { numRuns: Math.max(500, RUNS / 10), seed: SEED })
  .map((product, index) => ({ ...product, id: `p${index}` }));

/** A product of a random warehouse: for laws that read many products and ask each of much. */
export const shelfProduct: fc.Arbitrary<Formula> = fc.constantFrom(...WAREHOUSE);
export const shop: fc.Arbitrary<Formula[]> = fc.uniqueArray(shelfProduct, { maxLength: 12 });

// ---------- moments and skins ----------

const DEPTHS = [0.1, 0.25, 0.3, 0.5, 0.51, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3.5];
export const depthMm: fc.Arbitrary<number> = fc.constantFrom(...DEPTHS);

/** Every hour at which something may change: ends of phases, holds and stretches of caution, stretched as skins stretch them. */
const BOUNDARIES = [
  ...new Set(baseHours().flatMap((hours) => [1, 1.25, 1.5, 2, 3].map((times) => Math.ceil(hours * times)))),
];

/** Hours from 0 on, often just before or at a boundary. */
export const hourAfter: fc.Arbitrary<number> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...BOUNDARIES), fc.constantFrom(0, 0, -0.001, 0.001))
    .map(([hour, by]) => Math.max(0, hour + by)),
  fc.integer({ min: 0, max: 1200 }),
  fc.constantFrom(0, 5.999, 6, 1008, 8760),
);
const hourBefore: fc.Arbitrary<number> = fc.integer({ min: -400, max: -1 });
export const hour: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: hourAfter },
  { weight: 1, arbitrary: hourBefore },
);

export const treatment: fc.Arbitrary<Treatment> = fc.record({
  device: fc.constantFrom('PEN', 'PEN', 'ROLLER', 'STAMP', 'RADIOFREQUENCY'),
  needleDepthMm: maybe(depthMm, 6),
  hoursSince: hour,
  performedBy: fc.constantFrom('PRACTITIONER', 'PRACTITIONER', 'AT_HOME', 'UNKNOWN'),
  area: fc.constantFrom('FACE', 'NECK', 'BODY'),
});

/** A skin without symptoms, and with no condition that refers. */
export const calmProfile: fc.Arbitrary<SkinProfile> = fc.record({
  fitzpatrick: maybe(fc.integer({ min: 1, max: 6 })),
  sensitive: maybe(fc.boolean()),
  acneProne: maybe(fc.boolean()),
  conditions: fc.subarray(['ROSACEA', 'ECZEMA', 'COLD_SORES'] as const, { maxLength: 1 }),
  symptoms: fc.constant([]),
  avoid: fc.oneof(
    { weight: 5, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.oneof(knownName, fc.constantFrom('retinoids', 'fragrance', 'xqzzk')), {
        minLength: 1,
        maxLength: 2,
      }),
    },
  ),
});

/** Any skin, also one that belongs to a practitioner. */
export const anyProfile: fc.Arbitrary<SkinProfile> = fc
  .tuple(
    calmProfile,
    fc.subarray(['PREGNANT', 'KELOID', 'ACTIVE_ACNE'] as const, { maxLength: 1 }),
    fc.subarray(['PUS', 'PERSISTENT_REDNESS'] as const, { maxLength: 1 }),
    fc.nat(4),
  )
  .map(([profile, conditions, symptoms, chance]) =>
    chance === 0 ? { ...profile, conditions: [...profile.conditions, ...conditions], symptoms } : profile,
  );

export const concerns: fc.Arbitrary<WeightedConcern[]> = fc.array(
  fc.record({
    concern: fc.constantFrom(...Object.values(CONCERN)),
    weight: fc.constantFrom(1, 2, 0.5, 1 / 3, 100),
  }),
  { minLength: 1, maxLength: 4 },
);

function baseHours(): number[] {
  const hours = (stretch: HoursByDepth | 'never' | undefined): number[] =>
    stretch === undefined || stretch === 'never' ? [] : [stretch.shallow, stretch.deep];
  const courses = knowledge.tags.flatMap((tag) => [tag, ...tag.cases]);
  const rows = knowledge.depthRows.flatMap((row) => [
    row.openUntilHour,
    row.earlyUntilHour,
    row.lateUntilHour,
    row.reintroductionUntilHour,
    row.spfFromHour,
  ]);
  const own = knowledge.tags.flatMap((tag) => [tag.reactiveHoldHours ?? 0, tag.acneProneCautionHours ?? 0]);
  return [
    ...new Set([
      ...rows,
      ...own,
      96,
      120,
      ...courses.flatMap((course) => [...hours(course.holdHours), ...hours(course.cautionHours)]),
    ]),
  ];
}
