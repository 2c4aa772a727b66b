import { isDeepStrictEqual } from 'node:util';
import type { Course, HoursByDepth, Knowledge, Tag } from '../../src/core/knowledge.js';
import { momentOf } from '../../src/core/recovery/moment.js';
import { familyOf } from '../../src/core/tagging/family-rules.js';
import { readFormula, type FormulaReading, type Tagging } from '../../src/core/tagging/read-formula.js';
import { HEALING_PHASES } from '../../src/core/vocabulary.js';
import { coursesOf } from '../../src/knowledge/checks/courses.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { CASES, expectedOf, happened, judgedAt, productOf, type Case } from '../support/golden-cases.js';
import { CALM_SKIN, knowledge, read, treatment } from '../support/world.js';

/**
 * Whether a golden case would notice if a fact of the seeds were another one.
 *
 * Each fact is changed a little (an hour more, an hour less, a rule taken out), and the cases are judged again. A fact
 * that no case misses is one that nobody wrote down from its source, and a slip in it would pass.
 */
const REFERS = 'The condition refers, so that no product is judged by its windows; `phases` shows them.';
const LAYERING = 'No room reads it yet: one product is judged at a time, and nobody asks of a whole routine.';
const ON_PACK = 'Nothing shows yet whether a pack says what it must.';
const NEVER_FITS = 'Its class never fits where it stays on the skin, and a market is told beside what fits.';
const data = loadKnowledge();

/** Facts that no golden case exercises, each with the reason. */
const NOT_EXERCISED: Readonly<Record<string, string>> = {
  'modifier ANTICOAGULANT: earlyAddsHours': REFERS,
  'modifier ANTICOAGULANT: holdMultiplier': REFERS,
  'modifier IMMUNOSUPPRESSED: earlyAddsHours': REFERS,
  'modifier IMMUNOSUPPRESSED: holdMultiplier': REFERS,
  'policy product.not-found': 'The core judges what it is given; that nothing was found is said in `pairing`.',
  'avoid group parabens': 'Its names are also those of its one class, so that the class answers for it.',
  'iron_oxides: belowInDrugFacts': 'They wait alike wherever they stand.',
  'makeup_generic: rinseOff': 'Its hold is over before the step for what is rinsed off begins, on any skin.',
  'ph_adjuster: trace': 'Its own course is that of a trace.',
  'phototoxic: notice': 'Its own course asks for caution for ever, and a notice stands only beside what fits.',
  'market limit eu-formaldehyde-label': ON_PACK,
  'market limit eu-methylchloroisothiazolinone-leave-on': NEVER_FITS,
  'market limit eu-methylisothiazolinone-leave-on': NEVER_FITS,
  'market limit eu-retinol-label': ON_PACK,
  'market limit uk-methylchloroisothiazolinone-leave-on': NEVER_FITS,
  'market limit uk-methylisothiazolinone-leave-on': NEVER_FITS,
  'market limit us-alpha-hydroxy-acids-label': ON_PACK,
  ...Object.fromEntries(data.interactions.map(({ id }) => [`interaction ${id}`, LAYERING])),
};

it('the golden cases exercise every rule, hold and boundary but those that are named', () => {
  const missed = [...tagFacts(), ...generalFacts()].filter(isMissed).map(({ id }) => id);
  expect(missed.sort()).toEqual(Object.keys(NOT_EXERCISED).sort());
});

/** One fact, and each way in which it might be otherwise: whether a case notices. */
interface Fact {
  readonly id: string;
  readonly otherwise: readonly (() => boolean)[];
}

function isMissed({ otherwise }: Fact): boolean {
  return otherwise.some((isNoticed) => !isNoticed());
}

interface ReadCase {
  readonly one: Case;
  readonly reading: FormulaReading;
}

const ALL: readonly ReadCase[] = [...CASES.values()].flat().map((one) => ({ one, reading: read(productOf(one)) }));

function noticed(
  cases: readonly ReadCase[],
  known: Knowledge,
  again: (one: ReadCase) => FormulaReading = ({ reading }) => reading,
): boolean {
  return cases.some((one) => !isDeepStrictEqual(happened(known, one.one, again(one)), expectedOf(one.one)));
}

// ---------- classes: their hours, phases, stops and what skin adds

