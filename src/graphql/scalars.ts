import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** RFC 3339 with a zone: a time without one means another moment in another country. */
const MOMENT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const DECIMAL = /^\d{1,12}(?:\.\d{1,4})?$/;

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in RFC 3339 with its zone, such as 2026-11-24T18:30:00Z or 2026-11-24T19:30:00+01:00.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: moment,
  parseLiteral: (node) => moment(node.kind === Kind.STRING ? node.value : undefined),
});

export const DecimalString = new GraphQLScalarType<string, string>({
  name: 'DecimalString',
  description: 'A decimal number as text, such as "24.00", because amounts of money must not be rounded.',
  serialize: String,
  parseValue: decimal,
  parseLiteral: (node) => decimal(node.kind === Kind.STRING ? node.value : undefined),
});

function moment(value: unknown): Date {
  const date = typeof value === 'string' && MOMENT.test(value) ? new Date(value) : undefined;
  // 30 February rolls over in some engines; the day must come back as it went in
  if (date === undefined || Number.isNaN(date.getTime()) || !dayExists(value as string)) {
    throw new GraphQLError('A DateTime is written as 2026-11-24T18:30:00Z, with its zone.');
  }
  return date;
}

function dayExists(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function decimal(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  throw new GraphQLError('A DecimalString is written as "24.00": digits, and a point with up to four digits.');
}
