import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { KnowledgeVersion } from '../core/knowledge.js';

const CORE = new URL('../core/', import.meta.url);
const COMPILER = new URL(`./compiled.${import.meta.url.split('.').at(-1) ?? ''}`, import.meta.url);

/**
 * What a stored reading rests on: the knowledge, and the code that reads labels with it. A reading with another stamp is
 * made anew, so that whoever mends the reader need not remember to say so.
 *
 * @returns 64 hexadecimal digits
 */
export function stampOf({ sha256 }: KnowledgeVersion): string {
  const stamp = createHash('sha256').update(sha256);
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
  for (const file of files.sort()) stamp.update(file).update(readFileSync(new URL(file, CORE)));
  return stamp.update(readFileSync(COMPILER)).digest('hex');
}
