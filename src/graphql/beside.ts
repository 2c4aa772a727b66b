/**
 * Something that is remembered beside an object as long as that lives, such as a request. It is kept on the object
 * itself, unseen by whoever goes over its names, which is found sooner than in a WeakMap.
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
