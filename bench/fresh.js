/**
 * What a feed costs those who ask meanwhile, and whether its changes are seen at once: rows go into the catalog of a
 * service under full load, in slices with and without.
 * `npm run bench:fresh -- --size 10000 --seconds 60 --rate 500`
 */
import './production.js';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { URL } from 'node:url';
import { createApp, prepareDatabase } from '../dist/app.js';
import { CatalogRepository } from '../dist/catalog/catalog.repository.js';
import { readConfig } from '../dist/config/config.js';
import { products } from './catalog.js';
import { chance } from './chance.js';
import { PINNED, standIn } from './processes.js';
import { digitsOf, json, optionsGiven, quantile, say, spread, table, told } from './report.js';
import { databaseWith, SEED } from './scratch.js';

const { size, seconds, rate, connections, repeats } = optionsGiven({
  size: 10_000,
  /** under load with changes, in all slices together */
  seconds: 60,
  /** changed products per second */
  rate: 500,
  connections: 16,
  repeats: 5,
});
const WARM_UP_SECONDS = 3;
/** How many products change; one in so many changes has a new label, and one in so many is a new product. */
const CHANGING = Math.min(size, 2000);
/** Of them, those that nobody changes but whoever looks whether it is seen. */
const LOOKED_AT = Math.min(100, size / 2);
const NEW_LABEL = 0.1;
const NEW_PRODUCT = 0.05;
/** A feed hands over what came since its last call. */
const MOST_PER_CALL = 500;
const PAUSE_BETWEEN_CHECKS_MS = 500;

const SEEN_AT_ONCE = `query ($text: String!, $sku: String!) {
  products(filter: { text: $text }, first: 1) { totalCount }
  assess(product: { sku: $sku }, treatment: { needleDepthMm: 1, hoursSince: 30 }) { verdict product { name } }
}`;

standIn();
const config = readConfig({
  NODE_ENV: 'production',
  PORT: '0',
  SEED: 'none',
  LOG_LEVEL: 'warn',
  DATABASE_URL: `sqlite:${await databaseWith(size)}`,
});
const app = await createApp(config);
await prepareDatabase(app, config);
await app.listen(0, '127.0.0.1');
const catalog = app.get(CatalogRepository);
const { port } = app.getHttpServer().address();

const loader = fork(new URL('./load-process.js', import.meta.url));
await once(loader, 'message');
const underLoad = async (slice) => {
  loader.send({ port, connections, seconds: slice });
  const [{ requests, seconds: lasted, ms }] = await once(loader, 'message');
  return { perSecond: requests / lasted, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
};

const rows = await rowsOf();
const looked = rows.splice(0, LOOKED_AT);
const luck = chance(6);
const upsertMs = [];
const checks = { done: 0, seen: 0, ms: [] };
const runs = { without: [], with: [] };
let upserted = 0;
let upsertSeconds = 0;

await underLoad(WARM_UP_SECONDS);
for (let repeat = 0; repeat < repeats; repeat++) {
  runs.without.push(await underLoad(seconds / repeats));
  const until = { over: false };
  const feeding = [feed(until), look(until)];
  runs.with.push(await underLoad(seconds / repeats));
  until.over = true;
  await Promise.all(feeding);
}
loader.disconnect();
await app.close();
print();

/** Changes so many products per second: one call after the other, each with all that is due. */
async function feed(until) {
  const start = performance.now();
  for (let done = 0; !until.over;) {
    const due = Math.floor(((performance.now() - start) / 1000) * rate) - done;
    if (due < 1) {
      await sleep(1);
      continue;
    }
    const changed = Array.from({ length: Math.min(due, MOST_PER_CALL) }, change);
    const began = performance.now();
    await catalog.upsert(changed, new Date());
    upsertMs.push(performance.now() - began);
    done += changed.length;
    upserted += changed.length;
  }
  upsertSeconds += (performance.now() - start) / 1000;
}

/** Gives a product another name and a label that must wait, and asks at once: the very next answer must know both. */
async function look(until) {
  while (!until.over) {
    const text = `looked${checks.done}`;
    const row = { ...looked[checks.done % looked.length], name: text, label: 'Aqua, Glycerin, Retinol' };
    await catalog.upsert([row], new Date());
    const asked = performance.now();
    const variables = { text, sku: row.offers[0].sku };
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query: SEEN_AT_ONCE, variables } });
    checks.ms.push(performance.now() - asked);
    const { data } = response.json();
    const isSeen =
      data?.products.totalCount === 1 && data.assess.product.name === text && data.assess.verdict === 'AVOID';
    checks.done++;
    if (isSeen) checks.seen++;
    await sleep(PAUSE_BETWEEN_CHECKS_MS);
  }
}

/** Most changes are prices and stock, as in a shop. */
function change() {
  const index = luck.whole(0, rows.length - 1);
  const row = rows[index];
  if (luck.is(NEW_PRODUCT)) {
    const key = `new-${upserted}-${luck.whole(0, 1e9)}`;
    return { ...row, sourceKey: key, name: key, gtin: null, offers: row.offers.map((one) => ({ ...one, sku: key })) };
  }
  const offers = row.offers.map((one) => ({
    ...one,
    priceMinor: one.priceMinor + luck.whole(-50, 50),
    availability: luck.pick(['IN_STOCK', 'LIMITED', 'OUT_OF_STOCK']),
  }));
  rows[index] = { ...row, offers, label: luck.is(NEW_LABEL) ? `${row.label}, Parfum` : row.label };
  return rows[index];
}

async function rowsOf() {
  const source = await products(SEED, size);
  return Array.from({ length: CHANGING }, () => source.next().value);
}

function print() {
  const figures = Object.entries(runs).map(([name, of]) => ({
    name,
    perSecond: spread(of.map((one) => one.perSecond)),
    p50: spread(of.map((one) => one.p50)),
    p99: spread(of.map((one) => one.p99)),
  }));
  const [without, beside] = figures;
  const ratio = beside.p99.median / without.p99.median;
  const perSecond = upserted / upsertSeconds;
  const upsert = {
    calls: upsertMs.length,
    ms: spread(upsertMs),
    seen: checks.seen,
    looked: checks.done,
    answer: spread(checks.ms),
  };

  say(`${size} products, ${connections} connections${PINNED ? '' : ' (cores are shared: the figures tell little)'}`);
  table(
    ['', 'requests/s', 'p50 ms', 'p99 ms'],
    figures.map(({ name, ...of }) => [`${name} changes`, told(of.perSecond), told(of.p50, 2), told(of.p99, 2)]),
  );
  say(`p99 with / without: ${digitsOf(ratio, 2)}`);
  say(`changes: ${digitsOf(perSecond, 0)}/s in ${upsert.calls} calls of ${told(upsert.ms, 1)} ms`);
  say(`seen by the very next answer: ${checks.seen} of ${checks.done}, which took ${told(upsert.answer, 1)} ms`);
  json({ bench: 'fresh', size, connections, seconds, rate, pinned: PINNED, figures, ratio, perSecond, upsert });
}
