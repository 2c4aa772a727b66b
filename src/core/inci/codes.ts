import { nth } from './nth.js';
import { isBlank } from './places.js';

/**
 * Codes that manufacturers print beside a list: "F.I.L. D12345/1", "(CODE 123)",
 * "067/178". Colour index numbers, PEGs and carbon chains are names, not codes.
 */

/** Whether a text may hold such a code at all. */
export function mayHoldCodes(text: string): boolean {
  return (
    /\d{4}|\d{3}\/\d{3}/.test(text) || /\b(?:f\.?i\.?l|iln|code|lot|batch|ref|formula|item|sku|art|rev)\b/i.test(text)
  );
}

/** Where a code that closes a stretch of the text begins; `end` if none does. */
export function codeStart(text: string, start: number, end: number): number {
  const close = text.charAt(end - 1);
  if (close === ')' || close === ']' || close === '>') {
    let open = end - 2;
    while (open >= start && end - open < LONGEST_CODE && !'([<'.includes(text.charAt(open))) open--;
    return open >= start && isCode(text.slice(open + 1, end - 1)) ? open : end;
  }
  let place = end;
  let code = end;
  for (let words = 1; words <= MOST_WORDS && place > start; words++) {
    while (place > start && isBlank(text, place - 1)) place--;
    while (place > start && !isBlank(text, place - 1) && end - place < LONGEST_CODE) place--;
    if (words === 1 && !/\d/.test(text.slice(place, end))) return end;
    if (isCode(text.slice(place, end))) code = place;
  }
  return code;
}

export const LONGEST_CODE = 60;
const MOST_WORDS = 4;

function isCode(text: string): boolean {
  const parts = text.trim().split(/[\s:]+/);
  const first = nth(parts, 0)
    .replace(/[.#°()]/g, '')
    .toLowerCase();
  if (CODE_WORDS.has(first)) return parts.length > 1 && parts.slice(1).every(isCodePart) && /\d/.test(text);
  return parts.length <= 2 && parts.every((part) => isCodePart(part) && isCodeNumber(part));
}

const CODE_WORDS: ReadonlySet<string> = new Set([
  'fil',
  'iln',
  'code',
  'lot',
  'batch',
  'ref',
  'formula',
  'item',
  'sku',
  'art',
  'rev',
]);

function isCodePart(part: string): boolean {
  return part.length <= 24 && /^[A-Z0-9./#()-]+$/.test(part) && !/^CI\d/.test(part);
}

function isCodeNumber(part: string): boolean {
  const bare = part.replace(/[()#.]/g, '');
  const digits = bare.replace(/^[A-Z]{0,4}-?/, '');
  const prefix = bare.slice(0, bare.length - digits.length);
  if (!/^\d[\d/-]*$/.test(digits) || NUMBERED_NAMES.has(prefix.replace('-', ''))) return false;
  return prefix === '' ? /^(?:\d{3,}\/\d{3,}|\d{6,})$/.test(digits) : /\d{4}/.test(digits);
}

/** Prefixes of names whose numbers belong to them. */
const NUMBERED_NAMES: ReadonlySet<string> = new Set(['CI', 'PEG', 'PPG', 'E', 'C', 'INS', 'PVP']);
