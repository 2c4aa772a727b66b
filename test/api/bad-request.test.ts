import { openShop, refused, refusedAs, type Shop } from './shop.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request that is none is refused, with a code and what to change:', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  it.each([
    [
      'half an object',
      '{"query": "{ concerns { name } }"',
      400,
      'INVALID_JSON',
      /The body is not JSON\. Send \{"query"/,
    ],
    ['no JSON at all', 'concerns please', 400, 'INVALID_JSON', /The body is not JSON/],
    ['a query in GraphQL’s own words', '{ concerns { name } }', 400, 'INVALID_JSON', /The body is not JSON/],
    ['an empty object', '{}', 400, 'BAD_REQUEST', /holds no query\. Send/],
    [
      'several queries at once',
      '[{"query":"{ concerns { name } }"},{"query":"{ concerns { name } }"}]',
      400,
      'BAD_REQUEST',
      /Send one query in a request/,
    ],
    [
      'more than 100 kB',
      JSON.stringify({ query: '{ concerns { name } }', variables: { label: 'x'.repeat(103_000) } }),
      413,
      'BODY_TOO_LARGE',
      /longer than 100 kB\. Send less/,
    ],
    ['half a query', '{"query":"{ concerns { name "}', 400, 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    [
      'a field that is none',
      '{"query":"{ concern { name } }"}',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /Did you mean "concerns"/,
    ],
    ['a change', '{"query":"mutation { forget }"}', 400, 'ONLY_QUERIES', /by a mutation\. Send a query/],
    ['a subscription', '{"query":"subscription { news }"}', 400, 'ONLY_QUERIES', /by a subscription\. Send a query/],
  ])('%s', async (_, payload, status, code, says) => {
    expect(await refusedAs(shop, { payload, headers: JSON_TYPE })).toEqual({
      status,
      code,
      message: expect.stringMatching(says),
    });
  });

  it.each([
    [
      'a body of another type',
      '<query/>',
      'text/xml',
      415,
      'INVALID_MEDIA_TYPE',
      /Send the request as application\/json/,
    ],
    ['a form', 'query={concerns{name}}', 'application/x-www-form-urlencoded', 400, 'BAD_REQUEST', /CSRF|content-type/i],
  ])('%s', async (_, payload, type, status, code, says) => {
    expect(await refusedAs(shop, { payload, headers: { 'content-type': type } })).toMatchObject({
      status,
      code,
      message: expect.stringMatching(says),
    });
  });

  it('whole rankings by the hundred', async () => {
    const ranking = 'pairings(concerns: $c, treatment: $t) { totalCount }';
    const ask = (times: number) =>
      `query ($c: [ConcernInput!]!, $t: TreatmentInput!) { ${Array.from({ length: times }, (_, index) => `r${index}: ${ranking}`).join(' ')} }`;
    const variables = { c: [{ concern: 'PORES' }], t: { hoursSince: 30 } };
    expect(await shop.codes(ask(10), variables)).toEqual([]);
    expect(await refused(shop, ask(100), variables)).toMatchObject({ status: 400, code: 'TOO_COSTLY' });
  });

  it('and what a person avoids is read once for an answer, however often it must be known', async () => {
    const query = `query ($avoid: [String!]) {
      pairings(concerns: [{ concern: PORES }], treatment: { needleDepthMm: 1, hoursSince: 400 }, profile: { avoid: $avoid }, first: 100) {
        nodes { untilPhase } leftOut(first: 100) { nodes { swap { id } } }
      }
    }`;
    const avoid = Array.from(
      { length: 50 },
      (_, index) => ['coconut', 'almond', 'walnut', 'sesame', 'peanut'][index % 5],
    );
    expect(await shop.codes(query, { avoid })).toEqual([]);
  });
});
