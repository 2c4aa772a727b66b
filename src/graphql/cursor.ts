import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { BadRequest, CODE } from './errors.js';

/** Where a page ended: the values of the list's order at the last item. */
export type Position = readonly (string | number)[];

const Cursor = z.tuple([z.string(), z.string(), z.array(z.union([z.string(), z.number()]))]);
/** A name of 300 characters may take 6 bytes for each in JSON, and a third more in base64. */
const LONGEST_CURSOR = 4000;

/** The question that a cursor belongs to: its name and every argument that shapes the list (not `first` and `after`). */
export interface Question {
  readonly name: string;
  readonly args: unknown;
}

/**
 * Makes an opaque cursor. It carries the question, because a position means nothing in another list:
 * silently continuing there would skip or repeat products.
 */
export function cursorAt(question: Question, position: Position): string {
  return Buffer.from(JSON.stringify([question.name, fingerprint(question, position), position])).toString('base64url');
}

/**
 * Reads a cursor that this question gave out.
 *
 * @returns where the page ended, or undefined for the first page
 * @throws BadRequest INVALID_CURSOR if it is no cursor, one of another question, or one that was changed
 */
export function positionOf(question: Question, after: string | null | undefined): Position | undefined {
  if (after === undefined || after === null) return undefined;

  const cursor = parsed(after);
  if (cursor === undefined || cursor[0] !== question.name || cursor[1] !== fingerprint(question, cursor[2])) {
    throw new BadRequest(
      CODE.INVALID_CURSOR,
      'This cursor does not belong to this question. Send it with the very arguments that it came from, or leave `after` out to start from the beginning.',
      'after',
    );
  }
  return cursor[2];
}

function parsed(text: string): z.infer<typeof Cursor> | undefined {
  if (text.length > LONGEST_CURSOR) return undefined;
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined; // not JSON, so not ours
  }
}

/**
 * A short hash of the arguments and the position: enough to tell two questions apart and to see that somebody changed
 * the position, and nothing that could be read back.
 */
function fingerprint(question: Question, position: Position): string {
  let argued = ARGUED.get(question);
  if (argued === undefined) {
    argued = createHash('sha256').update(JSON.stringify([question.args], inKeyOrder));
    ARGUED.set(question, argued);
  }
  return argued.copy().update(JSON.stringify(position)).digest('base64url').slice(0, 12);
}

/** The arguments of a question are written down once for all cursors of a page. */
const ARGUED = new WeakMap<Question, Hash>();

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
