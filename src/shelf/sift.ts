import type { TypedFastBitSet } from 'typedfastbitset';
import type { Consultation, Question, VerdictCounts } from '../core/pair.js';
import type { AvoidList } from '../core/verdict/avoid.js';
import { HEALING_PHASES, type Phase, type Verdict } from '../core/vocabulary.js';
import type { MomentSets, Moments } from './moments.js';
import { roomFor } from './postings.js';
import type { Shelf } from './shelf.js';

/** A shelf and what is remembered of moments on it. */
export interface Standing {
  readonly shelf: Shelf;
  readonly moments: Moments;
}

/** Every product that was considered, told apart by its verdict. It stays as it is, whatever the shelf does next. */
export interface Sift {
  readonly counts: VerdictCounts;
  readonly places: Readonly<Record<Verdict, TypedFastBitSet>>;
}

/**
 * Tells products apart by their verdict at a moment: what `assess` says of each, without looking at any.
 *
 * @param considered products to look at
 */
export function sift(
  { shelf, moments }: Standing,
  { moment, avoid, referral }: Consultation,
  question: Question,
  considered: TypedFastBitSet,
): Sift {
  if (referral !== undefined) return counted(nowhere(considered), considered);
  const sets = withWishes(shelf, moments.sets(moment, question), avoid);
  const ideal = idealSet(shelf, moment.phase);
  const room = (): TypedFastBitSet => roomFor(shelf.places);
  const places = { IDEAL: room(), SUITABLE: room(), CAUTION: room(), UNVERIFIED: room(), AVOID: room() };
  for (let at = 0; at < considered.words.length; at++) {
    let rest = wordAt(considered, at);
    if (rest === 0) continue;
    places.AVOID.words[at] = rest & wordAt(sets.avoid, at);
    rest &= ~wordAt(sets.avoid, at);
    places.UNVERIFIED.words[at] = rest & wordAt(sets.unverified, at);
    rest &= ~wordAt(sets.unverified, at);
    places.CAUTION.words[at] = rest & wordAt(sets.caution, at);
    rest &= ~wordAt(sets.caution, at);
    const best = rest & wordAt(ideal, at) & ~wordAt(sets.unideal, at);
    places.IDEAL.words[at] = best;
    places.SUITABLE.words[at] = rest & ~best;
  }
  return counted(places, considered);
}

/** Sets of different sizes hold nothing beyond their ends. */
function wordAt({ words }: TypedFastBitSet, at: number): number {
  return at < words.length ? (words[at] as number) : 0;
}

function nowhere(considered: TypedFastBitSet): Sift['places'] {
  const none = roomFor(0);
  return { IDEAL: none, SUITABLE: none, CAUTION: none, UNVERIFIED: none, AVOID: considered };
}

function counted(places: Sift['places'], considered: TypedFastBitSet): Sift {
  const counts = {
    IDEAL: places.IDEAL.size(),
    SUITABLE: places.SUITABLE.size(),
    CAUTION: places.CAUTION.size(),
    UNVERIFIED: places.UNVERIFIED.size(),
    AVOID: places.AVOID.size(),
    considered: considered.size(),
  };
  return { counts, places };
}

/** The sets for a person with wishes: what they avoid, and what nobody can say is free of it. */
function withWishes(shelf: Shelf, sets: MomentSets, avoid: AvoidList): MomentSets {
  if (avoid.isEmpty) return sets;
  const avoided = avoidedBy(shelf, avoid);
  avoided.union(sets.avoid);
  const unverified = roomFor(shelf.places);
  unverified.union(sets.unverified);
  shelf.incomplete.addTo(unverified);
  if (avoid.notUnderstood.length > 0) unverified.addRange(0, shelf.places);
  return { ...sets, avoid: avoided, unverified };
}

/** What fits: all that may be ranked. */
export function fitting({ places }: Sift): readonly TypedFastBitSet[] {
  return [places.IDEAL, places.SUITABLE];
}

/** Products that hold what a person avoids: what `avoidedIn` finds in each. */
export function avoidedBy(shelf: Shelf, { ingredients, tags, printed }: AvoidList): TypedFastBitSet {
  const avoided = roomFor(shelf.places);
  shelf.printed.addBearing(avoided, ingredients);
  for (const key of printed) shelf.printed.addHolding(avoided, key);
  shelf.byTag.addTo(avoided, tags);
  shelf.byMentioned.addTo(avoided, ingredients);
  return avoided;
}

/** Products that may be IDEAL in a phase; none before the treatment. */
function idealSet(shelf: Shelf, phase: Phase): TypedFastBitSet {
  const ideal = roomFor(shelf.places);
  shelf.idealIn[(HEALING_PHASES as readonly Phase[]).indexOf(phase)]?.addTo(ideal);
  return ideal;
}
