import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Between, DataSource, type EntityManager, type FindOptionsWhere, In, MoreThan } from 'typeorm';
import { logFault } from '../graphql/errors.js';
import { CatalogState } from './catalog-state.js';
import { foldText } from './fold-text.js';
import type { OfferRow, ProductRow } from './product-row.js';
import { Offer, Product, type Shares, sharesJson } from './product.js';
import type { ReadingRow, ShelfOffer, ShelfRow } from './shelf-row.js';
import { StoredReading } from './stored-reading.js';

export interface UpsertCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How many rows one statement carries: 20 columns each, below the 32 766 parameters of SQLite. */
const ROWS_PER_STATEMENT = 500;
const ROWS_PER_READ = 1000;
const ROWS_PER_PAGE = 1000;
const LARGEST_ROW_ID = 2_147_483_647;

/** What a source states of a product, and so what makes it changed. */
const STATED = [
  'brand',
  'name',
  'category',
  'form',
  'rinseOff',
  'label',
  'claims',
  'declaredShares',
  'ph',
  'spf',
  'drugFacts',
  'sterile',
  'market',
  'gtin',
  'imageUrl',
  'url',
] as const satisfies readonly (keyof Product & keyof ProductRow)[];

/** What a write says of every product that it changes. */
type Change = Pick<Product, 'updatedAt' | 'revision'>;

/** A product's place in the order of change. */
type Changed = Pick<Product, 'revision' | 'rowId'>;

/** Which products a page holds: the next after an id, or those of some ids. */
type Which = { readonly after: number } | { readonly among: readonly number[] };

/** The only SQL of the catalog. It fetches and stores, and judges nothing. */
@Injectable()
export class CatalogRepository {
  readonly #listeners: (() => Promise<void>)[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: DataSource) {}

  /** Goes up with every write that changed something; equal numbers mean an equal catalog. */
  version(): Promise<number> {
    return this.reading(() => versionNow(this.database.manager));
  }

  /**
   * Whoever keeps something made of the catalog hears here that this process has changed it: after the change is
   * stored, and before the one who asked for it hears that it is. Changes by other processes show in `version` only.
   *
   * @param listener awaited; if it fails, that is logged and the change stands, so it has to look again by itself
   */
  onChange(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /**
   * Fetches products with their offers in one statement.
   *
   * @returns what exists, by row id
   */
  async byRowIds(rowIds: readonly number[]): Promise<Map<number, Product>> {
    const possible = rowIds.filter((rowId) => Number.isInteger(rowId) && rowId > 0 && rowId <= LARGEST_ROW_ID);
    if (possible.length === 0) return new Map();

    const found = await this.reading(() =>
      this.database.manager.find(Product, { where: { rowId: In(possible) }, relations: { offers: true } }),
    );
    return new Map(found.map((product) => [product.rowId, inOrder(product)]));
  }

  /** @returns for each SKU that some channel has, its product; of several the one that was offered first */
  async bySkus(skus: readonly string[]): Promise<Map<string, Product>> {
    if (skus.length === 0) return new Map();
    const offers = await this.reading(() =>
      this.database.manager.find(Offer, { where: { sku: In(skus) }, order: { rowId: 'ASC' } }),
    );
    return this.productsBy(offers.map((offer) => [offer.sku, offer.productRowId]));
  }

  /**
   * Finds products by the number under the barcode. Scanners read a 12-digit code with a leading zero more or less;
   * all forms of one number find the product.
   *
   * @returns for each GTIN that a product has, the product that came first
   */
  async byGtins(gtins: readonly string[]): Promise<Map<string, Product>> {
    if (gtins.length === 0) return new Map();
    const found = await this.reading(() =>
      this.database.manager.find(Product, {
        select: { rowId: true, gtin: true },
        where: { gtin: In(gtins.flatMap(gtinForms)) },
        order: { rowId: 'ASC' },
      }),
    );
    return this.productsBy(
      gtins.flatMap((gtin) => {
        const product = found.find((each) => each.gtin !== null && gtinForms(gtin).includes(each.gtin));
        return product ? [[gtin, product.rowId] as const] : [];
      }),
    );
  }

  count(): Promise<number> {
    return this.reading(() => this.database.manager.count(Product));
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.reading(() => this.database.manager.exists(Product)));
  }

