import { DataSource } from 'typeorm';
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
});
