/** What is selected in a query, once its variables are read. */
import type { GraphQLRequest } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { Beside } from './beside.js';
import { readVariables } from './variables.js';

export type Values = Readonly<Record<string, unknown>>;
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const read = new Beside<GraphQLRequest, { readonly coerced: Values | undefined }>();

/**
 * The variables of a request as its operation declares them, read once.
 *
 * @returns undefined if they are not what it declares; execution says what is wrong with them, and runs nothing
 */
export function variablesOf(
  request: GraphQLRequest,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Values | undefined {
  let variables = read.get(request);
  if (variables === undefined) {
    const given = request.variables ?? {};
    const coerced = readVariables(schema, operation, given) ?? specified(schema, operation, given);
    read.set(request, (variables = { coerced }));
  }
  return variables.coerced;
}

function specified(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode, given: Values) {
  return getVariableValues(schema, variableDefinitions, given).coerced;
}

type Arguments = Record<string, unknown>;

const argumentsRead = new Beside<Values, Map<FieldNode, Arguments>>();

/**
 * The arguments of a field, read once for each request.
 *
 * @param variables the very object that `variablesOf` gave
 * @throws what graphql-js throws for arguments that it does not take
 */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Values): Arguments {
  let fields = argumentsRead.get(variables);
  if (fields === undefined) argumentsRead.set(variables, (fields = new Map<FieldNode, Arguments>()));
  let args = fields.get(node);
  if (args === undefined) fields.set(node, (args = getArgumentValues(field, node, variables)));
  return args;
}

/** Whether `@skip` or `@include` leaves it out. */
export function isLeftOut(node: SelectionNode, variables: Values): boolean {
  if (!node.directives?.length) return false;
  const skip = callersFault(() => getDirectiveValues(GraphQLSkipDirective, node, variables));
  const include = callersFault(() => getDirectiveValues(GraphQLIncludeDirective, node, variables));
  return skip?.['if'] === true || include?.['if'] === false;
}

/** The fragment that stands here; undefined if there is none of that name. */
export function fragmentAt(
  node: Exclude<SelectionNode, { kind: Kind.FIELD }>,
  fragments: Fragments,
): InlineFragmentNode | FragmentDefinitionNode | undefined {
  return node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
}

const fragmentsRead = new WeakMap<DocumentNode, Fragments>();

export function fragmentsOf(document: DocumentNode): Fragments {
  let fragments = fragmentsRead.get(document);
  if (fragments === undefined) fragmentsRead.set(document, (fragments = fragmentsIn(document)));
  return fragments;
}

function fragmentsIn(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** graphql-js has no code for a variable that is null where the argument must not be; without one it would look like ours. */
export function callersFault<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new GraphQLError((error as Error).message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}
