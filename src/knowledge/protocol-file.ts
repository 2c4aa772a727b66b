import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { explained } from './explain.js';
import { KnowledgeFaults, type Fault, type Note } from './faults.js';
import { loadKnowledge } from './load.js';
import type { LoadedKnowledge } from './loaded.js';
import { loosenedHolds } from './loosened.js';
import { loosenedBy, protocolFaults, underProtocol } from './protocol.js';
import { repeatedFields } from './repeated-fields.js';
import type { ProtocolFile } from './schema.js';
import { PROTOCOL_FILE } from './seed-files.js';

/**
 * What Salve knows, with a clinic's protocol over it where one is named.
 *
 * @param path a file of JSON or YAML; undefined or null for the seeds alone
 * @throws KnowledgeFaults with every fault of the seeds or, if they have none, of the protocol
 */
export function loadKnowledgeUnder(path: string | null | undefined): LoadedKnowledge {
  const data = loadKnowledge();
  return path === undefined || path === null ? data : underProtocol(data, readProtocol(path, data));
}

/**
 * Reads a clinic's protocol and holds it to its form and to what a clinic owes for shorter times.
 *
 * @param path named `.json` for JSON; anything else is read as YAML
 * @throws KnowledgeFaults with every fault: file, entry, field, what to do
 */
export function readProtocol(path: string, data: LoadedKnowledge): ProtocolFile {
  const value = valueIn(path);
  const read = PROTOCOL_FILE.schema.safeParse(value);
  if (!read.success) throw refused(explained(PROTOCOL_FILE, path, value, read.error));
  const protocol = read.data as ProtocolFile; // the file's own schema accepted it
  const faults = protocolFaults(data, protocol, path);
  if (faults.length > 0) throw refused(faults);
  return protocol;
}

/** What a reviewer should see of the seeds and of a clinic's protocol over them, though nothing has to be mended. */
export function notesOn(data: LoadedKnowledge, path?: string): readonly Note[] {
  const own = loosenedHolds(data);
  return path === undefined ? own : [...own, ...loosenedBy(data, readProtocol(path, data), path)];
}

function refused(faults: readonly Fault[]): KnowledgeFaults {
  return new KnowledgeFaults(faults, 'the protocol');
}

function valueIn(file: string): unknown {
  const text = textIn(file).replace(/^\uFEFF/, '');
  const json = file.endsWith('.json');
  let value: unknown;
  try {
    value = json ? JSON.parse(text) : parse(text, { logLevel: 'error' });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw refused([{ file, message: `is not ${json ? 'JSON' : 'YAML'}: ${reason}` }]);
  }
  const repeated = json ? repeatedFields(text) : []; // YAML refuses them itself
  if (repeated.length > 0) {
    throw refused(
      repeated.map(({ field, line }) => ({
        file,
        field,
        message: `is stated twice in one entry, again in line ${line}. Keep one of the two.`,
      })),
    );
  }
  return value;
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused([{ file, message: `cannot be read (${code}). Name a file that is there.` }]);
  }
}
