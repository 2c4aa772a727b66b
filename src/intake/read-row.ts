import { createHash } from 'node:crypto';
import { ProductRow, sourceKey } from '../catalog/product-row.js';
import { cleanText } from '../core/inci/clean-text.js';
import type { Category } from '../core/vocabulary.js';
import { fileUnder } from './category.js';
import type { ColumnMap } from './column-map.js';
import type { Cell } from './csv-records.js';
import { readAvailability, readGtin, readPh, readSpf, readWebAddress, readYesNo, spfInName } from './facts.js';
import { RowFault } from './fault.js';
import type { Field } from './fields.js';
import { isCurrency, readPrice } from './price.js';
import { characterFault, isSpreadsheetError, lengthFault, oneLine } from './text.js';

/** What holds for every row of a file. */
export interface RowContext {
  readonly columns: ColumnMap;
  readonly headings: readonly string[];
  readonly channel: string;
  /** ISO 4217; of prices that name none themselves */
  readonly currency: string | undefined;
  /** of rows that name none themselves */
  readonly brand: string | undefined;
}

/** Something about a row that went in which its owner should know. */
export interface Note {
  readonly code: 'AVAILABILITY_UNKNOWN' | 'CATEGORY_UNKNOWN' | 'GTIN_INVALID' | 'URL_INVALID';
  /** the word that is meant */
  readonly word: string;
}

/** The name of a product told what it is, better than the shop's shelf did. */
export interface Refiling {
  /** the shop's word; empty if there was none */
  readonly shelf: string;
  readonly category: Category;
}

export interface GoodRow {
  readonly product: ProductRow;
  readonly notes: readonly Note[];
  readonly refiled: Refiling | undefined;
}

export interface BadRow {
  readonly fault: RowFault;
  /** heading of the column; null when it is about the row as a whole */
  readonly column: string | null;
  /** the cell as it stands in the file */
  readonly cell: string;
}

const LONGEST = {
  name: 300,
  brand: 200,
  key: 398,
  sku: 100,
  form: 100,
  size: 60,
  market: 20,
  url: 2000,
  label: 50_000,
  word: 500,
};

/** Of the catalog's key; the shop's own is shorter, since its channel stands before it. */
const LONGEST_SOURCE_KEY = 500;

/**
 * Reads one row into what the catalog takes in.
 *
 * A fact on which a verdict rests must be readable, or the row stays out: a wrong list, pH or "rinse off" would make
 * an answer kinder. A fact that only helps to find or sell the product (barcode, addresses, stock) is left out with
 * a note, and the product goes in.
 *
 * @param rowOf the row of this file in which a product of this key stood
 */
export function readRow(
  record: readonly Cell[],
  context: RowContext,
  rowOf: (key: string) => number | undefined,
): GoodRow | BadRow {
  const misshapen = shapeFault(record, context);
  if (misshapen !== undefined) return misshapen;

  const row = new Row(record, context);
  const notes: Note[] = [];

  const continued = continuation(row, context, rowOf);
  if (continued !== undefined) return continued;

  const size = row.line('size', LONGEST.size);
  const bareName = row.required('name', row.line('name', LONGEST.name));
  const name = size === '' || bareName.toLowerCase().includes(size.toLowerCase()) ? bareName : `${bareName}, ${size}`;
  const brand = row.required('brand', row.line('brand', LONGEST.brand) || (context.brand ?? ''));
  const key = keyOf(row, context, brand, name);

  const shelf = row.line('category', LONGEST.word);
  const filing = fileUnder(shelf, name);
  if (filing.by === 'UNKNOWN') notes.push({ code: 'CATEGORY_UNKNOWN', word: shelf });

  const claims = row.text('claims', LONGEST.label);
  const url = webAddress(row, 'url', notes);
  const candidate = {
    sourceKey: key,
    brand,
    name,
    category: filing.category,
    form: row.line('form', LONGEST.form) || null,
    rinseOff: row.read('rinseOff', (cell) => readYesNo(cell, 'rinse off', 'leave on'), filing.rinseOff),
    label: row.text('ingredients', LONGEST.label),
    claims: claims === '' ? null : cleanText(claims).text.trim() || null,
    ph: row.read('ph', readPh, null),
    spf: row.read('spf', readSpf, spfInName(name)),
    drugFacts: row.read('drugFacts', readYesNo, false),
    market: row.line('market', LONGEST.market) || null,
    gtin: gtin(row, notes),
    imageUrl: webAddress(row, 'imageUrl', notes),
    url,
    offers: offers(row, context, key, url, notes),
  };
  if (row.bad !== undefined) return row.bad;

  const checked = ProductRow.safeParse(candidate);
  const refiled = filing.by === 'NAME' ? { shelf, category: filing.category } : undefined;
  if (checked.success) return { product: checked.data, notes, refiled };
  const [issue] = checked.error.issues;
  return {
    fault: new RowFault(
      'INVALID',
      `Check ${issue?.path.join('.') ?? 'the row'}: ${issue?.message ?? 'it cannot be stored'}.`,
    ),
    column: null,
    cell: name,
  };
}

/** The cells of a row, asked by field; it remembers the first that is wrong. */
class Row {
  bad: BadRow | undefined;
  readonly #cells: readonly Cell[];
  readonly #columns: ColumnMap;

  constructor(cells: readonly Cell[], { columns }: RowContext) {
    this.#cells = cells;
    this.#columns = columns;
  }

