import { openShop, type Shop } from './shop.js';

interface Label {
  tokens: {
    position: number;
    printed: string;
    start: number;
    end: number;
    ingredient: { inci: string } | null;
    certainty: string;
    minShare: number;
    maxShare: number;
    tags: string[];
  }[];
  warnings: string[];
  recognised: number;
  unrecognised: number;
  complete: boolean;
}

describe('a label that is read', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  const read = async (ingredients: string) =>
    (
      await shop.answer<{ readLabel: Label }>(
        `query ($ingredients: String!) {
          readLabel(ingredients: $ingredients) {
            tokens { position printed start end ingredient { inci } certainty minShare maxShare tags }
            warnings recognised unrecognised complete
          }
        }`,
        { ingredients },
      )
    ).readLabel;

  it('shows each name where it stands in the text, and what it was taken for', async () => {
    const text = 'Ingredients: Aqua, Glycerin,\r\n Vitamin B3, Retinol';
    const { tokens, recognised, unrecognised } = await read(text);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Aqua',
      'Glycerin',
      'Vitamin B3',
      'Retinol',
    ]);
    expect(tokens.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(tokens.map(({ ingredient, certainty }) => [ingredient?.inci, certainty])).toEqual([
      ['Aqua', 'EXACT'],
      ['Glycerin', 'EXACT'],
      ['Niacinamide', 'ALIAS'],
      ['Retinol', 'EXACT'],
    ]);
    expect(tokens[3]?.tags).toEqual(['retinol']);
    expect([recognised, unrecognised]).toEqual([4, 0]);
  });

  it('takes a slip of the pen for what is near, and an unknown name for nothing', async () => {
    const { tokens, recognised, unrecognised } = await read('Aqua, Glycerin, Niacinamied, Zyvorethyl Jexylate');
    expect(tokens.map(({ certainty }) => certainty)).toEqual(['EXACT', 'EXACT', 'NEAR', 'UNKNOWN']);
    expect(tokens[3]?.ingredient).toBeNull();
    expect(recognised + unrecognised).toBe(4);
    expect(unrecognised).toBeGreaterThan(0);
  });

  it('bounds the share of each name by its place', async () => {
    const { tokens } = await read('Aqua, Glycerin, Panthenol, Allantoin');
    for (const { minShare, maxShare } of tokens) {
      expect(minShare).toBeGreaterThanOrEqual(0);
      expect(maxShare).toBeGreaterThanOrEqual(minShare);
      expect(maxShare).toBeLessThanOrEqual(1);
    }
    const largest = tokens.map(({ maxShare }) => maxShare);
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
  });

  it('is not complete when it breaks off, and says what it set aside', async () => {
    expect(await read('Aqua, Glycerin, Panthenol…')).toMatchObject({ complete: false });
    expect((await read('Our happiest serum ever! Ingredients: Aqua, Glycerin.')).warnings).not.toEqual([]);
  });

  it.each(['', '   ', 'n/a'])('holds no name when it is %j', async (text) => {
    expect(await read(text)).toMatchObject({ tokens: [], recognised: 0, complete: false });
  });

  it('may be 8 kB long, in whatever script', async () => {
    for (const [letter, bytes] of [
      ['a', 1],
      ['é', 2],
      ['水', 3],
      ['💧', 4],
    ] as const) {
      const text = letter.repeat(Math.floor(8192 / bytes));
      await read(text);
      expect(
        await shop.codes('query ($l: String!) { readLabel(ingredients: $l) { complete } }', { l: `${text}aaa` }),
      ).toEqual(['TOO_LONG']);
    }
  });
});
