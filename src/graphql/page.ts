import { Field, ObjectType } from '@nestjs/graphql';
import { BadRequest, CODE } from './errors.js';

export const LARGEST_PAGE = 100;

/**
 * The one rule for the size of pages; `limits.ts` holds every `first` of a query against it before anything runs.
 *
 * @throws BadRequest INVALID_PAGE_SIZE outside 1…100 (a negative LIMIT is the whole table on SQLite)
 */
export function requirePageSize(first: unknown): number {
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE) return first;
  throw new BadRequest(
    CODE.INVALID_PAGE_SIZE,
    `\`first\` is the size of a page. Ask for 1 to ${LARGEST_PAGE} at a time.`,
    'first',
  );
}

@ObjectType({ description: 'Where a page of a list stands in the whole.' })
export class PageInfo {
  @Field({ description: 'Whether more follow after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether something came before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last item: send it as `after` for the next page.',
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

/** A page of a list in the shape of the Relay cursor connections specification. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/**
 * An edge whose cursor is worked out when it is read: most who ask for a page never ask for its cursors. A class, because
 * a getter in a literal makes every object one of its own kind.
 */
class CursorEdge<T, At> implements Edge<T> {
  constructor(
    readonly node: T,
    private readonly at: At,
    private readonly cursorOf: (at: At) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.at);
  }

  /** The same place, with what is shown there. */
  to<U>(node: U): Edge<U> {
    return new CursorEdge(node, this.at, this.cursorOf);
  }
}

/** Where a page stands, with cursors that are worked out when they are read. */
class PagePlace implements PageInfo {
  constructor(
    private readonly edges: readonly Edge<unknown>[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {}

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

/** One page, laid out; see `connection`. */
export interface Page<T> extends Connection<T> {
  readonly edges: readonly CursorEdge<T, T>[];
}

/**
 * Lays out one page.
 *
 * @param found up to one item more than a page holds; the one too many tells that another page follows
 * @param first size of a page
 * @param cursor gives an item's cursor
 * @param isContinued whether this page was asked for with `after`
 */
export function connection<T>(
  found: readonly T[],
  first: number,
  cursor: (item: T) => string,
  isContinued: boolean,
): Page<T> {
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => new CursorEdge(node, node, cursor));
  return { edges, nodes, pageInfo: new PagePlace(edges, found.length > first, isContinued) };
}
