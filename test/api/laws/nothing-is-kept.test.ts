import * as fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import type { DatabaseAddress } from '../../../src/config/config.js';
import { CONDITION, SYMPTOM } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { onEachDatabase } from '../../support/databases.js';
import { assessAll, openShop, pairings, type Shop, urlOf } from '../shop.js';
import { label, law, PATIENCE_MS, RUNS } from './questions.js';

/** A word that nothing else holds, so that it is found wherever it was kept. */
const CANARY = /kanari[a-z]{12}/i;
const canary = fc
  .array(fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), { minLength: 12, maxLength: 12 })
  .map((letters) => `Kanari${letters.join('')}`);

const RANKING = pairings(`
  totalCount pageInfo { endCursor } notices { summary } nodes { reasons { message } }
  leftOut { pageInfo { endCursor } nodes { reasons { message printed } } }
`);
const VERDICTS = assessAll('verdict label { warnings tokens { printed } } reasons { message } swap { name }');
const READ = 'query ($label: String!) { readLabel(ingredients: $label) { warnings tokens { printed } } }';

/** What a person tells: all of it must be forgotten. */
const told = fc.record({
  word: canary,
  conditions: fc.subarray(Object.values(CONDITION), { maxLength: 3 }),
  symptoms: fc.subarray(Object.values(SYMPTOM), { maxLength: 3 }),
  avoid: fc.subarray(['retinoids', 'coconut', 'Niacinamide'], { maxLength: 2 }),
  label,
  treatment: any.treatment,
});

/** Requests with it, good ones and bad ones. */
const REQUESTS: Record<string, (one: typeof told extends fc.Arbitrary<infer T> ? T : never) => string> = {
  'a ranking': ({ word, avoid, treatment, conditions, symptoms }) =>
    body(RANKING, {
      concerns: [{ concern: 'PORES' }],
      treatment,
      profile: { conditions, symptoms, avoid: [...avoid, word] },
    }),
  'verdicts on labels': ({ word, treatment, conditions, label }) =>
    body(VERDICTS, {
      treatment,
      profile: { conditions, avoid: [word] },
      products: [{ label: { ingredients: `${label}, ${word}`, name: word } }, { sku: word }],
    }),
  'a label to read': ({ word, label }) => body(READ, { label: `${word} ${label} ${word}` }),
  'a label written into the query': ({ word }) => body(`{ readLabel(ingredients: "Aqua, ${word}") { complete } }`),
  'a label that is too long': ({ word }) => body(READ, { label: `${word}, `.repeat(1000) }),
  'a label with a NUL character': ({ word }) => body(READ, { label: `${word}\0` }),
  'a condition that is none': ({ word, treatment }) =>
    body(VERDICTS, { treatment, products: [{ sku: 'x' }], profile: { conditions: [word] } }),
  'a symptom of the wrong type': ({ word, treatment }) =>
    body(VERDICTS, { treatment, products: [{ sku: 'x' }], profile: { symptoms: [{ word }] } }),
  'an entry that is too long': ({ word, treatment }) =>
    body(VERDICTS, { treatment, products: [{ sku: 'x' }], profile: { avoid: [word.repeat(9)] } }),
  'a query that is none': ({ word }) => body(`{ readLabel(ingredients: "${word}" { complete } }`),
  'a field that is none': ({ word }) => body(`{ ${word} }`),
  'a body that breaks off': ({ word }) => body(READ, { label: word }).slice(0, -3),
  'a body that is too long': ({ word }) => body(READ, { label: word.repeat(8000) }),
};

