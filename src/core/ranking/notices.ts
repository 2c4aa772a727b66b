import type { Knowledge, Policy, Protocol } from '../knowledge.js';
import type { Moment } from '../recovery/moment.js';
import { ASSUMED_DEPTH_MM, depthRow, FIRST_HOURS, HOME_DEPTH_MM } from '../recovery/windows.js';
import type { SkinProfile, Treatment } from '../treatment.js';
import type { AvoidList } from '../verdict/avoid.js';
import type { Category, Indicator } from '../vocabulary.js';

/** Something to know besides the products, in the shape of a CDS card. */
export interface Notice {
  readonly code: string;
  /** at most 140 characters */
  readonly summary: string;
  readonly detail?: string | undefined;
  readonly indicator: Indicator;
  /** the hour since the treatment until which it holds; undefined = no end */
  readonly untilHour?: number | undefined;
  readonly sources: readonly string[];
  readonly policy?: Policy | undefined;
}

/** What an answer found, as far as gaps in a routine go. */
export interface Shelves {
  /** categories with at least one product that fits */
  readonly fitting: ReadonlySet<Category>;
  /** categories that were asked about; empty = all */
  readonly asked: readonly Category[];
}

/** Make-up may start at these hours for shallow and deeper needles (rulings, MAKEUP), times the row's multiplier. */
const MAKEUP_FROM = { shallow: 24, deep: 48 } as const;
const SHADE_UNTIL_HOUR = 336;
const MINERAL_UNTIL_HOUR = 72;
const MOISTURIZERS: readonly Category[] = ['MOISTURIZER', 'CREAM', 'BALM'];
const LONGEST_ENTRY = 60;

/**
 * The notices of an answer, the weightiest first by their order here: the practitioner's word, what
 * the skin must be spared, sun, washing, make-up, and what a routine still lacks.
 */
export function noticesFor(
  knowledge: Knowledge,
  treatment: Treatment,
  profile: SkinProfile,
  moment: Moment,
  avoid: AvoidList,
  shelves?: Shelves,
): Notice[] {
  const hour = moment.judgedHour;
  const { windows } = moment;
  const notices: Notice[] = [];
  const add = (code: string, untilHour?: number): void => {
    const { summary, detail, indicator, sources, policy } = knowledge.notice(code);
    notices.push({ code, summary, detail, indicator, untilHour, sources, policy });
  };
  const during = (code: string, untilHour: number): void => {
    if (hour < untilHour) add(code, untilHour);
  };

  add('PRACTITIONER_FIRST');
  if (knowledge.protocol !== undefined) notices.push(protocolNotice(knowledge, knowledge.protocol));
  for (const entry of avoid.notUnderstood) notices.push(notUnderstood(knowledge, entry));
  const depthMm = treatment.needleDepthMm ?? ASSUMED_DEPTH_MM;
  if (treatment.performedBy === 'AT_HOME' && depthMm > HOME_DEPTH_MM) add('AT_HOME_DEPTH');
  if (treatment.device === 'RADIOFREQUENCY') add('RADIOFREQUENCY');
  if (profile.conditions.includes('COLD_SORES')) add('COLD_SORES');
  during('NOTHING_INTO_OPEN_SKIN', FIRST_HOURS);
  const guessed =
    profile.fitzpatrick === undefined || profile.sensitive === undefined || treatment.needleDepthMm === undefined;
  if (guessed) during('DEFAULTS_USED', windows.until.REINTRODUCTION);

  if (hour >= 0) {
    if (hour < windows.spfFromHour) add('SHADE_FIRST', windows.spfFromHour);
    else {
      add('SUNSCREEN_DAILY', hour < SHADE_UNTIL_HOUR ? SHADE_UNTIL_HOUR : undefined);
      during('SUNSCREEN_MINERAL', Math.max(MINERAL_UNTIL_HOUR, windows.until.EARLY_RECOVERY));
    }
    if (profile.fitzpatrick === undefined || profile.fitzpatrick >= 3) add('SUNSCREEN_TINTED');
    during('FIRST_WASH', windows.until.OPEN_CHANNELS);
    during('HEAT_AND_EXERCISE', windows.exerciseFromHour);
    during(
      'MAKEUP',
      depthMm <= HOME_DEPTH_MM ? MAKEUP_FROM.shallow : MAKEUP_FROM.deep * depthRow(knowledge, treatment).holdMultiplier,
    );
  }
  if (shelves !== undefined) gaps(shelves, hour >= 0 && hour < windows.spfFromHour).forEach((code) => add(code));
  return notices;
}

/** Whose hours these are, and which of them differ. */
function protocolNotice(knowledge: Knowledge, protocol: Protocol): Notice {
  const { code, summary, indicator, sources, policy } = knowledge.notice('PROTOCOL');
  return { code, summary, detail: protocol.summary, indicator, sources, policy };
}

/** An entry that was not understood, named: it was not checked. */
function notUnderstood(knowledge: Knowledge, entry: string): Notice {
  const { code, detail, indicator, sources, policy } = knowledge.notice('AVOID_NOT_UNDERSTOOD');
  const letters = [...entry]; // whole characters: half a pair is no text
  const shown = letters.length > LONGEST_ENTRY ? `${letters.slice(0, LONGEST_ENTRY).join('')}…` : entry;
  return {
    code,
    summary: `“${shown}” was not understood as something to avoid and was not checked.`,
    detail,
    indicator,
    sources,
    policy,
  };
}

/** What a routine needs and this shelf does not offer, among what was asked about. */
function gaps({ fitting, asked }: Shelves, beforeSunscreen: boolean): string[] {
  const lacks = (categories: readonly Category[]): boolean =>
    (asked.length === 0 || categories.some((category) => asked.includes(category))) &&
    !categories.some((category) => fitting.has(category));
  const codes: string[] = [];
  if (lacks(['CLEANSER'])) codes.push('MISSING_CLEANSER');
  if (lacks(MOISTURIZERS)) codes.push('MISSING_MOISTURIZER');
  if (!beforeSunscreen && lacks(['SUNSCREEN'])) codes.push('MISSING_SUNSCREEN');
  return codes;
}
