import { Command } from 'commander';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEEDS } from '../../src/knowledge/load.js';
import { registerReview } from '../../src/review/register-review.js';
import { formula } from '../support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'salve-review-command-'));
const older = join(folder, 'older');
const clinic = join(folder, 'clinic.yaml');
beforeAll(() => {
  cpSync(SEEDS, older, { recursive: true });
  const path = join(older, 'version.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"version": ".*"/, '"version": "2020.01.0"'));
  writeFileSync(
    clinic,
    'name: Klinik\nversion: 7\nholds: [{ tag: retinol, holdHours: [120, 400], because: Our passes go deeper }]\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const RETINOL = formula('Retinol Serum', 'Aqua, Glycerin, Retinol, Zyvorethyl Vorp');

async function run(words: string[], protocol?: string): Promise<string> {
  let said = '';
  const knowledge = new Command('knowledge');
  const stdout = { write: (text: string | Uint8Array) => ((said += String(text)), true) };
  registerReview(knowledge, () => ({ catalog: () => Promise.resolve([RETINOL]), protocol }), { stdout });
  await knowledge.parseAsync(words, { from: 'user' });
  return said;
}

describe('salve knowledge diff', () => {
  it('compares two seeds, by default with those of this package', async () => {
    expect(await run(['diff', older])).toMatch(
      /^2020\.01\.0 → \d{4}\.\d{2}\.\d+\n1 products.*\nProducts that differ: 0 /,
    );
    expect(await run(['diff', older, older])).toMatch(/^2020\.01\.0 → 2020\.01\.0\n/);
  });

  it('shows what a clinic’s protocol changes, in words and for machines', async () => {
    const text = await run(['diff', '--protocol', clinic]);
    expect(text).toMatch(/^Klinik, version 7: longer for Retinol\.\n.* → .*\+klinik@7\n/);
    expect(text).toMatch(/^Lindgrove Retinol Serum +avoid until +168 +400$/m);

    const figures = JSON.parse(await run(['diff', '--protocol', clinic, '--json'])) as object;
    expect(figures).toMatchObject({
      protocol: { name: 'Klinik', version: '7' },
      products: 1,
      changed: [{ name: 'Retinol Serum', avoidUntilHour: { before: 168, after: 400 } }],
    });
  });

  it('refuses a protocol that owes an answer', async () => {
    const bold = join(folder, 'bold.json');
    const holds = [{ tag: 'retinol', holdHours: [1, 2], because: 'Bold' }];
    writeFileSync(bold, JSON.stringify({ name: 'Klinik', version: '1', holds }));
    await expect(run(['diff', '--protocol', bold])).rejects.toThrow(/retinol › holdHours: is shorter than Salve's own/);
  });

  it.each([[['diff']], [['diff', older, '--protocol', clinic]]])('wants to know what to compare: %j', async (words) => {
    await expect(run(words)).rejects.toThrow('Name what to compare');
  });
});

describe('salve knowledge gaps', () => {
  it('names what nobody knows, in words and for machines', async () => {
    expect(await run(['gaps'])).toMatch(/^1 +Zyvorethyl Vorp +– +Lindgrove Retinol Serum$/m);
    expect(JSON.parse(await run(['gaps', '--json']))).toMatchObject({
      unread: [{ printed: 'Zyvorethyl Vorp', times: 1 }],
    });
  });

  it('is asked under the protocol of the house', async () => {
    const thin = async (protocol?: string) =>
      (JSON.parse(await run(['gaps', '--json'], protocol)) as { thin: { phase: string }[] }).thin.length;
    expect(await thin(clinic)).toBeGreaterThanOrEqual(await thin());
  });
});

describe('salve knowledge stats', () => {
  it('counts what is known, and how many names of the catalog at hand are', async () => {
    const text = await run(['stats']);
    expect(text).toMatch(/^Knowledge \d{4}\.\d{2}\.\d+\n/);
    expect(text).toMatch(/^names recognised +75\.0 % +3 of 4 names of 1 products$/m);
    for (const row of [
      'ingredients',
      'families of names',
      'recovery',
      'phase benefits',
      'interactions',
      'market limits',
    ])
      expect(text).toMatch(new RegExp(`^${row} +\\d+`, 'm'));
    expect(text).toMatch(/^efficacy +\d+ +A \d+, B \d+, C \d+, D \d+, N \d+$/m);
    expect(text).toMatch(/^contraindications +\d+ +conditions \d+, symptoms \d+$/m);
    expect(text).toMatch(/^golden rankings +\d+ +.*order\.json \d+/m);

    expect(JSON.parse(await run(['stats', '--json']))).toMatchObject({
      catalog: { products: 1, wholeLists: 1, names: 4, recognised: 3, share: 0.75 },
    });
  });

  it('reads a shop’s file instead, as an import would, whatever the currency of its prices', async () => {
    const file = join(folder, 'shop.csv');
    writeFileSync(
      file,
      'Title,Vendor,INCI,Price\nSerum,Lindgrove,"Aqua, Glycerin",12\n,Lindgrove,"Aqua, Zyvorethyl Vorp",9\nToner,Lindgrove,,9\n',
    );
    const words = [
      'stats',
      '--json',
      '--catalog',
      file,
      '--map',
      'name=Title,brand=Vendor',
      '--map',
      'ingredients=INCI',
    ];
    expect(JSON.parse(await run(words))).toMatchObject({
      catalog: { products: 2, wholeLists: 1, names: 2, recognised: 2, share: 1 },
    });
    await expect(run(['stats', '--catalog', join(folder, 'nowhere.csv')])).rejects.toThrow();
  });
});
