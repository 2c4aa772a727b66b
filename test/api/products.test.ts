import { everyProduct, type Named, openShop, type Shop, walked, type PageInfo } from './shop.js';

interface Read extends Named {
  category: string;
  label: string;
  completeness: number;
  reading: {
    tokens: { printed: string; start: number; end: number; tags: string[] }[];
    recognised: number;
    unrecognised: number;
    complete: boolean;
  };
}
const READ =
  'category label completeness reading { tokens { printed start end tags } recognised unrecognised complete }';
const SCENTED = ['fragrance', 'fragrance_allergen', 'essential_oil', 'aromatic_extract'];

describe('products of the demo shop', () => {
  let shop: Shop;
  let all: Read[];
  beforeAll(async () => {
    shop = await openShop();
    all = await everyProduct<Read>(shop, READ);
  });
  afterAll(() => shop.stop());

  const filtered = (filter: object) =>
    walked(async (after) => {
      const { products } = await shop.answer<{ products: { nodes: Read[]; pageInfo: PageInfo } }>(
        `query ($filter: ProductFilter, $after: String) {
          products(filter: $filter, first: 50, after: $after) { nodes { id brand name ${READ} } pageInfo { hasNextPage endCursor } }
        }`,
        { filter, after },
      );
      return products;
    });

  it('show how each label was read: every name is one that the label prints', () => {
    expect(all.length).toBeGreaterThan(120);
    for (const { label, reading } of all) {
      for (const { printed, start, end } of reading.tokens) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(label.length);
        expect(printed).not.toBe('');
      }
      expect(reading.recognised + reading.unrecognised).toBeLessThanOrEqual(reading.tokens.length);
    }
  });

  it('say how much of the list is known', () => {
    for (const { completeness, reading } of all) {
      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(reading.complete ? 1 : 0.5);
      if (reading.tokens.length === 0) expect(completeness).toBe(0);
      else if (reading.complete && reading.unrecognised === 0) expect(completeness).toBe(1);
    }
    expect(all.filter(({ completeness }) => completeness === 1).length).toBeGreaterThan(100);
    expect(all.find(({ name }) => name === 'Dream Drops')?.completeness).toBe(0);
  });

  it('are free of fragrance by what their whole list holds, whatever the pack claims', async () => {
    const free = await filtered({ fragranceFree: true });
    expect(free.length).toBeGreaterThan(50);
    expect(free.length).toBeLessThan(all.length);
    for (const { reading } of free) {
      expect(reading.complete).toBe(true);
      expect(reading.tokens.flatMap(({ tags }) => tags).filter((tag) => SCENTED.includes(tag))).toEqual([]);
    }
  });

  it('are found by any of several classes that their labels hold', async () => {
    const tags = ['retinol', 'bha'];
    const found = await filtered({ tags });
    expect(found.map(({ id }) => id)).toEqual(
      all
        .filter(({ reading }) => reading.tokens.some((token) => token.tags.some((tag) => tags.includes(tag))))
        .map(({ id }) => id),
    );
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Retinol 0.3 in Squalane', 'Clarity BHA 2 Solution']),
    );
  });

  it('are the same by id, by SKU, by GTIN and as a node', async () => {
    const everything = `id brand name category form rinseOff label completeness gtin spf ph sterile imageUrl url updatedAt
      reading { complete } offers { channel sku price { amount currencyCode } availability url } price { amount currencyCode }`;
    const { id } = all.find(({ name }) => name === 'Mineral Calm SPF 50') ?? { id: '' };
    const answer = await shop.answer<Record<string, unknown>>(
      `query ($id: ID!) {
        byId: product(id: $id) { ...P } bySku: product(sku: "HAL-SUN-01") { ...P }
        byGtin: product(gtin: "2107000142926") { ...P } node(id: $id) { ...P } nodes(ids: [$id]) { ...P }
      }
      fragment P on Product { ${everything} }`,
      { id },
    );
    expect(answer['byId']).toMatchObject({
      name: 'Mineral Calm SPF 50',
      category: 'SUNSCREEN',
      spf: 50,
      rinseOff: false,
      updatedAt: '2026-11-23T09:00:00.000Z',
      offers: [{ channel: 'demo', sku: 'HAL-SUN-01', price: { amount: '29.00', currencyCode: 'USD' } }],
    });
    const { byId, nodes, ...others } = answer;
    expect(nodes).toEqual([byId]);
    expect(Object.values(others)).toEqual([byId, byId, byId]);
  });

  it('have offers and a price on the channels that sell them alone', async () => {
    const { product } = await shop.answer<{ product: object }>(
      `{ product(sku: "HAL-SUN-01") {
        here: offers(channel: "demo") { sku } there: offers(channel: "clinic") { sku }
        price(channel: "demo") { amount } nowhere: price(channel: "clinic") { amount }
      } }`,
    );
    expect(product).toEqual({ here: [{ sku: 'HAL-SUN-01' }], there: [], price: { amount: '29.00' }, nowhere: null });
  });
});
