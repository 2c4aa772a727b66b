import type { MarketLimit } from '../../../src/core/knowledge.js';
import { limitsInForce } from '../../../src/knowledge/checks/limits-in-force.js';
import { faultsOf, POLICY } from '../build.js';

const limit = (id: string, since: string): MarketLimit => ({
  id,
  market: 'EU',
  subject: { ingredients: ['urea'] },
  banned: true,
  since,
  sources: [],
  policy: POLICY,
});

describe(limitsInForce.name, () => {
  it('is a fault for a limit that has not started', () => {
    expect(faultsOf(limitsInForce, { marketLimits: [limit('eu-urea', '2027-05-01')] })).toEqual([
      'marketLimits.json › eu-urea › since: lies in the future (2027-05-01). Add the limit when it has started.',
    ]);
  });

  it('is none from its day or year on', () => {
    expect(
      faultsOf(limitsInForce, { marketLimits: [limit('eu-urea', '2026-12-01'), limit('us-urea', '2026')] }),
    ).toEqual([]);
  });
});
