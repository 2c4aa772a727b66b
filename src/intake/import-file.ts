import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { CatalogRepository, type UpsertCounts } from '../catalog/catalog.repository.js';
import type { ProductRow } from '../catalog/product-row.js';
import type { Knowledge } from '../core/knowledge.js';
import { readFormula } from '../core/tagging/read-formula.js';
import { RowFault } from './fault.js';
import { type Feed, type FeedOptions, openFeed } from './feed.js';
import { readRow } from './read-row.js';
import type { ImportReport, Warning } from './report.js';
import { Tally } from './tally.js';

export interface ImportOptions extends FeedOptions {
  /** reports the same numbers and writes nothing */
  readonly dryRun?: boolean | undefined;
}

export interface ImportDependencies {
  readonly database: DataSource;
  readonly knowledge: Knowledge;
  /** the moment of the change */
  readonly at: Date;
  /** told now and then how many bytes of how many have been read */
  readonly onProgress?: ((read: number, all: number) => void) | undefined;
}

/** The database failed on the way; what went in before stays, and the same command goes on from there. */
export class ImportStopped extends Error {
  /** @param rowsIn rows of the file that are in the catalog or reported */
  constructor(
    readonly rowsIn: number,
    cause: unknown,
  ) {
    super(`The import stopped after row ${rowsIn}; the rows before are in the catalog. Run the same command again.`, {
      cause,
    });
    this.name = 'ImportStopped';
  }
}

/** Rows in one transaction: long enough to be quick, short enough that readers wait for milliseconds only. */
const BATCH = 500;

/**
 * Brings a shop's file into the catalog: CSV with any common separator, or JSON Lines.
 *
 * Every row either goes in or is reported with what to do about it, and never holds up the others. The same file
 * again changes nothing.
 *
 * @throws ImportRefused before anything is written, if the file is no table or the options do not fit it
 * @throws ImportStopped if the database fails on the way
 */
export async function importFile(options: ImportOptions, dependencies: ImportDependencies): Promise<ImportReport> {
  const feed = await openFeed(options);
  return importFeed(feed, options.dryRun === true, dependencies);
}

/** The same for a file that was looked at already. */
export async function importFeed(feed: Feed, dryRun: boolean, dependencies: ImportDependencies): Promise<ImportReport> {
  const started = performance.now();
  const { database, knowledge, at, onProgress } = dependencies;
  const { context, bytes } = feed;
  const tally = new Tally();
  const seen = new Seen();
  let batch: ProductRow[] = [];
  let row = 0;
  let emptyRows = 0;
  let stored = 0;

  const store = async (): Promise<void> => {
    if (batch.length > 0) {
      const repository = new CatalogRepository(database);
      try {
        tally.wentIn(await (dryRun ? rehearsed(database, batch, at) : repository.upsert(batch, at)));
      } catch (error) {
        throw new ImportStopped(stored, error);
      }
    }
    batch = [];
    stored = row;
    onProgress?.(bytes.read, bytes.all);
  };

  try {
    for await (const { line, cells } of feed.records) {
      if (!(cells instanceof RowFault) && cells.every((cell) => cell === '')) {
        emptyRows++;
        continue;
      }
      row++;
      const read =
        cells instanceof RowFault
          ? { fault: cells, column: null, cell: '' }
          : readRow(cells, context, (key) => seen.rowOf(key));
      if ('fault' in read) {
        tally.reject(row, line, read);
        continue;
      }
      const twin = seen.twinOf(read.product, row);
      if (twin instanceof RowFault) {
        tally.reject(row, line, { fault: twin, column: null, cell: `${read.product.brand} ${read.product.name}` });
        continue;
      }
      const product = twin.gtinTwice ? { ...read.product, gtin: null } : read.product;
      if (twin.gtinTwice) tally.note(row, 'GTIN_TWICE', '');
      tally.read(row, readFormula(knowledge, { ...product, id: '' }), read);
      if (twin.same) tally.wentIn({ created: 0, updated: 0, unchanged: 1 });
      else batch.push(product);
      if (batch.length >= BATCH) await store();
    }
    await store();
  } finally {
    await feed.close();
  }

  const columns = Object.fromEntries([...context.columns].map(([field, { heading }]) => [field, heading]));
  const seconds = Math.round(performance.now() - started) / 1000;
  return tally.report(
    { file: feed.file, dryRun, channel: context.channel, columns, rowsIn: row, seconds },
    fileWarnings(feed.decoding.strayBytes, emptyRows, context.columns.has('ingredients')),
  );
}

