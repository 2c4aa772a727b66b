import { onlyShare, shareAt } from '../../../src/core/inci/shares.js';

describe('a printed percentage', () => {
  it.each([
    ['5%', 0.05],
    ['5 %', 0.05],
    ['0,25%', 0.0025],
    ['3.24%', 0.0324],
    ['<1%', 0.01],
    ['~ 2%', 0.02],
    ['0.5-1%', 0.01],
    ['0.5 - 1 percent', 0.01],
    ['10 per cent by weight', 0.1],
    ['100% w/w', 1],
  ])('%s is a share of the product', (text, share) => {
    expect(shareAt(text, 0)).toEqual({ end: text.length, share });
  });

  it.each(['200%', '>80%', '≥ 80 %'])('%s tells no share', (text) => {
    expect(shareAt(text, 0)).toEqual({ end: text.length });
  });

  it.each(['5', '5x', '% 5', 'five percent', '5 percentage'])('%s is none', (text) => {
    expect(shareAt(text, 0)).toBeUndefined();
  });

  it('stands alone, perhaps in brackets', () => {
    expect(onlyShare(' (2.5 %) ')).toBe(true);
    expect(onlyShare('2.5% Urea')).toBe(false);
    expect(onlyShare('x'.repeat(100))).toBe(false);
  });
});
