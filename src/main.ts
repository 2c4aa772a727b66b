import 'reflect-metadata';
import { createApp, prepareDatabase } from './app.js';
import { configOfThisProcess, EXIT_CONFIG } from './config/config.js';
import { EXAMPLE } from './graphql/example.js';
import { KnowledgeFaults } from './knowledge/faults.js';
import { ShelfService } from './shelf/shelf.service.js';

const config = configOfThisProcess();

try {
  const app = await createApp(config);
  await prepareDatabase(app, config);
  app.get(ShelfService).fill();
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);

  const url = `${(await app.getUrl()).replace('[::1]', 'localhost')}/graphql`;
  process.stdout.write(`
Salve answers at ${url}${config.development ? '; open it in a browser and paste this' : ', for instance'}:

${EXAMPLE}

`);
} catch (error) {
  process.stderr.write(`Salve could not start: ${(error as Error).message}\n`);
  process.exit(error instanceof KnowledgeFaults ? EXIT_CONFIG : 1);
}
