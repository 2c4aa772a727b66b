import { Extensions } from '@nestjs/graphql';
import { type FieldNode, type GraphQLObjectType, Kind, type SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Query } from './compiled-execution.js';
import { argumentsOf, fragmentAt, type Fragments, fragmentsOf, type Values } from './selection.js';

/** Bytes of answers and questions that are kept. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** A longer answer is not kept: it would drive out hundreds of others. */
const LONGEST_KEPT_BYTES = 1024 * 1024;

const EXTENSION = 'mayBeKept';

/**
 * Marks a query whose answer follows from its arguments and what answers rest on, see `restOn`.
 *
 * @param when whether that is so for these arguments, and nothing in them is about a person
 */
export function MayBeKept<Args>(when: (args: Args) => boolean): ReturnType<typeof Extensions> {
  return Extensions({ [EXTENSION]: when });
}

/** Answers to give again, byte for byte, as long as what they rest on stays the same. */
export class KeptAnswers {
  readonly #answers: LRUCache<string, Buffer>;
  #basis = '';
  #basisNow: (() => Promise<string>) | undefined;

  /** @param most bytes that are kept */
  constructor(most = KEPT_BYTES) {
    this.#answers = new LRUCache<string, Buffer>({
      maxSize: most,
      maxEntrySize: Math.min(most, LONGEST_KEPT_BYTES),
      sizeCalculation: (body, key) => body.byteLength + 2 * key.length,
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

  /** What answers rest on now; undefined: nobody knows, and nothing may be given again. */
  async basis(): Promise<string | undefined> {
    const basis = await this.#basisNow?.().catch(() => undefined);
    if (basis !== undefined && basis !== this.#basis) {
      this.#answers.clear();
      this.#basis = basis;
    }
    return basis;
  }

  /** @param key everything that the answer hangs on besides its basis, of which `basis` was just asked */
  find(key: string): Buffer | undefined {
    return this.#answers.get(key);
  }

  /** @param basis of the answer, before anything was looked up for it */
  keep(key: string, basis: string, answer: Buffer): void {
    if (basis === this.#basis) this.#answers.set(key, answer);
  }
}

/**
 * Whether the answer to a query may be given to anybody who asks the same.
 *
 * @param given its variables as they came in
 * @param variables the same as `variablesOf` gives them
 */
export function mayBeKept({ schema, document, operation }: Query, given: unknown, variables: Values): boolean {
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
