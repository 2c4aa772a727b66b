import { setImmediate } from 'node:timers/promises';
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

  it('is seen also while another question is still reading what was there before', async () => {
    await say(CALM, new Date(MONDAY.getTime() + 2));
    const { begun, goOn } = pausedReading();
    const early = verdict();
    await begun;
    await say(HARSH, new Date(MONDAY.getTime() + 3));
    const late = verdict();
    for (let turn = 0; turn < 20; turn++) await setImmediate(); // it has its turns, and finds the other at work
    goOn();
    expect(await late).toBe('AVOID');
    await early;
  });

  /** Makes the next reading of the catalog wait after it has fetched its rows. */
  function pausedReading(): { begun: Promise<void>; goOn: () => void } {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const read = catalog.all.bind(catalog);
    catalog.all = async function* () {
      catalog.all = read;
      const products = await Array.fromAsync(read());
      begun.resolve();
      await gate.promise;
      yield* products;
    };
    return { begun: begun.promise, goOn: gate.resolve };
  }
});
