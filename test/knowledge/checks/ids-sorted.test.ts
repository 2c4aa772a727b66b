import { idsSorted } from '../../../src/knowledge/checks/ids-sorted.js';
import { faultsOf, ingredient } from '../build.js';

describe(idsSorted.name, () => {
  it('is a fault where one stands after a later one', () => {
    expect(faultsOf(idsSorted, { ingredients: [ingredient({ id: 'urea' }), ingredient({ id: 'aqua' })] })).toEqual([
      expect.stringMatching(/^ingredients\/some.json › aqua: stands after "urea"/),
    ]);
  });

  it('is none where they ascend', () => {
    expect(faultsOf(idsSorted, { ingredients: [ingredient({ id: 'aqua' }), ingredient({ id: 'urea' })] })).toEqual([]);
  });
});
