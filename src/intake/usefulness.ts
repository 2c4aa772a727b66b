import type { Command } from 'commander';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import type { Knowledge } from '../core/knowledge.js';
import { assess, consult } from '../core/pair.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';
import { UNKNOWN_SKIN } from '../core/treatment.js';
import type { Judgement } from '../core/verdict/judge.js';
import type { Reason } from '../core/verdict/reason.js';
import { fits, VERDICT, type Category, type Phase, type Verdict } from '../core/vocabulary.js';
import type { Terminal, WithHouse } from './register-import.js';

/** One hour in each phase after a session at 1.0 mm, from the first in which anything retail can fit. */
const HOURS: readonly number[] = [6, 30, 100, 200, 700];
const NOT_SKINCARE: readonly Category[] = ['MAKEUP', 'DEVICE', 'OTHER'];
const MOST = 10;
const EXAMPLES = 3;

/**
 * How much of a catalog an answer can choose from.
 *
 * Strictness that no source asks for is a fault, as a leak is a danger: a service that says no to everything would pass
 * every test of danger.
 */
export interface Usefulness {
  /** products that are neither make-up, device nor of an unknown kind */
  readonly skincare: number;
  /** those of them whose ingredient list is complete */
  readonly fullLists: number;
  readonly hours: readonly HourOfUse[];
}

export interface HourOfUse {
  readonly hour: number;
  readonly phase: Phase;
  /** skincare with a full list that fits */
  readonly fitting: number;
  /** all skincare */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** what keeps most full lists from fitting, at most ten, most first */
  readonly excluders: readonly Excluder[];
}

/** A class or a rule that keeps products from fitting. */
export interface Excluder {
  /** id of the class, or name of a rule that no class owns */
  readonly rule: string;
  /** products for which it is among the strictest reasons */
  readonly products: number;
  /** products that would fit without it */
  readonly alone: number;
  /** the names as printed that it was given for most often */
  readonly examples: readonly { readonly printed: string; readonly products: number }[];
}

/** Looks at a catalog as calm skin of type II does, after a session at 1.0 mm. */
export function usefulness(knowledge: Knowledge, readings: readonly FormulaReading[]): Usefulness {
  const skincare = readings.filter(({ formula }) => !NOT_SKINCARE.includes(formula.category));
  return {
    skincare: skincare.length,
    fullLists: skincare.filter(isFull).length,
    hours: HOURS.map((hour) => hourOfUse(knowledge, skincare, hour)),
  };
}

function isFull({ state }: FormulaReading): boolean {
  return state === 'LISTED';
}

function hourOfUse(knowledge: Knowledge, skincare: readonly FormulaReading[], hour: number): HourOfUse {
  const consultation = consult(knowledge, {
    treatment: { device: 'PEN', needleDepthMm: 1, hoursSince: hour, performedBy: 'PRACTITIONER', area: 'FACE' },
    profile: { ...UNKNOWN_SKIN, fitzpatrick: 2, sensitive: false },
  });
  const verdicts: Record<Verdict, number> = { IDEAL: 0, SUITABLE: 0, CAUTION: 0, UNVERIFIED: 0, AVOID: 0 };
  const full: Judgement[] = [];
  for (const reading of skincare) {
    const judgement = assess(knowledge, reading, consultation);
    verdicts[judgement.verdict]++;
    if (isFull(reading)) full.push(judgement);
  }
  const leftOut = full.filter(({ verdict }) => !fits(verdict));
  return {
    hour,
    phase: consultation.moment.phase,
    fitting: full.length - leftOut.length,
    verdicts,
    excluders: excluders(leftOut),
  };
}

