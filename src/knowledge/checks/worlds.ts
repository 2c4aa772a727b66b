import type { Circumstance, Claim, Ingredient } from '../../core/knowledge.js';
import type { Scenery, Subject } from '../../core/tagging/circumstance.js';
import type { Place } from '../../core/tagging/order.js';
import { CATEGORY, type Category } from '../../core/vocabulary.js';
import { withParts } from './circumstances.js';

/**
 * One way things may stand around a name on a pack, as far as some circumstances can tell.
 * Circumstances are asked of it through the core's own `holds`, so nothing is decided twice.
 */
export interface World {
  readonly subject: Subject;
  readonly scenery: Scenery;
}

/** Beyond so many worlds nobody waits for an answer; what needs them is left undecided. */
const MOST_WORLDS = 100_000;
/** A step to either side of a share, to stand just above and just below it. */
const BESIDE = 1e-6;

/**
 * Every world that the given circumstances can tell apart, or undefined when there are too many.
 *
 * @param ingredients the ingredients in question; undefined stands for a name read without one
 */
export function worldsOf(
  circumstances: readonly Circumstance[],
  ingredients: readonly (Ingredient | undefined)[],
  claims: readonly Claim[],
): World[] | undefined {
  const parts = circumstances.flatMap((when) => [...withParts(when)]);
  const mentioned = <T>(pick: (when: Circumstance) => readonly T[] | T | undefined): T[] => [
    ...new Set(parts.flatMap((when) => pick(when) ?? [])),
  ];
  const said = mentioned((when) => when.says);

  const choices = {
    ingredient: ingredients,
    place: parts.some((when) => when.byForm !== undefined) ? [undefined, ...places(parts)] : places(parts),
    drugFacts: parts.some((when) => when.drugFacts !== undefined) ? [false, true] : [false],
    category: categories(
      mentioned((when) => when.category),
      claims.filter(({ id }) => said.includes(id)),
    ),
    claims: subsets(said).map((chosen) => withImplied(chosen, said, claims)),
    rinsedOff: parts.some((when) => when.rinseOff !== undefined) ? [false, true] : [false],
    spf: parts.some((when) => when.spf !== undefined) ? [null, 30] : [null],
    ph: parts.some((when) => when.freeAcidAtLeast !== undefined) ? [null, 14] : [null],
    declaredShare: declaredShares(
      mentioned((when) => [when.declaredAtLeast, when.declaredAtMost, when.freeAcidAtLeast, when.shareMayExceed]),
    ),
    neighbours: neighbours(
      mentioned((when) => [...(when.besideTags ?? []), ...(when.besideTagsAboveLine ?? [])]),
      mentioned((when) => [...(when.besideInFirst?.ingredients ?? []), ...(when.notBesideInFirst?.ingredients ?? [])]),
    ),
  };
  const count = Object.values(choices).reduce((product, options) => product * options.length, 1);
  if (count > MOST_WORLDS) return undefined;

  let worlds: World[] = [{ subject: {}, scenery: NOWHERE }];
  const vary = <T>(options: readonly T[], put: (world: World, option: T) => World): void => {
    worlds = worlds.flatMap((world) => options.map((option) => put(world, option)));
  };
  const formula = (world: World, change: Partial<Scenery['formula']>): World => ({
    ...world,
    scenery: { ...world.scenery, formula: { ...world.scenery.formula, ...change } },
  });
  vary(choices.ingredient, (world, ingredient) => ({ ...world, subject: { ...world.subject, ingredient } }));
  vary(choices.place, (world, place) => ({ ...world, subject: { ...world.subject, place } }));
  vary(choices.declaredShare, (world, declaredShare) => ({ ...world, subject: { ...world.subject, declaredShare } }));
  vary(choices.category, (world, category) => formula(world, { category }));
  vary(choices.spf, (world, spf) => formula(world, { spf }));
  vary(choices.drugFacts, (world, drugFacts) => formula(world, { drugFacts }));
  vary(choices.ph, (world, ph) => formula(world, { ph }));
  vary(choices.rinsedOff, (world, rinsedOff) => ({ ...world, scenery: { ...world.scenery, rinsedOff } }));
  vary(choices.neighbours, (world, beside) => ({ ...world, scenery: { ...world.scenery, neighbours: beside } }));
  vary(choices.claims, (world, chosen) => {
    const { category } = world.scenery.formula;
    const byCategory = claims.filter(({ id, categories: all }) => said.includes(id) && all.includes(category));
    return { ...world, scenery: { ...world.scenery, said: new Set([...chosen, ...byCategory.map(({ id }) => id)]) } };
  });
  return worlds;
}

const NOWHERE: Scenery = {
  formula: { id: '', brand: '', name: '', category: 'SERUM', rinseOff: false, label: '' },
  said: new Set(),
  rinsedOff: false,
  neighbours: [],
};

