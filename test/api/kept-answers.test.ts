import { jest } from '@jest/globals';
import { CatalogRepository } from '../../src/catalog/catalog.repository.js';
import { CompiledExecution } from '../../src/graphql/compiled-execution.js';
import { KeptAnswers } from '../../src/graphql/kept-answers.js';
import { PairingService } from '../../src/pairing/pairing.service.js';
import { offer, row } from '../support/product-rows.js';
import { COUNTS, HUNDRED_HOURS, MONDAY, openShop, pairings, REASONS, type Shop, type Variables } from './shop.js';

const RANKING = pairings(`
  totalCount ${COUNTS} pageInfo { startCursor endCursor } facets { name values { value count } }
  nodes { score verdict product { name offers { sku price { amount } } } ${REASONS} }
  leftOut { nodes { usableFromHour product { name price { amount } } } }
`);
const { profile, ...ANYBODY } = HUNDRED_HOURS;

describe('a ranking for nobody in particular', () => {
  let shop: Shop;
  let workedOut: jest.SpiedFunction<PairingService['pairings']>;
  beforeEach(async () => {
    shop = await openShop();
    shop.itIs(MONDAY);
    shop.app.get(CompiledExecution).after = 0; // what graphql-js executes is not kept
    await asked({ ...ANYBODY, first: 1 }); // from then on the query is known
    workedOut = jest.spyOn(shop.app.get(PairingService), 'pairings');
  });
  afterEach(() => shop.stop());

  const asked = async (variables: Variables) => {
    const response = await shop.app.inject({ method: 'POST', url: '/graphql', payload: { query: RANKING, variables } });
    const { date, ...headers } = response.headers;
    return { status: response.statusCode, headers, payload: response.payload };
  };

  it('is worked out once, and given again with the same bytes and headers', async () => {
    const first = await asked(ANYBODY);
    expect(first.payload).toContain('"totalCount"');
    for (let time = 0; time < 3; time++) expect(await asked(ANYBODY)).toEqual(first);
    expect(workedOut).toHaveBeenCalledTimes(1);
  });

  it('knows of every change of the catalog', async () => {
    const serum = (price: number) =>
      shop.app.get(CatalogRepository).upsert(
        [
          row('Changing', {
            label: 'Aqua, Glycerin, Panthenol',
            offers: [{ ...offer('shop', 'CHANGING'), priceMinor: price }],
          }),
        ],
        MONDAY,
      );
    const variables = { ...ANYBODY, filter: { brands: [row('Changing', {}).brand] } };
    const before = await asked(variables);
    await serum(1234);
    const after = await asked(variables);
    expect([before.payload, after.payload].map((text) => text.includes('"12.34"'))).toEqual([false, true]);
    await serum(4321);
    expect((await asked(variables)).payload).toContain('"43.21"');
    expect(await asked(variables)).toEqual(await asked(variables));
  });

  it.each<[string, Variables]>([
    ['a profile', { ...ANYBODY, profile }],
    ['an empty profile', { ...ANYBODY, profile: {} }],
    ['a date', { ...ANYBODY, treatment: { treatedAt: '2026-11-20T10:00:00Z' } }],
    ['something else that nobody asked for', { ...ANYBODY, told: 'more' }],
  ])('is kept only where nothing was said of a person: not with %s', async (_, variables) => {
    const first = await asked(variables);
    expect(await asked(variables)).toEqual(first);
    expect(workedOut).toHaveBeenCalledTimes(2);
    expect(shop.app.get(KeptAnswers).bytes).toBe(0);
  });
});
