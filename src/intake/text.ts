import { RowFault } from './fault.js';

/** Longest piece of a cell that a report repeats. */
const LONGEST_EXCERPT = 60;

/** What Excel leaves in a cell whose formula failed: text that begins with a dash, say. */
const SPREADSHEET_ERRORS = new Set(['#NAME?', '#REF!', '#VALUE!', '#DIV/0!', '#N/A', '#NULL!', '#NUM!']);

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** Embeddings, overrides and isolates: they make a name read otherwise than it is. */
const REVERSING = /[\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Looks for characters that no database keeps or no reader sees. Line breaks and tabs are welcome;
 * so are the C1 characters that old encodings leave behind, which harm nobody.
 */
export function characterFault(text: string): RowFault | undefined {
  if (text.includes('\0')) return new RowFault('NUL_CHARACTER', 'Remove the NUL character.', around(text, '\0'));
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    return new RowFault('CONTROL_CHARACTER', `Remove the control character U+${code}.`, around(text, control));
  }
  if (!text.isWellFormed()) {
    return new RowFault('BROKEN_CHARACTER', 'Write the character anew: half of it is missing.');
  }
  const reversing = REVERSING.exec(text)?.[0];
  if (reversing !== undefined) {
    return new RowFault(
      'REVERSED_TEXT',
      'Remove the invisible character that turns the text round.',
      around(text, reversing),
    );
  }
  return undefined;
}

/** @param longest in UTF-16 units */
export function lengthFault(text: string, longest: number): RowFault | undefined {
  return text.length <= longest
    ? undefined
    : new RowFault('TOO_LONG', `Shorten it to ${longest} characters; it has ${text.length}.`);
}

/** Whether a spreadsheet wrote its own error into the cell. */
export function isSpreadsheetError(text: string): boolean {
  return SPREADSHEET_ERRORS.has(text.trim().toUpperCase());
}

/** A name on one line: composed, without invisible characters, blanks joined. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** The beginning of a cell as a report may show it: one line, at most 60 characters, nothing that moves a cursor. */
export function excerptOf(text: string): string {
  const shown = Array.from(text.slice(0, 4 * LONGEST_EXCERPT), visible)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  return shown.length <= LONGEST_EXCERPT && text.length <= 4 * LONGEST_EXCERPT
    ? shown
    : `${shown.slice(0, LONGEST_EXCERPT - 1).toWellFormed()}…`;
}

function visible(char: string): string {
  if (char === '\t' || char === '\n' || char === '\r') return ' ';
  return /[\p{Cc}\p{Cs}]/u.test(char) || REVERSING.test(char) ? '�' : char;
}

function around(text: string, char: string): string {
  const at = text.indexOf(char);
  return text.slice(Math.max(0, at - 20), at + 20);
}
