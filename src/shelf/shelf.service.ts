import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import type { Product } from '../catalog/product.js';
import type { ShelfRow } from '../catalog/shelf-row.js';
import { readFormula } from '../core/tagging/read-formula.js';
import { Readiness } from '../health/readiness.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { Compiler, type Compiled } from './compiled.js';
import { Moments } from './moments.js';
import { formulaOf, Readings } from './readings.js';
import { Shelf } from './shelf.js';
import { stampOf } from './stamp.js';
import type { Standing } from './sift.js';

/** How often it is looked up whether another process has changed the catalog; a change of this one is seen at once. */
const LOOKED_UP_EVERY_MS = 50;
/** More changes than this are put on a new shelf, so that nobody sees half of them. */
const MOST_IN_PLACE = 2000;
/** Deserted places that do no harm, beside a quarter of all products. */
const DESERTED_AT_LEAST = 8192;
/** Room for changes that follow: so many places, and one for so many products. */
const ROOM_AT_LEAST = 8192;
const ROOM_PART = 16;
/** Larger catalogs take a while to count, and so are counted less often than they change. */
const COUNTED_ALWAYS_UP_TO = 20_000;
const COUNTED_EVERY_MS = 1000;
/** Products that a new shelf takes in one go; between goes other requests have their turn. */
const PUT_AT_ONCE = 250;
/** Labels that are read in one go; between goes other requests have their turn. */
const LABELS_AT_ONCE = 50;

/** Keeps the shelf in step with the catalog. */
@Injectable()
export class ShelfService {
  /** products in full */
  readonly readings: Readings;

  readonly #compiler: Compiler;
  readonly #stamp: string;
  #standing: Standing;
  #turn: Promise<void> = Promise.resolve();
  #lookedUpAt = -Infinity;
  #countedAt = -Infinity;
  #replacing = false;

