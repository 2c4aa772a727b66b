import { readdirSync, readFileSync } from 'node:fs';
import type { Formula } from '../../src/core/formula.js';
import type { Knowledge } from '../../src/core/knowledge.js';
import { assess, consult, type Question } from '../../src/core/pair.js';
import type { FormulaReading, ListState } from '../../src/core/tagging/read-formula.js';
import type { SkinProfile, Treatment } from '../../src/core/treatment.js';
import type { Judgement } from '../../src/core/verdict/judge.js';
import { fits, type Category, type Certainty, type Verdict } from '../../src/core/vocabulary.js';
import { CALM_SKIN, formula, HOUR, UNKNOWN_SKIN } from './world.js';

/**
 * Golden cases: products as the dossier and its rulings judge them, written before the code was asked.
 *
 * A case says only what is judged: at which hours, with which verdict, because of which class and until when. What it
 * does not say may change. Without a treatment it is a pen at 1.0 mm, without a profile calm skin of type II; an empty
 * profile is a person of whom nothing is known.
 */
export interface Case {
  readonly id: string;
  /** the row of the dossier or ruling that it was reasoned from */
  readonly row: string;
  readonly why: string;
  readonly product: {
    readonly name: string;
    readonly category: Category;
    readonly label: string;
    readonly rinseOff?: boolean;
    readonly form?: string;
    readonly ph?: number;
    readonly spf?: number;
    readonly drugFacts?: boolean;
    readonly sterile?: boolean;
    readonly market?: string;
    readonly claims?: readonly string[];
    readonly declared?: Readonly<Record<string, number>>;
  };
  readonly treatment?: Partial<Treatment>;
  readonly profile?: Partial<SkinProfile>;
  readonly expect: readonly Expected[];
  /** how single names are read */
  readonly reads?: readonly ExpectedName[];
  /** how many names the label has */
  readonly tokens?: number;
  readonly state?: ListState;
}

interface Expected {
  readonly hour: number;
  /** FITS leaves open whether it is IDEAL or SUITABLE */
  readonly verdict: Verdict | 'FITS';
  /** classes or rules among the reasons, with the end of the hold where it is stated */
  readonly because?: readonly Because[];
  readonly referral?: boolean;
}

interface Because {
  readonly tag?: string;
  readonly rule?: string;
  readonly untilHour?: number;
}

interface ExpectedName {
  readonly printed: string;
  readonly certainty?: Certainty;
  readonly tagsInclude?: readonly string[];
  readonly tagsExclude?: readonly string[];
}

const FOLDER = new URL('../cases/', import.meta.url);

/** The files of golden cases, each with what it holds. */
export const CASES: ReadonlyMap<string, readonly Case[]> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Case[]]),
);

/** The product of a case, as the core sees it. */
export function productOf({ product: { name, label, claims, declared, ...rest } }: Case): Formula {
  return formula(name, label, { ...rest, claims: claims?.join('. '), declaredShares: declared });
}

/** What a case asks for, and nothing else. */
export function expectedOf({ expect, reads, tokens, state }: Case): object {
  return { expect, reads, tokens, state };
}

/** What happened, as far as the case asks: equal to `expectedOf` where that is met. */
export function happened(knowledge: Knowledge, one: Case, reading: FormulaReading): object {
  return {
    expect: one.expect.map((expected) => shown(knowledge, reading, expected, questionAt(one, expected.hour))),
    reads: one.reads?.map((expected) => readAs(reading, expected)),
    tokens: one.tokens === undefined ? undefined : reading.tokens.length,
    state: one.state === undefined ? undefined : reading.state,
  };
}

/** What is said of a case's product at an hour. */
export function judgedAt(knowledge: Knowledge, one: Case, reading: FormulaReading, hour: number): Judgement {
  return assess(knowledge, reading, consult(knowledge, questionAt(one, hour)));
}

function questionAt({ treatment, profile }: Case, hour: number): Question {
  return HOUR(hour, profile === undefined ? CALM_SKIN : { ...UNKNOWN_SKIN, ...profile }, treatment);
}

function shown(knowledge: Knowledge, reading: FormulaReading, expected: Expected, question: Question): object {
  const consultation = consult(knowledge, question);
  const { verdict, reasons } = assess(knowledge, reading, consultation);
  const { because, referral } = expected;
  const given = reasons.map(({ code, rule, tag, untilHour }) => ({ code, rule, tag, untilHour }));
  return {
    hour: expected.hour,
    verdict: expected.verdict === 'FITS' && fits(verdict) ? 'FITS' : verdict,
    ...(because === undefined
      ? {}
      : { because: because.every((one) => given.some((reason) => agrees(reason, one))) ? because : given }),
    ...(referral === undefined ? {} : { referral: consultation.referral !== undefined }),
  };
}

function agrees(reason: object, expected: Because): boolean {
  return Object.entries(expected).every(([field, value]) => Reflect.get(reason, field) === value);
}

/** How the name was read, as far as the case asks; equal to the expectation where that is met. */
function readAs(reading: FormulaReading, expected: ExpectedName): object {
  const token = reading.tokens.find(({ printed }) => printed === expected.printed);
  if (token === undefined) return { printed: reading.tokens.map(({ printed }) => printed) };
  const { certainty, tagsInclude, tagsExclude } = expected;
  return {
    printed: token.printed,
    ...(certainty === undefined ? {} : { certainty: token.certainty }),
    ...(tagsInclude === undefined
      ? {}
      : { tagsInclude: tagsInclude.every((tag) => token.tags.includes(tag)) ? tagsInclude : token.tags }),
    ...(tagsExclude === undefined
      ? {}
      : { tagsExclude: tagsExclude.some((tag) => token.tags.includes(tag)) ? token.tags : tagsExclude }),
  };
}
