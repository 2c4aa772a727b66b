import { createHash } from 'node:crypto';
import type { Course, DepthRow, HoursByDepth, Tag } from '../core/knowledge.js';
import { REMODELLING_UNTIL_HOUR } from '../core/recovery/windows.js';
import { HEALING_PHASES, type HealingPhase } from '../core/vocabulary.js';
import { promisesIn } from './checks/wording.js';
import type { Fault, Note } from './faults.js';
import type { LoadedKnowledge } from './loaded.js';
import type { ProtocolFile, ProtocolHoldSeed } from './schema.js';
import type { z } from 'zod';

type Entry = z.output<typeof ProtocolHoldSeed>;
type Column = keyof HoursByDepth;
const COLUMNS: readonly Column[] = ['shallow', 'deep'];
/** Holds up to here mark that the channels have closed. */
const CLOSURE_HOURS = 24;

/** What an entry does to its class. */
export interface ProtocolChange {
  readonly before: Tag;
  readonly after: Tag;
  readonly longer: boolean;
  /** the fields whose time it shortens */
  readonly shorter: readonly ('holdHours' | 'cautionHours')[];
}

/**
 * Everything for which a protocol is refused. To make a class wait longer a clinic owes nobody an
 * answer; a shorter time has a clinician who answers for it, a reason and a day (dossier §0.2, 14).
 *
 * @param file what the faults call the file
 */
export function protocolFaults(data: LoadedKnowledge, protocol: ProtocolFile, file: string): Fault[] {
  const faults: Fault[] = [];
  for (const [index, entry] of protocol.holds.entries()) {
    const fault = (field: string, message: string): number => faults.push({ file, entry: entry.tag, field, message });
    if (protocol.holds.findIndex(({ tag }) => tag === entry.tag) < index)
      fault('tag', 'stands in the protocol already. Join the two entries.');
    const promises = promisesIn(entry.because);
    if (promises.length > 0)
      fault('because', `says "${promises.join('", "')}". Say what the skin looks or feels like instead.`);
    const tag = data.tags.find(({ id }) => id === entry.tag);
    if (tag === undefined) {
      fault('tag', `names the class "${entry.tag}", which does not exist. ${insteadOf(data, entry.tag)}.`);
      continue;
    }
    const { shorter } = changeOf(data, protocol, entry, tag);
    const own = ownTimes(data, tag);
    for (const field of shorter) {
      const owed = [
        ...((entry.clinician ?? protocol.clinician) === undefined ? ['clinician, who answers for it'] : []),
        ...(entry.reviewedOn === undefined ? ['reviewedOn, the day of the decision'] : []),
      ];
      if (owed.length > 0) {
        const message = `is shorter than Salve's own (${told(own[field])}). Add ${owed.join(', and ')}; or lengthen the time.`;
        fault(field, message);
      }
    }
  }
  return faults;
}

/**
 * Each time that a protocol makes shorter, with whoever answers for it.
 *
 * @param protocol one without `protocolFaults`
 */
export function loosenedBy(data: LoadedKnowledge, protocol: ProtocolFile, file: string): Note[] {
  return protocolChanges(data, protocol).flatMap(({ before, shorter }) => {
    const entry = protocol.holds.find(({ tag }) => tag === before.id) as Entry; // it made the change
    const own = ownTimes(data, before);
    return shorter.map((field) => ({
      file,
      entry: before.id,
      field,
      message: `is shorter than Salve's own (${told(own[field])}). ${answeredBy(protocol, entry)} it, ${entry.reviewedOn ?? ''}.`,
    }));
  });
}

/**
 * The knowledge with a clinic's hours over it.
 *
 * A longer time counts wherever the class waits; a shorter one leaves alone every circumstance that
 * is stricter than the class itself, and whatever skin, depth or a condition asks beyond the hours
 * that are written. Version and hash name both.
 *
 * @param protocol one without `protocolFaults`
 */
export function underProtocol(data: LoadedKnowledge, protocol: ProtocolFile): LoadedKnowledge {
  const changes = protocolChanges(data, protocol);
  const changed = new Map(changes.map(({ after }) => [after.id, after]));
  const { version, sha256, reviewedOn } = data.version;
  return {
    ...data,
    tags: data.tags.map((tag) => changed.get(tag.id) ?? tag),
    protocol: { name: protocol.name, version: protocol.version, summary: summaryOf(protocol, changes) },
    version: {
      version: `${version}+${slugOf(protocol.name)}@${protocol.version}`,
      sha256: createHash('sha256')
        .update(`${sha256}\n${JSON.stringify(protocol)}`)
        .digest('hex'),
      reviewedOn,
    },
  };
}

