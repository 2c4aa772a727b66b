import { Logger } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { Product } from '../../src/catalog/product.js';
import type { ShelfRow } from '../../src/catalog/shelf-row.js';
import type { DatabaseAddress } from '../../src/config/config.js';
import { dataSource } from '../../src/database/data-source.js';
import { onEachDatabase } from '../support/databases.js';
import { offer, row } from '../support/product-rows.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const TUESDAY = new Date('2026-11-24T09:00:00Z');
const KNOWLEDGE = 'a'.repeat(64);
const OTHER_KNOWLEDGE = 'b'.repeat(64);

onEachDatabase((emptyDatabase) => {
  let address: DatabaseAddress;
  let database: DataSource;
  let catalog: CatalogRepository;
  beforeEach(async () => {
    address = await emptyDatabase();
    database = await dataSource(address, ENTITIES).initialize();
    await database.runMigrations();
    catalog = new CatalogRepository(database);
  });
  afterEach(() => database.destroy());

  const all = () => Array.fromAsync(catalog.all());
  const pages = (since = 0, knowledge = KNOWLEDGE) => Array.fromAsync(catalog.shelfRows(since, knowledge));
  const shelf = async (since?: number, knowledge?: string): Promise<ShelfRow[]> =>
    (await pages(since, knowledge)).flat();
  const namesSince = async (since: number) => (await shelf(since)).map(({ name }) => name);
  /** @returns how many changes a listener has heard of since */
  const countChanges = () => {
    let heard = 0;
    catalog.onChange(() => Promise.resolve(void heard++));
    return () => heard;
  };
  const many = (count: number, rest?: Parameters<typeof row>[1]) =>
    Array.from({ length: count }, (_, index) => row(`P${index}`, rest));

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

  describe('the revision of a product', () => {
    const revisions = async () => Object.fromEntries((await all()).map(({ name, revision }) => [name, revision]));

    it('is the version of the catalog with which it came or last changed', async () => {
      await catalog.upsert([row('A'), row('B'), row('C')], MONDAY);
      expect(await revisions()).toEqual({ A: 1, B: 1, C: 1 });
      await catalog.upsert([row('A'), row('B', { ph: 5 }), row('D')], TUESDAY);
      expect(await revisions()).toEqual({ A: 1, B: 2, C: 1, D: 2 });
    });

    it('moves when an offer says something else', async () => {
      await catalog.upsert([row('A', { offers: [offer('shop', '1')] }), row('B')], MONDAY);
      await catalog.upsert([row('A', { offers: [offer('shop', '1', { availability: 'OUT_OF_STOCK' })] })], TUESDAY);
      expect(await revisions()).toEqual({ A: 2, B: 1 });
    });

    it('moves also where an offer was taken by another product', async () => {
      const before = [
        row('A', { offers: [offer('shop', '1'), offer('clinic', '1')] }),
        row('B', { offers: [offer('shop', '2')] }),
        row('C', { offers: [offer('shop', '3')] }),
      ];
      await catalog.upsert(before, MONDAY);
      await catalog.upsert([row('C', { offers: [offer('shop', '1')] })], TUESDAY);
      expect((await all()).map(({ name, revision, updatedAt }) => [name, revision, updatedAt])).toEqual([
        ['A', 2, TUESDAY],
        ['B', 1, MONDAY],
        ['C', 2, TUESDAY],
      ]);
    });

    it('moves where an offer was taken by a row of the same write that came before or after', async () => {
      const said = (sku: string) => ({ offers: [offer('shop', sku)] });
      await catalog.upsert([row('A', said('1')), row('B', said('2')), row('C', said('3'))], MONDAY);
      await catalog.upsert(
        [row('A', said('1')), row('B', said('1')), row('D', said('3')), row('C', said('3'))],
        TUESDAY,
      );
      expect(await revisions()).toEqual({ A: 2, B: 2, C: 2, D: 2 });
      expect((await shelf()).map(({ name, offers }) => [name, offers.length])).toEqual([
        ['A', 0],
        ['B', 1],
        ['C', 0],
        ['D', 1],
      ]);
    });

    it('is one for a whole write, however many statements it takes', async () => {
      await catalog.upsert(many(1203), MONDAY);
      expect(new Set((await all()).map(({ revision }) => revision))).toEqual(new Set([1]));
    });

    it('stays when the write fails', async () => {
      await catalog.upsert([row('A')], MONDAY);
      const broken = { ...row('B'), brand: null as unknown as string };
      await expect(catalog.upsert([row('A', { ph: 5 }), broken], TUESDAY)).rejects.toThrow();
      expect(await revisions()).toEqual({ A: 1 });
    });
  });

  describe('what the shelf is given', () => {
    it('is what one finds a product by, and its offers in the order of channel, then SKU, by code unit', async () => {
      const offers = [
        offer('shop', 'b', { priceMinor: 1 }),
        offer('shop', 'B', { priceMinor: 2, availability: 'BACKORDER' }),
        offer('Clinic', '9', { priceMinor: 3, currency: 'EUR' }),
      ];
      await catalog.upsert(
        [row('Crème', { brand: 'Été', category: 'CREAM', offers }), row('B', { offers: [] })],
        MONDAY,
      );
      expect(await shelf()).toEqual([
        {
          rowId: expect.any(Number) as number,
          brand: 'Été',
          name: 'Crème',
          category: 'CREAM',
          searchText: 'ete creme',
          revision: 1,
          offers: [
            { channel: 'Clinic', priceMinor: 3, currency: 'EUR', availability: 'IN_STOCK' },
            { channel: 'shop', priceMinor: 2, currency: 'USD', availability: 'BACKORDER' },
            { channel: 'shop', priceMinor: 1, currency: 'USD', availability: 'IN_STOCK' },
          ],
          body: null,
        },
        expect.objectContaining({ name: 'B', offers: [], body: null }),
      ]);
      expect((await shelf()).map(({ rowId }) => rowId)).toEqual((await all()).map(({ rowId }) => rowId));
    });

    it('is everything for whoever has seen nothing, and nothing while the catalog is empty', async () => {
      expect(await pages(0)).toEqual([]);
      await catalog.upsert([row('A'), row('B')], MONDAY);
      expect(await namesSince(-1)).toEqual(['A', 'B']);
      expect(await namesSince(0)).toEqual(['A', 'B']);
    });

    it('is afterwards only what has changed since, in the order of ids', async () => {
      await catalog.upsert([row('A'), row('B'), row('C'), row('D')], MONDAY);
      await catalog.upsert([row('C', { ph: 5 })], MONDAY);
      await catalog.upsert([row('A', { offers: [offer('shop', 'SKU-D')] })], MONDAY);
      expect(await namesSince(1)).toEqual(['A', 'C', 'D']);
      expect(await namesSince(2)).toEqual(['A', 'D']);
      expect(await pages(3)).toEqual([]);
    });

    it('comes in pages of a thousand', async () => {
      await catalog.upsert(many(2000, { offers: [] }), MONDAY);
      expect((await pages()).map((page) => page.length)).toEqual([1000, 1000]);
      await catalog.upsert([row('one more')], MONDAY);
      expect((await pages()).map((page) => page.length)).toEqual([1000, 1000, 1]);
      expect(await shelf()).toMatchObject((await all()).map(({ rowId, name }) => ({ rowId, name })));
    });

    it('comes in pages also when that many have changed, by several writes', async () => {
      const names = many(4002, { offers: [] }).map(({ name }) => name);
      await catalog.upsert([row('unchanged'), ...many(4002, { offers: [] })], MONDAY);
      const again = many(4002, { offers: [], ph: 5 });
      await catalog.upsert(again.slice(1001), TUESDAY);
      await catalog.upsert(again.slice(0, 1001), TUESDAY);

      expect((await pages(1)).map((page) => page.length)).toEqual([1000, 1000, 1000, 1000, 2]);
      expect(await namesSince(1)).toEqual(names);
      expect(await namesSince(2)).toEqual(names.slice(0, 1001));
    }, 60_000);

    it('gives between two pages a change that was stored meanwhile, and never less than the version that was', async () => {
      await catalog.upsert(many(2001, { offers: [] }), MONDAY);
      const version = await catalog.version();
      const seen: ShelfRow[] = [];
      for await (const page of catalog.shelfRows(0, KNOWLEDGE)) {
        if (seen.length === 0)
          await catalog.upsert([row('P0', { category: 'MASK' }), row('P2000', { category: 'MASK' })], TUESDAY);
        seen.push(...page);
      }
      expect(seen).toHaveLength(2001);
      expect(await shelf(version)).toMatchObject([
        { name: 'P0', category: 'MASK' },
        { name: 'P2000', category: 'MASK' },
      ]);
    });
  });

  describe('how labels were read', () => {
    const bodies = async (knowledge?: string) =>
      Object.fromEntries((await shelf(0, knowledge)).map(({ name, body }) => [name, body]));
    /** Reads labels, for the products with these names, as they are now. */
    const readings = async (names: readonly string[], body: string, knowledge = KNOWLEDGE) =>
      (await shelf())
        .filter(({ name }) => names.includes(name))
        .map(({ rowId, revision }) => ({ rowId, revision, knowledge, body }));

    it('comes back with the product, for the knowledge with which it was read', async () => {
      await catalog.upsert([row('A'), row('B')], MONDAY);
      await catalog.saveReadings(await readings(['A'], '{"était":"☀ 修 💧"}'));
      expect(await bodies()).toEqual({ A: '{"était":"☀ 修 💧"}', B: null });
      expect(await bodies(OTHER_KNOWLEDGE)).toEqual({ A: null, B: null });
    });

    it('says nothing any more of a product that has changed', async () => {
      await catalog.upsert([row('A'), row('B')], MONDAY);
      const early = await readings(['A', 'B'], 'early');
      await catalog.saveReadings(early);
      await catalog.upsert([row('A', { label: 'Aqua, Retinol' })], TUESDAY);
      expect(await bodies()).toEqual({ A: null, B: 'early' });

      await catalog.saveReadings(early); // by one who has not heard of the change
      expect(await bodies()).toEqual({ A: null, B: 'early' });
      await catalog.saveReadings(await readings(['A'], 'late'));
      expect(await bodies()).toEqual({ A: 'late', B: 'early' });
    });

    it('stays true of a product of which only the offers change', async () => {
      await catalog.upsert([row('A', { offers: [offer('shop', '1')] }), row('B', { offers: [] }), row('C')], MONDAY);
      await catalog.saveReadings(await readings(['A', 'B', 'C'], 'read'));
      await catalog.upsert([row('A', { offers: [{ ...offer('shop', '1'), priceMinor: 1 }] }), row('C')], TUESDAY);
      expect(await bodies()).toEqual({ A: 'read', B: 'read', C: 'read' });
      await catalog.upsert([row('B', { offers: [offer('shop', '1')] })], TUESDAY); // takes the offer from A
      expect(await bodies()).toEqual({ A: 'read', B: 'read', C: 'read' });

      const late = await readings(['A'], 'late');
      await catalog.upsert([row('A', { label: 'Aqua, Retinol', offers: [] })], TUESDAY);
      await catalog.saveReadings(late); // of the label before
      await catalog.upsert([row('A', { label: 'Aqua, Retinol', offers: [offer('shop', '2')] })], TUESDAY);
      expect(await bodies()).toEqual({ A: null, B: 'read', C: 'read' });
      const change = { label: 'Aqua', offers: [offer('shop', '3')] };
      await catalog.upsert([row('B', change)], TUESDAY);
      expect(await bodies()).toEqual({ A: null, B: null, C: 'read' });
    });

    it('is replaced when it is read anew', async () => {
      await catalog.upsert([row('A')], MONDAY);
      await catalog.saveReadings(await readings(['A'], 'early'));
      await catalog.saveReadings(await readings(['A'], 'late', OTHER_KNOWLEDGE));
      expect(await bodies()).toEqual({ A: null });
      expect(await bodies(OTHER_KNOWLEDGE)).toEqual({ A: 'late' });
    });

    it('is no change of the catalog', async () => {
      await catalog.upsert([row('A')], MONDAY);
      const before = await all();
      const told = countChanges();
      await catalog.saveReadings(await readings(['A'], 'read'));
      expect(await catalog.version()).toBe(1);
      expect(await all()).toEqual(before);
      expect(told()).toBe(0);
    });

    it('is stored in any number and order; of two of one product the last prevails', async () => {
      await catalog.saveReadings([]);
      await catalog.upsert(many(1203, { offers: [] }), MONDAY);
      const names = many(1203).map(({ name }) => name);
      const early = await readings(names, 'early');
      await catalog.saveReadings([...early.toReversed(), ...(await readings(['P7'], 'late'))]);
      expect(await bodies()).toEqual(Object.fromEntries(names.map((name) => [name, name === 'P7' ? 'late' : 'early'])));
    });

    it('is stored for all that were given or for none', async () => {
      await catalog.upsert([row('A')], MONDAY);
      const [known] = await readings(['A'], 'read');
      await expect(catalog.saveReadings([known!, { ...known!, rowId: 999 }])).rejects.toThrow();
      expect(await bodies()).toEqual({ A: null });
    });

    it('goes with its product', async () => {
      await catalog.upsert([row('A')], MONDAY);
      await catalog.saveReadings(await readings(['A'], 'read'));
      await database.query('DELETE FROM product');
      expect(await database.query('SELECT * FROM product_reading')).toEqual([]);
    });
  });

  describe('whoever listens for changes', () => {
    it('has heard of a change, and finds it stored, before the one who made it hears that it is', async () => {
      const elsewhere = await dataSource(address, ENTITIES).initialize();
      const seen: number[] = [];
      catalog.onChange(async () => {
        await setImmediate();
        seen.push(await new CatalogRepository(elsewhere).version(), (await shelf()).length);
      });
      await catalog.upsert([row('A'), row('B')], MONDAY);
      expect(seen).toEqual([1, 2]);
      await elsewhere.destroy();
    });

    it('is not told where nothing has changed', async () => {
      await catalog.upsert([row('A')], MONDAY);
      const told = countChanges();
      await catalog.upsert([row('A')], TUESDAY);
      await expect(catalog.upsert([{ ...row('B'), brand: null as unknown as string }], TUESDAY)).rejects.toThrow();
      expect(told()).toBe(0);
      await catalog.upsert([row('B')], TUESDAY);
      expect(told()).toBe(1);
    });

    it('may fail: the change stands, the others are told, and the log learns why', async () => {
      const logged: unknown[] = [];
      Logger.overrideLogger({ log: () => undefined, warn: () => undefined, error: (line) => void logged.push(line) });
      catalog.onChange(() => Promise.reject(new RangeError('a shelf broke')));
      catalog.onChange(() => {
        throw new RangeError('a shelf broke at once');
      });
      const told = countChanges();

      expect(await catalog.upsert([row('A')], MONDAY)).toEqual({ created: 1, updated: 0, unchanged: 0 });
      expect((await all()).map(({ name }) => name)).toEqual(['A']);
      expect(told()).toBe(1);
      expect(logged).toEqual(['RangeError: a shelf broke', 'RangeError: a shelf broke at once']);
    });
  });

  describe('what goes on at once', () => {
    it('is kept apart: a write that fails takes nothing with it, and nobody ever sees it', async () => {
      await catalog.upsert([row('A')], MONDAY);
      const readA = (await shelf()).map(({ rowId, revision }) => ({
        rowId,
        revision,
        knowledge: KNOWLEDGE,
        body: 'read',
      }));
      const broken = { ...row('C'), brand: null as unknown as string };
      const [failed, ...stood] = await Promise.allSettled([
        catalog.upsert([row('A', { ph: 5 }), row('B'), ...many(600), broken], TUESDAY),
        shelf(),
        catalog.saveReadings(readA),
        catalog.upsert([row('D')], TUESDAY),
      ]);
      expect(failed.status).toBe('rejected');
      expect(stood).toMatchObject([
        { status: 'fulfilled', value: [{ name: 'A', revision: 1 }] },
        { status: 'fulfilled' },
        { status: 'fulfilled', value: { created: 1 } },
      ]);
      expect(await shelf()).toMatchObject([
        { name: 'A', revision: 1, body: 'read' },
        { name: 'D', revision: 2 },
      ]);
    });
  });

  it('lets nobody fetch what is being written, and may never be stored', async () => {
    await catalog.upsert([row('A', { label: 'Aqua, Retinol' })], MONDAY);
    const [{ rowId }] = (await shelf()) as [ShelfRow];
    const broken = { ...row('C'), brand: null as unknown as string };
    const state = { isOver: false };
    const writing = catalog
      .upsert([row('A', { label: 'Aqua', offers: [] }), ...many(600), broken], TUESDAY)
      .catch(() => 'failed')
      .finally(() => (state.isOver = true));
    const seen = new Set<string>();
    while (!state.isOver) {
      const [product, version, count] = await Promise.all([
        catalog.byRowIds([rowId]).then((found) => found.get(rowId)),
        catalog.version(),
        catalog.count(),
      ]);
      seen.add(JSON.stringify([product?.label, product?.offers.length, version, count]));
      await Promise.resolve();
    }
    expect(await writing).toBe('failed');
    expect([...seen]).toEqual([JSON.stringify(['Aqua, Retinol', 1, 1, 1])]);
  });

  it('tells whether there is anything at all', async () => {
    expect(await catalog.isEmpty()).toBe(true);
    await catalog.upsert([row('A')], MONDAY);
    expect(await catalog.isEmpty()).toBe(false);
  });
});
