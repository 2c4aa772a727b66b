import { TypedFastBitSet } from 'typedfastbitset';

/** Below this a list is small enough whatever the size of the shelf. */
const SHORTEST_BIT_SET = 64;
const BITS_PER_WORD = 32;

/** The number of the lowest bit of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** An empty set with room for so many places. */
export function roomFor(places: number): TypedFastBitSet {
  return new TypedFastBitSet(null, new Uint32Array(Math.max(1, Math.ceil(places / BITS_PER_WORD))));
}

/**
 * The places of all products that share one thing. A few are kept as a list of numbers, many as a
 * bit set: whichever is smaller. Places are only added, in ascending order.
 */
export class Postings {
  #list = new Uint32Array(2);
  #bits: TypedFastBitSet | undefined;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** What it takes in memory. */
  get bytes(): number {
    return this.#bits?.words.byteLength ?? this.#list.byteLength;
  }

  /** @param place at least that of the last one; the same again changes nothing */
  add(place: number): void {
    if (this.#bits !== undefined) {
      // not `checkedAdd`: typedfastbitset 0.8.0 loses what makes a set grow there
      if (!this.#bits.has(place)) this.#count++;
      this.#bits.add(place);
      return;
    }
    if (this.#count > 0 && this.#list[this.#count - 1] === place) return;
    if (this.#count >= SHORTEST_BIT_SET && this.#count * BITS_PER_WORD > place) {
      this.#bits = new TypedFastBitSet(this.#list.subarray(0, this.#count));
      this.#list = new Uint32Array(0);
      this.add(place);
      return;
    }
    if (this.#count === this.#list.length) this.#list = grown(this.#list);
    this.#list[this.#count++] = place;
  }

  has(place: number): boolean {
    return this.#bits?.has(place) ?? this.#list.lastIndexOf(place, this.#count - 1) >= 0;
  }

  /** Gives back the room that nothing has filled. */
  trim(): void {
    if (this.#bits === undefined) this.#list = this.#list.slice(0, Math.max(1, this.#count));
  }

  /**
   * All places as a set that is not to be changed.
   *
   * @param room how many places it has words for
   */
  asSet(room: number): TypedFastBitSet {
    if (this.#bits !== undefined) {
      this.#bits.resize(room - 1);
      return this.#bits;
    }
    const set = roomFor(room);
    this.addTo(set);
    return set;
  }

  /** Adds all places to a set that has room for them. */
  addTo(set: TypedFastBitSet): void {
    if (this.#bits !== undefined) {
      set.union(this.#bits);
      return;
    }
    const { words } = set;
    for (let index = 0; index < this.#count; index++) {
      const place = this.#list[index] as number;
      words[place >>> 5] = (words[place >>> 5] as number) | (1 << (place & 31));
    }
  }

  /** Whether any place is in a set. */
  intersects(set: TypedFastBitSet): boolean {
    if (this.#bits !== undefined) return set.intersects(this.#bits);
    for (let index = 0; index < this.#count; index++) if (set.has(this.#list[index] as number)) return true;
    return false;
  }
}

function grown(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Postings by key, made when they are first asked to add. */
export class PostingsBy<K> {
  readonly #all = new Map<K, Postings>();

  add(key: K, place: number): void {
    let postings = this.#all.get(key);
    if (postings === undefined) {
      postings = new Postings();
      this.#all.set(key, postings);
    }
    postings.add(place);
  }

  get(key: K): Postings | undefined {
    return this.#all.get(key);
  }

  keys(): Iterable<K> {
    return this.#all.keys();
  }

  get size(): number {
    return this.#all.size;
  }

  trim(): void {
    for (const postings of this.#all.values()) postings.trim();
  }

  /** Adds the places of some keys to a set that has room for them. */
  addTo(set: TypedFastBitSet, keys: Iterable<K>): void {
    for (const key of keys) this.#all.get(key)?.addTo(set);
  }
}
