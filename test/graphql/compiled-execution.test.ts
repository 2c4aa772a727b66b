import { ApolloServer } from '@apollo/server';
import { Logger } from '@nestjs/common';
import type { GraphQLObjectType, GraphQLScalarType } from 'graphql';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { CompiledExecution } from '../../src/graphql/compiled-execution.js';
import { BadRequest, formatError } from '../../src/graphql/errors.js';
import { DateTime } from '../../src/graphql/scalars.js';

const SDL = `
  interface Named { name: String! }
  type Cat implements Named { name: String! lives: Int! born: DateTime mood: Mood! kittens: [Cat!]! worked: String! faulty: String }
  type Dog implements Named { name: String! owner: Owner }
  type Owner { name: String! dogs(first: Int = 2, after: String): [Dog!]! }
  enum Mood { CALM WILD }
  scalar DateTime
  input Age { years: Int = 3 months: Int mood: Mood = WILD since: DateTime }
  input Where { age: Age ages: [Age!] names: [String!] = ["Mio"] }
  type Query {
    said(text: String, number: Float = 1.5, list: [Int!], mood: Mood = CALM, where: Where): String!
    must(text: String!): String!
    cat: Cat!
    later: Cat
    animals: [Named]!
    bad: [Cat!]
    refused: Cat
    broken: Cat!
    deepBroken: Owner
    unknown: Named
    float: Float
  }
  scalar Stone
`;

const named = (name: string, ...kittens: object[]) => ({
  name,
  lives: 9,
  born: new Date('2026-11-24T08:00:00Z'),
  mood: 'CALM',
  get kittens() {
    return [...kittens];
  },
  get worked() {
    return 'worked out';
  },
  get faulty(): string {
    throw new TypeError('inside');
  },
});
const cat = named('Mio', named('Kit'), named('Kat', named('Kitkat')));
const owner = { __typename: 'Owner', name: 'Ada' };

let brokenAsked = 0;

function schemaOfAnimals(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const resolvers: Record<string, Record<string, (...all: never[]) => unknown>> = {
    Query: {
      said: (_: unknown, args: unknown) => JSON.stringify(args),
      must: (_: unknown, args: unknown) => JSON.stringify(args),
      cat: () => cat,
      later: () => Promise.resolve(cat),
      animals: () => [
        Object.assign(named('Tom', cat), { __typename: 'Cat' }),
        null,
        { __typename: 'Dog', name: 'Rex', owner },
      ],
      bad: () => [cat, Object.assign(named(''), { name: null })],
      refused: () => {
        throw new BadRequest('INVALID_ID', 'This is no id.', 'id');
      },
      broken: () => {
        brokenAsked++;
        return Promise.reject(new Error('inside'));
      },
      deepBroken: () => Promise.resolve(owner),
      unknown: () => Promise.resolve({ name: 'What' }),
      float: () => NaN,
    },
    Owner: {
      dogs: async (_: unknown, { first }: { first: number }) =>
        Promise.resolve(Array.from({ length: first }, (_, n) => ({ name: first > 5 && n === 3 ? null : `Dog ${n}` }))),
    },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    const object = schema.getType(type) as GraphQLObjectType;
    for (const [name, resolve] of Object.entries(fields)) Object.assign(object.getFields()[name] ?? {}, { resolve });
  }
  const { serialize, parseValue, parseLiteral } = DateTime;
  Object.assign(schema.getType('DateTime') as GraphQLScalarType, { serialize, parseValue, parseLiteral });
  return schema;
}

type Variables = Record<string, unknown>;

/** What compiled code writes is text already, and read only by who asks. */
function isWritten(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'toJSON' in data;
}

