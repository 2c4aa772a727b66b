import { Knowledge, type Tag } from '../../../src/core/knowledge.js';
import { cellOf, cellsOf } from '../../../src/core/tagging/cell.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { formula, knowledge, read } from '../../support/world.js';

const RETINOL = knowledge.tag('retinol');

describe('all that a class can be in a product', () => {
  it('is a cell with an id of its own', () => {
    const ids = cellsOf(knowledge).map(({ ladderId }) => ladderId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is in the same order and the very same cell each time', () => {
    const again = cellsOf(knowledge);
    expect(cellsOf(knowledge).every((cell, index) => cell === again[index])).toBe(true);
  });

  it('stands for each of its courses, whole or as a trace, however it is relieved', () => {
    for (const tag of knowledge.tags) {
      const cells = cellsOf(knowledge).filter((cell) => cell.tag === tag);
      expect(cells).toHaveLength((1 + tag.cases.length) * 2 * 4);
      expect(new Set(cells.map(({ relief }) => relief)).size).toBe(4);
    }
  });

  it('holds what is read in products', () => {
    const wash = formula('Wash', 'Aqua, Sodium Laureth Sulfate, Squalane, Phenoxyethanol, Arbutin, Retinol', {
      category: 'CLEANSER',
      rinseOff: true,
    });
    const cells = new Map(cellsOf(knowledge).map((cell) => [cell.ladderId, cell]));
    for (const { ladderId, tag, course, relief } of read(wash).taggings) {
      expect(cells.get(ladderId)).toMatchObject({ tag, course, relief });
    }
  });
});

describe('the cell of a class', () => {
  it('has its own course where no case of it holds, and that of the case where one does', () => {
    const tag = knowledge.tags.find(({ cases }) => cases.length > 0) as Tag; // the seeds hold many
    const [own, first] = [-1, 0].map((index) => cellOf(knowledge, tag, index, false, 'NONE'));
    expect([own?.course, first?.course]).toEqual([tag, tag.cases[0]]);
    expect([own?.ladderId, first?.ladderId]).toEqual([`${tag.id}/own/NONE`, `${tag.id}/0/NONE`]);
  });

  it('knows what it is without the clinic’s protocol, trace and relief included, and nothing of it where there is none', () => {
    const data = loadKnowledge();
    const holdHours = { shallow: 24, deep: 48 };
    const tags = data.tags.map((tag) => (tag.id === 'retinol' ? { ...tag, holdHours, before: tag } : tag));
    const clinic = new Knowledge({ ...data, tags });
    const cell = cellOf(clinic, clinic.tag('retinol'), -1, false, 'STEP_FROM_LATE');
    expect([cell.course.holdHours, cell.before?.course.holdHours]).toEqual([holdHours, RETINOL.holdHours]);
    expect(cell.before).toMatchObject({ ladderId: `${cell.ladderId}/before`, relief: 'STEP_FROM_LATE' });
    expect(cellOf(knowledge, RETINOL, -1, false, 'NONE').before).toBeUndefined();
  });

  it.each([
    ['what only its dose makes strict asks for caution while channels are open', 'squalane', { OPEN_CHANNELS: 'C' }],
    ['what is held keeps its verdict while channels are open', 'arbutin', { OPEN_CHANNELS: 'X' }],
  ])('of a trace: %s, and its notice stays', (_, id, open) => {
    const tag = { ...knowledge.tag(id), id: `${id}-noted`, notice: 'FRAGRANCE' as const };
    const noted = new Knowledge({ ...loadKnowledge(), tags: [...knowledge.tags, tag] });
    const { course } = cellOf(noted, tag, -1, true, 'NONE');
    const later = { EARLY_RECOVERY: 'K', LATE_RECOVERY: 'K', REINTRODUCTION: 'K', REMODELLING: 'K', MAINTENANCE: 'K' };
    expect(course.cells).toEqual({ ...open, ...later });
    expect([course.notice, course.trace]).toEqual(['FRAGRANCE', 'NONE']);
  });

  it('of a trace is that of the whole where a trace changes nothing, and where it may never return', () => {
    const whole = (tag: Tag): boolean =>
      cellOf(knowledge, tag, -1, true, 'NONE').course === cellOf(knowledge, tag, -1, false, 'NONE').course;
    expect([whole(RETINOL), whole(knowledge.tag('arbutin'))]).toEqual([true, false]);
    const never = { ...knowledge.tag('arbutin'), holdHours: 'never' } as const;
    const stricter = new Knowledge({ ...loadKnowledge(), tags: [...knowledge.tags, never] });
    expect(cellOf(stricter, never, -1, true, 'NONE').course).toBe(never);
  });
});
