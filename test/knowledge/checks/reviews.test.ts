import { reviews } from '../../../src/knowledge/checks/reviews.js';
import { efficacy, faultsOf, tag } from '../build.js';

const parts = {
  tags: [tag({ id: 'aha', policy: { because: 'For a test.', reviewedOn: '2025-06-01' } })],
  policies: [{ id: 'avoid', because: 'For a test.', reviewedOn: '2026-11-30' }],
};
const faults = (now: string) => faultsOf(reviews, parts, new Date(now));

describe(reviews.name, () => {
  it('is a fault once eighteen months have passed', () => {
    expect(faults('2026-12-02T00:00:00Z')).toEqual([
      expect.stringMatching(/aha › policy, reviewedOn: is more than 18 months ago \(2025-06-01\)/),
    ]);
  });

  it('is a fault when the day has not come yet', () => {
    expect(faults('2026-11-29T23:00:00Z')).toEqual([
      expect.stringMatching(/policies.json › avoid › reviewedOn: lies in the future/),
    ]);
  });

  it('is none on the last day of the eighteen months, on the day of the review, and where a source decides', () => {
    expect(faults('2026-12-01T12:00:00Z')).toEqual([]);
    expect(faults('2026-11-30T00:00:00Z')).toEqual([]);
    const sourced = efficacy({ id: 'texture-001', sources: ['F26'], policy: undefined });
    expect(faultsOf(reviews, { efficacy: [sourced] }, new Date('2027-01-01'))).toEqual([]);
  });
});