/** The classes that a protocol changes, in its own order. */
export function protocolChanges(data: LoadedKnowledge, protocol: ProtocolFile): ProtocolChange[] {
  return protocol.holds.flatMap((entry) => {
    const tag = data.tags.find(({ id }) => id === entry.tag);
    const change = tag && changeOf(data, protocol, entry, tag);
    return change !== undefined && (change.longer || change.shorter.length > 0) ? [change] : [];
  });
}

function changeOf(data: LoadedKnowledge, protocol: ProtocolFile, entry: Entry, tag: Tag): ProtocolChange {
  const own = ownTimes(data, tag);
  const results = new Map(
    meant(data, tag).map((course) => {
      const held = withHold(data, course, own.holdHours, entry.holdHours);
      const cautious = withCaution(data, course, own.cautionHours, held.course, entry.cautionHours);
      return [course, { held, cautious }];
    }),
  );
  const all = [...results.values()];
  const shorter = [
    ...(all.some(({ held }) => held.shorter) ? (['holdHours'] as const) : []),
    ...(all.some(({ cautious }) => cautious.shorter) ? (['cautionHours'] as const) : []),
  ];
  const longer = all.some(({ held, cautious }) => held.longer || cautious.longer);
  const renewed = <C extends Course>(course: C): C => {
    const result = results.get(course);
    if (result === undefined) return course;
    const { held, cautious } = result;
    return {
      ...course,
      ...cautious.course,
      ...(held.shorter || cautious.shorter ? { before: plainCourse(course) } : {}),
    };
  };
  const after: Tag = {
    ...renewed(tag),
    cases: tag.cases.map(renewed),
    otherViews: [...tag.otherViews, ...(entry.holdHours === undefined ? [] : [`Salve itself: ${told(own.holdHours)}`])],
    policy: {
      because: becauseOf(protocol, entry, shorter.length > 0),
      reviewedOn: entry.reviewedOn ?? data.version.reviewedOn,
    },
  };
  return { before: tag, after, longer, shorter };
}

interface Changed {
  readonly course: Course;
  readonly longer: boolean;
  readonly shorter: boolean;
}

/** @param own the hold of the class itself */
function withHold(data: LoadedKnowledge, course: Course, own: HoursByDepth, hours: Entry['holdHours']): Changed {
  if (hours === undefined) return { course: plainCourse(course), longer: false, shorter: false };
  const now = byColumn((column) => holdOf(data, course, column));
  const wanted = byColumn((column) => {
    const asked = hours === 'never' ? Infinity : hours[column];
    if (asked >= own[column]) return Math.max(now[column], asked);
    return now[column] <= own[column] ? Math.min(now[column], asked) : now[column];
  });
  const next = { shallow: wanted.shallow, deep: Math.max(wanted.shallow, wanted.deep) };
  const shorter = COLUMNS.some((column) => next[column] < now[column]);
  const longer = COLUMNS.some((column) => next[column] > now[column]);
  if (!shorter && !longer) return { course: plainCourse(course), longer, shorter };
  const change: Partial<Course> =
    next.deep === Infinity
      ? { holdHours: 'never' }
      : course.holdHours === undefined && !shorter
        ? { atLeastHours: next }
        : { holdHours: next };
  return { course: { ...plainCourse(course), ...change }, longer, shorter };
}

/**
 * @param own  the caution of the class itself
 * @param held the same course with the protocol's hold
 */
function withCaution(
  data: LoadedKnowledge,
  course: Course,
  own: HoursByDepth,
  held: Course,
  hours: HoursByDepth | undefined,
): Changed {
  if (hours === undefined) return { course: held, longer: false, shorter: false };
  const now = byColumn((column) => cautionOf(data, course, column));
  const stricter = COLUMNS.some((column) => now[column] > own[column]);
  const shorter = !stricter && COLUMNS.some((column) => hours[column] < now[column]);
  const longer = COLUMNS.some((column) => hours[column] > now[column]);
  if (shorter) {
    const cells = Object.fromEntries(
      HEALING_PHASES.map((phase) => {
        const cell = held.cells[phase];
        const caution = cell === 'C' || (cell === 'X' && held.holdHours !== undefined);
        return [phase, caution && phase !== 'OPEN_CHANNELS' ? 'K' : cell];
      }),
    ) as Course['cells']; // every healing phase is there
    return { course: { ...held, cells, cautionHours: hours }, longer, shorter };
  }
  if (!longer) return { course: held, longer, shorter };
  const cautionHours = byColumn((column) => Math.max(hours[column], held.cautionHours?.[column] ?? 0));
  return { course: { ...held, cautionHours }, longer, shorter };
}

/**
 * The courses of a class of which a protocol speaks: those that wait for days; where none does,
 * those that wait for the channels to close; where none does, all. What stays usable at a trace
 * does not begin to wait because its class waits longer.
 */
