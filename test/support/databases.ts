import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/config/config.js';
import { type Postgres, startPostgres } from './postgres.js';

/** Starting a server takes a second or two, and longer on a busy machine. */
const START_MS = 60_000;

/**
 * Runs the same tests on SQLite and on a real PostgreSQL.
 *
 * @param tests gets a function that makes a new, empty database and gives its address
 */
export function onEachDatabase(tests: (emptyDatabase: () => Promise<DatabaseAddress>) => void): void {
  describe('on SQLite', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'salve-sqlite-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    tests(() => Promise.resolve({ kind: 'sqlite', path: join(folder, `${randomUUID()}.sqlite`) }));
  });

  describe('on PostgreSQL', () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres();
    }, START_MS);
    afterAll(() => server.stop(), START_MS);

    tests(async () => ({ kind: 'postgres', url: await server.emptyDatabase() }));
  });
}
