import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  caseCounts,
  checkKnowledge,
  knowledgeStats,
  printSchemas,
  schemaTexts,
} from '../../src/knowledge/knowledge-cli.js';
import { PROTOCOL_FILE, SEED_FILES } from '../../src/knowledge/seed-files.js';
import { efficacy, ingredient, knowledge, NOW, POLICY, tag, WEIGHTS } from './build.js';

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
  it('counts entries by file, names, grades, recovery, benefits and markets', () => {
    const limit = { subject: { tags: ['base'] }, banned: true, since: '2026', sources: [], policy: POLICY } as const;
    const data = knowledge({
      tags: [tag({ id: 'base' }), tag({ id: 'aha', holdHours: [120, 168], otherViews: ['F22: five days'] })],
      ingredients: [ingredient({ id: 'aqua', aliases: ['Water', 'Eau'] }), ingredient({ id: 'urea' })],
      efficacy: [
        efficacy({ id: 'texture-001', grade: 'A' }),
        efficacy({ id: 'texture-002', grade: 'N' }),
        efficacy({ id: 'texture-003', grade: 'A' }),
        efficacy({ id: 'recovery-001', grade: 'B', concern: null }),
      ],
      concerns: [
        {
          id: 'TEXTURE',
          name: 'Texture',
          summary: 'For a test.',
          phaseBenefit: WEIGHTS.recoveryWeight,
          policy: POLICY,
        },
      ],
      marketLimits: [
        { id: 'eu-base', market: 'EU', ...limit },
        { id: 'uk-base', market: 'UK', ...limit },
        { id: 'eu-more', market: 'EU', ...limit },
      ],
    });
    expect(knowledgeStats(data)).toEqual({
      version: '2026.11.0',
      files: {
        'tags/some.json': 2,
        'ingredients/some.json': 2,
        'efficacy.json': 4,
        'concerns.json': 1,
        'marketLimits.json': 3,
      },
      ingredients: 2,
      aliases: 2,
      families: 0,
      tags: 2,
      holds: { ownCourse: 1, cases: 0, otherViews: 1 },
      efficacy: { A: 2, B: 0, C: 0, D: 0, N: 1 },
      recovery: 1,
      phaseBenefits: { concerns: 1, stated: 7, counting: 4 },
      interactions: 0,
      contraindications: { conditions: 0, symptoms: 0 },
      marketLimits: { EU: 2, UK: 1 },
      sources: 0,
    });
  });

  it('counts the golden cases of a working copy, and none where an installed package has no such folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'salve-cases-'));
    writeFileSync(join(folder, 'traps.json'), '[{}, {}]');
    expect(caseCounts(folder)).toEqual({ cases: { 'traps.json': 2 }, rankings: {} });
    mkdirSync(join(folder, 'rankings'));
    writeFileSync(join(folder, 'rankings', 'order.json'), '[{}]');
    expect(caseCounts(folder)).toEqual({ cases: { 'traps.json': 2 }, rankings: { 'order.json': 1 } });
    rmSync(folder, { recursive: true });
    expect(caseCounts(folder)).toBeUndefined();
    expect(caseCounts()).toHaveProperty('rankings');
  });
});
