import { type FileFault, ImportRefused } from './fault.js';

/** How a file writes its rows, found by what stands in it and not by how it is called. */
export type FileKind = { readonly rows: 'CSV'; readonly delimiter: string } | { readonly rows: 'JSON_LINES' };

/** What the first bytes of other kinds of files are. */
const MAGIC: readonly (readonly [kind: string, bytes: string])[] = [
  ['a ZIP archive or an Excel workbook (.xlsx)', 'PK\x03\x04'],
  ['a ZIP archive or an Excel workbook (.xlsx)', 'PK\x05\x06'],
  ['an Excel workbook (.xls)', '\xd0\xcf\x11\xe0'],
  ['compressed (.gz)', '\x1f\x8b'],
  ['compressed (.bz2)', 'BZh'],
  ['compressed (.xz)', '\xfd7zXZ'],
  ['compressed (.zst)', '\x28\xb5\x2f\xfd'],
  ['compressed (.7z)', '7z\xbc\xaf\x27\x1c'],
  ['compressed (.rar)', 'Rar!\x1a'],
  ['a PDF', '%PDF'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['an SQLite database', 'SQLite format 3'],
  ['a Parquet table', 'PAR1'],
  ['a text document (.rtf)', '{\\rtf'],
];

const WIDE_MARKS: readonly (readonly [encoding: string, bytes: string])[] = [
  ['UTF-32', '\xff\xfe\0\0'],
  ['UTF-32', '\0\0\xfe\xff'],
  ['UTF-16', '\xff\xfe'],
  ['UTF-16', '\xfe\xff'],
];

const DELIMITERS = [',', ';', '\t', '|'];
/** A text has almost no control characters; a row with one is dealt with alone. */
const MOST_CONTROLS = 0.05;
const EXPORT_AS_CSV = 'Save or export the sheet as "CSV UTF-8" and import that.';

/**
 * Finds out how to read a file.
 *
 * @param head its first bytes, some 64 kB
 * @throws ImportRefused if it is no table of text
 */
export function fileKind(head: Buffer): FileKind {
  const bytes = head.toString('latin1');
  if (head.length === 0) throw refusal('FILE_EMPTY', 'The file is empty.');

  const magic = MAGIC.find(([, start]) => bytes.startsWith(start));
  if (magic) throw refusal('BINARY', `The file is ${magic[0]}, not CSV. ${EXPORT_AS_CSV}`);
  const wide = WIDE_MARKS.find(([, start]) => bytes.startsWith(start)) ?? (looksWide(head) ? ['UTF-16'] : undefined);
  if (wide) throw refusal('NOT_UTF8', `The file is written in ${wide[0]}. ${EXPORT_AS_CSV}`);

  const text = head
    .toString('utf8')
    .replace(/^\uFEFF+/, '')
    .trimStart();
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (text === '') throw refusal('FILE_EMPTY', 'The file holds nothing but blanks.');
  if (controls(firstLine) > 0 || controls(text) / text.length > MOST_CONTROLS) {
    throw refusal('BINARY', `The file is not text. ${EXPORT_AS_CSV}`);
  }
  if (text.startsWith('<')) throw refusal('NOT_A_TABLE', `The file is HTML or XML, not CSV. ${EXPORT_AS_CSV}`);
  if (text.startsWith('[')) {
    throw refusal(
      'NOT_A_TABLE',
      'The file is one JSON list. Write one object a line (JSON Lines): jq -c ".[]" list.json.',
    );
  }
  return text.startsWith('{') ? { rows: 'JSON_LINES' } : { rows: 'CSV', delimiter: delimiterOf(firstLine) };
}

/** What separates the headings: the candidate that stands most often outside quotes. */
function delimiterOf(line: string): string {
  const outside = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Every other byte is zero, as in UTF-16 without a mark at its beginning. */
function looksWide(head: Buffer): boolean {
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return head.length >= 4 && zeros / head.length > 0.3;
}

function controls(text: string): number {
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  return text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
}

function refusal(code: FileFault['code'], message: string): ImportRefused {
  return new ImportRefused([{ code, message }]);
}
