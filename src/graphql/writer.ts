/** Turns a query into functions that write its answer as JSON, as graphql-js would answer it. */
import {
  defaultFieldResolver,
  defaultTypeResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { rememberWritten, writtenBefore } from './cards.js';
import { argumentsOf } from './selection.js';

/** A query of more fields is not compiled: that takes longer than its answers would save. */
const MOST_FIELDS = 1000;

/** What a query is asked with. */
export interface Asking {
  readonly context: object;
  readonly variables: Record<string, unknown>;
}

/**
 * Writes the `data` of an answer.
 *
 * @throws whatever keeps it from an answer without errors
 */
export type Write = (asking: Asking) => Promised<string>;

type Promised<T> = T | Promise<T>;
type NullableType = Exclude<GraphQLOutputType, GraphQLNonNull<never>>;
interface Path {
  readonly prev: Path | undefined;
  readonly key: string;
  readonly typename: string;
}
type Fields = ReadonlyMap<string, readonly FieldNode[]>;
/** Writes one value, or a field of one. */
type Complete = (value: unknown, asking: Asking) => Promised<string>;

const NO_VALUE = 'null';

/** Cannot be compiled, or not so that its answers would be the same. */
class NotCompiled extends Error {}

/**
 * Compiles a query.
 *
 * graphql-js stays the specification: it collects the fields and reads the arguments here as well.
 *
 * @param variables of which the directives are read; what they leave out is not compiled
 * @returns undefined if graphql-js has to execute it
 */
export function writerOf(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Write | undefined {
  try {
    return new Compiler(schema, Object.fromEntries(fragments), operation, variables).query();
  } catch (error) {
    if (error instanceof NotCompiled) return undefined;
    throw error;
  }
}

class Compiler {
  #fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Record<string, unknown>,
  ) {}

  query(): Write {
    const type = this.schema.getQueryType();
    if (!type) throw new NotCompiled();
    const { selectionSet } = this.operation;
    const fields = collectFields(this.schema, this.fragments, this.variables, type, selectionSet);
    const write = this.#object(type, fields, undefined);
    return (asking) => write(undefined, asking);
  }

  /** @param path to the object; undefined for the root */
  #object(type: GraphQLObjectType, fields: Fields, path: Path | undefined): Complete {
    const befores = [...fields.keys()].map((key, index) => `${index === 0 ? '{' : ','}"${key}":`); // names need no escape
    const writes = [...fields].map(([key, nodes]) => this.#field(type, key, nodes, path));
    if (writes.length === 0) throw new NotCompiled();
    return (source, asking) => {
      let text = '';
      for (let index = 0; index < writes.length; index++) {
        const written = (writes[index] as Complete)(source, asking);
        if (typeof written !== 'string') {
          const rest = writes.slice(index + 1).map((write) => tried(() => write(source, asking)));
          return joined(text, befores.slice(index), [written, ...rest], '}');
        }
        text += (befores[index] as string) + written;
      }
      return `${text}}`;
    };
  }

  #field(parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[], prev: Path | undefined): Complete {
    if (++this.#fields > MOST_FIELDS) throw new NotCompiled();
    const [node] = nodes as readonly [FieldNode];
    const fieldName = node.name.value;
    if (fieldName === '__typename') return () => `"${parentType.name}"`;
    const field = parentType.getFields()[fieldName];
    if (field === undefined) throw new NotCompiled(); // introspection

    const path = { prev, key, typename: parentType.name };
    const complete = this.#completing(field.type, nodes, path);
    const answer = isProperty(field) ? propertyOf(fieldName) : this.#resolving(field, parentType, nodes, path);
    return (source, asking) => {
      const value = answer(source, asking);
      return isPromise(value) ? value.then((one) => complete(one, asking)) : complete(value, asking);
    };
  }

  #resolving(
    field: GraphQLField<unknown, unknown>,
    parentType: GraphQLObjectType,
    fieldNodes: readonly FieldNode[],
    path: Path,
  ): (source: unknown, asking: Asking) => unknown {
    const { schema, fragments, operation } = this;
    const { name: fieldName, type: returnType, resolve = defaultFieldResolver } = field;
    const [node] = fieldNodes as readonly [FieldNode];
    const asked = { fieldName, fieldNodes, returnType, parentType, path, schema, fragments, operation };
    const fixed = hasVariables(node) ? undefined : getArgumentValues(field, node, {});
    return (source, { context, variables: variableValues }) => {
      const args = fixed ?? argumentsOf(field, node, variableValues);
      return resolve(source, args, context, { ...asked, rootValue: undefined, variableValues });
    };
  }

  #completing(type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): Complete {
    if (isNonNullType(type)) {
      const complete = this.#completing(type.ofType, nodes, path);
      return (value, asking) => {
        const text = complete(value, asking);
        return typeof text === 'string' ? required(text) : text.then(required);
      };
    }
    const complete = this.#completingSome(type, nodes, path);
    return (value, asking) => {
      if (value === null || value === undefined) return NO_VALUE;
      if (value instanceof Error) throw value;
      return complete(value, asking);
    };
  }

  #completingSome(type: NullableType, nodes: readonly FieldNode[], path: Path): Complete {
    if (isListType(type)) return this.#lasting(listOf(this.#completing(type.ofType, nodes, path)), nodes);
    if (isLeafType(type)) return leafOf(type);
    if (isAbstractType(type)) return this.#abstract(type, nodes, path);
    return this.#lasting(this.#selected(type, nodes, path), nodes);
  }

  #selected(type: GraphQLObjectType, nodes: readonly FieldNode[], path: Path): Complete {
    if (type.isTypeOf) throw new NotCompiled(); // it would have to be asked for every object
    return this.#object(type, collectSubfields(this.schema, this.fragments, this.variables, type, nodes), path);
  }

  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[], path: Path): Complete {
    const { schema, fragments, operation } = this;
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const objects = schema.getPossibleTypes(type);
    const writers = new Map<unknown, Complete>(objects.map((one) => [one.name, this.#selected(one, nodes, path)]));
    const [{ name }] = nodes as readonly [FieldNode];
    const parentType = schema.getType(path.typename) as GraphQLObjectType; // the path leads through objects
    const asked = { fieldName: name.value, fieldNodes: nodes, returnType: type, parentType, path };
    return (value, { context, variables: variableValues }) => {
      const info = { ...asked, schema, fragments, operation, rootValue: undefined, variableValues };
      const write = writers.get(resolveType(value, context, info, type));
      if (write === undefined) throw new NotCompiled();
      return write(value, { context, variables: variableValues });
    };
  }

  /** Gives again what was written of an object or a list that lasts, if nothing in its fields hangs on who asks. */
  #lasting(write: Complete, nodes: readonly FieldNode[]): Complete {
    if (this.#asksVariables(nodes)) return write;
    return (value, asking) => {
      const before = writtenBefore(value as object, nodes);
      if (before !== undefined) return before;
      const text = write(value, asking);
      if (typeof text === 'string') rememberWritten(value as object, nodes, text);
      return text;
    };
  }

  /** Whether an argument within these fields is, or holds, a variable. Directives are read already. */
  #asksVariables(nodes: readonly SelectionNode[]): boolean {
    return nodes.some((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.fragments[node.name.value];
        return fragment === undefined || this.#asksVariables(fragment.selectionSet.selections);
      }
      const inner = node.selectionSet?.selections ?? [];
      return (node.kind === Kind.FIELD && hasVariables(node)) || this.#asksVariables(inner);
    });
  }
}

