import { type FileFault, ImportRefused } from './fault.js';
import { FIELD_NAMES, type Field, FIELDS } from './fields.js';
import { nearest } from './nearest.js';
import { plainWords } from './words.js';

/** Which column of a file holds which field. */
export type ColumnMap = ReadonlyMap<Field, Column>;

export interface Column {
  readonly index: number;
  /** as the file heads it */
  readonly heading: string;
}

/** A field and the heading of its column, as a person wrote them on the command line. */
export interface Pair {
  readonly field: string;
  readonly heading: string;
}

/** Beyond these a list of columns is noise. */
const MOST_COLUMNS_SHOWN = 40;

/**
 * Reads what was given to --map: "name=Title,price=Variant Price". A comma belongs to a heading unless a field and
 * an equals sign follow it.
 *
 * @param texts one for each time that the option was given
 */
export function readPairs(texts: readonly string[]): Pair[] | FileFault[] {
  const pairs: Pair[] = [];
  const faults: FileFault[] = [];
  for (const part of texts.flatMap((text) => text.split(/,(?=\s*\w+\s*=)/))) {
    const equals = part.indexOf('=');
    const field = part.slice(0, equals).trim();
    const heading = part.slice(equals + 1).trim();
    if (equals < 1 || field === '' || heading === '') {
      faults.push({
        code: 'MAP_UNREADABLE',
        message: `--map cannot read "${part.trim()}". Write field=Column, with commas between: --map name=Title,brand=Vendor.`,
      });
    } else pairs.push({ field, heading });
  }
  return faults.length > 0 ? faults : pairs;
}

export function areFaults(read: Pair[] | FileFault[]): read is FileFault[] {
  return read.some((one) => 'code' in one);
}

/**
 * Finds the column of each field: those that were named, and for other fields those whose heading says it.
 *
 * @param brandGiven whether the command names the brand of every row
 * @throws ImportRefused with every fault at once: unknown fields and columns with the nearest name, columns that
 *   stand twice, required fields without a column
 */
export function columnMap(headings: readonly string[], pairs: readonly Pair[], brandGiven: boolean): ColumnMap {
  const faults: FileFault[] = [];
  const map = new Map<Field, Column>();

  for (const { field, heading } of pairs) {
    const known = FIELD_NAMES.find((name) => name.toLowerCase() === field.toLowerCase());
    const column = columnCalled(heading, headings);
    if (known === undefined) faults.push(fieldUnknown(field));
    else if (map.has(known)) {
      faults.push({ code: 'FIELD_TWICE', message: `--map names ${known} twice. Leave one of them out.` });
    } else if (typeof column === 'object') map.set(known, column);
    else faults.push(column === 'TWICE' ? columnTwice(heading) : columnUnknown(heading, headings));
  }
  for (const field of FIELD_NAMES) {
    const column = pairs.some((pair) => pair.field.toLowerCase() === field.toLowerCase())
      ? undefined
      : columnMeaning(field, headings);
    if (column !== undefined) map.set(field, column);
  }

  const required: Field[] = brandGiven ? ['name'] : ['name', 'brand'];
  const missing = required.filter((field) => !map.has(field));
  if (missing.length > 0 && faults.length === 0) {
    const hint = missing.includes('brand') ? ' A shop of one brand can give it with --brand.' : '';
    faults.push({
      code: 'FIELD_UNMAPPED',
      message: `No column holds ${missing.join(' and ')}. Name it with --map ${missing.map((field) => `${field}=…`).join(',')}.${hint} ${columnsOf(headings)}`,
    });
  }
  if (faults.length > 0) throw new ImportRefused(faults);
  return map;
}

/** Exactly, or else without regard to capitals and blanks. */
function columnCalled(heading: string, headings: readonly string[]): Column | 'TWICE' | undefined {
  const loose = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const same of [(one: string) => one.trim() === heading, (one: string) => loose(one) === loose(heading)]) {
    const [index, second] = headings.flatMap((one, at) => (same(one) ? [at] : []));
    if (second !== undefined) return 'TWICE';
    if (index !== undefined) return { index, heading: headings[index] ?? heading };
  }
  return undefined;
}

/** The one column whose heading means a field; two that mean it equally well mean nothing. */
function columnMeaning(field: Field, headings: readonly string[]): Column | undefined {
  const spoken = headings.map((heading) => plainWords(heading).join(' '));
  for (const meaning of FIELDS[field].map((text) => plainWords(text).join(' '))) {
    const [index, second] = spoken.flatMap((one, at) => (one === meaning ? [at] : []));
    if (second !== undefined) return undefined;
    if (index !== undefined) return { index, heading: headings[index] ?? '' };
  }
  return undefined;
}

function fieldUnknown(field: string): FileFault {
  const near = nearest(field, FIELD_NAMES);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return {
    code: 'FIELD_UNKNOWN',
    message: `There is no field "${field}".${meant} The fields are ${FIELD_NAMES.join(', ')}.`,
  };
}

function columnUnknown(heading: string, headings: readonly string[]): FileFault {
  const near = nearest(heading, headings);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return { code: 'COLUMN_UNKNOWN', message: `There is no column "${heading}".${meant} ${columnsOf(headings)}` };
}

function columnTwice(heading: string): FileFault {
  return { code: 'COLUMN_TWICE', message: `Two columns are headed "${heading}". Rename one of them in the file.` };
}

function columnsOf(headings: readonly string[]): string {
  const shown = headings.filter((heading) => heading.trim() !== '').slice(0, MOST_COLUMNS_SHOWN);
  const more = headings.length > MOST_COLUMNS_SHOWN ? `, and ${headings.length - MOST_COLUMNS_SHOWN} more` : '';
  return `The columns are ${shown.map((heading) => `"${heading.slice(0, 60)}"`).join(', ')}${more}.`;
}
