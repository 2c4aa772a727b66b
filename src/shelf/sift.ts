import { TypedFastBitSet } from 'typedfastbitset';
import type { Consultation, VerdictCounts } from '../core/pair.js';
import type { AvoidList } from '../core/verdict/avoid.js';
import { HEALING_PHASES, VERDICT, fits, type Phase, type Verdict } from '../core/vocabulary.js';
import type { MomentSets, Moments } from './moments.js';
import { bitsIn, roomFor } from './postings.js';
import type { Shelf } from './shelf.js';

/** A shelf and what is remembered of moments on it. */
export interface Standing {
  readonly shelf: Shelf;
  readonly moments: Moments;
}

/** Every product that was considered, told apart by its verdict. It stays as it is, whatever the shelf does next. */
export interface Sift {
  readonly counts: VerdictCounts;
  /** what may be ranked */
  readonly fitting: TypedFastBitSet;
  /** what has one of these verdicts */
  readonly having: (verdicts: readonly Verdict[]) => TypedFastBitSet;
}

const FITTING: readonly Verdict[] = Object.values(VERDICT).filter(fits);

/**
 * Tells products apart by their verdict at a moment: what `assess` says of each, without looking at any.
 *
 * @param consultation with a healing that `moments` gave
 * @param considered products to look at; not to be changed afterwards
 */
export function sift(standing: Standing, consultation: Consultation, considered: TypedFastBitSet): Sift {
  const told = (verdicts: readonly Verdict[]) => tell(standing, consultation, considered, verdicts);
  const { counts, those } = told(FITTING);
  return { counts, fitting: those, having: (verdicts) => told(verdicts).those };
}

interface Told {
  readonly counts: VerdictCounts;
  /** what has one of the verdicts that were wanted */
  readonly those: TypedFastBitSet;
}

function tell(
  { shelf, moments }: Standing,
  { moment, avoid, referral }: Consultation,
  considered: TypedFastBitSet,
  wanted: readonly Verdict[],
): Told {
  if (referral !== undefined) return toldByReferral(considered, wanted);
  const sets = moments.sets(moment);
  const wishes = wishesOn(shelf, avoid);
  const { words } = considered;
  const [avoidWords, unverifiedWords] = [sets.avoid.words, sets.unverified.words];
  const [cautionWords, unidealWords] = [sets.caution.words, sets.unideal.words];
  const [wishWords, incompleteWords] = [wishes.avoid.words, wishes.unverified.words];
  const idealWords = idealSet(shelf, moment.phase).words;
  const mask = (verdict: Verdict): number => (wanted.includes(verdict) ? -1 : 0);
  const [avoids, unverifieds, cautions] = [mask('AVOID'), mask('UNVERIFIED'), mask('CAUTION')];
  const [ideals, suitables] = [mask('IDEAL'), mask('SUITABLE')];
  const those = new Uint32Array(words.length);
  let [IDEAL, SUITABLE, CAUTION, UNVERIFIED, AVOID] = [0, 0, 0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    let rest = words[at] as number;
    if (rest === 0) continue;
    // every set has room for all places
    const avoided = rest & ((avoidWords[at] as number) | (wishWords[at] as number));
    rest &= ~avoided;
    const unverified = rest & ((unverifiedWords[at] as number) | (incompleteWords[at] as number));
    rest &= ~unverified;
    const cautious = rest & (cautionWords[at] as number);
    rest &= ~cautious;
    const ideal = rest & (idealWords[at] as number) & ~(unidealWords[at] as number);
    const suitable = rest & ~ideal;
    AVOID += bitsIn(avoided);
    UNVERIFIED += bitsIn(unverified);
    CAUTION += bitsIn(cautious);
    IDEAL += bitsIn(ideal);
    SUITABLE += bitsIn(suitable);
    those[at] =
      (avoided & avoids) |
      (unverified & unverifieds) |
      (cautious & cautions) |
      (ideal & ideals) |
      (suitable & suitables);
  }
  const all = IDEAL + SUITABLE + CAUTION + UNVERIFIED + AVOID;
  return {
    counts: { IDEAL, SUITABLE, CAUTION, UNVERIFIED, AVOID, considered: all },
    those: new TypedFastBitSet(null, those),
  };
}

function toldByReferral(considered: TypedFastBitSet, wanted: readonly Verdict[]): Told {
  const all = considered.size();
  return {
    counts: { IDEAL: 0, SUITABLE: 0, CAUTION: 0, UNVERIFIED: 0, AVOID: all, considered: all },
    those: wanted.includes('AVOID') ? considered : roomFor(0),
  };
}

/** What a person avoids, and what nobody can say is free of it. */
function wishesOn(shelf: Shelf, avoid: AvoidList): Pick<MomentSets, 'avoid' | 'unverified'> {
  const avoided = roomFor(shelf.places);
  if (avoid.isEmpty) return { avoid: avoided, unverified: avoided };
  shelf.wishes.addAvoided(avoided, avoid);
  if (avoid.notUnderstood.length === 0) return { avoid: avoided, unverified: shelf.incomplete.asSet(shelf.places) };
  const unverified = roomFor(shelf.places);
  unverified.addRange(0, shelf.places);
  return { avoid: avoided, unverified };
}

/** Products that may be IDEAL in a phase; none before the treatment. */
function idealSet(shelf: Shelf, phase: Phase): TypedFastBitSet {
  const postings = shelf.idealIn[(HEALING_PHASES as readonly Phase[]).indexOf(phase)];
  return postings?.asSet(shelf.places) ?? roomFor(shelf.places);
}
