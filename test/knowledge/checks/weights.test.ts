import { weights } from '../../../src/knowledge/checks/weights.js';
import { faultsOf, WEIGHTS } from '../build.js';

const grades = (change: object) =>
  faultsOf(weights, { weights: { ...WEIGHTS, gradeWeight: { ...WEIGHTS.gradeWeight, ...change } } });
const recovery = (change: object) =>
  faultsOf(weights, { weights: { ...WEIGHTS, recoveryWeight: { ...WEIGHTS.recoveryWeight, ...change } } });

describe(weights.name, () => {
  it('is a fault when a grade is certain, no benefit earns, or a worse grade earns as much', () => {
    expect(grades({ A: 1 })).toEqual([expect.stringContaining('gradeWeight, A: is not below 1')]);
    expect(grades({ N: 0.01 })).toEqual([expect.stringContaining('gradeWeight, N: is not 0')]);
    expect(grades({ C: 0.4 })).toEqual([expect.stringContaining('gradeWeight, C: is not below that of B')]);
  });

  it('is a fault when recovery counts less than all at first, more later, or still in REMODELLING', () => {
    expect(recovery({ OPEN_CHANNELS: 0.9 })).toEqual([expect.stringContaining('recoveryWeight, OPEN_CHANNELS')]);
    expect(recovery({ LATE_RECOVERY: 0.9 })).toEqual([expect.stringContaining('recoveryWeight, LATE_RECOVERY')]);
    expect(recovery({ REMODELLING: 0.1 })).toEqual([expect.stringContaining('recoveryWeight, REMODELLING: is not 0')]);
  });

  it('is none where grades descend and recovery fades', () => {
    expect(grades({})).toEqual([]);
  });
});
