/** Databases for a bench: in a folder that goes when the process ends, however it ends, or in one that is kept. */
import Database from 'better-sqlite3';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fillDatabase } from './catalog.js';

/** of every catalog here */
export const SEED = 20261125;

const scratch = mkdtempSync(join(tmpdir(), 'salve-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * @param {number} count products, whose labels have not been read yet unless the folder is kept
 * @param {string} [folder] where databases are kept, and used again as they are; empty: they are not kept
 * @returns {Promise<string>} path of the database
 */
export async function databaseWith(count, folder = '') {
  if (folder !== '') mkdirSync(folder, { recursive: true });
  const path = join(folder || scratch, `${count}.sqlite`);
  await fillDatabase(path, count, SEED);
  return path;
}

/** Takes away what was read of the labels. */
export function unread(path) {
  const database = new Database(path);
  database.exec('DELETE FROM product_reading');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Removes a database that is not kept, so that large ones do not lie beside each other. */
export function forget(path) {
  if (path.startsWith(scratch)) for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
