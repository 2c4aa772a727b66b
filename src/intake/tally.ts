import type { UpsertCounts } from '../catalog/catalog.repository.js';
import { comparisonKey } from '../core/inci/keys.js';
import type { FormulaReading } from '../core/tagging/read-formula.js';
import type { Category } from '../core/vocabulary.js';
import { compareText } from './compare-text.js';
import type { BadRow, GoodRow } from './read-row.js';
import type { ImportReport, Refiled, RejectedRow, Warning } from './report.js';
import { excerptOf } from './text.js';

const NAMES_SHOWN = 20;
const LONGEST_NAME = 100;
/** A file of nonsense holds endless names; the frequent ones come early. */
const MOST_NAMES_KEPT = 100_000;
const ROWS_NAMED = 5;

/** What is said of each kind of note, and in which order. */
const NOTE_TEXT = {
  CATEGORY_UNKNOWN: (word: string) =>
    word === ''
      ? 'without a category and with a name that tells none; filed as OTHER, which is never ranked.'
      : `the category "${word}" is not known or says too little; filed as OTHER, which is never ranked.`,
  GTIN_INVALID: () => 'the barcode is mistyped (wrong length or check digit) and was left out.',
  GTIN_TWICE: () => 'the barcode stands at another product of this file and was left out.',
  URL_INVALID: () => 'the address is none of the web (https://…) and was left out.',
  AVAILABILITY_UNKNOWN: (word: string) => `the availability "${word}" is not known; counted as OUT_OF_STOCK.`,
  LABEL: (word: string) => word,
} as const;
export type NoteCode = keyof typeof NOTE_TEXT;
/** Notes that are not told apart by their word: the rows that they are about are named instead. */
const BY_ROW: ReadonlySet<NoteCode> = new Set(['GTIN_INVALID', 'GTIN_TWICE', 'URL_INVALID']);

/** Counts what becomes of the rows. */
export class Tally {
  readonly #rejected: RejectedRow[] = [];
  readonly #notes = new Map<string, { code: NoteCode; word: string; rows: number[]; count: number }>();
  readonly #unrecognised = new Map<string, { name: string; count: number }>();
  readonly #categories = new Map<Category, number>();
  readonly #refiled = new Map<string, Refiled>();
  readonly #lists = { complete: 0, incomplete: 0, missing: 0 };
  readonly #went = { created: 0, updated: 0, unchanged: 0 };
  #recognisedNames = 0;
  #unrecognisedNames = 0;

  reject(row: number, line: number, { fault, column, cell }: BadRow): void {
    const excerpt = excerptOf(fault.cell ?? cell);
    this.#rejected.push({ row, line, column, excerpt, code: fault.code, message: fault.message });
  }

  wentIn({ created, updated, unchanged }: UpsertCounts): void {
    this.#went.created += created;
    this.#went.updated += updated;
    this.#went.unchanged += unchanged;
  }

  note(row: number, code: NoteCode, word: string): void {
    const key = BY_ROW.has(code) ? code : `${code} ${word}`;
    const note = this.#notes.get(key) ?? { code, word, rows: [], count: 0 };
    this.#notes.set(key, note);
    note.count++;
    if (note.rows.length < ROWS_NAMED) note.rows.push(row);
  }

  /** Counts a row that goes in, and what was read of it. */
  read(row: number, reading: FormulaReading, { notes, refiled }: Pick<GoodRow, 'notes' | 'refiled'>): void {
    if (refiled !== undefined) {
      const key = JSON.stringify([refiled.shelf, refiled.category]);
      this.#refiled.set(key, { ...refiled, rows: (this.#refiled.get(key)?.rows ?? 0) + 1 });
    }
    for (const { code, word } of notes) this.note(row, code, word);
    for (const sentence of reading.warnings) this.note(row, 'LABEL', sentence);

    const { category } = reading.formula;
    this.#categories.set(category, (this.#categories.get(category) ?? 0) + 1);
    this.#lists[reading.state === 'LISTED' ? 'complete' : reading.state === 'INCOMPLETE' ? 'incomplete' : 'missing']++;
    this.#recognisedNames += reading.recognised;
    this.#unrecognisedNames += reading.unrecognised;
    for (const token of reading.tokens) if (!token.recognised) this.#countName(token.printed);
  }

  /** @param about what is known without counting */
  report(
    about: Pick<ImportReport, 'file' | 'dryRun' | 'channel' | 'columns' | 'rowsIn' | 'seconds'>,
    fileWarnings: readonly Warning[],
  ): ImportReport {
    const { file, dryRun, channel, columns, rowsIn, seconds } = about;
    const { created, updated, unchanged } = this.#went;
    const rejected = this.#rejected.length;
    const names = this.#recognisedNames + this.#unrecognisedNames;
    return {
      file,
      dryRun,
      channel,
      columns,
      rowsIn,
      created,
      updated,
      unchanged,
      rejected,
      lists: this.#lists,
      names: {
        recognised: this.#recognisedNames,
        unrecognised: this.#unrecognisedNames,
        share: names === 0 ? null : Math.round((this.#recognisedNames / names) * 10_000) / 10_000,
      },
      unrecognisedNames: [...this.#unrecognised.values()]
        .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
        .slice(0, NAMES_SHOWN),
      categories: [...this.#categories]
        .map(([category, rows]) => ({ category, rows }))
        .sort((a, b) => b.rows - a.rows || compareText(a.category, b.category)),
      refiled: [...this.#refiled.values()].sort(
        (a, b) => b.rows - a.rows || compareText(a.shelf, b.shelf) || compareText(a.category, b.category),
      ),
      warnings: [...fileWarnings, ...this.#warnings()],
      rejectedRows: this.#rejected,
      seconds,
    };
  }

  #countName(printed: string): void {
    const key = comparisonKey(printed);
    const known = this.#unrecognised.get(key);
    if (known !== undefined) known.count++;
    else if (this.#unrecognised.size < MOST_NAMES_KEPT) {
      this.#unrecognised.set(key, { name: printed.slice(0, LONGEST_NAME).toWellFormed(), count: 1 });
    }
  }

  #warnings(): Warning[] {
    const order = Object.keys(NOTE_TEXT);
    return [...this.#notes.values()]
      .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || b.count - a.count || compareText(a.word, b.word))
      .map(({ code, word, rows, count }) => {
        const which = count > rows.length ? `${rows.join(', ')}, …` : rows.join(', ');
        const text = NOTE_TEXT[code](word);
        return { code, message: BY_ROW.has(code) ? `${text} (${which})` : text, rows: count };
      });
  }
}
