import { idsUnique } from '../../../src/knowledge/checks/ids-unique.js';
import { NOW, faultsOf, ingredient, knowledge, tag } from '../build.js';

describe(idsUnique.name, () => {
  it('is a fault when a second file brings the same id', () => {
    const data = knowledge({ ingredients: [ingredient({ id: 'urea' })] });
    const twice = [...data.holdings, { file: 'ingredients/more.json', list: 'ingredients' as const, ids: ['urea'] }];
    expect(idsUnique.check({ ...data, holdings: twice })).toEqual([
      {
        file: 'ingredients/more.json',
        entry: 'urea',
        message: expect.stringContaining('ingredients/some.json already') as string,
      },
    ]);
  });

  it('lets a class and an ingredient be called alike', () => {
    expect(
      faultsOf(idsUnique, { tags: [tag({ id: 'urea' })], ingredients: [ingredient({ id: 'urea' })] }, NOW),
    ).toEqual([]);
  });
});
