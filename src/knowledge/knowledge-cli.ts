import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE_GRADE, type EvidenceGrade } from '../core/vocabulary.js';
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

export interface KnowledgeStats {
  readonly version: string;
  /** entries per file, by path */
  readonly files: Readonly<Record<string, number>>;
  readonly ingredients: number;
  /** names beside the INCI names */
  readonly aliases: number;
  readonly tags: number;
  readonly families: number;
  readonly efficacy: Readonly<Record<EvidenceGrade, number>>;
  readonly interactions: number;
  readonly sources: number;
}

/** How much is known, in numbers. */
export function knowledgeStats(data: LoadedKnowledge): KnowledgeStats {
  const files: Record<string, number> = {};
  for (const { file, ids } of data.holdings) files[file] = (files[file] ?? 0) + ids.length;
  const graded = (grade: EvidenceGrade): number => data.efficacy.filter((row) => row.grade === grade).length;
  const { A, B, C, D, N } = EVIDENCE_GRADE;
  return {
    version: data.version.version,
    files,
    ingredients: data.ingredients.length,
    aliases: data.ingredients.reduce((sum, { aliases }) => sum + aliases.length, 0),
    tags: data.tags.length,
    families: data.families.length,
    efficacy: { A: graded(A), B: graded(B), C: graded(C), D: graded(D), N: graded(N) },
    interactions: data.interactions.length,
    sources: data.sources.length,
  };
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