describe('a query that is asked again', () => {
  const schema = schemaOfAnimals();
  const execution = new CompiledExecution();
  const options = { schema, formatError, stopOnTerminationSignals: false } as const;
  const compiled = new ApolloServer({ ...options, plugins: [execution] });
  const interpreted = new ApolloServer(options);
  beforeAll(() => void Logger.overrideLogger(false)); // faults of ours are meant here
  afterAll(() => Promise.all([compiled.stop(), interpreted.stop()]));

  const answerOf = async (
    server: ApolloServer,
    query: string,
    variables: Variables | undefined,
    operationName: string | undefined,
  ) => {
    const { body, http } = await server.executeOperation({
      query,
      ...(variables && { variables }),
      ...(operationName !== undefined && { operationName }),
    });
    return JSON.stringify([http.status, body]);
  };
  const asked = (query: string, variables?: Variables, name?: string) => answerOf(compiled, query, variables, name);
  const specified = (query: string, variables?: Variables, name?: string) =>
    answerOf(interpreted, query, variables, name);

  beforeEach(() => {
    execution.after = 0;
  });

  it('is executed by compiled code, and not before', async () => {
    execution.after = 2;
    const executors = [];
    for (let time = 0; time < 4; time++) {
      const { body } = await compiled.executeOperation({ query: '{ cat { mood } }' });
      executors.push(body.kind === 'single' && isWritten(body.singleResult.data) ? 'compiled' : 'graphql-js');
    }
    expect(executors).toEqual(['graphql-js', 'graphql-js', 'compiled', 'compiled']);
  });

  const QUERIES: [query: string, variables?: Variables | undefined, name?: string][] = [
    ['{ __typename t: __typename }'],
    ['{ cat { name lives born mood worked kittens { name born kittens { name } } } }'],
    ['{ later { name kittens { name mood } } cat { name } l2: later { name } }'],
    [
      '{ animals { __typename name ... on Cat { lives kittens { ...K } } ...D } } fragment K on Cat { name } fragment D on Dog { owner { name dogs(first: 1) { name } dogs2: dogs { name } } }',
    ],
    [
      '{ animals { ...N ... on Named { name ... on Dog { name owner { name } } } } } fragment N on Named { name __typename }',
    ],
    ['{ cat { name } ...Q } fragment Q on Query { cat { lives name } later { name } cat { kittens { name } } }'],
    // arguments: left out, null, literal, variable, inside each other, with and without defaults
    ['{ said }'],
    ['{ said(text: null, number: null, mood: null, where: null) }'],
    ['{ said(number: 3, list: 7, mood: WILD, where: { age: {}, ages: { years: 1 } }) }'],
    [
      '{ said(where: { age: { years: null, since: "2026-11-24T08:00:00+01:00" }, ages: [{}, { mood: CALM }], names: [] }) }',
    ],
    [
      'query ($t: String, $n: Float, $l: [Int!], $m: Mood, $w: Where) { said(text: $t, number: $n, list: $l, mood: $m, where: $w) }',
    ],
    [
      'query ($t: String, $n: Float, $l: [Int!], $m: Mood, $w: Where) { said(text: $t, number: $n, list: $l, mood: $m, where: $w) }',
      { t: null, n: 7, l: 1, m: 'WILD', w: { age: { since: '2026-11-24T08:00:00Z', years: null }, names: 'Kit' } },
    ],
    [
      'query ($y: Int, $m: Mood = WILD, $n: String = "x", $w: [Age!]) { said(where: { age: { years: $y, mood: $m }, ages: $w, names: [$n, "y"] }) }',
    ],
    [
      'query ($y: Int, $m: Mood = WILD, $n: String = "x", $w: [Age!]) { said(where: { age: { years: $y, mood: $m }, ages: $w, names: [$n, "y"] }) }',
      { y: 4, m: null, n: 'z', w: [{ months: 2 }] },
    ],
    ['query ($t: String = "said") { must(text: $t) }'],
    // variables that are not what was declared
    ['query ($t: String!) { must(text: $t) }'],
    ['query ($t: String = "said") { must(text: $t) }', { t: null }],
    ['query ($l: [Int!]) { said(list: $l) }', { l: [1, 'two'] }],
    ['query ($w: Where) { said(where: $w) }', { w: { age: { mood: 'SAD' }, more: 1 } }],
    ['query ($w: Where) { said(where: $w) }', { w: { age: { since: 'yesterday' } } }],
    // directives
    ...[true, false].flatMap((a): [string, Variables][] =>
      [true, false].map((b) => [
        `query ($a: Boolean!, $b: Boolean!) {
          cat { ...F @include(if: $a) ...F @skip(if: $b) lives @skip(if: $a) @include(if: $b) kittens @include(if: $b) { name lives @skip(if: $a) } }
          later @skip(if: $b) { ... @include(if: $a) { name } mood } t: __typename @include(if: $a)
        } fragment F on Cat { name mood @skip(if: $a) }`,
        { a, b },
      ]),
    ),
    ['query ($a: Boolean = false) { cat @include(if: $a) { name } }'],
    ['query ($a: Boolean = false) { cat { name @include(if: $a) } __typename }', { a: null }],
    ['{ cat @skip(if: true) { name } __typename @include(if: true) }'],
    // several operations
    ['query A { cat { name } } query B { later { lives } }', undefined, 'B'],
    ['query A { cat { name } } query B { later { lives } }', undefined, 'A'],
    ['query A { cat { name } } query B { later { lives } }', undefined, 'C'],
    ['query A { cat { name } } query B { later { lives } }'],
    // names that mean something in code
    ['{ constructor: __typename toString: cat { hasOwnProperty: name __proto__: name } }'],
    ['{ __proto__: cat { name } cat { valueOf: kittens { name } } }'],
    ['query query { resolve: cat { __context: name } __context: later { __parent: name rt: kittens { idx0: name } } }'],
    // introspection
    ['{ __schema { queryType { fields { name args { name defaultValue } } } } __type(name: "Cat") { name } }'],
    // what goes wrong
    ['{ refused { name } cat { name } }'],
    ['{ broken { name } }'],
    ['{ float cat { name } }'],
    ['{ bad { name lives } b2: bad { lives } }'],
    ['{ cat { name } unknown { name } }'],
    ['{ deepBroken { name dogs(first: 9) { name } } cat { name } }'],
    ['{ deepBroken { name dogs(first: 3) { name } } later { name } }'],
    ['{ deepBroken { dogs(first: "many") { name } } }'],
  ];
  it.each(QUERIES.map(([query, variables, name]) => ({ query, variables, name })))(
    'answers as graphql-js does: $query $variables $name',
    async ({ query, variables, name }) => {
      const answer = await specified(query, variables, name);
      for (let time = 0; time < 2; time++) expect(await asked(query, variables, name)).toBe(answer);
    },
  );

  it.each(['{ later { name faulty } again: later { name } }', '{ cat { name faulty } later { name } }'])(
    'is told of a fault of ours, wherever it shows: %s',
    async (query) => {
      expect(await asked(query)).toBe(await specified(query));
    },
  );

  it('does its work once, also where it fails', async () => {
    brokenAsked = 0;
    expect(await asked('{ broken { name } __typename }')).toContain('INTERNAL_SERVER_ERROR');
    expect(brokenAsked).toBe(1);
  });
});
