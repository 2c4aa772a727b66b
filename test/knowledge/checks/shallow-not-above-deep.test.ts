import { shallowNotAboveDeep } from '../../../src/knowledge/checks/shallow-not-above-deep.js';
import { faultsOf, POLICY, tag } from '../build.js';

const skin = {
  id: 'FITZPATRICK_V_VI',
  earlyAddsHours: 24,
  openAtLeastHours: 36,
  earlyAtLeastHours: 96,
  earlyAtLeastHoursDeep: 120,
  holdMultiplier: 1.5,
  pigmentProvokingOnly: true,
  sources: [],
  policy: POLICY,
} as const;

describe(shallowNotAboveDeep.name, () => {
  it('is a fault in a hold, a caution, a case and a modifier', () => {
    const when = { rinseOff: true };
    expect(
      faultsOf(shallowNotAboveDeep, {
        tags: [
          tag({ id: 'aha', holdHours: [168, 120], cautionHours: [240, 239] }),
          tag({ id: 'bha', cases: [{ when, because: 'For a test.', cells: 'X X K K K', holdHours: [72, 24] }] }),
        ],
        modifiers: [{ ...skin, earlyAtLeastHoursDeep: 72 }],
      }),
    ).toEqual([
      expect.stringMatching(/aha › holdHours: asks 168 h up to 0.5 mm and only 120 h/),
      expect.stringContaining('aha › cautionHours'),
      expect.stringContaining('bha › cases 1, holdHours'),
      expect.stringContaining('FITZPATRICK_V_VI › earlyAtLeastHoursDeep'),
    ]);
  });

  it('is none where the two are equal, and where it never returns', () => {
    const tags = [tag({ id: 'aha', holdHours: [24, 24] }), tag({ id: 'tca', cells: 'X X X X X', holdHours: 'never' })];
    expect(faultsOf(shallowNotAboveDeep, { tags, modifiers: [skin] })).toEqual([]);
  });
});