  /** Every product with its offers, in the order in which they came, a thousand at a time. */
  async *all(): AsyncGenerator<Product, void, undefined> {
    for (let last = 0; ;) {
      const products = await this.reading(async () =>
        this.withOffers(
          await this.database.manager.find(Product, {
            where: { rowId: MoreThan(last) },
            order: { rowId: 'ASC' },
            take: ROWS_PER_READ,
          }),
        ),
      );
      yield* products;
      if (products.length < ROWS_PER_READ) return;
      last = products.at(-1)?.rowId ?? last;
    }
  }

  /**
   * All products, or those that have changed, in the order of their ids, a thousand at a time; between goes
   * other work has its turn. A change that is stored meanwhile may be seen in part: take the version first, and ask
   * again from there.
   *
   * @param since     a version of the catalog; only what has changed after it is given. 0 or less: everything
   * @param knowledge SHA-256 of the knowledge with which a stored reading must have been made
   */
  async *shelfRows(since: number, knowledge: string): AsyncGenerator<ShelfRow[], void, undefined> {
    const changed = since > 0 ? await this.changedSince(since) : undefined;
    for (let last = 0, start = 0; start < (changed?.length ?? Infinity); start += ROWS_PER_PAGE) {
      if (start > 0) await setImmediate();
      const which: Which = changed ? { among: changed.slice(start, start + ROWS_PER_PAGE) } : { after: last };
      const rows = await this.inTurn(() => shelfPage(this.database.manager, which, knowledge));
      if (rows.length > 0) yield rows;
      if (!changed && rows.length < ROWS_PER_PAGE) return;
      last = rows.at(-1)?.rowId ?? last;
    }
  }

  /**
   * Stores how labels were read, in place of earlier readings of the same products. The catalog stays as it is, and
   * so does its version.
   */
  async saveReadings(rows: readonly ReadingRow[]): Promise<void> {
    // once each, and in one order everywhere: two processes that store the same never wait for each other
    const readings = [...new Map(rows.map((row) => [row.rowId, row])).values()].sort((a, b) => a.rowId - b.rowId);
    await this.inTurn(() =>
      this.database.transaction(async (manager) => {
        for (let start = 0; start < readings.length; start += ROWS_PER_STATEMENT)
          await manager
            .createQueryBuilder()
            .insert()
            .into(StoredReading)
            .values(readings.slice(start, start + ROWS_PER_STATEMENT))
            .orUpdate(['knowledge', 'revision', 'body'], ['product_id'])
            .updateEntity(false)
            .execute();
      }),
    );
  }

  /**
   * Brings products in, all or none: a key that is new is created, one that is known is updated where the source
   * says something else than before. The same rows again change nothing. Offers replace what the same channels said
   * before; offers of other channels stay. Every product that this changes, also by taking an offer from it, gets
   * the catalog's new version for its revision.
   *
   * @param rows checked rows; of several with the same key each counts, in order, and the last prevails
   * @param at   the moment of the change
   * @returns counts that add up to the rows, when those who listen for changes have seen this one
   */
  async upsert(rows: readonly ProductRow[], at: Date): Promise<UpsertCounts> {
    const counts = await this.inTurn(() => this.database.transaction((manager) => upsertAll(manager, rows, at)));
    if (changedSomething(counts)) await this.tellListeners();
    return counts;
  }

