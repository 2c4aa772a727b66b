import { gzipSync } from 'node:zlib';
import type { ImportRefused } from '../../src/intake/fault.js';
import { fileKind } from '../../src/intake/file-kind.js';

function refusedWith(head: Buffer): string | undefined {
  try {
    fileKind(head);
    return undefined;
  } catch (error) {
    return (error as ImportRefused).faults[0]?.code;
  }
}

describe('what kind of file it is', () => {
  it.each([
    ['Name,Brand\nA,B', ','],
    ['Name;Brand;"a,b"\nA;B', ';'],
    ['Name\tBrand\n', '\t'],
    ['Name|Brand\n', '|'],
    ['\uFEFFName,Brand\n', ','],
    ['\n\n"Price, with tax";Brand\n', ';'],
    ['Name\n', ','],
  ])('shows in its first line: %j is separated by %j', (text, delimiter) => {
    expect(fileKind(Buffer.from(text))).toEqual({ rows: 'CSV', delimiter });
  });

  it('shows in its first character for JSON Lines', () => {
    expect(fileKind(Buffer.from(' {"name": "A"}\n'))).toEqual({ rows: 'JSON_LINES' });
  });

  it.each([
    ['an Excel workbook', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), 'BINARY'],
    ['an old Excel workbook', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'), 'BINARY'],
    ['a gzip', gzipSync('Name,Brand\nA,B'), 'BINARY'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'BINARY'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'BINARY'],
    ['RTF', Buffer.from('{\\rtf1 Name,Brand}'), 'BINARY'],
    ['a database', Buffer.from('SQLite format 3\0'), 'BINARY'],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + 13) % 251)), 'BINARY'],
    ['a NUL among the headings', Buffer.from('Name,Br\0and\nA,B\n'), 'BINARY'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFName,Brand\n', 'utf16le'), 'NOT_UTF8'],
    ['UTF-16, big end first', Buffer.from('\uFEFFName,Brand\n', 'utf16le').swap16(), 'NOT_UTF8'],
    ['UTF-16 without a mark', Buffer.from('Name,Brand\nA,B\n', 'utf16le'), 'NOT_UTF8'],
    ['a web page', Buffer.from('<!doctype html><table>'), 'NOT_A_TABLE'],
    ['a JSON list', Buffer.from('[{"name": "A"}]'), 'NOT_A_TABLE'],
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['blanks', Buffer.from(' \n\r\n\uFEFF'), 'FILE_EMPTY'],
  ])('is refused if it is %s', (_what, head, code) => {
    expect(refusedWith(head)).toBe(code);
  });

  it('is not refused for one NUL in a row: that row is reported alone', () => {
    expect(refusedWith(Buffer.from('Name,Brand\nA\0,B\nC,D\nE,F\nG,H\nI,J\nK,L\n'))).toBeUndefined();
  });
});
