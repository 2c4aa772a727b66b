import type { DepthRow, Knowledge, Modifier } from '../knowledge.js';
import type { SkinProfile, Treatment } from '../treatment.js';
import { HEALING_PHASES, type HealingPhase, type Phase } from '../vocabulary.js';

/** REMODELLING gives way to MAINTENANCE after six weeks, whatever the depth (dossier §1). */
export const REMODELLING_UNTIL_HOUR = 1008;
/** Nothing retail is better than CAUTION before this hour (dossier P0a: hands off). */
export const FIRST_HOURS = 6;
/** Depth that is assumed when nobody stated one, in mm (dossier §1.3). */
export const ASSUMED_DEPTH_MM = 1.5;
/** At home, needles above this length in mm are read by the strictest row (dossier §1.5). */
export const HOME_DEPTH_MM = 0.5;

/** When each phase ends, in hours since the last pass. Ends never fall from one phase to the next. */
export interface Windows {
  readonly until: Readonly<Record<HealingPhase, number>>;
  readonly spfFromHour: number;
  readonly exerciseFromHour: number;
}

export type Trait = Modifier['id'];

/**
 * The row of the depth table that a treatment is read by.
 *
 * A depth between two rows takes the deeper; above the deepest row the deepest; none stated reads
 * as 1.5 mm. Radiofrequency has a row of its own, which is also the strictest, and therefore the
 * row for needles above 0.5 mm that were used at home.
 */
export function depthRow(knowledge: Knowledge, treatment: Treatment): DepthRow {
  const depthMm = treatment.needleDepthMm ?? ASSUMED_DEPTH_MM;
  const needles = knowledge.depthRows.filter((row) => row.depthMmAtMost !== null);
  if (treatment.device === 'RADIOFREQUENCY' || (treatment.performedBy === 'AT_HOME' && depthMm > HOME_DEPTH_MM)) {
    return knowledge.depthRows.find((row) => row.depthMmAtMost === null) as DepthRow; // the loader refuses seeds without it
  }
  return needles.find((row) => depthMm <= (row.depthMmAtMost as number)) ?? (needles[needles.length - 1] as DepthRow);
}

/** What is stated of a person that stretches windows or holds. */
export function statedTraits(profile: SkinProfile): Set<Trait> {
  const traits = new Set<Trait>();
  if (profile.fitzpatrick === 4) traits.add('FITZPATRICK_IV');
  if ((profile.fitzpatrick ?? 0) >= 5) traits.add('FITZPATRICK_V_VI');
  if (profile.sensitive === true) traits.add('SENSITIVE');
  for (const condition of profile.conditions) {
    if (
      condition === 'ROSACEA' ||
      condition === 'ECZEMA' ||
      condition === 'IMMUNOSUPPRESSED' ||
      condition === 'ANTICOAGULANT'
    ) {
      traits.add(condition);
    }
  }
  return traits;
}

/** The same, where a missing answer reads as sensitive and Fitzpatrick IV. */
export function assumedTraits(profile: SkinProfile): Set<Trait> {
  const traits = statedTraits(profile);
  if (profile.fitzpatrick === undefined) traits.add('FITZPATRICK_IV');
  if (profile.sensitive === undefined) traits.add('SENSITIVE');
  return traits;
}

/**
 * Phase ends for a row and a set of traits: base + the largest addend, never below the base row
 * (dossier §1.4).
 */
export function windowsFor(knowledge: Knowledge, row: DepthRow, traits: ReadonlySet<Trait>): Windows {
  const deep = row.depthMmAtMost === null || row.depthMmAtMost >= ASSUMED_DEPTH_MM;
  let open = row.openUntilHour;
  let earlyAdds = 0;
  let earlyAtLeast = 0;
  for (const trait of traits) {
    const modifier = knowledge.modifier(trait);
    open = Math.max(open, modifier.openAtLeastHours);
    earlyAdds = Math.max(earlyAdds, modifier.earlyAddsHours);
    earlyAtLeast = Math.max(earlyAtLeast, deep ? modifier.earlyAtLeastHoursDeep : modifier.earlyAtLeastHours);
  }
  const early = Math.max(open, row.earlyUntilHour + earlyAdds, earlyAtLeast);
  const late = Math.max(early, row.lateUntilHour);
  const reintroduction = Math.max(late, row.reintroductionUntilHour);
  return {
    until: {
      OPEN_CHANNELS: open,
      EARLY_RECOVERY: early,
      LATE_RECOVERY: late,
      REINTRODUCTION: reintroduction,
      REMODELLING: REMODELLING_UNTIL_HOUR,
      MAINTENANCE: Infinity,
    },
    spfFromHour: Math.max(open, row.spfFromHour),
    exerciseFromHour: row.exerciseFromHour,
  };
}

/** The phase at an hour; windows are half-open, so a boundary belongs to the later phase. */
export function phaseAt(windows: Windows, hour: number): Phase {
  if (hour < 0) return 'PREPARATION';
  return HEALING_PHASES.find((phase) => hour < windows.until[phase]) as Phase; // MAINTENANCE never ends
}

/** First hour of a phase; PREPARATION reaches back 90 days, the furthest that can be asked. */
export function phaseFromHour(windows: Windows, phase: Phase): number {
  if (phase === 'PREPARATION') return -2160;
  const index = HEALING_PHASES.indexOf(phase);
  return index === 0 ? 0 : windows.until[HEALING_PHASES[index - 1] as HealingPhase];
}

/** End of a phase in hours; null where none comes after it. */
export function phaseUntilHour(windows: Windows, phase: Phase): number | null {
  if (phase === 'PREPARATION') return 0;
  const until = windows.until[phase];
  return until === Infinity ? null : until;
}
