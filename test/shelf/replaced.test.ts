import { setImmediate } from 'node:timers/promises';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { ShelfService } from '../../src/shelf/shelf.service.js';
import { row } from '../support/product-rows.js';
import { type Service, startService } from '../support/service.js';

const CALM = 'Aqua, Panthenol';
const HARSH = 'Aqua, Retinol';
const PRODUCTS = 1000;

describe('a shelf of which most places are deserted', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('is replaced while questions are answered, and the new one shows the catalog as it is', async () => {
    const catalog = service.app.get(CatalogRepository);
    const shelves = service.app.get(ShelfService);
    const say = (label: string) =>
      catalog.upsert(
        Array.from({ length: PRODUCTS }, (_, index) => row(`Dew ${index}`, { label, offers: [] })),
        new Date(0),
      );
    const counts = async () => {
      const { data } = await service.ask(
        '{ pairings(concerns: [{ concern: HYDRATION }], treatment: { hoursSince: 100, needleDepthMm: 1 }, profile: { fitzpatrick: 2, sensitive: false }) { counts { ideal avoid } } }',
      );
      return (data as { pairings: { counts: { ideal: number; avoid: number } } }).pairings.counts;
    };
    await say(CALM);
    const { shelf: first } = await shelves.current();
    for (let change = 0; change < 5; change++) {
      await say(HARSH);
      expect(await counts()).toEqual({ ideal: 0, avoid: PRODUCTS });
      await say(CALM);
      expect(await counts()).toEqual({ ideal: PRODUCTS, avoid: 0 });
    }
    while ((await shelves.current()).shelf === first) await setImmediate();
    const { shelf } = await shelves.current();
    expect([shelf.size, shelf.deserted < PRODUCTS * 2]).toEqual([PRODUCTS, true]);
    expect(await counts()).toEqual({ ideal: PRODUCTS, avoid: 0 });
  });
});
