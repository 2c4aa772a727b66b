import { comparisonKey } from '../core/inci/keys.js';
import type { Knowledge } from '../core/knowledge.js';
import { assess, consult } from '../core/pair.js';
import { scoreOf } from '../core/ranking/score.js';
import { wordsOf } from '../core/tagging/claims.js';
import type { FormulaReading } from '../core/tagging/read-formula.js';
import { CONCERN, fits, type Concern } from '../core/vocabulary.js';
import { aligned } from '../intake/usefulness.js';
import { middles, questionAt, type PhaseHour } from './questions.js';

/** With fewer products than these a person has no choice. */
const ENOUGH = 3;
const MOST_NEAREST = 3;
/** Names with less than half of their words in common are not alike. */
const LEAST_SHARED = 0.5;
const MOST_SHOWN = 50;

/** What the knowledge does not know of a catalog, and what the catalog does not offer. */
export interface Gaps {
  readonly products: number;
  /** names on all labels, each as often as it is printed */
  readonly names: number;
  readonly unrecognised: number;
  /** names that nobody knows, the most frequent first */
  readonly unread: readonly UnreadName[];
  /** concerns that fewer than three products serve in a phase in which they can be served */
  readonly thin: readonly ThinShelf[];
}

export interface UnreadName {
  /** as it is printed most often */
  readonly printed: string;
  readonly times: number;
  /** known names that it may have meant, at most three */
  readonly nearest: readonly string[];
  readonly example: { readonly id: string; readonly brand: string; readonly name: string };
}

export interface ThinShelf extends PhaseHour {
  readonly concern: Concern;
  /** products that fit and do something for the concern */
  readonly eligible: number;
}

export function gaps(knowledge: Knowledge, readings: readonly FormulaReading[]): Gaps {
  const sum = (count: (reading: FormulaReading) => number): number =>
    readings.reduce((total, reading) => total + count(reading), 0);
  return {
    products: readings.length,
    names: sum(({ tokens }) => tokens.length),
    unrecognised: sum(({ unrecognised }) => unrecognised),
    unread: unreadNames(knowledge, readings),
    thin: thinShelves(knowledge, readings),
  };
}

function unreadNames(knowledge: Knowledge, readings: readonly FormulaReading[]): UnreadName[] {
  const found = new Map<string, { printed: Map<string, number>; times: number; example: UnreadName['example'] }>();
  for (const { tokens, formula } of readings) {
    for (const { recognised, printed } of tokens) {
      if (recognised) continue;
      const key = comparisonKey(printed) || printed;
      const { id, brand, name } = formula;
      const one = found.get(key) ?? { printed: new Map<string, number>(), times: 0, example: { id, brand, name } };
      found.set(key, one);
      one.times++;
      one.printed.set(printed, (one.printed.get(printed) ?? 0) + 1);
    }
  }
  const alike = nearestNames(knowledge);
  return [...found]
    .map(([key, { printed, times, example }]) => {
      const [mostOften] = [...printed].sort(([a, m], [b, n]) => n - m || compare(a, b)) as [[string, number]];
      return { printed: mostOften[0], times, nearest: alike(key, mostOften[0]), example };
    })
    .sort((a, b) => b.times - a.times || compare(a.printed, b.printed));
}

/**
 * The known names that an unknown one may have meant: first those a slip away, and where there is
 * none those that share most words with it.
 */
function nearestNames({ names, ingredients }: Knowledge): (key: string, printed: string) => string[] {
  const inci = new Map(ingredients.map((ingredient) => [ingredient.id, ingredient.inci]));
  const holding = new Map<string, { inci: string; words: number }[]>();
  for (const ingredient of ingredients) {
    const words = new Set(wordsOf(ingredient.inci));
    for (const word of words) {
      const held = holding.get(word) ?? [];
      holding.set(word, held);
      held.push({ inci: ingredient.inci, words: words.size });
    }
  }
  return (key, printed) => {
    const slips = names.near.nearest(key).flatMap((known) => inci.get(names.known.get(known)?.id ?? '') ?? []);
    if (slips.length > 0) return [...new Set(slips)].sort().slice(0, MOST_NEAREST);
    const words = [...new Set(wordsOf(printed))];
    const shared = new Map<string, { count: number; words: number }>();
    for (const one of words.flatMap((word) => holding.get(word) ?? [])) {
      shared.set(one.inci, { count: (shared.get(one.inci)?.count ?? 0) + 1, words: one.words });
    }
    return [...shared]
      .map(([name, one]) => ({ name, share: one.count / Math.max(one.words, words.length) }))
      .filter(({ share }) => share >= LEAST_SHARED)
      .sort((a, b) => b.share - a.share || compare(a.name, b.name))
      .slice(0, MOST_NEAREST)
      .map(({ name }) => name);
  };
}

/** A concern that does not count in a phase at all (FINE_LINES on open skin) lacks nothing there. */
function thinShelves(knowledge: Knowledge, readings: readonly FormulaReading[]): ThinShelf[] {
  const offered = readings.filter(({ formula }) => formula.category !== 'MAKEUP');
  return middles(knowledge).flatMap(({ phase, hour }) => {
    const consultation = consult(knowledge, questionAt(hour));
    const fitting = offered.filter((reading) => fits(assess(knowledge, reading, consultation).verdict));
    return Object.values(CONCERN)
      .filter((concern) => knowledge.concern(concern).phaseBenefit[phase] > 0)
      .map((concern) => {
        const serves = (reading: FormulaReading): boolean =>
          scoreOf(knowledge, reading, [{ concern, weight: 1 }], phase).contributions.some(
            (contribution) => contribution.concern === concern,
          );
        return { phase, hour, concern, eligible: fitting.filter(serves).length };
      })
      .filter(({ eligible }) => eligible < ENOUGH);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

// ---------- as text ----------

/** The gaps as two tables; the rarer names stand in the JSON alone. */
export function gapsText({ products, names, unrecognised, unread, thin }: Gaps): string {
  const more = unread.length - MOST_SHOWN;
  return [
    `${products} products, ${names} printed names, ${unrecognised} not known (${unread.length} different ones).`,
    ...(unread.length === 0
      ? []
      : [
          '',
          'Names that nobody knows:',
          ...aligned([
            ['times', 'name', 'nearest known', 'for instance in'],
            ...unread
              .slice(0, MOST_SHOWN)
              .map(({ printed, times, nearest, example }) => [
                String(times),
                clipped(printed),
                nearest.join(', ') || '–',
                `${example.brand} ${example.name}`,
              ]),
          ]),
          ...(more > 0 ? [`… and ${more} more; --json names them all.`] : []),
        ]),
    '',
    thin.length === 0
      ? `Every concern has at least ${ENOUGH} products in every phase in which it counts.`
      : `Concerns with fewer than ${ENOUGH} products at 1.0 mm, Fitzpatrick II, not sensitive:`,
    ...(thin.length === 0
      ? []
      : aligned([
          ['phase', 'hour', 'concern', 'products'],
          ...thin.map(({ phase, hour, concern, eligible }) => [phase, String(hour), concern, String(eligible)]),
        ])),
  ].join('\n');
}

const LONGEST_SHOWN = 60;

function clipped(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
