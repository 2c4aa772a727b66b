/** What a product earns at most when it lists an active below the range that was studied. */
const BELOW_RANGE = 0.5;

/**
 * How much of an ingredient's studied dose a product plausibly delivers.
 *
 * A label gives order, not percent, so an amount is an interval; the fit reads its upper bound.
 * From the lowest dose that worked on it stays 1; below it, it is the proportion and at most a
 * half (dossier §3). Too much is a question of safety, and safety is the verdict's business, never
 * the score's.
 *
 * @param share   largest plausible share of the finished product, 0…1
 * @param studied lowest share that worked in the cited trials, above 0 and at most 1; null = no dose is known
 * @returns 0 (no plausible effect) to 1 (the studied dose or more)
 * @throws RangeError if a share is outside 0…1 (2 was passed for 2 %)
 */
export function doseFit(share: number, studied: number | null): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share ${share} is not within 0 and 1`);
  if (studied === null) return 1;
  if (!(studied > 0 && studied <= 1))
    throw new RangeError(`studied dose ${studied} is not a share above 0 and at most 1`);
  return share >= studied ? 1 : Math.min(BELOW_RANGE, share / studied);
}

/**
 * The same for a sunscreen, whose dose is the factor on its pack.
 *
 * @param spf     the stated factor, above 0
 * @param studied the lowest factor that worked, above 0
 */
export function factorFit(spf: number, studied: number): number {
  return spf >= studied ? 1 : Math.min(BELOW_RANGE, spf / studied);
}