/** Positions on both sides of each bound, with the line above or below. */
function places(parts: readonly Circumstance[]): Place[] {
  const positions = new Set([1]);
  for (const { positionAtMost, positionAtLeast } of parts) {
    if (positionAtMost !== undefined) positions.add(positionAtMost).add(positionAtMost + 1);
    if (positionAtLeast !== undefined) positions.add(positionAtLeast).add(Math.max(1, positionAtLeast - 1));
  }
  const lined = parts.some(({ line, looseLine }) => line !== undefined || looseLine !== undefined);
  const shares = parts.flatMap(({ shareMayExceed }) => (shareMayExceed === undefined ? [] : [shareMayExceed]));
  return [...positions].flatMap((position) =>
    (lined ? LINES : LINES.slice(0, 1)).flatMap(([line, looseLine]) =>
      [1, ...shares].map((maxShare) => ({
        position,
        orderMeans: true,
        positionMeans: true,
        line,
        looseLine,
        minShare: 0,
        maxShare,
        likelyMaxShare: maxShare,
        declared: false,
      })),
    ),
  );
}

/** What is below the line is below the loose line too. */
const LINES = [
  ['ABOVE', 'ABOVE'],
  ['ABOVE', 'BELOW'],
  ['BELOW', 'BELOW'],
] as const;

/** The categories that are told apart, and one that is not. */
function categories(named: readonly Category[], claims: readonly Claim[]): Category[] {
  const apart = new Set([...named, ...claims.flatMap((claim) => claim.categories)]);
  const other = (Object.keys(CATEGORY) as Category[]).find((category) => !apart.has(category)); // an as-const object has no other keys
  return other === undefined ? [...apart] : [...apart, other];
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((chosen) => [...chosen, id])], [[]]);
}

/** Who says "peel" also speaks of exfoliation, where both claims know the word. */
function withImplied(chosen: readonly string[], said: readonly string[], claims: readonly Claim[]): string[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const words = (id: string): readonly string[] => byId.get(id)?.words ?? [];
  return said.filter(
    (id) =>
      chosen.includes(id) ||
      chosen.some((one) => words(one).length > 0 && words(one).every((word) => words(id).includes(word))),
  );
}

/** Nothing declared, and amounts on both sides of each bound. */
function declaredShares(bounds: readonly (number | undefined)[]): (number | undefined)[] {
  const stated = bounds.filter((bound) => bound !== undefined);
  return [
    undefined,
    ...new Set(stated.flatMap((bound) => [Math.max(0, bound - BESIDE), bound, Math.min(1, bound + BESIDE)])),
  ];
}

type Neighbours = Scenery['neighbours'];

/** Each class absent, below or above the line; each named ingredient absent or first. */
function neighbours(tags: readonly string[], ids: readonly string[]): Neighbours[] {
  const first: Place = {
    position: 1,
    orderMeans: true,
    positionMeans: true,
    line: 'ABOVE',
    looseLine: 'ABOVE',
    minShare: 0,
    maxShare: 1,
    likelyMaxShare: 1,
    declared: false,
  };
  const low: Place = { ...first, position: 99, line: 'BELOW', looseLine: 'BELOW' };
  const bearing = (id: string, bears: readonly string[]): Ingredient => ({
    id,
    inci: id,
    aliases: [],
    tags: bears.map((tag) => ({ tag })),
  });

  let all: Neighbours[] = [[]];
  for (const tag of tags) {
    const ingredient = bearing(`any ${tag}`, [tag]);
    all = all.flatMap((beside) => [
      beside,
      [...beside, { ingredient, place: low }],
      [...beside, { ingredient, place: first }],
    ]);
  }
  for (const id of ids) {
    const ingredient = bearing(id, []);
    all = all.flatMap((beside) => [beside, [...beside, { ingredient, place: first }]]);
  }
  return all;
}

/** A world in words, as far as the circumstances can tell. */
export function inWords({ subject, scenery }: World, circumstances: readonly Circumstance[]): string {
  const parts = circumstances.flatMap((when) => [...withParts(when)]);
  const tells = (...keys: (keyof Circumstance)[]): boolean =>
    parts.some((when) => keys.some((key) => when[key] !== undefined));
  const { place, declaredShare } = subject;
  const { formula, said, rinsedOff, neighbours: beside } = scenery;
  const words: string[] = [];
  if (tells('positionAtMost', 'positionAtLeast')) words.push(`at position ${place?.position}`);
  if (tells('line')) words.push(`${place?.line.toLowerCase()} the line`);
  if (tells('looseLine')) words.push(`${place?.looseLine.toLowerCase()} the loose line`);
  if (tells('category')) words.push(`in a ${formula.category}`);
  if (tells('rinseOff')) words.push(rinsedOff ? 'rinsed off' : 'left on');
  if (tells('drugFacts')) words.push(formula.drugFacts === true ? 'with Drug Facts' : 'without Drug Facts');
  if (tells('spf')) words.push(formula.spf === null ? 'without an SPF' : 'with an SPF');
  if (tells('says')) words.push(said.size === 0 ? 'with no claim' : `claiming ${[...said].join(', ')}`);
  if (tells('declaredAtLeast', 'declaredAtMost', 'shareMayExceed', 'freeAcidAtLeast')) {
    words.push(declaredShare === undefined ? 'no share declared' : `share ${declaredShare}`);
  }
  if (tells('besideTags', 'besideTagsAboveLine', 'besideInFirst', 'notBesideInFirst')) {
    words.push(
      beside.length === 0
        ? 'beside none of the named'
        : `beside ${beside.map(({ ingredient }) => ingredient.id).join(', ')}`,
    );
  }
  return words.join(', ');
}
