import type { Knowledge } from '../knowledge.js';
import { FITS_ALWAYS, fitsFrom, verdictAt, type Ladder } from '../recovery/ladder.js';
import type { Moment } from '../recovery/moment.js';
import { FIRST_HOURS } from '../recovery/windows.js';
import type { Cell } from '../tagging/cell.js';
import { keptByReading } from '../tagging/kept-by-reading.js';
import type { FormulaReading, ListState, Tagging } from '../tagging/read-formula.js';
import { fits, severity, type Phase, type Verdict } from '../vocabulary.js';
import { avoidedIn, type AvoidList } from './avoid.js';
import { idealIn, idealTaggings, type SureTagging } from './ideal.js';
import { marketReasons } from './market.js';
import type { Reason } from './reason.js';
import type { Referral } from './referral.js';

/** A verdict on a product at a moment, with everything that led to it. */
export interface Judgement {
  readonly reading: FormulaReading;
  readonly verdict: Verdict;
  /** strictest first; for a product that fits: what speaks for it, and what to know */
  readonly reasons: readonly Reason[];
  /** first hour at which it would fit; undefined = never, or not known */
  readonly usableFromHour: number | undefined;
}

interface Finding {
  readonly verdict: Exclude<Verdict, 'IDEAL'>;
  readonly ladder: Ladder;
  readonly reason: (untilHour: number | undefined) => Reason;
}

const ALWAYS: Record<'AVOID' | 'UNVERIFIED', Ladder> = {
  AVOID: { avoidUntil: Infinity, unverifiedUntil: 0, cautionUntil: 0 },
  UNVERIFIED: { avoidUntil: 0, unverifiedUntil: Infinity, cautionUntil: 0 },
};

const FIRST_HOURS_LADDER: Ladder = { ...FITS_ALWAYS, cautionUntil: FIRST_HOURS };

/**
 * Judges one product at a moment: the strictest of what its names, its kind, its list and the
 * person's own wishes say. A score never enters here.
 */
export function judge(
  knowledge: Knowledge,
  reading: FormulaReading,
  moment: Moment,
  avoid: AvoidList,
  referral?: Referral,
): Judgement {
  if (referral !== undefined) {
    return { reading, verdict: 'AVOID', reasons: referral.reasons, usableFromHour: undefined };
  }
  const own = [
    firstHours(knowledge, moment),
    ...listFindings(knowledge, reading, moment, avoid),
    ...avoidFindings(knowledge, reading, avoid),
  ];
  const gist = gistOf(knowledge, reading, undefined);
  let verdict: Finding['verdict'] = 'SUITABLE';
  let hour = 0;
  for (const finding of own) {
    verdict = stricter(verdict, finding.verdict);
    hour = Math.max(hour, fitsFrom(finding.ladder));
  }
  for (const cell of gist.cells) {
    verdict = stricter(verdict, moment.verdict(cell));
    hour = Math.max(hour, fitsFrom(moment.ladder(cell)));
  }
  const usableFromHour = moment.foreseeable ? finite(hour) : undefined;
  if (!fits(verdict)) {
    const findings = [...reading.taggings.map((tagging) => taggingFinding(tagging, moment)), ...own];
    return { reading, verdict, reasons: reasonsOf(findings), usableFromHour };
  }
  const provisos = gist.isProtocolled ? [...gist.market, ...protocolReasons(reading, moment)] : gist.market;
  if (provisos.length === 0 && idealTaggings(knowledge, reading, moment).length > 0)
    return { reading, verdict: 'IDEAL', reasons: idealReasons(knowledge, reading, moment.phase), usableFromHour };
  const reasons = provisos.length > 0 ? distinct([...gist.notices, ...provisos]) : gist.notices;
  return { reading, verdict: 'SUITABLE', reasons, usableFromHour };
}

/** What of a product decides at any moment, put together once. */
interface Gist {
  /** each cell once: many names share one */
  readonly cells: readonly Cell[];
  /** whether a protocol shortened the course of something in it */
  readonly isProtocolled: boolean;
  readonly market: readonly Reason[];
  readonly notices: readonly Reason[];
}

