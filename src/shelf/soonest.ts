import type { TypedFastBitSet } from 'typedfastbitset';
import type { Consultation } from '../core/pair.js';
import type { Orderable } from '../core/ranking/order.js';
import { fitsFrom } from '../core/recovery/ladder.js';
import { FIRST_HOURS } from '../core/recovery/windows.js';
import { FirstFew, type Ranked } from './best.js';
import type { Shelf } from './shelf.js';
import { roomFor } from './postings.js';

/** Stands for the hour of what may never be used, or nobody knows when: a number that JSON can write. */
export const NEVER = Number.MAX_VALUE;

/**
 * The products that may be used soonest, in the order of `Answer.leftOut`. The score of each is its hour, negative.
 *
 * @param among products that were left out
 * @param most how many are wanted
 * @param behind where the page before ended
 */
export function soonest(
  shelf: Shelf,
  consultation: Consultation,
  among: TypedFastBitSet,
  most: number,
  behind?: Orderable,
): Ranked[] {
  const few = new FirstFew(shelf, most, behind && { rank: -behind.score, order: behind });
  const hours = hoursOf(shelf, consultation, among);
  among.forEach((place) => {
    const hour = hours[place] as number;
    if (hour <= few.worst) few.offer(place, hour, 0);
  });
  return few.ranked((hour) => -hour);
}

/** The first hour at which each product would fit; see `judge`. */
function hoursOf(shelf: Shelf, { moment, avoid, referral }: Consultation, among: TypedFastBitSet): Float64Array {
  const hours = new Float64Array(shelf.places);
  if (referral !== undefined || !moment.foreseeable || avoid.notUnderstood.length > 0) return hours.fill(NEVER);
  hours.fill(FIRST_HOURS);
  const raise = (set: TypedFastBitSet, hour: number): void => {
    set.intersection(among);
    set.forEach((place) => {
      if ((hours[place] as number) < hour) hours[place] = hour;
    });
  };
  for (const number of shelf.byCell.keys()) {
    const cell = shelf.cells[number];
    const hour = cell === undefined ? 0 : fitsFrom(moment.ladder(cell));
    if (hour <= FIRST_HOURS) continue;
    const set = roomFor(shelf.places);
    shelf.byCell.get(number)?.addTo(set);
    raise(set, Math.min(hour, NEVER));
  }
  const never = roomFor(shelf.places);
  shelf.wishes.addAvoided(never, avoid);
  shelf.missing.addTo(never);
  shelf.incomplete.addTo(never);
  raise(never, NEVER);
  return hours;
}
