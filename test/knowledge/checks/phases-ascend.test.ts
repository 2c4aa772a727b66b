import type { DepthRow } from '../../../src/core/knowledge.js';
import { phasesAscend } from '../../../src/knowledge/checks/phases-ascend.js';
import { faultsOf } from '../build.js';

const shallow: DepthRow = {
  id: 'upTo0.5mm',
  depthMmAtMost: 0.5,
  openUntilHour: 24,
  earlyUntilHour: 72,
  lateUntilHour: 120,
  reintroductionUntilHour: 240,
  spfFromHour: 24,
  exerciseFromHour: 48,
  holdMultiplier: 1,
  column: 'shallow',
};
const deep: DepthRow = {
  ...shallow,
  id: 'upTo1.0mm',
  depthMmAtMost: 1,
  lateUntilHour: 168,
  reintroductionUntilHour: 336,
  column: 'deep',
};
const radio: DepthRow = { ...deep, id: 'radiofrequency', depthMmAtMost: null, openUntilHour: 48, spfFromHour: 72 };
const faults = (...depthRows: DepthRow[]) => faultsOf(phasesAscend, { depthRows });

describe(phasesAscend.name, () => {
  it('is a fault when a phase of a row does not end after the one before, or after REMODELLING', () => {
    expect(faults(shallow, deep, { ...radio, earlyUntilHour: 168 })).toEqual([
      expect.stringContaining('radiofrequency › lateUntilHour'),
    ]);
    expect(faults(shallow, deep, { ...radio, reintroductionUntilHour: 1008 })).toEqual([
      expect.stringContaining('before hour 1008'),
    ]);
  });

  it('is a fault when a deeper row is kinder', () => {
    expect(faults(shallow, { ...deep, earlyUntilHour: 71 }, radio)).toEqual([
      expect.stringContaining('upTo1.0mm › earlyUntilHour'),
    ]);
    expect(faults(shallow, { ...deep, holdMultiplier: 1.5 }, radio)).toEqual([
      expect.stringContaining('radiofrequency › holdMultiplier'),
    ]);
    expect(faults(shallow, deep, { ...radio, column: 'shallow' })).toEqual([
      expect.stringContaining('radiofrequency › column'),
    ]);
  });

  it('is a fault when rows are out of order or one of the two kinds is missing', () => {
    expect(faults(shallow, { ...deep, depthMmAtMost: 0.5 }, radio)).toEqual([
      expect.stringContaining('upTo1.0mm › depthMmAtMost'),
    ]);
    expect(faults(shallow, deep, radio, { ...radio, id: 'another' })).toEqual([
      expect.stringContaining('stands after radiofrequency'),
    ]);
    expect(faults(shallow, deep)).toEqual([expect.stringContaining('no row for radiofrequency')]);
    expect(faults(radio)).toEqual([expect.stringContaining('no row for needles')]);
  });

  it('is none where hours grow along a row and with depth', () => {
    expect(faults(shallow, deep, radio)).toEqual([]);
  });
});
