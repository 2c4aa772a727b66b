import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Beside } from './beside.js';
import { answerWith, type CompiledExecution, type Query } from './compiled-execution.js';
import type { KeptAnswers } from './kept-answers.js';
import { isKnownAffordable } from './limits.js';
import { readVariables } from './variables.js';

/** Characters of queries that are answered here. */
const KNOWN_CHARACTERS = 1024 * 1024;

interface Known {
  readonly query: Query;
  /** the content types of its answers by the headers that chose them */
  readonly types: Map<string, string>;
}

/** More combinations of headers than that are not remembered for one query. */
const MOST_TYPES = 20;

/**
 * Answers a query that was answered before, in the same words and asked in the same way, without what only a stranger
 * needs: Apollo hashes, parses, validates and negotiates. Whatever is not plain goes on to Apollo, which knows best.
 */
export class FrontDoor implements ApolloServerPlugin {
  readonly #known = new LRUCache<string, Known>({
    maxSize: KNOWN_CHARACTERS,
    sizeCalculation: (_, source) => source.length,
  });
  /** what Apollo is about to answer, and may be answered here from then on */
  readonly #coming = new Beside<object, Query>();

  constructor(
    private readonly compiled: CompiledExecution,
    private readonly answers: KeptAnswers,
  ) {}

  /** Stands behind the answers that are kept, and in front of everything else. */
  stand(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const source = plainQuery(request);
      const known = source === undefined ? undefined : this.#known.get(source);
      if (source === undefined || known === undefined) done();
      else
        void this.#answer(source, known, request, reply).then(
          (answered) => answered || done(),
          () => done(), // Apollo meets it again, and says what is wrong
        );
    });
    fastify.addHook('onSend', (request, reply, _, done) => {
      this.#learn(request, reply);
      done();
    });
  }

  requestDidStart(): ReturnType<ApolloServerPlugin['requestDidStart'] & object> {
    return Promise.resolve({
      willSendResponse: ({ schema, document, operation, contextValue, response: { body } }) => {
        const { req } = contextValue as { readonly req?: object }; // Nest's own context
        if (req && document && operation && !isProbe(operation) && body.kind === 'single' && !body.singleResult.errors)
          this.#coming.set(req, { schema, document, operation });
        return Promise.resolve();
      },
    });
  }

  #learn(request: FastifyRequest, reply: FastifyReply): void {
    const query = this.#coming.get(request);
    const source = plainQuery(request);
    if (query === undefined || source === undefined || reply.statusCode !== 200) return;
    const type = reply.getHeader('content-type');
    if (typeof type !== 'string') return;
    let known = this.#known.get(source);
    if (known === undefined) this.#known.set(source, (known = { query, types: new Map() }));
    if (known.types.size < MOST_TYPES) known.types.set(headersOf(request), type);
  }

  /** @returns whether it was answered */
  async #answer(
    source: string,
    { query, types }: Known,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    const type = types.get(headersOf(request));
    const { variables: given } = request.body as { readonly variables?: unknown };
    if (type === undefined || !isVariables(given) || !isKnownAffordable(query.operation, given)) return false;
    const variables = readVariables(query.schema, query.operation, given ?? {});
    if (variables === undefined) return false;
    const data = await this.compiled.write(query, { req: request }, variables);
    if (data === undefined) return false;
    this.answers.note(request, source, query, given, variables);
    void reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .send(Buffer.from(answerWith(data)));
    return true;
  }
}

/** `{ __typename }` asks whether everything works, so it is to meet everything. */
function isProbe({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every((node) => node.kind === Kind.FIELD && node.name.value === '__typename');
}

/** The query of a request that is nothing but a query with its variables. */
function plainQuery({ method, url, body }: FastifyRequest): string | undefined {
  if (method !== 'POST' || url !== '/graphql' || typeof body !== 'object' || body === null) return undefined;
  for (const part in body) if (part !== 'query' && part !== 'variables') return undefined;
  const { query } = body as { readonly query?: unknown };
  return typeof query === 'string' ? query : undefined;
}

/** What decides of which type an answer is, and whether it is given at all. */
function headersOf({ headers }: FastifyRequest): string {
  return `${headers['content-type']}\n${headers.accept}`;
}

function isVariables(given: unknown): given is Record<string, unknown> | null | undefined {
  return given === undefined || (typeof given === 'object' && !Array.isArray(given));
}
