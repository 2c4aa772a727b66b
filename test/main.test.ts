import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** These run what `npm run build` made, as `npm start` and `npm run salve` do. */
const PATIENCE_MS = 30_000;

describe('the program', () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salve-main-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a built file with nothing in its environment but what is given. */
  function run(file: string, args: string[], env: Record<string, string>) {
    const child = spawn(process.execPath, [join('dist', file), ...args], { env });
    running.add(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (said.out += String(chunk)));
    child.stderr.on('data', (chunk) => (said.err += String(chunk)));
    const ended = once(child, 'close').then(([code, signal]: (string | number | null)[]) => ({
      code,
      signal,
      ...said,
    }));
    return { child, said, ended };
  }

  it(
    'migrates, seeds, says where it is and what to ask, answers, and stops when told to',
    async () => {
      const database = `sqlite:${join(folder, 'new', 'salve.sqlite')}`;
      for (const start of ['first', 'second']) {
        const { child, said, ended } = run('main.js', [], { PORT: '0', DATABASE_URL: database, LOG_LEVEL: 'warn' });
        const failed = ended.then(({ err }) => Promise.reject(new Error(err)));
        failed.catch(() => undefined); // it may end later, when it is told to
        while (!said.out.includes('pairings(')) await Promise.race([once(child.stdout, 'data'), failed]);

        const url = /Salve answers at (\S+\/graphql)/.exec(said.out)?.[1] ?? start;
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ products(first: 1) { totalCount } }"}',
        });
        const { data } = (await answer.json()) as { data: { products: { totalCount: number } } };
        expect(data.products.totalCount).toBeGreaterThanOrEqual(120);
        expect(data.products.totalCount).toBeLessThan(1000); // the second start seeds nothing

        child.kill('SIGTERM');
        expect(await ended).toMatchObject({ signal: 'SIGTERM', err: '' });
      }
    },
    PATIENCE_MS,
  );

  it(
    'names every fault of its configuration at once, and ends with code 78',
    async () => {
      expect(await run('main.js', [], { PORT: 'http', SEED: 'shop' }).ended).toEqual({
        code: 78,
        signal: null,
        out: '',
        err: expect.stringMatching(/^Salve cannot start with this configuration:\n {2}PORT is .*\n {2}SEED is .*\n$/),
      });
    },
    PATIENCE_MS,
  );

  it(
    'ends with code 78, too, under a protocol that is refused',
    async () => {
      const path = join(folder, 'clinic.yaml');
      await writeFile(path, 'name: Klinik\nversion: 1\nholds: [{ tag: retinol, holdHours: [1, 2], because: Bold }]\n');
      const { code, out, err } = await run('main.js', [], {
        PROTOCOL: path,
        DATABASE_URL: 'sqlite::memory:',
        LOG_LEVEL: 'silent',
      }).ended;
      expect([code, out]).toEqual([78, '']);
      expect(err).toContain('retinol › holdHours: is shorter');
    },
    PATIENCE_MS,
  );

  it(
    'says in one sentence that it cannot reach its database',
    async () => {
      const { code, err } = await run('main.js', [], {
        DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/salve',
        LOG_LEVEL: 'silent',
      }).ended;
      expect([code, err]).toEqual([1, expect.stringMatching(/^Salve could not start: .*ECONNREFUSED.*\n$/)]);
      expect(err).not.toContain('hunter2');
    },
    PATIENCE_MS,
  );

  it(
    'migrates and seeds by command, each as often as one likes',
    async () => {
      const env = { DATABASE_URL: `sqlite:${join(folder, 'by-command.sqlite')}` };
      const say = async (...args: string[]) => (await run('cli.js', args, env).ended).out;
      expect(await say('migrate')).toMatch(/^Done: CreateCatalog/);
      expect(await say('migrate')).toBe('The tables are up to date.\n');
      expect(await say('seed')).toMatch(/^The demo shop has \d{3} products\.\n$/);
      expect(await say('seed')).toBe('The catalog is not empty; it was left as it is.\n');
    },
    PATIENCE_MS,
  );

  it(
    'shows gaps and differences by command, of the demo shop where there is no catalog yet, and writes nothing',
    async () => {
      const path = join(folder, 'never-made.sqlite');
      const env = { DATABASE_URL: `sqlite:${path}` };
      const gaps = await run('cli.js', ['knowledge', 'gaps'], env).ended;
      expect([gaps.code, gaps.out]).toEqual([0, expect.stringMatching(/^[1-9]\d* products, [1-9]\d* printed names/)]);
      const diff = await run('cli.js', ['knowledge', 'diff', 'seeds'], env).ended;
      expect([diff.code, diff.out]).toEqual([0, expect.stringContaining('Products that differ: 0')]);
      const none = await run('cli.js', ['knowledge', 'gaps'], { ...env, SEED: 'none' }).ended;
      expect(none.out).toMatch(/^0 products/);
      await expect(access(path)).rejects.toThrow('ENOENT');

      const seeded = { DATABASE_URL: `sqlite:${join(folder, 'reviewed.sqlite')}` };
      await run('cli.js', ['migrate'], seeded).ended;
      expect((await run('cli.js', ['knowledge', 'gaps'], seeded).ended).out).toBe(gaps.out);
      await run('cli.js', ['seed'], seeded).ended;
      expect((await run('cli.js', ['knowledge', 'gaps'], seeded).ended).out).toBe(gaps.out);
    },
    PATIENCE_MS,
  );

  it(
    'prints the schema by command',
    async () => {
      expect((await run('cli.js', ['schema'], {}).ended).out).toBe(await readFile('schema/schema.graphql', 'utf8'));
    },
    PATIENCE_MS,
  );

  it(
    'refuses a command that it does not know',
    async () => {
      expect(await run('cli.js', ['improt'], {}).ended).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining("unknown command 'improt'"),
      });
    },
    PATIENCE_MS,
  );
});
