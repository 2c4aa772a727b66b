import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED_FOR, vocabularyCovered } from '../../../src/knowledge/checks/vocabulary-covered.js';
import { idOf } from '../../../src/knowledge/loaded.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { NOW, faultsOf } from '../build.js';

describe(vocabularyCovered.name, () => {
  it('is a fault for each that is missing', () => {
    const asked = ASKED_FOR.flatMap(({ ids }) => ids);
    expect(asked).toEqual(
      expect.arrayContaining(['ACNE_SCARS', 'PREGNANT', 'PUS', 'ROSACEA', 'unread', 'list.missing', 'SHADE_FIRST']),
    );
    expect(faultsOf(vocabularyCovered, {}, NOW)).toHaveLength(asked.length);
  });

  it('is none where each is there', () => {
    const all = Object.fromEntries(ASKED_FOR.map(({ list, ids }) => [list, ids.map((id) => ({ id, code: id }))]));
    expect(faultsOf(vocabularyCovered, all as Parameters<typeof faultsOf>[1])).toEqual([]); // the check reads ids alone
  });

  it('knows every class, notice and policy whose id stands in the code', () => {
    const data = loadKnowledge();
    const rooms = join(import.meta.dirname, '../../../src');
    const code = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^(?:knowledge|core.inci)\b/.test(path)) // labels are read in plain words
      .map((path) => readFileSync(join(rooms, path), 'utf8'))
      .join('\n');
    const quoted = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, word]) => word));
    for (const list of ['tags', 'notices', 'policies'] as const) {
      const asked = ASKED_FOR.find((one) => one.list === list)?.ids ?? [];
      const inCode = data[list].map(idOf).filter((id) => quoted.has(id));
      expect(asked).toEqual(expect.arrayContaining(inCode));
    }
  });
});
