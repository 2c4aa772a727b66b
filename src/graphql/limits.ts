import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type ParseOptions,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Query } from './compiled-execution.js';
import { BadRequest, CODE } from './errors.js';
import { LARGEST_PAGE, requirePageSize } from './page.js';
import { isPersonal } from './personal.js';
import {
  argumentsOf,
  callersFault,
  fragmentAt,
  fragmentsOf,
  isLeftOut,
  type Values,
  variablesOf,
} from './selection.js';

/** Longest request body in bytes. */
export const BODY_LIMIT = 100 * 1024;

/** A query of more tokens is not even parsed: parsing is paid before anything can be weighed. */
export const PARSE_OPTIONS: ParseOptions = { maxTokens: 4000 };

/** How many fields may stand inside each other. The whole API as an application would ask for it is 8 deep. */
const DEEPEST = 12;

/** Fields that an answer may hold, roughly: 100 products with their offers, reasons and ingredients pass. */
const COSTLIEST = 20_000;

/** A query as it came in. */
interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** undefined: they are not what the operation asks for */
  readonly variables: Values | undefined;
  /** whether it stands in the address of a GET */
  readonly inAddress: boolean;
}

/** What a field costs besides the fields of its answer, where its `complexity` says so: some judge the whole catalog. */
const PLAIN = 1;

/** How long a list is taken to be when no argument says it. */
const UNPAGED = 5;

/**
 * Refuses what would cost too much, before anything runs: too deep, too costly, pages of the wrong size, and NUL
 * characters, which one of the two databases cannot store. It sees literals and variables alike.
 */
export function limits(): ApolloServerPlugin {
  const checked = new WeakSet<DocumentNode>();

  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          if (!checked.has(document)) {
            requireShallow(document);
            requireNoNulLiteral(document);
            checked.add(document); // Apollo keeps parsed queries, so this is paid once for each
          }
          requireNoNul(request.variables);
          if (operation) {
            requireQuery(schema, operation);
            const inAddress = request.http?.method === 'GET';
            const asked = { document, operation, variables: variablesOf(request, schema, operation), inAddress };
            requireAffordable(schema, asked);
          }
          return Promise.resolve();
        },
      }),
  };
}

/** What of an operation was found to be affordable. */
interface Weighed {
  /** variables on which its cost hangs: sizes of pages and lists, and what directives leave out */
  readonly names: readonly string[];
  /** their values, of which the cost is known */
  readonly values: Set<string>;
}

const weighed = new WeakMap<OperationDefinitionNode, Weighed>();
/** So many combinations of values are remembered of an operation. */
const MOST_VALUES = 1000;

/**
 * Whether a query that was within the limits before, and is sent by POST, is so with these variables.
 *
 * @param given its variables as they came in
 * @param variables the same as `variablesOf` gives them
 */
export function isAffordable({ schema, document, operation }: Query, given: Values, variables: Values): boolean {
  if (!isPlain(given)) return false;
  const known = weighed.get(operation);
  if (known?.values.has(valuesOf(known.names, given))) return true;
  try {
    const asked = { document, operation, variables, inAddress: false };
    requireAffordable(schema, asked);
    rememberAffordable(schema, asked, given);
    return true;
  } catch {
    return false;
  }
}

function valuesOf(names: readonly string[], given: Values): string {
  return names.length === 0 ? '' : JSON.stringify(names.map((name) => given[name]));
}

function rememberAffordable(schema: GraphQLSchema, { document, operation }: Asked, given: Values): void {
  let known = weighed.get(operation);
  if (known === undefined) {
    known = { names: weighingNames(schema, document), values: new Set() };
    weighed.set(operation, known);
  }
  if (known.values.size < MOST_VALUES) known.values.add(valuesOf(known.names, given));
}

/** The variables that the cost of a document hangs on. */
function weighingNames(schema: GraphQLSchema, document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = (value: ValueNode): void => {
    visit(value, { Variable: ({ name }) => void names.add(name.value) });
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: ({ arguments: args = [] }) => args.forEach(({ value }) => note(value)),
      Field: ({ arguments: args = [] }) => {
        const isList = isListType(getNullableType(types.getFieldDef()?.type));
        for (const { name, value } of args) if (isList || name.value === 'first') note(value);
      },
    }),
  );
  return [...names];
}

/** Whether there is neither a NUL character nor a long list in it. */
function isPlain(given: unknown): boolean {
  const values = [given]; // no recursion: the body decides how deep its variables are
  for (let value = values.pop(); value !== undefined || values.length > 0; value = values.pop()) {
    if (typeof value === 'string' && value.includes('\0')) return false;
    if (Array.isArray(value) && value.length > LARGEST_PAGE) return false;
    if (typeof value === 'object' && value !== null) values.push(...(Object.values(value) as unknown[]));
  }
  return true;
}

/** graphql-js has no code for this, and without one it would look like ours. */
function requireQuery(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  throw new BadRequest(CODE.ONLY_QUERIES, `There is nothing to ask for by a ${operation}. Send a query.`);
}