function* tagFacts(): Generator<Fact> {
  for (const tag of knowledge.tags) {
    for (const [index, { prefix, course }] of coursesOf(tag).entries()) yield* courseFacts(tag, index, prefix, course);
    const { stopHours, reactiveHoldHours, acneProneCautionHours, barredFor } = tag;
    if (stopHours > 0 && tag.holdHours !== 'never') yield tagFact(tag, 'stopHours', byAnHour('stopHours', stopHours));
    if (tag.pigmentProvoking) yield tagFact(tag, 'pigmentProvoking', [{ pigmentProvoking: false }]);
    if (reactiveHoldHours !== undefined)
      yield tagFact(tag, 'reactiveHoldHours', byAnHour('reactiveHoldHours', reactiveHoldHours));
    if (tag.reactiveCautionHours !== undefined)
      yield tagFact(tag, 'reactiveCautionHours', [{ reactiveCautionHours: undefined }]);
    if (acneProneCautionHours !== undefined)
      yield tagFact(tag, 'acneProneCautionHours', byAnHour('acneProneCautionHours', acneProneCautionHours));
    for (const condition of barredFor)
      yield tagFact(tag, `barredFor ${condition}`, [{ barredFor: barredFor.filter((one) => one !== condition) }]);
    if (tag.spfStart) yield tagFact(tag, 'spfStart', [{ spfStart: false }]);
    yield* readingFacts(tag);
    if (tag.recoveryIdeal !== undefined) yield tagFact(tag, 'recoveryIdeal', [{ recoveryIdeal: undefined }]);
  }
}

/** What decides how a class is read, before any moment is asked. */
function* readingFacts(tag: Tag): Generator<Fact> {
  const cases = ALL.filter(({ reading }) => reading.taggings.some((tagging) => isOf(tag, tagging)));
  const fact = (field: string, change: Partial<Tag>): Fact => {
    const tags = replaced(knowledge.tags, tag, change);
    return rereadFact(`${tag.id}: ${field}`, cases, { tags, tag: lookUp(tags), unreadTag: lookUp(tags)('unread') });
  };
  if (tag.trace !== 'NONE') yield fact('trace', { trace: 'NONE' });
  if (tag.rinseOff === 'NONE' && !tag.potentAtTrace) yield fact('rinseOff', { rinseOff: 'STEP' });
  if (tag.belowInDrugFacts) yield fact('belowInDrugFacts', { belowInDrugFacts: false });
  if (tag.sunscreenRelief) yield fact('sunscreenRelief', { sunscreenRelief: false });
  if (tag.readsAs !== undefined) yield fact('readsAs', { readsAs: undefined });
  if (tag.also.length > 0) yield fact('also', { also: [] });
  if (tag.notice !== undefined) yield fact('notice', { notice: undefined });
}

/** Whether a tagging is of a class, or of another that it was read as. */
function isOf({ id, readsAs }: Tag, { tag }: Tagging): boolean {
  return tag.id === id || tag.id === readsAs?.tag;
}

/** @param index 0 for the course of the class itself, then its cases */
function* courseFacts(tag: Tag, index: number, prefix: string, course: Course): Generator<Fact> {
  const changes: [field: string, changes: Partial<Course>[]][] = [];
  for (const field of ['holdHours', 'cautionHours'] as const) {
    const hours = course[field];
    if (hours === 'never') changes.push([field, [{ [field]: { shallow: LONG, deep: LONG } }]]);
    else if (hours !== undefined)
      for (const columns of hours.shallow === hours.deep ? [BOTH] : BOTH.map((column) => [column])) {
        const moved = (by: number): HoursByDepth => ({
          ...hours,
          ...Object.fromEntries(columns.map((column) => [column, hours[column] + by])),
        });
        changes.push([`${field}, ${columns.join(' and ')}`, [{ [field]: moved(-1) }, { [field]: moved(1) }]]);
      }
  }
  for (const [at, phase] of HEALING_PHASES.entries()) {
    const next = HEALING_PHASES[at + 1];
    if (next === undefined || course.cells[phase] === course.cells[next]) continue;
    const sooner = { ...course.cells, [phase]: course.cells[next] };
    const later = { ...course.cells, [next]: course.cells[phase] };
    changes.push([`cells, end of ${phase}`, [{ cells: sooner }, { cells: later }]]);
  }
  for (const [field, some] of changes) {
    const seen = some.filter((change) => laddersOf(tag, course) !== laddersOf(tag, { ...course, ...change }));
    const changed = seen.map((change) =>
      index === 0 ? change : { cases: tag.cases.map((one, at) => (at === index - 1 ? { ...one, ...change } : one)) },
    );
    if (changed.length > 0) yield tagFact(tag, prefix + field, changed);
  }
}

