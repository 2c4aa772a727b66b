import { readdirSync, readFileSync } from 'node:fs';
import type { Formula } from '../../src/core/formula.js';
import { rank, type Answer, type Question } from '../../src/core/pair.js';
import type { WeightedConcern } from '../../src/core/ranking/score.js';
import type { FormulaReading } from '../../src/core/tagging/read-formula.js';
import type { SkinProfile, Treatment } from '../../src/core/treatment.js';
import type { Judgement } from '../../src/core/verdict/judge.js';
import {
  CONCERN,
  PHASE,
  type Category,
  type Concern,
  type ReasonCode,
  type Verdict,
} from '../../src/core/vocabulary.js';
import { CALM_SKIN, formula, HOUR, knowledge, read, UNKNOWN_SKIN } from '../support/world.js';

/**
 * Golden rankings: who is ranked before whom, who is left out, until when and by which class, as the dossier and its
 * rulings have it, written before the code was asked.
 *
 * Products go by their names, or by their ids where two share one. Both lists are whole and in order: `ranked` best
 * first, `leftOut` soonest usable first. Without a treatment it is a pen at 1.0 mm, whose depth `null` leaves open;
 * without a profile it is calm skin of type II; an empty profile is a person of whom nothing is known.
 */
interface Case {
  readonly id: string;
  /** the rows of the dossier or rulings that it was reasoned from */
  readonly row: string;
  readonly why: string;
  /** concern → weight */
  readonly concerns: Readonly<Partial<Record<Concern, number>>>;
  readonly treatment?: Partial<Omit<Treatment, 'needleDepthMm'>> & { readonly needleDepthMm?: number | null };
  readonly profile?: Partial<SkinProfile>;
  readonly products: readonly Product[];
  /** names of the labels that nobody can place */
  readonly unread?: readonly string[];
  readonly moments: readonly Moment[];
}

interface Product {
  readonly id?: string;
  readonly name: string;
  readonly category: Category;
  readonly label: string;
  readonly rinseOff?: boolean;
  readonly ph?: number;
  readonly spf?: number;
  readonly drugFacts?: boolean;
  readonly claims?: readonly string[];
  readonly declared?: Readonly<Record<string, number>>;
}

interface Moment {
  readonly hour: number;
  readonly ranked: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** the ranked whose score is 0 */
  readonly earnNothing?: readonly string[];
}

interface LeftOut {
  readonly name: string;
  readonly verdict?: Verdict;
  /** null: never, or nobody knows */
  readonly usableFromHour?: number | null;
  /** codes and classes among the reasons, with the end of the hold where it is stated */
  readonly because?: readonly { readonly code?: ReasonCode; readonly tag?: string; readonly untilHour?: number }[];
}

const FOLDER = new URL('../cases/rankings/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const casesIn = (file: string): Case[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Case[];
const CASES = FILES.flatMap(casesIn);

describe.each(FILES)('the rankings of %s', (file) => {
  it.each(casesIn(file).map((one) => [one.id, one.why, one] as const))('%s: %s', (_, __, one) => {
    const readings = one.products.map((product) => read(formulaOf(product)));
    for (const order of [readings, readings.toReversed(), [...readings.slice(1), ...readings.slice(0, 1)]]) {
      expect(one.moments.map((moment) => shown(answer(one, order, moment.hour), moment))).toEqual(one.moments);
    }
    expect(readings.flatMap(unreadIn)).toEqual(one.unread ?? []);
  });
});

describe('the rankings', () => {
  it('have an id each', () => {
    const ids = CASES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each([0, -1, NaN, Infinity])('refuse %d as the weight of a concern', (weight) => {
    expect(() => rank(knowledge, [], [{ concern: 'FINE_LINES', weight }], HOUR(480))).toThrow(RangeError);
  });

  it('refuse a question without a concern', () => {
    expect(() => rank(knowledge, [], [], HOUR(480))).toThrow(RangeError);
  });

  it('cover every concern', () => {
    expect(new Set(CASES.flatMap(({ concerns }) => Object.keys(concerns)))).toEqual(new Set(Object.keys(CONCERN)));
  });

  it('cover every phase', () => {
    const phases = CASES.flatMap((one) => one.moments.map(({ hour }) => answer(one, [], hour).moment.phase));
    expect(new Set(phases)).toEqual(new Set(Object.keys(PHASE)));
  });
});

function formulaOf({ id, name, label, claims, declared, ...rest }: Product): Formula {
  return formula(name, label, { ...rest, id: id ?? name, claims: claims?.join('. '), declaredShares: declared });
}

function answer(one: Case, readings: readonly FormulaReading[], hour: number): Answer {
  const concerns = Object.entries(one.concerns).map(([concern, weight]) => ({ concern, weight })) as WeightedConcern[];
  return rank(knowledge, readings, concerns, questionAt(one, hour));
}

function questionAt({ treatment: { needleDepthMm, ...rest } = {}, profile }: Case, hour: number): Question {
  const depth = needleDepthMm === undefined ? {} : { needleDepthMm: needleDepthMm ?? undefined };
  return HOUR(hour, profile === undefined ? CALM_SKIN : { ...UNKNOWN_SKIN, ...profile }, { ...rest, ...depth });
}

/** What happened, as far as the case asks: equal to the moment where that is met. */
function shown({ ranked, leftOut }: Answer, { hour, earnNothing, leftOut: expected }: Moment): object {
  return {
    hour,
    ranked: ranked.map(idOf),
    leftOut: leftOut.map((judgement) => leftOutAs(judgement, expected)),
    ...(earnNothing === undefined
      ? {}
      : {
          earnNothing: ranked
            .filter((one) => one.score === 0)
            .map(idOf)
            .sort(),
        }),
  };
}

function leftOutAs(judgement: Judgement, expected: readonly LeftOut[]): object {
  const name = idOf(judgement);
  const { verdict, usableFromHour, because } = expected.find((one) => one.name === name) ?? {};
  const given = judgement.reasons.map(({ code, tag, untilHour }) => ({ code, tag, untilHour }));
  return {
    name,
    ...(verdict === undefined ? {} : { verdict: judgement.verdict }),
    ...(usableFromHour === undefined ? {} : { usableFromHour: judgement.usableFromHour ?? null }),
    ...(because === undefined
      ? {}
      : { because: because.every((one) => given.some((reason) => agrees(reason, one))) ? because : given }),
  };
}

function agrees(reason: object, expected: object): boolean {
  return Object.entries(expected).every(([field, value]) => Reflect.get(reason, field) === value);
}

function idOf({ reading: { formula } }: { readonly reading: FormulaReading }): string {
  return formula.id;
}

function unreadIn({ tokens }: FormulaReading): string[] {
  return tokens.filter(({ certainty }) => certainty === 'UNKNOWN').map(({ printed }) => printed);
}