  /** The text of a field's cell, line breaks and all; empty if there is none. */
  text(field: Field, longest: number): string {
    const column = this.#columns.get(field);
    const cell = column === undefined ? '' : (this.#cells[column.index] ?? '');
    if (cell instanceof RowFault) return this.#fails(field, cell, '');

    const fault = characterFault(cell) ?? lengthFault(cell.trim(), longest);
    if (fault !== undefined) return this.#fails(field, fault, cell);
    return cell.trim() === '' ? '' : cell;
  }

  /** The same on one line. */
  line(field: Field, longest: number): string {
    return oneLine(this.text(field, longest));
  }

  /** @param absent what holds when the cell is empty */
  read<T>(field: Field, reader: (cell: string) => T | RowFault, absent: T): T {
    const cell = this.line(field, LONGEST.word);
    if (cell === '') return absent;
    const read = reader(cell);
    if (!(read instanceof RowFault)) return read;
    this.#fails(field, read, cell);
    return absent;
  }

  required(field: Field, value: string): string {
    if (value === '')
      return this.#fails(field, new RowFault('REQUIRED', `Write the ${field}; a product needs one.`), '');
    if (isSpreadsheetError(value)) {
      return this.#fails(
        field,
        new RowFault('SPREADSHEET_ERROR', `Write the ${field} anew: a spreadsheet took it for a formula.`),
        value,
      );
    }
    return value;
  }

  #fails(field: Field, fault: RowFault, cell: string): '' {
    this.bad ??= { fault, column: this.#columns.get(field)?.heading ?? null, cell };
    return '';
  }
}

/**
 * A row with more cells than headings has a comma too many, and its list of ingredients is perhaps cut there; a row
 * with fewer has lost its end. Empty cells at the end do no harm, nor do missing ones of which nothing was asked.
 */
function shapeFault(record: readonly Cell[], { headings, columns }: RowContext): BadRow | undefined {
  const used = record.findLastIndex((cell) => cell !== '') + 1;
  if (used > headings.length) {
    return {
      fault: new RowFault(
        'TOO_MANY_CELLS',
        `Put quotes around cells that hold the separator: the row has ${used} cells, the headings are ${headings.length}.`,
      ),
      column: null,
      cell: textOf(record[headings.length]),
    };
  }
  const asked = [...columns.values()];
  if (record.length < headings.length && asked.some(({ index }) => index >= record.length - 1)) {
    return {
      fault: new RowFault(
        'TOO_FEW_CELLS',
        `Complete the row: it has ${record.length} cells, the headings are ${headings.length}. Perhaps a cell holds a line break without quotes.`,
      ),
      column: null,
      cell: textOf(record.at(-1)),
    };
  }
  if (asked.every(({ index, heading }) => record[index] === heading)) {
    return {
      fault: new RowFault('HEADER_AGAIN', 'Remove the row: it repeats the headings.'),
      column: null,
      cell: textOf(record[0]),
    };
  }
  return undefined;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** Shop systems write further pictures and variants of a product below it, under its key and without its name. */
function continuation(row: Row, context: RowContext, rowOf: (key: string) => number | undefined): BadRow | undefined {
  const key = row.line('key', LONGEST.key);
  if (key === '' || row.line('name', LONGEST.name) !== '') return undefined;
  return rowOf(ownKey(context.channel, key)) === undefined
    ? undefined
    : {
        fault: new RowFault(
          'CONTINUATION',
          'Nothing to do for pictures: the row only adds to the one above with the same key, and was passed over. Give a variant that is sold by itself a name and a key of its own.',
        ),
        column: context.columns.get('key')?.heading ?? null,
        cell: key,
      };
}

function ownKey(channel: string, key: string): string {
  return `${channel}: ${key}`;
}

/** The shop's own key, which means nothing in another shop; without one, brand and name. */
function keyOf(row: Row, { columns, channel }: RowContext, brand: string, name: string): string {
  if (!columns.has('key')) return shortened(sourceKey(brand, name), LONGEST_SOURCE_KEY);
  return ownKey(channel, row.required('key', row.line('key', LONGEST.key)));
}

function gtin(row: Row, notes: Note[]): string | null {
  const cell = row.line('gtin', LONGEST.word);
  const read = cell === '' ? null : readGtin(cell);
  if (read === undefined) notes.push({ code: 'GTIN_INVALID', word: cell });
  return read ?? null;
}

function webAddress(row: Row, field: 'url' | 'imageUrl', notes: Note[]): string | null {
  const cell = row.line(field, LONGEST.url);
  const read = cell === '' ? null : readWebAddress(cell);
  if (read === undefined) notes.push({ code: 'URL_INVALID', word: cell });
  return read ?? null;
}

/** What the channel asks for it; none where the row states no price. */
function offers(row: Row, context: RowContext, key: string, url: string | null, notes: Note[]): ProductRow['offers'] {
  const currency = row.read('currency', readCurrency, context.currency);
  const price = row.read('price', (cell) => readPrice(cell, currency), undefined);
  const sku = row.line('sku', LONGEST.sku) || shortened(key, LONGEST.sku); // a shop without numbers of its own
  const stock = row.line('availability', LONGEST.word);
  const availability = stock === '' ? 'IN_STOCK' : readAvailability(stock);
  if (availability === undefined) notes.push({ code: 'AVAILABILITY_UNKNOWN', word: stock });
  if (price === undefined) return [];
  return [
    {
      channel: context.channel,
      sku,
      priceMinor: price.minor,
      currency: price.currency,
      // an unknown word promises nothing
      availability: availability ?? 'OUT_OF_STOCK',
      url,
    },
  ];
}

function readCurrency(cell: string): string | RowFault {
  const code = cell.toUpperCase();
  return isCurrency(code) ? code : new RowFault('CURRENCY_UNKNOWN', 'Write a currency of ISO 4217, such as USD.');
}

/** Cuts a key so that two long ones stay apart. */
function shortened(key: string, longest: number): string {
  if (key.length <= longest) return key;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `${key.slice(0, longest - hash.length - 1).toWellFormed()} ${hash}`;
}
