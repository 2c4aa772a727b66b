import { nth } from './nth.js';

/** A percentage as it is printed. */
export interface PrintedShare {
  /** place after it */
  readonly end: number;
  /** 0…1; absent where the number cannot be a share */
  readonly share?: number;
}

/**
 * The percentage that is printed at a place: "2 %", "0,25%", "<1 %", "0.5-1%", "5 percent w/w".
 * Of a range the larger number counts.
 */
export function shareAt(text: string, at: number): PrintedShare | undefined {
  const window = text.slice(at, at + LONGEST);
  const match = SHARE.exec(window);
  if (match === null) return undefined;
  const percent = Number((match[2] ?? nth(match, 1)).replace(',', '.'));
  const end = at + match[0].length;
  // "more than 80 %" gives no share
  if (window.startsWith('>') || window.startsWith('≥')) return { end };
  // four decimals of a percent, free of binary dust: 3.24 % is 0.0324
  return percent <= 100 ? { end, share: Math.round(percent * 1e4) / 1e6 } : { end };
}

/** Whether a stretch of a text is a percentage and nothing else, perhaps in brackets. */
export function onlyShare(text: string, start = 0, end = text.length): boolean {
  let from = start;
  while (from < end && ' \n(['.includes(text.charAt(from))) from++;
  if (from === end || !BEGINS_SHARE.includes(text.charAt(from))) return false;
  let to = end;
  while (' \n)]'.includes(text.charAt(to - 1))) to--;
  return to - from <= LONGEST && shareAt(text.slice(from, to), 0)?.end === to - from;
}

const LONGEST = 32;
/** What a percentage may begin with. */
const BEGINS_SHARE = '0123456789<>≤≥~ \n';
const SHARE =
  /^[<>≤≥~]?\s?(\d{1,4}(?:[.,]\d{1,4})?)(?:\s?-\s?(\d{1,3}(?:[.,]\d{1,4})?))?\s?(?:%|percent\b|per cent\b)(?:\s?(?:w\/w|w\/v|v\/v|by weight))?/i;
