import { LRUCache } from 'lru-cache';
import type { TypedFastBitSet } from 'typedfastbitset';
import type { Knowledge } from '../core/knowledge.js';
import type { Question } from '../core/pair.js';
import { healingKey, healingOf, type Healing, type Moment } from '../core/recovery/moment.js';
import { FIRST_HOURS } from '../core/recovery/windows.js';
import { AVOIDS_NOTHING } from '../core/verdict/avoid.js';
import { listVerdict } from '../core/verdict/judge.js';
import { fits, HEALING_PHASES, severity } from '../core/vocabulary.js';
import { roomFor } from './postings.js';
import type { Shelf } from './shelf.js';

/** What a moment does to each product of a shelf whose owner avoids nothing. A product may be in several; the strictest counts. */
export interface MomentSets {
  readonly avoid: TypedFastBitSet;
  readonly unverified: TypedFastBitSet;
  readonly caution: TypedFastBitSet;
  /** what may not be IDEAL now, although it fits */
  readonly unideal: TypedFastBitSet;
}

interface KeptSets extends MomentSets {
  /** what each cell does to a product, by its number; 0 = it was not asked yet */
  readonly effects: Uint8Array;
  /** places that were looked at so far */
  upTo: number;
}

/** Parts of what a cell does to a product. */
const SEVERITY = 0b0011;
const SPOILS = 0b0100;
const ASKED = 0b1000;

interface Turns {
  /** of the healing among all that were asked about */
  readonly number: number;
  /** hours at which anything may change, ascending */
  readonly hours: readonly number[];
  /** how many cells the shelf had when they were found */
  readonly cells: number;
}

const HEALINGS_KEPT = 1000;
const LARGEST_SETS_BYTES = 64 * 1024 * 1024;

/**
 * The sets of moments, remembered by what a moment really is: between two hours at which some hold,
 * cautious stretch or phase ends nothing changes, whatever the minute.
 */
