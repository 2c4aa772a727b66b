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
  /** numbers of its cells, see `cellsOf` */
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

/** Compiles readings with one knowledge, and writes them down for whoever has the same. */
export class Compiler {
  readonly #cells: ReadonlyMap<string, number>;
  readonly #tags: Vocabulary;
  readonly #ingredients: Vocabulary;
  readonly #incis: Vocabulary;

  constructor(private readonly knowledge: Knowledge) {
    this.#cells = numbered(cellsOf(knowledge).map(({ ladderId }) => ladderId));
    this.#tags = new Vocabulary(knowledge.tags.map(({ id }) => id));
    this.#ingredients = new Vocabulary(knowledge.ingredients.map(({ id }) => id));
    this.#incis = new Vocabulary(knowledge.ingredients.map(({ inci }) => inci));
  }

  compile(reading: FormulaReading): Compiled {
    const { state, tokens, taggings } = reading;
    const outside = taggings.filter(({ token }) => token === undefined);
    const mentioned = outside.flatMap(({ ingredient }) => ingredient ?? []);
    const limited = marketReasons(this.knowledge, reading).length > 0;
    return {
      state,
      idealIn: limited ? [] : idealPhases(this.knowledge, reading).map((phase) => HEALING_PHASES.indexOf(phase)),
      cells: once(taggings.map(({ ladderId }) => this.#cells.get(ladderId) as number)), // cellsOf names them all
      tags: once([...tokens.flatMap((token) => token.tags), ...outside.map(({ tag }) => tag.id)]),
      names: once(tokens.map(({ printed }) => printed)),
      mentioned: once(mentioned.map(({ id }) => id)),
      benefits: COLUMNS.flatMap((concern, column) => {
        const { size, evidence } = benefitOf(this.knowledge, reading, concern);
        return size > 0 ? [{ column, size, evidence }] : [];
      }),
    };
  }

  /** Writes a compiled product down, as short as JSON can be. */
  written({ state, idealIn, cells, tags, names, mentioned, benefits }: Compiled): string {
    const written: Written = [
      STATES.indexOf(state),
      idealIn,
      cells,
      this.#tags.coded(tags),
      this.#incis.coded(names),
      this.#ingredients.coded(mentioned),
      benefits.flatMap(({ column, size, evidence }) => [column, size, evidence]),
    ];
    return JSON.stringify(written);
  }

  /** Reads back what `written` wrote with the same knowledge. */
  readBack(body: string): Compiled {
    const [state, idealIn, cells, tags, names, mentioned, sizes] = JSON.parse(body) as Written;
    const benefits: CompiledBenefit[] = [];
    for (let at = 0; at < sizes.length; at += 3) {
      const [column, size, evidence] = [sizes[at] as number, sizes[at + 1] as number, sizes[at + 2] as number];
      benefits.push({ column, size, evidence });
    }
    return {
      state: STATES[state] as ListState,
      idealIn,
      cells,
      tags: this.#tags.decoded(tags),
      names: this.#incis.decoded(names),
      mentioned: this.#ingredients.decoded(mentioned),
      benefits,
    };
  }
}

/** Words of one knowledge by their numbers; any other word stands for itself. */
type Coded = readonly (string | number)[];
type Written = readonly [number, readonly number[], readonly number[], Coded, Coded, Coded, readonly number[]];

const STATES: readonly ListState[] = ['LISTED', 'INCOMPLETE', 'MISSING'];

class Vocabulary {
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(private readonly words: readonly string[]) {
    this.#numbers = numbered(words);
  }

  coded(words: readonly string[]): Coded {
    return words.map((word) => this.#numbers.get(word) ?? word);
  }

  decoded(coded: Coded): string[] {
    return coded.map((one) => (typeof one === 'number' ? (this.words[one] as string) : one));
  }
}

function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, number) => [word, number]));
}

function once<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
