import type { Question } from '../../../src/core/pair.js';
import { beforeTreatment, healingKey, momentOf, type Moment } from '../../../src/core/recovery/moment.js';
import { verdictAt } from '../../../src/core/recovery/ladder.js';
import type { Tagging } from '../../../src/core/tagging/read-formula.js';
import type { SkinProfile, Treatment } from '../../../src/core/treatment.js';
import type { Condition } from '../../../src/core/vocabulary.js';
import { CALM_SKIN, HOUR, knowledge, UNKNOWN_SKIN } from '../../support/world.js';

const at = ({ treatment, profile }: Question): Moment => momentOf(knowledge, treatment, profile);
function tagging(id: string, rest: Partial<Tagging> = {}): Tagging {
  const tag = knowledge.tag(id);
  return { tag, course: tag, relief: 'NONE', ladderId: id, ...rest };
}
const holdOf = (id: string, question: Question): number => at(question).holdEnd(tagging(id));

describe('a hold', () => {
  const skin = (rest: object): Question => HOUR(0, { ...CALM_SKIN, ...rest });

  it('is multiplied by the depth, then by what the skin asks most for', () => {
    expect(holdOf('retinol', HOUR(0))).toBe(168);
    expect(holdOf('retinol', HOUR(0, CALM_SKIN, { needleDepthMm: 2.5 }))).toBe(252);
    expect(holdOf('retinol', skin({ sensitive: true }))).toBe(252);
    expect(holdOf('retinol', skin({ sensitive: true, conditions: ['ECZEMA'] }))).toBe(336);
  });

  it('is longer on darker skin only where a class provokes pigment', () => {
    expect([4, 5].map((fitzpatrick) => holdOf('retinol', skin({ fitzpatrick })))).toEqual([210, 252]);
    expect([4, 5].map((fitzpatrick) => holdOf('kojic', skin({ fitzpatrick })))).toEqual([168, 168]);
  });

  it('is capped by rosacea, but no shorter than without it', () => {
    expect(holdOf('nicotinate', skin({ conditions: ['ROSACEA'] }))).toBe(672);
    expect(holdOf('nicotinate', HOUR(0, { ...CALM_SKIN, conditions: ['ROSACEA'] }, { needleDepthMm: 2.5 }))).toBe(672);
    expect(
      holdOf('nicotinate', HOUR(0, { ...CALM_SKIN, sensitive: true, conditions: ['ROSACEA'] }, { needleDepthMm: 2.5 })),
    ).toBe(756);
  });

  it('never ends where it never may', () => {
    expect(holdOf('platelet', HOUR(0))).toBe(Infinity);
  });
});

describe('what nobody stated', () => {
  it('is assumed to be reactive until reintroduction ends, and has no effect afterwards', () => {
    expect(holdOf('retinol', HOUR(0, UNKNOWN_SKIN))).toBe(252);
    expect(holdOf('nicotinate', HOUR(0))).toBe(336);
    expect(holdOf('nicotinate', HOUR(0, UNKNOWN_SKIN))).toBe(336);
  });

  it('never shortens what is stated', () => {
    const eczema = { ...UNKNOWN_SKIN, conditions: ['ECZEMA'] as const };
    expect(holdOf('nicotinate', HOUR(0, eczema))).toBe(672);
  });
});