function meant(data: LoadedKnowledge, tag: Tag): readonly Course[] {
  const courses: readonly Course[] = [tag, ...tag.cases];
  const longerThan = (hours: number) => courses.filter((course) => holdOf(data, course, 'deep') > hours);
  return [longerThan(CLOSURE_HOURS), longerThan(0)].find((some) => some.length > 0) ?? courses;
}

/** The times of the class itself; where only its cases are meant, the longest of theirs. */
function ownTimes(data: LoadedKnowledge, tag: Tag): Record<'holdHours' | 'cautionHours', HoursByDepth> {
  const courses = meant(data, tag);
  const own = courses.filter((course) => course === tag);
  const longest = (time: typeof holdOf): HoursByDepth =>
    byColumn((column) => Math.max(...(own.length > 0 ? own : courses).map((course) => time(data, course, column))));
  return { holdHours: longest(holdOf), cautionHours: longest(cautionOf) };
}

/** Hours of AVOID as written: the hold or, without one, the end of the last phase with an X. */
function holdOf(data: LoadedKnowledge, { holdHours, cells }: Course, column: Column): number {
  if (holdHours === 'never') return Infinity;
  return holdHours?.[column] ?? lastEnd(data, cells, ['X'], column);
}

/** The hour at which caution ends: that which is written, or the end of the last phase that asks for it. */
function cautionOf(data: LoadedKnowledge, { holdHours, cautionHours, cells }: Course, column: Column): number {
  const asking = holdHours === undefined ? ['C'] : ['C', 'X'];
  return Math.max(cautionHours?.[column] ?? 0, lastEnd(data, cells, asking, column));
}

/** End of the last phase with one of these letters, at the depth for which hours are written. */
function lastEnd(data: LoadedKnowledge, cells: Course['cells'], letters: readonly string[], column: Column): number {
  const needles = data.depthRows.filter((row) => row.column === column && row.depthMmAtMost !== null);
  const row = (column === 'shallow' ? needles.at(-1) : needles[0]) as DepthRow; // the loader refuses seeds without it
  const ends: Record<HealingPhase, number> = {
    OPEN_CHANNELS: row.openUntilHour,
    EARLY_RECOVERY: row.earlyUntilHour,
    LATE_RECOVERY: row.lateUntilHour,
    REINTRODUCTION: row.reintroductionUntilHour,
    REMODELLING: REMODELLING_UNTIL_HOUR,
    MAINTENANCE: Infinity,
  };
  return Math.max(0, ...HEALING_PHASES.filter((phase) => letters.includes(cells[phase])).map((phase) => ends[phase]));
}

function plainCourse({ cells, holdHours, cautionHours, trace, notice }: Course): Course {
  return { cells, holdHours, cautionHours, trace, notice };
}

function byColumn(hours: (column: Column) => number): HoursByDepth {
  return { shallow: hours('shallow'), deep: hours('deep') };
}

// ---------------------------------------------------------------- words

function becauseOf(protocol: ProtocolFile, entry: Entry, shorter: boolean): string {
  const on = entry.reviewedOn === undefined ? '' : `, ${entry.reviewedOn}`;
  const who = shorter ? ` ${answeredBy(protocol, entry)} the shorter time.` : '';
  return `Protocol of ${protocol.name}, version ${protocol.version}${on}: ${sentenceOf(entry.because)}${who}`;
}

function answeredBy(protocol: ProtocolFile, { clinician }: Entry): string {
  return `${clinician ?? protocol.clinician ?? ''} answers for`;
}

function summaryOf(protocol: ProtocolFile, changes: readonly ProtocolChange[]): string {
  const names = (some: readonly ProtocolChange[]): string => some.map(({ after }) => after.name).join(', ');
  const longer = changes.filter((change) => change.longer);
  const shorter = changes.filter((change) => change.shorter.length > 0);
  const parts = [
    ...(longer.length > 0 ? [`longer for ${names(longer)}`] : []),
    ...(shorter.length > 0 ? [`shorter for ${names(shorter)}`] : []),
  ];
  return `${protocol.name}, version ${protocol.version}: ${parts.length === 0 ? 'the same hours' : parts.join('; ')}.`;
}

function told({ shallow, deep }: HoursByDepth): string {
  return deep === Infinity ? 'it never ends' : `${shallow} h up to 0.5 mm, ${deep} h above`;
}

function sentenceOf(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'protocol' : slug;
}

/** What to write instead of a class that is not there: its successor, or those that begin alike. */
function insteadOf({ tags, retired }: LoadedKnowledge, written: string): string {
  const successor = retired.find(({ kind, id }) => kind === 'class' && id === written)?.successor;
  if (typeof successor === 'string') return `It was retired; write "${successor}"`;
  const alike = tags.map(({ id }) => id).filter((id) => id.startsWith(written.slice(0, 4)));
  return `Mend the spelling${alike.length === 0 ? '' : `: ${alike.join(', ')}`}`;
}