  private async tellListeners(): Promise<void> {
    for (const outcome of await Promise.allSettled(this.#listeners.map(async (listener) => listener())))
      if (outcome.status === 'rejected') logFault(outcome.reason);
  }

  /**
   * One thing after the other. On SQLite everything goes through one connection: what ran beside a transaction would
   * be part of it, would see what may never be stored, and would be taken back with it.
   */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What is read on a connection of its own need not wait: it sees only what is stored. */
  private reading<T>(work: () => Promise<T>): Promise<T> {
    return this.database.options.type === 'postgres' ? work() : this.inTurn(work);
  }

  /** The ids of what has changed since a version, lowest first. */
  private async changedSince(since: number): Promise<number[]> {
    const ids: number[] = [];
    for (let last: Changed = { revision: since, rowId: LARGEST_ROW_ID }; ;) {
      const found = await this.inTurn(() => changedAfter(this.database.manager, last));
      for (const { rowId } of found) ids.push(rowId);
      if (found.length < ROWS_PER_PAGE) return [...new Set(ids)].sort((a, b) => a - b);
      last = found.at(-1) ?? last;
      await setImmediate();
    }
  }

  private async withOffers(products: Product[]): Promise<Product[]> {
    if (products.length === 0) return products;
    const offers = await this.database.manager.find(Offer, {
      where: { productRowId: In(products.map(({ rowId }) => rowId)) },
    });
    const byProduct = Map.groupBy(offers, (offer) => offer.productRowId);
    return products.map((product) => inOrder(Object.assign(product, { offers: byProduct.get(product.rowId) ?? [] })));
  }

  private async productsBy(keys: readonly (readonly [key: string, rowId: number])[]): Promise<Map<string, Product>> {
    const products = await this.byRowIds([...new Set(keys.map(([, rowId]) => rowId))]);
    const result = new Map<string, Product>();
    for (const [key, rowId] of keys) {
      const product = products.get(rowId);
      if (product && !result.has(key)) result.set(key, product);
    }
    return result;
  }
}

async function versionNow(manager: EntityManager): Promise<number> {
  const [state] = await manager.query<[{ version: number }]>('SELECT version FROM catalog_state WHERE id = 1');
  return state.version;
}

/**
 * The version that this transaction makes. Whoever else wants to write waits from here on, in other processes too:
 * versions become visible in their order, and one that is seen is there in whole.
 */
async function nextVersion(manager: EntityManager): Promise<number> {
  await manager.query('UPDATE catalog_state SET version = version WHERE id = 1');
  return (await versionNow(manager)) + 1;
}

async function upsertAll(manager: EntityManager, rows: readonly ProductRow[], at: Date): Promise<UpsertCounts> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const change = { updatedAt: at, revision: await nextVersion(manager) };
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = await upsertBatch(manager, rows.slice(start, start + ROWS_PER_STATEMENT), change);
    counts.created += batch.created;
    counts.updated += batch.updated;
    counts.unchanged += batch.unchanged;
  }
  if (changedSomething(counts)) await manager.update(CatalogState, { rowId: 1 }, { version: change.revision });
  return counts;
}

function changedSomething({ created, updated }: UpsertCounts): boolean {
  return created + updated > 0;
}

async function upsertBatch(manager: EntityManager, rows: readonly ProductRow[], change: Change): Promise<UpsertCounts> {
  const known = await manager.find(Product, {
    where: { sourceKey: In(rows.map((row) => row.sourceKey)) },
    relations: { offers: true },
  });
  const products = new Map(known.map((product) => [product.sourceKey, product]));
  const created = new Set<Product>();
  const updated = new Set<Product>();
  /** of which only the offers change */
  const resold = new Set<Product>();
  const reoffered = new Set<Product>();
  const counts = { created: 0, updated: 0, unchanged: 0 };

  for (const row of rows) {
    const before = products.get(row.sourceKey);
    const product = before ?? Object.assign(new Product(), { sourceKey: row.sourceKey, offers: [] });
    const saysElse = !before || STATED.some((name) => !isSame(product[name], row[name]));
    const offersElse = !areSame(offersOn(row.offers, product.offers), row.offers);

    if (saysElse || offersElse) {
      for (const name of STATED) Object.assign(product, { [name]: row[name] });
      Object.assign(product, { searchText: foldText(`${row.brand} ${row.name}`), ...change });
      products.set(row.sourceKey, product);
      if (created.has(product) || !before) created.add(product);
      else if (saysElse || updated.has(product)) updated.add(product);
      else resold.add(product);
    }
    if (offersElse) {
      const others = product.offers.filter((offer) => !row.offers.some(({ channel }) => channel === offer.channel));
      product.offers = [...others, ...row.offers.map((offer) => Object.assign(new Offer(), offer))];
      reoffered.add(product);
    }
    counts[!before ? 'created' : saysElse || offersElse ? 'updated' : 'unchanged']++;
  }

  await insertProducts(manager, [...created]);
  for (const product of updated) await manager.update(Product, { rowId: product.rowId }, columnsOf(product));
  await markResold(
    manager,
    [...resold].filter((product) => !updated.has(product)).map(({ rowId }) => rowId),
    change,
  );
  await replaceOffers(manager, [...reoffered], change);
  return counts;
}

