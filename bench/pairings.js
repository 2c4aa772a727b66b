/**
 * What ten pairings cost over HTTP, beside `{ __typename }` on the same server and on bare Apollo, all in one run.
 * `npm run bench:pairings -- --sizes 1000,10000,100000,1000000 --repeats 5 --seconds 1`
 */
import { ask, bodyOf, load } from './load.js';
import { BARE, PINNED, SALVE, startServer, stayAside } from './processes.js';
import { HELLO, PAIRINGS, PAIRINGS_WITH_FACETS, questions } from './questions.js';
import { digitsOf, json, optionsGiven, quantile, say, spread, table, told } from './report.js';
import { databaseWith, forget } from './scratch.js';

const { sizes, connections, repeats, seconds, keep } = optionsGiven({
  sizes: [1000, 10_000],
  connections: [1, 16, 64],
  repeats: 5,
  seconds: 1,
  /** a folder in which databases stay, so that labels are not read again by the next run */
  keep: '',
});
const WARM_UP_SECONDS = 2;
const SEEN = 50;
const SAMPLE = 50;

stayAside();
say(`Server and load ${PINNED ? 'on a core each' : 'share their cores: the figures tell little'}.`);
const results = [];
for (const size of sizes) {
  const database = await databaseWith(size, keep);
  results.push(await measure(size, database));
  forget(database);
}
json({ bench: 'pairings', pinned: PINNED, repeats, seconds, results });

async function measure(size, database) {
  const bare = await startServer(BARE);
  const salve = await startServer(SALVE, database);
  try {
    const rows = rowsOn(bare, salve);
    for (const row of rows) {
      row.pairings = await pairingsPer(row);
      for (let count = 0; count < row.before; count++) await ask(row.server.port, row.next());
      await load({ port: row.server.port, connections: 16, seconds: WARM_UP_SECONDS, next: row.next });
    }

    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const count of connections) for (const row of rows) row.runs.push(await run(row, count));
    }
    const figures = connections.flatMap((count) => figuresOf(rows, count));
    print(size, figures);
    return { size, figures };
  } finally {
    await Promise.all([bare.stop(), salve.stop()]);
  }
}

/**
 * What is asked. Each row: its name, the server, the body of its next question, and how many of them are asked once
 * before. What was never asked may still meet a moment that was worked out for another question, as it does in a
 * shop; what one costs that was not, `shelf.js` tells.
 */
function rowsOn(bare, salve) {
  const hello = bodyOf(HELLO);
  const pool = (query) => {
    const source = questions(1);
    const bodies = Array.from({ length: SEEN }, () => bodyOf(query, source.next().value));
    let turn = 0;
    return () => bodies[turn++ % SEEN];
  };
  const fresh = (query, seed) => {
    const source = questions(seed);
    return () => bodyOf(query, source.next().value);
  };
  const { concerns, treatment } = questions(2).next().value;
  const same = bodyOf(PAIRINGS, { concerns, treatment: { ...treatment, hoursSince: 100 } });

  const row = (name, server, next, before = 0) => ({ name, server, next, before, runs: [] });
  return [
    row('bare Apollo { __typename }', bare, () => hello),
    row('Salve { __typename }', salve, () => hello),
    row('cached response', salve, () => same, 1),
    row('asked before', salve, pool(PAIRINGS), SEEN),
    row('never asked before', salve, fresh(PAIRINGS, 3)),
    row('asked before, with facets', salve, pool(PAIRINGS_WITH_FACETS), SEEN),
    row('never asked, with facets', salve, fresh(PAIRINGS_WITH_FACETS, 4)),
  ];
}

/** How many pairings such an answer holds: a short answer would be a cheap one. */
async function pairingsPer({ server, next }) {
  let pairings = 0;
  for (let count = 0; count < SAMPLE; count++) {
    const data = await ask(server.port, next());
    if (data.pairings === undefined) return undefined;
    pairings += data.pairings.nodes.length;
  }
  return pairings / SAMPLE;
}

async function run({ server, next }, count) {
  const before = await server.use('cpu');
  const { requests, seconds: lasted, ms } = await load({ port: server.port, connections: count, seconds, next });
  const cpu = (await server.use('cpu')) - before;
  return {
    count,
    perSecond: requests / lasted,
    cpuMicroseconds: cpu / requests,
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
  };
}

function figuresOf(rows, count) {
  const cpuOf = (row) => spread(runsOf(row, count).map(({ cpuMicroseconds }) => cpuMicroseconds));
  const speedOf = (row) => spread(runsOf(row, count).map(({ perSecond }) => perSecond));
  const [bare, hello] = rows;
  return rows.map((row, index) => {
    const of = (figure) => spread(runsOf(row, count).map((one) => one[figure]));
    const yardstick = index < 2 ? bare : hello;
    return {
      name: row.name,
      connections: count,
      pairings: row.pairings,
      perSecond: speedOf(row),
      cpuMicroseconds: cpuOf(row),
      p50: of('p50'),
      p99: of('p99'),
      /** against `{ __typename }` on the same server; for that one, against bare Apollo */
      cpuRatio: cpuOf(row).median / cpuOf(yardstick).median,
      timeRatio: speedOf(yardstick).median / speedOf(row).median,
    };
  });
}

function runsOf(row, count) {
  return row.runs.filter((one) => one.count === count);
}

function print(size, figures) {
  say(`\n${size} products`);
  const heads = ['', 'c', 'of ten', 'requests/s', 'CPU µs', 'CPU ×', 'time ×', 'p50 ms', 'p99 ms', 'p99/p50'];
  table(
    heads,
    figures.map(({ name, connections: count, pairings, perSecond, cpuMicroseconds, p50, p99, cpuRatio, timeRatio }) => [
      name,
      String(count),
      pairings === undefined ? '' : digitsOf(pairings, 1),
      told(perSecond),
      told(cpuMicroseconds),
      digitsOf(cpuRatio, 2),
      digitsOf(timeRatio, 2),
      told(p50, 2),
      told(p99, 2),
      digitsOf(p99.median / p50.median, 1),
    ]),
  );
}
