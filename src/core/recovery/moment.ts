import type { Course, Knowledge, Tag } from '../knowledge.js';
import type { Cell } from '../tagging/cell.js';
import type { SkinProfile, Treatment } from '../treatment.js';
import type { Condition, Phase, Verdict } from '../vocabulary.js';
import { endingBy, isBarred, ladderOf, relieved, strictest, verdictAt, type Ladder, type Scene } from './ladder.js';
import { assumedTraits, depthRow, phaseAt, statedTraits, windowsFor, type Trait, type Windows } from './windows.js';

const REACTIVE: readonly Trait[] = ['SENSITIVE', 'ROSACEA', 'ECZEMA'];
/** Redness that lasts holds the phase at EARLY_RECOVERY until this hour; from then on it refers (dossier §5.3). */
export const REDNESS_REFERS_FROM_HOUR = 168;

/** How one skin gets over one treatment, whatever the hour: what many moments share. */
export interface Healing {
  readonly windows: Windows;
  /** the ladder of a class in a product; from hour 0 on */
  readonly ladder: (cell: Cell) => Ladder;
  /** the same if rinsing off, or being a sunscreen, did not relieve it */
  readonly unrelieved: (cell: Cell) => Ladder;
}

/** A treatment seen at an hour, for one skin: everything that judging asks of time. */
export interface Moment {
  readonly healing: Healing;
  /** hours since the last pass, as asked */
  readonly hour: number;
  /** the hour that is judged: earlier than asked while redness persists */
  readonly judgedHour: number;
  readonly phase: Phase;
  readonly windows: Windows;
  /** hours at which things change cannot be foretold while symptoms last */
  readonly foreseeable: boolean;
  /** the ladder of a class in a product; from hour 0 on */
  readonly ladder: (cell: Cell) => Ladder;
  /** the verdict of a class now if rinsing off did not relieve it */
  readonly strain: (cell: Cell) => Exclude<Verdict, 'IDEAL'>;
  /** the end of a hold in hours, whatever relieves it; Infinity = never ends */
  readonly holdEnd: (cell: Cell) => number;
  /** the verdict of a class now, also before the treatment */
  readonly verdict: (cell: Cell) => Exclude<Verdict, 'IDEAL'>;
}

/**
 * How a skin heals from a treatment.
 *
 * What nobody stated is assumed until REINTRODUCTION ends and has no effect afterwards: so each
 * ladder is reckoned twice, with what is stated and with what is assumed, and the assumed one ends
 * with that phase.
 */
export function healingOf(knowledge: Knowledge, treatment: Treatment, profile: SkinProfile): Healing {
  const stated = sceneOf(knowledge, treatment, profile, statedTraits(profile));
  const guesses = profile.fitzpatrick === undefined || profile.sensitive === undefined;
  const assumed = guesses ? sceneOf(knowledge, treatment, profile, assumedTraits(profile)) : stated;
  const { windows } = assumed;

  const reckoned = (ladderIn: (scene: Scene) => Ladder): Ladder => {
    const made = ladderIn(stated);
    return guesses ? strictest(made, endingBy(ladderIn(assumed), windows.until.REINTRODUCTION)) : made;
  };
  return {
    windows,
    ladder: keptBy(({ tag, course, relief }) =>
      reckoned((scene) => relieved(ladderOf(tag, course, scene), relief, scene.windows)),
    ),
    unrelieved: keptBy(({ tag, course }) => reckoned((scene) => ladderOf(tag, course, scene))),
  };
}

/** Equal for treatments and profiles that heal alike. */
export function healingKey(knowledge: Knowledge, treatment: Treatment, profile: SkinProfile): string {
  const { fitzpatrick, sensitive, acneProne, conditions } = profile;
  const { id } = depthRow(knowledge, treatment);
  const known = [fitzpatrick !== undefined, sensitive !== undefined, acneProne === true];
  return [id, ...known, ...[...statedTraits(profile), ...conditions].sort()].join();
}

