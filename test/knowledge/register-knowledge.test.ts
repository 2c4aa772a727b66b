import { Command } from 'commander';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { registerKnowledge, type KnowledgeTerminal } from '../../src/knowledge/register-knowledge.js';

const folder = mkdtempSync(join(tmpdir(), 'salve-knowledge-command-'));
const clinic = join(folder, 'clinic.yaml');
beforeAll(() => {
  writeFileSync(
    clinic,
    `name: Klinik
version: 7
clinician: Dr Ada Berg
holds:
  - { tag: niacinamide_hi, holdHours: [48, 96], because: No flushing in our follow-up, reviewedOn: 2026-11-20 }
  - { tag: retinol, holdHours: [120, 400], because: Our passes go deeper }
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The clock of a release is the day of its review, so that the seeds pass on any day. */
const ON_RELEASE = new Date(loadKnowledge().version.reviewedOn);

async function run(words: string[], protocol?: string, now = ON_RELEASE): Promise<{ said: string; exitCode: unknown }> {
  let said = '';
  const knowledge = new Command('knowledge');
  const terminal: KnowledgeTerminal = {
    stdout: { write: (text: string | Uint8Array) => ((said += String(text)), true) },
  };
  registerKnowledge(knowledge, { protocol: () => protocol, now: () => now }, terminal);
  await knowledge.parseAsync(words, { from: 'user' });
  return { said, exitCode: terminal.exitCode };
}

describe('salve knowledge check', () => {
  it('finds the seeds of this package in order, and notes each hold that ends sooner than a source says', async () => {
    const { said, exitCode } = await run(['check']);
    expect(said).toMatch(/^note: tags\/[\w-]+\.json › retinol › holdHours: is 96 h up to 0\.5 mm, shorter than/m);
    expect(said).toMatch(/\nThe knowledge is in order\.\n$/);
    expect(exitCode).toBeUndefined();
  });

  it.each([
    ['that is named', [`--protocol=${clinic}`], undefined],
    ['of the house', [], clinic],
  ])('notes each time that the protocol %s makes shorter, and who answers for it', async (_, words, house) => {
    const { said } = await run(['check', ...words], house);
    const notes = said.split('\n').filter((line) => line.includes('clinic.yaml'));
    expect(notes).toEqual([
      `note: ${clinic} › niacinamide_hi › holdHours: is shorter than Salve's own (72 h up to 0.5 mm, 120 h above). Dr Ada Berg answers for it, 2026-11-20.`,
    ]);
  });

  it('ends with 1 and tells the faults, where the reviews have grown old', async () => {
    const { said, exitCode } = await run(['check'], undefined, new Date('2100-01-01'));
    expect(said).toMatch(/reviewedOn: is more than 18 months ago/);
    expect(said).not.toMatch(/in order/);
    expect(exitCode).toBe(1);
  });
});
