/**
 * Something that is remembered beside an object as long as that lives, such as a request.
 *
 * It is kept on the object itself. In a WeakMap that has grown old, what is put in counts as alive until the next full
 * collection: every request would be carried along with all that it found, and collections would take ten times as long.
 */
export class Beside<K extends object, V> {
  readonly #name = Symbol('beside');

  get(of: K): V | undefined {
    return (of as { readonly [name: symbol]: V | undefined })[this.#name];
  }

  set(of: K, value: V): void {
    (of as { [name: symbol]: V })[this.#name] = value;
  }
}
