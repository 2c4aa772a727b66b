import { TypedFastBitSet } from 'typedfastbitset';
import type { ShelfRow } from '../catalog/shelf-row.js';
import type { Knowledge } from '../core/knowledge.js';
import { NO_EVIDENCE } from '../core/ranking/benefit.js';
import { cellsOf, type Cell } from '../core/tagging/cell.js';
import { CATEGORY, HEALING_PHASES, type Category } from '../core/vocabulary.js';
import { Column } from './column.js';
import { COLUMNS, type Compiled } from './compiled.js';
import { nameKey } from './name-key.js';
import { Offers } from './offers.js';
import { Postings, PostingsBy } from './postings.js';
import { PrintedNames } from './printed-names.js';
import { Wishes } from './wishes.js';

/** Classes that scent a product; an ingredient decides here, never a claim. */
const SCENTED: ReadonlySet<string> = new Set([
  'fragrance',
  'fragrance_allergen',
  'essential_oil',
  'tea_tree',
  'aromatic_extract',
  'phototoxic',
  'cooling',
]);
const CATEGORIES = Object.values(CATEGORY);
/** Of so many products at least it is remembered which cells they have. */
const RECENT = 2048;

/** How far products serve one concern: one column of sizes, of the best among each block, and of evidence. */
export interface BenefitColumn {
  readonly size: Column<Float32Array>;
  readonly best: Column<Float32Array>;
  /** how much better than none the evidence is, so that 0 stands for none */
  readonly evidence: Column<Uint8Array>;
}

/**
 * The whole catalog, compiled for asking: bit sets and columns over places, no object for a product.
 *
 * A place is given once and never again: a product that changes gets a new one, and its old one is
 * no longer `listed`. So what was found a moment ago stays true of what was asked of, and nobody
 * sees half a change. A shelf with many deserted places is replaced by a new one.
 */
export class Shelf {
  /** of the catalog that it shows */
  version = 0;
  /** how many places were given */
  places = 0;

  /** places of products that are there now */
  readonly listed = new TypedFastBitSet();
  readonly rowIds = new Column(Uint32Array);
  readonly names: string[] = [];
  /** the first letters of the name as a number: see `nameKey` */
  readonly nameKeys = new Column(Float64Array);
  readonly searchTexts: string[] = [];
  readonly categories = new Column(Uint8Array);
  readonly brands = new Column(Uint32Array);
  readonly brandNames: string[] = [];

  readonly byCategory = new PostingsBy<Category>();
  readonly byBrand = new PostingsBy<string>();
  readonly byTag = new PostingsBy<string>();
  readonly byMentioned = new PostingsBy<string>();
  readonly offers = new Offers();
  readonly printed: PrintedNames;
  readonly wishes = new Wishes(this);

  /** products with a cell, by its number in `cells` */
  readonly byCell = new PostingsBy<number>();
  readonly incomplete = new Postings();
  readonly missing = new Postings();
  readonly scentFree = new Postings();
  /** by phase, in the order of `HEALING_PHASES` */
  readonly idealIn: readonly Postings[] = HEALING_PHASES.map(() => new Postings());
  readonly benefits: readonly BenefitColumn[] = COLUMNS.map(() => ({
    size: new Column(Float32Array),
    best: new Column(Float32Array),
    evidence: new Column(Uint8Array),
  }));

  readonly cells: readonly Cell[];
  readonly #recent: (readonly number[])[] = [];
  /** by row id the place, and 1 more: 0 is none */
  readonly #places = new Column(Uint32Array);
  #size = 0;
  readonly #brandNumbers = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    this.printed = new PrintedNames(knowledge);
    this.cells = cellsOf(knowledge);
  }

  /** How many products are there now. */
  get size(): number {
    return this.#size;
  }

  /** How many places are no longer of any use. */
  get deserted(): number {
    return this.places - this.size;
  }

  placeOf(rowId: number): number | undefined {
    const next = this.#places.at(rowId);
    return next > 0 ? next - 1 : undefined;
  }

  /** Makes room for so many places: columns that grow by doubling would all do so at the same product. */
  reserve(places: number): void {
    for (const column of [this.rowIds, this.nameKeys, this.categories, this.brands, this.#places])
      column.reserve(places);
    for (const { size, best, evidence } of this.benefits) {
      size.reserve(places);
      best.reserve(block(places) + 1);
      evidence.reserve(places);
    }
  }

  /** Everything that grew with the products, and may give back the room that nothing has filled. */
  grown(): { trim(): void }[] {
    return [
      this.printed,
      ...this.offers.grown(),
      ...[this.byCategory, this.byBrand, this.byTag, this.byMentioned, this.byCell],
      ...[this.incomplete, this.missing, this.scentFree, ...this.idealIn],
    ];
  }

  /** The cells of a product that came lately; undefined for what came before. */
  cellsLatelyAt(place: number): readonly number[] | undefined {
    return this.#recent[place - (this.places - this.#recent.length)];
  }

  /** Puts a product in, in place of what it was before. */
  put(row: Omit<ShelfRow, 'revision' | 'body'>, compiled: Compiled): void {
    const place = this.places++;
    const before = this.placeOf(row.rowId);
    if (before === undefined) this.#size++;
    else this.listed.remove(before);
    this.#places.set(row.rowId, place + 1);
    this.listed.add(place);

    this.rowIds.push(row.rowId);
    this.names.push(row.name);
    this.nameKeys.push(nameKey(row.name));
    this.searchTexts.push(row.searchText);
    this.categories.push(CATEGORIES.indexOf(row.category));
    this.byCategory.add(row.category, place);
    this.brands.push(this.#brandNumber(row.brand));
    this.byBrand.add(row.brand, place);
    this.offers.add(row.offers, place);
    this.#putReading(compiled, place);
  }

  #putReading({ state, idealIn, cells, tags, names, mentioned, benefits }: Compiled, place: number): void {
    for (const name of names) this.printed.add(name, place);
    for (const tag of tags) this.byTag.add(tag, place);
    for (const id of mentioned) this.byMentioned.add(id, place);
    for (const cell of cells) this.byCell.add(cell, place);
    this.#recent.push(cells);
    if (this.#recent.length > 2 * RECENT) this.#recent.splice(0, RECENT);
    if (state === 'INCOMPLETE') this.incomplete.add(place);
    if (state === 'MISSING') this.missing.add(place);
    if (state === 'LISTED' && !tags.some((tag) => SCENTED.has(tag))) this.scentFree.add(place);
    for (const phase of idealIn) this.idealIn[phase]?.add(place);
    for (const { size, best, evidence } of this.benefits) {
      size.reach(place + 1);
      best.reach(block(place) + 1);
      evidence.reach(place + 1);
    }
    for (const { column, size, evidence } of benefits) {
      const into = this.benefits[column] as BenefitColumn;
      into.size.set(place, size);
      into.evidence.set(place, NO_EVIDENCE - evidence);
      if (size > into.best.at(block(place))) into.best.set(block(place), size);
    }
  }

  #brandNumber(brand: string): number {
    let number = this.#brandNumbers.get(brand);
    if (number === undefined) {
      number = this.brandNames.length;
      this.#brandNumbers.set(brand, number);
      this.brandNames.push(brand);
    }
    return number;
  }
}

/** The products of one word of a bit set share a maximum. */
function block(place: number): number {
  return place >>> 5;
}
