import { readdirSync, readFileSync } from 'node:fs';
import type { Formula } from '../../src/core/formula.js';
import { consult, type Question } from '../../src/core/pair.js';
import type { FormulaReading, ListState } from '../../src/core/tagging/read-formula.js';
import type { SkinProfile, Treatment } from '../../src/core/treatment.js';
import { fits, type Category, type Certainty, type Verdict } from '../../src/core/vocabulary.js';
import { CALM_SKIN, formula, HOUR, judged, knowledge, read, UNKNOWN_SKIN } from '../support/world.js';

/**
 * Golden cases: products as the dossier and its rulings judge them, written before the code was asked.
 *
 * A case says only what is judged: at which hours, with which verdict, because of which class and until when. What it
 * does not say may change. Without a treatment it is a pen at 1.0 mm, without a profile calm skin of type II; an empty
 * profile is a person of whom nothing is known.
 */
interface Case {
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
  /** classes among the reasons, with the end of the hold where it is stated */
  readonly because?: readonly { readonly tag: string; readonly untilHour?: number }[];
  readonly referral?: boolean;
}

interface ExpectedName {
  readonly printed: string;
  readonly certainty?: Certainty;
  readonly tagsInclude?: readonly string[];
  readonly tagsExclude?: readonly string[];
}

const FOLDER = new URL('../cases/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const casesIn = (file: string): Case[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Case[];

describe.each(FILES)('the cases of %s', (file) => {
  it.each(casesIn(file).map((one) => [one.id, one.why, one] as const))('%s: %s', (_, __, one) => {
    const reading = read(productOf(one));

    expect({
      expect: one.expect.map((expected) => shown(reading, expected, questionAt(one, expected.hour))),
      reads: one.reads?.map((expected) => readAs(reading, expected)),
      tokens: one.tokens === undefined ? undefined : reading.tokens.length,
      state: one.state === undefined ? undefined : reading.state,
    }).toEqual({ expect: one.expect, reads: one.reads, tokens: one.tokens, state: one.state });
  });
});

it('no two cases share an id', () => {
  const ids = FILES.flatMap(casesIn).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

function productOf({ product: { name, label, claims, declared, ...rest } }: Case): Formula {
  return formula(name, label, { ...rest, claims: claims?.join('. '), declaredShares: declared });
}

function questionAt({ treatment, profile }: Case, hour: number): Question {
  return HOUR(hour, profile === undefined ? CALM_SKIN : { ...UNKNOWN_SKIN, ...profile }, treatment);
}

/** What happened, as far as the case asks: equal to the expectation where that is met. */
function shown(reading: FormulaReading, expected: Expected, question: Question): object {
  const { verdict, reasons } = judged(reading, question);
  const { because, referral } = expected;
  const given = reasons.map(({ code, tag, untilHour }) => ({ code, tag, untilHour }));
  return {
    hour: expected.hour,
    verdict: expected.verdict === 'FITS' && fits(verdict) ? 'FITS' : verdict,
    ...(because === undefined
      ? {}
      : { because: because.every((one) => given.some((reason) => agrees(reason, one))) ? because : given }),
    ...(referral === undefined ? {} : { referral: consult(knowledge, question).referral !== undefined }),
  };
}

function agrees(
  reason: { readonly tag: string | undefined; readonly untilHour: number | undefined },
  { tag, untilHour }: { readonly tag: string; readonly untilHour?: number },
): boolean {
  return reason.tag === tag && (untilHour === undefined || reason.untilHour === untilHour);
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