  constructor(
    private readonly catalog: CatalogRepository,
    private readonly held: KnowledgeService,
    readiness: Readiness,
  ) {
    this.readings = new Readings(held.knowledge, catalog);
    this.#compiler = new Compiler(held.knowledge);
    this.#stamp = stampOf(held.version);
    this.#standing = this.#empty();
    catalog.onChange(() => this.catchUp());
    readiness.register(async () => ((await this.#isFilled()) ? undefined : 'the shelf is being filled'));
  }

  /** The shelf of the catalog as it is now. What was asked of it stays true of it, whatever comes next. */
  async current(): Promise<Standing> {
    const now = performance.now();
    if (now - this.#lookedUpAt >= LOOKED_UP_EVERY_MS) {
      this.#lookedUpAt = now;
      try {
        if ((await this.catalog.version()) !== this.#standing.shelf.version) await this.catchUp();
      } catch (error) {
        this.#lookedUpAt = -Infinity;
        throw error;
      }
    }
    return this.#standing;
  }

  /** Fills the shelf before anybody asks. What goes wrong is met again, and told, by the first question. */
  fill(): void {
    this.catchUp().catch(() => undefined);
  }

  async #isFilled(): Promise<boolean> {
    return this.#standing.shelf.version > 0 || (await this.catalog.version()) === 0;
  }

  /** Brings the shelf up to date with what was written before the call. */
  catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const { shelf } = this.#standing;
      const version = await this.catalog.version();
      if (version === shelf.version) return;
      const followed = shelf.version > 0 && (await this.#follow(shelf, version));
      if (!followed || (await this.#holdsWhatIsGone(shelf))) {
        this.#standing = await this.#filled();
        this.readings.forgetAll();
      } else if (shelf.deserted > DESERTED_AT_LEAST + shelf.size / 4) this.#replaceInBackground();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /**
   * Puts on a shelf what has changed since.
   *
   * @param version of the catalog, looked up before: what is written meanwhile is looked at again by the next call
   * @returns false, and nothing done, if that is more than may change under the eyes of readers
   */
  async #follow(shelf: Shelf, version: number): Promise<boolean> {
    const changed: (readonly [ShelfRow, Compiled])[] = [];
    for await (const rows of this.catalog.shelfRows(shelf.version, this.#stamp))
      if (changed.push(...(await this.#read(rows))) > MOST_IN_PLACE) return false;
    for (const [row, compiled] of changed) {
      shelf.put(row, compiled);
      this.readings.forget(row.rowId);
    }
    shelf.version = version;
    return true;
  }

  /** Whether somebody deleted products from the database, which no version tells of. */
  async #holdsWhatIsGone(shelf: Shelf): Promise<boolean> {
    const now = performance.now();
    if (shelf.size > COUNTED_ALWAYS_UP_TO && now - this.#countedAt < COUNTED_EVERY_MS) return false;
    this.#countedAt = now;
    return shelf.size > (await this.catalog.count());
  }

  /** A new shelf of the whole catalog, while the old one goes on answering. */
  async #filled(): Promise<Standing> {
    const standing = this.#empty();
    const version = await this.catalog.version();
    const count = await this.catalog.count();
    standing.shelf.reserve(count + ROOM_AT_LEAST + Math.ceil(count / ROOM_PART));
    for await (const rows of this.catalog.shelfRows(0, this.#stamp)) {
      for (let start = 0; start < rows.length; start += PUT_AT_ONCE) {
        const slice = rows.slice(start, start + PUT_AT_ONCE);
        for (const [row, compiled] of await this.#read(slice)) standing.shelf.put(row, compiled);
        await setImmediate();
      }
    }
    standing.shelf.version = version;
    for (const part of standing.shelf.grown()) {
      part.trim();
      await setImmediate();
    }
    return standing;
  }

  /** Takes a new shelf for one with many deserted places, and keeps no change waiting for it. */
  #replaceInBackground(): void {
    if (this.#replacing) return;
    this.#replacing = true;
    this.#filled()
      .then((standing) =>
        this.#inTurn(async () => {
          const version = await this.catalog.version();
          // what is read stays true: the old shelf followed every change until then
          if (version === standing.shelf.version || (await this.#follow(standing.shelf, version)))
            this.#standing = standing;
        }),
      )
      .catch(() => undefined) // the old one goes on, and the next change tries again
      .finally(() => (this.#replacing = false));
  }

  #empty(): Standing {
    const shelf = new Shelf(this.held.knowledge);
    return { shelf, moments: new Moments(this.held.knowledge, shelf) };
  }

  /** Rows with what their labels mean: as stored where that still holds, else read anew and stored. */
  async #read(rows: readonly ShelfRow[]): Promise<(readonly [ShelfRow, Compiled])[]> {
    const anew = await this.#readAnew(rows.filter(({ body }) => body === null));
    return rows.flatMap((row) => {
      const compiled = row.body === null ? anew.get(row.rowId) : this.#compiler.readBack(row.body);
      return compiled === undefined ? [] : [[row, compiled] as const];
    });
  }

  async #readAnew(rows: readonly ShelfRow[]): Promise<ReadonlyMap<number, Compiled>> {
    const anew = new Map<number, Compiled>();
    for (let start = 0; start < rows.length; start += LABELS_AT_ONCE) {
      const rowIds = rows.slice(start, start + LABELS_AT_ONCE).map(({ rowId }) => rowId);
      const products = [...(await this.catalog.byRowIds(rowIds)).values()];
      for (const product of products) anew.set(product.rowId, this.#compile(product));
      await this.catalog.saveReadings(
        products.map(({ rowId, revision }) => ({
          rowId,
          revision,
          knowledge: this.#stamp,
          body: this.#compiler.written(anew.get(rowId) as Compiled), // just compiled
        })),
      );
      await setImmediate();
    }
    return anew;
  }

  #compile(product: Product): Compiled {
    return this.#compiler.compile(readFormula(this.held.knowledge, formulaOf(product)));
  }
}
