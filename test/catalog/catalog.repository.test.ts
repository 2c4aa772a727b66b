import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { Product } from '../../src/catalog/product.js';
import { dataSource } from '../../src/database/data-source.js';
import { onEachDatabase } from '../support/databases.js';
import { offer, row } from '../support/product-rows.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const TUESDAY = new Date('2026-11-24T09:00:00Z');

onEachDatabase((emptyDatabase) => {
  let database: DataSource;
  let catalog: CatalogRepository;
  beforeEach(async () => {
    database = await dataSource(await emptyDatabase(), ENTITIES).initialize();
    await database.runMigrations();
    catalog = new CatalogRepository(database);
  });
  afterEach(() => database.destroy());

  const all = () => Array.fromAsync(catalog.all());

  describe('what is brought in', () => {
    it('comes back as it was, whatever characters it holds', async () => {
      const given = row('Crème “Été” 修復 💧', {
        brand: "L'Île & Co. % _ \\",
        category: 'SUNSCREEN',
        form: 'fluid',
        rinseOff: true,
        label: 'Aqua/Water/Eau,\r\n1,2-Hexanediol; Parfum*\t☀',
        claims: 'Rinse off after 10 minutes.',
        declaredShares: { 'Zinc Oxide': 0.2, Niacinamide: 0.05 },
        ph: 5.5,
        spf: 50,
        drugFacts: true,
        sterile: true,
        market: 'EU',
        gtin: '4006381333931',
        imageUrl: 'https://example.org/a.png',
        url: 'https://example.org/a?b=c',
        offers: [offer('clinic', 'K-1', { availability: 'BACKORDER', url: 'https://example.org/k' })],
      });
      await catalog.upsert([given], MONDAY);

      const [product] = await all();
      expect(product).toBeInstanceOf(Product);
      expect(product).toMatchObject({ ...given, updatedAt: MONDAY });
    });

    it('keeps what is not stated as null, not as a guess', async () => {
      await catalog.upsert([row('Bare', { offers: [] })], MONDAY);
      expect(await all()).toMatchObject([
        {
          form: null,
          claims: null,
          declaredShares: null,
          ph: null,
          spf: null,
          market: null,
          gtin: null,
          imageUrl: null,
          url: null,
          offers: [],
        },
      ]);
    });

    it('is the same product when its key comes again, and counts add up', async () => {
      expect(await catalog.upsert([row('A'), row('B')], MONDAY)).toEqual({ created: 2, updated: 0, unchanged: 0 });
      expect(await catalog.upsert([row('A'), row('B', { ph: 5 }), row('C')], TUESDAY)).toEqual({
        created: 1,
        updated: 1,
        unchanged: 1,
      });
      expect((await all()).map(({ name, ph, updatedAt }) => [name, ph, updatedAt])).toEqual([
        ['A', null, MONDAY],
        ['B', 5, TUESDAY],
        ['C', null, TUESDAY],
      ]);
    });

    it('changes nothing when it comes again as it was', async () => {
      const rows = [row('A', { declaredShares: { Niacinamide: 0.05, Panthenol: 0.01 } }), row('B', { offers: [] })];
      await catalog.upsert(rows, MONDAY);
      const before = await all();
      const version = await catalog.version();

      const again = [row('A', { declaredShares: { Panthenol: 0.01, Niacinamide: 0.05 } }), rows[1]!];
      expect(await catalog.upsert(again, TUESDAY)).toEqual({ created: 0, updated: 0, unchanged: 2 });
      expect(await all()).toEqual(before);
      expect(await catalog.version()).toBe(version);
    });

    it('may name one product several times: each counts, and the last prevails', async () => {
      expect(await catalog.upsert([row('A', { ph: 4 }), row('A', { ph: 5 }), row('A', { ph: 5 })], MONDAY)).toEqual({
        created: 1,
        updated: 1,
        unchanged: 1,
      });
      expect(await all()).toMatchObject([{ ph: 5, offers: [{ sku: 'SKU-A' }] }]);
    });

    it('is taken in batches larger than one statement, in its order', async () => {
      const rows = Array.from({ length: 1203 }, (_, index) => row(`P${index}`));
      expect(await catalog.upsert(rows, MONDAY)).toEqual({ created: 1203, updated: 0, unchanged: 0 });
      expect((await all()).map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    });

    it('comes in whole or not at all', async () => {
      const broken = { ...row('B'), brand: null as unknown as string };
      await expect(catalog.upsert([row('A'), broken], MONDAY)).rejects.toThrow();
      expect(await all()).toEqual([]);
      expect(await catalog.version()).toBe(0);
    });

    it('moves the version once for each write that changed something', async () => {
      await catalog.upsert([row('A'), row('B')], MONDAY);
      expect(await catalog.version()).toBe(1);
      await catalog.upsert([row('A', { ph: 5 })], MONDAY);
      expect(await catalog.version()).toBe(2);
    });
  });

  describe('offers', () => {
    const offers = async () =>
      (await all()).map((product) =>
        product.offers.map(({ channel, sku, priceMinor }) => `${channel} ${sku} ${priceMinor}`),
      );

    it('stand in the order of channel, then SKU, by code unit', async () => {
      await catalog.upsert(
        [row('A', { offers: [offer('shop', 'b'), offer('shop', 'B'), offer('Clinic', '9'), offer('clinic', '10')] })],
        MONDAY,
      );
      expect(await offers()).toEqual([['Clinic 9 2400', 'clinic 10 2400', 'shop B 2400', 'shop b 2400']]);
    });

    it('of a channel replace what it said before; other channels keep theirs', async () => {
      await catalog.upsert(
        [row('A', { offers: [offer('shop', '1'), offer('shop', '2'), offer('clinic', '3')] })],
        MONDAY,
      );
      expect(
        await catalog.upsert([row('A', { offers: [offer('shop', '1', { priceMinor: 1999 })] })], TUESDAY),
      ).toMatchObject({ updated: 1 });
      expect(await offers()).toEqual([['clinic 3 2400', 'shop 1 1999']]);
    });

    it('stay when a source speaks of none', async () => {
      await catalog.upsert([row('A', { offers: [offer('clinic', '3')] })], MONDAY);
      expect(await catalog.upsert([row('A', { offers: [] })], TUESDAY)).toMatchObject({ unchanged: 1 });
      expect(await offers()).toEqual([['clinic 3 2400']]);
    });

    it('move when a channel gives their SKU to another product', async () => {
      await catalog.upsert([row('A', { offers: [offer('shop', '1')] })], MONDAY);
      await catalog.upsert([row('B', { offers: [offer('shop', '1')] })], TUESDAY);
      expect(await offers()).toEqual([[], ['shop 1 2400']]);
    });
  });

  describe('fetching', () => {
    it('gives what exists by row id, and passes over what cannot be one', async () => {
      await catalog.upsert([row('A'), row('B')], MONDAY);
      const [a, b] = await all();
      const found = await catalog.byRowIds([b!.rowId, 999, a!.rowId, -1, 0, 1.5, Number.NaN, 2 ** 40, a!.rowId]);
      expect([...found.values()].map(({ name }) => name).sort()).toEqual(['A', 'B']);
      expect(found.get(a!.rowId)).toEqual(a);
      expect(await catalog.byRowIds([])).toEqual(new Map());
    });

    it('finds by SKU, and takes the first product when channels share a number', async () => {
      await catalog.upsert(
        [
          row('A', { offers: [offer('shop', '7')] }),
          row('B', { offers: [offer('clinic', '7'), offer('clinic', '8')] }),
        ],
        MONDAY,
      );
      const found = await catalog.bySkus(['8', '7', 'none']);
      expect([...found].map(([sku, { name }]) => [sku, name]).sort()).toEqual([
        ['7', 'A'],
        ['8', 'B'],
      ]);
    });

    it('finds by GTIN with or without leading zeros', async () => {
      await catalog.upsert([row('A', { gtin: '0012345678905' }), row('B', { gtin: '4006381333931' })], MONDAY);
      const found = await catalog.byGtins(['012345678905', '00012345678905', '4006381333931', '4006381333932']);
      expect([...found].map(([gtin, { name }]) => [gtin, name])).toEqual([
        ['012345678905', 'A'],
        ['00012345678905', 'A'],
        ['4006381333931', 'B'],
      ]);
    });

    it('goes through everything, also when it is more than one read', async () => {
      await catalog.upsert(
        Array.from({ length: 1000 }, (_, index) => row(`P${index}`)),
        MONDAY,
      );
      expect(await all()).toHaveLength(1000);
      await catalog.upsert([row('one more')], MONDAY);
      expect(await all()).toHaveLength(1001);
    });
  });

  it('tells whether there is anything at all', async () => {
    expect(await catalog.isEmpty()).toBe(true);
    await catalog.upsert([row('A')], MONDAY);
    expect(await catalog.isEmpty()).toBe(false);
  });
});
