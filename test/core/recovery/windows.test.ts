import { Knowledge } from '../../../src/core/knowledge.js';
import {
  assumedTraits,
  depthRow,
  phaseAt,
  phaseFromHour,
  phaseUntilHour,
  statedTraits,
  windowsFor,
  type Trait,
} from '../../../src/core/recovery/windows.js';
import type { SkinProfile, Treatment } from '../../../src/core/treatment.js';
import { PHASE, type Condition } from '../../../src/core/vocabulary.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { CALM_SKIN, knowledge, treatment, UNKNOWN_SKIN } from '../../support/world.js';

const rowOf = (rest: Partial<Treatment>): string => depthRow(knowledge, treatment(0, rest)).id;
const endsAt = (depthMm: number, ...traits: Trait[]): readonly number[] =>
  Object.values(
    windowsFor(knowledge, depthRow(knowledge, treatment(0, { needleDepthMm: depthMm })), new Set(traits)).until,
  );
const AT_1_MM = windowsFor(knowledge, depthRow(knowledge, treatment(0)), new Set());

describe('a treatment is read by the row of depth', () => {
  it.each([
    [0.1, 'upTo0.3mm'],
    [0.3, 'upTo0.3mm'],
    [0.31, 'upTo0.5mm'],
    [0.5, 'upTo0.5mm'],
    [0.51, 'upTo1.0mm'],
    [1, 'upTo1.0mm'],
    [1.25, 'upTo1.5mm'],
    [1.5, 'upTo1.5mm'],
    [1.51, 'upTo2.5mm'],
    [2.5, 'upTo2.5mm'],
    [3.5, 'upTo2.5mm'],
  ])('at %d mm: %s', (needleDepthMm, row) => {
    expect(rowOf({ needleDepthMm })).toBe(row);
  });

  it('of 1.5 mm where nobody stated a depth', () => {
    expect(rowOf({ needleDepthMm: undefined })).toBe('upTo1.5mm');
  });

  it('of its own after radiofrequency, however short the needle', () => {
    expect(rowOf({ device: 'RADIOFREQUENCY', needleDepthMm: 0.3 })).toBe('radiofrequency');
  });

  it('that is strictest where needles above 0.5 mm, or of a length that nobody stated, were used at home', () => {
    expect(rowOf({ performedBy: 'AT_HOME', needleDepthMm: 0.5 })).toBe('upTo0.5mm');
    expect(rowOf({ performedBy: 'AT_HOME', needleDepthMm: 0.51 })).toBe('radiofrequency');
    expect(rowOf({ performedBy: 'AT_HOME', needleDepthMm: undefined })).toBe('radiofrequency');
    expect(rowOf({ performedBy: 'UNKNOWN', needleDepthMm: 0.51 })).toBe('upTo1.0mm');
  });
});

describe('the traits of a skin', () => {
  const traitsOf = (profile: Partial<SkinProfile>): Trait[] => [...statedTraits({ ...CALM_SKIN, ...profile })];

  it.each([
    [1, []],
    [3, []],
    [4, ['FITZPATRICK_IV']],
    [5, ['FITZPATRICK_V_VI']],
    [6, ['FITZPATRICK_V_VI']],
  ])('of Fitzpatrick type %d are %j', (fitzpatrick, traits) => {
    expect(traitsOf({ fitzpatrick })).toEqual(traits);
  });

  it('are sensitivity and the conditions that stretch its windows, and no other condition', () => {
    const conditions: Condition[] = ['ROSACEA', 'ECZEMA', 'IMMUNOSUPPRESSED', 'ANTICOAGULANT', 'COLD_SORES', 'KELOID'];
    expect(traitsOf({ sensitive: true, conditions })).toEqual([
      'SENSITIVE',
      'ROSACEA',
      'ECZEMA',
      'IMMUNOSUPPRESSED',
      'ANTICOAGULANT',
    ]);
  });

  it('are assumed to be sensitive and Fitzpatrick IV where nobody answered, and only there', () => {
    expect([...statedTraits(UNKNOWN_SKIN)]).toEqual([]);
    expect([...assumedTraits(UNKNOWN_SKIN)]).toEqual(['FITZPATRICK_IV', 'SENSITIVE']);
    expect([...assumedTraits({ ...UNKNOWN_SKIN, fitzpatrick: 2 })]).toEqual(['SENSITIVE']);
    expect([...assumedTraits({ ...UNKNOWN_SKIN, sensitive: false })]).toEqual(['FITZPATRICK_IV']);
    expect([...assumedTraits(CALM_SKIN)]).toEqual([]);
  });
});

