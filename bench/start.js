/**
 * How long a service takes from its start to its first ranking, and what it holds for each product. The first start
 * reads every label; the second finds what was read.
 * `npm run bench:start -- --sizes 100000,1000000`
 */
import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, bodyOf } from './load.js';
import { PINNED, SALVE, startServer, stayAside } from './processes.js';
import { PAIRINGS, questions } from './questions.js';
import { digitsOf, json, optionsGiven, say, table } from './report.js';
import { databaseWith, forget, unread } from './scratch.js';

const { sizes, first, keep } = optionsGiven({
  sizes: [100_000],
  /** 0: leave out the first start, because an earlier run with the same `keep` has read the labels */
  first: 1,
  /** a folder in which databases stay, so that they need not be filled again by the next run */
  keep: '',
});
const KINDS = first ? ['reads labels', 'finds them read'] : ['finds them read'];
/** Questions after which what is held is looked at. */
const ASKED = 200;
const POLL_MS = 20;
const MEGABYTE = 1_000_000;

stayAside();
const empty = await starts(0);
const results = [{ size: 0, starts: empty }];
for (const size of sizes) results.push({ size, starts: await starts(size) });

const own = empty.at(-1);
/** Bytes per product beyond what the process of an empty catalog holds. */
const perProduct = (memory, before, size) => (size === 0 ? '' : digitsOf((memory - before) / size, 0));
table(
  [
    '',
    'listens s',
    'ready s',
    'ranks s',
    'beyond empty s',
    'CPU s',
    'blocked ms',
    'held MB',
    'B/product',
    'after questions',
    'RSS B/product',
  ],
  results.flatMap(({ size, starts: all }) =>
    all.map(({ kind, listens, ready, ranks, cpu, blocked, filled, asked }, index) => [
      `${size} products, ${kind}`,
      ...[listens, ready, ranks, ranks - empty[index].ranks, cpu - empty[index].cpu].map((one) => digitsOf(one, 2)),
      digitsOf(blocked, 0),
      digitsOf(filled.held / MEGABYTE, 1),
      perProduct(filled.held, own.filled.held, size),
      perProduct(asked.held, own.asked.held, size),
      perProduct(asked.rss, own.asked.rss, size),
    ]),
  ),
);
say(
  'CPU: beyond that of an empty catalog, too. blocked: the longest time without a turn for others while it fills. held: heap and buffers after a collection; after questions it also remembers moments, rankings and readings, up to fixed bounds.',
);
json({ bench: 'start', pinned: PINNED, results });

/** Starts the service on the same database, once for each kind of start. */
async function starts(size) {
  const database = await databaseWith(size, keep);
  if (first) unread(database);
  const all = [];
  for (const kind of KINDS) all.push({ kind, ...(await start(database)) });
  forget(database);
  return all;
}

async function start(database) {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const server = await startServer(SALVE, database);
  try {
    const listens = since();
    await server.use('blocked');
    await untilReady(server.port);
    const ready = since();
    const cpu = (await server.use('cpu')) / 1e6;
    const blocked = await server.use('blocked');
    const filled = await server.use('memory');

    const source = questions(1);
    const next = () => bodyOf(PAIRINGS, source.next().value);
    const asking = performance.now();
    await ask(server.port, next());
    const ranks = ready + (performance.now() - asking) / 1000;
    for (let count = 0; count < ASKED; count++) await ask(server.port, next());
    return { listens, ready, ranks, cpu, blocked, filled, asked: await server.use('memory') };
  } finally {
    await server.stop();
  }
}

async function untilReady(port) {
  while (!(await isReady(port))) await sleep(POLL_MS);
}

function isReady(port) {
  return new Promise((resolve, reject) => {
    get(`http://127.0.0.1:${port}/health/ready`, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', reject);
  });
}
