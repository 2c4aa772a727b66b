/** A folder for databases that goes when the process ends, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fillDatabase } from './catalog.js';

/** of every catalog here */
export const SEED = 20261125;

const folder = mkdtempSync(join(tmpdir(), 'salve-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** @returns {Promise<string>} path of a database with so many products, whose labels have not been read yet */
export async function databaseWith(count) {
  const path = join(folder, `${count}.sqlite`);
  await fillDatabase(path, count, SEED);
  return path;
}

/** Removes the database, so that large ones do not lie beside each other. */
export function forget(path) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
