import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { Shelf, shelve, type Shelved } from './shelf.js';

/** Products that are read in one go; between goes other requests have their turn. */
const READ_AT_ONCE = 50;

/** Keeps the shelf in step with the catalog. */
@Injectable()
export class ShelfService {
  #shelf = Shelf.EMPTY;
  #reading: Promise<Shelf> | undefined;

  constructor(
    private readonly catalog: CatalogRepository,
    private readonly knowledge: KnowledgeService,
  ) {}

  /** The shelf of the catalog as it is now; a change of the catalog is seen by the next call. */
  async current(): Promise<Shelf> {
    const version = await this.catalog.version();
    if (version === this.#shelf.version) return this.#shelf;

    // one that is being read already may have begun before the change
    const begun = await this.#reading;
    if (begun?.version === version) return begun;
    this.#reading ??= this.read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  private async read(): Promise<Shelf> {
    // the version is taken first: what is written meanwhile makes the next call read again
    const version = await this.catalog.version();
    const entries: Shelved[] = [];
    for await (const product of this.catalog.all()) {
      entries.push(shelve(this.knowledge.knowledge, product, this.#shelf));
      if (entries.length % READ_AT_ONCE === 0) await setImmediate();
    }
    this.#shelf = new Shelf(version, entries);
    return this.#shelf;
  }
}