async function insertProducts(manager: EntityManager, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(Product)
    .values(products.map(columnsOf))
    .updateEntity(false)
    .execute();

  const ids = await manager.find(Product, {
    select: { rowId: true, sourceKey: true },
    where: { sourceKey: In(products.map(({ sourceKey }) => sourceKey)) },
  });
  const rowIds = new Map(ids.map(({ sourceKey, rowId }) => [sourceKey, rowId]));
  for (const product of products) product.rowId = rowIds.get(product.sourceKey) ?? product.rowId;
}

/** Changes products of which only the offers change: what was read of their labels stays true. */
async function markResold(manager: EntityManager, rowIds: readonly number[], change: Change): Promise<void> {
  if (rowIds.length === 0) return;
  // in quotes, because TypeORM would take `product` for the relation of that name
  await manager
    .createQueryBuilder()
    .update(StoredReading)
    .set({ revision: change.revision })
    .where({ rowId: In(rowIds) })
    .andWhere(
      '"product_reading"."revision" = (SELECT p."revision" FROM "product" p WHERE p."id" = "product_reading"."product_id")',
    )
    .execute();
  await manager.update(Product, { rowId: In(rowIds) }, change);
}

/** A SKU that a channel gives to another product moves there, which changes both. */
async function replaceOffers(manager: EntityManager, products: readonly Product[], change: Change): Promise<void> {
  if (products.length === 0) return;
  await manager.delete(Offer, { productRowId: In(products.map(({ rowId }) => rowId)) });

  const offers = new Map(
    products.flatMap(({ rowId, offers }) =>
      offers.map(
        (offer) => [JSON.stringify([offer.channel, offer.sku]), { ...offerRow(offer), productRowId: rowId }] as const,
      ),
    ),
  );
  for (const [channel, group] of Map.groupBy(offers.values(), (offer) => offer.channel)) {
    const moving = { channel, sku: In(group.map(({ sku }) => sku)) };
    const losing = await manager.find(Offer, { select: { rowId: true, productRowId: true }, where: moving });
    if (losing.length > 0) {
      await markResold(manager, [...new Set(losing.map(({ productRowId }) => productRowId))], change);
      await manager.delete(Offer, moving);
    }
    await manager.createQueryBuilder().insert().into(Offer).values(group).updateEntity(false).execute();
  }
}

