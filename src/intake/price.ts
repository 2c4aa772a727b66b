import { decimalsOf, toMinor } from '../catalog/money.js';
import { RowFault } from './fault.js';

export interface Price {
  /** in the currency's smallest unit */
  readonly minor: number;
  /** ISO 4217 */
  readonly currency: string;
}

const LONGEST_PRICE = 40;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** @param code such as "USD", in capitals */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/**
 * Reads a printed price, such as "24", "£5.20", "12,50 €", "1.234,50" or "18.00 GBP", digit by digit: no fraction
 * is ever made of it. What can be read in two ways is refused, because a wrong price is worse than none.
 *
 * @param currency the currency that the file or the command names; undefined if none
 */
export function readPrice(cell: string, currency: string | undefined): Price | RowFault {
  const text = cell.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
  if (text.length > LONGEST_PRICE) return unreadable();
  if (/^[-−–(]/u.test(text)) return negative();

  const parts = /^(?<before>[^\d.,+\-−–(]*)(?<sign>[+\-−–(]?) ?(?<number>\d[\d.,'’ ]*)\)?(?<after>[^\d]*)$/u.exec(
    text,
  )?.groups;
  if (parts === undefined) return holdsTwoNumbers(text) ? twice() : unreadable();
  const { before = '', sign = '', number = '', after = '' } = parts;
  if (sign !== '' && sign !== '+') return negative();

  const known = currencyOf(before.trim(), after.trim(), currency);
  if (known instanceof RowFault) return known;

  const decimals = decimalsOf(known);
  const amount = plainAmount(number.trim(), decimals);
  if (amount instanceof RowFault) return amount;
  const fraction = amount.fraction.replace(/0+$/, '');
  if (fraction.length > decimals) {
    return new RowFault('PRICE_TOO_FINE', `Write at most ${decimals} decimals: ${known} has no smaller unit.`);
  }
  const minor = toMinor(fraction === '' ? amount.whole : `${amount.whole}.${fraction}`, known);
  return minor === undefined
    ? new RowFault('PRICE_TOO_LARGE', 'Check the price: it is larger than a price can be.')
    : { minor, currency: known };
}

/** The currency that the cell itself names, which must not contradict the one that was given. */
function currencyOf(before: string, after: string, given: string | undefined): string | RowFault {
  const marks = [before, after].filter((mark) => mark !== '');
  let currency = given;
  for (const mark of marks) {
    const code = mark.toUpperCase();
    if (isCurrency(code)) {
      if (currency !== undefined && currency !== code) return mismatch(mark, currency);
      currency = code;
    }
  }
  for (const mark of marks) {
    if (isCurrency(mark.toUpperCase())) continue;
    if (!/^(?:\p{Sc}|\p{L}{1,3}\.?|\p{L}{1,3}\p{Sc})$/u.test(mark)) return unreadable();
    if (currency !== undefined && !symbolsOf(currency).includes(mark.toLowerCase())) return mismatch(mark, currency);
  }
  return (
    currency ??
    new RowFault('CURRENCY_MISSING', 'Name the currency: --currency USD, or a column with --map currency=….')
  );
}

/** How the currency is written: "$", "US$", "usd"; lower case. */
function symbolsOf(currency: string): string[] {
  return (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    ['en', 'en-CA'].flatMap((locale) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .filter(({ type }) => type === 'currency')
        .map(({ value }) => value.toLowerCase()),
    ),
  );
}

interface Amount {
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Takes the separators out of an amount.
 *
 * "1,234" is refused: it is a thousand in one country and a bit more than one in the next. Where both separators
 * stand, or one stands twice, there is no doubt; nor for a currency without decimals.
 */
function plainAmount(number: string, decimals: number): Amount | RowFault {
  const [, whole = '', separator = '', fraction = ''] = /^(\d+)(?:([.,])(\d+))?$/.exec(number) ?? [];
  if (whole !== '') {
    const mayGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    if (!mayGroup || (decimals === 3 && separator === '.')) return { whole, fraction };
    return decimals === 0 ? { whole: whole + fraction, fraction: '' } : ambiguous(number, whole + fraction);
  }
  if (/^\d{1,3}(?: \d{3})+$/.test(number)) return ambiguous(number, number.replaceAll(' ', ''));
  if (!GROUPED.test(number)) return holdsTwoNumbers(number) ? twice() : unreadable();

  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const isDecimal = at >= 0 && number.indexOf(number.charAt(at)) === at;
  return isDecimal
    ? { whole: digitsOf(number.slice(0, at)), fraction: number.slice(at + 1) }
    : { whole: digitsOf(number), fraction: '' };
}

/** Groups of three digits, and perhaps decimals behind another separator. */
const GROUPED =
  /^\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?|(?:['’]\d{3})+(?:[.,]\d+)?|(?: \d{3})+[.,]\d+)$/;

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** "12.00 - 18.00", "12 / 18", "12.00 18.00": a range, or an old and a new price. */
function holdsTwoNumbers(text: string): boolean {
  return /\d[^\deE]*(?:[-−–—/|;~ ]|to|bis|and)[^\deE]*\d/iu.test(text);
}

function twice(): RowFault {
  return new RowFault('PRICE_TWICE', 'Write one price; give each size or variant a row of its own.');
}

function ambiguous(number: string, digits: string): RowFault {
  const small = `${digits.slice(0, -3)}.${digits.slice(-3, -1)}`;
  return new RowFault('PRICE_AMBIGUOUS', `Write ${digits}.00 or ${small}: "${number}" can be read as either.`);
}

function negative(): RowFault {
  return new RowFault('PRICE_NEGATIVE', 'Write a price of 0 or more.');
}

function unreadable(): RowFault {
  return new RowFault('PRICE_UNREADABLE', 'Write one amount in digits, such as 24.00.');
}

function mismatch(mark: string, currency: string): RowFault {
  return new RowFault(
    'CURRENCY_MISMATCH',
    `The cell says ${mark}, but the currency is ${currency}. Import it with the currency of its prices.`,
  );
}
