import { AREA, CONCERN, DEVICE, PHASE } from '../../src/core/vocabulary.js';
import { openShop, type PageInfo, type Shop, walked } from './shop.js';

interface Ingredient {
  id: string;
  inci: string;
  aliases: string[];
  tags: {
    code: string;
    name: string;
    summary: string;
    holds: { depth: string; hours: number; policy: string | null; sources: object[]; otherViews: string[] }[];
    sources: object[];
  }[];
  cas: string | null;
}
const INGREDIENT = `id inci aliases cas
  tags { code name summary holds { depth hours policy sources { id kind title year url } otherViews } sources { id } }`;

describe('what Salve knows', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  describe('of an ingredient', () => {
    const named = async (inci: string) =>
      (
        await shop.answer<{ ingredient: Ingredient | null }>(
          `query ($inci: String!) { ingredient(inci: $inci) { ${INGREDIENT} } }`,
          { inci },
        )
      ).ingredient;

    it('is found by its INCI name and by any other, in any case', async () => {
      const niacinamide = await named('Niacinamide');
      expect(niacinamide).toMatchObject({ inci: 'Niacinamide', cas: '98-92-0' });
      expect(niacinamide?.aliases).toContain('Nicotinamide');
      expect(await named('VITAMIN B3')).toEqual(niacinamide);
      expect(await named('nicotinamide')).toEqual(niacinamide);
    });

    it.each(['', 'Zyvorethyl Jexylate', 'Niacinamied'])('is nothing where the name is not sure: %j', async (name) => {
      expect(await named(name)).toBeNull();
    });

    it('is how long its classes wait at each depth, and on what that rests', async () => {
      const [tag] = (await named('Retinol'))?.tags ?? [];
      expect(tag).toMatchObject({
        code: 'retinol',
        name: expect.stringMatching(/\S/),
        summary: expect.stringMatching(/\S/),
      });
      expect(tag?.holds.map(({ depth }) => depth)).toEqual(['up to 0.5 mm', 'above 0.5 mm']);
      for (const { hours, policy, sources } of tag?.holds ?? []) {
        expect(hours).toBeGreaterThanOrEqual(24);
        expect(sources.length > 0 || policy !== null).toBe(true);
      }
    });

    it('is fetched again by its id, beside products and what is gone', async () => {
      const retinol = await named('Retinol');
      const { product } = await shop.answer<{ product: { id: string; name: string } }>(
        '{ product(sku: "TES-SER-03") { id name } }',
      );
      const gone = Buffer.from('Ingredient:phlogiston').toString('base64url');
      const answer = await shop.answer<{ node: unknown; nodes: unknown }>(
        `query ($id: ID!, $ids: [ID!]!) {
          node(id: $id) { ...N } nodes(ids: $ids) { ...N }
        }
        fragment N on Node { __typename id ... on Ingredient { inci } ... on Product { name } }`,
        { id: retinol?.id, ids: [product.id, gone, retinol?.id] },
      );
      const node = { __typename: 'Ingredient', id: retinol?.id, inci: 'Retinol' };
      expect(answer).toEqual({
        node,
        nodes: [{ __typename: 'Product', id: product.id, name: product.name }, null, node],
      });
    });
  });

  describe('of all ingredients', () => {
    const listed = async (variables: object) =>
      (
        await shop.answer<{ ingredients: { totalCount: number; nodes: Ingredient[]; pageInfo: PageInfo } }>(
          `query ($text: String, $tag: String, $first: Int, $after: String) {
            ingredients(text: $text, tag: $tag, first: $first, after: $after) {
              totalCount nodes { id inci aliases tags { code } } pageInfo { hasNextPage endCursor }
            }
          }`,
          { first: 100, ...variables },
        )
      ).ingredients;
    const wordsOf = (name: string) => name.toLowerCase().split(/[^a-z0-9]+/);

    it('is each once, in the order of their names', async () => {
      const all = await walked((after) => listed({ after }));
      const names = all.map(({ inci }) => inci.toLowerCase());
      expect(names).toEqual([...names].sort());
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect((await listed({ first: 1 })).totalCount).toBe(all.length);
      expect(all.length).toBeGreaterThan(900);
    });

    it('is narrowed by words of their names', async () => {
      const { nodes, totalCount } = await listed({ text: 'ACID lactic' });
      expect(nodes.map(({ inci }) => inci)).toContain('Lactic Acid');
      expect(nodes).toHaveLength(totalCount);
      for (const { inci, aliases } of nodes) {
        const holds = (name: string) =>
          ['acid', 'lactic'].every((word) => wordsOf(name).some((part) => part.startsWith(word)));
        expect([inci, [inci, ...aliases].some(holds)]).toEqual([inci, true]);
      }
    });

    it('is narrowed by a class', async () => {
      const { nodes } = await listed({ tag: 'retinol' });
      expect(nodes.map(({ inci }) => inci)).toContain('Retinol');
      for (const { tags } of nodes) expect(tags.map(({ code }) => code)).toContain('retinol');
      expect(await listed({ tag: 'retinol', text: 'no such thing' })).toMatchObject({ totalCount: 0, nodes: [] });
    });
  });

  it('of each concern is its name and what it means', async () => {
    const { concerns } = await shop.answer<{ concerns: { concern: string; name: string; summary: string }[] }>(
      '{ concerns { concern name summary } }',
    );
    expect(concerns.map(({ concern }) => concern).sort()).toEqual(Object.keys(CONCERN).sort());
    for (const { name, summary } of concerns) expect([name, summary]).not.toContain('');
  });

  describe('of the phases', () => {
    const phases = async (treatment: object, profile?: object) =>
      (
        await shop.answer<{
          phases: { phase: string; fromHour: number; toHour: number | null; advice: { summary: string }[] }[];
        }>(
          `query ($treatment: TreatmentInput!, $profile: SkinProfileInput) {
            phases(treatment: $treatment, profile: $profile) { phase fromHour toHour advice { code summary detail indicator sources { id } } }
          }`,
          { treatment, profile },
        )
      ).phases;

    it.each(
      Object.keys(DEVICE).flatMap((device) => [0.1, 0.5, 1, 1.5, 2.5, 3.5].map((depth) => [device, depth] as const)),
    )('after a %s at %d mm is that each begins where the one before has ended', async (device, needleDepthMm) => {
      const all = await phases({ device, needleDepthMm, hoursSince: 30 });
      expect(all.map(({ phase }) => phase)).toEqual(Object.keys(PHASE));
      expect(all.map(({ fromHour }) => fromHour).slice(1)).toEqual(all.map(({ toHour }) => toHour).slice(0, -1));
      expect([all[0]?.fromHour, all[1]?.fromHour, all.at(-1)?.toHour]).toEqual([-2160, 0, null]);
      for (const { advice } of all)
        expect(advice).toEqual([expect.objectContaining({ summary: expect.stringMatching(/^.{1,140}$/) })]);
    });

    it('is the same on every area and at every hour', async () => {
      const face = await phases({ needleDepthMm: 1, hoursSince: 30 });
      for (const area of Object.keys(AREA))
        expect(await phases({ needleDepthMm: 1, hoursSince: 3000, area })).toEqual(face);
    });

    it('is that deeper needles and more reactive skin take no less time', async () => {
      const ends = async (depth: number, profile: object) =>
        (await phases({ needleDepthMm: depth, hoursSince: 30 }, profile)).map(({ toHour }) => toHour ?? Infinity);
      const calm = { fitzpatrick: 2, sensitive: false };
      const [shallow, deep, reactive] = [
        await ends(0.3, calm),
        await ends(2.5, calm),
        await ends(2.5, { fitzpatrick: 6, sensitive: true, conditions: ['ROSACEA'] }),
      ];
      for (const [index, end] of shallow.entries()) {
        expect(deep[index]).toBeGreaterThanOrEqual(end);
        expect(reactive[index]).toBeGreaterThanOrEqual(deep[index] ?? 0);
      }
    });
  });
});
