import { ProductRow, sourceKey } from '../../src/catalog/product-row.js';
import { row } from '../support/product-rows.js';

describe('a product row', () => {
  it('trims names, and leaves the label as it is printed', () => {
    const { brand, label } = row('A', { brand: ' Nimbe\t', label: ' Aqua ,\n Glycerin ' });
    expect([brand, label]).toEqual(['Nimbe', ' Aqua ,\n Glycerin ']);
  });

  it('mends half a surrogate pair, which each database would mend in its own way', () => {
    expect(row('A', { label: 'Aqua \ud83d Glycerin' }).label).toBe('Aqua \ufffd Glycerin');
  });

  it.each<[string, object]>([
    ['no name', { name: ' ' }],
    ['a NUL character', { label: 'Aqua\0' }],
    ['a category of its own', { category: 'POTION' }],
    ['a share that was meant as a percentage', { declaredShares: { Niacinamide: 5 } }],
    ['a pH beyond the scale', { ph: 15 }],
    ['a GTIN of 11 digits', { gtin: '12345678901' }],
    ['an address that is no web page', { url: 'javascript:alert(1)' }],
    ['a label longer than any pack', { label: 'x'.repeat(50_001) }],
    ['a name longer than a column', { name: 'x'.repeat(301) }],
    ['a price below zero', { offers: [{ channel: 'a', sku: 'b', priceMinor: -1, currency: 'USD' }] }],
    ['a price larger than a column', { offers: [{ channel: 'a', sku: 'b', priceMinor: 2 ** 31, currency: 'USD' }] }],
    ['a currency in words', { offers: [{ channel: 'a', sku: 'b', priceMinor: 1, currency: 'dollars' }] }],
  ])('is refused with %s', (_, fault) => {
    expect(ProductRow.safeParse({ ...row('A'), ...fault }).success).toBe(false);
  });
});

describe('the key of a product without one', () => {
  it('is the same for the same brand and name, however they are written', () => {
    expect(sourceKey('L’ORÉAL', 'Crème  de Jour')).toBe(sourceKey('l’oréal ', 'CREME DE JOUR'));
    expect(sourceKey('A', 'B C')).not.toBe(sourceKey('A B', 'C'));
  });
});
