import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { CatalogState } from './catalog-state.js';
import { foldText } from './fold-text.js';
import type { OfferRow, ProductRow } from './product-row.js';
import { Offer, Product, type Shares, sharesJson } from './product.js';

export interface UpsertCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How many rows one statement carries: 20 columns each, below the 32 766 parameters of SQLite. */
const ROWS_PER_STATEMENT = 500;
const ROWS_PER_READ = 1000;
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

/** The only SQL of the catalog. It fetches and stores, and judges nothing. */
@Injectable()
export class CatalogRepository {
  constructor(private readonly database: DataSource) {}

  /** Goes up with every write that changed something; equal numbers mean an equal catalog. */
  async version(): Promise<number> {
    return (await this.database.manager.findOneByOrFail(CatalogState, { rowId: 1 })).version;
  }

  /**
   * Fetches products with their offers in one statement.
   *
   * @returns what exists, by row id
   */
  async byRowIds(rowIds: readonly number[]): Promise<Map<number, Product>> {
    const possible = rowIds.filter((rowId) => Number.isInteger(rowId) && rowId > 0 && rowId <= LARGEST_ROW_ID);
    if (possible.length === 0) return new Map();

    const found = await this.database.manager.find(Product, {
      where: { rowId: In(possible) },
      relations: { offers: true },
    });
    return new Map(found.map((product) => [product.rowId, inOrder(product)]));
  }

  /** @returns for each SKU that some channel has, its product; of several the one that was offered first */
  async bySkus(skus: readonly string[]): Promise<Map<string, Product>> {
    if (skus.length === 0) return new Map();
    const offers = await this.database.manager.find(Offer, { where: { sku: In(skus) }, order: { rowId: 'ASC' } });
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
    const found = await this.database.manager.find(Product, {
      select: { rowId: true, gtin: true },
      where: { gtin: In(gtins.flatMap(gtinForms)) },
      order: { rowId: 'ASC' },
    });
    return this.productsBy(
      gtins.flatMap((gtin) => {
        const product = found.find((each) => each.gtin !== null && gtinForms(gtin).includes(each.gtin));
        return product ? [[gtin, product.rowId] as const] : [];
      }),
    );
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.database.manager.exists(Product));
  }

  /** Every product with its offers, in the order in which they came, a thousand at a time. */
  async *all(): AsyncGenerator<Product, void, undefined> {
    for (let last = 0; ;) {
      const products = await this.database.manager.find(Product, {
        where: { rowId: MoreThan(last) },
        order: { rowId: 'ASC' },
        take: ROWS_PER_READ,
      });
      yield* await this.withOffers(products);
      if (products.length < ROWS_PER_READ) return;
      last = products.at(-1)?.rowId ?? last;
    }
  }

  /**
   * Brings products in, all or none: a key that is new is created, one that is known is updated where the source
   * says something else than before. The same rows again change nothing. Offers replace what the same channels said
   * before; offers of other channels stay.
   *
   * @param rows checked rows; of several with the same key each counts, in order, and the last prevails
   * @param at   the moment of the change
   * @returns counts that add up to the rows
   */
  async upsert(rows: readonly ProductRow[], at: Date): Promise<UpsertCounts> {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    await this.database.transaction(async (manager) => {
      for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
        const batch = await upsertBatch(manager, rows.slice(start, start + ROWS_PER_STATEMENT), at);
        counts.created += batch.created;
        counts.updated += batch.updated;
        counts.unchanged += batch.unchanged;
      }
      if (counts.created + counts.updated > 0) await manager.increment(CatalogState, { rowId: 1 }, 'version', 1);
    });
    return counts;
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

async function upsertBatch(manager: EntityManager, rows: readonly ProductRow[], at: Date): Promise<UpsertCounts> {
  const known = await manager.find(Product, {
    where: { sourceKey: In(rows.map((row) => row.sourceKey)) },
    relations: { offers: true },
  });
  const products = new Map(known.map((product) => [product.sourceKey, product]));
  const created = new Set<Product>();
  const updated = new Set<Product>();
  const reoffered = new Set<Product>();
  const counts = { created: 0, updated: 0, unchanged: 0 };

  for (const row of rows) {
    const before = products.get(row.sourceKey);
    const product = before ?? Object.assign(new Product(), { sourceKey: row.sourceKey, offers: [] });
    const saysElse = !before || STATED.some((name) => !isSame(product[name], row[name]));
    const offersElse = !areSame(offersOn(row.offers, product.offers), row.offers);

    if (saysElse || offersElse) {
      for (const name of STATED) Object.assign(product, { [name]: row[name] });
      Object.assign(product, { searchText: foldText(`${row.brand} ${row.name}`), updatedAt: at });
      products.set(row.sourceKey, product);
      (created.has(product) || !before ? created : updated).add(product);
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
  await replaceOffers(manager, [...reoffered]);
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

/** A SKU that a channel gives to another product moves there. */
async function replaceOffers(manager: EntityManager, products: readonly Product[]): Promise<void> {
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
    await manager.delete(Offer, { channel, sku: In(group.map(({ sku }) => sku)) });
    await manager.createQueryBuilder().insert().into(Offer).values(group).updateEntity(false).execute();
  }
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
  product.offers.sort((a, b) => compare(a.channel, b.channel) || compare(a.sku, b.sku));
  return product;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