const gistOf = keptByReading((knowledge, reading): Gist => {
  const { taggings } = reading;
  return {
    cells: [...new Map(taggings.map((tagging) => [tagging.ladderId, tagging])).values()],
    isProtocolled: taggings.some(({ before }) => before !== undefined),
    market: marketReasons(knowledge, reading),
    notices: distinct(noticeReasons(reading)),
  };
});

function stricter(a: Finding['verdict'], b: Finding['verdict']): Finding['verdict'] {
  return severity(b) > severity(a) ? b : a;
}

/** Strictest first, then longest, then as printed; one reason for each name and rule. */
function reasonsOf(findings: readonly Finding[]): Reason[] {
  const raised = findings.filter(({ verdict }) => severity(verdict) > 0);
  const told = raised.map((finding) => ({ finding, until: rungEnd(finding) }));
  told.sort(
    (a, b) =>
      severity(b.finding.verdict) - severity(a.finding.verdict) ||
      (b.until === a.until ? 0 : b.until > a.until ? 1 : -1),
  );
  return distinct(told.map(({ finding, until }) => finding.reason(finite(until))));
}

function distinct(reasons: readonly Reason[]): Reason[] {
  const kept = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = `${reason.rule} ${reason.printed ?? ''} ${reason.list ?? ''}`;
    if (!kept.has(key)) kept.set(key, reason);
  }
  return [...kept.values()];
}

/** The hour at which the rung that decides now ends. */
function rungEnd({ verdict, ladder }: Finding): number {
  if (verdict === 'AVOID') return ladder.avoidUntil;
  return verdict === 'UNVERIFIED' ? ladder.unverifiedUntil : ladder.cautionUntil;
}

function finding(ladder: Ladder, moment: Moment, reason: Finding['reason']): Finding {
  return { verdict: verdictNow(ladder, moment), ladder, reason };
}

/** What a ladder that no class owns says at a moment. */
function verdictNow(ladder: Ladder, { judgedHour }: Moment): Exclude<Verdict, 'IDEAL'> {
  return judgedHour < 0 ? whenWhole(ladder) : verdictAt(ladder, judgedHour);
}

/** Before the treatment only what never ends speaks: the list and the kind of product. */
function whenWhole(ladder: Ladder): Exclude<Verdict, 'IDEAL'> {
  if (ladder.unverifiedUntil === Infinity) return 'UNVERIFIED';
  return ladder.cautionUntil === Infinity ? 'CAUTION' : 'SUITABLE';
}

function taggingFinding(tagging: Tagging, moment: Moment): Finding {
  const { tag, token, ingredient, course } = tagging;
  const verdict = moment.verdict(tagging);
  const ladder = moment.ladder(tagging);
  const stopping = moment.judgedHour < 0 && verdict === 'AVOID' && course.holdHours !== 'never';
  const unread = tag.id === 'unread';
  const code =
    token === undefined && ingredient === undefined
      ? 'FORM'
      : unread
        ? 'UNREAD'
        : stopping
          ? 'STOP'
          : verdict === 'AVOID'
            ? 'HOLD'
            : 'CAUTIOUS';
  return {
    verdict,
    ladder,
    reason: (untilHour) => ({
      code,
      rule: `${tag.id}.${stopping ? 'stop' : verdict === 'AVOID' ? 'hold' : unread ? 'unread' : 'caution'}`,
      tag: tag.id,
      ingredient,
      printed: token?.printed ?? ingredient?.inci,
      untilHour:
        moment.judgedHour < 0 || !moment.foreseeable
          ? undefined
          : verdict === 'AVOID'
            ? finite(moment.holdEnd(tagging))
            : untilHour,
      sources: tag.sources,
      policy: tag.policy,
      detail:
        tagging.because ?? (tagging.mentioned === true ? 'MENTIONED' : stopping ? String(tag.stopHours) : undefined),
      otherViews: tag.otherViews,
      list: token !== undefined && token.list > 0 ? token.list : undefined,
    }),
  };
}

function finite(hour: number): number | undefined {
  return hour === Infinity ? undefined : hour;
}

/** A rule that no class owns, with its grounds. */
function ruled(knowledge: Knowledge, rule: string): Pick<Reason, 'rule' | 'sources' | 'policy'> {
  return { rule, sources: [], policy: knowledge.policy(rule) };
}

