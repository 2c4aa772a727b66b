import type { ApolloServerOptions, ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  defaultFieldResolver,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { Beside } from './beside.js';
import { fragmentsOf, type Values, variablesOf } from './selection.js';
import { type Write, writerOf } from './writer.js';

/** Characters of query text whose compiled forms are kept: some hundreds of queries. */
const KEPT_CHARACTERS = 1024 * 1024;

/** A query that was parsed, and found to be valid. */
export interface Query {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

interface Known {
  asked: number;
  /** null: it cannot be compiled */
  write?: Write | null;
}

/** The `data` of an answer that is written already. */
class Written {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Sends what is written already as it is. */
export const stringifyResult: ApolloServerOptions<object>['stringifyResult'] & object = (result) => {
  const data: unknown = result.data;
  return data instanceof Written ? answerWith(data.text) : `${JSON.stringify(result)}\n`;
};

/** @param data as it is written */
export function answerWith(data: string): string {
  return `{"data":${data}}\n`;
}

/**
 * Answers queries that are asked again by compiled code, which writes the text of an answer without laying it out
 * first, and what it wrote before of things that last is not written again.
 *
 * graphql-js stays the specification. Whatever does not end in an answer without errors is answered anew by graphql-js,
 * from what the root fields gave already, and so says what is wrong in its own words.
 */
export class CompiledExecution implements ApolloServerPlugin {
  /** How often a query is asked before it is compiled: what is asked once is answered sooner without. */
  after = 1;

  /** How many queries are answered by compiled code. */
  get compiledQueries(): number {
    return [...this.#known.values()].filter(({ write }) => write).length;
  }

  readonly #known = new LRUCache<string, Known>({ maxSize: KEPT_CHARACTERS });
  readonly #numbers = new WeakMap<OperationDefinitionNode, number>();
  #count = 0;

  requestDidStart(): ReturnType<ApolloServerPlugin['requestDidStart'] & object> {
    return Promise.resolve({ responseForOperation: (asked) => this.#respond(asked) });
  }

  async #respond(asked: GraphQLRequestContext<object>): Promise<GraphQLResponse | null> {
    const { schema, document, operation, request, contextValue } = asked;
    if (!document || !operation) return null;
    const variables = variablesOf(request, schema, operation);
    const text = variables && (await this.write({ schema, document, operation }, contextValue, variables));
    if (text === undefined) return null;
    const data = new Written(text) as unknown as Record<string, unknown>; // for `stringifyResult`
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
  }

  /**
   * Writes the `data` of an answer.
   *
   * @param variables as `variablesOf` gives them
   * @returns undefined where graphql-js has to execute it: it was not asked often enough, or cannot be compiled, or
   * something goes wrong
   */
  async write(query: Query, context: object, variables: Values): Promise<string | undefined> {
    const { schema, document, operation } = query;
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    const key = `${this.#numberOf(operation)} ${switchesOf(document, variables)}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = { asked: 0 };
      this.#known.set(key, known, { size: key.length + (document.loc?.end ?? 0) });
    }
    if (known.asked++ < this.after) return undefined;

    try {
      rememberRoots(schema, context);
      known.write ??= writerOf(schema, fragmentsOf(document), operation, variables) ?? null;
      return await known.write?.({ context, variables });
    } catch {
      return undefined; // graphql-js executes it, and says what is wrong
    }
  }

  #numberOf(operation: OperationDefinitionNode): number {
    let number = this.#numbers.get(operation);
    if (number === undefined) this.#numbers.set(operation, (number = this.#count++));
    return number;
  }
}

const switches = new WeakMap<DocumentNode, readonly string[]>();

/** The values of the variables that directives ask: what they leave out is not compiled. */
function switchesOf(document: DocumentNode, variables: Values): string {
  let names = switches.get(document);
  if (names === undefined) {
    const found = new Set<string>();
    visit(document, {
      Directive: ({ arguments: args }) =>
        args?.forEach(({ value }) => value.kind === Kind.VARIABLE && found.add(value.name.value)),
    });
    switches.set(document, (names = [...found]));
  }
  return names.map((name) => String(variables[name])).join();
}

type Given = { readonly answer: unknown } | { readonly error: unknown };

/** What root fields gave to a request, by the names under which they were asked for. */
const given = new Beside<object, Map<string, Given>>();
const remembering = new WeakSet<GraphQLSchema>();

/** From now on root fields give this request their answers again, when graphql-js goes over what could not be finished. */
function rememberRoots(schema: GraphQLSchema, context: object): void {
  const request = requestOf(context);
  if (given.get(request) === undefined) given.set(request, new Map());
  const root = schema.getQueryType();
  if (!root || remembering.has(schema)) return;
  remembering.add(schema);
  giveAgain(root);
}

/** A request is answered in more than one context, first at the front door. */
function requestOf(context: object): object {
  return 'req' in context ? (context.req as object) : context;
}

function giveAgain(root: GraphQLObjectType): void {
  for (const field of Object.values(root.getFields())) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context, info) => {
      const answers = given.get(requestOf(context as object));
      if (answers === undefined) return resolve(source, args, context, info);
      const name = String(info.path.key);
      let before = answers.get(name);
      if (before === undefined) answers.set(name, (before = attempt(() => resolve(source, args, context, info))));
      if ('error' in before) throw before.error;
      return before.answer;
    };
  }
}

function attempt(resolve: () => unknown): Given {
  try {
    return { answer: resolve() };
  } catch (error) {
    return { error };
  }
}
