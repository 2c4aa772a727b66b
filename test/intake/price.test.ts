import fc from 'fast-check';
import { RowFault } from '../../src/intake/fault.js';
import { readPrice } from '../../src/intake/price.js';

describe('a printed price', () => {
  it.each([
    ['68', 'USD', 6800],
    ['68.5', 'USD', 6850],
    ['68,50', 'EUR', 6850],
    ['$68.00', 'USD', 6800],
    ['US$ 68.00', 'USD', 6800],
    ['£5.20', 'GBP', 520],
    ['12,50 €', 'EUR', 1250],
    ['18.00 GBP', 'GBP', 1800],
    ['gbp 18', 'GBP', 1800],
    ['+7.00', 'USD', 700],
    ['0', 'USD', 0],
    ['1,234.50', 'USD', 123_450],
    ['1.234,50', 'EUR', 123_450],
    ["1'234.50", 'CHF', 123_450],
    ['1\u00a0234,50', 'EUR', 123_450],
    ['1,234,567', 'USD', 123_456_700],
    ['0.500', 'USD', 50],
    ['1234.500', 'USD', 123_450],
    ['12.5000', 'USD', 1250],
    ['1,234', 'JPY', 1234],
    ['¥1,234', 'JPY', 1234],
    ['1.250', 'KWD', 1250],
    ['21474836.47', 'USD', 2_147_483_647],
  ])('%s in %s is %i of the smallest unit', (cell, currency, minor) => {
    expect(readPrice(cell, currency)).toEqual({ minor, currency });
  });

  it('may name its currency itself', () => {
    expect(readPrice('18.00 GBP', undefined)).toEqual({ minor: 1800, currency: 'GBP' });
  });

  it.each([
    ['12.00 - 18.00', 'PRICE_TWICE'],
    ['12-18', 'PRICE_TWICE'],
    ['12.00 – 18.00', 'PRICE_TWICE'],
    ['£12.00/£18.00', 'PRICE_TWICE'],
    ['12.00 18.00', 'PRICE_TWICE'],
    ['12 to 18', 'PRICE_TWICE'],
    ['$12 (was $18)', 'PRICE_TWICE'],
    ['-5', 'PRICE_NEGATIVE'],
    ['−5.00', 'PRICE_NEGATIVE'],
    ['(5.00)', 'PRICE_NEGATIVE'],
    ['-$5', 'PRICE_NEGATIVE'],
    ['$-5', 'PRICE_NEGATIVE'],
    ['1e309', 'PRICE_UNREADABLE'],
    ['1e3', 'PRICE_UNREADABLE'],
    ['0x10', 'PRICE_UNREADABLE'],
    ['NaN', 'PRICE_UNREADABLE'],
    ['Infinity', 'PRICE_UNREADABLE'],
    ['free', 'PRICE_UNREADABLE'],
    ['from 12', 'PRICE_UNREADABLE'],
    ['1.2.3', 'PRICE_UNREADABLE'],
    ['12,,5', 'PRICE_UNREADABLE'],
    ['9'.repeat(41), 'PRICE_UNREADABLE'],
    ['1,234', 'PRICE_AMBIGUOUS'],
    ['1.234', 'PRICE_AMBIGUOUS'],
    ['1 234', 'PRICE_AMBIGUOUS'],
    ['12.345', 'PRICE_AMBIGUOUS'],
    ['12.3456', 'PRICE_TOO_FINE'],
    ['0.005', 'PRICE_TOO_FINE'],
    ['21474836.48', 'PRICE_TOO_LARGE'],
    ['99999999999999999999', 'PRICE_TOO_LARGE'],
    ['£5.20', 'CURRENCY_MISMATCH'],
    ['5.20 EUR', 'CURRENCY_MISMATCH'],
  ])('%s is refused with %s', (cell, code) => {
    expect(readPrice(cell, 'USD')).toMatchObject({ code });
  });

  it('needs a currency', () => {
    expect(readPrice('5.20', undefined)).toMatchObject({ code: 'CURRENCY_MISSING' });
    expect(readPrice('£5.20', undefined)).toMatchObject({ code: 'CURRENCY_MISSING' });
  });

  it('never becomes a fraction, whatever the cell holds', () => {
    const cells = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[$£€]?[\d.,' -]{0,12}(?:USD|EUR)?$/),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(cells, fc.constantFrom('USD', 'JPY', 'KWD', undefined), (cell, currency) => {
        const read = readPrice(cell, currency);
        return read instanceof RowFault || (Number.isSafeInteger(read.minor) && read.minor >= 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (minor) => {
        const digits = String(minor).padStart(3, '0');
        expect(readPrice(`${digits.slice(0, -2)}.${digits.slice(-2)}`, 'USD')).toEqual({ minor, currency: 'USD' });
      }),
    );
  });
});