/** Raw rows: making stored classes of a million products would take longer than all the rest of a start. */
async function shelfPage(manager: EntityManager, which: Which, knowledge: string): Promise<ShelfRow[]> {
  const query = manager
    .createQueryBuilder(Product, 'product')
    .leftJoin(
      StoredReading,
      'reading',
      'reading.rowId = product.rowId AND reading.revision = product.revision AND reading.knowledge = :knowledge',
      { knowledge },
    )
    .select('product.rowId', 'rowId')
    .addSelect('product.brand', 'brand')
    .addSelect('product.name', 'name')
    .addSelect('product.category', 'category')
    .addSelect('product.searchText', 'searchText')
    .addSelect('product.revision', 'revision')
    .addSelect('reading.body', 'body')
    .orderBy('product.rowId');
  if ('among' in which) query.where({ rowId: In(which.among) });
  else query.where({ rowId: MoreThan(which.after) }).limit(ROWS_PER_PAGE);
  const products = await query.getRawMany<Omit<ShelfRow, 'offers'>>();
  const [first, last] = [products[0], products.at(-1)];
  if (!first || !last) return [];

  const offers = await manager
    .createQueryBuilder(Offer, 'offer')
    .select('offer.productRowId', 'rowId')
    .addSelect('offer.channel', 'channel')
    .addSelect('offer.sku', 'sku')
    .addSelect('offer.priceMinor', 'priceMinor')
    .addSelect('offer.currency', 'currency')
    .addSelect('offer.availability', 'availability')
    .where({ productRowId: 'among' in which ? In(which.among) : Between(first.rowId, last.rowId) })
    .getRawMany<ShelfOffer & { readonly rowId: number; readonly sku: string }>();
  const byProduct = Map.groupBy(offers, ({ rowId }) => rowId);
  return products.map((product) => ({
    ...product,
    offers: (byProduct.get(product.rowId) ?? [])
      .sort(byChannelAndSku)
      .map(({ channel, priceMinor, currency, availability }) => ({ channel, priceMinor, currency, availability })),
  }));
}

/** Of what changed after a product did, the next ids in the order of change; fewer than a page are the last. */
async function changedAfter(manager: EntityManager, last: Changed): Promise<Changed[]> {
  const next = (where: FindOptionsWhere<Product>) =>
    manager
      .createQueryBuilder(Product, 'product')
      .select('product.revision', 'revision')
      .addSelect('product.rowId', 'rowId')
      .where(where)
      .orderBy('product.revision')
      .addOrderBy('product.rowId')
      .limit(ROWS_PER_PAGE)
      .getRawMany<Changed>();

  // two questions: for one, which compares pairs, SQLite would go through all that has the same revision
  const withIt = await next({ revision: last.revision, rowId: MoreThan(last.rowId) });
  return withIt.length < ROWS_PER_PAGE ? [...withIt, ...(await next({ revision: MoreThan(last.revision) }))] : withIt;
}

function columnsOf(product: Product): Partial<Product> {
  const { rowId, offers, ...columns } = product;
  return columns;
}

function offerRow({ channel, sku, priceMinor, currency, availability, url }: OfferRow): OfferRow {
  return { channel, sku, priceMinor, currency, availability, url };
}

/** Those of the known offers that stand on the channels of which the new ones speak. */
function offersOn(given: readonly OfferRow[], known: readonly Offer[]): OfferRow[] {
  const channels = new Set(given.map(({ channel }) => channel));
  return known.filter(({ channel }) => channels.has(channel)).map(offerRow);
}

function areSame(known: readonly OfferRow[], given: readonly OfferRow[]): boolean {
  const texts = (offers: readonly OfferRow[]) =>
    JSON.stringify(offers.map((offer) => JSON.stringify(offerRow(offer))).sort());
  return texts(known) === texts(given);
}

function isSame(known: unknown, given: unknown): boolean {
  return (
    known === given ||
    (typeof known === 'object' &&
      typeof given === 'object' &&
      sharesJson(known as Shares) === sharesJson(given as Shares))
  );
}

/** Every way in which scanners and shops write one GTIN: with more or fewer leading zeros. */
function gtinForms(gtin: string): string[] {
  const digits = gtin.replace(/^0+/, '');
  return [8, 12, 13, 14]
    .map((length) => digits.padStart(length, '0'))
    .filter((form, index, forms) => form.length <= 14 && forms.indexOf(form) === index);
}

/** Offers in the order of channel, then SKU, compared by code unit as no database would. */
function inOrder(product: Product): Product {
  product.offers.sort(byChannelAndSku);
  return product;
}

function byChannelAndSku(a: Pick<Offer, 'channel' | 'sku'>, b: Pick<Offer, 'channel' | 'sku'>): number {
  return compare(a.channel, b.channel) || compare(a.sku, b.sku);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
