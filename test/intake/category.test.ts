import { fileUnder } from '../../src/intake/category.js';

const filed = (word: string, name: string) => {
  const { category, rinseOff } = fileUnder(word, name);
  return rinseOff ? `${category}, rinsed off` : category;
};

describe('a shelf of a shop', () => {
  it.each([
    ['Moisturizer', 'MOISTURIZER'],
    ['Moisturisers', 'MOISTURIZER'],
    ['Cleanser', 'CLEANSER, rinsed off'],
    ['Face Mask', 'MASK'],
    ['Treatment', 'SERUM'],
    ['Eye cream', 'EYE_CARE'],
    ['Sun protect', 'SUNSCREEN'],
    ['Toner', 'TONER'],
    ['Face Mist', 'TONER'],
    ['Exfoliators & Scrubs', 'EXFOLIANT'],
    ['Lip balm', 'BALM'],
    ['Facial Oils', 'OIL'],
    ['Body Wash', 'BODY_CARE, rinsed off'],
    ['Body Lotion', 'BODY_CARE'],
    ['Crème', 'CREAM'],
    ['Make-up', 'MAKEUP'],
    ['Beauty Tools', 'DEVICE'],
    ['Bath Salts', 'OTHER'],
    ['Hair Care', 'OTHER'],
  ])('"%s" is %s', (word, category) => {
    expect(filed(word, 'Lindgrove No. 4')).toBe(category);
    expect(fileUnder(word, 'Lindgrove No. 4').by).toBe('SHELF');
  });

  it('may be a path, of which the last part that means something counts', () => {
    expect(filed('Health & Beauty > Skin Care > Lotions & Moisturizers', 'No. 4')).toBe('MOISTURIZER');
    expect(filed('Health & Beauty > Makeup > Something New', 'No. 4')).toBe('MAKEUP');
  });

  it('that holds two kinds is the stricter one, unless the name tells', () => {
    expect(filed('Masks & Peels', 'No. 4')).toBe('EXFOLIANT');
    expect(filed('Masks & Peels', 'Night Mask')).toBe('MASK');
    expect(filed('Masks & Peels', 'Serum')).toBe('EXFOLIANT');
  });

  it.each(['Wellness', 'Nouveautés', '<script>', '__proto__', 'constructor'])(
    'that nobody knows is OTHER, and said to be unknown: "%s"',
    (word) => {
      expect(fileUnder(word, 'Hydrating Serum')).toEqual({ category: 'OTHER', rinseOff: false, by: 'UNKNOWN' });
    },
  );

  it('that is missing leaves it to the name', () => {
    expect(fileUnder('', 'Hydrating Serum')).toEqual({ category: 'SERUM', rinseOff: false, by: 'NAME' });
    expect(fileUnder('Skin Care', 'Hydrating Serum').category).toBe('SERUM');
    expect(fileUnder('', 'No. 4')).toEqual({ category: 'OTHER', rinseOff: false, by: 'UNKNOWN' });
    expect(fileUnder('', 'Micro Needling 6 sessions').category).toBe('OTHER');
  });
});

describe('a name', () => {
  it.each([
    ['Treatment', 'Daily Peel™', 'EXFOLIANT'],
    ['Treatment', 'Apricot Scrub', 'EXFOLIANT'],
    ['Treatment', 'Clay Face Mask', 'MASK'],
    ['Treatment', 'Shield Broad Spectrum SPF 30', 'SUNSCREEN'],
    ['Treatment', 'Lotus Face Treatment Oil', 'OIL'],
    ['Treatment', 'Balancing Toner', 'TONER'],
    ['Treatment', 'Facial Radiance Pads', 'TONER'],
    ['Treatment', 'Peel Pads', 'EXFOLIANT'],
    ['Treatment', 'Pore Strips', 'EXFOLIANT'],
    ['Treatment', 'Eye Lift', 'EYE_CARE'],
    ['Treatment', 'Full-Coverage Concealer', 'MAKEUP'],
    ['Treatment', 'Clear Skin Supplement', 'OTHER'],
    ['Treatment', 'Blue Light Pen', 'DEVICE'],
    ['Treatment', 'Acne Body Wash', 'BODY_CARE, rinsed off'],
    ['Treatment', 'Renewal Concentrate', 'SERUM'],
    ['Moisturizer', 'BB Cream SPF 35', 'MAKEUP'],
    ['Moisturizer', 'AHA Resurfacing Cream', 'EXFOLIANT'],
    ['Moisturizer', 'Water Sleeping Mask', 'MASK'],
    ['Moisturizer', 'Argan Oil 30ml', 'OIL'],
    ['Moisturizer', 'Rich Cream with Argan Oil', 'MOISTURIZER'],
    ['Moisturizer', 'Oil-Free Gel', 'MOISTURIZER'],
    ['Moisturizer', 'Facial Oil-Free Gel', 'MOISTURIZER'],
    ['Moisturizer', 'Day Cream SPF 30 Sunscreen', 'MOISTURIZER'],
    ['Sun protect', 'After-Sun Lotion', 'MOISTURIZER'],
    ['Sun protect', 'Foundation Primer SPF 20', 'MAKEUP'],
    ['Eye cream', 'Eye Mask', 'EYE_CARE'],
    ['Face Mask', 'Peel-off Mask', 'MASK'],
    ['Face Mask', 'Polishing Mask', 'EXFOLIANT'],
    ['Face Mask', 'Hand Mask', 'BODY_CARE'],
    ['Oil', 'Deep Cleansing Oil', 'CLEANSER, rinsed off'],
    ['Serum', 'Deep Cleansing Serum', 'SERUM'],
    ['Serum', 'REN Clean Skincare Beauty Shot', 'SERUM'],
  ])('on the shelf "%s", "%s" is %s', (word, name, category) => {
    expect(filed(word, name)).toBe(category);
  });

  it.each([
    ['Foaming Face Wash', 'CLEANSER, rinsed off'],
    ['Purity', 'CLEANSER, rinsed off'],
    ['Hydrating Cleansing Serum', 'CLEANSER, rinsed off'],
    ['Exfoliating Cleanser', 'EXFOLIANT, rinsed off'],
    ['Resurfacing Liquid 10% AHA', 'EXFOLIANT'],
    ['Exfoliating Wipes', 'EXFOLIANT'],
    ['Cleansing Wipes', 'CLEANSER'],
    ['No Rinse Micellar Water', 'CLEANSER'],
    ['Witch Hazel Toner', 'TONER'],
    ['Clarifying Lotion 2', 'TONER'],
    ['Glycolic Night Serum', 'SERUM'],
    ['Deep Cleanse Mask', 'MASK'],
    ['Blotting Papers', 'OTHER'],
    ['Cleansing & Clarifying Duo', 'OTHER'],
  ])('among the cleansers, "%s" is %s: what stays on the skin is not taken for rinsed off', (name, category) => {
    expect(filed('Cleanser', name)).toBe(category);
  });
});
