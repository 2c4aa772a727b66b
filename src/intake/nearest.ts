/** Names this long are not compared; nobody mistypes that much. */
const LONGEST_NAME = 60;

/**
 * The name that someone probably meant.
 *
 * @returns undefined if none is near: more than half of the letters differ
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().slice(0, LONGEST_NAME);
  const ranked = names
    .map((candidate) => ({ candidate, steps: distance(wanted, candidate.toLowerCase().slice(0, LONGEST_NAME)) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= Math.max(1, Math.floor(wanted.length / 2)) ? best.candidate : undefined;
}

/** Letters to add, drop or replace to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
