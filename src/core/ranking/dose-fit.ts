/**
 * How much of an ingredient's studied dose a product plausibly delivers.
 *
 * A label gives order, not percent, so an amount is an interval; the fit reads its upper bound.
 * Below the lowest dose that worked it falls in proportion, above it it stays 1. Too much is a
 * question of safety, and safety is the verdict's business, never the score's.
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
  return Math.min(1, share / studied);
}
