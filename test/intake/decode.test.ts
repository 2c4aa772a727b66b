import fc from 'fast-check';
import { decoded } from '../../src/intake/decode.js';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function textOf(bytes: Buffer, size = 3): Promise<{ text: string; strayBytes: number }> {
  const noted = { strayBytes: 0 };
  const parts = await Array.fromAsync(decoded(inPieces(bytes, size), noted));
  return { text: Buffer.concat(parts).toString('utf8'), ...noted };
}

describe('the bytes of a file', () => {
  it('are the text that was written, however they arrive and whatever marks stand before it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF')),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 2 }),
        async (text, size, marks) => {
          expect(await textOf(Buffer.from('\uFEFF'.repeat(text === '' ? 0 : marks) + text), size)).toEqual({
            text,
            strayBytes: 0,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are read as Windows-1252 where they are no UTF-8', async () => {
    expect(await textOf(Buffer.from('Cr\xe8me \x80 5 \x99', 'latin1'))).toEqual({ text: 'Crème € 5 ™', strayBytes: 3 });
  });

  it('are told apart byte by byte in a file that was pasted together', async () => {
    const both = Buffer.concat([Buffer.from('Crème, '), Buffer.from('Cr\xe8me', 'latin1')]);
    expect(await textOf(both, 5)).toEqual({ text: 'Crème, Crème', strayBytes: 1 });
  });

  it('are no surprise when a character is cut or written too long', async () => {
    expect((await textOf(Buffer.from([0x41, 0xe2, 0x82]))).strayBytes).toBe(2);
    expect((await textOf(Buffer.from([0xc0, 0xaf]))).strayBytes).toBe(2);
    expect((await textOf(Buffer.from([0xed, 0xa0, 0x80]))).strayBytes).toBe(3);
  });
});
