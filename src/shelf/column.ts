type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
type Maker<T extends Numbers> = new (length: number) => T;

/** A growing list of numbers of one width, without an object for each. */
export class Column<T extends Numbers = Numbers> {
  length = 0;
  /** more than `length` of them; the rest is 0 */
  values: T;

  constructor(private readonly make: Maker<T>) {
    this.values = new make(16);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  /** @returns 0 where nothing was ever set */
  at(index: number): number {
    return this.values[index] as number;
  }

  /** Sets a value, which may lie beyond the end. */
  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const larger = new this.make(Math.max(index + 1, this.values.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    if (index >= this.length) this.length = index + 1;
    this.values[index] = value;
  }
}
