import { z } from 'zod';
import type { KnowledgeData } from '../core/knowledge.js';
import {
  AvoidGroupSeed,
  ClaimSeed,
  ConcernSeed,
  ConditionSeed,
  DepthRowSeed,
  EfficacySeed,
  FamilyRuleSeed,
  FormRuleSeed,
  IngredientSeed,
  InteractionSeed,
  MarketLimitSeed,
  ModifierSeed,
  NoticeSeed,
  PolicyRuleSeed,
  ProtocolSeed,
  RetiredSeed,
  SourceSeed,
  SymptomSeed,
  TagSeed,
  VersionSeed,
  WeightsSeed,
  type Interaction,
} from './schema.js';

/**
 * What the seeds hold together: all that the core reads but the hash, and what only reviewers and
 * later rooms read.
 */
export interface SeedParts extends Omit<KnowledgeData, 'version' | 'protocol'> {
  readonly version: z.output<typeof VersionSeed>;
  readonly concerns: readonly z.output<typeof ConcernSeed>[];
  readonly weights: z.output<typeof WeightsSeed>;
  readonly interactions: readonly Interaction[];
}

/** A kind of file that people write. */
export interface WrittenFile {
  /** names the printed JSON Schema */
  readonly name: string;
  /** how a whole file is written */
  readonly schema: z.ZodType;
}

/** One file of seeds, or a folder of files of one kind. */
export interface SeedFile extends WrittenFile {
  /** path below `seeds/knowledge`; a folder ends with a slash */
  readonly at: string;
  /** which parts of the knowledge a file that was read gives */
  readonly parts: (file: unknown) => Partial<SeedParts>;
}

function seedFile<S extends z.ZodType>(
  name: string,
  at: string,
  schema: S,
  parts: (file: z.output<S>) => Partial<SeedParts>,
): SeedFile {
  return { name, at, schema, parts: (file) => parts(file as z.output<S>) }; // only what this schema accepted is handed over
}

/** Every file that the knowledge is made of. Lists of one kind may lie in several files of a folder. */
export const SEED_FILES: readonly SeedFile[] = [
  seedFile('avoid-groups', 'avoid-groups.json', z.array(AvoidGroupSeed), (avoidGroups) => ({ avoidGroups })),
  seedFile('claims', 'claims.json', z.array(ClaimSeed), (claims) => ({ claims })),
  seedFile('concerns', 'concerns.json', z.array(ConcernSeed), (concerns) => ({ concerns })),
  seedFile(
    'contraindications',
    'contraindications.json',
    z.strictObject({ conditions: z.array(ConditionSeed), symptoms: z.array(SymptomSeed) }),
    (both) => both,
  ),
  seedFile('depth-rows', 'depth-rows.json', z.array(DepthRowSeed), (depthRows) => ({ depthRows })),
  seedFile('efficacy', 'efficacy/', z.array(EfficacySeed), (efficacy) => ({ efficacy })),
  seedFile('families', 'families.json', z.array(FamilyRuleSeed), (families) => ({ families })),
  seedFile('forms', 'forms.json', z.array(FormRuleSeed), (forms) => ({ forms })),
  seedFile('ingredients', 'ingredients/', z.array(IngredientSeed), (ingredients) => ({ ingredients })),
  seedFile('interactions', 'interactions.json', z.array(InteractionSeed), (interactions) => ({ interactions })),
  seedFile('market-limits', 'market-limits.json', z.array(MarketLimitSeed), (marketLimits) => ({ marketLimits })),
  seedFile('modifiers', 'modifiers.json', z.array(ModifierSeed), (modifiers) => ({ modifiers })),
  seedFile('notices', 'notices.json', z.array(NoticeSeed), (notices) => ({ notices })),
  seedFile('policies', 'policies.json', z.array(PolicyRuleSeed), (policies) => ({ policies })),
  seedFile('retired', 'retired.json', z.array(RetiredSeed), (retired) => ({ retired })),
  seedFile('sources', 'sources.json', z.array(SourceSeed), (sources) => ({ sources })),
  seedFile('tags', 'tags/', z.array(TagSeed), (tags) => ({ tags })),
  seedFile('version', 'version.json', VersionSeed, (version) => ({ version })),
  seedFile('weights', 'weights.json', WeightsSeed, (weights) => ({ weights })),
];

/** A clinic's own file. It is no seed: an operator names it. */
export const PROTOCOL_FILE: WrittenFile = { name: 'protocol', schema: ProtocolSeed };

/** The JSON Schema of a file as its author writes it, for editors and for the words of a fault. */
export function jsonSchemaOf({ schema, name }: WrittenFile): Record<string, unknown> {
  return {
    title: name === PROTOCOL_FILE.name ? "a clinic's protocol" : `seeds/knowledge: ${name}`,
    ...z.toJSONSchema(schema, { io: 'input' }),
  };
}
