/** Questions as storefronts ask them, drawn with a seed: depths, hours, skins, avoid-lists, concerns and filters. */
import { CONCERN } from '../dist/core/vocabulary.js';
import { CHANNELS, knowledge } from './catalog.js';
import { byRank, byWeight, chance } from './chance.js';

const DEVICES = byWeight(Object.entries({ PEN: 60, RADIOFREQUENCY: 15, ROLLER: 15, STAMP: 10 }));
const PERFORMERS = byWeight(Object.entries({ PRACTITIONER: 70, UNKNOWN: 20, AT_HOME: 10 }));
const CONCERNS = Object.keys(CONCERN);
/** Hours since the last pass; most people ask in the first month. */
const HOURS = byWeight([
  [[-200, 0], 10],
  [[0, 72], 30],
  [[72, 700], 45],
  [[700, 2000], 15],
]);
const FILTERED = 0.3;
const ON_A_CHANNEL = 0.5;

/** What people write that they avoid: classes in everyday words, and ingredients. */
const AVOIDABLE = byRank([
  ...knowledge.avoidGroups.map(({ names }) => names[0]),
  ...chance(7)
    .some(knowledge.ingredients, 400)
    .map(({ inci }) => inci),
]);
export const MOST_AVOIDED = 20;

/**
 * @typedef {object} Question the variables of a pairings query
 * @property {{ concern: string, weight: number }[]} concerns
 * @property {{ needleDepthMm: number, hoursSince: number, device: string, performedBy: string }} treatment
 * @property {{ fitzpatrick: number, sensitive: boolean, acneProne: boolean, conditions: string[], avoid: string[] }} profile
 * @property {object} [filter]
 * @property {string} [channel]
 */

/**
 * Questions without end, of which hardly two are alike. None refers to a practitioner: that answer is short.
 *
 * @param {number} seed
 * @returns {Generator<Question, never, undefined>}
 */
export function* questions(seed) {
  const luck = chance(seed);
  for (;;) {
    const question = {
      concerns: concernsOf(luck, luck.whole(1, 3)),
      treatment: treatmentOf(luck),
      profile: profileOf(luck),
    };
    if (luck.is(FILTERED)) question.filter = filterOf(luck);
    if (luck.is(ON_A_CHANNEL)) question.channel = luck.pick(CHANNELS);
    yield question;
  }
}

/** @returns {Question['concerns']} so many different concerns, with weights */
export function concernsOf(luck, count) {
  return luck.some(CONCERNS, count).map((concern) => ({ concern, weight: luck.whole(1, 5) }));
}

/** @returns {Question['treatment']} */
export function treatmentOf(luck) {
  return {
    needleDepthMm: Math.round(luck.between(0.1, 3.5) * 100) / 100,
    hoursSince: Math.round(luck.between(...HOURS(luck)) * 1000) / 1000,
    device: DEVICES(luck),
    performedBy: PERFORMERS(luck),
  };
}

/** @returns {Question['profile']} */
export function profileOf(luck) {
  return {
    fitzpatrick: luck.whole(1, 6),
    sensitive: luck.is(0.4),
    acneProne: luck.is(0.3),
    conditions: ['ROSACEA', 'ECZEMA'].filter(() => luck.is(0.08)),
    avoid: luck.is(0.5) ? [] : avoidListOf(luck, luck.whole(1, MOST_AVOIDED)),
  };
}

/** @returns {string[]} so many different names or classes */
export function avoidListOf(luck, count) {
  const avoided = new Set();
  while (avoided.size < count) avoided.add(AVOIDABLE(luck));
  return [...avoided];
}

function filterOf(luck) {
  return luck.pick([
    { categories: luck.some(['SERUM', 'MOISTURIZER', 'CREAM', 'CLEANSER', 'TONER', 'SUNSCREEN'], luck.whole(1, 2)) },
    { inStock: true },
    { inStock: true, maxPrice: `${luck.whole(15, 80)}.00` },
    { fragranceFree: true },
  ]);
}

const SELECTION = `
  counts { ideal suitable caution unverified avoid considered }
  nodes {
    score
    verdict
    product { id brand name category imageUrl price { amount currencyCode } }
    reasons(first: 3) { code message rule sources { id title url } }
  }`;
const FACETS = 'totalCount facets { name values { value count } }';

/** Ten pairings with product card, verdict, score, three reasons with sources, and counts. */
export const PAIRINGS = queryFor(SELECTION);
/** The same with how many there are, and how they spread over kinds and brands. */
export const PAIRINGS_WITH_FACETS = queryFor(`${SELECTION} ${FACETS}`);
/** What a server answers without doing anything. */
export const HELLO = '{ __typename }';

function queryFor(selection) {
  return `query Pairings(
  $concerns: [ConcernInput!]!, $treatment: TreatmentInput!, $profile: SkinProfileInput, $filter: ProductFilter,
  $channel: String
) {
  pairings(
    concerns: $concerns, treatment: $treatment, profile: $profile, filter: $filter, channel: $channel, first: 10
  ) {${selection}
  }
}`;
}
