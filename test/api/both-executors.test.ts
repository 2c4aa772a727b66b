import { GraphQLSchemaHost } from '@nestjs/graphql';
import * as fc from 'fast-check';
import {
  getNamedType,
  type GraphQLNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import { CompiledExecution } from '../../src/graphql/compiled-execution.js';
import { EXAMPLE } from '../../src/graphql/example.js';
import { assessAll, MONDAY, openShop, pairings, REASONS, type Shop, type Variables } from './shop.js';
import { label, question, SEED } from './laws/questions.js';

/** How deep fields are asked for within each other. */
const DEPTH = 4;

/** For every field that can be asked for, a question that it answers. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  assess: [
    '(product: { sku: "TES-SER-03" }, treatment: { hoursSince: 30 })',
    '(product: { label: { ingredients: "Aqua, Retinol, Parfum" } }, treatment: { treatedAt: "2026-11-20T10:00:00+01:00" })',
    '(product: { sku: "none" }, treatment: { hoursSince: 30 }, profile: { symptoms: [FEVER] })',
    '(product: {}, treatment: { hoursSince: 30 })',
  ],
  assessAll: ['(products: [{ gtin: "1" }, { sku: "TES-SER-03" }], treatment: { hoursSince: -5, device: ROLLER })'],
  concerns: [''],
  ingredient: ['(inci: "Retinol")', '(inci: "Nothing of the kind")'],
  ingredients: ['(text: "panth", first: 3)', '(tag: "none", first: 3)'],
  knowledge: [''],
  node: ['(id: "UHJvZHVjdDox")', '(id: "UHJvZHVjdDo5OTk5OQ")', '(id: "nothing")'],
  nodes: ['(ids: ["UHJvZHVjdDox", "UHJvZHVjdDo5OTk5OQ", "UHJvZHVjdDoy"])'],
  pairings: [
    '(concerns: { concern: PIGMENTATION }, treatment: { hoursSince: 100 }, profile: { fitzpatrick: 2, sensitive: false }, first: 3)',
    '(concerns: [{ concern: PORES, weight: 0 }], treatment: { hoursSince: 100 })',
    '(concerns: [{ concern: PORES }], treatment: { hoursSince: 100 }, after: "nothing", filter: { maxPrice: "20.00" })',
    '(concerns: [{ concern: PORES }], treatment: { hoursSince: 1, needleDepthMm: 2.5 }, channel: "demo", first: 2)',
  ],
  phases: ['(treatment: { hoursSince: 1 })', '(treatment: { hoursSince: 1e9 })'],
  product: ['(sku: "TES-SER-03")', '(gtin: "1")', ''],
  products: ['(first: 3)', '(filter: { categories: [SERUM], maxPrice: "30.00" }, channel: "demo", first: 3)'],
  readLabel: ['(ingredients: "Aqua, Retinol, [+/- CI 77491]")', `(ingredients: "${'x'.repeat(9000)}")`],
};

describe('compiled code and graphql-js answer with the same bytes:', () => {
  let shop: Shop;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    shop = await openShop();
    shop.itIs(MONDAY);
    schema = shop.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => shop.stop());

  /** What each says, with its status. */
  const onBoth = async (query: string, variables?: Variables): Promise<[string, string]> => {
    const execution = shop.app.get(CompiledExecution);
    const say = async (after: number) => {
      execution.after = after;
      const { statusCode, payload } = await shop.app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, variables },
      });
      return `${statusCode} ${payload}`;
    };
    return [await say(0), await say(Infinity)];
  };

  it('each field of the API', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(Object.keys(ARGUMENTS).sort()).toEqual(fields.map(({ name }) => name).sort());
    for (const { name, type } of fields) {
      for (const args of ARGUMENTS[name] ?? []) {
        const [compiled, specified] = await onBoth(
          `{ ${name}${args} ${selection(schema, getNamedType(type), DEPTH)} }`,
        );
        expect(compiled).toBe(specified);
      }
    }
  });

  it('most of them by compiled code', () => {
    const asked = Object.values(ARGUMENTS).flat().length;
    expect(shop.app.get(CompiledExecution).compiledQueries).toBeGreaterThan(asked / 2);
  });

  it('the first question of a newcomer', async () => {
    const [compiled, specified] = await onBoth(EXAMPLE);
    expect(compiled).toBe(specified);
    expect(compiled).toContain('"data"');
  });

  it('any question for a ranking or for verdicts', async () => {
    const ranking = pairings(`
      totalCount pageInfo { startCursor endCursor } counts { considered } facets { name values { value count } }
      edges { cursor node { score verdict untilPhase product { id name price { amount } } ${REASONS} } }
      leftOut { totalCount edges { cursor node { verdict usableFromHour usableFrom product { id } swap { id } } } }
    `);
    const verdicts = assessAll(`product { id } label { warnings } verdict usableFrom ${REASONS}`);
    for (const [variables, text] of fc.sample(fc.tuple(question, label), { numRuns: 40, seed: SEED })) {
      const { treatment, profile } = variables;
      const products = [{ label: { ingredients: text } }, { sku: 'TES-SER-03' }];
      for (const [query, given] of [
        [ranking, { first: 5, leftFirst: 5, ...variables }],
        [verdicts, { treatment, profile, products }],
        [verdicts, { treatment, profile: { ...profile, fitzpatrick: 9 }, products }],
      ] as const) {
        const [compiled, specified] = await onBoth(query, given);
        expect(compiled).toBe(specified);
      }
    }
  });
});

/** Everything that can be asked of a type without arguments, down to a depth. */
function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return `{ __typename ${possible.map((one) => `... on ${one.name} ${selection(schema, one, depth)}`).join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) => depth > 1 || isLeafType(getNamedType(field.type)));
  const own = fields.map((field) => `${field.name} ${selection(schema, getNamedType(field.type), depth - 1)}`);
  return `{ __typename ${own.join(' ')} }`;
}
