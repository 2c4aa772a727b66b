/**
 * The member of a list at a place that is known to be inside it.
 *
 * For loops and tables whose bounds hold the place by construction: the
 * compiler cannot know that, and a made-up value for a hole that never is
 * would only hide a fault.
 */
export function nth<T>(list: ArrayLike<T>, place: number): T {
  return list[place] as T;
}

/**
 * The same for tables of places in a text, where every character is looked up:
 * a function that never sees another kind of list answers several times as fast.
 */
export function placeIn(places: Int32Array | readonly number[], at: number): number {
  return places[at] as number;
}
