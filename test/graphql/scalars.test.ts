import { DateTime, DecimalString } from '../../src/graphql/scalars.js';

describe('a DateTime', () => {
  it.each([
    ['2026-11-24T18:30:00Z', '2026-11-24T18:30:00.000Z'],
    ['2026-11-24T19:30:00.5+01:00', '2026-11-24T18:30:00.500Z'],
    ['2028-02-29T00:00:00-05:00', '2028-02-29T05:00:00.000Z'],
  ])('%s is read as %s', (text, iso) => {
    expect(DateTime.serialize(DateTime.parseValue(text))).toBe(iso);
  });

  it.each([
    '2026-11-24',
    '2026-11-24T18:30:00',
    '2026-02-30T12:00:00Z',
    '2027-02-29T12:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-24T25:00:00Z',
    'yesterday',
    '',
    1_700_000_000,
    null,
  ])('%j is refused, and how to write one is said', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('A DateTime is written as 2026-11-24T18:30:00Z, with its zone.');
  });
});

describe('a DecimalString', () => {
  it.each(['24.00', '0', '999999999999.9999'])('takes %s as it is', (text) => {
    expect(DecimalString.parseValue(text)).toBe(text);
  });

  it.each(['24,00', '-1', '1e9', '.5', '5.', '$5', '', 24])('refuses %j', (value) => {
    expect(() => DecimalString.parseValue(value)).toThrow('A DecimalString is written as "24.00"');
  });
});
