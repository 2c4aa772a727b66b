import type { ApolloServerOptions, ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  defaultFieldResolver,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fragmentsOf, type Values, variablesOf } from './selection.js';
import { type Write, writerOf } from './writer.js';

/** Characters of query text whose compiled forms are kept: some hundreds of queries. */
const KEPT_CHARACTERS = 1024 * 1024;

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
  return data instanceof Written ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
};

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

  requestDidStart(): ReturnType<ApolloServerPlugin['requestDidStart'] & object> {
    return Promise.resolve({ responseForOperation: (asked) => this.#answer(asked) });
  }

  async #answer(asked: GraphQLRequestContext<object>): Promise<GraphQLResponse | null> {
    const { schema, document, operation, request, queryHash, source, contextValue: context } = asked;
    if (!document || !operation || !queryHash || operation.operation !== OperationTypeNode.QUERY) return null;
    const variables = variablesOf(request, schema, operation);
    if (!variables) return null;

    const key = `${queryHash} ${request.operationName ?? ''} ${switchesOf(document, variables)}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = { asked: 0 };
      this.#known.set(key, known, { size: key.length + (source?.length ?? 0) });
    }
    if (known.write === undefined && known.asked++ < this.after) return null;

    try {
      rememberRoots(schema, context);
      known.write ??= writerOf(schema, fragmentsOf(document), operation, variables) ?? null;
      if (known.write === null) return null;
      const data = new Written(await known.write({ context, variables }));
      return {
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data: data as unknown as Record<string, unknown> } },
      };
    } catch {
      return null; // graphql-js executes it, and says what is wrong
    }
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
const given = new WeakMap<object, Map<string, Given>>();
const remembering = new WeakSet<GraphQLSchema>();

/** From now on root fields give this request their answers again, when graphql-js goes over what could not be finished. */
function rememberRoots(schema: GraphQLSchema, context: object): void {
  given.set(context, new Map());
  const root = schema.getQueryType();
  if (!root || remembering.has(schema)) return;
  remembering.add(schema);
  giveAgain(root);
}

function giveAgain(root: GraphQLObjectType): void {
  for (const field of Object.values(root.getFields())) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args, context, info) => {
      const answers = given.get(context as object);
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
