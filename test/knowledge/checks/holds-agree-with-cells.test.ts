import { holdsAgreeWithCells } from '../../../src/knowledge/checks/holds-agree-with-cells.js';
import { faultsOf, tag } from '../build.js';

describe(holdsAgreeWithCells.name, () => {
  it('is a fault where a cell is kinder than the hold that runs through its phase', () => {
    expect(
      faultsOf(holdsAgreeWithCells, { tags: [tag({ id: 'aha', cells: 'X C K K K', holdHours: [24, 72] })] }),
    ).toEqual([expect.stringContaining('aha › cells: is C in EARLY_RECOVERY')]);
  });

  it('is a fault where it never returns and a cell says otherwise, and the other way round', () => {
    expect(
      faultsOf(holdsAgreeWithCells, {
        tags: [tag({ id: 'aha', cells: 'X X X X C', holdHours: 'never' }), tag({ id: 'tca', cells: 'X X X X X' })],
      }),
    ).toEqual([
      expect.stringContaining('aha › cells: is C in REMODELLING'),
      expect.stringContaining('aha › cells: is C in MAINTENANCE'),
      expect.stringContaining('tca › holdHours: ends, but the cells say X for ever'),
    ]);
  });

  it('is a fault where caution ends before the hold', () => {
    const short = tag({ id: 'aha', cells: 'X X X K K', holdHours: [72, 168], cautionHours: [72, 120] });
    expect(faultsOf(holdsAgreeWithCells, { tags: [short] })).toEqual([expect.stringContaining('aha › cautionHours')]);
  });

  it('is none where a hold ends inside a phase', () => {
    const tags = [
      tag({ id: 'aha', cells: 'X X C K K', holdHours: [72, 120], cautionHours: [168, 168] }),
      tag({ id: 'tca', cells: 'X X X X X', holdHours: 'never' }),
    ];
    expect(faultsOf(holdsAgreeWithCells, { tags })).toEqual([]);
  });
});