/** In the first hours nothing retail is better than CAUTION. */
function firstHours(knowledge: Knowledge, moment: Moment): Finding {
  return finding(FIRST_HOURS_LADDER, moment, (untilHour) => ({
    code: 'FIRST_HOURS',
    untilHour,
    ...ruled(knowledge, 'first-hours'),
  }));
}

function listFindings(knowledge: Knowledge, reading: FormulaReading, moment: Moment, avoid: AvoidList): Finding[] {
  if (reading.state === 'LISTED') return [];
  const missing = reading.state === 'MISSING';
  const code = missing ? 'NO_LIST' : 'INCOMPLETE_LIST';
  const rule = missing ? 'list.missing' : 'list.incomplete';
  return [
    finding(listLadder(reading.state, moment, avoid), moment, (untilHour) => ({
      code,
      untilHour,
      ...ruled(knowledge, rule),
    })),
  ];
}

function listLadder(state: ListState, { windows }: Moment, avoid: AvoidList): Ladder {
  if (state === 'LISTED') return FITS_ALWAYS;
  if (state === 'MISSING' || !avoid.isEmpty) return ALWAYS.UNVERIFIED;
  return { avoidUntil: 0, unverifiedUntil: windows.until.REINTRODUCTION, cautionUntil: Infinity };
}

/** The verdict on a list as such: whether it is there, and whole. */
export function listVerdict(state: ListState, moment: Moment, avoid: AvoidList): Exclude<Verdict, 'IDEAL'> {
  return verdictNow(listLadder(state, moment, avoid), moment);
}

function avoidFindings(knowledge: Knowledge, reading: FormulaReading, avoid: AvoidList): Finding[] {
  if (avoid.isEmpty) return [];
  const wish = { code: 'AVOIDED', ...ruled(knowledge, 'avoid') } as const;
  const found: Finding[] = avoidedIn(knowledge, avoid, reading).map((one) => ({
    verdict: 'AVOID',
    ladder: ALWAYS.AVOID,
    reason: () =>
      'tag' in one
        ? { ...wish, tag: one.tag.id, ingredient: one.ingredient, printed: one.ingredient?.inci ?? one.tag.name }
        : { ...wish, ingredient: one.ingredients[0], printed: one.printed },
  }));
  for (const entry of avoid.notUnderstood) {
    found.push({
      verdict: 'UNVERIFIED',
      ladder: ALWAYS.UNVERIFIED,
      reason: () => ({ code: 'AVOIDED', printed: entry, ...ruled(knowledge, 'avoid.not-understood') }),
    });
  }
  return found;
}

/** What speaks for a product that is IDEAL in a phase, and what to know. */
const idealReasons = keptByReading((knowledge, reading, phase: Phase): readonly Reason[] => [
  ...distinct(idealIn(knowledge, reading, phase).map(benefitReason)),
  ...gistOf(knowledge, reading, undefined).notices,
]);

function benefitReason({ tag, ingredient, token }: SureTagging): Reason {
  return {
    code: 'BENEFIT',
    rule: `${tag.id}.benefit`,
    tag: tag.id,
    ingredient,
    printed: token.printed,
    sources: tag.sources,
    policy: tag.policy,
  };
}

function noticeReasons({ taggings }: FormulaReading): Reason[] {
  return taggings
    .filter(({ course }) => course.notice !== undefined)
    .map(({ tag, course, ingredient, token }) => ({
      code: 'NOTICE',
      rule: `${tag.id}.notice`,
      tag: tag.id,
      ingredient,
      printed: token?.printed ?? tag.name,
      detail: course.notice,
      sources: tag.sources,
      policy: tag.policy,
    }));
}

/** What fits only because a clinic's protocol shortened its time: the answer says whose word that is. */
function protocolReasons(reading: FormulaReading, moment: Moment): Reason[] {
  return reading.taggings
    .filter((tagging) => {
      if (tagging.before === undefined) return false;
      return !fits(moment.verdict(tagging.before));
    })
    .map(({ tag, ingredient, token }) => ({
      code: 'NOTICE',
      rule: `${tag.id}.protocol`,
      tag: tag.id,
      ingredient,
      printed: token?.printed ?? tag.name,
      detail: 'PROTOCOL',
      sources: tag.sources,
      policy: tag.policy,
    }));
}
