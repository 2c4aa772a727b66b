const LETTERS = 6;
const LARGEST_LETTER = 255;

/**
 * The first letters of a name as a number that orders as the names do, as far as it tells them
 * apart: a smaller key is an earlier name, an equal one says nothing.
 */
export function nameKey(name: string): number {
  let key = 0;
  for (let at = 0; at < LETTERS; at++) {
    const letter = at < name.length ? Math.min(name.charCodeAt(at), LARGEST_LETTER) : 0;
    key = key * (LARGEST_LETTER + 1) + letter;
    // what follows a letter beyond the largest could turn the order around
    if (letter === LARGEST_LETTER) return key * (LARGEST_LETTER + 1) ** (LETTERS - 1 - at);
  }
  return key;
}
