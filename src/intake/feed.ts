import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { areFaults, columnMap, readPairs } from './column-map.js';
import { csvRecords, type SourceRecord } from './csv-records.js';
import { decoded, type Decoding } from './decode.js';
import { type FileFault, type FileFaultCode, ImportRefused, RowFault } from './fault.js';
import { type FileKind, fileKind } from './file-kind.js';
import { jsonRecords } from './json-records.js';
import { isCurrency } from './price.js';
import type { RowContext } from './read-row.js';
import { characterFault, oneLine } from './text.js';

export interface FeedOptions {
  readonly file: string;
  /** what was given to --map: "name=Title,price=Variant Price" */
  readonly map?: readonly string[] | undefined;
  /** ISO 4217; of prices that name no currency themselves */
  readonly currency?: string | undefined;
  /** the shop that sells; `shop` if not given */
  readonly channel?: string | undefined;
  /** of rows that name no brand themselves */
  readonly brand?: string | undefined;
}

/** A file that was looked at and can be read: what stands in it, row by row. */
export interface Feed {
  readonly file: string;
  readonly context: RowContext;
  /** the rows of data; reading them also reads the file on */
  readonly records: AsyncIterable<SourceRecord>;
  /** complete once the records are read */
  readonly decoding: Decoding;
  readonly bytes: { readonly all: number; read: number };
  /** frees the file if not all of it was read */
  close(): Promise<void>;
}

const HEAD = 64 * 1024;
const LONGEST_CHANNEL = 100;
const LONGEST_BRAND = 200;

/**
 * Looks at a file and the options before anything is written.
 *
 * @throws ImportRefused with every fault, if the file is no table or the options do not fit it
 */
export async function openFeed(options: FeedOptions): Promise<Feed> {
  const { file } = options;
  const channel = oneLine(options.channel ?? 'shop');
  const currency = options.currency?.trim().toUpperCase();
  const brand = options.brand === undefined ? undefined : oneLine(options.brand);
  const pairs = readPairs(options.map ?? []);

  const faults: FileFault[] = areFaults(pairs) ? pairs : [];
  if (currency !== undefined && !isCurrency(currency)) {
    faults.push({
      code: 'CURRENCY_UNKNOWN',
      message: `--currency "${currency}" is not a currency of ISO 4217. Write one such as USD.`,
    });
  }
  for (const [option, value, longest] of [
    ['--channel', channel, LONGEST_CHANNEL],
    ['--brand', brand, LONGEST_BRAND],
  ] as const) {
    if (value === undefined || (value !== '' && value.length <= longest && !characterFault(value))) continue;
    faults.push({
      code: 'CHANNEL_UNUSABLE',
      message: `${option} is not a name. Write 1 to ${longest} plain characters.`,
    });
  }
  if (areFaults(pairs) || faults.length > 0) throw new ImportRefused(faults);

  const { kind, size } = await look(file);
  const decoding = { strayBytes: 0 };
  const bytes = { all: size, read: 0 };
  const stream = createReadStream(file, { highWaterMark: HEAD });
  const text = decoded(counted(stream, bytes), decoding);
  const records = kind.rows === 'CSV' ? csvRecords(text, kind.delimiter) : jsonRecords(text);
  try {
    const headings = headingsOf(await records.next());
    if (headings.length === 0) {
      throw refusal('NOT_A_TABLE', 'No line of the file is a JSON object. Write one object on each line (JSON Lines).');
    }
    const columns = columnMap(headings, pairs, brand !== undefined);
    const context = { columns, headings, channel, currency, brand };
    return { file, context, records, decoding, bytes, close: () => closed(stream) };
  } catch (error) {
    await closed(stream);
    throw error instanceof ImportRefused ? error : unreadable(error);
  }
}

async function look(file: string): Promise<{ kind: FileKind; size: number }> {
  try {
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw refusal('NOT_A_FILE', `"${file}" is not a file. Give the path of a CSV file.`);

    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return { kind: fileKind(buffer.subarray(0, bytesRead)), size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw refusal('FILE_MISSING', `There is no file "${file}". Check the path.`);
    }
    throw unreadable(error);
  }
}

function headingsOf({ value }: IteratorResult<SourceRecord, void>): string[] {
  const cells = value ? value.cells : [];
  if (cells instanceof RowFault) {
    throw refusal('HEADER_UNREADABLE', `The first line is not a line of headings: ${cells.message}`);
  }
  return cells.map((cell) => (typeof cell === 'string' ? cell : ''));
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  bytes: { read: number },
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    bytes.read += chunk.length;
    yield chunk;
  }
}

function closed(stream: ReturnType<typeof createReadStream>): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.destroy().once('close', resolve);
  });
}

function unreadable(error: unknown): ImportRefused {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return refusal('FILE_UNREADABLE', `The file cannot be read (${code}). Check that it may be read by you.`);
}

function refusal(code: FileFaultCode, message: string): ImportRefused {
  return new ImportRefused([{ code, message }]);
}
