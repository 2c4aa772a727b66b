import type { Ingredient, Knowledge } from '../knowledge.js';
import type { Moment } from '../recovery/moment.js';
import { holds } from '../tagging/circumstance.js';
import type { Place } from '../tagging/order.js';
import { keptByReading } from '../tagging/kept-by-reading.js';
import { sceneryOf, type FormulaReading, type Tagging, type Token } from '../tagging/read-formula.js';
import { fits, HEALING_PHASES, PHASE, type HealingPhase, type Phase } from '../vocabulary.js';

/** Above trace, for IDEAL: before the first strong marker or within the first eight (rulings). */
const ABOVE_TRACE_POSITION = 8;
const ALCOHOL_IN_FIRST = 4;
const ACTIVE_AT_A_TRACE = new Set(['peptide_signal', 'peptide_neuro', 'copper_peptide', 'growth_factor_recomb']);
const FILTERS = new Set(['uv_mineral', 'uv_organic']);
const NEVER = new Set(['MAKEUP', 'EXFOLIANT', 'DEVICE', 'OTHER']);

/**
 * The taggings that make a fitting product IDEAL at a moment; empty = it is SUITABLE.
 *
 * IDEAL has to mean something (rulings, "The ladder"): during recovery something that soothes,
 * hydrates or rebuilds; from REMODELLING on an active with good evidence. A preference among
 * products that are equally fit, never a matter of safety.
 */
export function idealTaggings(knowledge: Knowledge, reading: FormulaReading, moment: Moment): readonly SureTagging[] {
  if (reading.rinsedOff && reading.taggings.some((tagging) => !fits(moment.strain(tagging)))) return [];
  return idealIn(knowledge, reading, moment.phase);
}

/** The phases in which a product may be IDEAL, whatever the skin and depth. */
export function idealPhases(knowledge: Knowledge, reading: FormulaReading): HealingPhase[] {
  return HEALING_PHASES.filter((phase) => idealIn(knowledge, reading, phase).length > 0);
}

/** The same, whatever the skin and depth. */
export const idealIn = keptByReading((knowledge, reading, phase: Phase): readonly SureTagging[] => {
  const { formula } = reading;
  if (NEVER.has(formula.category) || phase === 'PREPARATION') return [];
  if (phase === 'OPEN_CHANNELS' && formula.sterile !== true) return [];
  const late = atOrAfter(phase, PHASE.REMODELLING);
  if (late && formula.category === 'CLEANSER') return [];
  if (reading.taggings.some((tagging) => tagging.course.notice !== undefined)) return [];
  if (!reading.rinsedOff && reading.taggings.some(dryingAlcoholInFirst)) return [];

  const good = reading.taggings
    .filter(isSure)
    .filter((tagging) => (late ? activeNow(knowledge, reading, tagging) : rebuilds(reading, tagging, phase)));
  const lists = new Set(reading.tokens.map((token) => token.list));
  const covered = new Set(good.map((tagging) => tagging.token.list));
  return [...lists].every((list) => covered.has(list)) ? good : [];
});

function atOrAfter(phase: Phase, other: Phase): boolean {
  const order: readonly Phase[] = HEALING_PHASES;
  return order.indexOf(phase) >= order.indexOf(other);
}

function dryingAlcoholInFirst(tagging: Tagging): boolean {
  return (
    tagging.tag.id === 'alcohol_denat' && tagging.token !== undefined && tagging.token.position <= ALCOHOL_IN_FIRST
  );
}

/** A class of an ingredient that was surely read, and not of a near spelling or of a family of names. */
export interface SureTagging extends Tagging {
  readonly token: Token;
  readonly ingredient: Ingredient;
}

function isSure(tagging: Tagging): tagging is SureTagging {
  return tagging.token?.recognised === true && tagging.ingredient !== undefined;
}

function aboveTrace({ orderMeans, line, position }: Place): boolean {
  return (orderMeans && line === 'ABOVE') || position <= ABOVE_TRACE_POSITION;
}

function rebuilds(reading: FormulaReading, { tag, ingredient, token }: SureTagging, phase: Phase): boolean {
  const ideal = tag.recoveryIdeal;
  if (ideal === undefined) return false;
  if (ideal.fromPhase !== undefined && !atOrAfter(phase, ideal.fromPhase)) return false;
  if (!FILTERS.has(tag.id) && !aboveTrace(token.place)) return false;
  return holds(ideal.when, { ingredient, place: token.place }, sceneryOf(reading));
}

function activeNow(knowledge: Knowledge, reading: FormulaReading, { tag, ingredient, token }: SureTagging): boolean {
  if (FILTERS.has(tag.id)) return reading.formula.category === 'SUNSCREEN';
  if (tag.vehicle) return false;
  const { place } = token;
  if (!ACTIVE_AT_A_TRACE.has(tag.id) && (!place.orderMeans || place.line === 'BELOW') && !place.declared) return false;
  return knowledge.provenFor(ingredient.id, tag.id);
}
