import { efficacyStated } from '../../../src/knowledge/checks/efficacy-stated.js';
import { efficacy, faultsOf } from '../build.js';

describe(efficacyStated.name, () => {
  it('is a fault without a subject, with two kinds of one, and with a range upside down or from nothing', () => {
    expect(
      faultsOf(efficacyStated, {
        efficacy: [
          efficacy({ id: 'texture-001', subject: {} }),
          efficacy({ id: 'texture-002', subject: { none: true, tags: ['aha'] } }),
          efficacy({ id: 'texture-003', minShare: 0.2, maxShare: 0.1 }),
          efficacy({ id: 'texture-004', minShare: 0 }),
        ],
      }),
    ).toEqual([
      expect.stringContaining('texture-001 › subject'),
      expect.stringContaining('texture-002 › subject'),
      expect.stringContaining('texture-003 › minShare'),
      expect.stringContaining('texture-004 › minShare'),
    ]);
  });

  it('is none with one subject and a range that ascends or is open', () => {
    const rows = [
      efficacy({ id: 'texture-001', minShare: 0.05, maxShare: 0.05 }),
      efficacy({ id: 'texture-002', minShare: null, maxShare: 0.1 }),
      efficacy({ id: 'texture-003', subject: { none: true }, minShare: null, maxShare: null }),
    ];
    expect(faultsOf(efficacyStated, { efficacy: rows })).toEqual([]);
  });
});
