import { type CsvError, type Parser, parse } from 'csv-parse';
import { RowFault } from './fault.js';

/** One row of a file as it stands there, or why it could not be read. */
export interface SourceRecord {
  /** 1-based line on which it begins */
  readonly line: number;
  readonly cells: readonly Cell[] | RowFault;
}

/** The text of a cell, or why its value is no text. */
export type Cell = string | RowFault;

/** Longest row; a longer one is no row but a quote that was never closed, or no table. */
export const LONGEST_ROW = 256 * 1024;

/** How much of a bad line is kept for the report, in bytes. */
const LONGEST_BEGINNING = 400;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads the rows of a CSV file, the headings being the first.
 *
 * The parser gives up at the first row that it cannot read, and with an unclosed quote only after it has swallowed
 * many good ones. So the line on which the trouble began is set aside alone, and reading begins anew on the next:
 * no row is lost in silence, and no broken row is guessed at, since half a list of ingredients looks harmless.
 *
 * @param text UTF-8
 */
export async function* csvRecords(
  text: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<SourceRecord, void, undefined> {
  const reader = new CsvReader(delimiter);
  for await (const chunk of text) yield* reader.feed(chunk);
  yield* reader.finish();
}

interface Parsed {
  readonly cells: string[];
  /** where it ends in what this parser was given */
  readonly end: number;
}

class CsvReader {
  readonly #delimiter: string;
  #parser: Parser;
  #parsed: Parsed[] = [];
  #trouble: CsvError | undefined;
  /** what was given to the parser since the end of the last row that it read */
  #held: Buffer = Buffer.alloc(0);
  /** where `#held` begins in what this parser was given */
  #heldFrom = 0;
  /** on which line `#held` begins */
  #line = 1;
  /** a bad line without an end in sight, which is being passed over: its beginning, and what is wrong with it */
  #endless: { beginning: Buffer; code: CsvError['code']; length: number } | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#parser = this.#newParser();
  }

  async *feed(chunk: Buffer): AsyncGenerator<SourceRecord, void, undefined> {
    let bytes = chunk;
    if (this.#endless !== undefined) {
      this.#held = Buffer.concat([this.#held, chunk]);
      const end = endOfLine(this.#held);
      this.#passOver(end ?? this.#held.length);
      if (end === undefined) return;
      yield this.#refused();
      this.#line++;
      bytes = this.#held;
      this.#held = Buffer.alloc(0);
    }
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    await this.#write(bytes);
    yield* this.#results(false);
  }

  async *finish(): AsyncGenerator<SourceRecord, void, undefined> {
    if (this.#endless !== undefined) {
      yield this.#refused();
      return;
    }
    await this.#end();
    yield* this.#results(true);
  }

  /** Gives what was read, and after trouble begins anew behind the line on which it began. */
  async *#results(atEnd: boolean): AsyncGenerator<SourceRecord, void, undefined> {
    for (;;) {
      for (const { cells, end } of this.#parsed.splice(0)) {
        const blank = leadingBreaks(this.#held);
        const line = this.#line + linesIn(this.#held.subarray(0, blank));
        this.#drop(end - this.#heldFrom);
        yield { line, cells };
      }
      if (this.#trouble === undefined) return;

      this.#drop(leadingBreaks(this.#held));
      const end = endOfLine(this.#held);
      this.#endless = { beginning: Buffer.alloc(0), code: this.#trouble.code, length: 0 };
      this.#restart();
      this.#passOver(end ?? this.#held.length);
      if (end === undefined && !atEnd) return;
      yield this.#refused();
      this.#line++;
      await this.#write(this.#held);
      if (atEnd) await this.#end();
    }
  }

  /** Takes bytes of the bad line away; a CR at their end stays, since it may be half of CRLF. */
  #passOver(length: number): void {
    if (this.#endless === undefined) return;
    const { beginning } = this.#endless;
    const half = length === this.#held.length && this.#held.at(-1) === CR ? 1 : 0;
    const passed = this.#held.subarray(0, length - half);
    this.#endless.length += passed.length;
    this.#endless.beginning = Buffer.concat([beginning, passed.subarray(0, LONGEST_BEGINNING - beginning.length)]);
    this.#held = this.#held.subarray(passed.length);
  }

  #refused(): SourceRecord {
    const { beginning = Buffer.alloc(0), code, length = 0 } = this.#endless ?? {};
    this.#endless = undefined;
    const cell = beginning.toString('utf8');
    const fault =
      code === 'CSV_MAX_RECORD_SIZE' && length > LONGEST_ROW
        ? new RowFault('ROW_TOO_LONG', `Shorten the row to ${LONGEST_ROW / 1024} kB.`, cell)
        : new RowFault(
            'BAD_QUOTE',
            'Close the quote that begins a cell on this line, and double every quote inside a quoted cell.',
            cell,
          );
    return { line: this.#line, cells: fault };
  }

  #drop(length: number): void {
    this.#line += linesIn(this.#held.subarray(0, length));
    this.#held = this.#held.subarray(length);
    this.#heldFrom += length;
  }

  #restart(): void {
    this.#parser.destroy();
    this.#parser = this.#newParser();
    this.#parsed = [];
    this.#trouble = undefined;
    this.#heldFrom = 0;
  }

  #newParser(): Parser {
    const parser = parse({
      delimiter: this.#delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: LONGEST_ROW,
      // rows are taken here, at once and in order: those that are still in a stream are lost when it fails
      on_record: (cells: string[], { bytes }) => {
        this.#parsed.push({ cells, end: bytes });
        return null;
      },
    });
    parser.on('error', (error: CsvError) => (this.#trouble ??= error));
    return parser;
  }

  #write(bytes: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.#parser.write(bytes, (error) => {
        if (error) this.#trouble ??= error as CsvError;
        resolve();
      });
    });
  }

  #end(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#trouble !== undefined) {
        resolve();
        return;
      }
      this.#parser.once('error', () => resolve());
      this.#parser.end(() => resolve());
    });
  }
}

/** Where the next line begins; undefined if this one does not end here. A CR at the very end may be half of CRLF. */
function endOfLine(bytes: Buffer): number | undefined {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === CR && at + 1 < bytes.length) return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return undefined;
}

function leadingBreaks(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  return at;
}

/** CRLF is one break, and so is CR alone. */
function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines;
}
