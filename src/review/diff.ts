import type { Formula } from '../core/formula.js';
import type { Knowledge, KnowledgeVersion } from '../core/knowledge.js';
import { assess, consult } from '../core/pair.js';
import { byRank, type Orderable } from '../core/ranking/order.js';
import { scoreOf } from '../core/ranking/score.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';
import type { Judgement } from '../core/verdict/judge.js';
import { CONCERN, fits, severity, type Concern, type Phase, type Verdict } from '../core/vocabulary.js';
import { aligned } from '../intake/usefulness.js';
import { middles, questionAt, type PhaseHour } from './questions.js';

/** A rank that moves by no more is noise: one product that comes or goes moves all below it. */
const RANKS_OF_NOISE = 5;

/** What one catalog is under two knowledges, where that differs. */
export interface Difference {
  readonly before: KnowledgeVersion;
  readonly after: KnowledgeVersion;
  readonly products: number;
  /** the hours that were asked, one in each phase */
  readonly hours: readonly PhaseHour[];
  /** in the order of brand, name and id */
  readonly changed: readonly ProductChange[];
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface ProductChange {
  readonly id: string;
  readonly brand: string;
  readonly name: string;
  readonly verdicts: readonly (PhaseHour & Change<Verdict> & { readonly because: string | null })[];
  /** the hour at which nothing in it reads AVOID any more, and the first at which it fits; null inside: never */
  readonly avoidUntilHour: Change<number | null> | null;
  readonly usableFromHour: Change<number | null> | null;
  readonly reading: {
    /** how many names are known */
    readonly recognised: Change<number>;
    /** the names whose classes differ */
    readonly names: readonly ({ readonly printed: string } & Change<readonly string[]>)[];
  } | null;
  /** places in a ranking that moved by more than five */
  readonly ranks: readonly (PhaseHour & Change<number> & { readonly concern: Concern })[];
}

/** Compares a catalog under two knowledges, as the core of today judges both. */
export function difference(before: Knowledge, after: Knowledge, formulas: readonly Formula[]): Difference {
  const hours = middles(after);
  const [old, young] = [before, after].map((knowledge) => viewOf(knowledge, formulas, hours)) as [View, View];
  const changed = formulas.flatMap((formula, index) => {
    const verdicts = hours.flatMap((at, hour) => verdictChange(at, old.at(hour, index), young.at(hour, index)));
    const avoided = change(old.avoidUntil(index), young.avoidUntil(index));
    const usable = change(old.at(0, index).usableFromHour ?? null, young.at(0, index).usableFromHour ?? null);
    const reading = readingChange(old.reading(index), young.reading(index));
    const ranks = hours.flatMap(({ phase, hour }, at) =>
      Object.values(CONCERN).flatMap((concern) => {
        const [first, then] = [old.rank(at, concern, formula.id), young.rank(at, concern, formula.id)];
        if (first === undefined || then === undefined || Math.abs(first - then) <= RANKS_OF_NOISE) return [];
        return [{ phase, hour, concern, before: first, after: then }];
      }),
    );
    if (verdicts.length + ranks.length === 0 && [avoided, usable, reading].every((one) => one === null)) return [];
    const { id, brand, name } = formula;
    return [{ id, brand, name, verdicts, avoidUntilHour: avoided, usableFromHour: usable, reading, ranks }];
  });
  return {
    before: before.version,
    after: after.version,
    products: formulas.length,
    hours,
    changed: changed.sort((a, b) => compare(a.brand, b.brand) || compare(a.name, b.name) || compare(a.id, b.id)),
  };
}

/** A catalog under one knowledge. */
interface View {
  readonly reading: (product: number) => FormulaReading;
  readonly at: (hour: number, product: number) => Judgement;
  readonly avoidUntil: (product: number) => number | null;
  /** place in the ranking for one concern, from 1; undefined where it is not ranked */
  readonly rank: (hour: number, concern: Concern, id: string) => number | undefined;
}

function viewOf(knowledge: Knowledge, formulas: readonly Formula[], hours: readonly PhaseHour[]): View {
  const readings = formulas.map((formula) => readFormula(knowledge, formula));
  const { ladder } = consult(knowledge, questionAt(0)).moment;
  const judgements: Judgement[][] = [];
  const ranks: ReadonlyMap<Concern, ReadonlyMap<string, number>>[] = [];
  for (const { hour } of hours) {
    const consultation = consult(knowledge, questionAt(hour));
    const judged = readings.map((reading) => assess(knowledge, reading, consultation));
    judgements.push(judged);
    ranks.push(ranksOf(knowledge, judged, consultation.moment.phase));
  }
  return {
    reading: (product) => readings[product] as FormulaReading,
    at: (hour, product) => judgements[hour]?.[product] as Judgement,
    avoidUntil: (product) => {
      const ends = (readings[product] as FormulaReading).taggings.map((tagging) => ladder(tagging).avoidUntil);
      const last = Math.max(0, ...ends);
      return last === Infinity ? null : last;
    },
    rank: (hour, concern, id) => ranks[hour]?.get(concern)?.get(id),
  };
}

/** Rankings for each concern alone, as an answer gives them: what fits, without make-up. */
function ranksOf(
  knowledge: Knowledge,
  judged: readonly Judgement[],
  phase: Phase,
): ReadonlyMap<Concern, ReadonlyMap<string, number>> {
  const ranked = judged.filter(({ verdict, reading }) => fits(verdict) && reading.formula.category !== 'MAKEUP');
  return new Map(
    Object.values(CONCERN).map((concern) => {
      const order = ranked.map(({ reading }): Orderable => {
        const { score, evidence } = scoreOf(knowledge, reading, [{ concern, weight: 1 }], phase);
        return { score, evidence, name: reading.formula.name, id: reading.formula.id };
      });
      return [concern, new Map(order.sort(byRank).map(({ id }, index) => [id, index + 1]))];
    }),
  );
}

function verdictChange(
  at: PhaseHour,
  before: Judgement,
  after: Judgement,
): (PhaseHour & Change<Verdict> & { because: string | null })[] {
  if (before.verdict === after.verdict) return [];
  const stricter = severity(after.verdict) >= severity(before.verdict) ? after : before;
  return [{ ...at, before: before.verdict, after: after.verdict, because: stricter.reasons[0]?.rule ?? null }];
}

function readingChange(before: FormulaReading, after: FormulaReading): ProductChange['reading'] {
  const names = before.tokens.flatMap(({ printed, tags }, index) => {
    const now = after.tokens[index]?.tags ?? []; // a label falls into the same names under every knowledge
    return tags.join() === now.join() ? [] : [{ printed, before: tags, after: now }];
  });
  const recognised = { before: before.recognised, after: after.recognised };
  return names.length === 0 && recognised.before === recognised.after ? null : { recognised, names };
}

function change<T>(before: T, after: T): Change<T> | null {
  return before === after ? null : { before, after };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

// ---------- as text ----------

/** The differences as tables, one for each kind. */
export function differenceText({ before, after, products, hours, changed }: Difference): string {
  const called = ({ brand, name }: ProductChange): string => `${brand} ${name}`;
  const count = (has: (one: ProductChange) => boolean): number => changed.filter(has).length;
  const counts = [
    `${count(({ verdicts }) => verdicts.length > 0)} in verdict`,
    `${count(({ avoidUntilHour, usableFromHour }) => avoidUntilHour !== null || usableFromHour !== null)} in the hours at which they return`,
    `${count(({ reading }) => reading !== null)} in reading`,
    `${count(({ ranks }) => ranks.length > 0)} by more than ${RANKS_OF_NOISE} ranks`,
  ];
  const asked = hours.map(({ phase, hour }) => `${phase} ${hour}`).join(', ');
  return [
    `${before.version} → ${after.version}`,
    `${products} products, 1.0 mm, Fitzpatrick II, not sensitive, at hours ${asked}.`,
    `Products that differ: ${changed.length} (${counts.join(', ')}).`,
    ...section(
      'Verdict',
      ['product', 'phase', 'before', 'after', 'because'],
      changed.flatMap((one) =>
        one.verdicts.map((verdict) => [
          called(one),
          verdict.phase,
          verdict.before,
          verdict.after,
          verdict.because ?? '',
        ]),
      ),
    ),
    ...section(
      'Hours at which it returns',
      ['product', 'what', 'before', 'after'],
      changed.flatMap((one) => [
        ...hourRow(called(one), 'avoid until', one.avoidUntilHour),
        ...hourRow(called(one), 'fits from', one.usableFromHour),
      ]),
    ),
    ...section(
      'Reading',
      ['product', 'name', 'before', 'after'],
      changed.flatMap((one) =>
        (one.reading?.names ?? []).map((name) => [
          called(one),
          name.printed,
          name.before.join(' '),
          name.after.join(' '),
        ]),
      ),
    ),
    ...section(
      'Rank',
      ['product', 'phase', 'concern', 'before', 'after'],
      changed.flatMap((one) =>
        one.ranks.map(({ phase, concern, before, after }) => [
          called(one),
          phase,
          concern,
          String(before),
          String(after),
        ]),
      ),
    ),
  ].join('\n');
}

function hourRow(product: string, what: string, hours: Change<number | null> | null): string[][] {
  return hours === null ? [] : [[product, what, hourText(hours.before), hourText(hours.after)]];
}

function hourText(hour: number | null): string {
  return hour === null ? 'never' : String(hour);
}

function section(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, ...aligned([heads, ...rows])];
}
