import { groundsGiven } from '../../../src/knowledge/checks/grounds-given.js';
import { efficacy, faultsOf, POLICY, tag } from '../build.js';

const notice = { code: 'SHADE', summary: 'For a test.', indicator: 'INFO', sources: [] } as const;

describe(groundsGiven.name, () => {
  it('is a fault when an entry has neither', () => {
    expect(
      faultsOf(groundsGiven, {
        tags: [tag({ id: 'aha', policy: undefined })],
        efficacy: [efficacy({ id: 'texture-001', policy: undefined })],
        conditions: [{ id: 'PREGNANT', effect: 'REFER', message: 'For a test.', urgency: 'ROUTINE', sources: [] }],
        symptoms: [{ id: 'PUS', message: 'For a test.', urgency: 'SAME_DAY', sources: [] }],
        notices: [notice],
      }),
    ).toEqual([
      expect.stringContaining('aha'),
      expect.stringContaining('texture-001'),
      expect.stringContaining('PREGNANT'),
      expect.stringContaining('PUS'),
      expect.stringContaining('SHADE'),
    ]);
  });

  it('is none with a source, and none with a policy', () => {
    expect(
      faultsOf(groundsGiven, {
        tags: [tag({ id: 'aha', policy: undefined, sources: ['F26'] })],
        notices: [{ ...notice, policy: POLICY }],
      }),
    ).toEqual([]);
  });
});
