import type { Course, DepthRow, Tag } from '../knowledge.js';
import { HEALING_PHASES, type Condition, type Verdict } from '../vocabulary.js';
import type { Windows } from './windows.js';

/**
 * How a verdict runs over time: AVOID until one hour, UNVERIFIED until another, CAUTION until a
 * third, and then it fits. Infinity = never ends; 0 = the rung does not occur. Because each rung
 * only ends, a later hour is never stricter (law 2), by construction.
 */
export interface Ladder {
  readonly avoidUntil: number;
  readonly unverifiedUntil: number;
  readonly cautionUntil: number;
}

export const FITS_ALWAYS: Ladder = { avoidUntil: 0, unverifiedUntil: 0, cautionUntil: 0 };

/** What rinsing off, or being a sunscreen, relieves: see `relieved`. */
export type Relief = 'NONE' | 'STEP_FROM_LATE' | 'STEP_ALWAYS' | 'SUNSCREEN';

/** A skin and depth for which holds are reckoned. */
export interface Scene {
  readonly row: DepthRow;
  readonly windows: Windows;
  /** sensitive, rosacea or eczema */
  readonly reactive: boolean;
  readonly acneProne: boolean;
  readonly conditions: readonly Condition[];
  /** lengthens a hold of so many hours of this class */
  readonly stretch: (tag: Tag, hours: number) => number;
}

/** Holds of a day or less mark that the channels have closed (architecture, "Hold and cell"). */
const CLOSURE_HOURS = 24;

/** The verdict that a ladder gives at an hour ≥ 0: SUITABLE stands for "fits". */
export function verdictAt(ladder: Ladder, hour: number): Exclude<Verdict, 'IDEAL'> {
  if (hour < ladder.avoidUntil) return 'AVOID';
  if (hour < ladder.unverifiedUntil) return 'UNVERIFIED';
  return hour < ladder.cautionUntil ? 'CAUTION' : 'SUITABLE';
}

/** First hour from which a ladder fits; Infinity = never. */
export function fitsFrom(ladder: Ladder): number {
  return Math.max(ladder.avoidUntil, ladder.unverifiedUntil, ladder.cautionUntil);
}

/** The stricter of two at every hour. */
export function strictest(a: Ladder, b: Ladder): Ladder {
  return {
    avoidUntil: Math.max(a.avoidUntil, b.avoidUntil),
    unverifiedUntil: Math.max(a.unverifiedUntil, b.unverifiedUntil),
    cautionUntil: Math.max(a.cautionUntil, b.cautionUntil),
  };
}

/** A ladder that ends at an hour at the latest. */
export function endingBy(ladder: Ladder, hour: number): Ladder {
  return {
    avoidUntil: Math.min(ladder.avoidUntil, hour),
    unverifiedUntil: Math.min(ladder.unverifiedUntil, hour),
    cautionUntil: Math.min(ladder.cautionUntil, hour),
  };
}

/**
 * Whether a class may not return for one of these conditions: contact allergens wherever they
 * stand, irritants where they are more than a trace (dossier §1.4).
 */
export function isBarred(tag: Tag, course: Course, conditions: readonly Condition[]): boolean {
  const counts = course.holdHours !== undefined || tag.flags.includes('AL');
  return counts && tag.barredFor.some((condition) => conditions.includes(condition));
}

/** The end of a hold in hours: closure holds end with OPEN_CHANNELS, longer ones are stretched. */
function holdEnd(tag: Tag, course: Course, scene: Scene): number {
  if (course.holdHours === 'never') return Infinity;
  if (isBarred(tag, course, scene.conditions)) return Infinity;
  const hours = course.holdHours?.[scene.row.column] ?? 0;
  let end = 0;
  if (hours > CLOSURE_HOURS) end = scene.stretch(tag, hours);
  else if (hours > 0) end = scene.windows.until.OPEN_CHANNELS;
  if (hours > 0 && scene.reactive && tag.reactiveHoldHours !== undefined)
    end = Math.max(end, tag.reactiveHoldHours * scene.row.holdMultiplier);
  if (tag.spfStart) end = Math.max(end, scene.windows.spfFromHour);
  return end;
}

/**
 * The ladder of one class in one scene, before relief.
 *
 * While hours < hold: AVOID; after it the phase's cell, where an X reads CAUTION; an X while
 * channels are open, or in a class that states no hold, stays AVOID to that phase's end. A stretch of caution that is stated in hours
 * runs on beside the cells.
 */
export function ladderOf(tag: Tag, course: Course, scene: Scene): Ladder {
  const { until } = scene.windows;
  const atLeast = course.atLeastHours?.[scene.row.column] ?? 0;
  let avoidUntil = Math.max(holdEnd(tag, course, scene), scene.stretch(tag, atLeast));
  let unverifiedUntil = 0;
  let cautionUntil = 0;
  for (const phase of HEALING_PHASES) {
    const cell = course.cells[phase];
    if (cell === 'X' && (phase === 'OPEN_CHANNELS' || course.holdHours === undefined))
      avoidUntil = Math.max(avoidUntil, until[phase]);
    if (cell === 'U') unverifiedUntil = until[phase];
    if (cell === 'C' || cell === 'X') cautionUntil = until[phase];
  }
  const caution = course.cautionHours?.[scene.row.column] ?? 0;
  if (caution > CLOSURE_HOURS) cautionUntil = Math.max(cautionUntil, scene.stretch(tag, caution));
  if (scene.reactive && tag.reactiveCautionHours === 'never') cautionUntil = Infinity;
  if (scene.acneProne && tag.acneProneCautionHours !== undefined && course.holdHours !== undefined) {
    cautionUntil = Math.max(cautionUntil, scene.stretch(tag, tag.acneProneCautionHours));
  }
  return { avoidUntil, unverifiedUntil, cautionUntil };
}

/** One step kinder from an hour on: AVOID → CAUTION, UNVERIFIED → CAUTION, CAUTION → fits. */
function stepFrom(ladder: Ladder, hour: number): Ladder {
  const stern = Math.max(ladder.avoidUntil, ladder.unverifiedUntil);
  return {
    avoidUntil: Math.min(ladder.avoidUntil, hour),
    unverifiedUntil: Math.min(ladder.unverifiedUntil, hour),
    cautionUntil: Math.max(Math.min(ladder.cautionUntil, hour), stern),
  };
}

/**
 * A ladder with its relief (rulings, "Forms and lists"): rinsed off, one step from LATE_RECOVERY
 * on, or from the start for the dose-dependent group; in a sunscreen some classes do not raise the
 * verdict from LATE_RECOVERY on, because protection outweighs them.
 */
export function relieved(ladder: Ladder, relief: Relief, windows: Windows): Ladder {
  switch (relief) {
    case 'STEP_ALWAYS':
      return stepFrom(ladder, 0);
    case 'STEP_FROM_LATE':
      return stepFrom(ladder, windows.until.EARLY_RECOVERY);
    case 'SUNSCREEN':
      return endingBy(ladder, windows.until.EARLY_RECOVERY);
    case 'NONE':
      return ladder;
  }
}
