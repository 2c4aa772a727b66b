/** The knowledge as the API shows it. Each function lays out, and decides nothing. */
import type {
  ConcernInfo as CoreConcern,
  HoursByDepth,
  Ingredient as CoreIngredient,
  Knowledge,
  NoticeText,
  Tag as CoreTag,
} from '../core/knowledge.js';
import type { Moment } from '../core/recovery/moment.js';
import { phaseFromHour, phaseUntilHour } from '../core/recovery/windows.js';
import type { Phase } from '../core/vocabulary.js';
import { nodeId } from '../graphql/node.js';
import type { Advice, ConcernInfo, Hold, Ingredient, PhaseWindow, Source, Tag } from './reference.types.js';

/** Shown for a hold that never ends. */
const NEVER = -1;
const MS_PER_HOUR = 3_600_000;

export function presentSource(knowledge: Knowledge, id: string): Source {
  const { kind, title, year, url } = knowledge.source(id);
  return { id, kind, title, year: year ?? null, url: url ?? null };
}

export function presentSources(knowledge: Knowledge, ids: readonly string[]): Source[] {
  return ids.map((id) => presentSource(knowledge, id));
}

export function presentTag(knowledge: Knowledge, tag: CoreTag): Tag {
  const sources = presentSources(knowledge, tag.sources);
  const hold = (depth: string, column: keyof HoursByDepth): Hold => ({
    depth,
    hours: tag.holdHours === 'never' ? NEVER : ((tag.holdHours ?? tag.atLeastHours)?.[column] ?? 0),
    policy: tag.policy?.because ?? null,
    sources,
    otherViews: tag.otherViews,
  });
  return {
    code: tag.id,
    name: tag.name,
    summary: tag.summary,
    holds: [hold('up to 0.5 mm', 'shallow'), hold('above 0.5 mm', 'deep')],
    sources,
  };
}

export function presentIngredient(knowledge: Knowledge, { id, inci, aliases, tags, cas }: CoreIngredient): Ingredient {
  return {
    id: nodeId('Ingredient', id),
    inci,
    aliases,
    tags: [...new Set(tags.map(({ tag }) => tag))].map((tag) => presentTag(knowledge, knowledge.tag(tag))),
    cas: cas ?? null,
  };
}

export function presentConcern({ id, name, summary }: CoreConcern): ConcernInfo {
  return { concern: id, name, summary };
}

export function presentPhase(
  knowledge: Knowledge,
  { windows }: Moment,
  phase: Phase,
  treatedAt: Date | null,
): PhaseWindow {
  const fromHour = phaseFromHour(windows, phase);
  const toHour = phaseUntilHour(windows, phase);
  return {
    phase,
    fromHour,
    toHour,
    from: dateAt(treatedAt, fromHour),
    to: dateAt(treatedAt, toHour),
    advice: [presentAdvice(knowledge, knowledge.notice(`ADVICE_${phase}`))],
  };
}

function presentAdvice(knowledge: Knowledge, { code, summary, detail, indicator, sources }: NoticeText): Advice {
  return { code, summary, detail: detail ?? null, indicator, sources: presentSources(knowledge, sources) };
}

/** The moment so many hours after the treatment; null where no date was given or no hour is known. */
export function dateAt(treatedAt: Date | null, hour: number | null | undefined): Date | null {
  if (treatedAt === null || hour === null || hour === undefined) return null;
  return new Date(treatedAt.getTime() + hour * MS_PER_HOUR);
}