export class Moments {
  readonly #healings = new LRUCache<string, Healing>({ max: HEALINGS_KEPT });
  readonly #turns = new WeakMap<Healing, Turns>();
  readonly #sets = new LRUCache<string, KeptSets>({
    maxSize: LARGEST_SETS_BYTES,
    sizeCalculation: ({ avoid }) => Math.max(1, 4 * avoid.words.byteLength),
  });

  #count = 0;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly shelf: Shelf,
  ) {}

  /** How the skin of a question heals; the same object for all that heal alike. */
  healing({ treatment, profile }: Question): Healing {
    const key = healingKey(this.knowledge, treatment, profile);
    let healing = this.#healings.get(key);
    if (healing === undefined) {
      healing = healingOf(this.knowledge, treatment, profile);
      this.#healings.set(key, healing);
    }
    return healing;
  }

  /** @param moment with a healing that `healing` gave: what is remembered is remembered by it */
  sets(moment: Moment): MomentSets {
    const stretch = this.stretchOf(moment);
    let sets = this.#sets.get(stretch);
    if (sets === undefined || !this.#catchUp(sets, moment)) {
      sets = this.#work(moment);
      this.#sets.set(stretch, sets);
    }
    return sets;
  }

  /** Equal for moments at which every product that nobody wishes away has the same verdict, until the catalog changes. */
  stretchOf({ healing, judgedHour }: Moment): string {
    const { number, hours } = this.#turnsOf(healing);
    return `${number} ${stretchAt(hours, judgedHour)}`;
  }

  #turnsOf(healing: Healing): Turns {
    const cells = this.shelf.byCell.size;
    const before = this.#turns.get(healing);
    if (before?.cells === cells) return before;
    const turns = { number: before?.number ?? this.#count++, hours: turnsOf(this.shelf, healing), cells };
    this.#turns.set(healing, turns);
    return turns;
  }

  #work(moment: Moment): KeptSets {
    const { shelf } = this;
    const room = (): TypedFastBitSet => roomFor(shelf.places);
    const effects = new Uint8Array(shelf.cells.length);
    const sets = { avoid: room(), unverified: room(), caution: room(), unideal: room(), effects, upTo: shelf.places };
    const bySeverity = inOrder(sets);
    for (const number of shelf.byCell.keys()) {
      const effect = this.#effect(sets, moment, number);
      const into = bySeverity[effect & SEVERITY];
      if (into !== undefined) shelf.byCell.get(number)?.addTo(into);
      if (effect & SPOILS) shelf.byCell.get(number)?.addTo(sets.unideal);
    }
    shelf.missing.addTo(sets.unverified);
    shelf.incomplete.addTo(bySeverity[incomplete(moment)] as TypedFastBitSet);
    if (isFirstHours(moment)) sets.caution.addRange(0, shelf.places);
    return sets;
  }

  /** Looks at what came since. @returns false if that is too much to be known one by one */
  #catchUp(sets: KeptSets, moment: Moment): boolean {
    const { shelf } = this;
    if (sets.upTo === shelf.places) return true;
    if (shelf.cellsLatelyAt(sets.upTo) === undefined) return false;
    const bySeverity = inOrder(sets);
    for (const set of [sets.avoid, sets.unverified, sets.caution, sets.unideal]) set.resize(shelf.places);
    for (; sets.upTo < shelf.places; sets.upTo++) {
      const place = sets.upTo;
      for (const number of shelf.cellsLatelyAt(place) ?? []) {
        const effect = this.#effect(sets, moment, number);
        bySeverity[effect & SEVERITY]?.add(place);
        if (effect & SPOILS) sets.unideal.add(place);
      }
      if (shelf.missing.has(place)) sets.unverified.add(place);
      if (shelf.incomplete.has(place)) bySeverity[incomplete(moment)]?.add(place);
      if (isFirstHours(moment)) sets.caution.add(place);
    }
    return true;
  }

  #effect({ effects }: KeptSets, moment: Moment, number: number): number {
    const known = effects[number] ?? 0;
    if (known !== 0) return known;
    const effect = ASKED | this.#severity(moment, number) | (this.#spoils(moment, number) ? SPOILS : 0);
    effects[number] = effect;
    return effect;
  }

  #severity(moment: Moment, number: number): 0 | 1 | 2 | 3 {
    const cell = this.shelf.cells[number];
    return cell === undefined ? severity('AVOID') : severity(moment.verdict(cell)); // unknown is never safe
  }

  /** Whether a class that fits keeps a product from being IDEAL: it is only rinsed off, or a protocol was kinder. */
  #spoils(moment: Moment, number: number): boolean {
    const cell = this.shelf.cells[number];
    if (cell === undefined) return false;
    const rinsed = cell.relief === 'STEP_ALWAYS' || cell.relief === 'STEP_FROM_LATE';
    return (rinsed && !fits(moment.strain(cell))) || (cell.before !== undefined && !fits(moment.verdict(cell.before)));
  }
}

/** The sets by severity; what fits is in none. */
function inOrder({ caution, unverified, avoid }: MomentSets): readonly (TypedFastBitSet | undefined)[] {
  return [undefined, caution, unverified, avoid];
}

/** The stretch between two turns in which an hour lies, by its ends: a number would mean another one when turns are added. */
function stretchAt(turns: readonly number[], hour: number): string {
  let from = 0;
  let to = turns.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((turns[middle] as number) <= hour) from = middle + 1;
    else to = middle;
  }
  return `${turns[from - 1]} to ${turns[from]}`;
}

/** The hours at which anything may change: what holds before one of them holds no longer from it on. */
function turnsOf({ byCell, cells }: Shelf, { windows, ladder, unrelieved }: Healing): number[] {
  const turns = new Set<number>([0, FIRST_HOURS, ...HEALING_PHASES.map((phase) => windows.until[phase])]);
  for (const number of byCell.keys()) {
    for (let cell = cells[number]; cell !== undefined; cell = cell.before) {
      turns.add(-cell.tag.stopHours);
      for (const { avoidUntil, unverifiedUntil, cautionUntil } of [ladder(cell), unrelieved(cell)])
        for (const hour of [avoidUntil, unverifiedUntil, cautionUntil]) turns.add(hour);
    }
  }
  return [...turns].sort((a, b) => a - b);
}

function isFirstHours({ judgedHour }: Moment): boolean {
  return judgedHour >= 0 && judgedHour < FIRST_HOURS;
}

/** Severity of an incomplete list for who avoids nothing; it is never 0. */
function incomplete(moment: Moment): 0 | 1 | 2 | 3 {
  return severity(listVerdict('INCOMPLETE', moment, AVOIDS_NOTHING));
}
