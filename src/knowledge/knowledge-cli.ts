import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVIDENCE_GRADE, type EvidenceGrade, type Market } from '../core/vocabulary.js';
import { CHECKS } from './checks/all.js';
import type { Fault } from './faults.js';
import type { LoadedKnowledge } from './loaded.js';
import { readKnowledge } from './load.js';
import { jsonSchemaOf, PROTOCOL_FILE, SEED_FILES } from './seed-files.js';

/**
 * Every fault of the seeds: of form, or, when all files have their form, of everything that the
 * checks see. Empty when all is well.
 *
 * @param now the clock, for reviews that grow old
 */
export function checkKnowledge(now: Date, folder?: string): readonly Fault[] {
  const { knowledge, faults } = readKnowledge(folder);
  return knowledge === undefined ? faults : CHECKS.flatMap((one) => one.check(knowledge, now));
}

/** How much is known, in numbers. */
export interface KnowledgeStats {
  readonly version: string;
  /** entries per file, by path */
  readonly files: Readonly<Record<string, number>>;
  readonly ingredients: number;
  /** names beside the INCI names */
  readonly aliases: number;
  readonly families: number;
  readonly tags: number;
  readonly holds: Readonly<Record<'ownCourse' | 'cases' | 'otherViews', number>>;
  /** rows of efficacy for a concern, by grade */
  readonly efficacy: Readonly<Record<EvidenceGrade, number>>;
  /** rows of efficacy for recovery itself */
  readonly recovery: number;
  /** concerns, each with a benefit for every phase, and how many of those benefits count */
  readonly phaseBenefits: { readonly concerns: number; readonly stated: number; readonly counting: number };
  readonly interactions: number;
  readonly contraindications: Readonly<Record<'conditions' | 'symptoms', number>>;
  readonly marketLimits: Readonly<Partial<Record<Market, number>>>;
  readonly sources: number;
}

export function knowledgeStats(data: LoadedKnowledge): KnowledgeStats {
  const files: Record<string, number> = {};
  for (const { file, ids } of data.holdings) files[file] = (files[file] ?? 0) + ids.length;
  const forConcerns = data.efficacy.filter(({ concern }) => concern !== null);
  const graded = (grade: EvidenceGrade): number => forConcerns.filter((row) => row.grade === grade).length;
  const { A, B, C, D, N } = EVIDENCE_GRADE;
  const benefits = data.concerns.flatMap(({ phaseBenefit }) => Object.values(phaseBenefit));
  const markets = Map.groupBy(data.marketLimits, ({ market }) => market);
  return {
    version: data.version.version,
    files,
    ingredients: data.ingredients.length,
    aliases: total(data.ingredients, ({ aliases }) => aliases.length),
    families: data.families.length,
    tags: data.tags.length,
    holds: {
      ownCourse: data.tags.filter(({ holdHours }) => holdHours !== undefined).length,
      cases: total(data.tags, ({ cases }) => cases.length),
      otherViews: total(data.tags, ({ otherViews }) => otherViews.length),
    },
    efficacy: { A: graded(A), B: graded(B), C: graded(C), D: graded(D), N: graded(N) },
    recovery: data.efficacy.length - forConcerns.length,
    phaseBenefits: {
      concerns: data.concerns.length,
      stated: benefits.length,
      counting: benefits.filter((benefit) => benefit > 0).length,
    },
    interactions: data.interactions.length,
    contraindications: { conditions: data.conditions.length, symptoms: data.symptoms.length },
    marketLimits: Object.fromEntries([...markets].map(([market, limits]) => [market, limits.length])),
    sources: data.sources.length,
  };
}

function total<T>(entries: readonly T[], count: (entry: T) => number): number {
  return entries.reduce((sum, entry) => sum + count(entry), 0);
}

/** How many golden cases a folder holds, by file; rankings in a folder of their own. */
export interface CaseCounts {
  readonly cases: Readonly<Record<string, number>>;
  readonly rankings: Readonly<Record<string, number>>;
}

/** Where the golden cases lie, in a working copy; an installed package has none. */
const GOLDEN_CASES = fileURLToPath(new URL('../../test/cases', import.meta.url));

/** @returns undefined where there is no such folder */
export function caseCounts(folder: string = GOLDEN_CASES): CaseCounts | undefined {
  if (!existsSync(folder)) return undefined;
  const countsIn = (path: string): Record<string, number> =>
    Object.fromEntries(
      (existsSync(path) ? readdirSync(path) : [])
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => [file, (JSON.parse(readFileSync(join(path, file), 'utf8')) as unknown[]).length]),
    );
  return { cases: countsIn(folder), rankings: countsIn(join(folder, 'rankings')) };
}

/** The JSON Schemas of the seed files and of a protocol by file name, as they are printed to `schema/seeds`. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    [...SEED_FILES, PROTOCOL_FILE].map((file) => [
      `${file.name}.schema.json`,
      `${JSON.stringify(jsonSchemaOf(file), null, 2)}\n`,
    ]),
  );
}

/** Writes the JSON Schemas of the seed files into a folder, for editors. */
export function printSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaTexts()) writeFileSync(join(folder, name), text);
}
