/** Chance that can be repeated: the same seed gives the same catalog and the same questions on every machine. */

/**
 * @typedef {object} Chance
 * @property {() => number} next                                       from 0 up to 1
 * @property {(least: number, most: number) => number} between         a number from `least` up to `most`
 * @property {(least: number, most: number) => number} whole           a whole number, both ends included
 * @property {(probability: number) => boolean} is                     whether something happens
 * @property {<T>(list: readonly T[]) => T} pick                       one of a list
 * @property {<T>(list: readonly T[], count: number) => T[]} some      so many different ones of a list
 */

/**
 * Mulberry32: 32 bits of state, good enough to mix labels, and quick.
 *
 * @param {number} seed a whole number
 * @returns {Chance}
 */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least, most) => least + Math.floor(next() * (most - least + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  return {
    next,
    whole,
    pick,
    between: (least, most) => least + next() * (most - least),
    is: (probability) => next() < probability,
    some: (list, count) => {
      const chosen = new Set();
      while (chosen.size < Math.min(count, list.length)) chosen.add(pick(list));
      return [...chosen];
    },
  };
}

/**
 * Draws from a list by weight.
 *
 * @template T
 * @param {Iterable<readonly [T, number]>} weighted values with their weights, above 0
 * @returns {(chance: Chance) => T}
 */
export function byWeight(weighted) {
  const values = [];
  const ends = [];
  let total = 0;
  for (const [value, weight] of weighted) {
    values.push(value);
    ends.push((total += weight));
  }
  return (chance) => {
    const at = chance.next() * total;
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return values[low];
  };
}

/**
 * Draws as names are used: the second half as often as the first, the third a third as often.
 *
 * @template T
 * @param {readonly T[]} list the most frequent first
 * @returns {(chance: Chance) => T}
 */
export function byRank(list) {
  return byWeight(list.map((value, rank) => [value, 1 / (rank + 1)]));
}
