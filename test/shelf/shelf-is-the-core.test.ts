import * as fc from 'fast-check';
import { IN_STOCK } from '../../src/catalog/availability.js';
import { readDemoShop } from '../../src/catalog/demo-shop.js';
import { foldText } from '../../src/catalog/fold-text.js';
import { atMost, decimalsOf } from '../../src/catalog/money.js';
import type { ShelfRow } from '../../src/catalog/shelf-row.js';
import type { Formula } from '../../src/core/formula.js';
import { consult, rank, type Answer, type Question } from '../../src/core/pair.js';
import { byRank } from '../../src/core/ranking/order.js';
import { normalised, stakesOf, type WeightedConcern } from '../../src/core/ranking/score.js';
import { readFormula, type FormulaReading } from '../../src/core/tagging/read-formula.js';
import { nodeId } from '../../src/graphql/node.js';
import { best, type Ranked } from '../../src/shelf/best.js';
import { Compiler } from '../../src/shelf/compiled.js';
import { facetsOf } from '../../src/shelf/facets.js';
import { Moments } from '../../src/shelf/moments.js';
import { passing, type Narrowing } from '../../src/shelf/narrow.js';
import { Shelf } from '../../src/shelf/shelf.js';
import { sift, type Standing } from '../../src/shelf/sift.js';
import { NEVER, soonest } from '../../src/shelf/soonest.js';
import { filter } from '../api/laws/questions.js';
import * as any from '../support/arbitraries.js';
import { knowledge } from '../support/world.js';

const compiler = new Compiler(knowledge);
const FACES = ['', 'Dew', 'Rain', 'Äther', 'Dewdrop serum', 'Ωdew', 'Ωael', '日焼け止め', 'ÿ'];

type Row = Omit<ShelfRow, 'revision' | 'body'>;

/** A product on a shelf, and what the core sees of it. */
interface Ware {
  readonly row: Row;
  readonly reading: FormulaReading;
}

function ware(rowId: number, formula: Formula, offers: Row['offers']): Ware {
  const { brand, name, category } = formula;
  const row = { rowId, brand, name, category, searchText: foldText(`${brand} ${name}`), offers };
  return { row, reading: readFormula(knowledge, { ...formula, id: nodeId('Product', rowId) }) };
}

/** What the shelf keeps of a product after it went through the database. */
function put(shelf: Shelf, { row, reading }: Ware): void {
  shelf.put(row, compiler.readBack(compiler.written(compiler.compile(reading))));
}

const offers: fc.Arbitrary<Row['offers']> = fc.array(
  fc.record({
    channel: fc.constantFrom('demo', 'clinic'),
    priceMinor: fc.constantFrom(0, 999, 2000, 4000, 100_000),
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    availability: fc.constantFrom('IN_STOCK', 'LIMITED', 'OUT_OF_STOCK'),
  }),
  { maxLength: 3 },
);
const wares: fc.Arbitrary<Ware[]> = fc
  .array(fc.tuple(any.shelfProduct, offers, fc.constantFrom(...FACES)), { minLength: 1, maxLength: 40 })
  .map((all) =>
    all.map(([formula, sold, face], index) =>
      ware(index + 1, { ...formula, name: face === '' ? formula.name : face }, sold),
    ),
  );
const question = fc.record({ treatment: any.treatment, profile: any.anyProfile });
const narrowing: fc.Arbitrary<Narrowing> = fc.oneof(
  fc.constant({}),
  fc.tuple(filter, fc.constantFrom(undefined, 'demo', 'clinic')).map(([one, channel]) => ({ ...one, channel })),
);

/** Whether a filter lets a product pass, said as simply as it can be. */
function passes({ row, reading }: Ware, wanted: Narrowing): boolean {
  const { categories, brands, maxPrice, inStock, fragranceFree, text, tags, channel, excludeIds } = wanted;
  const held = new Set([
    ...reading.tokens.flatMap((token) => token.tags),
    ...reading.taggings.map(({ tag }) => tag.id),
  ]);
  const scents = [
    'fragrance',
    'fragrance_allergen',
    'essential_oil',
    'tea_tree',
    'aromatic_extract',
    'phototoxic',
    'cooling',
  ];
  const sells = row.offers.some(
    (offer) =>
      (!channel || offer.channel === channel) &&
      (!inStock || IN_STOCK.includes(offer.availability)) &&
      (!maxPrice || offer.priceMinor <= atMost(maxPrice, decimalsOf(offer.currency))),
  );
  return (
    (!categories?.length || categories.includes(row.category)) &&
    (!brands?.length || brands.includes(row.brand)) &&
    (!tags?.length || tags.some((tag) => held.has(tag))) &&
    (fragranceFree !== true || (reading.state === 'LISTED' && !scents.some((tag) => held.has(tag)))) &&
    (!(channel || inStock || maxPrice) || sells) &&
    foldText(text ?? '')
      .split(' ')
      .every((word) => row.searchText.includes(word)) &&
    excludeIds?.includes(nodeId('Product', row.rowId)) !== true
  );
}

const MANY = 5000;

