import type { Knowledge } from '../core/knowledge.js';
import { benefitOf } from '../core/ranking/benefit.js';
import { cellsOf } from '../core/tagging/cell.js';
import type { FormulaReading, ListState } from '../core/tagging/read-formula.js';
import { idealPhases } from '../core/verdict/ideal.js';
import { marketReasons } from '../core/verdict/market.js';
import { CONCERN, HEALING_PHASES, type Concern } from '../core/vocabulary.js';

/** Everything that a label means at any moment, in numbers: what the shelf keeps of a product's reading. */
export interface Compiled {
  readonly state: ListState;
  /** numbers of the phases in which it may be IDEAL, see `HEALING_PHASES` */
  readonly idealIn: readonly number[];
  /** numbers of its cells, see `Numbers` */
  readonly cells: readonly number[];
  /** ids of the classes that an avoid-list or a filter finds it by */
  readonly tags: readonly string[];
  /** what is printed, each once */
  readonly names: readonly string[];
  /** ids of ingredients that its pack mentions outside the list */
  readonly mentioned: readonly string[];
  readonly benefits: readonly CompiledBenefit[];
}

export interface CompiledBenefit {
  /** number of the column, see `COLUMNS` */
  readonly column: number;
  /** above 0 and below 1, in single precision */
  readonly size: number;
  readonly evidence: number;
}

/** What a product may serve, one column each; null = recovery. */
export const COLUMNS: readonly (Concern | null)[] = [...Object.values(CONCERN), null];

/** Compiles readings with one knowledge, and reads back what was compiled with the same. */
export class Compiler {
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(private readonly knowledge: Knowledge) {
    this.#numbers = new Map(cellsOf(knowledge).map(({ ladderId }, number) => [ladderId, number]));
  }

  compile(reading: FormulaReading): Compiled {
    const { state, tokens, taggings } = reading;
    const outside = taggings.filter(({ token }) => token === undefined);
    const mentioned = outside.flatMap(({ ingredient }) => ingredient ?? []);
    const limited = marketReasons(this.knowledge, reading).length > 0;
    return {
      state,
      idealIn: limited ? [] : idealPhases(this.knowledge, reading).map((phase) => HEALING_PHASES.indexOf(phase)),
      cells: once(taggings.map(({ ladderId }) => this.#numbers.get(ladderId) as number)), // cellsOf names them all
      tags: once([...tokens.flatMap((token) => token.tags), ...outside.map(({ tag }) => tag.id)]),
      names: once(tokens.map(({ printed }) => printed)),
      mentioned: once(mentioned.map(({ id }) => id)),
      benefits: COLUMNS.flatMap((concern, column) => {
        const { size, evidence } = benefitOf(this.knowledge, reading, concern);
        return size > 0 ? [{ column, size, evidence }] : [];
      }),
    };
  }
}

function once<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

const STATES: readonly ListState[] = ['LISTED', 'INCOMPLETE', 'MISSING'];

/** Writes a compiled product down, as short as JSON can be. */
export function written({ state, idealIn, cells, tags, names, mentioned, benefits }: Compiled): string {
  const sizes = benefits.flatMap(({ column, size, evidence }) => [column, size, evidence]);
  return JSON.stringify([STATES.indexOf(state), idealIn, cells, tags, names, mentioned, sizes]);
}

type Written = [number, number[], number[], string[], string[], string[], number[]];

/** Reads back what `written` wrote. */
export function readBack(body: string): Compiled {
  const [state, idealIn, cells, tags, names, mentioned, sizes] = JSON.parse(body) as Written;
  const benefits: CompiledBenefit[] = [];
  for (let at = 0; at < sizes.length; at += 3) {
    const [column, size, evidence] = [sizes[at] as number, sizes[at + 1] as number, sizes[at + 2] as number];
    benefits.push({ column, size, evidence });
  }
  return { state: STATES[state] as ListState, idealIn, cells, tags, names, mentioned, benefits };
}
