import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { dataSource } from '../../src/database/data-source.js';
import { onEachDatabase } from '../support/databases.js';
import { row } from '../support/product-rows.js';

onEachDatabase((emptyDatabase) => {
  let database: DataSource;
  beforeEach(async () => {
    database = await dataSource(await emptyDatabase(), ENTITIES).initialize();
  });
  afterEach(() => database.destroy());

  /** What one would have to change in the tables to make them what the stored classes say. */
  const drift = async () => (await database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  it('makes the very tables that the stored classes describe', async () => {
    expect(await drift()).not.toEqual([]);
    await database.runMigrations();
    expect(await drift()).toEqual([]);
  });

  it('goes up, all the way down, and up again', async () => {
    const all = await database.runMigrations();
    for (let left = all.length; left > 0; left--) await database.undoLastMigration();
    expect(await database.query('SELECT * FROM migration')).toEqual([]);
    expect(
      await database.createQueryRunner().getTables(['product', 'offer', 'product_reading', 'catalog_state']),
    ).toEqual([]);

    expect(await database.runMigrations()).toHaveLength(all.length);
    expect(await drift()).toEqual([]);
  });

  it('keeps products and offers on the way to the first tables and back; all count as changed with the present version', async () => {
    const all = await database.runMigrations();
    const catalog = new CatalogRepository(database);
    await catalog.upsert([row('A'), row('B')], new Date());
    await catalog.upsert([row('A', { ph: 5 })], new Date());
    const before = await Array.fromAsync(catalog.all());

    for (let left = all.length; left > 1; left--) await database.undoLastMigration();
    expect(await database.query('SELECT sku FROM offer ORDER BY sku')).toEqual([{ sku: 'SKU-A' }, { sku: 'SKU-B' }]);
    await database.runMigrations();
    expect(await Array.fromAsync(catalog.all())).toEqual(before.map((product) => ({ ...product, revision: 2 })));
    expect(await Array.fromAsync(catalog.shelfRows(1, ''))).toMatchObject([[{ name: 'A' }, { name: 'B' }]]);
    expect(await Array.fromAsync(catalog.shelfRows(2, ''))).toEqual([]);
  });

  it('does nothing the second time', async () => {
    await database.runMigrations();
    expect(await database.runMigrations()).toEqual([]);
  });
});
