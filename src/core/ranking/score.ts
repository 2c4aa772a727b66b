import type { Efficacy, Ingredient, Knowledge } from '../knowledge.js';
import type { FormulaReading, Token } from '../tagging/read-formula.js';
import type { Concern, EvidenceGrade, Phase } from '../vocabulary.js';
import { doseFit, factorFit } from './dose-fit.js';

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
  readonly contributions: readonly Contribution[];
}

/** Concerns that recovery itself is about: they never give way to it. */
const RECOVERY_CONCERNS = new Set<Concern>(['SUN_PROTECTION', 'SOOTHING', 'HYDRATION']);
/** The best grade that an amount read off the order of a list may count as. */
const GRADE_CAP: Record<EvidenceGrade, EvidenceGrade> = { A: 'C', B: 'C', C: 'C', D: 'D', N: 'N' };
const STEPS = 1000;

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

/**
 * How well a product that fits serves the concerns in a phase, 0…100.
 *
 * score = 100 · Σ weightᵢ · [(1−λᵢ) · phaseBenefit(cᵢ) · B(cᵢ) + λᵢ · B(recovery)] with
 * B(c) = 1 − Π(1 − w(grade) · doseFit) over the ingredients that serve c. Each study counts once,
 * for the ingredient that comes nearest its dose, so five forms of hyaluronan are not five effects.
 *
 * @param concerns weights that sum to 1, see `normalised`
 */
export function scoreOf(
  knowledge: Knowledge,
  reading: FormulaReading,
  concerns: readonly WeightedConcern[],
  phase: Phase,
): Score {
  const recovery = effectsOn(knowledge, reading, null);
  const shares: { readonly effect: Effect; readonly concern: Concern | null; readonly points: number }[] = [];
  let recoveryPoints = 0;
  for (const { concern, weight } of concerns) {
    const lambda = RECOVERY_CONCERNS.has(concern) ? 0 : knowledge.weights.recoveryWeight[phase];
    recoveryPoints += 100 * weight * lambda;
    const most = 100 * weight * (1 - lambda) * knowledge.concern(concern).phaseBenefit[phase];
    shares.push(...split(effectsOn(knowledge, reading, concern), concern, most));
  }
  shares.push(...split(recovery, null, recoveryPoints));
  return rounded(shares);
}

interface Effect {
  readonly ingredient: Ingredient;
  readonly position: number;
  readonly grade: EvidenceGrade;
  readonly sources: readonly string[];
  /** w(grade) · doseFit, 0…below 1 */
  readonly size: number;
}

/** The effects of a product's ingredients on a concern (null = recovery), largest first. */
function effectsOn(knowledge: Knowledge, reading: FormulaReading, concern: Concern | null): Effect[] {
  const worth = isRankedDown(reading, concern) ? knowledge.weights.downRank : 1;
  const byRow = new Map<Efficacy, Effect>();
  const byIngredient = new Map<Ingredient, { row: Efficacy; effect: Effect }>();
  for (const token of reading.tokens) {
    if (!token.recognised || token.certainty === 'NEAR') continue;
    for (const ingredient of token.ingredients) {
      for (const row of knowledge.effectsOf(ingredient.id, token.tags)) {
        if (row.concern !== concern) continue;
        const { grade, fit } = doseOf(token, row, reading.formula.spf);
        const size = knowledge.weights.gradeWeight[grade] * fit * worth;
        const effect = { ingredient, position: token.position, grade, sources: row.sources, size };
        if (effect.size > (byIngredient.get(ingredient)?.effect.size ?? 0))
          byIngredient.set(ingredient, { row, effect });
      }
    }
  }
  for (const { row, effect } of byIngredient.values()) {
    if (effect.size > (byRow.get(row)?.size ?? 0)) byRow.set(row, effect);
  }
  return [...byRow.values()].sort(
    (a, b) => b.size - a.size || a.position - b.position || compare(a.ingredient.id, b.ingredient.id),
  );
}

/** Whether a product holds, above the line, a class that ranks this concern down. */
function isRankedDown(reading: FormulaReading, concern: Concern | null): boolean {
  return (
    concern !== null &&
    reading.taggings.some(({ tag, token }) => tag.ranksDown.includes(concern) && token?.place.looseLine === 'ABOVE')
  );
}

/**
 * How near a product comes to the dose of a study, and the grade that this is worth. A sunscreen's
 * dose is the factor on its pack; any other dose is what the brand declares, or else the largest
 * share that the order of the list makes likely, which counts as grade C at most.
 */
function doseOf(
  { declaredShare, place }: Token,
  { grade, minShare, minSpf }: Efficacy,
  spf: number | null | undefined,
): { readonly grade: EvidenceGrade; readonly fit: number } {
  if (minSpf !== undefined && spf !== null && spf !== undefined) return { grade, fit: factorFit(spf, minSpf) };
  if (declaredShare !== undefined) return { grade, fit: doseFit(declaredShare, minShare) };
  return { grade: GRADE_CAP[grade], fit: doseFit(place.likelyMaxShare, minShare) };
}

/** Splits the points of one concern among its effects by their log-shares, which add where effects multiply. */
function split(
  effects: readonly Effect[],
  concern: Concern | null,
  most: number,
): { effect: Effect; concern: Concern | null; points: number }[] {
  const logs = effects.map(({ size }) => -Math.log1p(-size));
  const sum = logs.reduce((total, log) => total + log, 0);
  if (sum === 0 || most === 0) return [];
  const points = most * -Math.expm1(-sum);
  return effects.map((effect, index) => ({ effect, concern, points: (points * (logs[index] as number)) / sum }));
}

/** Rounds the score, and its parts by largest remainder so that they sum to it exactly. */
function rounded(
  shares: readonly { readonly effect: Effect; readonly concern: Concern | null; readonly points: number }[],
): Score {
  const exact = shares.map(({ points }) => points * STEPS);
  const total = Math.round(exact.reduce((sum, steps) => sum + steps, 0));
  const steps = exact.map(Math.floor);
  let missing = total - steps.reduce((sum, step) => sum + step, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    steps[index] = (steps[index] as number) + 1;
    missing--;
  }
  const contributions = shares
    .map(({ effect, concern }, index) => ({
      ingredient: effect.ingredient,
      concern,
      points: (steps[index] as number) / STEPS,
      grade: effect.grade,
      sources: effect.sources,
    }))
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        compare(a.ingredient.id, b.ingredient.id) ||
        compare(nameOf(a.concern), nameOf(b.concern)),
    );
  return { score: total / STEPS, contributions };
}

/** Recovery comes before every concern. */
function nameOf(concern: Concern | null): string {
  return concern ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
