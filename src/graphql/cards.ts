/**
 * What is written of things that stay as they are, such as a product between two changes: once for each selection of
 * their fields, and then given again.
 */

import { Beside } from './beside.js';

/** Characters that are remembered; about half as many products with what speaks for them. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

interface Card {
  /** the round in which its texts were written */
  round: number;
  /** by the selection of which they are */
  texts: Map<object, string>;
}

const cards = new Beside<object, Card>();
let round = 0;
let characters = 0;

/**
 * Says of an object that its fields will always be answered as now, whoever asks: what is written of it may be given
 * again.
 *
 * @returns the same object
 */
export function lasting<T extends object>(value: T): T {
  if (cards.get(value) === undefined) cards.set(value, { round, texts: new Map() });
  return value;
}

/** What was written of an object; undefined if nothing was, or it may change. */
export function writtenBefore(value: object, selection: object): string | undefined {
  const card = cards.get(value);
  return card?.round === round ? card.texts.get(selection) : undefined;
}

/** Remembers what was written, if the object lasts. When all texts together are too long, all are forgotten. */
export function rememberWritten(value: object, selection: object, text: string): void {
  const card = cards.get(value);
  if (card === undefined) return;
  characters += text.length;
  if (characters > MOST_CHARACTERS) {
    round++;
    characters = text.length;
  }
  if (card.round !== round) {
    card.round = round;
    card.texts = new Map();
  }
  card.texts.set(selection, flat(text));
}

/** V8 keeps what was put together in its pieces until a letter is looked at, and would gather them anew for each answer. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
