import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { readDemoShop } from '../../src/catalog/demo-shop.js';
import type { Formula } from '../../src/core/formula.js';
import { dataSource } from '../../src/database/data-source.js';
import { importFile } from '../../src/intake/import-file.js';
import { knowledge } from '../support/world.js';

export interface Catalog {
  readonly name: string;
  readonly products: () => Promise<Formula[]>;
}

export const DEMO_SHOP: Catalog = {
  name: 'the demo shop',
  products: async () => (await readDemoShop()).map((row) => ({ ...row, id: row.sourceKey })),
};

/**
 * The demo shop, and by hand also a shop's file:
 *
 *     LEAKS_FILE=shop.csv LEAKS_MAP=name=Title,ingredients=Label npm run test:unit -- test/leaks
 *
 * The file is read as `salve import FILE --map …` reads it.
 */
export function catalogs(): Catalog[] {
  const { LEAKS_FILE: file, LEAKS_MAP: map } = process.env;
  return file === undefined ? [DEMO_SHOP] : [DEMO_SHOP, { name: file, products: () => imported(file, map) }];
}

async function imported(file: string, map: string | undefined): Promise<Formula[]> {
  const database = await dataSource({ kind: 'sqlite', path: ':memory:' }, ENTITIES).initialize();
  try {
    await database.runMigrations();
    const options = { file, map: map === undefined ? [] : [map], brand: 'Unbranded', currency: 'USD' };
    await importFile(options, { database, knowledge, at: new Date() });
    return await Array.fromAsync(new CatalogRepository(database).all());
  } finally {
    await database.destroy();
  }
}