function hasVariables({ arguments: args = [] }: FieldNode): boolean {
  let found = false;
  const note = (): void => {
    found = true;
  };
  for (const { value } of args) visit(value, { Variable: note });
  return found;
}

/** Whether a field is answered by the property of its name, and nothing else. */
function isProperty({ name, resolve, args }: GraphQLField<unknown, unknown>): boolean {
  if (!resolve) return args.length === 0;
  if (resolve.name !== 'rootFieldResolver' || args.length > 0) return false;
  const probe = {};
  return (resolve as (source: object) => unknown)({ [name]: probe }) === probe; // Nest's own, under the field's own name
}

function required(text: string): string {
  if (text === NO_VALUE) throw new Error('A field that must not be null has no value.');
  return text;
}

function leafOf(type: GraphQLLeafType): Complete {
  return (value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} has no value.`);
    return JSON.stringify(serialized);
  };
}

function listOf(complete: Complete): Complete {
  const item = (value: unknown, asking: Asking): Promised<string> =>
    isPromise(value) ? value.then((one) => complete(one, asking)) : complete(value, asking);
  return (values, asking) => {
    if (!Array.isArray(values)) throw new NotCompiled(); // graphql-js takes more than arrays
    let text = '[';
    for (let index = 0; index < values.length; index++) {
      const written = item(values[index], asking);
      if (typeof written !== 'string') {
        const rest = values.slice(index + 1).map((value) => tried(() => item(value, asking)));
        const before = values.map((_, at) => (at === 0 ? '' : ','));
        return joined(text, before.slice(index), [written, ...rest], ']');
      }
      text += index === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  };
}

/** Puts together what is still being worked out. Nothing is left alone that might fail. */
async function joined(
  start: string,
  befores: readonly string[],
  parts: readonly Promise<string>[],
  end: string,
): Promise<string> {
  const texts = await Promise.all(parts);
  return start + texts.map((text, index) => `${befores[index]}${text}`).join('') + end;
}

/** Fails by its promise only. */
async function tried(write: () => Promised<string>): Promise<string> {
  return write();
}

function propertyOf(name: string): (source: unknown) => unknown {
  return (source) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'function') throw new NotCompiled(); // graphql-js calls it
    return value;
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
