/** Reads what is plain among the variables of requests; graphql-js, which looks declarations up anew each time, reads the rest. */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';

export type Values = Record<string, unknown>;
/** @throws whatever its type does not take */
type Read = (value: unknown) => unknown;

interface Variable {
  readonly name: string;
  readonly read: Read;
  readonly isRequired: boolean;
  /** undefined: it has no default */
  readonly fallback: { readonly value: unknown } | undefined;
}

/** null: they are left to graphql-js */
const declared = new WeakMap<OperationDefinitionNode, readonly Variable[] | null>();

/**
 * The variables of a request, as `getVariableValues` reads them.
 *
 * @param given as they came in
 * @returns undefined if they are not what the operation declares, or are not for us to say
 */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Values,
): Values | undefined {
  let variables = declared.get(operation);
  if (variables === undefined) declared.set(operation, (variables = declarationsOf(schema, operation)));
  if (variables === null) return undefined;
  try {
    const values: Values = {};
    for (const { name, read, isRequired, fallback } of variables) {
      if (Object.hasOwn(given, name)) values[name] = read(given[name]);
      else if (fallback) values[name] = fallback.value;
      else if (isRequired) return undefined;
    }
    return values;
  } catch {
    return undefined;
  }
}

function declarationsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Variable[] | null {
  const variables: Variable[] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as NamedTypeNode); // the same for every kind of node
    if (!isInputType(type) || name in Object.prototype) return null;
    const fallback = defaultValue && { value: valueFromAST(defaultValue, type) };
    variables.push({ name, read: readerOf(type), isRequired: isNonNullType(type), fallback });
  }
  return variables;
}

const readers = new WeakMap<GraphQLInputType, Read>();

function readerOf(type: GraphQLInputType): Read {
  let reader = readers.get(type);
  if (reader === undefined) {
    readers.set(type, (value) => (reader as Read)(value)); // an input may hold itself
    readers.set(type, (reader = makeReader(type)));
  }
  return reader;
}

function makeReader(type: GraphQLInputType): Read {
  if (isNonNullType(type)) {
    const read = readerOf(type.ofType);
    return (value) => (value === null || value === undefined ? refuse() : read(value));
  }
  const read = makeSomeReader(type);
  return (value) => (value === null || value === undefined ? null : read(value));
}

function makeSomeReader(type: Exclude<GraphQLInputType, { readonly ofType: never }>): Read {
  if (isNonNullType(type)) return readerOf(type);
  if (isListType(type)) {
    const read = readerOf(type.ofType);
    return (value) => (Array.isArray(value) ? value.map((one) => read(one)) : [read(value)]);
  }
  if (!isInputObjectType(type)) {
    return (value) => {
      const parsed: unknown = type.parseValue(value);
      return parsed === undefined ? refuse() : parsed;
    };
  }
  if (type.isOneOf) return refuse;
  const fields = Object.values(type.getFields()).map(({ name, type, defaultValue }) => ({
    name,
    read: readerOf(type),
    isRequired: isNonNullType(type),
    defaultValue: defaultValue,
  }));
  const names = new Set(fields.map(({ name }) => name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse();
    const values: Values = {};
    for (const { name, read, isRequired, defaultValue } of fields) {
      const given = (value as Values)[name];
      if (given !== undefined) values[name] = read(given);
      else if (defaultValue !== undefined) values[name] = defaultValue;
      else if (isRequired) return refuse();
    }
    for (const name of Object.keys(value)) if (!names.has(name)) return refuse();
    return values;
  };
}

function refuse(): never {
  throw new Error('It is not of its type.');
}
