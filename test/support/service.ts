import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, prepareDatabase } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config/config.js';
import { CompiledExecution } from '../../src/graphql/compiled-execution.js';

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly path?: readonly unknown[];
        readonly extensions: { readonly code: string };
      }[]
    | undefined;
}

/** The whole service as a client meets it, without a port. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** The codes of the errors that a question is answered with; none when it is answered. */
  readonly codes: (query: string, variables?: Record<string, unknown>) => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the service; by default on an empty database in memory.
 *
 * @param env variables as an operator would set them
 * @param logTo gets the log's lines
 */
export async function startService(
  env: Record<string, string> = {},
  logTo?: { write(line: string): void },
): Promise<Service> {
  const config: Config = readConfig({ DATABASE_URL: 'sqlite::memory:', SEED: 'none', LOG_LEVEL: 'silent', ...env });
  const app = await createApp(config, logTo);
  await prepareDatabase(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  app.get(CompiledExecution).after = process.env['EXECUTOR'] === 'graphql-js' ? Infinity : 0;

  const ask: Service['ask'] = async (query, variables) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    return { status: response.statusCode, ...(response.json<Omit<Answer, 'status'>>() satisfies object) };
  };
  return {
    app,
    ask,
    codes: async (query, variables) =>
      ((await ask(query, variables)).errors ?? []).map(({ extensions }) => extensions.code),
    stop: () => app.close(),
  };
}
