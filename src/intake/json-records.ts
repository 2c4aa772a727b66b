import { RowFault } from './fault.js';
import { type Cell, LONGEST_ROW, type SourceRecord } from './csv-records.js';

/** Rows of which the headings are gathered: a field that none of them has is no column of the file. */
const ROWS_FOR_HEADINGS = 100;
const LF = 0x0a;

/**
 * Reads a file with one JSON object on each line; like `csvRecords`, it gives the headings first.
 *
 * @param text UTF-8
 */
export async function* jsonRecords(text: AsyncIterable<Buffer>): AsyncGenerator<SourceRecord, void, undefined> {
  const first: { line: number; read: Map<string, unknown> | RowFault }[] = [];
  let headings: string[] | undefined;

  for await (const { line, bytes } of linesOf(text)) {
    const read = bytes === 'TOO_LONG' ? tooLong() : objectIn(bytes);
    if (headings !== undefined) {
      yield { line, cells: cellsOf(read, headings) };
      continue;
    }
    first.push({ line, read });
    if (first.length < ROWS_FOR_HEADINGS) continue;
    headings = headingsOf(first);
    yield* withHeadings(first, headings);
  }
  if (headings === undefined) yield* withHeadings(first, headingsOf(first));
}

function* withHeadings(
  first: readonly { line: number; read: Map<string, unknown> | RowFault }[],
  headings: readonly string[],
): Generator<SourceRecord> {
  yield { line: 1, cells: headings };
  for (const { line, read } of first) yield { line, cells: cellsOf(read, headings) };
}

function headingsOf(first: readonly { read: Map<string, unknown> | RowFault }[]): string[] {
  return [...new Set(first.flatMap(({ read }) => (read instanceof RowFault ? [] : [...read.keys()])))];
}

/** A map and no object: a field may be called `__proto__`. */
function objectIn(bytes: Buffer): Map<string, unknown> | RowFault {
  const text = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value));
  } catch {
    // said below: it is no JSON, or no object
  }
  return new RowFault(
    'NOT_JSON',
    'Write one JSON object on each line: {"name": "…", "brand": "…"}.',
    text.slice(0, 400),
  );
}

function cellsOf(read: Map<string, unknown> | RowFault, headings: readonly string[]): readonly Cell[] | RowFault {
  return read instanceof RowFault ? read : headings.map((heading) => cellOf(read.get(heading)));
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? new RowFault(
            'NOT_TEXT',
            'Write so long a number in quotes; JSON does not keep all its digits.',
            String(value),
          )
        : String(value);
    case 'undefined':
      return '';
    default:
      if (value === null) return '';
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
      return new RowFault(
        'NOT_TEXT',
        'Write a text, a number or a list of texts.',
        JSON.stringify(value).slice(0, 400),
      );
  }
}

function tooLong(): RowFault {
  return new RowFault('ROW_TOO_LONG', `Shorten the row to ${LONGEST_ROW / 1024} kB.`);
}

/** Lines that hold something; of one that is too long nothing is kept. */
async function* linesOf(
  text: AsyncIterable<Buffer>,
): AsyncGenerator<{ line: number; bytes: Buffer | 'TOO_LONG' }, void, undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 1;
  const taken = (): Buffer | 'TOO_LONG' => {
    const bytes = length > LONGEST_ROW ? 'TOO_LONG' : Buffer.concat(parts);
    parts = [];
    length = 0;
    return bytes;
  };
  const isBlank = (bytes: Buffer | 'TOO_LONG') => bytes !== 'TOO_LONG' && bytes.toString('utf8').trim() === '';

  for await (const chunk of text) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      const bytes = taken();
      if (!isBlank(bytes)) yield { line, bytes };
      line++;
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  const bytes = taken();
  if (!isBlank(bytes)) yield { line, bytes };

  function keep(bytes: Buffer): void {
    length += bytes.length;
    if (length <= LONGEST_ROW) parts.push(bytes);
  }
}
