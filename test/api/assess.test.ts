import {
  assessAll,
  everyProduct,
  FITTING,
  HUNDRED_HOURS,
  type Named,
  openShop,
  type Reason,
  REASONS,
  type Shop,
} from './shop.js';

interface Assessment {
  product: Named | null;
  label: { tokens: { printed: string }[]; complete: boolean } | null;
  verdict: string;
  reasons: Reason[];
  usableFromHour: number | null;
  completeness: number;
  notices: { code: string; summary: string; indicator: string; untilHour: number | null; sources: object[] }[];
  phase: { phase: string };
}

const FIELDS = `
  product { id brand name } label { tokens { printed } complete } verdict ${REASONS} usableFromHour completeness
  notices { code summary indicator untilHour sources { id } } phase { phase }
`;

describe('verdicts on products', () => {
  let shop: Shop;
  let all: (Named & { gtin: string | null; offers: { sku: string }[] })[];
  beforeAll(async () => {
    shop = await openShop();
    all = await everyProduct(shop, 'gtin offers { sku }');
  });
  afterAll(() => shop.stop());

  const { treatment, profile } = HUNDRED_HOURS;
  const assessed = async (products: object[], more = {}) =>
    (await shop.answer<{ assessAll: Assessment[] }>(assessAll(FIELDS), { products, treatment, profile, ...more }))
      .assessAll;
  const RETINOL = 'Aqua, Glycerin, Caprylic/Capric Triglyceride, Retinol, Phenoxyethanol, Ethylhexylglycerin';

  it('stand in the order of the references, of whatever sort they are', async () => {
    const [a, b, c] = [all.findLast(({ gtin }) => gtin !== null), all[3], all[11]];
    const refs = [
      { sku: b?.offers[0]?.sku },
      { label: { ingredients: RETINOL } },
      { id: c?.id },
      { gtin: a?.gtin },
      { id: c?.id },
    ];
    expect((await assessed(refs)).map(({ product }) => product?.name ?? null)).toEqual([
      b?.name,
      null,
      c?.name,
      a?.name,
      c?.name,
    ]);
  });

  it('are the same however the product is named', async () => {
    const product = all.find(({ gtin }) => gtin !== null);
    const [byId, bySku, byGtin] = await assessed([
      { id: product?.id },
      { sku: product?.offers[0]?.sku },
      { gtin: `0${product?.gtin ?? ''}` },
    ]);
    expect(byId?.product?.name).toBe(product?.name);
    expect([bySku, byGtin]).toEqual([byId, byId]);
  });

  it('are the same one by one and all together', async () => {
    const ids = all.slice(0, 10).map(({ id }) => ({ id }));
    const together = await assessed(ids);
    for (const [index, product] of ids.entries()) {
      const { assess } = await shop.answer<{ assess: Assessment }>(
        `query ($product: ProductRef!, $treatment: TreatmentInput!, $profile: SkinProfileInput) {
          assess(product: $product, treatment: $treatment, profile: $profile) { ${FIELDS} }
        }`,
        { product, treatment, profile },
      );
      expect(assess).toEqual(together[index]);
    }
  });

  it.each([
    ['id', { id: 'UHJvZHVjdDo5OTk5OTk' }],
    ['id that is none', { id: 'garbage' }],
    ['id of an ingredient', { id: 'SW5ncmVkaWVudDpyZXRpbm9s' }],
    ['SKU', { sku: 'NOBODY-HAS-THIS' }],
    ['GTIN', { gtin: '4006381333931' }],
  ])('on an unknown %s are UNVERIFIED, because nothing was found', async (_, ref) => {
    const [found, missing] = await assessed([{ id: all[0]?.id }, ref]);
    expect(found?.product?.name).toBe(all[0]?.name);
    expect(missing).toMatchObject({
      product: null,
      label: null,
      verdict: 'UNVERIFIED',
      usableFromHour: null,
      completeness: 0,
      reasons: [{ code: 'NOT_FOUND', rule: 'product.not-found', policy: expect.any(String) }],
    });
  });

  it('on a pasted label say how it was read, and name no product', async () => {
    const [one] = await assessed([{ label: { ingredients: RETINOL, category: 'SERUM', name: 'Night serum' } }]);
    expect(one).toMatchObject({
      product: null,
      verdict: 'AVOID',
      completeness: 1,
      usableFromHour: expect.any(Number),
      reasons: expect.arrayContaining([
        expect.objectContaining({ code: 'HOLD', rule: 'retinol.hold', printed: 'Retinol' }),
      ]),
    });
    expect(one?.label?.tokens.map(({ printed }) => printed)).toEqual(RETINOL.split(', '));
  });

  it('on the label of a product agree with those on the product', async () => {
    const { product } = await shop.answer<{ product: { id: string; label: string; category: string; name: string } }>(
      '{ product(sku: "TES-SER-02") { id label category name } }',
    );
    const { label: ingredients, category, name } = product;
    const [byId, byLabel] = await assessed([{ id: product.id }, { label: { ingredients, category, name } }]);
    expect([byLabel?.verdict, byLabel?.usableFromHour, byLabel?.label]).toEqual([
      byId?.verdict,
      byId?.usableFromHour,
      byId?.label,
    ]);
  });

  it('on a label without ingredients are UNVERIFIED for ever', async () => {
    for (const ingredients of ['', ' ', 'see the pack'])
      expect(await assessed([{ label: { ingredients } }], { treatment: { hoursSince: 8000 } })).toMatchObject([
        { verdict: 'UNVERIFIED', usableFromHour: null, reasons: [{ code: 'NO_LIST' }] },
      ]);
  });

  it('turn at the hour that they give', async () => {
    const products = all.slice(0, 60).map(({ id }) => ({ id }));
    const waiting = (await assessed(products)).flatMap(({ product, usableFromHour, verdict }) =>
      !FITTING.includes(verdict as never) && usableFromHour !== null ? [{ id: product?.id, usableFromHour }] : [],
    );
    expect(waiting.length).toBeGreaterThan(10);
    for (const { id, usableFromHour } of waiting.slice(0, 20)) {
      const at = async (hoursSince: number) =>
        (await assessed([{ id }], { treatment: { ...treatment, hoursSince } }))[0]?.verdict;
      expect(FITTING).not.toContain(await at(usableFromHour - 0.001));
      expect(FITTING).toContain(await at(usableFromHour));
    }
  });

  it('are none when nothing is asked, and a hundred when a hundred are', async () => {
    expect(await assessed([])).toEqual([]);
    const { assessAll: badges } = await shop.answer<{ assessAll: object[] }>(assessAll('verdict usableFromHour'), {
      products: Array.from({ length: 100 }, (_, index) => ({ id: all[index]?.id })),
      treatment,
    });
    expect(badges).toHaveLength(100);
  });

  it('may be asked on twenty pasted labels at once', async () => {
    const labels = Array.from({ length: 20 }, () => ({ label: { ingredients: RETINOL } }));
    expect(await assessed([...labels, { id: all[0]?.id }])).toHaveLength(21);
  });
});

