import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { seedDemoShop } from '../../src/catalog/demo-shop.js';
import type { DatabaseAddress } from '../../src/config/config.js';
import type { Verdict } from '../../src/core/vocabulary.js';
import { Clock } from '../../src/pairing/clock.js';
import { type Service, startService } from '../support/service.js';

/** When the demo shop came in: fixed, so that every database holds the same. */
export const MONDAY = new Date('2026-11-23T09:00:00Z');

export type Variables = Readonly<Record<string, unknown>>;

/** The service with the demo shop in its catalog. */
export interface Shop extends Service {
  /** Asks a question that must be answered; whatever was counted by verdict must add up (law 4). */
  readonly answer: <T>(query: string, variables?: Variables) => Promise<T>;
  /** The very bytes of an answer, whatever it says. */
  readonly bytes: (query: string, variables?: Variables) => Promise<string>;
  /** Stops the clock at a moment. */
  readonly itIs: (now: Date) => void;
}

/**
 * Opens the demo shop, by default in memory. A database that holds products already is left as it is.
 *
 * @param env variables as an operator would set them
 * @param logTo gets the log's lines
 */
export async function openShop(env: Record<string, string> = {}, logTo?: { write(line: string): void }): Promise<Shop> {
  const service = await startService(env, logTo);
  await seedDemoShop(service.app.get(CatalogRepository), MONDAY);

  return {
    ...service,
    answer: async <T>(query: string, variables?: Variables) => {
      const { data, errors } = await service.ask(query, variables);
      expect(errors).toBeUndefined();
      requireCountsToAdd(data);
      return data as T;
    },
    bytes: async (query, variables) =>
      (await service.app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })).payload,
    itIs: (now) => void Object.assign(service.app.get(Clock), { now: () => now }),
  };
}

export function urlOf(address: DatabaseAddress): string {
  return address.kind === 'sqlite' ? `sqlite:${address.path}` : address.url;
}

// ---------- what is refused ----------

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What must never be seen from outside: where the code lies, what it is written with, where it stands. */
const INSIDE =
  /node_modules|\/src\/|\.[jt]s\b|\bat \S+ \(|stack|\bSELECT\b|sqlite|postgres|typeorm|(Type|Range|QueryFailed)Error/i;

/** Asks a question that must be refused, for one reason and in the shape of GraphQL, showing nothing of the inside. */
export async function refused(shop: Shop, query: string, variables?: Variables): Promise<Refusal> {
  const payload = JSON.stringify({ query, variables });
  return refusedAs(shop, { payload, headers: { 'content-type': 'application/json' } });
}

/** The same for any request to the API. */
export async function refusedAs(
  shop: Shop,
  request: { readonly payload: string; readonly headers: Record<string, string> },
): Promise<Refusal> {
  const response = await shop.app.inject({ method: 'POST', url: '/graphql', ...request });
  const { errors, data, ...rest } = response.json<{
    data?: unknown;
    errors: [{ message: string; extensions: { code: string } }];
  }>();
  expect([data ?? null, rest]).toEqual([null, {}]);
  expect(errors).toHaveLength(1);
  const [{ message, extensions, ...where }] = errors;
  expect(Object.keys(where).filter((key) => key !== 'locations' && key !== 'path')).toEqual([]);
  expect(Object.keys(extensions).filter((key) => key !== 'code' && key !== 'field')).toEqual([]);
  expect(response.payload.length).toBeLessThan(1500);
  expect(response.payload).not.toMatch(INSIDE);
  return { status: response.statusCode, code: extensions.code, message };
}

// ---------- what is asked ----------

export const COUNTS = 'counts { ideal suitable caution unverified avoid considered }';
export const SOURCES = 'sources { id kind title year url }';
export const REASONS = `reasons { code message rule printed untilHour until policy ingredient { inci } ${SOURCES} }`;

/** A question for a ranking, with every argument of it and of `leftOut` as a variable. */
export function pairings(selection: string): string {
  const asksLeftOut = selection.includes('leftOut {');
  return `query (
    $concerns: [ConcernInput!]!, $treatment: TreatmentInput!, $profile: SkinProfileInput, $filter: ProductFilter,
    $channel: String, $first: Int, $after: String
    ${asksLeftOut ? '$leftFirst: Int, $leftAfter: String, $verdicts: [Verdict!]' : ''}
  ) {
    pairings(
      concerns: $concerns, treatment: $treatment, profile: $profile, filter: $filter, channel: $channel,
      first: $first, after: $after
    ) { ${selection.replace('leftOut {', 'leftOut(first: $leftFirst, after: $leftAfter, verdicts: $verdicts) {')} }
  }`;
}

/** A question for verdicts on products. */
export function assessAll(selection: string): string {
  return `query ($products: [ProductRef!]!, $treatment: TreatmentInput!, $profile: SkinProfileInput) {
    assessAll(products: $products, treatment: $treatment, profile: $profile) { ${selection} }
  }`;
}

/** Uneven tone, thirty hours after a session at 1.0 mm. */
export const THIRTY_HOURS = {
  concerns: [{ concern: 'PIGMENTATION' }],
  treatment: { needleDepthMm: 1, hoursSince: 30 },
} as const;

/** The same on calm skin after a hundred hours, when much fits and much does not. */
export const HUNDRED_HOURS = {
  ...THIRTY_HOURS,
  treatment: { needleDepthMm: 1, hoursSince: 100 },
  profile: { fitzpatrick: 2, sensitive: false },
} as const;

// ---------- what is answered ----------

export interface Counts {
  readonly ideal: number;
  readonly suitable: number;
  readonly caution: number;
  readonly unverified: number;
  readonly avoid: number;
  readonly considered: number;
}

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly rule: string;
  readonly printed: string | null;
  readonly untilHour: number | null;
  readonly until: string | null;
  readonly policy: string | null;
  readonly ingredient: { readonly inci: string } | null;
  readonly sources: readonly { readonly id: string }[];
}

export interface Named {
  readonly id: string;
  readonly brand: string;
  readonly name: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const FITTING: readonly Verdict[] = ['IDEAL', 'SUITABLE'];

/** Every product of the shop, in the order in which they came. */
export async function everyProduct<T extends Named>(shop: Shop, fields = ''): Promise<T[]> {
  const query = `query ($after: String) {
    products(first: 100, after: $after) { nodes { id brand name ${fields} } pageInfo { hasNextPage endCursor } }
  }`;
  return walked(async (after) => {
    const { products } = await shop.answer<{ products: { nodes: T[]; pageInfo: PageInfo } }>(query, { after });
    return products;
  });
}

/**
 * Walks a list to its end.
 *
 * @param page fetches what follows a cursor; null for the first page
 * @throws Error if it does not end
 */
export async function walked<T>(
  page: (after: string | null) => Promise<{
    readonly nodes: readonly T[];
    readonly pageInfo: Pick<PageInfo, 'hasNextPage' | 'endCursor'>;
  }>,
): Promise<T[]> {
  const seen: T[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 1000; pages++) {
    const { nodes, pageInfo } = await page(after);
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
  throw new Error('the list has no end');
}

function requireCountsToAdd(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('considered' in value) {
    const { considered, ideal, suitable, caution, unverified, avoid } = value as Counts;
    expect(ideal + suitable + caution + unverified + avoid).toBe(considered);
  }
  Object.values(value).forEach(requireCountsToAdd);
}
