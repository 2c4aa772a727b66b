import type { Formula } from '../formula.js';
import type { Circumstance, Ingredient, Tag } from '../knowledge.js';
import { wordsOf } from './claims.js';
import type { Place } from './order.js';

/** A name of a list with what it was read as, as far as neighbours matter. */
export interface Neighbour {
  readonly ingredient: Ingredient;
  readonly place: Place;
}

/** What a circumstance is asked of. */
export interface Scenery {
  readonly formula: Formula;
  readonly said: ReadonlySet<string>;
  readonly rinsedOff: boolean;
  /** the identified names of the same list */
  readonly neighbours: readonly Neighbour[];
}

/** One ingredient in its place; both are absent for a class that the kind of product brings. */
export interface Subject {
  readonly ingredient?: Ingredient | undefined;
  readonly place?: Place | undefined;
  /** the largest share that label, brand or pack states, 0…1; for hazards only */
  readonly declaredShare?: number | undefined;
  /** in a Drug Facts list this class counts as below the line */
  readonly belowInDrugFacts?: boolean | undefined;
}

/**
 * Whether a circumstance holds. Where order says nothing of amounts, a name counts as above the
 * line, so doubt makes stricter.
 */
export function holds(when: Circumstance | undefined, subject: Subject, scenery: Scenery): boolean {
  if (when === undefined) return true;
  return (
    orderHolds(when, subject, scenery) &&
    packHolds(when, subject, scenery) &&
    amountHolds(when, subject, scenery) &&
    listHolds(when, subject, scenery) &&
    (when.any === undefined || when.any.some((one) => holds(one, subject, scenery))) &&
    (when.not === undefined || !holds(when.not, subject, scenery))
  );
}

function orderHolds(when: Circumstance, subject: Subject, scenery: Scenery): boolean {
  const read = placeRead(subject, scenery);
  return (
    (when.line === undefined || when.line === read.line) &&
    (when.looseLine === undefined || when.looseLine === read.looseLine) &&
    (when.positionAtMost === undefined || read.position <= when.positionAtMost) &&
    (when.positionAtLeast === undefined || read.position >= when.positionAtLeast)
  );
}

type PlaceRead = Pick<Place, 'line' | 'looseLine' | 'position'>;
const TOP: PlaceRead = { line: 'ABOVE', looseLine: 'ABOVE', position: 1 };
const FAR_DOWN: PlaceRead = { line: 'BELOW', looseLine: 'BELOW', position: Infinity };

/** In an alphabetical list positions mean nothing, so a name counts as the first. */
function placeRead({ belowInDrugFacts, place }: Subject, scenery: Scenery): PlaceRead {
  if (belowInDrugFacts === true && scenery.formula.drugFacts === true) return FAR_DOWN;
  return place === undefined || !place.positionMeans ? TOP : place;
}

function packHolds(when: Circumstance, subject: Subject, { formula, said, rinsedOff }: Scenery): boolean {
  return (
    (when.category === undefined || when.category.includes(formula.category)) &&
    (when.rinseOff === undefined || when.rinseOff === rinsedOff) &&
    (when.spf === undefined || when.spf === isNumber(formula.spf)) &&
    (when.says === undefined || when.says.some((claim) => said.has(claim))) &&
    (when.byForm === undefined || when.byForm === (subject.ingredient === undefined && subject.place === undefined)) &&
    (when.drugFacts === undefined || when.drugFacts === (formula.drugFacts === true))
  );
}

function amountHolds(when: Circumstance, subject: Subject, { formula }: Scenery): boolean {
  const { declaredShare, ingredient, place } = subject;
  return (
    (when.declaredAtLeast === undefined || (declaredShare !== undefined && declaredShare >= when.declaredAtLeast)) &&
    (when.declaredAtMost === undefined || (declaredShare !== undefined && declaredShare <= when.declaredAtMost)) &&
    (when.shareMayExceed === undefined || (declaredShare ?? place?.maxShare ?? 1) > when.shareMayExceed) &&
    (when.freeAcidAtLeast === undefined ||
      (declaredShare !== undefined &&
        declaredShare * freeFraction(ingredient?.pKa, formula.ph) >= when.freeAcidAtLeast))
  );
}

/**
 * The share of an acid that is not ionised, 0…1 (Henderson–Hasselbalch, dossier §6.4).
 * Without a pH or a constant all of it counts as free.
 */
export function freeFraction(pKa: number | undefined, ph: number | null | undefined): number {
  if (pKa === undefined || !isNumber(ph)) return 1;
  return 1 / (1 + 10 ** (ph - pKa));
}

function listHolds(when: Circumstance, subject: Subject, scenery: Scenery): boolean {
  const { ingredient } = subject;
  const { words, besideTags, besideTagsAboveLine, besideInFirst, notBesideInFirst } = when;
  const others = scenery.neighbours.filter((neighbour) => neighbour.ingredient !== ingredient);
  return (
    (when.ingredients === undefined || (ingredient !== undefined && when.ingredients.includes(ingredient.id))) &&
    (words === undefined ||
      (ingredient !== undefined && wordsOf(ingredient.inci).some((word) => words.includes(word)))) &&
    (besideTags === undefined || others.some((other) => bears(other, besideTags, scenery))) &&
    (besideTagsAboveLine === undefined ||
      others.some((other) => other.place.line === 'ABOVE' && bears(other, besideTagsAboveLine, scenery))) &&
    (besideInFirst === undefined || others.some((other) => mayStandInFirst(other, besideInFirst))) &&
    (notBesideInFirst === undefined ||
      !others.some((other) => other.place.positionMeans && mayStandInFirst(other, notBesideInFirst)))
  );
}

function mayStandInFirst(
  { ingredient, place }: Neighbour,
  wanted: NonNullable<Circumstance['besideInFirst']>,
): boolean {
  return wanted.ingredients.includes(ingredient.id) && (!place.positionMeans || place.position <= wanted.positions);
}

/**
 * Whether a neighbour has one of these classes where it stands. Classes that depend on neighbours
 * themselves do not count, so citric and lactic acid do not disqualify each other (rulings).
 */
function bears({ ingredient, place }: Neighbour, tags: readonly Tag['id'][], scenery: Scenery): boolean {
  return ingredient.tags.some(
    (entry) =>
      tags.includes(entry.tag) &&
      !dependsOnNeighbours(entry.when) &&
      holds(entry.when, { ingredient, place }, { ...scenery, neighbours: [] }),
  );
}

function dependsOnNeighbours(when: Circumstance | undefined): boolean {
  if (when === undefined) return false;
  return (
    when.besideTags !== undefined ||
    when.besideTagsAboveLine !== undefined ||
    when.besideInFirst !== undefined ||
    when.notBesideInFirst !== undefined ||
    dependsOnNeighbours(when.not) ||
    (when.any ?? []).some(dependsOnNeighbours)
  );
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}