describe('what to use instead', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.stop());

  interface Swapped {
    verdict: string;
    product: (Named & { category: string }) | null;
    swap: (Named & { category: string }) | null;
  }
  const FIELDS = 'verdict product { id brand name category } swap { id brand name category }';
  const { concerns, treatment, profile } = HUNDRED_HOURS;

  it('is of the same kind, and fits at this hour', async () => {
    const products = (await everyProduct(shop)).map(({ id }) => ({ id }));
    for (const some of [products.slice(0, 100), products.slice(100, 200)]) {
      const { assessAll: all } = await shop.answer<{ assessAll: Swapped[] }>(assessAll(FIELDS), {
        products: some,
        treatment,
        profile,
      });
      const swaps = all.flatMap(({ swap }) => (swap === null ? [] : [{ id: swap.id }]));
      expect(swaps.length).toBeGreaterThan(10);
      for (const { verdict, product, swap } of all) {
        if (FITTING.includes(verdict as never)) expect(swap).toBeNull();
        else expect([null, product?.category]).toContain(swap?.category ?? null);
      }
      const { assessAll: then } = await shop.answer<{ assessAll: Swapped[] }>(assessAll('verdict'), {
        products: swaps,
        treatment,
        profile,
      });
      expect(then.filter(({ verdict }) => !FITTING.includes(verdict as never))).toEqual([]);
    }
  });

  it('is offered for a pasted label of a kind as well', async () => {
    const label = { ingredients: 'Aqua, Glycerin, Retinol, Phenoxyethanol', category: 'SERUM' };
    const { assessAll: all } = await shop.answer<{ assessAll: Swapped[] }>(assessAll(FIELDS), {
      products: [{ label }],
      treatment,
      profile,
    });
    expect(all).toMatchObject([{ verdict: 'AVOID', product: null, swap: { category: 'SERUM' } }]);
  });

  it('is, in a ranking, the best of those that the question was about', async () => {
    const question = `query ($concerns: [ConcernInput!]!, $treatment: TreatmentInput!, $profile: SkinProfileInput, $filter: ProductFilter) {
      pairings(concerns: $concerns, treatment: $treatment, profile: $profile, filter: $filter, first: 1) {
        nodes { product { id } } leftOut(first: 5) { nodes { swap { id } } }
      }
    }`;
    const ask = async (filter: object) =>
      (
        await shop.answer<{ pairings: { nodes: { product: Named }[]; leftOut: { nodes: { swap: Named | null }[] } } }>(
          question,
          { concerns, treatment, profile, filter },
        )
      ).pairings;

    let excludeIds: string[] = [];
    for (let round = 0; round < 3; round++) {
      const { nodes, leftOut } = await ask({ categories: ['SERUM'], excludeIds });
      const best = nodes[0]?.product.id ?? '';
      expect(leftOut.nodes.map(({ swap }) => swap?.id)).toEqual(leftOut.nodes.map(() => best));
      expect(excludeIds).not.toContain(best);
      excludeIds = [...excludeIds, best];
    }
  });
});
