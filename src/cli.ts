import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { createApp } from './app.js';
import { ENTITIES } from './app.module.js';
import { CatalogRepository } from './catalog/catalog.repository.js';
import { readDemoShop, seedDemoShop } from './catalog/demo-shop.js';
import { Product } from './catalog/product.js';
import { configOfThisProcess, readConfig } from './config/config.js';
import { dataSource } from './database/data-source.js';
import type { Formula } from './core/formula.js';
import { Knowledge } from './core/knowledge.js';
import { sdl } from './graphql/sdl.js';
import { type ImportHouse, registerImport } from './intake/register-import.js';
import { registerUsefulness } from './intake/usefulness.js';
import { loadKnowledgeUnder } from './knowledge/protocol-file.js';
import { registerKnowledge } from './knowledge/register-knowledge.js';
import { registerReview } from './review/register-review.js';

const salve = new Command('salve').description(
  'Looks after the catalog and the schema of Salve. The environment says which database.',
);

salve
  .command('migrate')
  .description('brings the tables up to date')
  .action(() =>
    withDatabase(async (database) => {
      const done = await database.runMigrations();
      say(done.length === 0 ? 'The tables are up to date.' : `Done: ${done.map(({ name }) => name).join(', ')}.`);
    }),
  );

salve
  .command('seed')
  .description('fills an empty catalog with the demo shop')
  .action(() =>
    withDatabase(async (database) => {
      await database.runMigrations();
      const counts = await seedDemoShop(new CatalogRepository(database), new Date());
      say(counts ? `The demo shop has ${counts.created} products.` : 'The catalog is not empty; it was left as it is.');
    }),
  );

salve
  .command('schema')
  .description('prints the GraphQL schema')
  .option('--out <file>', 'write it to a file instead')
  .action(async ({ out }: { out?: string }) => {
    const app = await createApp(readConfig({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'silent' }));
    await app.init();
    const text = sdl(app);
    await app.close();
    await (out === undefined ? say(text.trimEnd()) : writeFile(out, text));
  });

const knowledge = salve.command('knowledge').description('checks and describes what Salve knows');

registerKnowledge(knowledge, { protocol: () => configOfThisProcess().protocol, now: () => new Date() });
registerReview(knowledge, () => ({ catalog: catalogAsItIs, protocol: configOfThisProcess().protocol }));
registerImport(salve, withHouse);
registerUsefulness(salve, withHouse);

try {
  await salve.parseAsync();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function withDatabase(work: (database: DataSource) => Promise<void>): Promise<void> {
  const database = await dataSource(configOfThisProcess().database, ENTITIES).initialize();
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

async function withHouse(work: (house: ImportHouse) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    await database.runMigrations();
    await work({ database, knowledge: new Knowledge(loadKnowledgeUnder(configOfThisProcess().protocol)) });
  });
}

/** The catalog without a change to it; the demo shop stands in for one that is not there yet, as it would at a start. */
async function catalogAsItIs(): Promise<readonly Formula[]> {
  const { database, seed } = configOfThisProcess();
  const standIn = async (): Promise<Formula[]> =>
    seed === 'none' ? [] : (await readDemoShop()).map((row) => ({ ...row, id: row.sourceKey }));
  if (database.kind === 'sqlite' && !existsSync(database.path)) return standIn();

  const products: Formula[] = [];
  await withDatabase(async (open) => {
    const { tableName } = open.getMetadata(Product);
    const runner = open.createQueryRunner();
    const isThere = await runner.hasTable(tableName).finally(() => runner.release());
    if (!isThere) return;
    for await (const product of new CatalogRepository(open).all()) products.push(product);
  });
  return products.length === 0 ? standIn() : products;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