const BOTH: readonly (keyof HoursByDepth)[] = ['shallow', 'deep'];
/** Short of the last hour that can be asked. */
const LONG = 8000;

function byAnHour<F extends string>(field: F, hours: number): Record<F, number>[] {
  return [hours - 1, hours + 1].map((moved) => ({ [field]: moved }) as Record<F, number>);
}

/** How a course runs on calm skin after needles of each column: equal where nobody could see a difference. */
function laddersOf(tag: Tag, course: Course): string {
  const ladders = [0.3, 0.5, 1, 1.5].map((needleDepthMm) => {
    const moment = momentOf(knowledge, treatment(0, { needleDepthMm }), CALM_SKIN);
    const { avoidUntil, unverifiedUntil, cautionUntil } = moment.ladder({ tag, course, relief: 'NONE', ladderId: '' });
    const unverified = Math.max(avoidUntil, unverifiedUntil);
    return [avoidUntil, unverified, Math.max(unverified, cautionUntil)];
  });
  return ladders.join();
}

function tagFact(tag: Tag, field: string, changes: readonly Partial<Tag>[]): Fact {
  const cases = ALL.filter(({ reading }) => reading.taggings.some((tagging) => tagging.tag === tag));
  const otherwise = changes.map((change) => () => {
    const changed: Tag = { ...tag, ...change };
    return noticed(cases, knowledge, ({ reading }) => withClass(reading, tag, changed));
  });
  return { id: `${tag.id}: ${field}`, otherwise };
}

/** The same reading, had a class been another one. */
function withClass(reading: FormulaReading, before: Tag, after: Tag): FormulaReading {
  const courses = new Map<Course, Course>([
    [before, after],
    ...before.cases.map((course, index) => [course, after.cases[index] as Course] as const), // as many as before
  ]);
  const taggings = reading.taggings.map((tagging) =>
    tagging.tag === before
      ? { ...tagging, tag: after, course: courses.get(tagging.course) ?? tagging.course }
      : tagging,
  );
  return { ...reading, taggings };
}

// ---------- what no class owns

