import type { Efficacy, Ingredient, Knowledge } from '../knowledge.js';
import { keptByReading } from '../tagging/kept-by-reading.js';
import type { FormulaReading, Token } from '../tagging/read-formula.js';
import { EVIDENCE_GRADE, type Concern, type EvidenceGrade } from '../vocabulary.js';
import { doseFit, factorFit } from './dose-fit.js';
import { compare } from './order.js';

/** What one ingredient does for a concern. */
export interface Effect {
  readonly ingredient: Ingredient;
  readonly position: number;
  readonly grade: EvidenceGrade;
  readonly sources: readonly string[];
  /** w(grade) · doseFit, above 0 and below 1 */
  readonly size: number;
}

/** How far a product serves a concern, or recovery: the same at every moment. */
export interface Benefit {
  /** 1 − Π(1 − size) in single precision, 0…below 1 */
  readonly size: number;
  /** rank of the best grade behind it: 0 for A … 5 for none */
  readonly evidence: number;
  /** largest first */
  readonly effects: readonly Effect[];
}

const GRADES: readonly EvidenceGrade[] = Object.values(EVIDENCE_GRADE);
/** The best grade that an amount read off the order of a list may count as. */
const GRADE_CAP: Record<EvidenceGrade, EvidenceGrade> = { A: 'C', B: 'C', C: 'C', D: 'D', N: 'N' };
/** Evidence of what nothing speaks for. */
export const NO_EVIDENCE = GRADES.length;

/**
 * How far a product serves a concern (null = recovery).
 *
 * Each study counts once, for the ingredient that comes nearest its dose, so five forms of
 * hyaluronan are not five effects. A kit serves as its best list does: nobody wears three bottles at
 * once. What is rinsed off counts for little, because trials leave their products on.
 *
 * Single precision, so that a column of four bytes holds it exactly.
 */
export const benefitOf = keptByReading(reckoned);

function reckoned(knowledge: Knowledge, reading: FormulaReading, concern: Concern | null): Benefit {
  const worth = isRankedDown(reading, concern) ? knowledge.weights.downRank : 1;
  const lists = new Map<number, Token[]>();
  for (const token of reading.tokens) {
    const tokens = lists.get(token.list);
    if (tokens === undefined) lists.set(token.list, [token]);
    else tokens.push(token);
  }
  let best: Benefit = { size: 0, evidence: NO_EVIDENCE, effects: [] };
  for (const tokens of lists.values()) {
    const benefit = benefitOfList(effectsIn(knowledge, tokens, concern, worth, reading));
    if (benefit.size > best.size) best = benefit;
  }
  return best;
}

function benefitOfList(effects: readonly Effect[]): Benefit {
  const logs = effects.reduce((sum, { size }) => sum + logOf(size), 0);
  const evidence = Math.min(NO_EVIDENCE, ...effects.map(({ grade }) => GRADES.indexOf(grade)));
  return { size: Math.fround(-Math.expm1(-logs)), evidence, effects };
}

/** Sizes multiply as what is left undone; their logarithms add. */
export function logOf(size: number): number {
  return -Math.log1p(-size);
}

/** The effects of the ingredients of one list on a concern (null = recovery), largest first. */
function effectsIn(
  knowledge: Knowledge,
  tokens: readonly Token[],
  concern: Concern | null,
  worth: number,
  { formula, rinsedOff }: FormulaReading,
): Effect[] {
  const byRow = new Map<Efficacy, Effect>();
  const byIngredient = new Map<Ingredient, { row: Efficacy; effect: Effect }>();
  for (const token of tokens) {
    if (!token.recognised || token.certainty === 'NEAR') continue;
    for (const ingredient of token.ingredients) {
      for (const row of knowledge.effectsOf(ingredient.id, token.tags)) {
        if (row.concern !== concern) continue;
        const { grade, fit } = doseOf(token, row, formula.spf);
        const contact = rinsedOff && row.shortContact !== true ? knowledge.weights.rinsedOff : 1;
        const size = knowledge.weights.gradeWeight[grade] * fit * contact * worth;
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
