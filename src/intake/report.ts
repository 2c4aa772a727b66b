import type { Category } from '../core/vocabulary.js';
import type { RowFaultCode } from './fault.js';

export interface RejectedRow {
  /** 1-based among the rows of data */
  readonly row: number;
  /** 1-based line of the file on which the row begins */
  readonly line: number;
  /** heading of the column; null when it is about the row as a whole */
  readonly column: string | null;
  /** at most 60 characters of the cell */
  readonly excerpt: string;
  readonly code: RowFaultCode;
  /** what to do */
  readonly message: string;
}

/** How many rows of a shelf were filed elsewhere, because their names told what they are. */
export interface Refiled {
  /** the shop's word; empty if there was none */
  readonly shelf: string;
  readonly category: Category;
  readonly rows: number;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
  /** how many rows it is about; 0 when it is about the file */
  readonly rows: number;
}

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  readonly file: string;
  readonly dryRun: boolean;
  readonly channel: string;
  /** field → heading of its column */
  readonly columns: Readonly<Record<string, string>>;
  /** created + updated + unchanged + rejected, always */
  readonly rowsIn: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** ingredient lists of the rows that were not rejected */
  readonly lists: { readonly complete: number; readonly incomplete: number; readonly missing: number };
  /** names on those lists; `share` is recognised ÷ all, 0…1, null without names */
  readonly names: { readonly recognised: number; readonly unrecognised: number; readonly share: number | null };
  /** the 20 that occur most often */
  readonly unrecognisedNames: readonly { readonly name: string; readonly count: number }[];
  readonly categories: readonly { readonly category: Category; readonly rows: number }[];
  readonly refiled: readonly Refiled[];
  readonly warnings: readonly Warning[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly seconds: number;
}

const MOST_REJECTED_SHOWN = 50;
const MOST_WARNINGS_SHOWN = 40;

/** The report for a person at a terminal. */
export function reportText(report: ImportReport): string {
  const { names, lists, categories, rejectedRows, warnings } = report;
  const format = new Intl.NumberFormat('en');
  const count = (number: number) => format.format(number);
  const percent = names.share === null ? '' : ` (${(names.share * 100).toFixed(1)} %)`;
  const lines = [
    report.dryRun
      ? `${report.file}: a dry run for channel "${report.channel}"; nothing was written.`
      : `${report.file}: imported for channel "${report.channel}".`,
    `Columns: ${Object.entries(report.columns)
      .map(([field, heading]) => `${field} = ${heading}`)
      .join(', ')}`,
    '',
    ...table([
      ['rows in', count(report.rowsIn)],
      ['created', count(report.created)],
      ['updated', count(report.updated)],
      ['unchanged', count(report.unchanged)],
      ['rejected', count(report.rejected)],
    ]),
    '',
    `Lists: ${count(lists.complete)} complete, ${count(lists.incomplete)} incomplete, ${count(lists.missing)} missing.`,
    `Names: ${count(names.recognised)} of ${count(names.recognised + names.unrecognised)} recognised${percent}.`,
    `Categories: ${categories.map(({ category, rows }) => `${category} ${count(rows)}`).join(', ') || 'none'}.`,
  ];
  if (report.unrecognisedNames.length > 0) {
    lines.push('', 'Most frequent names that were not recognised:');
    lines.push(
      ...table(
        report.unrecognisedNames.map(({ name, count: times }) => [`${count(times)} ×`, name]),
        'left',
      ),
    );
  }
  if (report.refiled.length > 0) {
    const moves = report.refiled.map(
      ({ shelf, category, rows }) => `${shelf || '(none)'} → ${category} ${count(rows)}`,
    );
    lines.push('', `Filed by their names: ${moves.join(', ')}.`);
  }
  if (warnings.length > 0) {
    lines.push('', 'Warnings:', ...warnings.slice(0, MOST_WARNINGS_SHOWN).map((warning) => `  ${withRows(warning)}`));
    if (warnings.length > MOST_WARNINGS_SHOWN)
      lines.push(`  … ${warnings.length - MOST_WARNINGS_SHOWN} more with --json`);
  }
  if (rejectedRows.length > 0) {
    lines.push('', 'Rejected rows:', ...rejectedLines(rejectedRows.slice(0, MOST_REJECTED_SHOWN)));
    if (rejectedRows.length > MOST_REJECTED_SHOWN) {
      lines.push(`  … ${count(rejectedRows.length - MOST_REJECTED_SHOWN)} more with --json`);
    }
  }
  lines.push('', `Took ${report.seconds.toFixed(1)} s.`);
  return `${lines.join('\n')}\n`;
}

/** What to do is said once for rows that share it. */
function rejectedLines(rows: readonly RejectedRow[]): string[] {
  const groups = Map.groupBy(rows, ({ code, message }) => `${code}: ${message}`);
  return [...groups].flatMap(([whatToDo, group]) => [
    `  ${whatToDo}`,
    ...group.map(({ row, line, column, excerpt }) => {
      const where = `    row ${row}, line ${line}${column === null ? '' : `, column ${column}`}`;
      return excerpt === '' ? where : `${where}: "${excerpt}"`;
    }),
  ]);
}

function withRows({ message, rows }: Warning): string {
  return rows === 0 ? message : `${rows} ${rows === 1 ? 'row' : 'rows'}: ${message}`;
}

function table(rows: readonly (readonly [string, string])[], align: 'left' | 'right' = 'right'): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column === 0 ? 0 : 1].length)));
  const [first = 0, second = 0] = widths;
  return rows.map(([left, right]) =>
    align === 'right' ? `  ${left.padEnd(first)}  ${right.padStart(second)}` : `  ${left.padStart(first)} ${right}`,
  );
}
