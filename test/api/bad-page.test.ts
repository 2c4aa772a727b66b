import { HUNDRED_HOURS, openShop, type PageInfo, pairings, refused, type Shop, THIRTY_HOURS } from './shop.js';

const LISTS = {
  ranking: pairings('pageInfo { endCursor } totalCount'),
  'list of what was left out': pairings('leftOut { pageInfo { endCursor } totalCount }'),
  'list of products':
    'query ($first: Int, $after: String) { products(first: $first, after: $after) { pageInfo { endCursor } } }',
  'list of ingredients':
    'query ($first: Int, $after: String) { ingredients(first: $first, after: $after) { pageInfo { endCursor } } }',
};
type List = keyof typeof LISTS;

describe('a page that cannot be meant is refused, with a code and what to change:', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const asking = (list: List, page: { first?: unknown; after?: unknown }) => ({
    ...(list === 'ranking' || list === 'list of what was left out' ? THIRTY_HOURS : {}),
    ...(list === 'list of what was left out' ? { leftFirst: page.first, leftAfter: page.after } : page),
  });
  const endOf = async (list: List, question: object = {}) => {
    const answer = await shop.answer<Record<string, { pageInfo?: PageInfo; leftOut?: { pageInfo: PageInfo } }>>(
      LISTS[list],
      {
        ...asking(list, { first: 3 }),
        ...question,
      },
    );
    const [found] = Object.values(answer);
    return (found?.leftOut?.pageInfo ?? found?.pageInfo)?.endCursor ?? '';
  };

  describe.each(Object.keys(LISTS) as List[])('in the %s', (list) => {
    it.each([-1, 0, 101, 1_000_000_000])('a size of %d, by variable and by literal', async (first) => {
      const expected = {
        status: 400,
        code: 'INVALID_PAGE_SIZE',
        message: '`first` is the size of a page. Ask for 1 to 100 at a time.',
      };
      expect(await refused(shop, LISTS[list], asking(list, { first }))).toEqual(expected);

      const written = LISTS[list].replace(/\$(first|leftFirst): Int,/g, '').replace(/first: \$\w+/, `first: ${first}`);
      const literal =
        list === 'list of what was left out'
          ? written.replace(/first: -?\d+,/, '').replace('first: $leftFirst', `first: ${first}`)
          : written;
      expect(await refused(shop, literal, asking(list, {}))).toEqual(expected);
    });

    it.each([1e10, 2.5, '10'])('a size that is no whole number: %j', async (first) => {
      expect(await refused(shop, LISTS[list], asking(list, { first }))).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
      });
    });

    it.each(['', 'abc', '☃', 'bnVsbA', 'W10', '0', `${'A'.repeat(5000)}`])(
      'a cursor that is none: %.20j',
      async (after) => {
        expect(await refused(shop, LISTS[list], asking(list, { after }))).toMatchObject({
          status: 200,
          code: 'INVALID_CURSOR',
          message: expect.stringMatching(/leave `after` out to start from the beginning/),
        });
      },
    );

    it('a cursor of each other list', async () => {
      for (const other of Object.keys(LISTS) as List[]) {
        const after = await endOf(other);
        expect(await shop.codes(LISTS[list], asking(list, { after }))).toEqual(
          list === other ? [] : ['INVALID_CURSOR'],
        );
      }
    });

    it('a cursor in which a single letter was changed', async () => {
      const cursor = await endOf(list);
      for (let place = 0; place < cursor.length; place++) {
        const letter = cursor[place] === 'A' ? 'B' : 'A';
        const after = cursor.slice(0, place) + letter + cursor.slice(place + 1);
        const same = Buffer.from(after, 'base64url').equals(Buffer.from(cursor, 'base64url'));
        if (!same)
          expect([place, await shop.codes(LISTS[list], asking(list, { after }))]).toEqual([place, ['INVALID_CURSOR']]);
      }
    });

    it('a cursor whose place was set elsewhere', async () => {
      const [name, mark] = JSON.parse(Buffer.from(await endOf(list), 'base64url').toString()) as [string, string];
      for (const place of [[], [1], [0, 0, '', ''], ['zinc'], [null], [100, 0, 'A', 'B', 'C']]) {
        const after = Buffer.from(JSON.stringify([name, mark, place])).toString('base64url');
        expect(await shop.codes(LISTS[list], asking(list, { after }))).toEqual(['INVALID_CURSOR']);
      }
    });
  });

  it.each([
    ['hour', { treatment: { needleDepthMm: 1, hoursSince: 31 } }],
    ['needle', { treatment: { needleDepthMm: 1.5, hoursSince: 30 } }],
    ['concern', { concerns: [{ concern: 'PORES' }] }],
    ['weight', { concerns: [{ concern: 'PIGMENTATION', weight: 2 }] }],
    ['skin', { profile: HUNDRED_HOURS.profile }],
    ['filter', { filter: { inStock: true } }],
    ['channel', { channel: 'demo' }],
  ])('a cursor of the same ranking for another %s', async (_, other) => {
    for (const list of ['ranking', 'list of what was left out'] as const) {
      const after = await endOf(list);
      expect(await shop.codes(LISTS[list], { ...asking(list, { after }), ...other })).toEqual(['INVALID_CURSOR']);
    }
  });

  it('a cursor of what was left out with other verdicts', async () => {
    const list = 'list of what was left out';
    const after = await endOf(list, { verdicts: ['AVOID'] });
    const codes = (verdicts: string[]) => shop.codes(LISTS[list], { ...asking(list, { after }), verdicts });
    expect([await codes(['AVOID']), await codes(['CAUTION'])]).toEqual([[], ['INVALID_CURSOR']]);
  });
});
