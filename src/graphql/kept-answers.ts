import type { ApolloServerPlugin } from '@apollo/server';
import { Extensions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldNode, type GraphQLObjectType, Kind, type SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Beside } from './beside.js';
import type { Query } from './compiled-execution.js';
import { argumentsOf, fragmentAt, type Fragments, fragmentsOf, type Values, variablesOf } from './selection.js';

/** Bytes of answers and questions that are kept. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** Characters of queries that were found to have answers which may be kept; others are not looked for. */
const KNOWN_CHARACTERS = 1024 * 1024;
/** A longer answer is not kept: it would drive out hundreds of others. */
const LONGEST_KEPT_BYTES = 1024 * 1024;

/** Answers are kept here or nowhere: no cache on the way can know when they change, or of whom they speak. */
const NOT_KEPT_ELSEWHERE = 'no-store';

const EXTENSION = 'mayBeKept';
/** What a request may consist of; persisted queries and the like are answered as ever. */
const PARTS: readonly string[] = ['query', 'variables', 'operationName'];

/**
 * Marks a query whose answer follows from its arguments and what answers rest on, see `restOn`.
 *
 * @param when whether that is so for these arguments, and nothing in them is about a person
 */
export function MayBeKept<Args>(when: (args: Args) => boolean): ReturnType<typeof Extensions> {
  return Extensions({ [EXTENSION]: when });
}

interface Answer {
  readonly body: Buffer;
  readonly type: string;
}

interface Asked {
  readonly key: string;
  /** what it rested on before anything was looked up */
  readonly basis: string;
  mayBeKept: boolean;
}

/**
 * Gives answers again, byte for byte, as long as what they rest on stays the same: the same text, the same variables,
 * nothing of a person in them, no date to count from. It stands in front of GraphQL, so that such an answer costs no
 * more than the request itself.
 */
export class KeptAnswers implements ApolloServerPlugin {
  readonly #answers: LRUCache<string, Answer>;
  readonly #known = new LRUCache<string, true>({
    maxSize: KNOWN_CHARACTERS,
    sizeCalculation: (_, query) => query.length,
  });
  readonly #asked = new Beside<object, Asked>();
  #basis = '';
  #basisNow: (() => Promise<string>) | undefined;

  /** @param most bytes that are kept */
  constructor(most = KEPT_BYTES) {
    this.#answers = new LRUCache<string, Answer>({
      maxSize: most,
      maxEntrySize: Math.min(most, LONGEST_KEPT_BYTES),
      sizeCalculation: ({ body }, key) => body.byteLength + 2 * key.length,
    });
  }

  /** Bytes that are kept now. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  /**
   * Says what answers rest on. Nothing is kept before that is known.
   *
   * @param basisNow another text after every change that any answer could tell
   */
  restOn(basisNow: () => Promise<string>): void {
    this.#basisNow = basisNow;
  }

  /** Stands in front of everything that a server answers. */
  stand(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const key = this.#keyOf(request);
      if (key === undefined) done();
      else void this.#giveAgain(key, request, reply).then((given) => given || done(), done);
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      this.#keep(request, reply, payload);
      done();
    });
  }

  /** @returns whether there was an answer to give */
  async #giveAgain(key: string, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const basis = await this.#basisNow?.().catch(() => undefined);
    if (basis === undefined) return false;
    if (basis !== this.#basis) {
      this.#answers.clear();
      this.#basis = basis;
    }
    const answer = this.#answers.get(key);
    if (answer === undefined) {
      this.#asked.set(request, { key, basis, mayBeKept: false });
      return false;
    }
    void reply.headers({ 'cache-control': NOT_KEPT_ELSEWHERE, 'content-type': answer.type }).send(answer.body);
    return true;
  }

  /** All that an answer depends on besides its basis; undefined for what is never kept, or not known to be. */
  #keyOf({ method, url, headers, body }: FastifyRequest): string | undefined {
    if (method !== 'POST' || url !== '/graphql' || typeof body !== 'object' || body === null) return undefined;
    const { query, variables, operationName } = body as Readonly<Record<string, unknown>>;
    if (typeof query !== 'string' || !this.#known.has(query)) return undefined;
    if (Object.keys(body).some((part) => !PARTS.includes(part))) return undefined;
    return JSON.stringify([headers['content-type'], headers.accept, query, operationName, variables]);
  }

  requestDidStart(): ReturnType<ApolloServerPlugin['requestDidStart'] & object> {
    return Promise.resolve({
      willSendResponse: (answered) => {
        // Apollo's own plugin says the same, and looks at every field for it
        answered.response.http.headers.set('cache-control', NOT_KEPT_ELSEWHERE);
        const { req } = answered.contextValue as { readonly req?: object }; // Nest's own context
        const { schema, document, operation, request, source, response } = answered;
        const variables = operation && variablesOf(request, schema, operation);
        const answer = response.body.kind === 'single' ? response.body.singleResult : undefined;
        if (document && variables && answer && !answer.errors)
          this.note(req, source, { schema, document, operation }, request.variables, variables);
        return Promise.resolve();
      },
    });
  }

  /**
   * Decides whether an answer without errors, which is about to be sent, may be kept.
   *
   * @param request that it answers, if it came by HTTP
   * @param source the text of the query
   * @param given its variables as they came in
   * @param variables the same as `variablesOf` gives them
   */
  note(request: object | undefined, source: string, query: Query, given: unknown, variables: Values): void {
    if (!mayBeKept(query, given, variables)) return;
    const asked = request && this.#asked.get(request);
    if (asked) asked.mayBeKept = true;
    else this.#known.set(source, true);
  }

  #keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const asked = this.#asked.get(request);
    if (!asked?.mayBeKept || asked.basis !== this.#basis || reply.statusCode !== 200) return;
    const type = reply.getHeader('content-type');
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (Buffer.isBuffer(body) && typeof type === 'string') this.#answers.set(asked.key, { body, type });
  }
}

function mayBeKept({ schema, document, operation }: Query, given: unknown, variables: Values): boolean {
  const root = schema.getRootType(operation.operation);
  if (!root || !eachMayBeKept(root, operation.selectionSet, fragmentsOf(document), variables)) return false;
  // what is not declared is not read, and nobody knows what it says
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  return Object.keys((given as object | null | undefined) ?? {}).every((name) => declared.has(name));
}

/** Directives are not asked: what they leave out stands in the text all the same. */
function eachMayBeKept(
  root: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fragments: Fragments,
  variables: Values,
): boolean {
  return selections.every((node) => {
    if (node.kind !== Kind.FIELD) {
      const inner = fragmentAt(node, fragments);
      return inner !== undefined && eachMayBeKept(root, inner.selectionSet, fragments, variables);
    }
    const field = root.getFields()[node.name.value];
    return field !== undefined && markOf(root, node)?.(argumentsOf(field, node, variables)) === true;
  });
}

function markOf(root: GraphQLObjectType, node: FieldNode): ((args: Values) => boolean) | undefined {
  return root.getFields()[node.name.value]?.extensions[EXTENSION] as ((args: Values) => boolean) | undefined; // see MayBeKept
}
