import { cellsNeverStricter } from '../../../src/knowledge/checks/cells-never-stricter.js';
import { faultsOf, tag } from '../build.js';

describe(cellsNeverStricter.name, () => {
  it.each([
    ['X C U K K', 'is U in LATE_RECOVERY after C'],
    ['K K K K K C', 'is C in MAINTENANCE after K'],
    ['U X K K K', 'is X in EARLY_RECOVERY after U'],
  ])('is a fault in %s', (cells, says) => {
    expect(faultsOf(cellsNeverStricter, { tags: [tag({ id: 'aha', cells })] })).toEqual([
      expect.stringContaining(says),
    ]);
  });

  it('is a fault in a case', () => {
    const cases = [{ when: { rinseOff: true }, because: 'For a test.', cells: 'K C K K K' }];
    expect(faultsOf(cellsNeverStricter, { tags: [tag({ id: 'aha', cases })] })).toEqual([
      expect.stringContaining('aha › cases 1, cells'),
    ]);
  });

  it('is none where each phase is as kind or kinder', () => {
    expect(faultsOf(cellsNeverStricter, { tags: [tag({ id: 'aha', cells: 'X U C C K K' })] })).toEqual([]);
  });
});
