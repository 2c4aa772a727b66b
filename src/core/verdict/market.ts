import type { Knowledge, MarketLimit } from '../knowledge.js';
import { holds } from '../tagging/circumstance.js';
import { keptByReading } from '../tagging/kept-by-reading.js';
import { sceneryOf, type FormulaReading, type Tagging } from '../tagging/read-formula.js';
import type { Market } from '../vocabulary.js';
import type { Reason } from './reason.js';

/** How packs and feeds write a market: codes of countries and of unions. */
const WRITTEN: Record<Market, string> = {
  EU: 'EU EEA AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK',
  UK: 'UK GB',
  US: 'US USA',
};
const MARKETS: ReadonlyMap<string, Market> = new Map(
  Object.entries(WRITTEN).flatMap(([market, codes]) => codes.split(' ').map((code) => [code, market as Market])),
);

/**
 * What the stated market of a pack does not allow in it: an ingredient that is banned there, or more
 * of one than is allowed. Law and not recovery, so it is told beside a verdict and never makes one.
 */
export function marketReasons(knowledge: Knowledge, reading: FormulaReading): readonly Reason[] {
  const { market } = reading.formula;
  return market ? reasonsOn(knowledge, reading, market) : [];
}

const reasonsOn = keptByReading((knowledge, reading, market: string): readonly Reason[] => {
  const stated = market.toUpperCase().split(/[^A-Z]+/);
  const markets = new Set(stated.map((code) => MARKETS.get(code)));
  const limits = knowledge.marketLimits.filter(({ market }) => markets.has(market));
  return limits.flatMap((limit) =>
    reading.taggings
      .filter((tagging) => isSubject(limit, tagging) && breaks(limit, tagging) && applies(limit, tagging, reading))
      .map((tagging) => reasonOf(limit, tagging)),
  );
});

function isSubject({ subject }: MarketLimit, { tag, ingredient }: Tagging): boolean {
  if (subject.tags?.includes(tag.id) === true) return true;
  return ingredient !== undefined && subject.ingredients?.includes(ingredient.id) === true;
}

function breaks({ banned, limitShare }: MarketLimit, { statedShare }: Tagging): boolean {
  return banned === true || (statedShare ?? 0) > (limitShare ?? Infinity);
}

function applies({ when }: MarketLimit, { ingredient, token }: Tagging, reading: FormulaReading): boolean {
  return holds(when, { ingredient, place: token?.place }, sceneryOf(reading));
}

function reasonOf(limit: MarketLimit, { tag, ingredient, token, statedShare }: Tagging): Reason {
  return {
    code: 'NOTICE',
    rule: `market.${limit.id}`,
    tag: tag.id,
    ingredient,
    printed: token?.printed ?? tag.name,
    detail: 'MARKET',
    market: { limit, share: limit.banned === true ? undefined : statedShare },
    sources: limit.sources,
    policy: limit.policy,
    list: token !== undefined && token.list > 0 ? token.list : undefined,
  };
}