/** Works a ladder out once for each cell. */
function keptBy(reckon: (cell: Cell) => Ladder): (cell: Cell) => Ladder {
  const ladders = new Map<string, Ladder>();
  return (cell) => {
    let ladder = ladders.get(cell.ladderId);
    if (ladder === undefined) {
      ladder = reckon(cell);
      ladders.set(cell.ladderId, ladder);
    }
    return ladder;
  };
}

/**
 * The moment of a treatment for a profile.
 *
 * @param healing of the same treatment and profile, where it is known already
 */
export function momentOf(
  knowledge: Knowledge,
  treatment: Treatment,
  profile: SkinProfile,
  healing: Healing = healingOf(knowledge, treatment, profile),
): Moment {
  const { windows, ladder, unrelieved } = healing;
  const hour = treatment.hoursSince;
  const redness = profile.symptoms.includes('PERSISTENT_REDNESS') && hour >= 0 && hour < REDNESS_REFERS_FROM_HOUR;
  const judgedHour = redness ? Math.min(hour, justBefore(windows.until.EARLY_RECOVERY)) : hour;
  return {
    healing,
    hour,
    judgedHour,
    phase: phaseAt(windows, judgedHour),
    windows,
    foreseeable: !redness,
    ladder,
    holdEnd: (cell) => unrelieved(cell).avoidUntil,
    strain: (cell) => verdictAt(cell.relief === 'SUNSCREEN' ? ladder(cell) : unrelieved(cell), judgedHour),
    verdict: (cell) =>
      judgedHour < 0
        ? beforeTreatment(cell.tag, cell.course, hour, profile.conditions)
        : verdictAt(ladder(cell), judgedHour),
  };
}

function justBefore(hour: number): number {
  return hour - 1e-6;
}

function sceneOf(knowledge: Knowledge, treatment: Treatment, profile: SkinProfile, traits: ReadonlySet<Trait>): Scene {
  const row = depthRow(knowledge, treatment);
  return {
    row,
    windows: windowsFor(knowledge, row, traits),
    reactive: REACTIVE.some((trait) => traits.has(trait)),
    acneProne: profile.acneProne === true,
    conditions: profile.conditions,
    stretch: (tag, hours) => stretched(knowledge, traits, row.holdMultiplier, tag, hours),
  };
}

/**
 * A hold in hours: that of the depth, times the largest multiplier of the skin, rounded up
 * (dossier §1.3, §1.4). A capped modifier never shortens what the others ask for.
 */
function stretched(
  knowledge: Knowledge,
  traits: ReadonlySet<Trait>,
  rowMultiplier: number,
  tag: Tag,
  hours: number,
): number {
  const base = hours * rowMultiplier;
  let end = base;
  for (const trait of traits) {
    const modifier = knowledge.modifier(trait);
    if (modifier.pigmentProvokingOnly && !tag.pigmentProvoking) continue;
    end = Math.max(end, Math.min(base * modifier.holdMultiplier, modifier.capHours ?? Infinity));
  }
  return Math.ceil(end);
}

/**
 * Before the treatment: AVOID inside the stop window, else the REMODELLING cell on skin that nobody
 * has needled. A hold or a stretch of caution that reaches into REMODELLING at the reference depth
 * reads as caution.
 */
export function beforeTreatment(
  tag: Tag,
  course: Course,
  hour: number,
  conditions: readonly Condition[],
): Exclude<Verdict, 'IDEAL'> {
  if (course.holdHours === 'never' || isBarred(tag, course, conditions)) return 'AVOID';
  if (-hour <= tag.stopHours) return 'AVOID';
  const cell = course.cells.REMODELLING;
  const lasting = (course.cautionHours?.deep ?? 0) > REINTRODUCTION_ENDS_AT_REFERENCE;
  return cell === 'C' || cell === 'X' || lasting ? 'CAUTION' : 'SUITABLE';
}

/** End of REINTRODUCTION at 1.0 mm, in hours (dossier §1.2). */
const REINTRODUCTION_ENDS_AT_REFERENCE = 336;
