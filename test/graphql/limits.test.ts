import { type Service, startService } from '../support/service.js';

describe('a query', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());
  const codes: Service['codes'] = (query, variables) => service.codes(query, variables);

  describe('for a page', () => {
    it.each([-1, 0, 101, 1_000_000_000])('of %d is refused, by literal and by variable', async (first) => {
      expect(await codes(`{ products(first: ${first}) { totalCount } }`)).toEqual(['INVALID_PAGE_SIZE']);
      expect(await codes('query ($first: Int) { products(first: $first) { totalCount } }', { first })).toEqual([
        'INVALID_PAGE_SIZE',
      ]);
      expect(await codes(`query ($first: Int = ${first}) { products(first: $first) { totalCount } }`)).toEqual([
        'INVALID_PAGE_SIZE',
      ]);
      expect(await codes(`{ ...F } fragment F on Query { products(first: ${first}) { totalCount } }`)).toEqual([
        'INVALID_PAGE_SIZE',
      ]);
    });

    it('of null is refused, and of nothing takes the default', async () => {
      expect(await codes('{ products(first: null) { totalCount } }')).toEqual(['INVALID_PAGE_SIZE']);
      expect(await codes('query ($first: Int) { products(first: $first) { totalCount } }')).toEqual([]);
    });

    it.each([1, 100])('of %d is answered', async (first) => {
      expect(await codes('query ($first: Int) { products(first: $first) { totalCount } }', { first })).toEqual([]);
    });

    it('says what to change, before anything runs', async () => {
      expect(await service.ask('{ products(first: -1) { totalCount } }')).toEqual({
        status: 400,
        errors: [
          {
            message: '`first` is the size of a page. Ask for 1 to 100 at a time.',
            extensions: { code: 'INVALID_PAGE_SIZE', field: 'first' },
          },
        ],
      });
    });
  });

  describe('that is too large', () => {
    const alias = (times: number, field: string) =>
      Array.from({ length: times }, (_, index) => `a${index}: ${field}`).join(' ');

    it('is refused by its cost, also through aliases, fragments and variables', async () => {
      const page = 'products(first: 100) { nodes { id offers { sku } } }';
      expect(await codes(`{ ${alias(10, page)} }`)).toEqual([]);
      expect(await codes(`{ ${alias(30, page)} }`)).toEqual(['TOO_COSTLY']);
      expect(await codes(`query ($n: Int) { ${alias(30, page.replace('100', '$n'))} }`, { n: 100 })).toEqual([
        'TOO_COSTLY',
      ]);
      expect(
        await codes(
          `{ ${alias(30, 'products(first: 100) { ...F }')} } fragment F on ProductConnection { nodes { id offers { sku } } }`,
        ),
      ).toEqual(['TOO_COSTLY']);
    });

    it('is weighed without what its directives leave out', async () => {
      const query = `query ($with: Boolean!) { ${alias(30, 'products(first: 100) { nodes { id offers @include(if: $with) { sku } } }')} }`;
      expect(await codes(query, { with: true })).toEqual(['TOO_COSTLY']);
      expect(await codes(query, { with: false })).toEqual([]);
    });

    it('is refused quickly when fragments multiply', async () => {
      const fragments = Array.from(
        { length: 30 },
        (_, index) =>
          `fragment F${index} on Query { ...F${index + 1} ...G${index + 1} } fragment G${index} on Query { ...F${index + 1} ...G${index + 1} }`,
      );
      const query = `{ ...F0 ...G0 } ${fragments.join(' ')} fragment F30 on Query { __typename } fragment G30 on Query { __typename }`;
      const start = Date.now();
      expect(await codes(query)).toEqual(['TOO_COSTLY']);
      expect(Date.now() - start).toBeLessThan(2000);
    });

    it('is refused by its depth, also through fragments', async () => {
      const ofType = (depth: number) => 'ofType { '.repeat(depth) + 'name' + ' }'.repeat(depth);
      expect(await codes(`{ __schema { types { fields { type { ${ofType(7)} } } } } }`)).toEqual([]); // introspection as tools send it
      expect(await codes(`{ ${'... { '.repeat(50)} __typename ${'} '.repeat(50)} }`)).toEqual([]); // as flat as its fields
    });

    it('is not even parsed when it has thousands of tokens', async () => {
      expect(await codes(`{ ${'__typename '.repeat(5000)} }`)).toEqual(['GRAPHQL_PARSE_FAILED']);
    });

    it('is refused when a list has more than 100 entries', async () => {
      const ids = Array.from({ length: 101 }, () => 'UHJvZHVjdDox');
      expect(await codes('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual(['TOO_MANY']);
      expect(await codes('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids.slice(1) })).toEqual([]);
    });
  });

  it.each([
    ['a literal', '{ product(sku: "a\\u0000b") { id } }', {}],
    ['a variable', 'query ($sku: String) { product(sku: $sku) { id } }', { sku: 'a\0b' }],
    [
      'the depth of a variable',
      'query ($f: ProductFilter) { products(filter: $f) { totalCount } }',
      { f: { brands: ['ok', '\0'] } },
    ],
  ])('with a NUL character in %s is refused', async (_, query, variables) => {
    expect(await codes(query, variables)).toEqual(['NUL_CHARACTER']);
  });

  it('with a variable that is null where it must not be is the caller’s to mend', async () => {
    expect(await codes('query ($with: Boolean = true) { __typename @include(if: $with) }', { with: null })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('with variables that nest without end is answered as wrong, not with a crash', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const response = await service.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: `{"query":"query ($f: ProductFilter) { products(filter: $f) { totalCount } }","variables":{"f":${deep}}}`,
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
