import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Beside } from './beside.js';
import { answerWith, type CompiledExecution, type Query } from './compiled-execution.js';
import { type KeptAnswers, mayBeKept } from './kept-answers.js';
import { isAffordable } from './limits.js';
import { readVariables } from './variables.js';

/** Answers are kept here or nowhere: no cache on the way can know when they change, or of whom they speak. */
const NOT_KEPT_ELSEWHERE = 'no-store';
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
 * needs: Apollo hashes, parses, validates and negotiates. Where nothing is said of a person, the same question with the
 * same variables is given the same answer again. Whatever is not plain goes on to Apollo, which knows best.
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

  /** Stands in front of everything that a server answers. */
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
      willSendResponse: ({ schema, document, operation, contextValue, response: { body, http } }) => {
        // Apollo's own plugin says the same, and looks at every field for it
        http.headers.set('cache-control', NOT_KEPT_ELSEWHERE);
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
    const headers = headersOf(request);
    const type = types.get(headers);
    const { variables: given } = request.body as { readonly variables?: unknown };
    if (type === undefined || !isVariables(given)) return false;
    const variables = readVariables(query.schema, query.operation, given ?? {});
    if (variables === undefined || !isAffordable(query, given ?? {}, variables)) return false;

    const basis = mayBeKept(query, given, variables) ? await this.answers.basis() : undefined;
    const key = basis === undefined ? '' : JSON.stringify([headers, source, given]);
    let body = basis === undefined ? undefined : this.answers.find(key);
    if (body === undefined) {
      const data = await this.compiled.write(query, { req: request }, variables);
      if (data === undefined) return false;
      body = Buffer.from(answerWith(data));
      if (basis !== undefined) this.answers.keep(key, basis, body);
    }
    void reply.header('content-type', type).header('cache-control', NOT_KEPT_ELSEWHERE).send(body);
    return true;
  }
}

/** `{ __typename }` asks whether everything works, so it is to meet everything. */
function isProbe({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every((node) => node.kind === Kind.FIELD && node.name.value === '__typename');
}

const PARTS: readonly string[] = ['query', 'variables', 'operationName'];

/** The query of a request that is nothing but a query with its variables, behind the name of its operation. */
function plainQuery({ method, url, body }: FastifyRequest): string | undefined {
  if (method !== 'POST' || url !== '/graphql' || typeof body !== 'object' || body === null) return undefined;
  for (const part in body) if (!PARTS.includes(part)) return undefined;
  const { query, operationName = null } = body as { readonly query?: unknown; readonly operationName?: unknown };
  if (typeof query !== 'string') return undefined;
  if (operationName === null) return query;
  return typeof operationName === 'string' ? `${operationName}\n${query}` : undefined;
}

/** What decides of which type an answer is, and whether it is given at all. */
function headersOf({ headers }: FastifyRequest): string {
  return `${headers['content-type']}\n${headers.accept}`;
}

function isVariables(given: unknown): given is Record<string, unknown> | null | undefined {
  return given === undefined || (typeof given === 'object' && !Array.isArray(given));
}
