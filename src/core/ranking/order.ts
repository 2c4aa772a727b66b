/** What order is decided by. */
export interface Orderable {
  readonly score: number;
  /** rank of the best grade behind the score: 0 for A … 4 for N, 5 for none */
  readonly evidence: number;
  readonly name: string;
  readonly id: string;
}

/**
 * The total order of a ranking, best first: score, then evidence, then name, then id, compared by
 * code unit so that every process and database agrees. Ids that are numbers compare as numbers.
 */
export function byRank(a: Orderable, b: Orderable): number {
  return (
    b.score - a.score ||
    a.evidence - b.evidence ||
    compare(a.name, b.name) ||
    a.id.length - b.id.length ||
    compare(a.id, b.id)
  );
}

/** Text by code unit, as no locale would sort it. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
