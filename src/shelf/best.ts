import type { TypedFastBitSet } from 'typedfastbitset';
import { NO_EVIDENCE } from '../core/ranking/benefit.js';
import { byRank, compare, type Orderable } from '../core/ranking/order.js';
import { stepsOf, STEPS, type Stake } from '../core/ranking/score.js';
import { nodeId } from '../graphql/node.js';
import { COLUMNS } from './compiled.js';
import { lowestBit } from './postings.js';
import type { BenefitColumn, Shelf } from './shelf.js';

/** A product in its order. */
export class Ranked implements Orderable {
  constructor(
    readonly rowId: number,
    readonly score: number,
    readonly evidence: number,
    readonly name: string,
  ) {}

  get id(): string {
    return nodeId('Product', this.rowId);
  }
}

/** One found so far; numbers first, because names are looked at only where numbers are equal. */
interface Found {
  readonly place: number;
  /** smaller is better; compared before `evidence` */
  readonly rank: number;
  readonly evidence: number;
  readonly nameKey: number;
}

/**
 * Keeps the first few of many in total order, without sorting the rest.
 *
 * Orders by a rank that the caller gives (smaller first), then evidence, name and id, as `byRank` does.
 */
export class FirstFew {
  /** the rank that a product may have at most to be among them */
  worst = Infinity;

  /** The same where a rank counts steps, negative: less than so many, before rounding, are too few. */
  get leastSteps(): number {
    return -this.worst - 0.5;
  }

  readonly #found: Found[] = [];

  /**
   * @param most how many are wanted, 1 or more
   * @param behind where the page before ended: only what comes after it counts
   */
  constructor(
    private readonly shelf: Shelf,
    private readonly most: number,
    private readonly behind?: { readonly rank: number; readonly order: Orderable },
  ) {}

  offer(place: number, rank: number, evidence: number): void {
    if (rank > this.worst) return;
    const found = this.#found;
    const nameKey = this.shelf.nameKeys.at(place);
    if (rank === this.worst) {
      // whole catalogs may share a rank, such as no points at all
      const last = found[found.length - 1] as Found;
      if (evidence > last.evidence || (evidence === last.evidence && nameKey > last.nameKey)) return;
    }
    const one = { place, rank, evidence, nameKey };
    if (rank === this.worst && this.#compare(one, found[found.length - 1] as Found) > 0) return;
    if (!this.#isBehind(one)) return;
    let from = 0;
    let to = found.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#compare(found[middle] as Found, one) < 0) from = middle + 1;
      else to = middle;
    }
    found.splice(from, 0, one);
    if (found.length > this.most) found.pop();
    if (found.length === this.most) this.worst = (found[found.length - 1] as Found).rank;
  }

  /** @param scoreOf the score that a rank stands for */
  ranked(scoreOf: (rank: number) => number): Ranked[] {
    return this.#found.map((one) => this.#ranked(one, scoreOf(one.rank)));
  }

  #isBehind(one: Found): boolean {
    if (this.behind === undefined) return true;
    const { rank, order } = this.behind;
    return one.rank === rank ? byRank(this.#ranked(one, order.score), order) > 0 : one.rank > rank;
  }

  #compare(a: Found, b: Found): number {
    return (
      a.rank - b.rank ||
      a.evidence - b.evidence ||
      a.nameKey - b.nameKey ||
      compare(this.#nameOf(a), this.#nameOf(b)) ||
      byRank(this.#ranked(a, 0), this.#ranked(b, 0))
    );
  }

  #ranked(found: Found, score: number): Ranked {
    return new Ranked(this.shelf.rowIds.at(found.place), score, found.evidence, this.#nameOf(found));
  }

  #nameOf({ place }: Found): string {
    return this.shelf.names[place] as string; // every place has a name
  }
}

/**
 * Blocks are looked at from the best bound down, in so many parts of the best one: what the first give lets most of
 * the others be passed over.
 */
const LEVELS: readonly number[] = [0.95, 0.85, 0.7, 0.5, 0];

/**
 * The best of some products for what is at stake, in the order of `rank`.
 *
 * @param among products that fit
 * @param most how many are wanted
 * @param behind where the page before ended
 */
export function best(
  shelf: Shelf,
  among: TypedFastBitSet,
  stakes: readonly Stake[],
  most: number,
  behind?: Orderable,
): Ranked[] {
  const few = new FirstFew(shelf, most, behind && { rank: -stepsOf(behind.score), order: behind });
  const columns = stakes.map(({ concern }) => shelf.benefits[COLUMNS.indexOf(concern)] as BenefitColumn);
  const sizes = columns.map(({ size }) => size.values);
  const evidences = columns.map(({ evidence }) => evidence.values);
  const mosts = stakes.map((stake) => stake.most);
  const { words } = among;
  const blocks = Math.min(words.length, (shelf.places + 31) >>> 5);
  const bounds = boundsOf(mosts, columns, blocks);
  let top = 0;
  for (let block = 0; block < blocks; block++)
    if (words[block] !== 0 && (bounds[block] as number) > top) top = bounds[block] as number;

  let below = Infinity;
  let least = few.leastSteps;
  for (const level of LEVELS) {
    const from = level * top;
    for (let block = 0; block < blocks; block++) {
      const bound = bounds[block] as number;
      if (bound < from || bound >= below || bound * STEPS < least) continue;
      for (let word = words[block] as number; word !== 0; word &= word - 1) {
        const place = block * 32 + lowestBit(word);
        const points = pointsAt(mosts, sizes, place);
        if (points * STEPS < least) continue;
        few.offer(place, -stepsOf(points), evidenceAt(evidences, place));
        least = few.leastSteps;
      }
    }
    below = from;
    if (below * STEPS < least) break;
  }
  return few.ranked((rank) => -rank / STEPS);
}

let scratch = new Float64Array(0);

/** What the best of each block would earn: it bounds what any of its products earns. It holds until the next call. */
function boundsOf(mosts: readonly number[], columns: readonly BenefitColumn[], blocks: number): Float64Array {
  if (scratch.length < blocks) scratch = new Float64Array(2 * blocks);
  else scratch.fill(0, 0, blocks);
  for (const [index, { best }] of columns.entries()) {
    const [most, values] = [mosts[index] as number, best.values];
    for (let block = 0; block < blocks; block++)
      scratch[block] = (scratch[block] as number) + most * (values[block] as number);
  }
  return scratch;
}

/** What is earned of all that is at stake: the sum that `scoreOf` makes, in its order. */
function pointsAt(mosts: readonly number[], sizes: readonly Float32Array[], at: number): number {
  let points = 0;
  for (let index = 0; index < mosts.length; index++)
    points += (mosts[index] as number) * ((sizes[index] as Float32Array)[at] as number);
  return points;
}

function evidenceAt(columns: readonly Uint8Array[], place: number): number {
  let most = 0;
  for (const column of columns) most = Math.max(most, column[place] as number);
  return NO_EVIDENCE - most;
}
