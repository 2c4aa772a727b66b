import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { dataSource } from '../../src/database/data-source.js';
import { type Postgres, startPostgres } from '../support/postgres.js';
import { row } from '../support/product-rows.js';

const START_MS = 60_000;
const WRITES = 20;

/** SQLite lets in one writer at a time by itself; PostgreSQL lets in as many as come. */
describe('two processes that write to one PostgreSQL at once', () => {
  let server: Postgres;
  let databases: DataSource[];
  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.emptyDatabase();
    databases = await Promise.all([1, 2, 3].map(() => dataSource({ kind: 'postgres', url }, ENTITIES).initialize()));
    await databases[0]?.runMigrations();
  }, START_MS);
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.destroy()));
    await server.stop();
  }, START_MS);

  it('make versions one after the other, and whoever follows them misses nothing', async () => {
    const [one, two, follower] = databases.map((database) => new CatalogRepository(database));
    const write = async (catalog: CatalogRepository, who: string) => {
      for (let n = 0; n < WRITES; n++) await catalog.upsert([row(`${who}${n}`)], new Date());
    };
    const written = Promise.all([write(one!, 'one '), write(two!, 'two ')]);

    const seen = new Map<string, number>();
    for (let version = 0; version < 2 * WRITES;) {
      const now = await follower!.version();
      for await (const page of follower!.shelfRows(version, ''))
        for (const { name, revision } of page) seen.set(name, revision);
      version = now;
    }
    await written;
    expect([...seen.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * WRITES }, (_, n) => n + 1));
  });
});
