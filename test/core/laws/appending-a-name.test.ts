import * as fc from 'fast-check';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { judged, read } from '../../support/world.js';

describe('law 1: on a complete list, one more name', () => {
  const before = fc.record({
    draft: any.draft,
    name: any.printedName,
    treatment: any.treatment,
    profile: any.calmProfile,
  });

  it('never makes the verdict less severe', () => {
    any.law(before, ({ draft, name, treatment, profile }) => {
      const reading = read(any.written(draft));
      fc.pre(reading.state === 'LISTED');
      const longer = read(any.written({ ...draft, names: [...draft.names, name] }));
      const question = { treatment, profile };

      expect(severity(judged(longer, question).verdict)).toBeGreaterThanOrEqual(
        severity(judged(reading, question).verdict),
      );
    });
  });

  it('never lets the product return earlier', () => {
    any.law(before, ({ draft, name, treatment, profile }) => {
      const reading = read(any.written(draft));
      fc.pre(reading.state === 'LISTED');
      const longer = read(any.written({ ...draft, names: [...draft.names, name] }));
      const question = { treatment, profile };

      const returns = judged(reading, question).usableFromHour ?? Infinity;
      expect(judged(longer, question).usableFromHour ?? Infinity).toBeGreaterThanOrEqual(returns);
    });
  });
});
