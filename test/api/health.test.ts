import { onEachDatabase } from '../support/databases.js';
import { startPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import { urlOf } from './shop.js';

const PATIENCE_MS = 60_000;

const asked = async ({ app }: Service, path: string) => {
  const { statusCode, body } = await app.inject({ url: `/health/${path}` });
  return [statusCode, body];
};
const LIVE = [200, '{"status":"live"}'];
const READY = [200, '{"status":"ready"}'];
const NOT_READY = [503, '{"status":"the database does not answer"}'];

describe('the health of the service', () => {
  onEachDatabase((emptyDatabase) => {
    it('is live, and ready for requests', async () => {
      const service = await startService({ DATABASE_URL: urlOf(await emptyDatabase()) });
      expect([await asked(service, 'live'), await asked(service, 'ready')]).toEqual([LIVE, READY]);
      await service.stop();
    });
  });

  it(
    'is live and not ready while the database is away, and questions are answered as a fault of ours',
    async () => {
      const server = await startPostgres();
      const service = await startService({ DATABASE_URL: await server.emptyDatabase() });
      expect(await asked(service, 'ready')).toEqual(READY);

      await server.stop();
      expect([await asked(service, 'live'), await asked(service, 'ready')]).toEqual([LIVE, NOT_READY]);
      expect(await service.codes('{ products { totalCount } }')).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(await service.codes('{ concerns { name } readLabel(ingredients: "Aqua") { complete } }')).toEqual([]);
      await service.stop();
    },
    PATIENCE_MS,
  );
});
