import type { Availability } from '../catalog/availability.js';
import { RowFault } from './fault.js';

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x']);
const NO = new Set(['no', 'n', 'false', 'f', '0']);

/** @param alsoYes further words for yes, such as "rinse off" */
export function readYesNo(cell: string, alsoYes?: string, alsoNo?: string): boolean | RowFault {
  const word = cell.trim().toLowerCase().replace(/[-_]/g, ' ');
  if (YES.has(word) || word === alsoYes) return true;
  if (NO.has(word) || word === alsoNo) return false;
  return new RowFault('NOT_YES_OR_NO', 'Write yes or no, or leave the cell empty.');
}

export function readPh(cell: string): number | RowFault {
  const [, whole, fraction = '0'] = /^(?:ph\s{0,3})?(\d{1,2})(?:[.,](\d{1,3}))?$/i.exec(cell.trim()) ?? [];
  const ph = Number(`${whole}.${fraction}`);
  return whole !== undefined && ph <= 14
    ? ph
    : new RowFault('PH_UNREADABLE', 'Write one number from 0 to 14, such as 5.5; of a range the lower end.');
}

const LARGEST_SPF = 200;

export function readSpf(cell: string): number | RowFault {
  const [, digits] = /^(?:spf\s{0,3})?(\d{1,3})\+{0,2}$/i.exec(cell.trim()) ?? [];
  const spf = Number(digits);
  return digits !== undefined && spf >= 1 && spf <= LARGEST_SPF
    ? spf
    : new RowFault(
        'SPF_UNREADABLE',
        `Write one whole number from 1 to ${LARGEST_SPF}, such as 30, or leave the cell empty.`,
      );
}

/**
 * The sun protection factor that a name states: "SPF 30", "SPF50+", "50+ SPF"; of several the lowest.
 * "No SPF" states none, and the number in "No SPF 52 ml" is a size.
 */
export function spfInName(name: string): number | null {
  const stated = [
    ...name.matchAll(
      /(?<!\b(?:no|non|without|zero|ohne|sans)[\s-])\bSPF[\s-]{0,2}(\d{1,3})(?!\d|[.,]\d|\s?(?:ml|g|oz|fl)\b)/giu,
    ),
    ...name.matchAll(/(?<![\d.,])(\d{1,3})\+{0,2}\s{0,2}SPF\b/giu),
  ].map(([, digits]) => Number(digits));
  const possible = stated.filter((spf) => spf >= 2 && spf <= LARGEST_SPF);
  return possible.length === 0 ? null : Math.min(...possible);
}

const AVAILABILITY_WORDS: Readonly<Record<Availability, readonly string[]>> = {
  IN_STOCK: ['in stock', 'instock', 'available', 'active', 'yes', 'y', 'true', 'in store only', 'online only'],
  LIMITED: ['limited', 'limited availability', 'low stock', 'few left'],
  PREORDER: ['preorder', 'pre order', 'presale', 'pre sale'],
  BACKORDER: ['backorder', 'back order', 'made to order'],
  OUT_OF_STOCK: ['out of stock', 'outofstock', 'sold out', 'soldout', 'unavailable', 'no', 'n', 'false'],
  DISCONTINUED: ['discontinued', 'archived', 'draft'],
};
const AVAILABILITIES = new Map(
  Object.entries(AVAILABILITY_WORDS).flatMap(([availability, words]) =>
    words.map((word) => [word, availability as Availability] as const),
  ),
);

/**
 * Reads schema.org's and shops' own words, or the number in stock.
 *
 * @returns undefined if the word is not known
 */
export function readAvailability(cell: string): Availability | undefined {
  const text = cell.trim();
  if (/^-?\d{1,9}$/.test(text)) return Number(text) > 0 ? 'IN_STOCK' : 'OUT_OF_STOCK';
  const word = text
    .replace(/^https?:\/\/schema\.org\//i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
  return AVAILABILITIES.get(word);
}

/**
 * Reads the number under a barcode.
 *
 * @returns its digits, or undefined if it has a wrong length or its check digit says that it was mistyped
 */
export function readGtin(cell: string): string | undefined {
  const digits = cell.trim().replace(/^'|[\s-]/g, '');
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return undefined;

  const sum = Array.from(digits.padStart(14, '0'), Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0 ? digits : undefined;
}

/** @returns the address, or undefined if it is none that a browser opens over the web */
export function readWebAddress(cell: string): string | undefined {
  const text = cell.trim();
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) ? text : undefined;
}
