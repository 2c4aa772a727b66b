import { DataSource } from 'typeorm';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { readDemoShop, seedDemoShop } from '../../src/catalog/demo-shop.js';
import { CATEGORY } from '../../src/core/vocabulary.js';
import { startService } from '../support/service.js';

describe('the demo shop', () => {
  it('has at least 120 products, of every category, each once', async () => {
    const shop = await readDemoShop();
    expect(shop.length).toBeGreaterThanOrEqual(120);
    expect(new Set(shop.map(({ sourceKey }) => sourceKey)).size).toBe(shop.length);
    expect(new Set(shop.map(({ brand, name }) => `${brand} ${name}`)).size).toBe(shop.length);
    expect(new Set(shop.map(({ category }) => category))).toEqual(new Set(Object.keys(CATEGORY)));
  });

  it('fills an empty catalog when the service starts, and only an empty one', async () => {
    const service = await startService({ SEED: 'demo' });
    const catalog = new CatalogRepository(service.app.get(DataSource));
    expect(await Array.fromAsync(catalog.all())).toHaveLength((await readDemoShop()).length);
    expect(await seedDemoShop(catalog, new Date())).toBeUndefined();
    await service.stop();
  });

  it('stays away when it is not wanted', async () => {
    const service = await startService({ SEED: 'none' });
    expect(await new CatalogRepository(service.app.get(DataSource)).isEmpty()).toBe(true);
    await service.stop();
  });
});
