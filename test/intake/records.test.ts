import fc from 'fast-check';
import { csvRecords, LONGEST_ROW, type SourceRecord } from '../../src/intake/csv-records.js';
import { RowFault } from '../../src/intake/fault.js';
import { jsonRecords } from '../../src/intake/json-records.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(records: AsyncIterable<SourceRecord>): Promise<[number, unknown][]> {
  const all = await Array.fromAsync(records);
  return all.map(({ line, cells }) => [line, cells instanceof RowFault ? cells.code : cells]);
}
const csv = (text: string, size = 1 << 16, delimiter = ',') => read(csvRecords(inPieces(text, size), delimiter));
const json = (text: string, size = 1 << 16) => read(jsonRecords(inPieces(text, size)));

describe('the rows of a CSV file', () => {
  it('may end in any way, hold line breaks and quotes, and stand apart', async () => {
    expect(await csv('a,b\r\n"x\r\ny","z""q"\n\n\n7, 8 \r9,"10"')).toEqual([
      [1, ['a', 'b']],
      [2, ['x\r\ny', 'z"q']],
      [6, ['7', '8']],
      [7, ['9', '10']],
    ]);
  });

  it('keep empty cells between tabs', async () => {
    expect(await csv('a\t\tb\n\t\t\n', 1 << 16, '\t')).toEqual([
      [1, ['a', '', 'b']],
      [2, ['', '', '']],
    ]);
  });

  it.each([
    ['a quote that goes on behind its end', 'a,b\n1,"x"y\n3,4\n'],
    ['a quote inside a bare cell', 'a,b\n1,5" x\n3,4\n'],
    ['a quote that is never closed', 'a,b\n1,"x\n3,4\n'],
    ['a quote that the next row seems to close', 'a,b\n1,"x\n3,"y"\n'],
  ])('are lost one by one and not together: %s', async (_what, text) => {
    const rows = await csv(text);
    expect(rows[1]).toEqual([2, 'BAD_QUOTE']);
    expect(rows[2]?.[0]).toBe(3);
    expect(rows).toHaveLength(3);
  });

  it('behind a quote that is never closed are all read, however many they are', async () => {
    const rows = await csv(`a,b\n1,"x\n${'3,4\n'.repeat(100_000)}`);
    expect(rows).toHaveLength(100_002);
    expect(rows.filter(([, cells]) => cells === 'BAD_QUOTE')).toEqual([[2, 'BAD_QUOTE']]);
  });

  it('of more than 256 kB are refused, wherever they end', async () => {
    const endless = 'x'.repeat(LONGEST_ROW + 1);
    expect(await csv(`a,b\n1,${endless}\n3,4\n`)).toEqual([
      [1, ['a', 'b']],
      [2, 'ROW_TOO_LONG'],
      [3, ['3', '4']],
    ]);
    expect(await csv(`a,b\n1,${endless}`)).toEqual([
      [1, ['a', 'b']],
      [2, 'ROW_TOO_LONG'],
    ]);
  });

  it('are the same however the file arrives', async () => {
    const pieces = fc.array(fc.constantFrom('a', 'é', ',', '"', '""', '\n', '\r\n', '\r', ' ', '"x",', '\n1,2\n'), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const text = parts.join('');
        expect(await csv(text, size)).toEqual(await csv(text));
      }),
      { numRuns: 300 },
    );
  });

  it('lose no letter in silence: what is not in a row is on a line that was refused', async () => {
    const pieces = fc.array(fc.constantFrom('a', 'b', ',', '"', '\n', '\r\n', '"x"', ' '), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const text = parts.join('');
        const letters = (await Array.fromAsync(csvRecords(inPieces(text, 7), ',')))
          .map(({ cells }) =>
            cells instanceof RowFault ? (cells.cell ?? '') : cells.filter((cell) => typeof cell === 'string').join(''),
          )
          .join('');
        const onlyLetters = (one: string) => one.replace(/[^abx]/g, '');
        expect(onlyLetters(letters)).toBe(onlyLetters(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the rows of a JSON Lines file', () => {
  it('have the fields of the first hundred as headings', async () => {
    expect(
      await json('{"name":"A","price":12.5}\r\n\n{"brand":null,"name":"B","isNew":true,"list":["Aqua","Glycerin"]}'),
    ).toEqual([
      [1, ['name', 'price', 'brand', 'isNew', 'list']],
      [1, ['A', '12.5', '', '', '']],
      [3, ['B', '', '', 'true', 'Aqua, Glycerin']],
    ]);
  });

  it.each(['{"name":', '12', '[1]', 'null', '"A"', 'name,brand'])('are refused one by one: %s', async (line) => {
    expect(await json(`{"name":"A"}\n${line}\n{"name":"B"}`)).toEqual([
      [1, ['name']],
      [1, ['A']],
      [2, 'NOT_JSON'],
      [3, ['B']],
    ]);
  });

  it('may have a field called __proto__', async () => {
    expect(await json('{"__proto__":"A","constructor":"B"}')).toEqual([
      [1, ['__proto__', 'constructor']],
      [1, ['A', 'B']],
    ]);
  });

  it('keep numbers as they are, or say that they cannot', async () => {
    const [, [, cells] = []] = await json('{"a":9007199254740993,"b":1e309,"c":{"d":1},"e":8801234567890}');
    expect(cells).toEqual([expect.any(RowFault), 'Infinity', expect.any(RowFault), '8801234567890']);
  });

  it('of more than 256 kB are refused, and the others read', async () => {
    expect(await json(`{"name":"A"}\n{"name":"${'x'.repeat(LONGEST_ROW)}"}\n{"name":"B"}`, 1000)).toEqual([
      [1, ['name']],
      [1, ['A']],
      [2, 'ROW_TOO_LONG'],
      [3, ['B']],
    ]);
  });
});
