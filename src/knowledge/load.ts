import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RELIED_ON } from './checks/all.js';
import { explained } from './explain.js';
import { KnowledgeFaults, type Fault } from './faults.js';
import { repeatedFields } from './repeated-fields.js';
import { SEED_FILES, type SeedFile, type SeedParts } from './seed-files.js';
import { idOf, type Holding, type ListName, type LoadedKnowledge } from './loaded.js';

/** Where the seeds lie: two levels above this file both in `src` and in `dist`. */
export const SEEDS = fileURLToPath(new URL('../../seeds/knowledge', import.meta.url));

/**
 * Reads and checks every seed file, so that a service never starts on knowledge that it would
 * stumble over later.
 *
 * Run here are the form of each file and the checks on which the core relies. What concerns the
 * reviewer more than the machine (order, wording, stale reviews) is left to `checkKnowledge`: a
 * policy that grows old must not keep a clinic's service from starting.
 *
 * @param folder the seeds, by default those of this package
 * @throws KnowledgeFaults with every fault: file, entry, field, what to do
 */
export function loadKnowledge(folder: string = SEEDS): LoadedKnowledge {
  const { knowledge, faults } = readKnowledge(folder);
  if (knowledge === undefined) throw new KnowledgeFaults(faults);
  const broken = RELIED_ON.flatMap((one) => one.check(knowledge));
  if (broken.length > 0) throw new KnowledgeFaults(broken);
  return knowledge;
}

type Read = { knowledge: LoadedKnowledge; faults: readonly [] } | { knowledge: undefined; faults: readonly Fault[] };

/** The knowledge if every file has its form, else every fault of form. */
export function readKnowledge(folder: string = SEEDS): Read {
  return readSeeds(seedTexts(folder));
}

/** The text of every JSON file below a folder, by its path there. */
export function seedTexts(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

/**
 * The same from texts, by their paths below `seeds/knowledge`.
 *
 * @param missing what a kind of file that is not there means: EMPTY lets older seeds be read that never had it
 */
export function readSeeds(texts: ReadonlyMap<string, string>, missing: 'FAULT' | 'EMPTY' = 'FAULT'): Read {
  const faults: Fault[] = [];
  const hash = createHash('sha256');
  const parts: Partial<SeedParts>[] = [];
  const holdings: Holding[] = [];

  const paths = [...texts.keys()].sort(); // by code units, so that the hash is the same on every machine
  for (const path of paths) {
    const text = canonicalText(texts.get(path) ?? '');
    hash.update(`${path}\n${text}\n`);

    const file = SEED_FILES.find(({ at }) => (at.endsWith('/') ? path.startsWith(at) : path === at));
    if (file === undefined) {
      faults.push({ file: path, message: `is not a file that Salve knows. Move its entries to one of ${PLACES}.` });
      continue;
    }
    const read = readSeedFile(file, path, text, faults);
    parts.push(read);
    for (const [list, entries] of Object.entries(read)) {
      if (Array.isArray(entries)) holdings.push({ file: path, list: list as ListName, ids: entries.map(idOf) });
    }
  }
  for (const { at, schema, parts: partsOf } of SEED_FILES) {
    if (paths.some((path) => path.startsWith(at))) continue;
    const empty = missing === 'EMPTY' ? schema.safeParse([]) : undefined;
    if (empty?.success === true) parts.push(partsOf(empty.data));
    else faults.push({ file: at, message: 'is missing. Add it.' });
  }
  if (faults.length > 0) return { knowledge: undefined, faults };

  const { version, ...rest } = together(parts);
  return { knowledge: { ...rest, version: { ...version, sha256: hash.digest('hex') }, holdings }, faults: [] };
}

const PLACES = SEED_FILES.map(({ at }) => at).join(', ');

/** The same text whatever editor or git setting wrote it. */
function canonicalText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function readSeedFile(file: SeedFile, path: string, text: string, faults: Fault[]): Partial<SeedParts> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    faults.push({ file: path, message: `is not JSON: ${(error as SyntaxError).message}.` });
    return {};
  }
  for (const { field, line } of repeatedFields(text)) {
    faults.push({
      file: path,
      field,
      message: `is stated twice in one entry, again in line ${line}. Keep one of the two.`,
    });
  }
  const read = file.schema.safeParse(value);
  if (read.success) return file.parts(read.data);
  faults.push(...explained(file, path, value, read.error));
  return {};
}

/** Lists of one kind are put together in the order of their files. */
function together(parts: readonly Partial<SeedParts>[]): SeedParts {
  const whole: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      const before = whole[name];
      whole[name] =
        Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
    }
  }
  return whole as unknown as SeedParts; // every kind of file was found, or there would be faults
}
