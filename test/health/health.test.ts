import { setImmediate } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { ShelfService } from '../../src/shelf/shelf.service.js';
import { row } from '../support/product-rows.js';
import { startService } from '../support/service.js';

describe('health', () => {
  it('is live while the process is, and ready while the database answers', async () => {
    const { app, stop } = await startService();
    const ask = async (path: string) => {
      const { statusCode, body } = await app.inject({ url: `/health/${path}` });
      return [statusCode, body];
    };
    expect([await ask('live'), await ask('ready')]).toEqual([
      [200, '{"status":"live"}'],
      [200, '{"status":"ready"}'],
    ]);

    await app.get(DataSource).destroy();
    expect([await ask('live'), await ask('ready')]).toEqual([
      [200, '{"status":"live"}'],
      [503, '{"status":"the database does not answer"}'],
    ]);
    await stop();
  });

  it('is ready when the shelf is filled, and fills it before anybody asks', async () => {
    const { app, stop } = await startService();
    const ready = async () => (await app.inject({ url: '/health/ready' })).json<{ status: string }>().status;
    await new CatalogRepository(app.get(DataSource)).upsert([row('Dew')], new Date(0)); // by another process
    expect(await ready()).toBe('the shelf is being filled');
    app.get(ShelfService).fill();
    while ((await ready()) !== 'ready') await setImmediate();
    await stop();
  });
});
