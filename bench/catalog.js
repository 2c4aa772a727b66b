/**
 * Catalogs of any size, generated with a seed. Brands and products are invented; the lists are drawn from what the
 * demo shop prints, name by name as often and as far down as it stands there, with a long tail of whatever else Salve
 * knows, and a few names that nobody knows.
 */
import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { ENTITIES } from '../dist/app.module.js';
import { readDemoShop } from '../dist/catalog/demo-shop.js';
import { foldText } from '../dist/catalog/fold-text.js';
import { Offer, Product } from '../dist/catalog/product.js';
import { Knowledge } from '../dist/core/knowledge.js';
import { readFormula } from '../dist/core/tagging/read-formula.js';
import { dataSource } from '../dist/database/data-source.js';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { byRank, byWeight, chance } from './chance.js';

/** The storefronts and clinics that sell; the first ones sell the most. */
export const CHANNELS = ['web', 'clinic-north', 'clinic-south', 'marketplace', 'pharmacy'];

/** How a shop with skincare spreads over its kinds, in percent. */
const CATEGORIES = Object.entries({
  SERUM: 19,
  MOISTURIZER: 15,
  CREAM: 13,
  CLEANSER: 12,
  TONER: 8,
  SUNSCREEN: 7,
  MASK: 6,
  EYE_CARE: 5,
  BODY_CARE: 4,
  EXFOLIANT: 3,
  OIL: 3,
  BALM: 2,
  MAKEUP: 2,
  OTHER: 1,
});
const RINSED_OFF = { CLEANSER: 0.95, EXFOLIANT: 0.5, MASK: 0.5, BODY_CARE: 0.3 };

const LEAST_NAMES = 8;
const MOST_NAMES = 30;
/** Of a hundred names: those typical of the kind of product, and those that no demo product prints. The rest are of any kind. */
const TYPICAL = 0.8;
const TAIL = 0.03;
const UNKNOWN = 0.004;
/** Of ten products four are made for skin that reacts, and of ten names that ask for patience they print one. */
const GENTLE = 0.4;
const KEPT_BY_GENTLE = 0.1;
/** Where a name of the tail stands, first to last; and how far any name strays from its usual place. */
const TAIL_PLACE = { first: 0.3, last: 0.95 };
const STRAY = 0.15;

/** A sale in a hundred has no list at all, and two show its first names only. */
const WITHOUT_LIST = 0.01;
const CUT_SHORT = 0.02;

const SYLLABLES =
  'ar bel cor dan el fen gil hal is jor kel lum mar nor or pel quin ros sel tor un vel wyn yl zan'.split(' ');
const ENDINGS = 'a ane ia is o ova wick wood'.split(' ');
const ADJECTIVES = 'Calm Daily Deep Even Fine First Gentle Light Pure Quiet Rich Simple Slow Soft Still Velvet'.split(
  ' ',
);
const NOUNS =
  'Barrier Bloom Cloud Comfort Dew Form Ground Harbour Meadow Morning Nest Rain Shore Silk Veil Water'.split(' ');
const MARKETS = byWeight(Object.entries({ EU: 4, US: 4, UK: 2 }));
const AVAILABILITIES = byWeight(
  Object.entries({ IN_STOCK: 75, LIMITED: 8, OUT_OF_STOCK: 12, BACKORDER: 2, PREORDER: 1, DISCONTINUED: 2 }),
);
const ADDED = new Date('2026-11-01T00:00:00.000Z');

const PRODUCTS_PER_TRANSACTION = 20_000;

/**
 * @typedef {object} GeneratedProduct what `ProductRow` describes, as plain data
 * @property {string} sourceKey
 * @property {string} brand
 * @property {string} name
 * @property {string} category
 * @property {boolean} rinseOff
 * @property {string} label
 * @property {readonly { channel: string, sku: string, priceMinor: number, currency: string, availability: string,
 *   url: null }[]} offers
 */

/** What Salve knows, as the bench reads it: without a clinic's protocol. */
export const knowledge = new Knowledge(loadKnowledge());

/**
 * Products without end; the first n of a seed are the same however many are taken.
 *
 * @param {number} seed
 * @param {number} expected how many there will be: a larger catalog has more brands
 * @returns {Promise<Generator<GeneratedProduct, never, undefined>>}
 */
