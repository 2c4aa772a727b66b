import { atMost, LARGEST_MINOR, Money, toMinor } from '../../src/catalog/money.js';

describe('money', () => {
  it.each([
    [2400, 'USD', '24.00'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [3000, 'JPY', '3000'],
    [12_345, 'KWD', '12.345'],
    [7, 'KWD', '0.007'],
  ])('of %d in the smallest unit of %s is written %s, and read back', (minor, currency, amount) => {
    expect(new Money(minor, currency).amount).toBe(amount);
    expect(toMinor(amount, currency)).toBe(minor);
  });

  it.each([
    ['24', 'USD', 2400],
    ['24.5', 'USD', 2450],
    ['24.5000', 'USD', 2450],
    ['19.99', 'USD', 1999], // 19.99 * 100 is 1998.9999…
    ['21474836.47', 'USD', LARGEST_MINOR],
  ])('%s %s is %d', (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor);
  });

  it.each([
    ['24.005', 'USD'],
    ['24.5', 'JPY'],
    ['21474836.48', 'USD'],
    ['-1', 'USD'],
    ['1e3', 'USD'],
    ['24,00', 'USD'],
    ['$24', 'USD'],
    ['', 'USD'],
    ['.5', 'USD'],
  ])('%j %s is no amount that can be kept', (amount, currency) => {
    expect(toMinor(amount, currency)).toBeUndefined();
  });

  it('rounds a limit down, never up, and never past the largest price', () => {
    expect([atMost('20.999', 2), atMost('20.999', 0), atMost('20.9', 3), atMost('999999999999', 2)]).toEqual([
      2099,
      20,
      20_900,
      LARGEST_MINOR,
    ]);
  });
});