function excluders(leftOut: readonly Judgement[]): Excluder[] {
  const found = new Map<string, { products: number; alone: number; printed: Map<string, number> }>();
  for (const judgement of leftOut) {
    const alone = new Set(judgement.reasons.map(ruleOf)).size === 1;
    const strictest = Map.groupBy(strictestReasons(judgement), ruleOf);
    for (const [rule, reasons] of strictest) {
      const excluder = found.get(rule) ?? { products: 0, alone: 0, printed: new Map<string, number>() };
      found.set(rule, excluder);
      excluder.products++;
      if (alone) excluder.alone++;
      for (const printed of new Set(reasons.map((reason) => (reason.printed ?? '').toLowerCase()))) {
        if (printed !== '') excluder.printed.set(printed, (excluder.printed.get(printed) ?? 0) + 1);
      }
    }
  }
  return [...found]
    .map(([rule, { products, alone, printed }]) => ({
      rule,
      products,
      alone,
      examples: [...printed]
        .map(([printed, products]) => ({ printed, products }))
        .sort((a, b) => b.products - a.products || compare(a.printed, b.printed))
        .slice(0, EXAMPLES),
    }))
    .sort((a, b) => b.products - a.products || b.alone - a.alone || compare(a.rule, b.rule))
    .slice(0, MOST);
}

/** A class excludes as one, whether it holds or asks for caution. */
function ruleOf(reason: Reason): string {
  return reason.tag ?? reason.rule;
}

/** The reasons that are as severe as the verdict; milder ones stand beside them. */
function strictestReasons({ verdict, reasons }: Judgement): readonly Reason[] {
  return verdict === 'CAUTION' ? reasons : reasons.filter((reason) => BEHIND[verdict]?.(reason) === true);
}

/** Which reasons can be behind a verdict; all that a product has are behind CAUTION. */
const BEHIND: Partial<Record<Verdict, (reason: Reason) => boolean>> = {
  AVOID: ({ rule }) => rule.endsWith('.hold'),
  UNVERIFIED: ({ code }) => code === 'UNREAD',
};

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

// ---------- as text ----------

/** The figures as a plain table. */
export function usefulnessTable({ skincare, fullLists, hours }: Usefulness): string {
  const heads = ['hour', 'phase', 'fits', 'of full lists', ...Object.keys(VERDICT)];
  const rows = hours.map(({ hour, phase, fitting, verdicts }) => [
    String(hour),
    phase,
    String(fitting),
    percent(fitting, fullLists),
    ...Object.values(VERDICT).map((verdict) => String(verdicts[verdict])),
  ]);
  return [
    `${skincare} skincare products, ${fullLists} of them with a full list; 1.0 mm, Fitzpatrick II, not sensitive.`,
    'Fits: of those with a full list. Verdicts: of all.',
    '',
    ...aligned([heads, ...rows]),
    ...hours.flatMap(excluderLines),
  ].join('\n');
}

function excluderLines({ hour, phase, excluders }: HourOfUse): string[] {
  const rows = excluders.map(({ rule, products, alone, examples }) => [
    rule,
    String(products),
    String(alone),
    examples.map(({ printed, products }) => `${printed} ${products}`).join(', '),
  ]);
  return [
    '',
    `What keeps most full lists from fitting at ${hour} h, ${phase}:`,
    ...aligned([['rule', 'products', 'alone', 'most often for'], ...rows]),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Columns as wide as their widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

// ---------- as a command ----------

/** Adds `usefulness` to the command line. */
export function registerUsefulness(
  program: Command,
  withHouse: WithHouse,
  { stdout }: Pick<Terminal, 'stdout'> = process,
): void {
  program
    .command('usefulness')
    .description('shows how much of the catalog fits in each phase, and what keeps the rest out')
    .option('--json', 'prints the figures as JSON')
    .action(({ json }: { json?: true }) =>
      withHouse(async ({ database, knowledge }) => {
        const readings: FormulaReading[] = [];
        for await (const product of new CatalogRepository(database).all()) {
          readings.push(readFormula(knowledge, product));
        }
        const figures = usefulness(knowledge, readings);
        stdout.write(`${json === true ? JSON.stringify(figures, null, 2) : usefulnessTable(figures)}\n`);
      }),
    );
}
