import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { row } from '../support/product-rows.js';
import { HUNDRED_HOURS, MONDAY, type Named, openShop, pairings } from './shop.js';

describe('a pack whose label shows Drug Facts, though the source did not say so', () => {
  const calm =
    'Drug Facts. Active ingredient: Zinc Oxide 20%. Inactive ingredients: Water, Glycerin, Panthenol, Squalane';
  const harsh = 'Drug Facts. Active ingredient: Benzoyl Peroxide 5%. Inactive ingredients: Water, Glycerin, Carbomer';

  it('is ranked or left out like any other', async () => {
    const shop = await openShop();
    await shop.app
      .get(CatalogRepository)
      .upsert(
        [
          row('Facts Sunscreen', { brand: 'Facts', category: 'SUNSCREEN', spf: 30, label: calm }),
          row('Facts Gel', { brand: 'Facts', label: harsh }),
        ],
        MONDAY,
      );
    const { pairings: answer } = await shop.answer<{
      pairings: { nodes: { product: Named }[]; leftOut: { nodes: { product: Named; verdict: string; swap: Named }[] } };
    }>(pairings('nodes { product { name } } leftOut { nodes { product { name } verdict swap { name } } }'), {
      ...HUNDRED_HOURS,
      filter: { brands: ['Facts'] },
    });
    expect(answer).toEqual({
      nodes: [{ product: { name: 'Facts Sunscreen' } }],
      leftOut: { nodes: [{ product: { name: 'Facts Gel' }, verdict: 'AVOID', swap: null }] },
    });
    await shop.stop();
  });
});
