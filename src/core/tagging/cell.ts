/**
 * A class as it stands in a product: which of its courses it takes there, and what relieves it. All
 * that a class can be is a short list, so that what depends on the moment is worked out once for
 * each cell and not for each product.
 */
import type { Course, Knowledge, Tag } from '../knowledge.js';
import type { Relief } from '../recovery/ladder.js';

/** Equal ids have equal verdicts at every moment. */
export interface Cell {
  readonly ladderId: string;
  readonly tag: Tag;
  readonly course: Course;
  readonly relief: Relief;
  /** what it is without the clinic's protocol, where that shortened its course */
  readonly before?: Cell | undefined;
}

/** The cells of one class: [own course, then its cases][whole, trace][relief]. */
type Drawer = readonly (readonly Readonly<Record<Relief, Cell>>[])[];

const RELIEFS: readonly Relief[] = ['NONE', 'STEP_FROM_LATE', 'STEP_ALWAYS', 'SUNSCREEN'];
const DRAWERS = new WeakMap<Knowledge, ReadonlyMap<Tag, Drawer>>();

const TRACE_DOSE: Course = {
  cells: {
    OPEN_CHANNELS: 'C',
    EARLY_RECOVERY: 'K',
    LATE_RECOVERY: 'K',
    REINTRODUCTION: 'K',
    REMODELLING: 'K',
    MAINTENANCE: 'K',
  },
  trace: 'NONE',
};

/** Every cell that can occur, always in the same order. */
export function cellsOf(knowledge: Knowledge): Cell[] {
  return [...drawersOf(knowledge).values()].flatMap((drawer) =>
    drawer.flatMap((amounts) => amounts.flatMap((reliefs) => RELIEFS.map((relief) => reliefs[relief]))),
  );
}

/**
 * The cell of a class.
 *
 * @param caseIndex which of the tag's cases holds; −1 = none
 * @param traced whether there is only a trace of it, below the one-percent line
 */
export function cellOf(knowledge: Knowledge, tag: Tag, caseIndex: number, traced: boolean, relief: Relief): Cell {
  const drawer = drawersOf(knowledge).get(tag) as Drawer;
  const amounts = drawer[caseIndex + 1] as Drawer[number];
  return (amounts[traced ? 1 : 0] as Readonly<Record<Relief, Cell>>)[relief];
}

function drawersOf(knowledge: Knowledge): ReadonlyMap<Tag, Drawer> {
  const kept = DRAWERS.get(knowledge);
  if (kept !== undefined) return kept;
  const made = new Map(knowledge.tags.map((tag) => [tag, drawerOf(tag)]));
  DRAWERS.set(knowledge, made);
  return made;
}

function drawerOf(tag: Tag): Drawer {
  return [tag, ...tag.cases].map((course, index) =>
    [false, true].map((traced) => {
      const id = `${tag.id}/${index === 0 ? 'own' : index - 1}${traced ? '/trace' : ''}`;
      const made = (from: Course, relief: Relief, ladderId: string): Cell => ({
        ladderId,
        tag,
        course: traced ? traceOf(from) : from,
        relief,
        before: from.before && made(from.before, relief, `${ladderId}/before`),
      });
      const cells = RELIEFS.map((relief) => [relief, made(course, relief, `${id}/${relief}`)]);
      return Object.fromEntries(cells) as Record<Relief, Cell>; // one for each
    }),
  );
}

/** A course below the one-percent line, where it has one (dossier §6.5, rulings). */
function traceOf(course: Course): Course {
  const { notice, cells, holdHours } = course;
  if (course.trace === 'DOSE') return { ...TRACE_DOSE, notice };
  if (course.trace !== 'CAUTION_WHILE_HELD' || holdHours === 'never') return course;
  return {
    cells: { ...TRACE_DOSE.cells, OPEN_CHANNELS: cells.OPEN_CHANNELS },
    cautionHours: holdHours,
    trace: 'NONE',
    notice,
  };
}
