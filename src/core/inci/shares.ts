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

/** Whether a stretch of text is a percentage and nothing else, perhaps in brackets. */
export function onlyShare(text: string): boolean {
  const bare = text.replace(/^[\s([]+/, '').replace(/[\s)\]]+$/, '');
  return bare.length <= LONGEST && shareAt(bare, 0)?.end === bare.length;
}

const LONGEST = 32;
const SHARE =
  /^[<>≤≥~]?\s?(\d{1,4}(?:[.,]\d{1,4})?)(?:\s?-\s?(\d{1,3}(?:[.,]\d{1,4})?))?\s?(?:%|percent\b|per cent\b)(?:\s?(?:w\/w|w\/v|v\/v|by weight))?/i;
