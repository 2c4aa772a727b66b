import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Every code that an answer may carry for a caller's mistake. Clients branch on them, so they are for ever. */
export const CODE = {
  BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  EXACTLY_ONE: 'EXACTLY_ONE',
  INVALID_AMOUNT: 'INVALID_AMOUNT',
  INVALID_CURSOR: 'INVALID_CURSOR',
  INVALID_DEPTH: 'INVALID_DEPTH',
  INVALID_FITZPATRICK: 'INVALID_FITZPATRICK',
  INVALID_HOUR: 'INVALID_HOUR',
  INVALID_ID: 'INVALID_ID',
  INVALID_JSON: 'INVALID_JSON',
  INVALID_MEDIA_TYPE: 'INVALID_MEDIA_TYPE',
  INVALID_PAGE_SIZE: 'INVALID_PAGE_SIZE',
  INVALID_WEIGHT: 'INVALID_WEIGHT',
  NO_CONCERN: 'NO_CONCERN',
  NOT_FOUND: 'NOT_FOUND',
  NUL_CHARACTER: 'NUL_CHARACTER',
  ONLY_BY_POST: 'ONLY_BY_POST',
  ONLY_QUERIES: 'ONLY_QUERIES',
  TOO_COSTLY: 'TOO_COSTLY',
  TOO_DEEP: 'TOO_DEEP',
  TOO_LONG: 'TOO_LONG',
  TOO_MANY: 'TOO_MANY',
  UNKNOWN_TAG: 'UNKNOWN_TAG',
} as const;
export type Code = keyof typeof CODE;

/** Codes of Apollo Server whose sentences are about the request and may be shown as they are. */
const APOLLO_CODES = new Set<unknown>([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What Apollo Server says too shortly to act on. */
const BETTER_SAID: ReadonlyMap<string, string> = new Map([
  ['Operation batching disabled.', 'Send one query in a request, as an object and not as a list.'],
  [
    'POST body missing, invalid Content-Type, or JSON object has no keys.',
    'The request holds no query. Send {"query": "…", "variables": {…}} as application/json.',
  ],
]);

/** graphql-js repeats wrong values in its sentences; nobody needs 80 kB of their own label back. */
const LONGEST_MESSAGE = 500;

const OUR_FAULT = 'Something went wrong on our side. Your question was not at fault; please ask it again later.';

/** A caller's mistake: a stable code, and a sentence that says what to change. */
export class BadRequest extends GraphQLError {
  /** @param field the argument or input field to change, when it is one */
  constructor(code: Code, message: string, field?: string) {
    super(message, { extensions: { code, ...(field !== undefined && { field }), http: { status: 400 } } });
    this.name = 'BadRequest';
  }
}

const log = new Logger('errors');

/**
 * What the caller is told. Their own mistakes keep their code and sentence; of ours they learn only that it was
 * ours, and the log learns the rest. Neither ever carries a stack, a query's text or its variables.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const code = formatted.extensions?.['code'];
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };

  if (cause instanceof BadRequest)
    return { message: cause.message, ...where, extensions: withoutHttp(cause.extensions) };
  if (APOLLO_CODES.has(code) || isCallersFault(cause))
    return {
      message: BETTER_SAID.get(formatted.message) ?? shortened(formatted.message),
      ...where,
      extensions: { code: APOLLO_CODES.has(code) ? code : 'BAD_REQUEST' },
    };

  logFault(cause);
  return { message: OUR_FAULT, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** Answers what never reached GraphQL, such as a body that is no JSON, in the shape of a GraphQL answer. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<'graphql' | 'http'>() === 'graphql') throw error; // formatError above speaks for resolvers

    const { status, message, code } = httpError(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  }
}

function httpError(error: unknown): { status: number; message: string; code: string } {
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);

  switch (status) {
    case 400:
      return {
        status,
        code: CODE.INVALID_JSON,
        message: 'The body is not JSON. Send {"query": "…", "variables": {…}}.',
      };
    case 404:
      return { status, code: CODE.NOT_FOUND, message: 'There is nothing here. GraphQL is at /graphql.' };
    case 413:
      return {
        status,
        code: CODE.BODY_TOO_LARGE,
        message: 'The request is longer than 100 kB. Send less in one request.',
      };
    case 415:
      return { status, code: CODE.INVALID_MEDIA_TYPE, message: 'Send the request as application/json.' };
    default:
      logFault(error);
      return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: OUR_FAULT };
  }
}

/** Apollo gives some errors a status of 4xx and no code. */
function isCallersFault(cause: unknown): boolean {
  const { status } =
    (cause instanceof GraphQLError && (cause.extensions['http'] as { status?: number } | undefined)) || {};
  return status !== undefined && status >= 400 && status < 500;
}

/** Tells the log of a fault of our own. */
export function logFault(error: unknown): void {
  log.error(
    error instanceof Error ? `${error.name}: ${error.message}` : 'something other than an error was thrown',
    (error as Error | undefined)?.stack,
  );
}

function withoutHttp({ http, ...rest }: GraphQLFormattedError['extensions'] & object): Record<string, unknown> {
  return rest;
}

function shortened(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
}