export async function products(seed, expected) {
  return generate(chance(seed), await habitsOf(chance(seed + 1)), brandsFor(chance(seed + 2), expected));
}

function* generate(luck, habits, brands) {
  const brandOf = byRank(brands);
  const categoryOf = byWeight(CATEGORIES);
  for (let number = 1; ; number++) {
    const category = categoryOf(luck);
    yield {
      sourceKey: `bench-${String(number).padStart(8, '0')}`,
      brand: brandOf(luck),
      name: `${luck.pick(ADJECTIVES)} ${luck.pick(NOUNS)} ${titled(category)} ${number}`,
      category,
      form: null,
      rinseOff: luck.is(RINSED_OFF[category] ?? 0),
      label: labelOf(luck, habits, category),
      claims: luck.is(0.3) ? `A ${category.toLowerCase()} for every day. Use morning and evening.` : null,
      declaredShares: null,
      ph: luck.is(0.1) ? Math.round(luck.between(40, 75)) / 10 : null,
      spf: category === 'SUNSCREEN' ? luck.pick([30, 50]) : null,
      drugFacts: false,
      sterile: false,
      market: MARKETS(luck),
      gtin: luck.is(0.8) ? `2${String(number).padStart(12, '0')}` : null,
      imageUrl: `https://images.example/${number}.jpg`,
      url: `https://shop.example/products/${number}`,
      offers: offersOf(luck, number),
    };
  }
}

function labelOf(luck, habits, category) {
  if (luck.is(WITHOUT_LIST)) return '';
  const count = Math.round((luck.between(LEAST_NAMES, MOST_NAMES) + luck.between(LEAST_NAMES, MOST_NAMES)) / 2);
  const gentle = luck.is(GENTLE);
  const names = new Set();
  for (let tries = 0; names.size < count && tries < count * 20; tries++) {
    const name = habits.drawName(category, luck);
    if (!gentle || !habits.waits(name) || luck.is(KEPT_BY_GENTLE)) names.add(name);
  }
  const placed = [...names].map((name) => ({ name, place: habits.placeOf(name) + luck.between(-STRAY, STRAY) }));
  const list = placed.sort((a, b) => a.place - b.place).map(({ name }) => name);
  return luck.is(CUT_SHORT) ? `${list.slice(0, luck.whole(3, 6)).join(', ')}…` : list.join(', ');
}

function offersOf(luck, number) {
  const count = luck.pick([1, 1, 2, 2, 3]);
  const channels = new Set(luck.is(0.9) ? CHANNELS.slice(0, 1) : []);
  while (channels.size < count) channels.add(luck.pick(CHANNELS));
  const price = Math.round(6 * 20 ** luck.next()) * 100 - 5; // 6 to 120, the cheap ones the most frequent
  return [...channels].map((channel) => ({
    channel,
    sku: `S-${String(number).padStart(8, '0')}`,
    priceMinor: Math.max(95, price - 100 * luck.whole(0, 3)),
    currency: 'USD',
    availability: AVAILABILITIES(luck),
    url: null,
  }));
}

/**
 * Learns from the demo shop how labels are written: which names a kind of product prints, where they stand, and which
 * of them wait long. A Drug Facts panel is left out, because its order says nothing of places.
 */