/** Lets the repository do everything, and takes it back: the same numbers by the same code. */
async function rehearsed(database: DataSource, rows: readonly ProductRow[], at: Date): Promise<UpsertCounts> {
  class TakenBack extends Error {
    constructor(readonly counts: UpsertCounts) {
      super('a dry run');
    }
  }
  try {
    return await database.transaction(async (manager): Promise<UpsertCounts> => {
      // the repository, inside this transaction: Object.create gives any, since it cannot know the prototype's type
      const inside = Object.create(database, {
        manager: { value: manager },
        transaction: { value: manager.transaction.bind(manager) },
      }) as DataSource;
      throw new TakenBack(await new CatalogRepository(inside).upsert(rows, at));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.counts;
    throw error;
  }
}

/** Remembers the rows that went in, so that one file cannot say two things of one product. */
class Seen {
  readonly #keys = new Map<string, { row: number; print: string }>();
  readonly #skus = new Map<string, number>();
  readonly #gtins = new Set<string>();

  rowOf(key: string): number | undefined {
    return this.#keys.get(key)?.row;
  }

  /** @returns whether the same row stood above, or why this one contradicts it */
  twinOf(product: ProductRow, row: number): RowFault | { same: boolean; gtinTwice: boolean } {
    const print = createHash('sha256').update(JSON.stringify(product)).digest('base64');
    const before = this.#keys.get(product.sourceKey);
    if (before?.print === print) return { same: true, gtinTwice: false };
    if (before !== undefined) {
      return new RowFault(
        'KEY_TWICE',
        `Rows ${before.row} and ${row} are the same product and say different things; row ${before.row} counts. Keep one, or tell them apart with --map key=… or size=….`,
      );
    }
    for (const { sku } of product.offers) {
      const other = this.#skus.get(sku);
      if (other !== undefined) {
        return new RowFault(
          'SKU_TWICE',
          `Rows ${other} and ${row} have the same SKU "${sku}"; row ${other} counts. Give each its own.`,
        );
      }
    }
    const gtin = product.gtin?.padStart(14, '0');
    const gtinTwice = gtin !== undefined && this.#gtins.has(gtin);
    this.#keys.set(product.sourceKey, { row, print });
    for (const { sku } of product.offers) this.#skus.set(sku, row);
    if (gtin !== undefined) this.#gtins.add(gtin);
    return { same: false, gtinTwice };
  }
}

function fileWarnings(strayBytes: number, emptyRows: number, hasIngredients: boolean): Warning[] {
  const warnings: Warning[] = [];
  if (strayBytes > 0) {
    warnings.push({
      code: 'ENCODING',
      message: `${strayBytes} bytes of the file are not UTF-8 and were read as Windows-1252. Check names with accents, or save the file as "CSV UTF-8".`,
      rows: 0,
    });
  }
  if (!hasIngredients) {
    warnings.push({
      code: 'NO_INGREDIENTS',
      message: 'No column holds ingredients, so no product can be verified. Name it with --map ingredients=….',
      rows: 0,
    });
  }
  if (emptyRows > 0)
    warnings.push({ code: 'EMPTY_ROWS', message: 'empty; passed over and not counted as rows.', rows: emptyRows });
  return warnings;
}
