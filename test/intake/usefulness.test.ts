import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { dataSource } from '../../src/database/data-source.js';
import {
  registerUsefulness,
  usefulness,
  usefulnessTable,
  type HourOfUse,
  type Usefulness,
} from '../../src/intake/usefulness.js';
import { row } from '../support/product-rows.js';
import { formula, knowledge, read } from '../support/world.js';

const PLAIN = formula('Plain', 'Aqua, Glycerin, Panthenol, Phenoxyethanol');
const RETINOL = formula('Retinol', 'Aqua, Glycerin, Retinol, Phenoxyethanol');
const SCENTED_RETINOL = formula('Scented', 'Aqua, Glycerin, Retinol, Phenoxyethanol, Parfum, Linalool');
const WITHOUT_LIST = formula('Secret', '');
const LIPSTICK = formula('Lipstick', 'Aqua, Retinol', { category: 'MAKEUP' });
const SHOP = [PLAIN, RETINOL, SCENTED_RETINOL, WITHOUT_LIST, LIPSTICK];

function at(figures: Usefulness, hour: number): HourOfUse {
  const found = figures.hours.find((one) => one.hour === hour);
  if (found === undefined) throw new Error(`no figures for hour ${hour}`);
  return found;
}

describe('how much of a catalog fits', () => {
  const figures = usefulness(knowledge, SHOP.map(read));

  it('is asked of skincare, and of full lists', () => {
    expect(figures).toMatchObject({ skincare: 4, fullLists: 3 });
  });

  it('is said for an hour in each phase', () => {
    expect(figures.hours.map(({ hour, phase }) => [hour, phase])).toEqual([
      [6, 'OPEN_CHANNELS'],
      [30, 'EARLY_RECOVERY'],
      [100, 'LATE_RECOVERY'],
      [200, 'REINTRODUCTION'],
      [700, 'REMODELLING'],
    ]);
  });

  it('counts every product under one verdict', () => {
    expect(at(figures, 100)).toMatchObject({
      fitting: 1,
      verdicts: { IDEAL: 1, SUITABLE: 0, CAUTION: 0, UNVERIFIED: 1, AVOID: 2 },
    });
  });

  it('names what keeps most products out, among how many and of how many alone', () => {
    const [first, ...others] = at(figures, 100).excluders;

    expect(first).toEqual({ rule: 'retinol', products: 2, alone: 1, examples: [{ printed: 'retinol', products: 2 }] });
    expect(others.map(({ rule, products, alone }) => [rule, products, alone])).toEqual([
      ['fragrance', 1, 0],
      ['fragrance_allergen', 1, 0],
    ]);
  });

  it('blames the strictest reasons only', () => {
    const strict = formula('Strict', 'Aqua, Retinol, Zyvorethyl Vorp');
    const [first, ...others] = at(usefulness(knowledge, [read(strict)]), 100).excluders;

    expect([first?.rule, first?.alone, others]).toEqual(['retinol', 0, []]);
  });

  it('is nothing to divide by in an empty catalog', () => {
    expect(usefulnessTable(usefulness(knowledge, []))).toContain('–');
  });
});

describe('salve usefulness', () => {
  let database: DataSource;
  beforeAll(async () => {
    database = await dataSource({ kind: 'sqlite', path: ':memory:' }, ENTITIES).initialize();
    await database.runMigrations();
    const rows = SHOP.map(({ name, label, category }) => row(name, { label, category }));
    await new CatalogRepository(database).upsert(rows, new Date('2026-11-25'));
  });
  afterAll(() => database.destroy());

  async function run(...words: string[]): Promise<string> {
    let said = '';
    const salve = new Command();
    const stdout = { write: (text: string | Uint8Array) => ((said += String(text)), true) };
    registerUsefulness(salve, (work) => work({ database, knowledge }), { stdout });
    await salve.parseAsync(['usefulness', ...words], { from: 'user' });
    return said;
  }

  it('prints a table that one can read', async () => {
    const table = await run();

    expect(table).toContain('4 skincare products, 3 of them with a full list');
    expect(table).toMatch(/^100 +LATE_RECOVERY +1 +33\.3 % +1 +0 +0 +1 +2$/m);
    expect(table).toMatch(/^retinol +2 +1 +retinol 2$/m);
  });

  it('prints the same figures for machines', async () => {
    expect(JSON.parse(await run('--json'))).toEqual(usefulness(knowledge, SHOP.map(read)));
  });
});
