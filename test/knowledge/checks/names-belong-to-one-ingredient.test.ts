import { namesBelongToOneIngredient as check } from '../../../src/knowledge/checks/names-belong-to-one-ingredient.js';
import { faultsOf, ingredient } from '../build.js';

describe(check.name, () => {
  it('is a fault when two spellings that are read alike belong to two', () => {
    const hexanediol = ingredient({ id: '1-2-hexanediol', inci: '1,2-Hexanediol' });
    const other = ingredient({ id: 'other', inci: 'Other', aliases: ['Something', '1.2 Hexane Diol'] });
    expect(faultsOf(check, { ingredients: [hexanediol, other] })).toEqual([
      expect.stringMatching(/^ingredients\/some.json › other › aliases 2: .*"1,2-Hexanediol" of 1-2-hexanediol/),
    ]);
  });

  it('is a fault when nothing of a name can be read', () => {
    expect(faultsOf(check, { ingredients: [ingredient({ id: 'nothing', inci: '—' })] })).toHaveLength(1);
  });

  it('is none when one ingredient has several spellings that are read alike', () => {
    expect(
      faultsOf(check, {
        ingredients: [ingredient({ id: 'peg-8', inci: 'PEG-8', aliases: ['PEG 8', 'Macrogol 400'] })],
      }),
    ).toEqual([]);
  });
});
