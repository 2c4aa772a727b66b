import {
  readAvailability,
  readGtin,
  readPh,
  readSpf,
  readWebAddress,
  readYesNo,
  spfInName,
} from '../../src/intake/facts.js';
import { RowFault } from '../../src/intake/fault.js';

describe('the number under a barcode', () => {
  it.each([
    ['4006381333931', '4006381333931'],
    [' 4006381-333931 ', '4006381333931'],
    ["'036000291452", '036000291452'],
    ['96385074', '96385074'],
    ['00012345600012', '00012345600012'],
  ])('%s is read', (cell, gtin) => {
    expect(readGtin(cell)).toBe(gtin);
  });

  it.each(['4006381333932', '4006381333', '8.80123E+12', 'ABC', '00000000', '400638133393X'])(
    '%s is none: mistyped, cut or damaged by a spreadsheet',
    (cell) => {
      expect(readGtin(cell)).toBeUndefined();
    },
  );
});

describe('a sun protection factor', () => {
  it.each([
    ['Tinted Moisturizer Broad Spectrum SPF 20', 20],
    ['Face Lotion SPF30+ PA+++', 30],
    ['Ultimate Lotion SPF-50', 50],
    ['Sun Lotion 50 SPF', 50],
    ['50+ SPF Sunscreen', 50],
    ['Lotion SPF 50 and Lip Shield SPF 30', 30],
    ['Moisturising Lotion SPF 25 52ml', 25],
  ])('stands in "%s": %i', (name, spf) => {
    expect(spfInName(name)).toBe(spf);
  });

  it.each([
    'Moisturising Lotion No SPF 52ml',
    'Lotion without SPF 50 ml',
    'City Shield SPF Moisturiser',
    'SPF 0',
    'SPF 52 ml',
    'Retinol 0.5 SPFX',
  ])('does not stand in "%s"', (name) => {
    expect(spfInName(name)).toBeNull();
  });

  it('is read from a cell of its own, and refused where it is none', () => {
    expect(['30', 'SPF 50+', ' 15 '].map(readSpf)).toEqual([30, 50, 15]);
    for (const cell of ['high', '-30', '0', '999', '30-50'])
      expect(readSpf(cell)).toMatchObject({ code: 'SPF_UNREADABLE' });
  });
});

describe('a pH', () => {
  it('is one number from 0 to 14', () => {
    expect(['5.5', '5,5', 'pH 3', '0', '14'].map(readPh)).toEqual([5.5, 5.5, 3, 0, 14]);
  });

  it.each(['acidic', '4.5-5.5', '14.1', '-1', '1e1'])('is not "%s"', (cell) => {
    expect(readPh(cell)).toMatchObject({ code: 'PH_UNREADABLE' });
  });
});

describe('yes and no', () => {
  it('are said in several ways', () => {
    expect(['yes', 'TRUE', '1', 'Rinse-off'].map((cell) => readYesNo(cell, 'rinse off', 'leave on'))).toEqual(
      Array(4).fill(true),
    );
    expect(['no', 'False', '0', 'leave_on'].map((cell) => readYesNo(cell, 'rinse off', 'leave on'))).toEqual(
      Array(4).fill(false),
    );
  });

  it('are not guessed', () => {
    expect(readYesNo('maybe')).toBeInstanceOf(RowFault);
  });
});

describe('availability', () => {
  it.each([
    ['in stock', 'IN_STOCK'],
    ['in_stock', 'IN_STOCK'],
    ['InStock', 'IN_STOCK'],
    ['https://schema.org/OutOfStock', 'OUT_OF_STOCK'],
    ['LimitedAvailability', 'LIMITED'],
    ['pre-order', 'PREORDER'],
    ['12', 'IN_STOCK'],
    ['0', 'OUT_OF_STOCK'],
    ['-3', 'OUT_OF_STOCK'],
    ['archived', 'DISCONTINUED'],
  ])('%s is %s', (cell, availability) => {
    expect(readAvailability(cell)).toBe(availability);
  });

  it('is not guessed', () => {
    expect(readAvailability('soon')).toBeUndefined();
  });
});

describe('an address', () => {
  it('is one of the web, and nothing that runs', () => {
    expect(readWebAddress(' https://example.org/a?b=c ')).toBe('https://example.org/a?b=c');
    for (const cell of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'example.org', 'https://', 'https://a b']) {
      expect(readWebAddress(cell)).toBeUndefined();
    }
  });
});
