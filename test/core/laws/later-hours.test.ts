import * as fc from 'fast-check';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { judged, read } from '../../support/world.js';

describe('law 2: from the treatment on and without symptoms', () => {
  const twoHours = fc
    .tuple(any.hourAfter, any.hourAfter)
    .map(([one, other]) => ({ earlier: Math.min(one, other), later: Math.max(one, other) }));

  it('a later hour is never stricter', () => {
    any.law(
      fc.tuple(any.product, any.treatment, any.calmProfile, twoHours),
      ([product, treatment, profile, { earlier, later }]) => {
        const reading = read(product);
        const severityAt = (hoursSince: number): number =>
          severity(judged(reading, { treatment: { ...treatment, hoursSince }, profile }).verdict);

        expect(severityAt(later)).toBeLessThanOrEqual(severityAt(earlier));
      },
    );
  });

  it('the hour from which a product fits is the same whenever one asks', () => {
    any.law(
      fc.tuple(any.product, any.treatment, any.calmProfile, twoHours),
      ([product, treatment, profile, { earlier, later }]) => {
        const reading = read(product);
        const fromHour = (hoursSince: number): number | undefined =>
          judged(reading, { treatment: { ...treatment, hoursSince }, profile }).usableFromHour;

        expect(fromHour(later)).toBe(fromHour(earlier));
      },
    );
  });
});
