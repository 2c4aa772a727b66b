import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Logger } from '@nestjs/common';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { buildSchema } from 'graphql';
import { CompiledExecution, stringifyResult } from '../../src/graphql/compiled-execution.js';
import { formatError } from '../../src/graphql/errors.js';
import { FrontDoor } from '../../src/graphql/front-door.js';
import { KeptAnswers } from '../../src/graphql/kept-answers.js';
import { limits } from '../../src/graphql/limits.js';

const NAMES = ['Ada', 'Bo', 'Cy'];

describe('a query that was answered before', () => {
  let byApollo: number;
  let fastify: FastifyInstance;

  beforeAll(() => void Logger.overrideLogger(false)); // faults of ours are meant here

  beforeEach(async () => {
    byApollo = 0;
    const schema = buildSchema(`
      input Where { names: [String!] mood: Mood = CALM }
      enum Mood { CALM WILD }
      type Cat { name: String! }
      type Query { cats(first: Int = 2, where: Where): [Cat!]! must(text: String!): String! }
    `);
    const fields = schema.getQueryType()?.getFields() ?? {};
    Object.assign(fields['cats'] ?? {}, {
      resolve: (_: unknown, { first, where }: { first: number; where?: { names?: string[] } }) =>
        (where?.names ?? NAMES).slice(0, first).map((name) => ({ name })),
    });
    Object.assign(fields['must'] ?? {}, {
      resolve: (_: unknown, { text }: { text: string }) => (text === 'nothing' ? null : text),
    });
    const counting: ApolloServerPlugin = { requestDidStart: () => Promise.resolve(void byApollo++) };
    const compiled = new CompiledExecution();
    compiled.after = 0;
    const frontDoor = new FrontDoor(compiled, new KeptAnswers());
    fastify = Fastify();
    frontDoor.stand(fastify);
    const plugins = [counting, limits(), compiled, frontDoor, ApolloServerPluginCacheControlDisabled()];
    const apollo = new ApolloServer({ schema, plugins, stringifyResult, formatError });
    await apollo.start();
    const handler = fastifyApolloHandler(apollo, { context: (req) => Promise.resolve({ req }) });
    fastify.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  });
  afterEach(() => fastify.close());

  const ask = async (payload: object, more: InjectOptions = {}) => {
    const {
      statusCode,
      headers,
      payload: body,
    } = await fastify.inject({ method: 'POST', url: '/graphql', payload, ...more });
    const { date, ...others } = headers;
    return { status: statusCode, headers: others, body };
  };
  const CATS = 'query Cats($n: Int, $w: Where) { cats(first: $n, where: $w) { name __typename } }';
  const MUST = 'query ($t: String!) { must(text: $t) }';

  it.each<object>([
    { query: '{ cats { name } }' },
    { query: CATS, variables: { n: 3, w: { names: ['Di', 'Ed', 'Flo'], mood: 'WILD' } } },
    { query: CATS, variables: null },
    { query: CATS, operationName: 'Cats' },
    { query: `${CATS} query Other { must(text: "other") }`, operationName: 'Other' },
  ])('is answered again without Apollo, by the same status, headers and bytes: %j', async (payload) => {
    const first = await ask(payload);
    expect(first).toMatchObject({ status: 200, body: expect.stringContaining('"data"') as string });
    for (let time = 0; time < 3; time++) expect(await ask(payload)).toEqual(first);
    expect(byApollo).toBe(1);
  });

  it('has variables of its own each time', async () => {
    const names = async (n: number) => JSON.parse((await ask({ query: CATS, variables: { n } })).body) as unknown;
    for (const n of [1, 2, 3, 1])
      expect(await names(n)).toEqual({
        data: { cats: NAMES.slice(0, n).map((name) => ({ name, __typename: 'Cat' })) },
      });
    expect(byApollo).toBe(1);
  });

  it.each<[string, object]>([
    ['a variable is not what was declared', { query: CATS, variables: { n: 'many' } }],
    ['a required variable is missing', { query: MUST }],
    ['a page is too large', { query: CATS, variables: { n: 1000 } }],
    ['a page has no size', { query: CATS, variables: { n: null } }],
    ['a list is too long', { query: CATS, variables: { n: 1, w: { names: Array.from({ length: 101 }, () => 'x') } } }],
    ['a text holds a NUL character', { query: MUST, variables: { t: 'a\0b' } }],
    ['its answer is wrong', { query: MUST, variables: { t: 'nothing' } }],
  ])('is refused in the words of a stranger where %s', async (_, payload) => {
    const before = await ask(payload);
    expect(before.body).toContain('"errors"');
    await ask({ query: CATS, variables: { n: 1 } });
    await ask({ query: MUST, variables: { t: 'something' } });
    const known = byApollo;
    for (let time = 0; time < 2; time++) expect(await ask(payload)).toEqual(before);
    expect(byApollo).toBe(known + 2);
  });

  it('goes to Apollo where the request is not a plain one', async () => {
    const query = '{ cats { name } }';
    await ask({ query });
    const persisted = { persistedQuery: { version: 1, sha256Hash: 'ab' } };
    expect((await ask({ query, extensions: persisted })).body).toContain('"errors"');
    expect((await ask({ query, variables: [] })).status).toBe(400);
    expect((await ask({ query, operationName: 'Other' })).body).toContain('"errors"');
    const address = {
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers: { 'apollo-require-preflight': '1' },
    };
    expect((await fastify.inject({ ...address, method: 'GET' })).payload).toContain('Ada');
    expect(byApollo).toBe(4); // it turns the second away before it begins
  });

  it('has the form that was asked for', async () => {
    const typed = async (accept: string) =>
      (await ask({ query: '{ cats { name } }' }, { headers: { accept } })).headers['content-type'];
    for (let time = 0; time < 2; time++) {
      expect(await typed('application/json')).toBe('application/json; charset=utf-8');
      expect(await typed('application/graphql-response+json')).toMatch('application/graphql-response+json');
    }
    expect(byApollo).toBe(2);
  });

  it('that only asks whether the server works meets all of it', async () => {
    for (let time = 1; time <= 3; time++) {
      await ask({ query: '{ __typename }' });
      expect(byApollo).toBe(time);
    }
  });

  it('survives variables that hold each other a thousand times', async () => {
    await ask({ query: CATS, variables: { n: 1 } });
    const deep = `${'{"mood":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const payload = `{"query":${JSON.stringify(CATS)},"variables":{"w":${deep}}}`;
    const { status, body } = await ask({}, { payload, headers: { 'content-type': 'application/json' } });
    expect([status, body.includes('"errors"')]).toEqual([400, true]);
  });
});
