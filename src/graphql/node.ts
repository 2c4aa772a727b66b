import { Injectable } from '@nestjs/common';
import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { BadRequest, CODE } from './errors.js';

@InterfaceType({
  description: 'Anything that can be fetched again by its id.',
  resolveType: ({ id }: Node) => idParts(id)?.type, // what is laid out is a plain object, and its id knows
})
export abstract class Node {
  @Field(() => ID, { description: 'An opaque id, the same for ever, and unique among all types.' })
  readonly id!: string;
}

/** Fetches things of one type by the keys inside their ids; the answer has the keys' order, null for what does not exist. */
export type NodeLoader = (keys: readonly string[]) => Promise<readonly (Node | null)[]>;

/** @param key what tells this thing from others of its type; it must stay the same for ever */
export function nodeId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/**
 * Reads the key out of an id of this type.
 *
 * @throws BadRequest INVALID_ID if it is no id, or one of another type
 */
export function keyOf(type: string, id: string): string {
  const key = findKey(type, id);
  if (key === undefined)
    throw new BadRequest(
      CODE.INVALID_ID,
      `This is no id of a ${type}. Send an \`id\` exactly as this API gave it.`,
      'id',
    );
  return key;
}

/** The key in an id of this type; undefined if it is no such id. */
export function findKey(type: string, id: string): string | undefined {
  const parts = idParts(id);
  return parts?.type === type ? parts.key : undefined;
}

/**
 * The types that `node` and `nodes` can fetch. A room that owns such a type registers its loader when it starts:
 * `registry.register('Product', keys => …)`.
 */
@Injectable()
export class NodeRegistry {
  readonly #loaders = new Map<string, NodeLoader>();

  register(type: string, load: NodeLoader): void {
    this.#loaders.set(type, load);
  }

  /**
   * Fetches by id, asking each type's loader once.
   *
   * @throws BadRequest INVALID_ID if one is no id of this API
   */
  async fetch(ids: readonly string[]): Promise<(Node | null)[]> {
    const wanted = ids.map((id) => {
      const parts = idParts(id);
      const load = parts && this.#loaders.get(parts.type);
      if (!load)
        throw new BadRequest(
          CODE.INVALID_ID,
          'This is no id of this API. Send an `id` exactly as this API gave it.',
          'id',
        );
      return { id, ...parts, load };
    });

    const found = new Map<string, Node | null>();
    for (const [load, group] of Map.groupBy(wanted, ({ load }) => load)) {
      const nodes = await load(group.map(({ key }) => key));
      group.forEach(({ id }, index) => found.set(id, nodes[index] ?? null));
    }
    return ids.map((id) => found.get(id) ?? null);
  }
}

@Resolver()
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => Node, { nullable: true, description: 'One thing by its id; null if it does not exist any more.' })
  async node(
    @Args('id', { type: () => ID, description: 'The `id` of anything that this API gave.' }) id: string,
  ): Promise<Node | null> {
    return (await this.registry.fetch([id]))[0] ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Up to 100 things by their ids, in the order of the ids; null for each that does not exist any more.',
  })
  nodes(@Args('ids', { type: () => [ID], description: 'At most 100.' }) ids: string[]): Promise<(Node | null)[]> {
    return this.registry.fetch(ids);
  }
}

function idParts(id: string): { type: string; key: string } | undefined {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  // many strings decode to the same bytes; only the one that we gave out is the id
  return colon > 0 && nodeId(text.slice(0, colon), text.slice(colon + 1)) === id
    ? { type: text.slice(0, colon), key: text.slice(colon + 1) }
    : undefined;
}
