import { alwaysAClass } from './always-a-class.js';
import { avoidGroupsAvoidSomething } from './avoid-groups-avoid-something.js';
import { cellsNeverStricter } from './cells-never-stricter.js';
import type { Check } from './check.js';
import { circumstancesPossible } from './circumstances-possible.js';
import { efficacyStated } from './efficacy-stated.js';
import { groundsGiven } from './grounds-given.js';
import { holdsAgreeWithCells } from './holds-agree-with-cells.js';
import { idsSorted } from './ids-sorted.js';
import { idsUnique } from './ids-unique.js';
import { limitsInForce } from './limits-in-force.js';
import { namesBelongToOneIngredient } from './names-belong-to-one-ingredient.js';
import { phasesAscend } from './phases-ascend.js';
import { readingsEnd } from './readings-end.js';
import { references } from './references.js';
import { retiredIds } from './retired-ids.js';
import { reviews } from './reviews.js';
import { shallowNotAboveDeep } from './shallow-not-above-deep.js';
import { tagsUsed } from './tags-used.js';
import { vocabularyCovered } from './vocabulary-covered.js';
import { weights } from './weights.js';
import { wording } from './wording.js';

/** What the core takes for granted: checked whenever the knowledge is loaded. None of them needs the clock. */
export const RELIED_ON = [idsUnique, references, readingsEnd, vocabularyCovered, phasesAscend];

/** Every check, as a reviewer runs them. */
export const CHECKS: readonly Check[] = [
  ...RELIED_ON,
  namesBelongToOneIngredient,
  alwaysAClass,
  circumstancesPossible,
  groundsGiven,
  cellsNeverStricter,
  shallowNotAboveDeep,
  holdsAgreeWithCells,
  efficacyStated,
  weights,
  avoidGroupsAvoidSomething,
  tagsUsed,
  idsSorted,
  retiredIds,
  limitsInForce,
  reviews,
  wording,
];
