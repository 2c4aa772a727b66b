import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { CatalogRepository } from './catalog/catalog.repository.js';
import { seedDemoShop } from './catalog/demo-shop.js';
import type { Config } from './config/config.js';
import { BODY_LIMIT } from './graphql/limits.js';

/**
 * Puts the service together, with its database open, and not listening yet.
 *
 * One log line per request, and never a query string, a body, a variable or an address: a question holds what
 * someone said about their skin.
 *
 * @param logTo where log lines go; standard output if not given
 * @throws Error if the database cannot be opened
 */
export async function createApp(
  config: Config,
  logTo?: { write(line: string): void },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.logLevel,
      serializers: { req: ({ method, url }: FastifyRequest) => ({ method, path: pathOf(url) }) },
      ...(logTo && { stream: logTo }),
    },
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const { method, url } = request;
    request.log.info(
      { method, path: pathOf(url), status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });

  return NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: new NestLog(fastify.log),
    abortOnError: false,
    forceCloseConnections: true,
  });
}

/** Brings the tables up to date, and fills an empty catalog with the demo shop if the configuration says so. */
export async function prepareDatabase(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.get(DataSource).runMigrations();
  if (config.seed === 'demo') await seedDemoShop(app.get(CatalogRepository), new Date());
}

/** What Nest has to say goes to the one log; its chatter about wiring only where someone looks for it. */
class NestLog implements LoggerService {
  constructor(private readonly to: FastifyBaseLogger) {}

  log(message: unknown): void {
    this.to.debug(String(message));
  }
  warn(message: unknown): void {
    this.to.warn(String(message));
  }
  error(message: unknown, stack?: string): void {
    this.to.error({ stack }, String(message));
  }
  fatal(message: unknown): void {
    this.to.fatal(String(message));
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
