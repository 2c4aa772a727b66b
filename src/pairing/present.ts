/** The core's answers as the API shows them. Each function lays out, and decides nothing. */
import type { Knowledge } from '../core/knowledge.js';
import type { VerdictCounts as CoreCounts } from '../core/pair.js';
import type { Notice as CoreNotice } from '../core/ranking/notices.js';
import type { Contribution as CoreContribution } from '../core/ranking/score.js';
import { sentence } from '../core/ranking/sentences.js';
import type { FormulaReading, Token } from '../core/tagging/read-formula.js';
import type { Reason as CoreReason } from '../core/verdict/reason.js';
import type { Referral as CoreReferral } from '../core/verdict/referral.js';
import type { FacetCounts } from '../shelf/facets.js';
import { lasting } from '../graphql/cards.js';
import { dateAt, presentIngredient, presentSources } from '../reference/present.js';
import type {
  Contribution,
  Facet,
  Label,
  LabelToken,
  Notice,
  Reason,
  Referral,
  VerdictCounts,
} from './answer.types.js';

const MOST_FACET_VALUES = 100;

export function presentReason(knowledge: Knowledge, reason: CoreReason, treatedAt: Date | null): Reason {
  return {
    code: reason.code,
    message: sentence(knowledge, reason),
    ingredient: reason.ingredient ? presentIngredient(knowledge, reason.ingredient) : null,
    printed: reason.printed ?? null,
    rule: reason.rule,
    untilHour: reason.untilHour ?? null,
    until: dateAt(treatedAt, reason.untilHour),
    policy: reason.policy?.because ?? null,
    sources: presentSources(knowledge, reason.sources),
  };
}

export function presentReasons(knowledge: Knowledge, reasons: readonly CoreReason[], treatedAt: Date | null): Reason[] {
  return reasons.map((reason) => presentReason(knowledge, reason, treatedAt));
}

const presented = new WeakMap<CoreReason, Reason>();

/** What speaks for a product that fits. None of it ends, so that it is laid out and written once for each product. */
export function presentReasonsFor(knowledge: Knowledge, reasons: readonly CoreReason[]): Reason[] {
  return reasons.map((reason) => {
    let one = presented.get(reason);
    if (one === undefined) presented.set(reason, (one = lasting(presentReason(knowledge, reason, null))));
    return one;
  });
}

export function presentContributions(knowledge: Knowledge, contributions: readonly CoreContribution[]): Contribution[] {
  return contributions.map(({ ingredient, concern, points, grade, sources }) => ({
    ingredient: presentIngredient(knowledge, ingredient),
    concern,
    points,
    grade,
    sources: presentSources(knowledge, sources),
  }));
}

export function presentReferral(
  knowledge: Knowledge,
  referral: CoreReferral | undefined,
  treatedAt: Date | null,
): Referral | null {
  if (referral === undefined) return null;
  const { urgency, message, reasons } = referral;
  return { urgency, message, reasons: presentReasons(knowledge, reasons, treatedAt) };
}

export function presentNotices(knowledge: Knowledge, notices: readonly CoreNotice[]): Notice[] {
  return notices.map(({ code, summary, detail, indicator, untilHour, sources }) => ({
    code,
    summary,
    detail: detail ?? null,
    indicator,
    untilHour: untilHour ?? null,
    sources: presentSources(knowledge, sources),
  }));
}

export function presentCounts({ IDEAL, SUITABLE, CAUTION, UNVERIFIED, AVOID, considered }: CoreCounts): VerdictCounts {
  return { ideal: IDEAL, suitable: SUITABLE, caution: CAUTION, unverified: UNVERIFIED, avoid: AVOID, considered };
}

export function presentLabel(knowledge: Knowledge, reading: FormulaReading): Label {
  const { tokens, warnings, recognised, unrecognised, state } = reading;
  return {
    tokens: tokens.map((token) => presentToken(knowledge, token)),
    warnings,
    recognised,
    unrecognised,
    complete: state === 'LISTED',
  };
}

function presentToken(
  knowledge: Knowledge,
  { position, printed, start, end, ingredients, certainty, place, tags }: Token,
): LabelToken {
  const [ingredient] = ingredients;
  return {
    position,
    printed,
    start,
    end,
    ingredient: ingredient ? presentIngredient(knowledge, ingredient) : null,
    certainty,
    minShare: place.minShare,
    maxShare: place.maxShare,
    tags,
  };
}

/** How ranked products spread over category and brand; the most frequent first, then by value. */
export function presentFacets(counts: FacetCounts): Facet[] {
  return (['category', 'brand'] as const).map((name) => {
    const values = [...counts[name]]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_FACET_VALUES);
    return { name, values };
  });
}
