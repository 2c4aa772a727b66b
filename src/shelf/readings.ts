import { LRUCache } from 'lru-cache';
import type { CatalogRepository } from '../catalog/catalog.repository.js';
import type { Product } from '../catalog/product.js';
import type { Formula } from '../core/formula.js';
import type { Knowledge } from '../core/knowledge.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';
import { lasting } from '../graphql/cards.js';

/** A product of the catalog, and how its label was read. */
export interface Shelved {
  readonly product: Product;
  readonly reading: FormulaReading;
}

interface Kept extends Shelved {
  /** the product has changed since */
  isStale: boolean;
}

/** A reading takes some ten kilobytes. */
const READINGS_KEPT = 4000;

/** Products in full, for the few that are shown: from memory where they were shown before. */
export class Readings {
  readonly #kept = new LRUCache<number, Kept>({ max: READINGS_KEPT });

  #changes = 0;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly catalog: CatalogRepository,
  ) {}

  /** @returns what exists, by row id */
  async byRowIds(rowIds: readonly number[]): Promise<Map<number, Shelved>> {
    const found = new Map<number, Shelved>();
    const missing: number[] = [];
    for (const rowId of rowIds) {
      const kept = this.#kept.get(rowId);
      if (kept === undefined || kept.isStale) missing.push(rowId);
      else found.set(rowId, kept);
    }
    if (missing.length === 0) return found;
    const changes = this.#changes;
    const products = await this.catalog.byRowIds(missing);
    // what was fetched before a change must not be taken for what came after it
    const keep = changes === this.#changes;
    for (const [rowId, product] of products) found.set(rowId, keep ? this.#keep(product) : this.#read(product));
    return found;
  }

  /** How a product that was fetched already is read. */
  of(product: Product): FormulaReading {
    const kept = this.#kept.get(product.rowId);
    return kept?.product.revision === product.revision ? kept.reading : this.#keep(product).reading;
  }

  /** Forgets a product that has changed. How it was read is still true if its label has not. */
  forget(rowId: number): void {
    this.#changes++;
    const kept = this.#kept.peek(rowId);
    if (kept !== undefined) kept.isStale = true;
  }

  /** The same for all products, where nobody knows which have changed. */
  forgetAll(): void {
    this.#changes++;
    for (const kept of this.#kept.values()) kept.isStale = true;
  }

  #keep(product: Product): Shelved {
    const { reading } = this.#read(product);
    const kept = { product: lasting(product), reading, isStale: false };
    this.#kept.set(product.rowId, kept);
    return kept;
  }

  #read(product: Product): Shelved {
    const before = this.#kept.peek(product.rowId);
    const isRead = before !== undefined && isReadAs(before.product, product);
    return { product, reading: isRead ? before.reading : readFormula(this.knowledge, formulaOf(product)) };
  }
}

/** Everything of a pack that its reading rests on; a record, so that the compiler misses what is forgotten. */
const READ: Readonly<Record<Exclude<keyof Formula, 'id'>, true>> = {
  brand: true,
  name: true,
  category: true,
  form: true,
  rinseOff: true,
  label: true,
  declaredShares: true,
  ph: true,
  spf: true,
  drugFacts: true,
  claims: true,
  market: true,
  sterile: true,
};
const READ_FIELDS = Object.keys(READ) as (keyof typeof READ)[]; // keys() cannot know that there are no others

/** A product as the core sees it, with its id as a value of its own: a copy of the stored class would lose it. */
export function formulaOf(product: Product): Formula {
  const facts = Object.fromEntries(READ_FIELDS.map((field) => [field, product[field]]));
  return { ...facts, id: product.id } as Formula; // READ names every other field
}

/** Whether nothing that a reading rests on is different. */
function isReadAs(before: Product, after: Product): boolean {
  return (
    JSON.stringify(READ_FIELDS.map((field) => before[field])) ===
    JSON.stringify(READ_FIELDS.map((field) => after[field]))
  );
}
