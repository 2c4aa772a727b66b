import * as fc from 'fast-check';
import { PairingService } from '../../../src/pairing/pairing.service.js';
import { Rankings } from '../../../src/pairing/rankings.js';
import * as any from '../../support/arbitraries.js';
import { COUNTS, openShop, pairings, REASONS, type Shop } from '../shop.js';
import { law, PATIENCE_MS, question } from './questions.js';

const RANKING = pairings(`
  totalCount ${COUNTS} facets { name values { value count } } phase { phase } notices { code summary }
  pageInfo { hasNextPage endCursor }
  edges { cursor node { score verdict untilPhase contributions { concern points } product { id } ${REASONS} } }
  leftOut { nodes { usableFromHour product { id } } }
`);

/** A question, and others that differ from it in one thing: the hour, the skin, the wishes, the treatment. */
const kin = fc
  .tuple(question, fc.array(any.treatment, { minLength: 3, maxLength: 5 }), fc.array(any.anyProfile, { maxLength: 2 }))
  .map(([one, treatments, profiles]) => [
    one,
    ...treatments.map(({ hoursSince }) => ({ ...one, treatment: { ...one.treatment, hoursSince } })),
    ...profiles.map((profile) => ({ ...one, profile })),
    ...profiles.map(({ avoid }) => ({ ...one, profile: { ...one.profile, avoid } })),
    ...treatments.slice(0, 2).map((treatment) => ({ ...one, treatment })),
  ]);

describe('a ranking that was kept for one', () => {
  let keeping: Shop;
  let forgetting: Shop;
  beforeAll(async () => {
    keeping = await openShop();
    forgetting = await openShop();
  });
  afterAll(() => Promise.all([keeping.stop(), forgetting.stop()]));

  it(
    'is, for another, what is worked out for them alone',
    async () => {
      await law(kin, async (questions) => {
        const variables = questions.map((one) => ({ first: 5, leftFirst: 3, ...one }));
        // what is asked a second time is kept, and from the third time on given
        for (let time = 0; time < 2; time++) for (const one of variables) await keeping.bytes(RANKING, one);
        for (const one of variables) {
          Object.assign(forgetting.app.get(PairingService), { rankings: new Rankings() });
          expect(await keeping.bytes(RANKING, one)).toBe(await forgetting.bytes(RANKING, one));
        }
      });
    },
    PATIENCE_MS,
  );
});
