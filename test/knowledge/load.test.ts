import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { faultLine, KnowledgeFaults } from '../../src/knowledge/faults.js';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.js';
import { SEED_FILES } from '../../src/knowledge/seed-files.js';
import { POLICY, WEIGHTS } from './build.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salve-seeds-'));
  for (const { at } of SEED_FILES) write(at.endsWith('/') ? `${at}some.json` : at, []);
  write('contraindications.json', { conditions: [], symptoms: [] });
  write('version.json', { version: '2026.11.0', reviewedOn: '2026-11-24' });
  write('weights.json', WEIGHTS);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}

const lines = () => readKnowledge(folder).faults.map(faultLine);
const sha256 = () => readKnowledge(folder).knowledge?.version.sha256;

const water = { id: 'aqua', inci: 'Aqua', tags: ['base_neutral'] };
const acid = {
  id: 'aha',
  name: 'Acids',
  summary: 'For a test.',
  cells: 'X X X C K',
  stopHours: 120,
  sources: [],
  policy: POLICY,
};

describe('seeds that have their form', () => {
  it('become the lists that the core reads, put together from all files of a kind in the order of their paths', () => {
    write('ingredients/b.json', [{ ...water, id: 'urea' }]);
    write('ingredients/a.json', [water]);
    write('ingredients/more/a.json', [{ ...water, id: 'zinc-oxide' }]);
    expect(readKnowledge(folder)).toMatchObject({
      faults: [],
      knowledge: {
        version: { version: '2026.11.0', reviewedOn: '2026-11-24' },
        ingredients: [{ id: 'aqua' }, { id: 'urea' }, { id: 'zinc-oxide' }],
      },
    });
  });

  it('say which file holds which entry', () => {
    write('notices.json', [
      { code: 'SHADE', summary: 'Shade.', appliesWhen: 'Always.', indicator: 'INFO', sources: ['F1'] },
    ]);
    expect(readKnowledge(folder).knowledge?.holdings).toContainEqual({
      file: 'notices.json',
      list: 'notices',
      ids: ['SHADE'],
    });
  });
});

describe('the hash of the seeds', () => {
  it('is the same whatever line endings or byte order mark an editor wrote', () => {
    write('ingredients/some.json', '[\n]\n');
    const before = sha256();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    write('ingredients/some.json', '\uFEFF[\r\n]\r\n');
    expect(sha256()).toBe(before);
  });

  it('changes with a word, and with the file that holds it', () => {
    const before = sha256();
    write('ingredients/some.json', [water]);
    const after = sha256();
    expect(after).not.toBe(before);
    write('ingredients/some.json', []);
    write('ingredients/else.json', [water]);
    expect(sha256()).not.toBe(after);
  });
});

describe('a fault in the seeds', () => {
  it('is told with file, entry, field and what to write', () => {
    write('tags/some.json', [{ ...acid, holdhours: [72, 168], cells: 'X X', stopHours: undefined }]);
    expect(lines()).toEqual([
      expect.stringMatching(
        /^tags\/some.json › aha › cells: "X X" cannot be read. Write one letter for each of OPEN_CHANNELS/,
      ),
      expect.stringMatching(/^tags\/some.json › aha › stopHours: is missing. Write the hours before a treatment/),
      'tags/some.json › aha: has a field "holdhours"; it is written "holdHours".',
    ]);
  });

  it('counts from one inside lists, and looks into the form that was nearly met', () => {
    write('forms.json', [{ id: 'make-up', tag: 'makeup', because: 'For a test.', when: 'MAKEUP' }]);
    write('ingredients/some.json', [
      { ...water, tags: ['base_neutral', { tag: 'aha', when: { not: { says: ['peel'] }, lime: 'ABOVE' } }] },
      { ...water, id: 'urea', tags: [7] },
    ]);
    expect(lines()).toEqual([
      expect.stringMatching(
        /make-up › when: "MAKEUP" cannot be read. Write when it applies; all stated parts must hold/,
      ),
      expect.stringMatching(/aqua › tags 2, when, not, says 1: "peel" cannot be read. Write the id of a claim/),
      expect.stringMatching(
        /aqua › tags 2, when: has an unknown field "lime". Take it out, or mend its name: line, looseLine/,
      ),
      expect.stringMatching(/urea › tags 1: 7 cannot be read. Write a class, or \{"tag": class/),
    ]);
  });

  it('is a field that an entry states twice, whatever the words around it', () => {
    const text = `[{"id": "aqua", "inci": "a \\"inci\\": {b}",\n "inci": "Aqua", "tags": ["inci", "inci"]}]`;
    write('ingredients/some.json', text);
    expect(lines()).toEqual([
      'ingredients/some.json › inci: is stated twice in one entry, again in line 2. Keep one of the two.',
    ]);
    write('ingredients/some.json', [water, { ...water, id: 'urea' }]);
    expect(lines()).toEqual([]);
  });

  it('calls an entry without an id by its place', () => {
    write('claims.json', [{ where: 'NAME', words: ['peel'], because: 'For a test.' }]);
    expect(lines()).toEqual([
      expect.stringMatching(/^claims.json › entry 1 › id: is missing. Write the id of a claim/),
    ]);
  });

  it('is told of a hold of one number, a share in percent, and a circumstance that states nothing', () => {
    write('tags/some.json', [
      { ...acid, holdHours: [72], cases: [{ when: {}, because: 'For a test.', cells: 'K K K K K' }] },
    ]);
    write('efficacy/some.json', [
      {
        id: 'a',
        concern: null,
        subject: {},
        grade: 'A',
        minShare: 2,
        maxShare: null,
        withMicroneedling: false,
        professional: false,
        note: 'x',
        sources: [],
      },
    ]);
    expect(lines()).toEqual([
      expect.stringMatching(
        /^efficacy\/some.json › a › minShare: 2 is too much. Write the lowest share that worked, 0 to 1/,
      ),
      expect.stringMatching(
        /^tags\/some.json › aha › holdHours: cannot be read. Write the hours during which .* \[24, 72\]; or "never"/,
      ),
      'tags/some.json › aha › cases 1, when: states nothing. Leave it out where it always applies.',
    ]);
  });

  it('is a file that is not JSON, is unknown or is missing; and all are told at once', () => {
    write('forms.json', '[,]');
    write('form.json', []);
    rmSync(join(folder, 'ingredients'), { recursive: true });
    write('version.json', { version: 'new', reviewedOn: '24.11.2026' });
    const faults = lines();
    expect(faults).toEqual([
      expect.stringMatching(
        /^form.json: is not a file that Salve knows. Move its entries to one of avoid-groups.json, /,
      ),
      expect.stringMatching(/^forms.json: is not JSON: /),
      expect.stringMatching(/^version.json › version: "new" cannot be read. Write year, month and number/),
      expect.stringMatching(/^version.json › reviewedOn: "24.11.2026" cannot be read. Write a day as/),
      'ingredients/: is missing. Add it.',
    ]);
    expect(() => loadKnowledge(folder)).toThrow(KnowledgeFaults);
    expect(() => loadKnowledge(folder)).toThrow(/^5 faults in the knowledge:\n {2}form.json: /);
  });

  it('keeps a service from starting when the core relies on what is missing', () => {
    expect(readKnowledge(folder).faults).toEqual([]);
    expect(() => loadKnowledge(folder)).toThrow(/concerns.json › ACNE_SCARS: is missing. Add it./);
  });
});
