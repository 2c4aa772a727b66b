/**
 * What a ranking with counts costs on the shelf itself, without HTTP: for a moment that was worked out before, and for
 * one that was not.
 * `npm run bench:shelf -- --sizes 1000,10000,100000,1000000 --keep ./data/bench`
 */
import './production.js';
import { performance } from 'node:perf_hooks';
import { createApp, prepareDatabase } from '../dist/app.js';
import { readConfig } from '../dist/config/config.js';
import { consult } from '../dist/core/pair.js';
import { normalised, stakesOf } from '../dist/core/ranking/score.js';
import { KnowledgeService } from '../dist/knowledge/knowledge.module.js';
import { best } from '../dist/shelf/best.js';
import { facetsOf } from '../dist/shelf/facets.js';
import { Moments } from '../dist/shelf/moments.js';
import { considered } from '../dist/shelf/narrow.js';
import { ShelfService } from '../dist/shelf/shelf.service.js';
import { sift } from '../dist/shelf/sift.js';
import { chance } from './chance.js';
import { standIn } from './processes.js';
import { avoidListOf, concernsOf, MOST_AVOIDED, profileOf, treatmentOf } from './questions.js';
import { json, optionsGiven, quantile, say, spread, table, told } from './report.js';
import { databaseWith, forget } from './scratch.js';

const { sizes, repeats, keep } = optionsGiven({
  sizes: [1000, 10_000, 100_000],
  repeats: 5,
  /** a folder in which databases stay, so that labels are not read again by the next run */
  keep: '',
});
/** What one storefront asks for: ten, and whether more follow. */
const MOST = 11;
/** Different questions of a row; each is asked once for each repeat, and all of them once before. */
const QUESTIONS = 50;
/** So small a share of the catalog passes the narrow filter. */
const NARROW_SHARE = 0.001;

standIn();
const results = [];
for (const size of sizes) results.push(await measure(size));
json({ bench: 'shelf', repeats, results });

async function measure(size) {
  const database = await databaseWith(size, keep);
  const config = readConfig({
    NODE_ENV: 'production',
    SEED: 'none',
    LOG_LEVEL: 'warn',
    DATABASE_URL: `sqlite:${database}`,
  });
  const app = await createApp(config);
  await prepareDatabase(app, config);
  await app.init();
  const { knowledge } = app.get(KnowledgeService);
  const standing = await app.get(ShelfService).current();

  const rows = rowsOn(standing.shelf).map((row) => ({ ...row, seen: [], fresh: [] }));
  for (let repeat = -1; repeat < repeats; repeat++) {
    for (const row of rows) {
      const seen = medianOf(row.questions, () => standing, row.facets, knowledge);
      // nothing is remembered of any moment
      const fresh = medianOf(
        row.questions,
        () => ({ shelf: standing.shelf, moments: new Moments(knowledge, standing.shelf) }),
        row.facets,
        knowledge,
      );
      if (repeat < 0) continue; // the first time warms up, and lets the moments be seen
      row.seen.push(seen);
      row.fresh.push(fresh);
    }
  }
  await app.close();
  forget(database);

  const figures = rows.map(({ name, seen, fresh }) => ({ name, seen: spread(seen), fresh: spread(fresh) }));
  say(`\n${size} products`);
  table(
    ['µs per ranking with counts', 'moment seen', 'never seen'],
    figures.map(({ name, seen, fresh }) => [name, told(seen), told(fresh)]),
  );
  return { size, figures };
}

function rowsOn(shelf) {
  const luck = chance(8);
  const narrow = { brands: [brandWith(shelf, NARROW_SHARE * shelf.size)] };
  const row = (name, { concerns = 1, avoided = 0, wanted = {}, facets = false } = {}) => ({
    name,
    facets,
    questions: Array.from({ length: QUESTIONS }, () => ({
      concerns: normalised(concernsOf(luck, concerns)),
      wanted,
      treatment: { ...treatmentOf(luck), area: 'FACE' },
      profile: { ...profileOf(luck), symptoms: [], avoid: avoidListOf(luck, avoided) },
    })),
  });
  return [
    row('one concern'),
    row('three weighted concerns', { concerns: 3 }),
    row(`${MOST_AVOIDED} entries to avoid`, { avoided: MOST_AVOIDED }),
    row('in stock on one channel, at most 40', { wanted: { channel: 'web', inStock: true, maxPrice: '40.00' } }),
    row('a filter that leaves 0.1 %', { wanted: narrow }),
    row('one concern, with facets', { facets: true }),
  ];
}

/** The brand with about so many products. */
function brandWith(shelf, count) {
  const brands = [...facetsOf(shelf, shelf.listed).brand];
  const [[brand]] = brands.sort(([, a], [, b]) => Math.abs(a - count) - Math.abs(b - count));
  return brand;
}

/** Median over the questions, in microseconds. */
function medianOf(questions, standingOf, facets, knowledge) {
  const times = questions.map((question) => {
    const standing = standingOf();
    const start = performance.now();
    rank(standing, question, facets, knowledge);
    return 1000 * (performance.now() - start);
  });
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}

/** What the API does for a ranking before it fetches what it shows. */
function rank(standing, { concerns, wanted, ...question }, facets, knowledge) {
  const { shelf, moments } = standing;
  const consultation = consult(knowledge, question, moments.healing(question));
  const sifted = sift(standing, consultation, considered(shelf, wanted));
  const stakes = stakesOf(knowledge, concerns, consultation.moment.phase);
  const ranked = best(shelf, sifted.fitting, stakes, MOST);
  return { counts: sifted.counts, ranked, facets: facets ? facetsOf(shelf, sifted.fitting) : undefined };
}
