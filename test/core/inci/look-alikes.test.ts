import { foldLookAlikes, greekWord } from '../../../src/core/inci/look-alikes.js';

describe('letters that look Latin', () => {
  it.each([
    ['Wаter', 'Water'],
    ['Rеtinоl', 'Retinol'],
    ['ΑQUΑ', 'AQUA'],
    ['РЕТRОLАТUМ', 'PETROLATUM'],
    ['ѕаlісуlіс', 'salicylic'],
  ])('become Latin in a word that mixes them: %s', (disguised, plain) => {
    expect(foldLookAlikes(disguised)).toBe(plain);
  });

  it('become Latin in a word of nothing else', () => {
    expect(foldLookAlikes('АВС')).toBe('ABC');
  });

  it('stay in a word of another language', () => {
    expect(foldLookAlikes('глицерин')).toBe('глицерин');
  });

  it('leave accents and digits in peace', () => {
    expect(foldLookAlikes('Huileé7')).toBe('Huileé7');
  });

  it('are words of their own where chemistry names them', () => {
    expect(greekWord('β')).toBe('beta');
    expect(greekWord('x')).toBeUndefined();
  });

  it('never change how long a word is, so that places in the text stay true', () => {
    for (const word of [
      'Wаter',
      'АВЕЅІЈКМНОРСТХУԌԚԜҮ',
      'аеѕіјорсхуһԁԛԝкмтпгвн',
      'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ',
      'αεικνορτυχγηω',
      'օսոց',
      'ıſɡɑ',
    ]) {
      expect(foldLookAlikes(word)).toHaveLength(word.length);
      expect(foldLookAlikes(word)).toMatch(/^[A-Za-z]+$/);
    }
  });
});