describe('law 11: what people say of themselves', () => {
  onEachDatabase((emptyDatabase) => {
    const lines: string[] = [];
    let address: DatabaseAddress;
    let shop: Shop;
    let before: string;
    beforeAll(async () => {
      address = await emptyDatabase();
      shop = await openShop(
        { DATABASE_URL: urlOf(address), LOG_LEVEL: 'trace' },
        { write: (line) => lines.push(line) },
      );
      before = await everythingStored(shop.app.get(DataSource));
      lines.length = 0;
    });
    afterAll(() => shop.stop());

    const post = (payload: string) =>
      shop.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });
    const REPORTS = new RegExp(`\\b(${[...Object.keys(CONDITION), ...Object.keys(SYMPTOM)].join('|')})\\b`);

    it.each(Object.keys(REQUESTS))(
      'in %s reaches neither the log, nor a table, nor an address',
      async (kind) => {
        lines.length = 0;
        await law(told, async (one) => {
          const { payload, headers } = await post(REQUESTS[kind]?.(one) ?? '');
          expect(JSON.stringify(headers)).not.toMatch(CANARY);
          for (const [address] of payload.matchAll(/https?:[^"\s]+/g)) expect(address).not.toMatch(CANARY);
          for (const [, cursor] of payload.matchAll(/"endCursor":"([^"]+)"/g))
            expect(Buffer.from(cursor ?? '', 'base64url').toString()).not.toMatch(
              new RegExp(`${CANARY.source}|${REPORTS.source}`, 'i'),
            );
        });
        const said = lines.join('');
        expect(lines.length).toBeGreaterThanOrEqual(RUNS);
        expect(new Set(lines.map((line) => (JSON.parse(line) as { path: string }).path))).toEqual(
          new Set(['/graphql']),
        );
        expect(said).not.toMatch(CANARY);
        expect(said).not.toMatch(REPORTS);
        expect(await everythingStored(shop.app.get(DataSource))).toBe(before);
      },
      PATIENCE_MS,
    );

    it('is nowhere in the very files of the database', async () => {
      if (address.kind !== 'sqlite') return;
      for (const file of [address.path, `${address.path}-wal`])
        expect((await readFile(file).catch(() => Buffer.of())).toString('latin1')).not.toMatch(CANARY);
    });

    it.each(['pairings', 'assess', 'assessAll', 'readLabel', 'phases'])(
      'is not asked for in an address: %s is answered to POST alone',
      async (field) => {
        const written: Record<string, string> = {
          pairings: '{ pairings(concerns: [{ concern: PORES }], treatment: { hoursSince: 1 }) { totalCount } }',
          assess: '{ assess(product: { sku: "x" }, treatment: { hoursSince: 1 }) { verdict } }',
          assessAll: '{ assessAll(products: [], treatment: { hoursSince: 1 }) { verdict } }',
          readLabel: '{ ...F } fragment F on Query { readLabel(ingredients: "Aqua") { complete } }',
          phases: '{ phases(treatment: { hoursSince: 1 }) { phase } }',
        };
        const query = written[field] ?? '';
        const url = `/graphql?query=${encodeURIComponent(query)}`;
        const response = await shop.app.inject({ method: 'GET', url, headers: { 'apollo-require-preflight': '1' } });
        expect([response.statusCode, response.json()]).toEqual([
          400,
          { errors: [{ message: expect.stringContaining('Send it by POST.'), extensions: { code: 'ONLY_BY_POST' } }] },
        ]);
        expect(await shop.codes(query)).toEqual([]);
      },
    );

    it(
      'stays out of the log even when the service itself fails',
      async () => {
        await shop.app.get(DataSource).query('ALTER TABLE offer RENAME TO offer_away');
        lines.length = 0;
        await law(told, async (one) => {
          const response = await post(REQUESTS['verdicts on labels']?.(one) ?? '');
          expect(response.json()).toMatchObject({
            data: null,
            errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
          });
          expect(response.payload).not.toMatch(/offer|SELECT/);
        });
        await shop.app.get(DataSource).query('ALTER TABLE offer_away RENAME TO offer');
        const said = lines.join('');
        expect(said).toMatch(/offer/);
        expect(said).not.toMatch(CANARY);
        expect(said).not.toMatch(REPORTS);
      },
      PATIENCE_MS,
    );
  });
});

function body(query: string, variables?: object): string {
  return JSON.stringify({ query, variables });
}

/** Every row of every table, as text. */
async function everythingStored(database: DataSource): Promise<string> {
  const tables = await (database.options.type === 'postgres'
    ? database.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      )
    : database.query<{ name: string }[]>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1`));
  const rows = [];
  for (const { name } of tables)
    rows.push([name, await database.query<object[]>(`SELECT * FROM "${name}" ORDER BY 1`)]);
  return JSON.stringify(rows);
}
