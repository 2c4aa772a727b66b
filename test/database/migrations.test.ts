import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { dataSource } from '../../src/database/data-source.js';
import { onEachDatabase } from '../support/databases.js';

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

  it('does nothing the second time', async () => {
    await database.runMigrations();
    expect(await database.runMigrations()).toEqual([]);
  });
});
