import type { Ingredient, Knowledge } from '../knowledge.js';
import type { FormulaReading } from '../tagging/read-formula.js';
import type { Concern, EvidenceGrade, Phase } from '../vocabulary.js';
import { nth } from '../inci/nth.js';
import { compare } from './order.js';
import { benefitOf, logOf, NO_EVIDENCE, type Benefit, type Effect } from './benefit.js';

/** A concern and how much it matters to the person, relative to the others. */
export interface WeightedConcern {
  readonly concern: Concern;
  /** above 0 */
  readonly weight: number;
}

/** What one ingredient adds to a score. */
export interface Contribution {
  readonly ingredient: Ingredient;
  /** null = recovery itself */
  readonly concern: Concern | null;
  /** 0…100, in steps of 1/1000; all contributions sum to the score exactly */
  readonly points: number;
  readonly grade: EvidenceGrade;
  readonly sources: readonly string[];
}

export interface Score {
  /** 0…100, rounded to 1/1000 */
  readonly score: number;
  /** rank of the best grade behind it: 0 for A … 5 for none */
  readonly evidence: number;
  readonly contributions: readonly Contribution[];
}

/** Concerns that recovery itself is about: they never give way to it. */
const RECOVERY_CONCERNS = new Set<Concern>(['SUN_PROTECTION', 'SOOTHING', 'HYDRATION']);
/** Scores are told apart by so many parts of a point. */
export const STEPS = 1000;

/**
 * Weights made to sum to 1; a concern that is named twice counts once, with both weights.
 * @throws RangeError if there is none, or a weight is not above 0 and finite
 */
export function normalised(concerns: readonly WeightedConcern[]): WeightedConcern[] {
  const weights = new Map<Concern, number>();
  for (const { concern, weight } of concerns) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`weight ${weight} of ${concern} is not above 0`);
    weights.set(concern, (weights.get(concern) ?? 0) + weight);
  }
  if (weights.size === 0) throw new RangeError('no concern was named');
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  return [...weights].map(([concern, weight]) => ({ concern, weight: weight / sum }));
}

/** The points that a product earns at most for one concern (null = recovery), above 0 and at most 100. */
export interface Stake {
  readonly concern: Concern | null;
  readonly most: number;
}

/**
 * What is at stake in a phase: for each concern 100 · weight · (1−λ) · phaseBenefit, and for
 * recovery 100 · Σ weight · λ, where λ is the phase's recovery weight. Only what is above 0.
 *
 * @param concerns weights that sum to 1, see `normalised`
 */
export function stakesOf(knowledge: Knowledge, concerns: readonly WeightedConcern[], phase: Phase): Stake[] {
  const stakes: Stake[] = [];
  let recovery = 0;
  for (const { concern, weight } of concerns) {
    const lambda = RECOVERY_CONCERNS.has(concern) ? 0 : knowledge.weights.recoveryWeight[phase];
    recovery += 100 * weight * lambda;
    stakes.push({ concern, most: 100 * weight * (1 - lambda) * knowledge.concern(concern).phaseBenefit[phase] });
  }
  stakes.push({ concern: null, most: recovery });
  return stakes.filter(({ most }) => most > 0);
}

/** Points in whole thousandths: what scores are compared by. */
export function stepsOf(points: number): number {
  return Math.round(points * STEPS);
}

/**
 * How well a product that fits serves the concerns in a phase, 0…100: the sum over what is at stake
 * of most · B, with B of `benefitOf`.
 *
 * @param concerns weights that sum to 1, see `normalised`
 */
export function scoreOf(
  knowledge: Knowledge,
  reading: FormulaReading,
  concerns: readonly WeightedConcern[],
  phase: Phase,
): Score {
  const earned = earnedBy(knowledge, reading, stakesOf(knowledge, concerns, phase));
  const steps = totalSteps(earned);
  return {
    score: steps / STEPS,
    evidence: Math.min(NO_EVIDENCE, ...earned.map(({ benefit }) => benefit.evidence)),
    contributions: shared(earned, steps),
  };
}

/** The score alone, without its parts; see `scoreOf`. */
export function totalOf(knowledge: Knowledge, reading: FormulaReading, stakes: readonly Stake[]): number {
  return totalSteps(earnedBy(knowledge, reading, stakes)) / STEPS;
}

interface Earned extends Stake {
  readonly benefit: Benefit;
}

function earnedBy(knowledge: Knowledge, reading: FormulaReading, stakes: readonly Stake[]): Earned[] {
  return stakes.map(({ concern, most }) => ({ concern, most, benefit: benefitOf(knowledge, reading, concern) }));
}

function totalSteps(earned: readonly Earned[]): number {
  return stepsOf(earned.reduce((sum, { most, benefit }) => sum + most * benefit.size, 0));
}

interface Part {
  readonly effect: Effect;
  readonly concern: Concern | null;
  /** exact, in thousandths of a point */
  readonly steps: number;
}

/** Splits the points of one concern among its effects by their log-shares, which add where effects multiply. */
function partsOf({ concern, most, benefit }: Earned): Part[] {
  const logs = benefit.effects.map(({ size }) => logOf(size));
  const sum = logs.reduce((total, log) => total + log, 0);
  const steps = most * benefit.size * STEPS;
  return benefit.effects.map((effect, index) => ({ effect, concern, steps: (steps * nth(logs, index)) / sum }));
}

/** The parts of a score of so many steps, rounded by largest remainder so that they sum to it exactly. */
function shared(earned: readonly Earned[], total: number): Contribution[] {
  const parts = earned.flatMap(partsOf);
  const whole = parts.map(({ steps }) => Math.floor(steps));
  const missing = total - whole.reduce((sum, steps) => sum + steps, 0);
  const byRemainder = parts
    .map(({ steps }, index) => ({ index, remainder: steps - Math.floor(steps) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return parts
    .map(({ effect: { ingredient, grade, sources }, concern }, index) => ({
      ingredient,
      concern,
      points: (nth(whole, index) + (raised.has(index) ? 1 : 0)) / STEPS,
      grade,
      sources,
    }))
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        compare(a.ingredient.id, b.ingredient.id) ||
        compare(nameOf(a.concern), nameOf(b.concern)),
    );
}

/** Recovery comes before every concern. */
function nameOf(concern: Concern | null): string {
  return concern ?? '';
}