async function habitsOf(luck) {
  const printed = new Map();
  const waiting = new Set(knowledge.ingredients.filter(waitsLong).map(({ inci }) => inci));
  for (const row of await readDemoShop()) {
    const { tokens, label } = readFormula(knowledge, { ...row, id: row.sourceKey });
    if (label.drugFacts || label.lists.length !== 1) continue;
    for (const [index, { printed: name, ingredients }] of tokens.entries()) {
      if (ingredients.length === 0) continue;
      if (ingredients.some(waitsLong)) waiting.add(name);
      const known = printed.get(name) ?? { categories: [], places: [] };
      known.categories.push(row.category);
      known.places.push(index / Math.max(1, tokens.length - 1));
      printed.set(name, known);
    }
  }
  const tail = luck.some(knowledge.ingredients, knowledge.ingredients.length).filter(({ inci }) => !printed.has(inci));

  const anyName = byWeight([...printed].map(([name, { categories }]) => [name, categories.length]));
  const tailName = byRank(tail.map(({ inci }) => inci));
  const typical = Object.fromEntries(
    CATEGORIES.map(([category]) => {
      const times = ({ categories }) => categories.filter((one) => one === category).length;
      return [category, byWeight([...printed].map(([name, known]) => [name, times(known)]).filter(([, n]) => n > 0))];
    }),
  );
  const places = new Map([...printed].map(([name, { places }]) => [name, mean(places)]));
  return {
    drawName: (category, luck) => {
      const kind = luck.next();
      if (kind < UNKNOWN)
        return `${titled(luck.pick(SYLLABLES))}${luck.pick(SYLLABLES)}oxyl ${titled(luck.pick(ENDINGS))}te`;
      if (kind < UNKNOWN + TAIL) return tailName(luck);
      return kind < UNKNOWN + TAIL + TYPICAL ? typical[category](luck) : anyName(luck);
    },
    waits: (name) => waiting.has(name),
    placeOf: (name) => {
      const place = places.get(name) ?? luck.between(TAIL_PLACE.first, TAIL_PLACE.last);
      places.set(name, place); // a name of the tail keeps its place, so that lists look alike
      return place;
    },
  };
}

/** Whether one of its classes is held longer than channels stay open. */
function waitsLong({ tags }) {
  return tags.some(({ tag }) => {
    const { holdHours } = knowledge.tag(tag);
    return holdHours === 'never' || (holdHours?.deep ?? 0) > 24;
  });
}

function brandsFor(luck, expected) {
  const brands = new Set();
  const count = Math.min(4000, 20 + Math.round(2 * Math.sqrt(expected)));
  while (brands.size < count) {
    brands.add(
      titled(
        `${luck.pick(SYLLABLES)}${luck.is(0.5) ? luck.pick(SYLLABLES) : ''}${luck.pick(SYLLABLES)}${luck.pick(ENDINGS)}`,
      ),
    );
  }
  return [...brands];
}

function titled(text) {
  const words = text.toLowerCase().split('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/**
 * Creates a SQLite database with so many products, as one import would leave it: no label has been read yet. One that
 * stands there already is used as it is. Prepared statements on the migrated tables, because the upsert of the
 * catalog first looks whether anything has changed, and here everything is new.
 *
 * @param {string} path
 * @param {number} count
 * @param {number} seed
 */
export async function fillDatabase(path, count, seed) {
  if (existsSync(path)) return;
  const begun = `${path}.begun`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${begun}${suffix}`, { force: true });
  const tables = await dataSource({ kind: 'sqlite', path: begun }, ENTITIES).initialize();
  await tables.runMigrations();
  const [product, offer] = [inserter(tables, Product), inserter(tables, Offer)];
  await tables.destroy();

  const database = new Database(begun);
  database.pragma('synchronous = OFF');
  const insertProduct = database.prepare(product.sql);
  const insertOffer = database.prepare(offer.sql);
  const source = await products(seed, count);
  const insertSome = database.transaction((from, to) => {
    for (let rowId = from; rowId <= to; rowId++) {
      const { offers, ...facts } = source.next().value;
      const searchText = foldText(`${facts.brand} ${facts.name}`);
      insertProduct.run(product.valuesOf({ ...facts, rowId, searchText, updatedAt: ADDED, revision: 1 }));
      for (const one of offers) insertOffer.run(offer.valuesOf({ ...one, productRowId: rowId }));
    }
  });
  for (let from = 1; from <= count; from += PRODUCTS_PER_TRANSACTION) {
    insertSome(from, Math.min(count, from + PRODUCTS_PER_TRANSACTION - 1));
  }
  if (count > 0) database.exec('UPDATE catalog_state SET version = 1');
  database.pragma('optimize');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  renameSync(begun, path); // half of one is never taken for a whole one
}

/** How rows of a stored class go into its table: the class itself says which columns there are. */
function inserter(tables, entity) {
  const { tableName, columns } = tables.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  return {
    sql: `INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    valuesOf: (row) =>
      columns.map((column) => tables.driver.preparePersistentValue(row[column.propertyName], column) ?? null),
  };
}