/** Holds one answer of a shelf against the core's, from the counts to the last place of the order. */
function expectTheCoresAnswer(
  standing: Standing,
  all: readonly Ware[],
  concerns: readonly WeightedConcern[],
  asked: Question,
  wanted: Narrowing,
): void {
  const { shelf, moments } = standing;
  const considered = all.filter((one) => passes(one, wanted));
  const answer = rank(
    knowledge,
    considered.map(({ reading }) => reading),
    concerns,
    asked,
  );
  const consultation = consult(knowledge, asked, moments.healing(asked));
  const sifted = sift(standing, consultation, passing(shelf, wanted));
  const stakes = stakesOf(knowledge, normalised(concerns), consultation.moment.phase);
  const ranked = best(shelf, sifted.fitting, stakes, MANY);
  expect(sifted.counts).toEqual(answer.counts);
  expect(ranked.map(orderOf)).toEqual(
    answer.ranked.map(({ reading, score, evidence }) => ({
      score,
      evidence,
      name: reading.formula.name,
      id: reading.formula.id,
    })),
  );
  expectPages(ranked, (most, behind) => best(shelf, sifted.fitting, stakes, most, behind));
  expect([...facetsOf(shelf, sifted.fitting).category].sort()).toEqual(
    [...Map.groupBy(answer.ranked, ({ reading }) => reading.formula.category)]
      .map(([name, { length }]) => [name, length])
      .sort(),
  );

  const among = sifted.having(['CAUTION', 'UNVERIFIED', 'AVOID']);
  const left = soonest(shelf, consultation, among, MANY);
  expect(left.map(orderOf)).toEqual(leftOutOf(answer));
  expectPages(left, (most, behind) => soonest(shelf, consultation, among, most, behind));
}

function orderOf({ score, evidence, name, id }: Ranked) {
  return { score, evidence, name, id };
}

function leftOutOf({ leftOut }: Answer) {
  return leftOut.map(({ usableFromHour = NEVER, reading: { formula } }) => ({
    score: -usableFromHour,
    evidence: 0,
    name: formula.name,
    id: formula.id,
  }));
}

/** Pages that follow one another are the whole, and the first few of many are those of all. */
function expectPages(all: readonly Ranked[], page: (most: number, behind?: Ranked) => Ranked[]): void {
  const paged: Ranked[] = [];
  const size = Math.max(3, Math.ceil(all.length / 5));
  for (let more = page(size); more.length > 0; more = page(size, paged.at(-1))) paged.push(...more);
  expect(paged).toEqual(all);
  expect(all).toEqual([...all].sort(byRank));
}

describe('law 7: the shelf says what the core says', () => {
  it('of any catalog, treatment, skin, wish and filter', () => {
    any.law(fc.tuple(wares, any.concerns, question, narrowing), ([all, concerns, asked, wanted]) => {
      const shelf = new Shelf(knowledge);
      for (const one of all) put(shelf, one);
      expectTheCoresAnswer({ shelf, moments: new Moments(knowledge, shelf) }, all, concerns, asked, wanted);
    });
  });

  it('also of one that changes while moments are remembered', () => {
    // one skin at several hours: what is remembered of one hour must not be taken for another's
    const questions = fc
      .tuple(question, fc.array(any.hour, { minLength: 1, maxLength: 3 }))
      .map(([asked, hours]) =>
        hours.map((hoursSince) => ({ ...asked, treatment: { ...asked.treatment, hoursSince } })),
      );
    const changes = fc.array(fc.tuple(fc.nat(), any.shelfProduct, offers), { minLength: 1, maxLength: 6 });
    any.law(
      fc.tuple(wares, any.concerns, questions, narrowing, changes),
      ([all, concerns, asking, wanted, changed]) => {
        const shelf = new Shelf(knowledge);
        const standing = { shelf, moments: new Moments(knowledge, shelf) };
        const now = new Map(all.map((one) => [one.row.rowId, one]));
        for (const one of all) put(shelf, one);
        for (const [which, formula, sold] of changed) {
          for (const asked of asking) expectTheCoresAnswer(standing, [...now.values()], concerns, asked, wanted);
          const one = ware((which % (all.length + 2)) + 1, formula, sold);
          now.set(one.row.rowId, one);
          put(shelf, one);
        }
        for (const asked of asking) expectTheCoresAnswer(standing, [...now.values()], concerns, asked, wanted);
      },
    );
  });

  it('of so many products that bit sets hold what lists held', () => {
    const all = fc
      .sample(fc.tuple(any.shelfProduct, offers), { numRuns: 3000, seed: 20261124 })
      .map(([formula, sold], index) => ware(index + 1, formula, sold));
    const shelf = new Shelf(knowledge);
    for (const one of all) put(shelf, one);
    const standing = { shelf, moments: new Moments(knowledge, shelf) };
    for (const [concerns, asked, wanted] of fc.sample(fc.tuple(any.concerns, question, narrowing), {
      numRuns: 40,
      seed: 20261124,
    }))
      expectTheCoresAnswer(standing, all, concerns, asked, wanted);
  });

  it('of the demo shop', async () => {
    const rows = await readDemoShop();
    const all = rows.map((row, index) => ware(index + 1, { ...row, id: '' }, row.offers));
    const shelf = new Shelf(knowledge);
    for (const one of all) put(shelf, one);
    const standing = { shelf, moments: new Moments(knowledge, shelf) };
    any.law(fc.tuple(any.concerns, question, narrowing), ([concerns, asked, wanted]) => {
      expectTheCoresAnswer(standing, all, concerns, asked, wanted);
    });
  });
});
