import { Field, ObjectType } from '@nestjs/graphql';
import { DecimalString } from '../graphql/scalars.js';

/** Currencies of ISO 4217 without decimals. */
const WITHOUT_DECIMALS: readonly string[] = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(
  ' ',
);
/** Currencies of ISO 4217 with three decimals. All others have two. */
const WITH_THREE_DECIMALS: readonly string[] = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/** The largest price that a database's integer holds, in a currency's smallest unit. */
export const LARGEST_MINOR = 2_147_483_647;

@ObjectType({ description: 'An amount in a currency.' })
export class Money {
  @Field({ description: 'The currency by its ISO 4217 code, such as "USD".' })
  readonly currencyCode: string;

  /** @param minor in the currency's smallest unit, such as cents */
  constructor(
    readonly minor: number,
    currencyCode: string,
  ) {
    this.currencyCode = currencyCode;
  }

  @Field(() => DecimalString, { description: 'The amount, with as many decimals as the currency has.' })
  get amount(): string {
    const decimals = decimalsOf(this.currencyCode);
    const digits = String(this.minor).padStart(decimals + 1, '0');
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
}

/** How many decimals a currency has. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE_DECIMALS.includes(currency) ? 3 : 2;
}

/**
 * Turns a printed amount into the currency's smallest unit, without ever making a fraction of it.
 *
 * @param amount such as "24", "24.00" or "24.5"
 * @returns undefined if it is no amount, has more decimals than the currency, or is larger than the database holds
 */
export function toMinor(amount: string, currency: string): number | undefined {
  const decimals = decimalsOf(currency);
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(amount) ?? [];
  if (whole === undefined || Number(fraction.slice(decimals)) > 0) return undefined;

  const minor = inMinor(whole, fraction, decimals);
  return minor <= LARGEST_MINOR ? minor : undefined;
}

/** The largest price, in the smallest unit of currencies with so many decimals, that is not above a decimal amount. */
export function atMost(amount: string, decimals: 0 | 2 | 3): number {
  const [whole = '0', fraction = ''] = amount.split('.');
  return Math.min(LARGEST_MINOR, inMinor(whole, fraction, decimals));
}

function inMinor(whole: string, fraction: string, decimals: number): number {
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}