function requireShallow(document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  const depths = new Map<SelectionSetNode, number>();

  const depthOf = (set: SelectionSetNode): number => {
    const depth = depths.get(set) ?? Math.max(...set.selections.map(depthOfSelection));
    depths.set(set, depth);
    return depth;
  };
  const depthOfSelection = (node: SelectionNode): number => {
    if (node.kind !== Kind.FIELD) {
      const inner = fragmentAt(node, fragments);
      return inner ? depthOf(inner.selectionSet) : 0;
    }
    if (node.name.value.startsWith('__')) return 0; // introspection has a rule of its own
    return 1 + (node.selectionSet ? depthOf(node.selectionSet) : 0);
  };

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && depthOf(definition.selectionSet) > DEEPEST) {
      throw new BadRequest(
        CODE.TOO_DEEP,
        `The query is more than ${DEEPEST} fields deep. Ask for the inner part in a second query.`,
      );
    }
  }
}

/**
 * Weighs a query: each field counts 1 or its `complexity`, and what is inside a list counts as often as the list may be
 * long.
 * Of fragments for different types each counts, since any node could be of any of them.
 */
function requireAffordable(schema: GraphQLSchema, { document, operation, variables, inAddress }: Asked): void {
  if (!variables) return; // execution says what is wrong with the variables, and runs nothing

  const fragments = fragmentsOf(document);
  let seen = 0;

  /** @param size how many nodes and edges the connection around this set holds */
  const costOf = (type: GraphQLNamedType | undefined, set: SelectionSetNode, size: number): number => {
    let cost = 0;
    for (const node of set.selections) {
      // fragments that spread fragments can be exponentially many: stop when it is clear
      if (++seen > COSTLIEST) throw tooCostly();
      if (isLeftOut(node, variables)) continue;

      if (node.kind === Kind.FIELD) cost += costOfField(type, node, size);
      else {
        const inner = fragmentAt(node, fragments);
        const condition = inner?.typeCondition;
        if (inner) cost += costOf(condition ? schema.getType(condition.name.value) : type, inner.selectionSet, size);
      }
    }
    return cost;
  };

  const costOfField = (type: GraphQLNamedType | undefined, node: FieldNode, size: number): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return 1; // introspection
    if (inAddress && isPersonal(field)) throw onlyByPost(field.name);

    let first = 1;
    let longest = 0;
    if (field.args.length > 0) {
      const args = callersFault(() => argumentsOf(field, node, variables));
      const isList = isListType(getNullableType(field.type));
      const paged = field.args.find(({ name }) => name === 'first');
      // where `first` has no default, leaving it out asks for all
      const all = paged?.defaultValue === undefined && (args['first'] ?? null) === null;
      if (paged && !all) first = requirePageSize(args['first']);
      longest = Math.max(0, ...Object.entries(args).map(([name, value]) => requireFew(name, value)));
      if (paged && !all && isList) longest = first;
    }
    const own = typeof field.extensions['complexity'] === 'number' ? field.extensions['complexity'] : PLAIN;
    if (!node.selectionSet) return own;

    const ofPage = node.name.value === 'nodes' || node.name.value === 'edges' ? size : UNPAGED;
    const times = isListType(getNullableType(field.type)) ? longest || ofPage : 1;
    return own + times * costOf(getNamedType(field.type), node.selectionSet, first);
  };

  if (costOf(schema.getRootType(operation.operation) ?? undefined, operation.selectionSet, 1) > COSTLIEST)
    throw tooCostly();
}

/** Addresses are kept by every proxy on the way, and by browsers. */
function onlyByPost(field: string): BadRequest {
  const message = `\`${field}\` may hold what someone says of their skin, which does not belong in an address. Send it by POST.`;
  return new BadRequest(CODE.ONLY_BY_POST, message);
}

function tooCostly(): BadRequest {
  return new BadRequest(
    CODE.TOO_COSTLY,
    `The answer could hold more than ${COSTLIEST} fields. Ask for fewer items, or fewer fields of each.`,
  );
}

/**
 * Lists inside inputs, such as a filter's, are held to the same length.
 *
 * @returns how many entries a list holds; 0 for what is no list
 */
function requireFew(name: string, value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (!Array.isArray(value)) {
    for (const [field, inner] of Object.entries(value)) requireFew(field, inner);
    return 0;
  }
  if (value.length > LARGEST_PAGE)
    throw new BadRequest(CODE.TOO_MANY, `\`${name}\` takes up to ${LARGEST_PAGE} entries at a time.`, name);
  for (const entry of value) requireFew(name, entry);
  return value.length;
}

function requireNoNulLiteral(document: DocumentNode): void {
  visit(document, { StringValue: ({ value }) => requireNoNul(value) });
}

/** The one place where NUL characters are refused: PostgreSQL cannot store them, and no pack prints them. */
function requireNoNul(given: unknown): void {
  const values = [given]; // no recursion: the body decides how deep its variables are
  for (let value = values.pop(); value !== undefined || values.length > 0; value = values.pop()) {
    if (typeof value === 'string' && value.includes('\0')) {
      throw new BadRequest(CODE.NUL_CHARACTER, 'A text in the request holds a NUL character. Send it without.');
    }
    if (typeof value === 'object' && value !== null) values.push(...(Object.values(value) as unknown[]));
  }
}
