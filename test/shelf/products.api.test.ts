import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { offer, row } from '../support/product-rows.js';
import { type Service, startService } from '../support/service.js';

const ALL = ['Calm Serum', 'Crème Été', '100% Squalane', 'calm_mask'];

describe('a filter on the list of products', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
    await service.app.get(CatalogRepository).upsert(
      [
        row('Calm Serum', { offers: [offer('shop', '1', { priceMinor: 2000 })] }),
        row('Crème Été', {
          category: 'CREAM',
          label: 'Aqua, Glycerin, Salicylic Acid, Parfum',
          offers: [offer('shop', '2', { priceMinor: 4000, availability: 'OUT_OF_STOCK' })],
        }),
        row('100% Squalane', {
          brand: 'Nimbe',
          category: 'OIL',
          label: 'Squalane',
          offers: [offer('clinic', '3', { priceMinor: 3000, currency: 'JPY' })],
        }),
        row('calm_mask', { brand: 'Nimbe', category: 'MASK', label: '', offers: [] }),
      ],
      new Date(0),
    );
  });
  afterAll(() => service.stop());

  const LIST = `query ($filter: ProductFilter, $channel: String) {
    products(filter: $filter, channel: $channel) { totalCount nodes { name } }
  }`;
  const listed = async (filter: object, channel?: string) => {
    const { data, errors } = await service.ask(LIST, { filter, channel });
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = (data as { products: { totalCount: number; nodes: { name: string }[] } }).products;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ name }) => name);
  };

  it.each<[string, object, string[]]>([
    ['everything, when it is empty', {}, ALL],
    ['everything, when its lists are empty', { categories: [], brands: [], excludeIds: [], tags: [], text: ' ' }, ALL],
    ['any of some categories', { categories: ['CREAM', 'MASK'] }, ['Crème Été', 'calm_mask']],
    ['any of some brands', { brands: ['Nimbe', 'nimbe'] }, ['100% Squalane', 'calm_mask']],
    ['words in any order, case and accent', { text: 'ETE lindgrove creme' }, ['Crème Été']],
    ['a per cent sign that is one', { text: '100%' }, ['100% Squalane']],
    ['an underscore that is one', { text: 'm_m' }, ['calm_mask']],
    ['a quote that is one', { text: "' OR 1=1 --" }, []],
    ['what can be had now', { inStock: true }, ['Calm Serum', '100% Squalane']],
    ['a largest price, met exactly', { maxPrice: '20.00' }, ['Calm Serum']],
    ['a largest price, missed by a cent', { maxPrice: '19.99' }, []],
    [
      'a largest price in each currency’s own unit',
      { maxPrice: '3000.5' },
      ['Calm Serum', 'Crème Été', '100% Squalane'],
    ],
    [
      'what is read to be free of fragrance, and not what has no list',
      { fragranceFree: true },
      ['Calm Serum', '100% Squalane'],
    ],
    ['a class of ingredients', { tags: ['fragrance'] }, ['Crème Été']],
    [
      'everything at once',
      { text: 'calm', categories: ['SERUM'], brands: ['Lindgrove'], maxPrice: '20', inStock: true },
      ['Calm Serum'],
    ],
  ])('lets pass %s', async (_, filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });

  it('holds on one channel, by its exact name', async () => {
    expect(await listed({}, 'shop')).toEqual(['Calm Serum', 'Crème Été']);
    expect(await listed({}, 'SHOP')).toEqual([]);
    expect(await listed({ inStock: true }, 'shop')).toEqual(['Calm Serum']);
  });

  it('leaves away products by id', async () => {
    const { data } = await service.ask('{ product(sku: "1") { id } }');
    const { id } = (data as { product: { id: string } }).product;
    expect(await listed({ excludeIds: [id] })).toEqual(ALL.slice(1));
  });

  it.each([
    ['a search longer than any name', { text: 'x'.repeat(201) }, 'TOO_LONG'],
    ['a class that does not exist', { tags: ['retinoid'] }, 'UNKNOWN_TAG'],
    ['a price in words', { maxPrice: 'cheap' }, 'BAD_USER_INPUT'],
  ])('is refused for %s', async (_, filter, code) => {
    expect(await service.codes(LIST, { filter })).toEqual([code]);
  });
});
