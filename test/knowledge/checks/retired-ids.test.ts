import { retiredIds } from '../../../src/knowledge/checks/retired-ids.js';
import { faultsOf, ingredient, tag } from '../build.js';

const on = { on: '2026-11-24', because: 'For a test.' };
const kept = {
  ingredients: [ingredient({ id: 'urea' })],
  tags: [tag({ id: 'base' })],
  sources: [{ id: 'F26', kind: 'STUDY', title: 'For a test.' }] as const,
};

describe(retiredIds.name, () => {
  it('is a fault where the id is in use again, or the successor is not', () => {
    const retired = [
      { kind: 'ingredient', id: 'urea', successor: null, ...on },
      { kind: 'class', id: 'old', successor: 'older', ...on },
      { kind: 'class', id: 'older', successor: 'base', ...on },
      { kind: 'source', id: 'F1', successor: 'urea', ...on },
    ] as const;
    expect(faultsOf(retiredIds, { ...kept, retired })).toEqual([
      expect.stringMatching(/^retired\.json › urea › id: belongs to another ingredient, which is in use/),
      expect.stringMatching(/^retired\.json › old › successor: names the class "older", which is not in use/),
      expect.stringMatching(/^retired\.json › F1 › successor: names the source "urea"/),
    ]);
  });

  it('is none where each names what stands for it, or says that nothing does', () => {
    const retired = [
      { kind: 'ingredient', id: 'carbamide', successor: 'urea', ...on },
      { kind: 'class', id: 'urea', successor: 'base', ...on },
      { kind: 'source', id: 'F1', successor: null, ...on },
    ] as const;
    expect(faultsOf(retiredIds, { ...kept, retired })).toEqual([]);
  });
});
