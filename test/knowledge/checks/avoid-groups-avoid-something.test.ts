import { avoidGroupsAvoidSomething as check } from '../../../src/knowledge/checks/avoid-groups-avoid-something.js';
import { faultsOf } from '../build.js';

describe(check.name, () => {
  it('is a fault when a group holds neither class nor ingredient', () => {
    expect(faultsOf(check, { avoidGroups: [{ id: 'dust', names: ['dust'], tags: [], ingredients: [] }] })).toEqual([
      expect.stringContaining('dust: avoids nothing'),
    ]);
  });

  it('is none with one of them', () => {
    expect(
      faultsOf(check, { avoidGroups: [{ id: 'acids', names: ['acids'], tags: ['aha'], ingredients: [] }] }),
    ).toEqual([]);
  });
});
