import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app.module.js';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import type { Product } from '../../src/catalog/product.js';
import type { DatabaseAddress } from '../../src/config/config.js';
import { dataSource } from '../../src/database/data-source.js';
import { importFile, type ImportOptions } from '../../src/intake/import-file.js';
import type { ImportReport } from '../../src/intake/report.js';
import { knowledge } from '../support/world.js';

/** An empty catalog in a file of its own, and a folder for what is imported. */
export interface CatalogFile {
  readonly database: DataSource;
  readonly folder: string;
  /** writes a file; a text or bytes as they are */
  write(content: string | Buffer, name?: string): Promise<string>;
  /** writes it and imports it */
  bring(content: string | Buffer, options?: Omit<ImportOptions, 'file'>): Promise<ImportReport>;
  products(): Promise<Product[]>;
  close(): Promise<void>;
}

export const MONDAY = new Date('2026-11-23T09:00:00Z');

/** @param address of an empty database; a new SQLite file if not given */
export async function catalogFile(address?: DatabaseAddress): Promise<CatalogFile> {
  const folder = await mkdtemp(join(tmpdir(), 'salve-intake-'));
  const where = address ?? { kind: 'sqlite', path: join(folder, 'catalog.sqlite') };
  const database = await dataSource(where, ENTITIES).initialize();
  await database.runMigrations();

  const write = async (content: string | Buffer, name = `${randomUUID()}.csv`): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  };
  return {
    database,
    folder,
    write,
    async bring(content, options = {}) {
      const file = await write(content);
      return importFile({ currency: 'USD', ...options, file }, { database, knowledge, at: MONDAY });
    },
    products: () => Array.fromAsync(new CatalogRepository(database).all()),
    async close() {
      await database.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lines of a CSV file, cells quoted where they have to be. */
export function csv(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
