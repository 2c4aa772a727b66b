import * as fc from 'fast-check';
import { comparisonKey, wordKeys } from '../../../src/core/inci/keys.js';

describe('the comparison key of a name', () => {
  it.each([
    ['1,2-Hexanediol', '1.2 hexane diol'],
    ['PEG-100 Stearate', 'Peg 100-Stearate'],
    ['C12-15 Alkyl Benzoate', 'C12 - 15 Alkyl-Benzoate'],
    ['Alcohol Denat.', 'ALCOHOL DENAT'],
    ['Fuller’s Earth', "Fuller's Earth"],
  ])('mends a comma, blank, hyphen or full stop out of place: %s', (one, other) => {
    expect(comparisonKey(one)).toBe(comparisonKey(other));
  });

  it.each([
    ['Sodium Lauryl Sulphate', 'Sodium Lauryl Sulfate'],
    ['Glycerine', 'Glycerin'],
    ['Aluminium Starch Octenylsuccinate', 'Aluminum Starch Octenylsuccinate'],
    ['Hydrolysed Wheat Protein', 'Hydrolyzed Wheat Protein'],
    ['Deionised Water', 'Deionized Water'],
    ['Caramel Colour', 'Caramel Color'],
    ['Flavouring', 'Flavoring'],
    ['Silk Fibres', 'Silk Fibers'],
    ['Thiosulphate Sulphide', 'Thiosulfate Sulfide'],
  ])('spells as INCI does: %s', (british, american) => {
    expect(comparisonKey(british)).toBe(comparisonKey(american));
  });

  it.each(['Rose', 'Crossed', 'Sour', 'Chlorine Rinse', 'Nasturtium'])(
    'leaves other words with such endings alone: %s',
    (word) => {
      expect(comparisonKey(word)).toBe(word.replace(' ', '').toUpperCase());
    },
  );

  it.each([
    ['Café', 'CAFE'],
    ['Cafe\u0301', 'CAFE'],
    ['Ｇｌｙｃｅｒｉｎ', 'GLYCERIN'],
    ['Glусеrin', 'GLYCERIN'],
    ['α-Arbutin', 'ALPHAARBUTIN'],
    ['ß-Glucan', 'BETAGLUCAN'],
    ['Matrixyl™ 3000®', 'MATRIXYL3000'],
    ['Vitamin B₃', 'VITAMINB3'],
    ['Smørbærœil łæ', 'SMORBAEROEILLAE'],
  ])('reads letters of other scripts and forms: %s', (name, key) => {
    expect(comparisonKey(name)).toBe(key);
  });

  it('keeps digits, which tell PEG-8 from PEG-80', () => {
    expect(comparisonKey('PEG-8')).not.toBe(comparisonKey('PEG-80'));
    expect(comparisonKey('Polyquaternium-7')).not.toBe(comparisonKey('Polyquaternium-10'));
  });

  it('keeps a word in another alphabet as it is, rather than half of it', () => {
    expect(comparisonKey('Вода')).toBe('ВОДА');
  });

  it('is empty where there is no letter and no digit', () => {
    expect(comparisonKey(' – () ')).toBe('');
    expect(wordKeys('')).toEqual([]);
  });

  it('is its words put together, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(comparisonKey(name)).toBe(wordKeys(name).join(''));
      }),
    );
  });
});
