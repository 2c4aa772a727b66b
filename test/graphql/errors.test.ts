import { DataSource } from 'typeorm';
import { type Service, startService } from '../support/service.js';

describe('an error', () => {
  const lines: string[] = [];
  let service: Service;
  beforeAll(async () => {
    service = await startService({ LOG_LEVEL: 'trace' }, { write: (line) => lines.push(line) });
  });
  afterAll(() => service.stop());

  const post = (payload: string, type = 'application/json') =>
    service.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });

  it.each([
    ['a body that is no JSON', '{"query":', 'application/json', 400, 'INVALID_JSON'],
    [
      'a body over 100 kB',
      JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(103_000) } }),
      'application/json',
      413,
      'BODY_TOO_LARGE',
    ],
    ['a body of another type', '<query/>', 'text/xml', 415, 'INVALID_MEDIA_TYPE'],
    ['several queries in one request', '[{"query":"{ __typename }"}]', 'application/json', 400, 'BAD_REQUEST'],
    ['no query', '{}', 'application/json', 400, 'BAD_REQUEST'],
    [
      'a form, which any web page could send',
      'query={__typename}',
      'application/x-www-form-urlencoded',
      400,
      'BAD_REQUEST',
    ],
    ['a query that is none', '{"query":"{"}', 'application/json', 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is none', '{"query":"{ colour }"}', 'application/json', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong type',
      '{"query":"query ($n: Int) { products(first: $n) { totalCount } }","variables":{"n":"many"}}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a hash that is not the query’s',
      '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
      'application/json',
      400,
      'BAD_REQUEST',
    ],
    [
      'an operation that is not in the query',
      '{"query":"query A { __typename }","operationName":"B"}',
      'application/json',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('answers %s in the shape of GraphQL, with a code', async (_, payload, type, status, code) => {
    const response = await post(payload, type);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({
      errors: [expect.objectContaining({ message: expect.stringMatching(/\S/), extensions: { code } })],
    });
  });

  it('answers an address where there is nothing', async () => {
    const response = await service.app.inject({ url: '/admin' });
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { errors: [{ message: 'There is nothing here. GraphQL is at /graphql.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('does not hand back an 80 kB label', async () => {
    const { payload } = await post(
      JSON.stringify({
        query: 'query ($n: Int) { products(first: $n) { totalCount } }',
        variables: { n: 'Aqua, '.repeat(13_000) },
      }),
    );
    expect(payload.length).toBeLessThan(1000);
  });

  it('of ours says only that it is ours; the log says the rest, and neither holds what was asked', async () => {
    lines.length = 0;
    await service.app.get(DataSource).query('DROP TABLE offer');
    const { status, data, errors } = await service.ask('query ($sku: String) { product(sku: $sku) { id } }', {
      sku: 'PREGNANT-AND-SECRET',
    });
    expect([status, data, errors?.[0]?.extensions, errors?.[0]?.message]).toEqual([
      200,
      { product: null },
      { code: 'INTERNAL_SERVER_ERROR' },
      'Something went wrong on our side. Your question was not at fault; please ask it again later.',
    ]);
    expect(lines.join('')).toContain('no such table: offer');
    expect(lines.join('')).not.toContain('SECRET');
  });
});

describe('an answer', () => {
  it.each(['{ __typename }', '{ colour }', '{ product { id } }'])(
    'is kept by no cache on the way: %s',
    async (query) => {
      const service = await startService();
      const { headers } = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      await service.stop();
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});

describe('the log', () => {
  it('has one line for a request, without its query, variables, address line or headers', async () => {
    const lines: string[] = [];
    const service = await startService({ LOG_LEVEL: 'info' }, { write: (line) => lines.push(line) });
    lines.length = 0;

    await service.ask('query SECRET ($sku: String) { product(sku: $sku) { id } }', { sku: 'SECRET' });
    await service.app.inject({
      url: '/graphql?query={product(sku:"SECRET"){id}}',
      headers: { 'apollo-require-preflight': 'SECRET' },
    });
    await service.app.inject({ url: '/SECRET-is-a-path?SECRET' });
    await service.stop();

    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ method: 'POST', path: '/graphql', status: 200, msg: 'answered' }),
      expect.objectContaining({ method: 'GET', path: '/graphql', status: 200, msg: 'answered' }),
      expect.objectContaining({ method: 'GET', path: '/SECRET-is-a-path', status: 404, msg: 'answered' }),
    ]);
    expect(lines.slice(0, 2).join('')).not.toContain('SECRET');
    expect(lines.join('')).not.toMatch(/127\.0\.0\.1|remoteAddress/);
  });
});

describe('GraphiQL', () => {
  it('is one page that loads nothing from elsewhere, for a browser on a developer’s machine', async () => {
    const service = await startService();
    const { headers, body } = await service.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
    await service.stop();
    expect(headers['content-type']).toMatch('text/html');
    expect(body.includes('pairings(')).toBe(true);
    const links = [...body.slice(0, body.indexOf('<style>')).matchAll(/(?:src|href)="([^"]{5})/g)].map(
      ([, start]) => start,
    );
    expect(links).toEqual(['data:']);
    expect(/unpkg\.com|jsdelivr\.net|esm\.sh|googleapis\.com/.exec(body)).toBeNull();
  });

  it('is not there in production', async () => {
    const service = await startService({ NODE_ENV: 'production' });
    const { statusCode } = await service.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
    await service.stop();
    expect(statusCode).toBe(400);
  });
});