describe('the phases end', () => {
  it.each([
    [0.3, [24, 72, 96, 168, 1008, Infinity]],
    [0.5, [24, 72, 120, 240, 1008, Infinity]],
    [1, [24, 72, 168, 336, 1008, Infinity]],
    [1.5, [36, 96, 168, 336, 1008, Infinity]],
    [2.5, [48, 96, 240, 504, 1008, Infinity]],
  ])('on calm skin after %d mm at %j', (depthMm, ends) => {
    expect(endsAt(depthMm)).toEqual(ends);
  });

  it.each<[Trait, number, number[]]>([
    ['SENSITIVE', 1, [24, 96, 168]],
    ['FITZPATRICK_IV', 1, [24, 96, 168]],
    ['ROSACEA', 1, [24, 120, 168]],
    ['FITZPATRICK_V_VI', 1, [36, 96, 168]],
    ['FITZPATRICK_V_VI', 1.5, [36, 120, 168]],
    ['ROSACEA', 0.3, [24, 120, 120]],
  ])('later for %s after %d mm: at %j', (trait, depthMm, ends) => {
    expect(endsAt(depthMm, trait).slice(0, 3)).toEqual(ends);
  });

  it('no sooner than a trait asks at its least, which is later from 1.5 mm on', () => {
    const data = loadKnowledge();
    const modifiers = data.modifiers.map((one) =>
      one.id === 'SENSITIVE' ? { ...one, earlyAtLeastHours: 130, earlyAtLeastHoursDeep: 150 } : one,
    );
    const slower = new Knowledge({ ...data, modifiers });
    const early = (rest: Partial<Treatment>): number =>
      windowsFor(slower, depthRow(slower, treatment(0, rest)), new Set<Trait>(['SENSITIVE', 'FITZPATRICK_V_VI'])).until
        .EARLY_RECOVERY;
    expect([1, 1.5].map((needleDepthMm) => early({ needleDepthMm }))).toEqual([130, 150]);
    expect(early({ device: 'RADIOFREQUENCY' })).toBe(150);
  });

  it('by the largest addend where several traits add, not by their sum', () => {
    expect(endsAt(1, 'SENSITIVE', 'ROSACEA', 'ANTICOAGULANT')).toEqual(endsAt(1, 'ROSACEA'));
  });

  it('never one before another', () => {
    for (const depthMm of [0.3, 0.5, 1, 1.5, 2.5]) {
      for (const trait of ['ROSACEA', 'ECZEMA', 'FITZPATRICK_V_VI'] as const) {
        const ends = endsAt(depthMm, trait);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      }
    }
  });

  it('and a sunscreen waits until the channels have closed', () => {
    const dark = windowsFor(knowledge, depthRow(knowledge, treatment(0)), new Set<Trait>(['FITZPATRICK_V_VI']));
    expect([AT_1_MM.spfFromHour, dark.spfFromHour]).toEqual([24, 36]);
  });
});

describe('the phase after 1.0 mm', () => {
  it.each([
    [-0.1, 'PREPARATION'],
    [0, 'OPEN_CHANNELS'],
    [23.9, 'OPEN_CHANNELS'],
    [24, 'EARLY_RECOVERY'],
    [72, 'LATE_RECOVERY'],
    [168, 'REINTRODUCTION'],
    [335.9, 'REINTRODUCTION'],
    [336, 'REMODELLING'],
    [1008, 'MAINTENANCE'],
    [8760, 'MAINTENANCE'],
  ])('at hour %d is %s', (hour, phase) => {
    expect(phaseAt(AT_1_MM, hour)).toBe(phase);
  });

  it.each([
    ['PREPARATION', -2160, 0],
    ['OPEN_CHANNELS', 0, 24],
    ['EARLY_RECOVERY', 24, 72],
    ['LATE_RECOVERY', 72, 168],
    ['REINTRODUCTION', 168, 336],
    ['REMODELLING', 336, 1008],
    ['MAINTENANCE', 1008, null],
  ] as const)('%s runs from hour %d to %d', (phase, from, until) => {
    expect([phaseFromHour(AT_1_MM, phase), phaseUntilHour(AT_1_MM, phase)]).toEqual([from, until]);
  });

  it('begins where the one before it ended', () => {
    const phases = Object.values(PHASE);
    expect(phases.slice(1).map((phase) => phaseFromHour(AT_1_MM, phase))).toEqual(
      phases.slice(0, -1).map((phase) => phaseUntilHour(AT_1_MM, phase)),
    );
  });
});
