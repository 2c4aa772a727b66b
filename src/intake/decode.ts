import { isUtf8 } from 'node:buffer';

/** What had to be done to make text of the bytes. */
export interface Decoding {
  /** bytes that were no UTF-8 and were read as Windows-1252 */
  strayBytes: number;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const MARK = Buffer.from('\uFEFF');

/**
 * Makes UTF-8 of a file: marks at its beginning go, and a byte that is no UTF-8 is read as Windows-1252.
 *
 * Byte by byte and not file by file, because a file that was pasted together holds both, and reading all of it as
 * Windows-1252 would damage the names that were right.
 *
 * @param noted counts what was mended, and is complete once the text is
 */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  noted: Decoding,
): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let atStart = true;
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (atStart) {
      while (bytes.subarray(0, MARK.length).equals(MARK)) bytes = bytes.subarray(MARK.length);
      if (MARK.subarray(0, bytes.length).equals(bytes)) {
        rest = bytes;
        continue;
      }
      atStart = false;
    }
    const end = bytes.length - unfinished(bytes);
    rest = Buffer.from(bytes.subarray(end));
    yield mended(bytes.subarray(0, end), noted);
  }
  if (rest.length > 0) yield mended(rest, noted);
}

function mended(bytes: Buffer, noted: Decoding): Buffer {
  if (isUtf8(bytes)) return bytes;

  const parts: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes[at] ?? 0);
    if (length > 0 && at + length <= bytes.length && (length === 1 || isUtf8(bytes.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    parts.push(bytes.subarray(from, at), Buffer.from(WINDOWS_1252.decode(bytes.subarray(at, at + 1))));
    noted.strayBytes++;
    at++;
    from = at;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

/** How many bytes a character has that begins with this one; 0 if none can. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** How many bytes at the end are the beginning of a character that the next chunk may complete. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
