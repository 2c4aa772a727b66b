import type { Product } from '../catalog/product.js';
import type { Formula } from '../core/formula.js';
import type { Knowledge } from '../core/knowledge.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';

/** A product of the catalog, and how its label was read. */
export interface Shelved {
  readonly product: Product;
  readonly reading: FormulaReading;
}

/** The whole catalog, read once: what every question is asked of. Never changed; a new one takes its place. */
export class Shelf {
  static readonly EMPTY = new Shelf(-1, []);

  readonly #byId: ReadonlyMap<string, Shelved>;

  /** @param version of the catalog that it shows */
  constructor(
    readonly version: number,
    readonly entries: readonly Shelved[],
  ) {
    this.#byId = new Map(entries.map((entry) => [entry.product.id, entry]));
  }

  /** @param id of a product, as the API gives it */
  find(id: string): Shelved | undefined {
    return this.#byId.get(id);
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

/** Reads a product, unless an earlier shelf has read the very same. */
export function shelve(knowledge: Knowledge, product: Product, earlier: Shelf): Shelved {
  const kept = earlier.find(product.id);
  const same = kept !== undefined && READ_FIELDS.every((field) => isSame(kept.product[field], product[field]));
  return { product, reading: same ? kept.reading : readFormula(knowledge, formulaOf(product)) };
}

/** A product as the core sees it, with its id as a value of its own: a copy of the stored class would lose it. */
export function formulaOf(product: Product): Formula {
  const facts = Object.fromEntries(READ_FIELDS.map((field) => [field, product[field]]));
  return { ...facts, id: product.id } as Formula; // READ names every other field
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
