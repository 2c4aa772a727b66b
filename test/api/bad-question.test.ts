import { assessAll, HUNDRED_HOURS, openShop, pairings, refused, type Shop } from './shop.js';

const RANKING = pairings('totalCount');
/** GraphQL answers 400 to what it need not even try, and 200 to what a field of the question refuses. */
const [UNTRIED, TRIED] = [400, 200];

describe('a question that cannot be meant is refused, with a code and what to change:', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const { treatment, concerns } = HUNDRED_HOURS;
  const AT = { hoursSince: 30 };
  const nowhere = (hoursSince: number) =>
    `{ assess(product: { sku: "X" }, treatment: { hoursSince: ${hoursSince} }) { verdict } }`;

  describe('a treatment', () => {
    it.each<[string, object, number, string, RegExp]>([
      ['by a needle of 9 mm', { ...AT, needleDepthMm: 9 }, TRIED, 'INVALID_DEPTH', /is 9; needles are 0\.1 to 3\.5 mm/],
      ['by a needle of 0 mm', { ...AT, needleDepthMm: 0 }, TRIED, 'INVALID_DEPTH', /is 0; needles are 0\.1 to 3\.5 mm/],
      ['by a needle of less than nothing', { ...AT, needleDepthMm: -1 }, TRIED, 'INVALID_DEPTH', /0\.1 to 3\.5 mm/],
      ['just too deep', { ...AT, needleDepthMm: 3.500001 }, TRIED, 'INVALID_DEPTH', /0\.1 to 3\.5 mm/],
      [
        'by a needle that is no number',
        { ...AT, needleDepthMm: 'NaN' },
        UNTRIED,
        'BAD_USER_INPUT',
        /needleDepthMm.*Float/,
      ],
      ['by a needle in words', { ...AT, needleDepthMm: '1 mm' }, UNTRIED, 'BAD_USER_INPUT', /needleDepthMm.*Float/],
      ['at no time', { needleDepthMm: 1 }, TRIED, 'EXACTLY_ONE', /exactly one of `treatedAt` and `hoursSince`/],
      ['at no time, said by null', { treatedAt: null, hoursSince: null }, TRIED, 'EXACTLY_ONE', /exactly one/],
      ['at two times', { ...AT, treatedAt: '2026-11-23T09:00:00Z' }, TRIED, 'EXACTLY_ONE', /exactly one/],
      ['a billion hours ago', { hoursSince: 1e9 }, TRIED, 'INVALID_HOUR', /-2160.*8760/],
      ['more than a year ago', { hoursSince: 8760.5 }, TRIED, 'INVALID_HOUR', /-2160.*8760/],
      ['in more than 90 days', { hoursSince: -2161 }, TRIED, 'INVALID_HOUR', /-2160.*8760/],
      ['in another century', { treatedAt: '1926-11-23T09:00:00Z' }, TRIED, 'INVALID_HOUR', /-2160.*8760/],
      ['at a time without a zone', { treatedAt: '2026-11-23T09:00:00' }, UNTRIED, 'BAD_USER_INPUT', /with its zone/],
      [
        'on a day that does not exist',
        { treatedAt: '2026-02-30T09:00:00Z' },
        UNTRIED,
        'BAD_USER_INPUT',
        /DateTime is written/,
      ],
      ['at a time in words', { treatedAt: 'yesterday' }, UNTRIED, 'BAD_USER_INPUT', /DateTime is written/],
      [
        'with a device that is none',
        { ...AT, device: 'LASER' },
        UNTRIED,
        'BAD_USER_INPUT',
        /"LASER" does not exist in "Device"/,
      ],
      ['with something else in it', { ...AT, doctor: 'x' }, UNTRIED, 'BAD_USER_INPUT', /"doctor" is not defined/],
    ])('%s', async (_, treatment, status, code, says) => {
      const expected = { status, code, message: expect.stringMatching(says) };
      expect(await refused(shop, RANKING, { concerns, treatment })).toEqual(expected);
      expect(await refused(shop, assessAll('verdict'), { products: [{ sku: 'X' }], treatment })).toEqual(expected);
      const phases = 'query ($treatment: TreatmentInput!) { phases(treatment: $treatment) { phase } }';
      expect(await refused(shop, phases, { treatment })).toEqual(expected);
    });

    it.each(['1e400', '-1e400', '1e9'])('written as the hour %s', async (hour) => {
      expect(await refused(shop, nowhere(hour as never))).toMatchObject({ status: TRIED, code: 'INVALID_HOUR' });
    });

    it.each([
      ['1e400', TRIED, 'INVALID_DEPTH'],
      ['NaN', UNTRIED, 'GRAPHQL_VALIDATION_FAILED'],
      ['"1"', UNTRIED, 'GRAPHQL_VALIDATION_FAILED'],
    ])('written with a needle of %s', async (depth, status, code) => {
      const query = `{ phases(treatment: { hoursSince: 1, needleDepthMm: ${depth} }) { phase } }`;
      expect(await refused(shop, query)).toMatchObject({ status, code });
    });

    it('written at a time without a zone', async () => {
      expect(await refused(shop, '{ phases(treatment: { treatedAt: "2026-11-23T09:00:00" }) { phase } }')).toEqual({
        status: UNTRIED,
        code: 'GRAPHQL_VALIDATION_FAILED',
        message: 'A DateTime is written as 2026-11-24T18:30:00Z, with its zone.',
      });
    });

    it('but not one at the very ends of what can be asked', async () => {
      for (const hoursSince of [-2160, 8760]) expect(await shop.codes(nowhere(hoursSince))).toEqual([]);
      for (const needleDepthMm of [0.1, 3.5])
        expect(await shop.codes(RANKING, { concerns, treatment: { ...AT, needleDepthMm } })).toEqual([]);
    });
  });

  describe('a skin', () => {
    const many = (count: number, entry: string) => Array.from({ length: count }, () => entry);
    it.each<[string, object, number, string, RegExp]>([
      ['of Fitzpatrick type 7', { fitzpatrick: 7 }, TRIED, 'INVALID_FITZPATRICK', /is 7; the types are 1 to 6/],
      ['of Fitzpatrick type 0', { fitzpatrick: 0 }, TRIED, 'INVALID_FITZPATRICK', /is 0; the types are 1 to 6/],
      ['of a type and a half', { fitzpatrick: 2.5 }, UNTRIED, 'BAD_USER_INPUT', /fitzpatrick.*Int/],
      [
        'with a condition that is none',
        { conditions: ['TIRED'] },
        UNTRIED,
        'BAD_USER_INPUT',
        /"TIRED" does not exist in "Condition"/,
      ],
      [
        'with a symptom that is none',
        { symptoms: ['ITCH'] },
        UNTRIED,
        'BAD_USER_INPUT',
        /"ITCH" does not exist in "Symptom"/,
      ],
      ['that avoids 51 things', { avoid: many(51, 'retinol') }, TRIED, 'TOO_MANY', /`avoid` takes up to 50/],
      ['that avoids 101 things', { avoid: many(101, 'retinol') }, UNTRIED, 'TOO_MANY', /`avoid` takes up to/],
      ['that avoids a whole label', { avoid: ['x'.repeat(101)] }, TRIED, 'TOO_LONG', /one name of at most 100/],
      ['with a condition told 5,000 times', { conditions: many(5000, 'PREGNANT') }, UNTRIED, 'TOO_MANY', /up to 100/],
    ])('%s', async (_, profile, status, code, says) => {
      const expected = { status, code, message: expect.stringMatching(says) };
      expect(await refused(shop, RANKING, { concerns, treatment, profile })).toEqual(expected);
      expect(await refused(shop, assessAll('verdict'), { products: [{ sku: 'X' }], treatment, profile })).toEqual(
        expected,
      );
    });
  });

  describe('concerns', () => {
    it.each<[string, object[] | null, number, string, RegExp]>([
      ['of which there is none', [], TRIED, 'NO_CONCERN', /at least one concern/],
      ['of weight 0', [{ concern: 'PORES', weight: 0 }], TRIED, 'INVALID_WEIGHT', /PORES is 0; a weight is above 0/],
      ['of weight -1', [{ concern: 'PORES', weight: -1 }], TRIED, 'INVALID_WEIGHT', /PORES is -1; a weight is above 0/],
      ['that weigh too much', [{ concern: 'PORES', weight: 1001 }], TRIED, 'INVALID_WEIGHT', /at most 1000/],
      [
        'of which one weighs nothing',
        [{ concern: 'PORES' }, { concern: 'RADIANCE', weight: 0 }],
        TRIED,
        'INVALID_WEIGHT',
        /RADIANCE/,
      ],
      ['that are none', [{ concern: 'WRINKLES' }], UNTRIED, 'BAD_USER_INPUT', /"WRINKLES" does not exist in "Concern"/],
      ['that are null', null, UNTRIED, 'BAD_USER_INPUT', /concerns/],
      [
        'a hundred and one times',
        Array.from({ length: 101 }, () => ({ concern: 'PORES' })),
        UNTRIED,
        'TOO_MANY',
        /`concerns` takes up to 100/,
      ],
    ])('%s', async (_, concerns, status, code, says) => {
      expect(await refused(shop, RANKING, { concerns, treatment })).toEqual({
        status,
        code,
        message: expect.stringMatching(says),
      });
    });

    it.each([
      ['0', TRIED, 'INVALID_WEIGHT'],
      ['1e400', TRIED, 'INVALID_WEIGHT'],
      ['"1"', UNTRIED, 'GRAPHQL_VALIDATION_FAILED'],
    ])('written with a weight of %s', async (weight, status, code) => {
      const query = `{ pairings(concerns: [{ concern: PORES, weight: ${weight} }], treatment: { hoursSince: 1 }) { totalCount } }`;
      expect(await refused(shop, query)).toMatchObject({ status, code });
    });

    it('written with a name that is none', async () => {
      const query = '{ pairings(concerns: [{ concern: FINE_LINE }], treatment: { hoursSince: 1 }) { totalCount } }';
      expect(await refused(shop, query)).toEqual({
        status: UNTRIED,
        code: 'GRAPHQL_VALIDATION_FAILED',
        message: 'Value "FINE_LINE" does not exist in "Concern" enum. Did you mean the enum value "FINE_LINES"?',
      });
    });
  });

  describe('a filter', () => {
    it.each<[string, object, number, string, RegExp]>([
      [
        'for a class that does not exist',
        { tags: ['retinol', 'no_such_class'] },
        TRIED,
        'UNKNOWN_TAG',
        /“no_such_class”/,
      ],
      ['for a price in words', { maxPrice: 'cheap' }, UNTRIED, 'BAD_USER_INPUT', /written as "24\.00"/],
      ['for a price below nothing', { maxPrice: '-1' }, UNTRIED, 'BAD_USER_INPUT', /written as "24\.00"/],
      ['by a text longer than any name', { text: 'x'.repeat(201) }, TRIED, 'TOO_LONG', /at most 200 characters/],
      ['for a kind that does not exist', { categories: ['POTION'] }, UNTRIED, 'BAD_USER_INPUT', /"POTION"/],
      [
        'that leaves away 101 products',
        { excludeIds: Array.from({ length: 101 }, String) },
        UNTRIED,
        'TOO_MANY',
        /`excludeIds` takes up to 100/,
      ],
      [
        'for 101 brands',
        { brands: Array.from({ length: 101 }, String) },
        UNTRIED,
        'TOO_MANY',
        /`brands` takes up to 100/,
      ],
    ])('%s', async (_, filter, status, code, says) => {
      const expected = { status, code, message: expect.stringMatching(says) };
      expect(await refused(shop, RANKING, { concerns, treatment, filter })).toEqual(expected);
      const products = 'query ($filter: ProductFilter) { products(filter: $filter) { totalCount } }';
      expect(await refused(shop, products, { filter })).toEqual(expected);
    });

    it('of ingredients for a class that does not exist, or by a text longer than any name', async () => {
      const query = 'query ($tag: String, $text: String) { ingredients(tag: $tag, text: $text) { totalCount } }';
      expect(await refused(shop, query, { tag: 'no_such_class' })).toMatchObject({ code: 'UNKNOWN_TAG' });
      expect(await refused(shop, query, { text: 'x'.repeat(201) })).toMatchObject({ code: 'TOO_LONG' });
      expect(
        await shop.codes('query ($inci: String!) { ingredient(inci: $inci) { id } }', { inci: 'x'.repeat(201) }),
      ).toEqual(['TOO_LONG']);
    });
  });

  describe('a label', () => {
    const READ = 'query ($ingredients: String!) { readLabel(ingredients: $ingredients) { complete } }';
    it.each([
      ['of 80 kB', 'Aqua, '.repeat(13_333)],
      ['of 8 kB and one byte', 'a'.repeat(8193)],
      ['of 8 kB and one byte in another script', `${'水'.repeat(2730)}aaa`],
    ])('%s', async (_, ingredients) => {
      const expected = {
        status: TRIED,
        code: 'TOO_LONG',
        message: 'The label is longer than 8 kB. Send the ingredient list alone.',
      };
      expect(await refused(shop, READ, { ingredients })).toEqual(expected);
      const products = [{ label: { ingredients } }];
      expect(await refused(shop, assessAll('verdict'), { products, treatment })).toEqual(expected);
    });

    it('with a NUL character, by literal and by variable', async () => {
      const expected = {
        status: UNTRIED,
        code: 'NUL_CHARACTER',
        message: 'A text in the request holds a NUL character. Send it without.',
      };
      expect(await refused(shop, READ, { ingredients: 'Aqua\0Glycerin' })).toEqual(expected);
      expect(await refused(shop, '{ readLabel(ingredients: "Aqua\\u0000") { complete } }')).toEqual(expected);
      const products = [{ label: { ingredients: 'Aqua', name: '\0' } }];
      expect(await refused(shop, assessAll('verdict'), { products, treatment })).toEqual(expected);
    });

    it('with a name longer than any', async () => {
      const products = [{ label: { ingredients: 'Aqua', name: 'x'.repeat(301) } }];
      expect(await refused(shop, assessAll('verdict'), { products, treatment })).toEqual({
        status: TRIED,
        code: 'TOO_LONG',
        message: 'A name has at most 300 characters.',
      });
    });
  });

  describe('products', () => {
    const label = { ingredients: 'Aqua' };
    it.each<[string, object[], number, string, RegExp]>([
      [
        'by a reference that names nothing',
        [{}],
        TRIED,
        'EXACTLY_ONE',
        /exactly one of `id`, `sku`, `gtin` and `label`/,
      ],
      ['by a reference that names nothing but null', [{ id: null, label: null }], TRIED, 'EXACTLY_ONE', /exactly one/],
      ['by a reference that names two things', [{ sku: 'X', label }], TRIED, 'EXACTLY_ONE', /exactly one/],
      [
        'of which one among many is named twice',
        [{ sku: 'X' }, { sku: 'X', gtin: '1' }],
        TRIED,
        'EXACTLY_ONE',
        /exactly one/,
      ],
      [
        'by 101 references',
        Array.from({ length: 101 }, () => ({ sku: 'X' })),
        UNTRIED,
        'TOO_MANY',
        /`products` takes up to 100/,
      ],
      ['by 21 labels', Array.from({ length: 21 }, () => ({ label })), TRIED, 'TOO_MANY', /At most 20/],
      [
        'by 21 labels among others',
        [{ sku: 'X' }, ...Array.from({ length: 21 }, () => ({ label }))],
        TRIED,
        'TOO_MANY',
        /At most 20/,
      ],
    ])('%s', async (_, products, status, code, says) => {
      expect(await refused(shop, assessAll('verdict'), { products, treatment })).toEqual({
        status,
        code,
        message: expect.stringMatching(says),
      });
    });
  });
});