describe('what heals alike', () => {
  const key = ({ treatment, profile }: Question): string => healingKey(knowledge, treatment, profile);
  const skin = (rest: Partial<SkinProfile>): string => key(HOUR(0, { ...CALM_SKIN, ...rest }));
  const needles = (rest: Partial<Treatment>): string => key(HOUR(0, CALM_SKIN, rest));

  it('is told by one key, whatever the hour, the place on the skin and the order of conditions', () => {
    expect(key(HOUR(1000))).toBe(key(HOUR(0)));
    expect(needles({ area: 'BODY', device: 'ROLLER', needleDepthMm: 0.9 })).toBe(key(HOUR(0)));
    expect(skin({ fitzpatrick: 3, acneProne: false, symptoms: ['PUS'], avoid: ['retinol'] })).toBe(key(HOUR(0)));
    expect(skin({ conditions: ['ROSACEA', 'ECZEMA'] })).toBe(skin({ conditions: ['ECZEMA', 'ROSACEA'] }));
  });

  it('is told apart by depth, traits, conditions, and what nobody answered', () => {
    const keys = [
      key(HOUR(0)),
      needles({ needleDepthMm: 1.5 }),
      needles({ device: 'RADIOFREQUENCY' }),
      skin({ fitzpatrick: undefined }),
      skin({ fitzpatrick: 4 }),
      skin({ fitzpatrick: 6 }),
      skin({ sensitive: undefined }),
      skin({ sensitive: true }),
      skin({ acneProne: true }),
      skin({ conditions: ['ECZEMA'] }),
      skin({ conditions: ['ROSACEA'] }),
      skin({ conditions: ['METAL_ALLERGY'] }),
      skin({ conditions: ['ECZEMA', 'METAL_ALLERGY'] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('redness that persists', () => {
  const red = { ...CALM_SKIN, symptoms: ['PERSISTENT_REDNESS'] as const };

  it('holds the phase at early recovery until a week has passed, and nothing can be foretold', () => {
    for (const hour of [72, 167.9]) {
      const moment = at(HOUR(hour, red));
      expect([moment.phase, moment.foreseeable, moment.hour]).toEqual(['EARLY_RECOVERY', false, hour]);
      expect(moment.judgedHour).toBeLessThan(72);
    }
  });

  it('makes the hours unforeseeable from the last pass on', () => {
    expect([-0.1, 0].map((hour) => at(HOUR(hour, red)).foreseeable)).toEqual([true, false]);
  });

  it('changes nothing earlier, after a week, or before the session', () => {
    expect(at(HOUR(12, red))).toMatchObject({ judgedHour: 12, phase: 'OPEN_CHANNELS' });
    expect(at(HOUR(168, red))).toMatchObject({ judgedHour: 168, phase: 'REINTRODUCTION', foreseeable: true });
    expect(at(HOUR(-24, red))).toMatchObject({ judgedHour: -24, phase: 'PREPARATION', foreseeable: true });
  });
});

describe('rinsing off', () => {
  const rinsed = tagging('retinol', { tag: { ...knowledge.tag('retinol') }, relief: 'STEP_FROM_LATE' });

  it('relieves a verdict, but neither its strain nor the end of its hold', () => {
    const moment = at(HOUR(100));
    expect([moment.verdict(rinsed), moment.strain(rinsed), moment.holdEnd(rinsed)]).toEqual(['CAUTION', 'AVOID', 168]);
  });

  it('is no strain in a sunscreen, where protection outweighs', () => {
    const sunscreen = tagging('botanical_other', { relief: 'SUNSCREEN' });
    expect(at(HOUR(100)).strain(sunscreen)).toBe('SUITABLE');
    expect(at(HOUR(100)).strain({ ...sunscreen, relief: 'NONE' })).toBe('CAUTION');
  });

  it('is reckoned once for equal ladders', () => {
    const moment = at(HOUR(100));
    expect(moment.ladder(rinsed)).toBe(moment.ladder({ ...rinsed }));
    expect(verdictAt(moment.ladder(rinsed), 100)).toBe(moment.verdict(rinsed));
  });
});

describe('before the treatment', () => {
  const before = (id: string, hour: number, conditions: readonly Condition[] = []): string =>
    beforeTreatment(knowledge.tag(id), knowledge.tag(id), hour, conditions);

  it('a class stops for its stop hours, counted to the hour itself', () => {
    expect([-121, -120, -1].map((hour) => before('retinol', hour))).toEqual(['SUITABLE', 'AVOID', 'AVOID']);
  });

  it('a class without a stop goes on to the last hour', () => {
    expect(before('panthenol', -1)).toBe('SUITABLE');
  });

  it('what may never return, or is barred for a condition, is not begun', () => {
    expect(before('platelet', -2000)).toBe('AVOID');
    expect(before('lanolin', -2000)).toBe('SUITABLE');
    expect(before('lanolin', -2000, ['ECZEMA'])).toBe('AVOID');
  });

  it('what asks for caution on skin that was not needled asks for it now', () => {
    expect(before('other_kind', -2000)).toBe('CAUTION');
    expect(before('resorcinol', -2000)).toBe('CAUTION');
    const resorcinol = knowledge.tag('resorcinol');
    const barred = { ...resorcinol, cells: { ...resorcinol.cells, REMODELLING: 'X' } } as const;
    expect(beforeTreatment(barred, barred, -2000, [])).toBe('CAUTION');
  });

  it('what asks for caution beyond two weeks after a session asks for it before one, and what ends by then does not', () => {
    expect([before('essential_oil', -2000), before('alcohol_denat', -2000)]).toEqual(['CAUTION', 'SUITABLE']);
  });

  it('is what a moment to come is judged by', () => {
    const moment = at(HOUR(-100));
    expect([moment.verdict(tagging('retinol')), moment.verdict(tagging('panthenol'))]).toEqual(['AVOID', 'SUITABLE']);
  });
});
