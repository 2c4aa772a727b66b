import * as fc from 'fast-check';
import { onEachDatabase } from '../../support/databases.js';
import {
  COUNTS,
  everyProduct,
  openShop,
  pairings,
  REASONS,
  assessAll,
  type Shop,
  SOURCES,
  urlOf,
  type Variables,
} from '../shop.js';
import { filter, label, PATIENCE_MS, question, RUNS, SEED } from './questions.js';

const NOW = new Date('2026-11-27T13:00:00Z');

const RANKING = pairings(`
  totalCount ${COUNTS} pageInfo { startCursor endCursor hasNextPage } facets { name values { value count } }
  phase { phase from to } knowledge { version sha256 } referral { urgency ${REASONS} } notices { code summary untilHour }
  edges { cursor node { score verdict untilPhase product { id name updatedAt price { amount } } ${REASONS}
    contributions { ingredient { id } concern points grade ${SOURCES} } } }
  leftOut { totalCount edges { cursor node { verdict usableFromHour usableFrom product { id } swap { id } ${REASONS} } } }
`);
const VERDICTS = assessAll(`product { id name } verdict usableFromHour usableFrom completeness swap { id } ${REASONS}`);
const READ = `query ($label: String!) {
  readLabel(ingredients: $label) { complete warnings tokens { printed start end certainty minShare maxShare tags } }
}`;
const PRODUCTS = `query ($filter: ProductFilter, $after: String) {
  products(filter: $filter, first: 30, after: $after) { totalCount pageInfo { endCursor }
    nodes { id brand name label updatedAt completeness offers { sku availability price { amount currencyCode } } } }
}`;

type Asked = readonly [query: string, variables: Variables];

/** Every kind of question, a ranking above all. */
const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 6, arbitrary: question.map((variables): Asked => [RANKING, { first: 10, leftFirst: 10, ...variables }]) },
  {
    weight: 2,
    arbitrary: fc.tuple(question, fc.integer({ min: 1, max: 720 })).map(([{ treatment, ...rest }, hours]): Asked => {
      const { hoursSince, ...same } = treatment;
      const treatedAt = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
      return [RANKING, { first: 10, leftFirst: 10, ...rest, treatment: { ...same, treatedAt } }];
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(question, fc.array(label, { maxLength: 3 }), fc.array(fc.integer({ min: 1, max: 220 }), { maxLength: 5 }))
      .map(([{ treatment, profile }, labels, rowIds]): Asked => {
        const pasted = labels.map((ingredients) => ({ label: { ingredients, category: 'SERUM' } }));
        const known = rowIds.map((rowId) => ({ id: Buffer.from(`Product:${rowId}`).toString('base64url') }));
        return [VERDICTS, { treatment, profile, products: [{ sku: 'TES-SER-03' }, ...pasted, ...known] }];
      }),
  },
  { weight: 1, arbitrary: label.map((text): Asked => [READ, { label: text }]) },
  { weight: 1, arbitrary: filter.map((filter): Asked => [PRODUCTS, { filter }]) },
);
const QUESTIONS = fc.sample(asked, { numRuns: RUNS, seed: SEED });

/** What every database must answer with the same bytes; filled by the first and compared by the second. */
const answers: string[] = [];

describe('laws 5 and 12: the same question is answered with the same bytes', () => {
  onEachDatabase((emptyDatabase) => {
    let url: string;
    let shop: Shop;
    beforeAll(async () => {
      url = urlOf(await emptyDatabase());
      shop = await openShop({ DATABASE_URL: url });
      shop.itIs(NOW);
    });
    afterAll(() => shop.stop());

    const all = async () => {
      const payloads: string[] = [];
      for (const [query, variables] of QUESTIONS) payloads.push(await shop.bytes(query, variables));
      return payloads;
    };

    it(
      'as on the other database',
      async () => {
        for (const [index, payload] of (await all()).entries()) {
          expect(payload).not.toContain('"errors"');
          expect(payload).toBe(answers[index] ?? payload);
          answers[index] = payload;
        }
        expect(answers.length).toBe(RUNS);
      },
      PATIENCE_MS,
    );

    it(
      'when it is asked again, after others',
      async () => {
        for (const [index, [query, variables]] of [...QUESTIONS.entries()].reverse())
          expect(await shop.bytes(query, variables)).toBe(answers[index]);
      },
      PATIENCE_MS,
    );

    it(
      'when all are asked at once',
      async () => {
        expect(await Promise.all(QUESTIONS.map(([query, variables]) => shop.bytes(query, variables)))).toEqual(answers);
      },
      PATIENCE_MS,
    );

    it(
      'after a restart on the same database',
      async () => {
        const before = await everyProduct(shop);
        await shop.stop();
        shop = await openShop({ DATABASE_URL: url });
        shop.itIs(NOW);
        expect(await all()).toEqual(answers);
        expect(await everyProduct(shop)).toEqual(before);
      },
      PATIENCE_MS,
    );
  });
});
