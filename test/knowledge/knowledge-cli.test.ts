import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkKnowledge, knowledgeStats, printSchemas, schemaTexts } from '../../src/knowledge/knowledge-cli.js';
import { PROTOCOL_FILE, SEED_FILES } from '../../src/knowledge/seed-files.js';
import { efficacy, ingredient, knowledge, NOW, tag } from './build.js';

const PRINTED = join(import.meta.dirname, '../../schema/seeds');

describe('the printed schemas', () => {
  it('are those in schema/seeds; after a change print them again with `salve knowledge schemas`', () => {
    const printed = new Map(readdirSync(PRINTED).map((name) => [name, readFileSync(join(PRINTED, name), 'utf8')]));
    expect([...printed.keys()].sort()).toEqual([...schemaTexts().keys()].sort());
    for (const [name, text] of schemaTexts()) expect(printed.get(name)).toBe(text);
  });

  it('are one for each kind of file and one for a protocol, written into a folder that is made if need be', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'salve-schemas-')), 'seeds');
    printSchemas(folder);
    const names = [...SEED_FILES, PROTOCOL_FILE].map(({ name }) => `${name}.schema.json`);
    expect(readdirSync(folder)).toEqual(names.sort());
    rmSync(folder, { recursive: true });
  });
});

describe('checking the knowledge', () => {
  it('tells the faults of form, and nothing else while there are any', () => {
    const folder = mkdtempSync(join(tmpdir(), 'salve-seeds-'));
    writeFileSync(join(folder, 'claims.json'), '[');
    expect(checkKnowledge(NOW, folder)).toContainEqual({
      file: 'claims.json',
      message: expect.stringContaining('is not JSON') as string,
    });
    rmSync(folder, { recursive: true });
  });
});

describe('the knowledge in numbers', () => {
  it('counts entries by file, names and grades', () => {
    const data = knowledge({
      tags: [tag({ id: 'base' })],
      ingredients: [ingredient({ id: 'aqua', aliases: ['Water', 'Eau'] }), ingredient({ id: 'urea' })],
      efficacy: [
        efficacy({ id: 'texture-001', grade: 'A' }),
        efficacy({ id: 'texture-002', grade: 'N' }),
        efficacy({ id: 'texture-003', grade: 'A' }),
      ],
    });
    expect(knowledgeStats(data)).toEqual({
      version: '2026.11.0',
      files: { 'tags/some.json': 1, 'ingredients/some.json': 2, 'efficacy.json': 3 },
      ingredients: 2,
      aliases: 2,
      tags: 1,
      families: 0,
      efficacy: { A: 2, B: 0, C: 0, D: 0, N: 1 },
      interactions: 0,
      sources: 0,
    });
  });
});
