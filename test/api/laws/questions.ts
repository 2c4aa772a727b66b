import * as fc from 'fast-check';
import { CATEGORY } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';

/** How many cases a law is tried on, through the whole service. `SERVICE_LAW_RUNS=5000 LAW_SEED=7` looks deeper, by hand. */
export const RUNS = Number(process.env.SERVICE_LAW_RUNS ?? 100);
/** Fixed, so that a change is red because of the change. */
export const SEED = Number(process.env.LAW_SEED ?? 20261125);
/** A law takes its time, and more of it on a busy machine. */
export const PATIENCE_MS = RUNS * 3000;

/** Holds the service to a law; what breaks it is shown as small as it can be made. */
export async function law<T>(cases: fc.Arbitrary<T>, holds: (one: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, holds), { numRuns: RUNS, seed: SEED });
}

const BRANDS = [
  'Barley & Tide',
  'Corvane Clinical',
  'Harrow Barrier',
  'Kvist & Dal',
  'Nimbe',
  'Soralei',
  'Tesselar Lab',
];

/** What narrows the demo shop to some of it, to all of it or to nothing. */
export const filter = fc.record(
  {
    categories: fc.subarray(Object.values(CATEGORY)),
    brands: fc.subarray(BRANDS),
    maxPrice: fc.constantFrom('9.99', '20.00', '40', '1000'),
    inStock: fc.boolean(),
    fragranceFree: fc.boolean(),
    text: fc.constantFrom('', 'serum', 'CREAM', 'spf 50', 'é', 'nothing of the kind'),
    tags: fc.subarray(['panthenol', 'niacinamide', 'retinol', 'fragrance', 'aha']),
  },
  { requiredKeys: [] },
);

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

/** Any question for a ranking, as variables. */
export const question = fc.record({
  concerns: any.concerns,
  treatment: any.treatment,
  profile: fc.option(any.anyProfile, { nil: undefined, freq: 5 }),
  filter: rarely(filter),
  channel: fc.constantFrom(undefined, undefined, 'demo', 'clinic'),
});

/** A list of names as somebody would paste it. */
export const label = any.draft.map((draft) => any.written(draft).label);
