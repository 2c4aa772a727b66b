import { setImmediate } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { offer, row } from '../support/product-rows.js';
import { HUNDRED_HOURS, MONDAY, openShop, type Shop } from './shop.js';

const CALM = 'Aqua, Glycerin, Panthenol, Sodium Hyaluronate';
const HARSH = 'Aqua, Glycerin, Retinol, Phenoxyethanol';

describe('a change of the catalog', () => {
  let shop: Shop;
  let catalog: CatalogRepository;
  beforeAll(async () => {
    shop = await openShop();
    catalog = shop.app.get(CatalogRepository);
  });
  afterAll(() => shop.stop());

  const say = (label: string, at = MONDAY) =>
    catalog.upsert([row('Changing', { label, offers: [offer('shop', 'CHANGING')] })], at);
  const verdict = async () => {
    const { treatment, profile } = HUNDRED_HOURS;
    const { assess } = await shop.answer<{ assess: { verdict: string } }>(
      `query ($treatment: TreatmentInput!, $profile: SkinProfileInput) {
        assess(product: { sku: "CHANGING" }, treatment: $treatment, profile: $profile) { verdict }
      }`,
      { treatment, profile },
    );
    return assess.verdict;
  };

  it('is seen by the next question', async () => {
    await say(CALM, MONDAY);
    expect(await verdict()).toBe('IDEAL');
    await say(HARSH, new Date(MONDAY.getTime() + 1));
    expect(await verdict()).toBe('AVOID');
  });

  it('is seen also when two changes bear the same moment', async () => {
    await say(CALM);
    expect(await verdict()).toBe('IDEAL');
    await say(HARSH);
    expect(await verdict()).toBe('AVOID');
  });

  it('is seen when it is done, also where another is still being read', async () => {
    await say(CALM, new Date(MONDAY.getTime() + 2));
    const { begun, goOn } = pausedReading();
    const early = say(`${CALM}, Allantoin`, new Date(MONDAY.getTime() + 3));
    await begun;
    const late = say(HARSH, new Date(MONDAY.getTime() + 4));
    goOn();
    await Promise.all([early, late]);
    expect(await verdict()).toBe('AVOID');
  });

  it('by another process is seen soon', async () => {
    await say(CALM, new Date(MONDAY.getTime() + 5));
    expect(await verdict()).toBe('IDEAL');
    const elsewhere = new CatalogRepository(shop.app.get(DataSource));
    await elsewhere.upsert([row('Changing', { label: HARSH, offers: [offer('shop', 'CHANGING')] })], MONDAY);
    while ((await verdict()) !== 'AVOID') await setImmediate();
  });

  it('that only takes a product away is seen with the next one', async () => {
    await say(CALM, new Date(MONDAY.getTime() + 6));
    const database = shop.app.get(DataSource);
    await database.query("DELETE FROM offer WHERE sku = 'CHANGING'");
    await database.query("DELETE FROM product WHERE name = 'Changing'");
    await catalog.upsert([row('Another', { label: CALM })], MONDAY);
    const { products } = await shop.answer<{ products: { nodes: { name: string }[] } }>(
      '{ products(filter: { brands: ["Lindgrove"] }) { nodes { name } } }',
    );
    expect(products.nodes.map(({ name }) => name)).toEqual(['Another']);
  });

  /** Makes the next reading of the catalog wait after it has fetched its rows. */
  function pausedReading(): { begun: Promise<void>; goOn: () => void } {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const read = catalog.shelfRows.bind(catalog);
    catalog.shelfRows = async function* (since, knowledge) {
      catalog.shelfRows = read;
      const pages = await Array.fromAsync(read(since, knowledge));
      begun.resolve();
      await gate.promise;
      yield* pages;
    };
    return { begun: begun.promise, goOn: gate.resolve };
  }
});
