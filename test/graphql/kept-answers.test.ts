import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { CompiledExecution, stringifyResult } from '../../src/graphql/compiled-execution.js';
import { FrontDoor } from '../../src/graphql/front-door.js';
import { KeptAnswers } from '../../src/graphql/kept-answers.js';
import { limits } from '../../src/graphql/limits.js';

const BYTES = 4000;

describe('an answer that may be kept', () => {
  let basis: string;
  let told: string[];
  let answers: KeptAnswers;
  let fastify: FastifyInstance;

  beforeEach(async () => {
    basis = '1';
    told = [];
    answers = new KeptAnswers(BYTES);
    answers.restOn(() => Promise.resolve(basis));
    fastify = Fastify();
    const compiled = new CompiledExecution();
    compiled.after = 0;
    const frontDoor = new FrontDoor(compiled, answers);
    frontDoor.stand(fastify);
    const schema = buildSchema('type Query { said(text: String, secret: String): String  other: String }');
    Object.assign(schema.getQueryType()?.getFields()['said'] ?? {}, {
      extensions: { mayBeKept: ({ secret }: { secret?: string }) => secret === undefined },
      resolve: (_: unknown, { text = 'nothing' }: { text?: string }) => {
        told.push(text);
        if (text === 'changes') basis = `${told.length}`;
        if (text === 'wrong') throw new Error(text);
        return `${text}, for the ${told.length}th time`;
      },
    });
    const plugins = [limits(), compiled, frontDoor, ApolloServerPluginCacheControlDisabled()];
    const apollo = new ApolloServer({ schema, plugins, stringifyResult });
    await apollo.start();
    const handler = fastifyApolloHandler(apollo, { context: (req) => Promise.resolve({ req }) });
    fastify.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  });
  afterEach(() => fastify.close());

  const ask = async (payload: object) => (await fastify.inject({ method: 'POST', url: '/graphql', payload })).payload;
  const QUERY = 'query ($t: String) { ...F } fragment F on Query { said(text: $t) }';
  const said = (text: string) => ask({ query: QUERY, variables: { t: text } });

  it('is given again, once its query is known to have such answers', async () => {
    await said('zero');
    const first = await said('one');
    expect(first).toContain('one, for the 2th time');
    for (let time = 0; time < 2; time++) expect(await said('one')).toBe(first);
    expect(await said('two')).toContain('two, for the 3th time');
    expect(told).toEqual(['zero', 'one', 'two']);
  });

  it('is given no longer when what it rests on has changed', async () => {
    await said('zero');
    await said('one');
    basis = '2';
    expect(await said('one')).toContain('3th');
    expect(await said('one')).toContain('3th');
  });

  it('is not given when what it rests on has changed while it was worked out', async () => {
    for (let time = 1; time <= 4; time++) {
      await said('changes');
      expect(told).toHaveLength(time);
    }
  });

  it('is not given when nobody knows what it rests on', async () => {
    answers.restOn(() => Promise.reject(new Error('away')));
    for (let time = 1; time <= 3; time++) expect(await said('one')).toContain(`${time}th`);
    expect(answers.bytes).toBe(0);
  });

  it.each<[string, object]>([
    ['an argument speaks against it', { query: '{ said(secret: "s") }' }],
    ['a variable speaks against it', { query: 'query ($s: String) { said(secret: $s) }', variables: { s: 's' } }],
    ['another field may not be kept', { query: '{ said other }' }],
    ['what must not be kept was left out', { query: '{ said no: said(secret: "s") @skip(if: true) }' }],
    ['more is told than was asked for', { query: '{ said }', variables: { s: 's' } }],
    ['more is told than makes a question', { query: '{ said }', extensions: { s: 's' } }],
    ['it has errors', { query: '{ said(text: "wrong") }' }],
  ])('is not kept where %s', async (_, payload) => {
    await ask({ ...payload, variables: {}, extensions: undefined }); // the query as such may be known
    for (let time = 0; time < 3; time++) await ask(payload);
    expect([told.length, answers.bytes]).toEqual([4, 0]);
  });

  it('has the form that was asked for', async () => {
    const typed = async (accept: string) => {
      const payload = { query: '{ said }' };
      const { headers } = await fastify.inject({ method: 'POST', url: '/graphql', headers: { accept }, payload });
      return headers['content-type'];
    };
    for (let time = 0; time < 3; time++) {
      expect(await typed('application/json')).toBe('application/json; charset=utf-8');
      expect(await typed('application/graphql-response+json')).toMatch('application/graphql-response+json');
    }
    expect(answers.bytes).toBeGreaterThan(0);
  });

  it('makes room for others', async () => {
    for (let number = 0; number < 100; number++) {
      await said(`number ${number}`);
      expect(answers.bytes).toBeLessThanOrEqual(BYTES);
    }
    expect(answers.bytes).toBeGreaterThan(BYTES / 2);
    const before = told.length;
    await said('x'.repeat(BYTES));
    expect(await said('number 99')).toContain('number 99');
    expect(told.length).toBe(before + 1);
  });
});
