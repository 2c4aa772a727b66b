/** Processes that are measured: started on a core of their own, asked what they use, and ended. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process, { env, execPath } from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const PROBE = new URL('./probe.js', import.meta.url).href;
export const SALVE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
export const BARE = fileURLToPath(new URL('./bare.js', import.meta.url));

/** Cores that this process may use: the first is for what is measured, the second for whoever measures. */
const [SERVER_CORE, LOAD_CORE] = coresOf();

/** Whether server and load have a core each; else they take each other's time. */
export const PINNED = LOAD_CORE !== undefined;

/** Keeps this process, all of its threads and what it starts later away from the core of what is measured. */
export function stayAside() {
  if (PINNED) spawnSync('taskset', ['-a', '-c', '-p', LOAD_CORE, String(process.pid)]);
}

/** Keeps this process on the core of what is measured: for a bench that runs the service within itself. */
export function standIn() {
  if (PINNED) spawnSync('taskset', ['-a', '-c', '-p', SERVER_CORE, String(process.pid)]);
}

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(question: 'cpu' | 'memory' | 'blocked') => Promise<any>} use see `probe.js`
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server in production.
 *
 * @param {string} script
 * @param {string} [database] path of its SQLite database
 * @returns {Promise<Server>} as soon as it says where it answers
 * @throws Error if it ends before that
 */
export async function startServer(script, database) {
  const settings = { NODE_ENV: 'production', PORT: '0', SEED: 'none', LOG_LEVEL: 'warn' };
  const args = ['--expose-gc', '--import', PROBE, script];
  const child = spawn(...pinned(execPath, args), {
    env: { PATH: env.PATH, ...settings, ...(database && { DATABASE_URL: `sqlite:${database}` }) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = once(child, 'exit').then(() => process.off('exit', end));

  let said = '';
  const port = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /answers at http:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`${script} ended before it answered: ${said}`)));
  });
  return {
    port: await port,
    use: async (question) => {
      child.send(question);
      for (;;) {
        const [{ question: answered, answer }] = await once(child, 'message');
        if (answered === question) return answer;
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A command on the core of what is measured. */
function pinned(command, args) {
  return PINNED ? ['taskset', ['-c', SERVER_CORE, command, ...args]] : [command, args];
}

function coresOf() {
  if (spawnSync('taskset', ['--version']).status !== 0) return [];
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  const cores = list.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  });
  return cores.length > 1 ? cores : [];
}
