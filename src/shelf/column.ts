type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
type Maker<T extends Numbers> = new (length: number) => T;

/** A growing list of numbers of one width, without an object for each. What was never set is 0. */
export class Column<T extends Numbers = Numbers> {
  length = 0;
  /** `length` of them or more; the rest is 0 */
  values: T;

  constructor(private readonly make: Maker<T>) {
    this.values = new make(16);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  at(index: number): number {
    return index < this.values.length ? (this.values[index] as number) : 0;
  }

  /** Sets a value, which may lie beyond the end. */
  set(index: number, value: number): void {
    this.reach(index + 1);
    this.values[index] = value;
  }

  /** Makes the list at least so long. */
  reach(length: number): void {
    if (length > this.values.length) this.#resize(Math.max(length, this.values.length * 2));
    if (length > this.length) this.length = length;
  }

  /** Makes room for so many values, so that none of them moves the others. */
  reserve(capacity: number): void {
    if (capacity > this.values.length) this.#resize(capacity);
  }

  /** Gives back the room that nothing has filled. */
  trim(): void {
    this.#resize(this.length);
  }

  #resize(capacity: number): void {
    const resized = new this.make(capacity);
    resized.set(this.values.subarray(0, this.length));
    this.values = resized;
  }
}