function* generalFacts(): Generator<Fact> {
  for (const row of knowledge.depthRows) {
    const fact = (field: string, ...changes: Partial<typeof row>[]): Fact =>
      judgedFact(
        `depth row ${row.id}: ${field}`,
        ALL,
        changes.map((change) => ({ depthRows: replaced(knowledge.depthRows, row, change) })),
      );
    for (const field of ['openUntilHour', 'earlyUntilHour', 'lateUntilHour', 'reintroductionUntilHour'] as const)
      yield fact(field, ...byAnHour(field, row[field]));
    yield fact('spfFromHour', { spfFromHour: row.spfFromHour + 1 }); // an hour sooner is while channels are open
    yield fact('holdMultiplier', { holdMultiplier: row.holdMultiplier + A_LITTLE });
    yield fact('column', { column: row.column === 'deep' ? 'shallow' : 'deep' });
  }
  for (const modifier of data.modifiers) {
    const fact = (field: string, ...changes: Partial<typeof modifier>[]): Fact =>
      judgedFact(
        `modifier ${modifier.id}: ${field}`,
        ALL,
        changes.map((change) => ({ modifier: lookUp(replaced(data.modifiers, modifier, change)) })),
      );
    const { holdMultiplier, earlyAddsHours, capHours } = modifier;
    yield fact('earlyAddsHours', ...byAnHour('earlyAddsHours', earlyAddsHours));
    // an hour less is what is added anyway
    for (const field of ['openAtLeastHours', 'earlyAtLeastHours', 'earlyAtLeastHoursDeep'] as const)
      if (modifier[field] > 0) yield fact(field, { [field]: modifier[field] + 1 });
    yield fact(
      'holdMultiplier',
      { holdMultiplier: holdMultiplier - A_LITTLE },
      { holdMultiplier: holdMultiplier + A_LITTLE },
    );
    if (capHours !== undefined) yield fact('capHours', ...byAnHour('capHours', capHours));
  }
  for (const condition of data.conditions) {
    const effect = condition.effect === 'REFER' ? 'NOTICE' : 'REFER';
    yield judgedFact(`condition ${condition.id}`, ALL, [
      { condition: lookUp(replaced(data.conditions, condition, { effect })) },
    ]);
  }
  for (const symptom of data.symptoms) {
    const changes = symptom.fromHour === undefined ? [{ fromHour: Infinity }] : byAnHour('fromHour', symptom.fromHour);
    yield judgedFact(
      `symptom ${symptom.id}`,
      ALL,
      changes.map((change) => ({ symptom: lookUp(replaced(data.symptoms, symptom, change)) })),
    );
  }
  const marketed = ALL.filter(({ one }) => one.product.market !== undefined);
  for (const limit of knowledge.marketLimits) {
    const laxer = limit.limitShare === undefined ? [] : [{ limitShare: limit.limitShare * 1.05 }];
    const changes = [
      without(knowledge.marketLimits, limit),
      ...laxer.map((change) => replaced(knowledge.marketLimits, limit, change)),
    ];
    yield judgedFact(
      `market limit ${limit.id}`,
      marketed,
      changes.map((marketLimits) => ({ marketLimits })),
    );
  }
  const rules = new Set(
    ALL.flatMap(({ one, reading }) =>
      one.expect.flatMap(({ hour }) => judgedAt(knowledge, one, reading, hour).reasons.map(({ rule }) => rule)),
    ),
  );
  for (const { id } of data.policies) yield { id: `policy ${id}`, otherwise: [() => rules.has(id)] };
  const avoiding = ALL.filter(({ one }) => one.profile?.avoid !== undefined);
  for (const group of knowledge.avoidGroups)
    yield judgedFact(`avoid group ${group.id}`, avoiding, [{ avoidGroups: without(knowledge.avoidGroups, group) }]);
  for (const form of knowledge.forms) {
    const cases = ALL.filter(({ reading }) => reading.taggings.some(({ because }) => because === form.because));
    yield rereadFact(`form ${form.id}`, cases, { forms: without(knowledge.forms, form) });
  }
  for (const claim of knowledge.claims) {
    const claims = replaced(knowledge.claims, claim, { words: [], categories: [] });
    const cases = ALL.filter(({ reading }) => reading.said.has(claim.id) || reading.label.lists.length > 1);
    yield rereadFact(`claim ${claim.id}`, cases, { claims });
  }
  const families = new Map(
    ALL.map((one) => [one, one.reading.tokens.map(({ printed }) => familyOf(printed, knowledge.families))]),
  );
  for (const family of knowledge.families) {
    const cases = ALL.filter((one) => families.get(one)?.includes(family));
    yield rereadFact(`family ${family.id}`, cases, { families: without(knowledge.families, family) });
  }
  for (const { id } of data.interactions)
    yield { id: `interaction ${id}`, otherwise: [() => 'interactions' in knowledge] };
}

/** Far less than any step between two rows or two kinds of skin, and enough to round a hold up by an hour. */
const A_LITTLE = 0.01;

function judgedFact(id: string, cases: readonly ReadCase[], changes: readonly Partial<Knowledge>[]): Fact {
  return { id, otherwise: changes.map((change) => () => noticed(cases, changed(change))) };
}

/** A fact that decides how a product is read. */
function rereadFact(id: string, cases: readonly ReadCase[], change: Partial<Knowledge>): Fact {
  const known = changed(change);
  return { id, otherwise: [() => noticed(cases, known, ({ one }) => readFormula(known, productOf(one)))] };
}

/** What is known, with one thing changed; the rest, which takes long to index, is shared. */
function changed(change: Partial<Knowledge>): Knowledge {
  return new Proxy(knowledge, {
    get(target, name): unknown {
      if (name in change) return Reflect.get(change, name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function replaced<T extends object>(entries: readonly T[], entry: T, change: Partial<T>): T[] {
  return entries.map((one) => (one === entry ? { ...one, ...change } : one));
}

function without<T>(entries: readonly T[], entry: T): T[] {
  return entries.filter((one) => one !== entry);
}

function lookUp<T extends { readonly id: string }>(entries: readonly T[]): (id: string) => T {
  return (id) => entries.find((one) => one.id === id) as T; // cases name what exists
}
