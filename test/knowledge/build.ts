import type { z } from 'zod';
import type { Efficacy, Ingredient, Tag } from '../../src/core/knowledge.js';
import { CONCERN, EVIDENCE_GRADE, type PHASE } from '../../src/core/vocabulary.js';
import type { Check } from '../../src/knowledge/checks/check.js';
import { faultLine } from '../../src/knowledge/faults.js';
import { idOf, type ListName, type LoadedKnowledge } from '../../src/knowledge/loaded.js';
import { IngredientSeed, TagSeed } from '../../src/knowledge/schema.js';
import type { SeedParts } from '../../src/knowledge/seed-files.js';

/** The day on which the builders' policies were reviewed; checks that read the clock are asked at NOW. */
export const REVIEWED_ON = '2026-11-24';
export const NOW = new Date('2026-12-01T00:00:00Z');

export const POLICY = { because: 'Decided for a test.', reviewedOn: REVIEWED_ON };
const FILES: Partial<Record<ListName, string>> = { tags: 'tags/some.json', ingredients: 'ingredients/some.json' };

/** A class that fits at every hour, changed as the test needs it; written as in a seed. */
export function tag(change: Partial<z.input<typeof TagSeed>> & { id: string }): Tag {
  return TagSeed.parse({
    name: 'Some class',
    summary: 'For a test.',
    cells: 'K K K K K',
    stopHours: 0,
    sources: [],
    policy: POLICY,
    ...change,
  });
}

/** An ingredient, written as in a seed. */
export function ingredient(change: Partial<z.input<typeof IngredientSeed>> & { id: string }): Ingredient {
  return IngredientSeed.parse({ inci: change.id, tags: ['base'], ...change });
}

export function efficacy(change: Partial<Efficacy> & { id: string }): Efficacy {
  return {
    concern: CONCERN.TEXTURE,
    subject: { ingredients: ['urea'] },
    grade: EVIDENCE_GRADE.B,
    minShare: 0.05,
    maxShare: 0.1,
    withMicroneedling: false,
    professional: false,
    note: 'For a test.',
    sources: [],
    policy: POLICY,
    ...change,
  };
}

const fading = {
  PREPARATION: 0,
  OPEN_CHANNELS: 1,
  EARLY_RECOVERY: 0.8,
  LATE_RECOVERY: 0.5,
  REINTRODUCTION: 0.2,
  REMODELLING: 0,
  MAINTENANCE: 0,
};
export const WEIGHTS: SeedParts['weights'] = {
  gradeWeight: { A: 0.6, B: 0.4, C: 0.2, D: 0.1, N: 0 },
  recoveryWeight: fading satisfies Record<keyof typeof PHASE, number>,
  downRank: 0.8,
  rinsedOff: 0.25,
  policy: POLICY,
};

/** A knowledge that holds what a test is about and nothing else; each list lies in one file. */
export function knowledge({ weights = WEIGHTS, ...given }: Partial<Omit<SeedParts, 'version'>>): LoadedKnowledge {
  const holdings = (Object.keys(given) as ListName[]).map((list) => ({
    file: FILES[list] ?? `${list}.json`,
    list,
    ids: (given[list] ?? []).map(idOf),
  }));
  return {
    version: { version: '2026.11.0', sha256: '', reviewedOn: REVIEWED_ON },
    weights,
    sources: [],
    tags: [],
    ingredients: [],
    families: [],
    claims: [],
    forms: [],
    avoidGroups: [],
    depthRows: [],
    modifiers: [],
    efficacy: [],
    concerns: [],
    conditions: [],
    symptoms: [],
    notices: [],
    policies: [],
    marketLimits: [],
    retired: [],
    interactions: [],
    ...given,
    holdings,
  };
}

/** What a check says of a knowledge, one line per fault. */
export function faultsOf(check: Check, parts: Partial<Omit<SeedParts, 'version'>>, now = NOW): string[] {
  return check.check(knowledge(parts), now).map(faultLine);
}
