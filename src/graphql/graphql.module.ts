import './enums.js';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { CompiledExecution, stringifyResult } from './compiled-execution.js';
import { formatError, HttpErrors } from './errors.js';
import { EXAMPLE } from './example.js';
import { FrontDoor } from './front-door.js';
import { graphiql } from './graphiql.js';
import { KeptAnswers } from './kept-answers.js';
import { limits, PARSE_OPTIONS } from './limits.js';
import { NodeRegistry, NodeResolver } from './node.js';

/** GraphQL at /graphql: how it is served, limited and answered. What can be asked comes from the other rooms' resolvers. */
@Module({})
export class GraphqlModule {
  constructor({ httpAdapter }: HttpAdapterHost, frontDoor: FrontDoor) {
    frontDoor.stand(httpAdapter.getInstance<FastifyInstance>());
  }

  static with(config: Config): DynamicModule {
    const page: ApolloServerPlugin = config.development ? graphiql(EXAMPLE) : ApolloServerPluginLandingPageDisabled();
    const compiledExecution = new CompiledExecution();
    const answers = new KeptAnswers();
    const frontDoor = new FrontDoor(compiledExecution, answers);

    return {
      module: GraphqlModule,
      global: true,
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          sortSchema: true,
          introspection: true, // the descriptions are the manual, and hold nothing that is not public
          graphiql: false, // Nest's own page loads from a network
          plugins: [page, ApolloServerPluginCacheControlDisabled(), limits(), compiledExecution, frontDoor],
          parseOptions: PARSE_OPTIONS,
          stringifyResult,
          allowBatchedHttpRequests: false,
          csrfPrevention: true,
          includeStacktraceInErrorResponses: false,
          stopOnApplicationShutdown: true, // answer what has been asked before the server stops
          autoTransformHttpErrors: false,
          formatError,
          logger: apolloLog(),
        }),
      ],
      providers: [
        NodeRegistry,
        NodeResolver,
        { provide: APP_FILTER, useClass: HttpErrors },
        { provide: CompiledExecution, useValue: compiledExecution },
        { provide: KeptAnswers, useValue: answers },
        { provide: FrontDoor, useValue: frontDoor },
      ],
      exports: [NodeRegistry, KeptAnswers],
    };
  }
}

function apolloLog(): ApolloDriverConfig['logger'] & object {
  const log = new Logger('apollo');
  return {
    debug: (message) => log.debug(message),
    info: (message) => log.log(message),
    warn: (message) => log.warn(message),
    error: (message) => log.error(message),
  };
}
