import type { KnowledgeVersion, Protocol } from '../core/knowledge.js';
import type { Fault } from './faults.js';
import type { SeedParts } from './seed-files.js';

/** A part of the knowledge that is a list of entries. */
export type ListName = Exclude<keyof SeedParts, 'version' | 'weights'>;

/** Which entries a file holds, in its own order. */
export interface Holding {
  /** path below `seeds/knowledge` */
  readonly file: string;
  readonly list: ListName;
  readonly ids: readonly string[];
}

/** The knowledge, and which file holds which entry: what a check needs to say where a fault is. */
export interface LoadedKnowledge extends Omit<SeedParts, 'version'> {
  readonly version: KnowledgeVersion;
  readonly protocol?: Protocol | undefined;
  readonly holdings: readonly Holding[];
}

/** How an entry is called: by its id, and a notice by its code. */
export function idOf(entry: { readonly id: string } | { readonly code: string }): string {
  return 'id' in entry ? entry.id : entry.code;
}

/** A fault of an entry, with the file that holds it. */
export function faultOf(
  data: LoadedKnowledge,
  list: ListName,
  entry: string,
  field: string | undefined,
  message: string,
): Fault {
  const file = data.holdings.find((holding) => holding.list === list && holding.ids.includes(entry))?.file ?? list;
  return { file, entry, field, message };
}
