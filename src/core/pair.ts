/**
 * The story: a label is read, its names are tagged, the formula is judged at this hour, what fits is
 * scored, the list is ordered, the reasons are told.
 */
import type { Formula } from './formula.js';
import type { Knowledge } from './knowledge.js';
import { byRank } from './ranking/order.js';
import { normalised, scoreOf, type Score, type WeightedConcern } from './ranking/score.js';
import { momentOf, type Healing, type Moment } from './recovery/moment.js';
import { readFormula, type FormulaReading } from './tagging/read-formula.js';
import type { SkinProfile, Treatment } from './treatment.js';
import { avoidList, type AvoidList } from './verdict/avoid.js';
import { judge, type Judgement } from './verdict/judge.js';
import { referralFor, type Referral } from './verdict/referral.js';
import { fits, type Verdict } from './vocabulary.js';

/** Who asks, and when. */
export interface Question {
  readonly treatment: Treatment;
  readonly profile: SkinProfile;
}

/** Everything about a question that no product changes: worked out once. */
export interface Consultation {
  readonly moment: Moment;
  readonly avoid: AvoidList;
  readonly referral: Referral | undefined;
}

export interface Pairing extends Judgement, Score {}

export type VerdictCounts = Readonly<Record<Verdict | 'considered', number>>;

export interface Answer extends Consultation {
  /** what fits, best first */
  readonly ranked: readonly Pairing[];
  /** the rest, the soonest usable first */
  readonly leftOut: readonly Judgement[];
  readonly counts: VerdictCounts;
}

/**
 * Works out the moment, the avoid-list and whether a practitioner comes first.
 *
 * @param healing of the same treatment and profile, where it is known already
 */
export function consult(knowledge: Knowledge, { treatment, profile }: Question, healing?: Healing): Consultation {
  return {
    moment: momentOf(knowledge, treatment, profile, healing),
    avoid: avoidList(knowledge, profile.avoid),
    referral: referralFor(knowledge, treatment, profile),
  };
}

/** Judges one product that was read before. */
export function assess(
  knowledge: Knowledge,
  reading: FormulaReading,
  { moment, avoid, referral }: Consultation,
): Judgement {
  return judge(knowledge, reading, moment, avoid, referral);
}

/**
 * Ranks products for concerns at a moment.
 *
 * Gate, then rank: only what fits is scored, and a score never buys back a verdict.
 * @throws RangeError if no concern is named or a weight is not above 0
 */
export function rank(
  knowledge: Knowledge,
  readings: readonly FormulaReading[],
  concerns: readonly WeightedConcern[],
  question: Question,
): Answer {
  const weights = normalised(concerns);
  const consultation = consult(knowledge, question);
  const counts: Record<Verdict | 'considered', number> = {
    IDEAL: 0,
    SUITABLE: 0,
    CAUTION: 0,
    UNVERIFIED: 0,
    AVOID: 0,
    considered: 0,
  };
  const ranked: Pairing[] = [];
  const leftOut: Judgement[] = [];
  for (const reading of readings) {
    const judgement = assess(knowledge, reading, consultation);
    counts[judgement.verdict]++;
    counts.considered++;
    if (!fits(judgement.verdict)) leftOut.push(judgement);
    else ranked.push({ ...judgement, ...scoreOf(knowledge, reading, weights, consultation.moment.phase) });
  }
  return { ...consultation, ranked: inOrder(ranked), leftOut: soonestFirst(leftOut), counts };
}

/** The same from formulas that nobody has read yet. */
export function pair(
  knowledge: Knowledge,
  formulas: readonly Formula[],
  concerns: readonly WeightedConcern[],
  question: Question,
): Answer {
  return rank(
    knowledge,
    formulas.map((formula) => readFormula(knowledge, formula)),
    concerns,
    question,
  );
}

function inOrder(pairings: readonly Pairing[]): Pairing[] {
  return pairings
    .map((pairing) => ({
      pairing,
      score: pairing.score,
      evidence: pairing.evidence,
      name: pairing.reading.formula.name,
      id: pairing.reading.formula.id,
    }))
    .sort(byRank)
    .map(({ pairing }) => pairing);
}

/** What returns soonest comes first; what never returns, or nobody knows when, comes last. */
function soonestFirst(judgements: readonly Judgement[]): Judgement[] {
  return judgements
    .map((judgement) => ({ judgement, hour: judgement.usableFromHour, at: orderable(judgement) }))
    .sort((a, b) => compareHours(a.hour, b.hour) || byRank(a.at, b.at))
    .map(({ judgement }) => judgement);
}

function orderable({ reading: { formula } }: Judgement): { score: number; evidence: number; name: string; id: string } {
  return { score: 0, evidence: 0, name: formula.name, id: formula.id };
}

function compareHours(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b;
}
