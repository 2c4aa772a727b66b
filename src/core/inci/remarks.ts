/** A name and what stands in its brackets. */
export interface Apart {
  /** the name without its brackets */
  readonly outer: string;
  readonly inner: readonly string[];
  /** what follows the last bracket */
  readonly tail: string;
}

/**
 * A printed name, taken apart at its brackets.
 *
 * A bracket that is never closed, as in "Stellaria Media (Chickweed( Extract",
 * counts as closed by the next one, and at the latest by the end of the name.
 */
export function apart(name: string): Apart {
  const balanced = count(name, OPENING) <= count(name, CLOSING);
  let outer = '';
  let tail = '';
  let inside = '';
  let depth = 0;
  const inner: string[] = [];
  for (const char of name) {
    const opens = OPENING.includes(char);
    if (opens && (depth === 0 || balanced)) {
      depth++;
      if (depth === 1) continue;
    } else if (depth > 0 && (opens || CLOSING.includes(char))) {
      depth--;
      if (depth === 0) {
        inner.push(inside.trim());
        inside = '';
        tail = '';
        outer += ' ';
        continue;
      }
    }
    if (depth > 0) {
      inside += char;
    } else {
      outer += char;
      tail += char;
    }
  }
  if (depth > 0) {
    inner.push(inside.trim());
    tail = '';
  }
  return {
    outer: outer.replace(/\s+/g, ' ').trim(),
    inner: inner.filter((text) => text !== ''),
    tail: inner.length > 0 ? tail.trim() : '',
  };
}

const OPENING = '([{';
const CLOSING = ')]}';

function count(text: string, chars: string): number {
  let found = 0;
  for (const char of text) if (chars.includes(char)) found++;
  return found;
}
