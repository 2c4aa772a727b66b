import { Command } from 'commander';
import { registerImport, type Terminal } from '../../src/intake/register-import.js';
import { knowledge } from '../support/world.js';
import { type CatalogFile, catalogFile, csv } from './catalog-file.js';

const MAP = 'name=Name,brand=Brand,category=Label,price=Price,ingredients=Ingredients';
const FILE = csv(
  ['Label', 'Brand', 'Name', 'Price', 'Ingredients'],
  ['Moisturizer', 'Lindgrove', 'Calm Cream', '24', 'Aqua, Glycerin'],
  ['Moisturizer', 'Lindgrove', 'Two', '12 - 18', 'Aqua'],
);

let catalog: CatalogFile;
beforeEach(async () => {
  catalog = await catalogFile();
});
afterEach(() => catalog.close());

async function salve(args: readonly string[], isTTY = false) {
  const out: string[] = [];
  const err: string[] = [];
  let opened = false;
  const stderr = {
    isTTY,
    columns: 80,
    write: (text: string) => err.push(text),
    on: () => undefined,
    removeListener: () => undefined,
  };
  // as much of a stream as a command and a progress bar write to
  const terminal = { stdout: { write: (text: string) => out.push(text) }, stderr } as unknown as Terminal;
  const program = new Command().exitOverride();
  registerImport(
    program,
    async (work) => {
      opened = true;
      await work({ database: catalog.database, knowledge });
    },
    terminal,
  );
  await program.parseAsync(['import', ...args], { from: 'user' });
  return { out: out.join(''), err: err.join(''), exitCode: terminal.exitCode ?? 0, opened };
}

describe('salve import', () => {
  it('prints a report that a person can read, and ends well though a row was rejected', async () => {
    const { out, err, exitCode } = await salve([
      await catalog.write(FILE, 'shop.csv'),
      '--map',
      MAP,
      '--currency',
      'usd',
    ]);
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/shop\.csv: imported for channel "shop"\.$/m);
    expect(out).toMatch(/^ {2}rows in +2$/m);
    expect(out).toMatch(/^ {2}created +1$/m);
    expect(out).toMatch(/^ {2}PRICE_TWICE: Write one price.*\n {4}row 2, line 3, column Price: "12 - 18"$/m);
    expect(await catalog.products()).toHaveLength(1);
  });

  it('prints the same as JSON', async () => {
    const { out } = await salve([
      await catalog.write(FILE),
      '--map',
      MAP,
      '--currency',
      'USD',
      '--json',
      '--channel',
      'clinic',
    ]);
    expect(JSON.parse(out)).toMatchObject({ rowsIn: 2, created: 1, rejected: 1, channel: 'clinic' });
  });

  it('writes nothing in a dry run, and says so', async () => {
    const { out } = await salve([await catalog.write(FILE), '--map', MAP, '--currency', 'USD', '--dry-run']);
    expect(out).toContain('nothing was written');
    expect(await catalog.products()).toEqual([]);
  });

  it('refuses what it cannot use before the catalog is opened, with every fault and code 1', async () => {
    const file = await catalog.write(FILE);
    const { out, err, exitCode, opened } = await salve([file, '--map', 'nmae=Name', '--map', 'brand=Brnd']);
    expect({ out, exitCode, opened }).toEqual({ out: '', exitCode: 1, opened: false });
    expect(err).toMatch(/^FIELD_UNKNOWN: .*name\?.*\nCOLUMN_UNKNOWN: .*"Brand"\?/);

    expect(JSON.parse((await salve([file, '--map', 'name', '--json'])).out)).toMatchObject({
      faults: [{ code: 'MAP_UNREADABLE' }],
    });
    expect(await salve([`${catalog.folder}/none.csv`])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('FILE_MISSING') as string,
    });
  });

  it('says with code 2 that the database stopped it', async () => {
    await catalog.database.query(
      "CREATE TRIGGER full BEFORE INSERT ON product BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    const { err, exitCode } = await salve([await catalog.write(FILE), '--map', MAP, '--currency', 'USD']);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^STOPPED: .*disk full/);
  });

  it('shows a bar to a person only', async () => {
    const args = [await catalog.write(FILE), '--map', MAP, '--currency', 'USD'];
    expect((await salve(args, true)).err).not.toBe('');
    expect((await salve(args, false)).err).toBe('');
  });
});
