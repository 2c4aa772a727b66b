import { readLabel, type PrintedName } from '../../../src/core/inci/read-label.js';

/** Names as printed, in order. */
const names = (text: string): string[] => readLabel(text).names.map(({ printed }) => printed);
const named = (text: string, printed: string): PrintedName | undefined =>
  readLabel(text).names.find((name) => name.printed === printed);
/** Names with the section they stand in, where that is not the list itself. */
const sections = (text: string): string[] =>
  readLabel(text).names.map(({ printed, section }) => (section === 'LIST' ? printed : `${printed} (${section})`));
/** Names list by list. */
const lists = (text: string): Record<string, string[]> => {
  const label = readLabel(text);
  return Object.fromEntries(
    label.lists.map(({ title }, list) => [
      title ?? '',
      label.names.filter((name) => name.list === list).map(({ printed }) => printed),
    ]),
  );
};
const setAside = (text: string): string[] => readLabel(text).setAside.map(({ why, text: words }) => `${why}: ${words}`);
const state = (text: string): string => readLabel(text).state;

describe('a plain list', () => {
  it('gives its names in order, each with its place in the text', () => {
    const text = 'Aqua, Glycerin, Panthenol.';
    expect(readLabel(text)).toEqual({
      names: [
        { printed: 'Aqua', position: 1, start: 0, end: 4, list: 0, section: 'LIST' },
        { printed: 'Glycerin', position: 2, start: 6, end: 14, list: 0, section: 'LIST' },
        { printed: 'Panthenol', position: 3, start: 16, end: 25, list: 0, section: 'LIST' },
      ],
      lists: [{}],
      state: 'LISTED',
      drugFacts: false,
      setAside: [],
      warnings: [],
    });
  });

  it.each([
    ['commas', 'Aqua, Glycerin, Squalane'],
    ['commas without blanks', 'Aqua,Glycerin,Squalane'],
    ['semicolons', 'Aqua; Glycerin; Squalane'],
    ['bars', 'Aqua | Glycerin | Squalane'],
    ['lines', 'Aqua\nGlycerin\nSqualane'],
    ['lines of Windows', 'Aqua,\r\nGlycerin,\r\nSqualane\r\n'],
    ['lines of an old Mac', 'Aqua\rGlycerin\rSqualane'],
    ['lines as a spreadsheet escapes them', 'Aqua\\nGlycerin\\r\\nSqualane'],
    ['bullets between names', 'Aqua • Glycerin · Squalane'],
    ['dots in the middle of the line', 'Aqua●Glycerin●Squalane'],
    ['dashes between names', 'Aqua - Glycerin – Squalane'],
    ['full stops', 'Aqua. Glycerin. Squalane.'],
    ['full stops without blanks', 'Aqua.Glycerin.Squalane'],
    ['full stops in capitals', 'AQUA.GLYCERIN.SQUALANE'],
    ['commas of the full width', 'Ａｑｕａ，Ｇｌｙｃｅｒｉｎ、Squalane'],
    ['the word and', 'Aqua, Glycerin and Squalane'],
    ['(and)', 'Aqua (and) Glycerin (and) Squalane'],
    ['an ampersand', 'Aqua & Glycerin, Squalane'],
    ['a plus', 'Aqua, Glycerin + Squalane'],
    ['a dangling and', 'Aqua, Glycerin, and Squalane'],
  ])('may be separated by %s', (_, text) => {
    expect(names(text).map((name) => name.toLowerCase())).toEqual(['aqua', 'glycerin', 'squalane']);
    expect(state(text)).toBe('LISTED');
  });

  it.each([
    'Petrolatum',
    'Petrolatum.',
    '100% Squalane',
    'Squalane 100 %',
    'Ingredients: Petrolatum',
    '-100 percent Squalane',
  ])('may have a single name: %s', (text) => {
    expect(names(text)).toHaveLength(1);
    expect(state(text)).toBe('LISTED');
  });

  it('need not begin at water: an acid before it stays', () => {
    expect(names('2% Salicylic Acid, Water, Butylene Glycol')).toEqual(['Salicylic Acid', 'Water', 'Butylene Glycol']);
  });

  it('keeps a name that is printed twice', () => {
    expect(names('Aqua, Retinol, Aqua')).toEqual(['Aqua', 'Retinol', 'Aqua']);
  });
});

describe('names with signs inside', () => {
  it.each([
    'Aqua/Water/Eau',
    'PEG/PPG-18/18 Dimethicone',
    'Acrylates/C10-30 Alkyl Acrylate Crosspolymer',
    '1,2-Hexanediol',
    'C12-15 Alkyl Benzoate',
    'N,N-Dimethylglycine',
    'Alpha,Alpha-Dimethylbenzyl Alcohol',
    '4-Methyl-2,4a,5-Tetrahydroindene',
    'CI 15850:1',
    'Prunus Amygdalus Dulcis (Sweet Almond) Oil',
    'Citrus Aurantium Dulcis (Orange, Sweet) Peel Oil',
    'D&C Red No. 33',
    'FD&C Yellow No. 5',
    'Ext. D&C Violet 2',
    'P.E.G. 400',
    'Alcohol Denat.',
    'Lavandula Angustifolia L. Oil',
    "Sigesbeckia Orientalis (St. Paul's Wort) Extract",
    'Chamomilla Recutita Flower and Leaf Extract',
    'Biosaccharide Gum - 1',
    'Methyl Gluceth -20',
    'Dimethicone/Vinyl Dimethi- Cone Crosspolymer',
    'Propane- Diol',
    'PEG/ -8 Dimethicone',
    'Acrylates Co -Polymer',
    'Vitamin B12',
    'Citrus Bergamia Peel Oil Bergapten-Free',
  ])('stay one name: %s', (name) => {
    expect(names(`Aqua, ${name}, Glycerin`)).toEqual(['Aqua', name, 'Glycerin']);
  });

  it.each([
    ['a lone number before the comma', 'Aqua, 1, 2-Hexanediol, Talc', ['Aqua', '1, 2-Hexanediol', 'Talc']],
    ['a number inside the name', 'Aqua, Diethylhexyl 2, 6-Naphthalate', ['Aqua', 'Diethylhexyl 2, 6-Naphthalate']],
    ['two numbers of colours', 'CI 77491,77492, Talc', ['CI 77491', '77492', 'Talc']],
    [
      'a colour, then a name that begins with a digit',
      'Blue 1, 3-O-Ethyl Ascorbic Acid, Talc',
      ['Blue 1, 3-O-Ethyl Ascorbic Acid', 'Talc'],
    ],
    ['a number above the next', 'Polysorbate 20, 1,2-Hexanediol', ['Polysorbate 20', '1,2-Hexanediol']],
  ])('keep or part at a comma near digits: %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('backslashes are slashes', () => {
    expect(names('Hordeum Vulgare Extract\\Barley Extract, Aqua')).toEqual([
      'Hordeum Vulgare Extract/Barley Extract',
      'Aqua',
    ]);
  });

  it.each([
    ['Mica (CI 77019)- Talc', ['Mica (CI 77019)', 'Talc']],
    ['Isohexadecane -2% Retinol', ['Isohexadecane', 'Retinol']],
  ])('a dash with a blank on one side parts names: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('full stops', () => {
  it.each([
    ['before a quotation mark', 'Aqua. "Talc". \'Mica\'', ['Aqua', 'Talc', 'Mica']],
    ['after a vitamin', 'Aqua, Vitamin E. Talc, Mica', ['Aqua', 'Vitamin E', 'Talc', 'Mica']],
    ['after a single letter', 'Aqua, Mentha L. Extract, Mica', ['Aqua', 'Mentha L. Extract', 'Mica']],
    ['after a single letter and before a bullet', 'Aqua, Type A. • Talc', ['Aqua', 'Type A', 'Talc']],
    [
      'after a number',
      'Aqua, Polysorbate 20.Talc, CI 77891.Mica, Vitamin B2.5, Gum 3.X',
      ['Aqua', 'Polysorbate 20', 'Talc', 'CI 77891', 'Mica', 'Vitamin B2.5', 'Gum 3.X'],
    ],
    ['after a number and a blank', 'Aqua, Blue 1 .Talc, Mica', ['Aqua', 'Blue 1', 'Talc', 'Mica']],
    [
      'in short capitals',
      'AQUA, BH.T OIL, ABC.DE, TALC.MI, ABC.DEFG',
      ['AQUA', 'BH.T OIL', 'ABC.DE', 'TALC.MI', 'ABC.DEFG'],
    ],
    ['in lower case', 'aqua, talc.mica', ['aqua', 'talc.mica']],
    [
      'after an abbreviation',
      'Aqua, Alcohol Denat. Talc, Ginseng Ext. Mica, Rosa Var. Gallica Oil, Yellow No. 5, Wax No. Talc',
      ['Aqua', 'Alcohol Denat. Talc', 'Ginseng Ext. Mica', 'Rosa Var. Gallica Oil', 'Yellow No. 5', 'Wax No', 'Talc'],
    ],
    [
      'after an abbreviation that a mark follows',
      'Aqua, Talc*, Alcohol Denat. *Organic',
      ['Aqua', 'Talc', 'Alcohol Denat'],
    ],
    ['after an abbreviation without a blank', 'Aqua, Ext.Violet 2, Talc', ['Aqua', 'Ext.Violet 2', 'Talc']],
    [
      'after an abbreviation in a list of stops',
      'Aqua. Alcohol Denat. Talc. Ginseng Ext. Mica. Ext. Violet 2.',
      ['Aqua', 'Alcohol Denat', 'Talc', 'Ginseng Ext', 'Mica', 'Ext. Violet 2'],
    ],
    ['after an abbreviation at the end', 'Aqua, Alcohol Denat.', ['Aqua', 'Alcohol Denat.']],
    ['before a bracket', 'Aqua, Talc.(Mica, Silica)', ['Aqua', 'Talc', 'Mica', 'Silica']],
  ])('are read %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('line ends', () => {
  it.each([
    ['inside a name', 'Aqua, Butylene\nGlycol, Cetearyl\nAlcohol', ['Aqua', 'Butylene Glycol', 'Cetearyl Alcohol']],
    ['where a comma is missing', 'Aqua, Glycerin\nNiacinamide, Talc', ['Aqua', 'Glycerin', 'Niacinamide', 'Talc']],
    ['before a bracket', 'Aqua, Mica\n(CI 77019), Talc', ['Aqua', 'Mica (CI 77019)', 'Talc']],
    ['after a hyphen', 'Aqua, PEG-\n8 Stearate, Talc', ['Aqua', 'PEG- 8 Stearate', 'Talc']],
    ['after a slash', 'Aqua, Acrylates/\nC10-30 Copolymer', ['Aqua', 'Acrylates/ C10-30 Copolymer']],
    ['after a dash between names', 'Aqua -\nTalc, Mica', ['Aqua', 'Talc', 'Mica']],
    ['before a part of a plant', 'Aqua, Helianthus Annuus\nSeed Oil', ['Aqua', 'Helianthus Annuus Seed Oil']],
    ['before a lower case word', 'Aqua, Sodium Lauroyl\nglutamate', ['Aqua', 'Sodium Lauroyl glutamate']],
    ['with a blank line', 'Aqua, Glycerin, Cetearyl\n\nNiacinamide', ['Aqua', 'Glycerin', 'Cetearyl', 'Niacinamide']],
    ['after a mark', 'Aqua*\nTalc, Mica', ['Aqua', 'Talc', 'Mica']],
    ['in a list of lines', 'aqua\nbutylene glycol\ntalc', ['aqua', 'butylene glycol', 'talc']],
    ['in lower case', 'aqua, butylene\nglycol, glycerin\nmica', ['aqua', 'butylene glycol', 'glycerin', 'mica']],
    ['before a sign', 'Aqua, Talc\n+ Mica', ['Aqua', 'Talc', 'Mica']],
  ])('are read %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('part sentences from names', () => {
    expect(names('Aqua\nTalc\nwhich the skin loves')).toEqual(['Aqua', 'Talc']);
    expect(names('Ingredients\nAqua\nTalc')).toEqual(['Aqua', 'Talc']);
  });
});

describe('brackets', () => {
  it.each([
    ['a general word', 'Aqua, Parfum (Limonene, Linalool), Talc', ['Aqua', 'Parfum', 'Limonene', 'Linalool', 'Talc']],
    [
      'a general word and one pair',
      'Aqua, Fragrance (Limonene and Linalool)',
      ['Aqua', 'Fragrance', 'Limonene', 'Linalool'],
    ],
    ['nothing', 'Aqua, (Talc, Menthol), Mica', ['Aqua', 'Talc', 'Menthol', 'Mica']],
    ['a name', 'Iron Oxides (CI 77491, CI 77492), Mica', ['Iron Oxides', 'CI 77491', 'CI 77492', 'Mica']],
    [
      'a trade name',
      'Zyvor Complex (Panthenol, Retinol) Base, Mica',
      ['Zyvor Complex', 'Panthenol', 'Retinol', 'Base', 'Mica'],
    ],
    ['square ones', 'Blend [Talc; Mica]', ['Blend', 'Talc', 'Mica']],
  ])('hold a list after %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('hold other names of the name before, where that is one', () => {
    expect(names('Aqua (Water, Eau), Titanium Dioxide (CI 77891, nano), Talc')).toEqual([
      'Aqua (Water, Eau)',
      'Titanium Dioxide (CI 77891, nano)',
      'Talc',
    ]);
    expect(names(`Aqua, Zyvor (${'Talc, '.repeat(50)}Mica)`)).toHaveLength(53);
  });

  it('hold a remark that stays with its name', () => {
    expect(names('Alcohol Denat. (from herbal extracts), Aqua')).toEqual([
      'Alcohol Denat. (from herbal extracts)',
      'Aqua',
    ]);
    expect(names('[Talc], {Mica}, (Aqua)')).toEqual(['Talc', 'Mica', 'Aqua']);
    expect(names('Urea 5%, (Talc), Aqua')).toEqual(['Urea', 'Talc', 'Aqua']);
  });

  it.each([
    ['never closed, in a name', 'Rosa Canina (Rosehip Oil, Mica', ['Rosa Canina (Rosehip Oil', 'Mica']],
    ['never opened', 'Aqua), Mica], Talc>', ['Aqua', 'Mica', 'Talc']],
  ])('swallow nothing when they are %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('bullets that begin a line', () => {
  it.each([
    ['dots', '• Aqua\n• Glycerin\n• Talc'],
    ['dashes', '- Aqua\n- Glycerin\n- Talc'],
    ['stars', '* Aqua\n* Glycerin\n* Talc'],
    ['stars on one line each, with an organic name', '* Aqua\n* Glycerin\n* Talc\n'],
  ])('are no part of a name: %s', (_, text) => {
    expect(names(text)).toEqual(['Aqua', 'Glycerin', 'Talc']);
    expect(readLabel(text).names.every(({ marks }) => marks === undefined)).toBe(true);
    expect(state(text)).toBe('LISTED');
  });

  it('before six names and more show a list', () => {
    expect(names('-Talc -Mica -Silica -Kaolin -Menthol -Squalane')).toHaveLength(6);
  });

  it('before a heading show the list or the praise under it', () => {
    expect(names('-Serum: Aqua, Talc, Mica')).toEqual(['Aqua', 'Talc', 'Mica']);
    expect(names('-Kelp: Honey')).toEqual([]);
    expect(names('Kelp Serum: -Honey -Talc')).toEqual([]);
    expect(names('Kelp Sphere: -Honey -Talc')).toEqual([]);
  });

  it('before a name with a percentage keep it, whatever follows', () => {
    expect(names('-Salicylic Acid 2%\nAqua, Glycerin, Talc')).toEqual(['Salicylic Acid', 'Aqua', 'Glycerin', 'Talc']);
  });

  it('before a list are highlights, and the list stays', () => {
    const text = '-Sea Kelp -Honey. Aqua, Glycerin, Talc. Night Oil: Squalane, Talc, Mica.';
    expect(names(text)).toEqual(['Aqua', 'Glycerin', 'Talc', 'Squalane', 'Talc', 'Mica']);
  });

  it('an arrow and a lone dash are none', () => {
    expect(names('-> Aqua, Talc')).toEqual(['> Aqua', 'Talc']);
    expect(names('Aqua, Talc. -')).toEqual(['Aqua', 'Talc']);
  });
});

describe('footnotes', () => {
  it('are set aside, and their marks stay with the names', () => {
    const text = 'Aqua, Aloe Barbadensis Leaf Juice*, Cocos Nucifera Oil**. *Organic. **Fair trade.';
    expect(names(text)).toEqual(['Aqua', 'Aloe Barbadensis Leaf Juice', 'Cocos Nucifera Oil']);
    expect(named(text, 'Cocos Nucifera Oil')?.marks).toBe('**');
    expect(setAside(text)).toEqual(['FOOTNOTE: *Organic', 'FOOTNOTE: **Fair trade']);
  });

  it.each([
    ['daggers', 'Aqua, Limonene†, Talc. † organic', 'Limonene', '†'],
    ['raised numbers', 'Aqua, Limonene¹, Talc. ¹ organic', 'Limonene', '¹'],
    ['numbers in brackets', 'Aqua, Limonene (1), Talc', 'Limonene', '1'],
    ['raised numbers in HTML', 'Aqua, Limonene<sup>1</sup>, Talc', 'Limonene', '¹'],
    ['several at once', 'Aqua, Malt Extract*+, Talc', 'Malt Extract', '*+'],
    ['marks in the middle', 'Aqua, Cocos Nucifera* Oil, Talc', 'Cocos Nucifera Oil', '*'],
    ['marks before the name', 'Aqua, *Cocos Nucifera Oil, Talc', 'Cocos Nucifera Oil', '*'],
    ['marks apart from the name', 'Aqua, Limonene *, Talc', 'Limonene', '*'],
    ['marks apart from the name, and known', 'Aqua*, Limonene *, Talc', 'Limonene', '*'],
  ])('mark names by %s', (_, text, name, marks) => {
    expect(names(text)).toContain(name);
    expect(named(text, name)?.marks).toBe(marks);
  });

  it('that deny fragrance mark none, and a mark that is never explained says nothing', () => {
    expect(named('Aqua, Talc*. *Free of perfume.', 'Talc')?.fragranceMark).toBeUndefined();
    expect(named('Aqua, Talc*', 'Talc')?.fragranceMark).toBeUndefined();
  });

  it('of one list do not explain another, where that explains its own', () => {
    const text = 'Day Cream: Aqua, Talc*. *Perfume. Night Cream: Aqua, Mica*. *Organic.';
    expect(named(text, 'Talc')?.fragranceMark).toBe(true);
    expect(named(text, 'Mica')?.fragranceMark).toBeUndefined();
    const shared = 'Day Cream: Aqua, Talc*. Night Cream: Aqua, Mica*. *Perfume.';
    expect(named(shared, 'Talc')?.fragranceMark).toBe(true);
  });

  it.each([
    ['after the last name', 'Aqua, Rose Oil*, Phenoxyethanol *Essential oil', ['FOOTNOTE: *Essential oil']],
    ['with a blank after the mark', 'Aqua, Rose Oil*, Phenoxyethanol * Essential oil', ['FOOTNOTE: * Essential oil']],
    [
      'one after the other',
      'Aqua, Rose Oil*, Palm Oil**, Talc. *Organic **Fair trade',
      ['FOOTNOTE: *Organic', 'FOOTNOTE: **Fair trade'],
    ],
    [
      'glued to one another',
      'Aqua, Rose Oil*, Palm Oil**, Talc. *Organic oil** Essential oil',
      ['FOOTNOTE: *Organic oil', 'FOOTNOTE: ** Essential oil'],
    ],
    ['with a colon', 'Aqua, Rose Oil*, Limonene *: House formula', ['FOOTNOTE: House formula']],
    [
      'with an unknown mark after a list',
      'Aqua, Rose Oil, Talc, Mica. **Clinical blend',
      ['FOOTNOTE: **Clinical blend'],
    ],
    ['with a percentage', 'Aqua, Rose Oil*, Talc. *100% natural', ['FOOTNOTE: *100% natural']],
    ['after a comma', 'Aqua, Rose Oil*, *organic', ['FOOTNOTE: *organic']],
    [
      'over several commas',
      'Aqua, Rose Oil*, Talc. *Organic farming, fair trade, and natural',
      ['FOOTNOTE: *Organic farming, fair trade, and natural'],
    ],
    [
      'without a list',
      '*Organic origin. **Clinical blend',
      ['FOOTNOTE: *Organic origin', 'FOOTNOTE: **Clinical blend'],
    ],
    ['before a comma that is no comma of a list', '*Organic farming', ['FOOTNOTE: *Organic farming']],
  ])('are found %s', (_, text, expected) => {
    expect(setAside(text)).toEqual(expected);
  });

  it('that name what is inside give those names', () => {
    expect(names('Aqua, Oils*, Talc. *Organic oils: Rose Oil, Neroli Oil')).toEqual([
      'Aqua',
      'Oils',
      'Talc',
      'Rose Oil',
      'Neroli Oil',
    ]);
  });

  it('a mark closes a name as well as a comma does', () => {
    expect(names('Aqua, Lavender Oil* Rose Oil*, Talc')).toEqual(['Aqua', 'Lavender Oil', 'Rose Oil', 'Talc']);
    expect(names('Aqua, Aloe Barbadensis* Leaf Juice, Lavender Oil* (Pure), Cocos* Nucifera Oil')).toEqual([
      'Aqua',
      'Aloe Barbadensis Leaf Juice',
      'Lavender Oil (Pure)',
      'Cocos Nucifera Oil',
    ]);
  });

  it('begin no list: a starred name at its beginning is a name', () => {
    expect(names('*Organic Aloe Juice, Talc, Mica')).toEqual(['Organic Aloe Juice', 'Talc', 'Mica']);
    expect(names('*Aloe Juice.')).toEqual(['Aloe Juice']);
  });

  it('after one name only, or a strange mark, prove nothing', () => {
    expect(names('Aqua *organic Talc, Mica')).toEqual(['Aqua organic Talc', 'Mica']);
    expect(names('Aqua, Talc *natural Mica')).toEqual(['Aqua', 'Talc natural Mica']);
    expect(names('Aqua, Talc, Mica *zyvor Silica')).toEqual(['Aqua', 'Talc', 'Mica zyvor Silica']);
  });

  it('stars between names without commas part them', () => {
    expect(names('Aqua * Glycerin * Talc')).toEqual(['Aqua', 'Glycerin', 'Talc']);
  });
});

describe('"may contain"', () => {
  it.each([
    ['with a colon', 'Talc, Mica. May contain: CI 77491, CI 77492'],
    ['as a sign', 'Talc, Mica, +/- CI 77491, CI 77492'],
    ['as a sign with blanks', 'Talc, Mica, + / - CI 77491, CI 77492'],
    ['as one character', 'Talc, Mica ± CI 77491, CI 77492'],
    ['as half a sign', 'Talc, Mica. May contain (+/): CI 77491, CI 77492'],
    ['in brackets', 'Talc, Mica [+/- CI 77491, CI 77492]'],
    ['in brackets with a colon', 'Talc, Mica, [+/-: CI 77491, CI 77492].'],
    ['in two languages', 'Talc, Mica [May Contain/Peut Contenir/+/-: CI 77491, CI 77492]'],
    ['twice', 'Talc, Mica. May contain (+/-): CI 77491, CI 77492'],
    ['as one word', 'Talc, Mica. MayContain: CI 77491, CI 77492'],
    ['also', 'Talc, Mica. May also contain CI 77491, CI 77492'],
    ['after a plus', 'Talc + Mica +/- CI 77491, CI 77492'],
    ['at the end of a name', 'Talc, Mica may contain CI 77491, CI 77492'],
  ])('opens a section of its own: %s', (_, text) => {
    expect(sections(text)).toEqual(['Talc', 'Mica', 'CI 77491 (MAY_CONTAIN)', 'CI 77492 (MAY_CONTAIN)']);
  });

  it('ends with its bracket', () => {
    expect(sections('Talc [+/- CI 77491 (Iron Oxides), CI 77891], Silica')).toEqual([
      'Talc',
      'CI 77491 (Iron Oxides) (MAY_CONTAIN)',
      'CI 77891 (MAY_CONTAIN)',
      'Silica',
    ]);
    expect(sections('Talc (+/- Mica), Silica')).toEqual(['Talc', 'Mica (MAY_CONTAIN)', 'Silica']);
  });

  it('is no section where it warns of nuts, and where it may mean a name', () => {
    expect(sections('Talc, May contain traces of nuts')).toEqual(['Talc']);
    expect(sections('Talc, May Chang Oil, Mica +/ Silica')).toEqual([
      'Talc',
      'May Chang Oil',
      'Mica',
      'Silica (MAY_CONTAIN)',
    ]);
  });

  it('alone is no complete list', () => {
    expect(state('May contain: CI 77491, CI 77492')).toBe('INCOMPLETE');
  });
});

describe('active ingredients', () => {
  it.each([
    ['by headings', 'Active Ingredients: Zinc Oxide 9.0%, Octinoxate 7.5%. Inactive Ingredients: Water, Talc'],
    ['by short headings', 'Active: Zinc Oxide 9%, Octinoxate 7,5 %. Inactive: Water, Talc'],
    [
      'under the name of the panel',
      'Drug Facts: Active Ingredients: Zinc Oxide 9%, Octinoxate 7.5%. Inactive Ingredients: Water, Talc',
    ],
    ['by lines', 'Drug Facts\nActive ingredients\nZinc Oxide 9%\nOctinoxate 7.5%\nInactive ingredients\nWater\nTalc'],
    [
      'glued to what follows',
      'Active Ingredients: Zinc Oxide 9.0% , Octinoxate 7.5%Inactive Ingredients: Water , Talc',
    ],
    ['before the word Ingredients', 'Active Ingredients: Zinc Oxide 9%, Octinoxate 7.5%Ingredients: Water, Talc'],
    [
      'with their purpose',
      'Active Ingredients: Zinc Oxide 9% Sunscreen, Octinoxate 7.5% (Sunscreen), Sunscreen. Inactive Ingredients: Water, Talc',
    ],
    ['without a heading of their own', 'Zinc Oxide 9%, Octinoxate 7.5%. Inactive Ingredients: Water, Talc'],
    [
      'under the words of another country',
      'Medicinal Ingredients: Zinc Oxide 9%, Octinoxate 7.5%. Non-Medicinal Ingredients: Water, Talc',
    ],
  ])('are told %s', (_, text) => {
    expect(sections(text)).toEqual(['Zinc Oxide (ACTIVE)', 'Octinoxate (ACTIVE)', 'Water', 'Talc']);
    expect(
      readLabel(text)
        .names.slice(0, 2)
        .map(({ declaredShare }) => declaredShare),
    ).toEqual([0.09, 0.075]);
    expect(readLabel(text)).toMatchObject({ drugFacts: true, state: 'LISTED' });
  });

  it('with a code before the heading', () => {
    const text = 'Sun Lotion Division: Xy (Some House)Active Ingredients: Zinc Oxide 9%Ingredients: Water , Talc';
    expect(sections(text)).toEqual(['Zinc Oxide (ACTIVE)', 'Water', 'Talc']);
    expect(setAside(text)).toEqual([
      'HEADING: Sun Lotion Division',
      'CODE: Xy (Some House)',
      'HEADING: Active Ingredients',
      'HEADING: Ingredients',
    ]);
    expect(readLabel(text).lists).toEqual([{ title: 'Sun Lotion' }]);
  });

  it('a division without brackets, or without a code, is only a heading', () => {
    expect(names('Division: Skin, Aqua, Talc')).toEqual(['Skin', 'Aqua', 'Talc']);
    expect(names('Aqua, Talc. Skin Division:')).toEqual(['Aqua', 'Talc']);
    expect(names('Skin Division:\nAqua, Talc')).toEqual(['Aqua', 'Talc']);
  });

  it('a second panel belongs to the next product of a kit', () => {
    const text = 'Active: Zinc Oxide 9%. Inactive: Water, Talc. Active: Salicylic Acid 2%. Inactive: Water, Mica.';
    expect(readLabel(text).names.map(({ list }) => list)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('without the rest are no complete list', () => {
    expect(state('Active Ingredients: Zinc Oxide 9%, Octinoxate 7.5%')).toBe('INCOMPLETE');
    expect(state('Zinc Oxide 9%, Octinoxate 7.5%')).toBe('INCOMPLETE');
    expect(state('-Zinc Oxide 9%: Sunscreen. -Octinoxate 7.5%: Sunscreen.')).toBe('INCOMPLETE');
  });

  it('other ingredients make no panel', () => {
    expect(readLabel('Aqua. Other ingredients: Talc, Mica')).toMatchObject({ drugFacts: false, state: 'LISTED' });
  });
});

describe('printed percentages', () => {
  const share = (text: string, name: string): number | undefined => named(text, name)?.declaredShare;

  it.each([
    ['Aqua, Urea 10%, Talc', 0.1],
    ['Aqua, Urea 10 %, Talc', 0.1],
    ['Aqua, Urea (10%), Talc', 0.1],
    ['Aqua, 10% Urea, Talc', 0.1],
    ['Aqua, Urea 10 percent, Talc', 0.1],
    ['Aqua, Urea 10% w/w, Talc', 0.1],
    ['Aqua, Urea 2,5%, Talc', 0.025],
    ['Aqua, Urea 3.24%, Talc', 0.0324],
    ['Aqua, Urea 5-10%, Talc', 0.1],
    ['Aqua, Urea <10%, Talc', 0.1],
    ['Urea: 10%, Aqua, Talc', 0.1],
    ['Aqua, Urea, 10%, Talc', 0.1],
    ['Aqua, 5% Talc 10% Urea', 0.1],
    ['Aqua, Talc 5% Urea 10%', 0.1],
    ['Aqua, Urea 10% (synthetic), Talc', 0.1],
  ])('belong to their name: %s', (text, expected) => {
    expect(share(text, names(text).find((name) => name.startsWith('Urea')) ?? '')).toBe(expected);
  });

  it.each([
    'Aqua, Urea 200%, Talc',
    'Aqua, Urea >10%, Talc',
    'Aqua, Urea 10x, Talc',
    'Aqua, Urea (with 10% water), Talc',
  ])('that tell no share give none: %s', (text) => {
    expect(readLabel(text).names[1]?.declaredShare).toBeUndefined();
    expect(names(text)).toHaveLength(3);
  });

  it('without a name are remarks', () => {
    expect(setAside('10%, Aqua')).toEqual(['REMARK: 10%']);
    expect(setAside('5% 10%, Aqua')).toEqual(['REMARK: 5% 10%']);
    expect(setAside('Aqua, Talc. Night Cream: Ingredients: 10%, Mica')).toContain('REMARK: 10%');
  });

  it('of parts of names are left in them', () => {
    expect(names('Aqua, C12 15% Alkyl, PEG-8% Oil')).toEqual(['Aqua', 'C12', 'Alkyl', 'PEG-8% Oil']);
  });

  it('hyperbole in words is none', () => {
    expect(names('Aqua, Super Percent Perilla Oil')).toEqual(['Aqua', 'Super Percent Perilla Oil']);
  });
});

describe('kits', () => {
  it('have a list under each title, and the words of titles are no names', () => {
    expect(lists('Foaming Cleanser: Aqua, Talc, Mica. Retinol Night Serum: Aqua, Squalane, Retinol.')).toEqual({
      'Foaming Cleanser': ['Aqua', 'Talc', 'Mica'],
      'Retinol Night Serum': ['Aqua', 'Squalane', 'Retinol'],
    });
  });

  it.each([
    ['steps', 'Aqua, Talc. Step Two: Water, Mica', 'Step Two'],
    ['a line of its own', 'Aqua, Talc\nNight Cream\nWater, Mica', 'Night Cream'],
    [
      'a title that was glued to the last name',
      'Aqua, Talc Gold Mud™ Firming Treatment: Water, Mica',
      'Gold Mud™ Firming Treatment',
    ],
    ['a title after a comma', 'Aqua, Talc, Night Cream: Water, Mica', 'Night Cream'],
    ['product codes', 'Aqua , Talc (CI 1) Rds Product Name: Face Cream Division: Cl (House)Water , Mica', 'Face Cream'],
    ['a title in lower case words', 'Aqua, Talc. Time in a Jar: Water, Mica', 'Time in a Jar'],
  ])('are told by %s', (_, text, title) => {
    const label = readLabel(text);
    expect(label.lists).toEqual([{}, { title }]);
    expect(label.names.filter(({ list }) => list === 1).map(({ printed, position }) => [printed, position])).toEqual([
      ['Water', 1],
      ['Mica', 2],
    ]);
    expect(label.warnings).toContain('The label holds several ingredient lists; each was read by itself.');
  });

  it('with a product whose list is missing are not complete', () => {
    expect(state('Day Cream: Aqua, Talc, Mica. Night Cream: -Honey: Soothes the skin.')).toBe('INCOMPLETE');
    expect(state('Aqua, Talc. Night Cream:')).toBe('INCOMPLETE');
    expect(state('Day Cream: plumps the skin. Aqua, Talc, Mica')).toBe('LISTED');
  });

  it('a heading that only says what names do opens no list', () => {
    const text = 'Aqua, Talc. Preservatives: Phenoxyethanol. Contains: Limonene';
    expect(lists(text)).toEqual({ '': ['Aqua', 'Talc', 'Phenoxyethanol', 'Limonene'] });
    expect(names('Aqua, Talc, Preservatives: Phenoxyethanol')).toEqual(['Aqua', 'Talc', 'Phenoxyethanol']);
  });

  it('a heading that may be a name is one: a colon in the place of a comma loses nothing', () => {
    expect(names('Aqua, Retinol: Glycerin')).toEqual(['Aqua', 'Retinol', 'Glycerin']);
    expect(names('Retinol: Aqua, Glycerin, Talc')).toEqual(['Retinol', 'Aqua', 'Glycerin', 'Talc']);
    expect(names('Aqua, Zyvor: Glycerin')).toEqual(['Aqua', 'Zyvor', 'Glycerin']);
    expect(names('Packet 2: Rice Starch, Talc, Mica')).toEqual(['Rice Starch', 'Talc', 'Mica']);
  });

  it('colons in links and colour numbers are none', () => {
    expect(names('Aqua, CI 15850:1, http://example.org')).toHaveLength(3);
  });
});

describe('headings of the list', () => {
  it.each([
    'Ingredients: Aqua, Talc',
    'INGREDIENTS - Aqua, Talc',
    'Ingredients Aqua, Talc',
    'Ingredients\nAqua, Talc',
    'Full Ingredient List: Aqua, Talc',
    'List of Ingredients: Aqua, Talc',
    'INGREDIENTS / INGRÉDIENTS : Aqua, Talc',
    'INCI: Aqua, Talc',
    'Ingredient list Aqua, Talc',
    'Ingredients Ingrédients Aqua, Talc',
    '[New]: Aqua, Talc',
  ])('are no name: %s', (text) => {
    expect(names(text)).toEqual(['Aqua', 'Talc']);
  });

  it('after a list open another', () => {
    expect(readLabel('Aqua, Talc. Ingredients: Mica, Silica').lists).toHaveLength(2);
  });

  it('of highlights open nothing', () => {
    const text = 'Key Ingredients: Retinol, Squalane. Ingredients: Aqua, Talc';
    expect(names(text)).toEqual(['Aqua', 'Talc']);
    expect(setAside(text)[0]).toBe('MARKETING: Key Ingredients: Retinol, Squalane');
    expect(state('Hero ingredients: Retinol, Squalane')).toBe('INCOMPLETE');
    expect(names('Key ingredients: Retinol\nAqua, Talc, Mica')).toEqual(['Aqua', 'Talc', 'Mica']);
    expect(names('Key ingredients: Retinol, Water, Talc, Mica')).toEqual(['Water', 'Talc', 'Mica']);
  });

  it('of directions and warnings reach to the next heading or list', () => {
    const text =
      'Aqua, Talc. Directions: Apply nightly. Massage well. Warnings: For external use only. Mask: Aqua, Mica, Silica';
    expect(names(text)).toEqual(['Aqua', 'Talc', 'Aqua', 'Mica', 'Silica']);
    expect(names('Directions: Apply at night. Aqua, Talc, Mica')).toEqual(['Aqua', 'Talc', 'Mica']);
    expect(names('Directions: Apply at night. Talc, Mica, Silica')).toEqual(['Talc', 'Mica', 'Silica']);
    expect(names('Directions: Apply at night. Talc, Mica.')).toEqual([]);
    expect(names('Uses: Talc, Mica')).toEqual([]);
  });
});

describe('text around the list', () => {
  it.each([
    ['a sentence', 'Our gentle cream that soothes the skin. Aqua, Talc, Mica'],
    ['highlights with colons', '-Kelp: Plumps the skin. -Honey: Soothes. Aqua, Talc, Mica'],
    ['a highlight of several names', '-Oils of sage, rose, and thyme: Soothe the skin. Aqua, Talc, Mica'],
    ['a highlight with brackets', '-Calm Complex (Rose, Sage, and Thyme): Soothes the skin. Aqua, Talc, Mica'],
    ['a sentence with commas', 'Kelp nourishes, protects, and leaves a glow. Aqua, Talc, Mica'],
    ['a heading and praise', 'Hyaluronic Sphere: plumps the skin, firms, and lifts. Aqua, Talc, Mica'],
    ['a sentence that runs into the list', 'Kelp soothes for a radiant glow Aqua, Talc, Mica'],
    ['a question', 'Is it time? Aqua, Talc, Mica'],
    ['an exclamation', 'It works! Aqua, Talc, Mica'],
  ])('before it is set aside: %s', (_, text) => {
    expect(names(text)).toEqual(['Aqua', 'Talc', 'Mica']);
    expect(readLabel(text).setAside.every(({ why }) => why === 'MARKETING')).toBe(true);
    expect(state(text)).toBe('LISTED');
  });

  it.each([
    ['a disclaimer', 'Aqua, Talc. Please be aware that ingredient lists may change from time to time.'],
    [
      'a disclaimer with a comma',
      'Aqua, Talc. Ingredients may vary, please refer to the pack for the most current list.',
    ],
    [
      'a disclaimer without a full stop before it',
      'Aqua, Talc Please refer to the package for the most up to date list.',
    ],
    ['a disclaimer after a bracket', 'Aqua, Talc (CI 1) Please refer to the package for the most up to date list.'],
    ['a disclaimer in another language', 'Aqua, Talc. Cette liste peut varier.'],
  ])('after it is set aside, and the list is complete: %s', (_, text) => {
    expect(names(text).map((name) => name.replace(' (CI 1)', ''))).toEqual(['Aqua', 'Talc']);
    expect(setAside(text).every((words) => words.startsWith('DISCLAIMER'))).toBe(true);
    expect(state(text)).toBe('LISTED');
  });

  it('in its midst takes no name with it that it can spare', () => {
    expect(names('Aqua, Titanium Dioxide that protects the skin, Talc')).toEqual(['Aqua', 'Titanium Dioxide', 'Talc']);
    expect(names('Aqua, soothes and calms the skin, Talc')).toEqual(['Aqua', 'Talc']);
    expect(names('Aqua, soothes the skin, gently and softly, Talc')).toEqual(['Aqua', 'Talc']);
    expect(names('aqua, soothes the skin, talc')).toEqual(['aqua', 'talc']);
  });

  it('one stray word in a name proves nothing', () => {
    expect(names('Aqua, Patented Rose Extract, Exclusive Talc')).toEqual([
      'Aqua',
      'Patented Rose Extract',
      'Exclusive Talc',
    ]);
  });

  it('a rose or thermal water in a sentence begins no list', () => {
    expect(names('It soothes the skin with Rose Water, Talc powder and silk')).toEqual(['Talc powder', 'silk']);
    expect(names('It soothes skin in Water, Talc. Mica')).toEqual(['Talc', 'Mica']);
    expect(names('It soothes skin with thermal Water. Talc, Mica')).toEqual(['Talc', 'Mica']);
  });

  it('praise between names is a remark', () => {
    expect(setAside('Aqua, Vegan, Talc, Cruelty-free')).toEqual(['REMARK: Vegan', 'NEGATION: Cruelty-free']);
  });

  it('alone is no list', () => {
    expect(readLabel('A cream that soothes')).toMatchObject({ names: [], state: 'INCOMPLETE' });
  });
});

describe('what the product does not contain', () => {
  it.each([
    'Free from parabens, sulfates and silicones.',
    'Free of perfume and colour',
    'Does not contain parabens, alcohol, perfume',
    'We never use parabens, alcohol',
    'Without perfume, alcohol and dyes',
    'Formulated without perfume or alcohol',
    'Free from: parabens, alcohol',
    'Products do not contain irritants including: alcohol, perfume',
    'No parabens. No perfume. Zero alcohol.',
    'Sans parfum, sans alcool',
    'Perfume-free. Alcohol free.',
    'Perfume-free blend',
  ])('gives no names: %s', (text) => {
    expect(names(text)).toEqual([]);
    expect(readLabel(text).setAside.every(({ why }) => why === 'NEGATION')).toBe(true);
    expect(state(text)).toBe('INCOMPLETE');
  });

  it('in the midst of a list ends with its piece', () => {
    expect(names('Aqua, Fragrance-Free, Retinol')).toEqual(['Aqua', 'Retinol']);
    expect(names('Aqua, no parabens, Retinol')).toEqual(['Aqua', 'Retinol']);
    expect(names('Aqua, Talc free from asbestos, Retinol')).toEqual(['Aqua', 'Talc', 'Retinol']);
    expect(names('Aqua, is free from parabens, Retinol')).toEqual(['Aqua', 'Retinol']);
    expect(names('Aqua, Talc without asbestos, Retinol')).toEqual(['Aqua', 'Talc', 'Retinol']);
    expect(names('Aqua, Talc does not contain asbestos, Retinol')).toEqual(['Aqua', 'Talc', 'Retinol']);
  });

  it('a list that follows is a list', () => {
    expect(names('Free from parabens, alcohol, Water, Talc, Mica')).toEqual(['Water', 'Talc', 'Mica']);
  });

  it('is not said by numbers and by free acids', () => {
    expect(names('D&C Red No. 33, Free Fatty Acids, Not Zyvor, No 5 Oil')).toEqual([
      'D&C Red No. 33',
      'Free Fatty Acids',
      'Not Zyvor',
      'No 5 Oil',
    ]);
  });
});

describe('codes of the manufacturer', () => {
  it.each([
    ['Aqua, Talc. F.I.L. D12345/1', 'F.I.L. D12345/1'],
    ['Aqua, Talc F.I.L. D12345/1', 'F.I.L. D12345/1'],
    ['Aqua, Talc (CODE 123)', '(CODE 123)'],
    ['Aqua, Talc [ILN 40123]', '[ILN 40123]'],
    ['Aqua, Talc, <ILN40123>', '<ILN40123>'],
    ['Aqua, Talc (067/178)', '(067/178)'],
    ['Aqua, Talc 1234567', '1234567'],
    ['Aqua, Talc #B-12345', '#B-12345'],
    ['Aqua, Talc. Lot 12', 'Lot 12'],
  ])('are set aside: %s', (text, code) => {
    expect(names(text)).toEqual(['Aqua', 'Talc']);
    expect(setAside(text)).toContain(`CODE: ${code}`);
  });

  it.each([
    'CI 77891',
    '77491',
    'PEG-1000',
    'C10-30 Alkyl',
    'Polyquaternium-1011',
    'E1442',
    'Talc (CI 77891)',
    'Item Oil',
    'Talc (a note)',
  ])('are not seen in names: %s', (name) => {
    expect(names(`Aqua, ${name}`)).toEqual(['Aqua', name]);
    expect(names(`Aqua, Lot 5, ${name}`)).toContain(name);
  });
});

describe('a text that holds no list', () => {
  it.each([
    '',
    '   \n ',
    '-',
    '…',
    '#NAME?',
    'N/A',
    'None.',
    'No Info',
    'No information available',
    'Not available',
    'Not provided',
    'See pack.',
    'See packaging',
    'Please see the packaging for ingredients.',
    'Please visit our website',
    'Visit the Wow! boutique',
    'Check the box',
    'Refer to package',
    'Click here',
    'Coming soon',
    'Ingredients:',
    'Ingredients not available',
    'Ingredient list not available',
    'Ingredients unavailable',
    'Information not available',
    'This ingredient list is subject to change, and may differ from the packaging.',
    'Please note: ingredients may vary',
  ])('is missing its list: %j', (text) => {
    expect(readLabel(text)).toMatchObject({ names: [], lists: [], state: 'MISSING' });
    expect(readLabel(text).warnings).toContain('There is no ingredient list.');
  });

  it.each(['See Buckthorn Oil, Talc', 'No 5 Oil, Talc', 'Not Talc, Mica'])(
    'is not taken for one by its first word: %s',
    (text) => {
      expect(names(text).length).toBeGreaterThan(0);
    },
  );
});

describe('a list that is cut', () => {
  it.each([
    'Aqua, Talc...',
    'Aqua, Talc…',
    'Aqua, Talc, …',
    'Aqua, … Talc',
    'Aqua, Talc, etc.',
    'Aqua, Talc and more',
    'Aqua, Talc, and others',
    'Aqua, Talc, and other ingredients that soothe the skin',
    'Aqua, Talc. See pack for the full list.',
    'Aqua, Talc. For the full ingredient list see packaging.',
    'Aqua, Talc. List continues on box.',
    'Aqua, Talc, see pack for full ingredients',
    'Aqua, Talc, Butyl-',
    'Aqua, Talc, Acrylates/',
    'Aqua, Talc, Prunus Amygdalus (Sweet Alm',
    'Aqua, Talc, Phenoxyethxq',
  ])('is not complete: %s', (text) => {
    expect(state(text)).toBe('INCOMPLETE');
    expect(readLabel(text).warnings).toContain('The ingredient list is not complete.');
  });

  it.each([
    'Aqua, Talc. Ingredients may change; refer to the packaging for the complete and most up to date list.',
    'Aqua, Talc. See box for directions.',
    'Aqua, Talc, Prunus Amygdalus (Sweet Almond Oil.',
    'Aqua (Water, Talc',
    'Aqua, Talc, Sulfur',
    'Aqua, Talc,',
    'Aqua 40%, Talc 59%',
  ])('is not to be seen in every strange ending: %s', (text) => {
    expect(state(text)).toBe('LISTED');
  });
});

describe('text from web pages and damaged files', () => {
  it.each([
    ['tags', '<p><b>Ingredients:</b> Aqua, <i>Talc</i></p>', ['Aqua', 'Talc']],
    ['line tags', 'Aqua<br>Talc<BR/>Mica', ['Aqua', 'Talc', 'Mica']],
    ['list items', '<ul class="x"><li>Aqua</li><li>Talc</li></ul>', ['Aqua', 'Talc']],
    ['comments', 'Aqua<!-- hidden -->, Talc', ['Aqua', 'Talc']],
    ['a comment without an end', 'Aqua, Talc<!-- hidden', ['Aqua', 'Talc']],
    ['scripts', 'Aqua<script>var a = "Retinol";</a></SCRIPT >, Talc', ['Aqua', 'Talc']],
    ['a script without an end', 'Aqua, Talc<style>p{}', ['Aqua', 'Talc']],
    ['a script whose end is cut', 'Aqua, Talc<style>p{}</style', ['Aqua', 'Talc']],
    ['the end of a script alone', 'Aqua</script>, Talc', ['Aqua', 'Talc']],
    ['entities', 'Aqua&nbsp;&amp; Talc, Caf&eacute; Extract', ['Aqua', 'Talc', 'Café Extract']],
    ['entities escaped twice', 'Aqua, Caf&amp;eacute; Extract', ['Aqua', 'Café Extract']],
    [
      'numbered entities',
      'Aqua&#44; Talc&#x2C; Caf&#233; Extract&#10;Mica&#13;Silica&#92;Quartz&#9;',
      ['Aqua', 'Talc', 'Café Extract', 'Mica', 'Silica/Quartz'],
    ],
    [
      'ampersands that begin no entity',
      'D&C Red 33, A&B; Talc, &zyx; Mica, &#xZZ; Silica, &#xD800; Quartz',
      ['D&C Red 33', 'A&B', 'Talc', 'zyx', 'Mica', 'xZZ', 'Silica', 'xD800', 'Quartz'],
    ],
    ['signs that begin no tag', 'Aqua <5% >1 <zyx, Talc < b', ['Aqua', '>1 <zyx', 'Talc < b']],
    ['invisible characters', 'Aq\u200bua, Ta\u00adlc, Mi\ufeffca', ['Aqua', 'Talc', 'Mica']],
    ['blanks of other widths', 'Aqua,\u00a0Butylene\u2009Glycol,\u3000Talc', ['Aqua', 'Butylene Glycol', 'Talc']],
    ['NUL characters', 'Aqua\u0000, Talc\u0007', ['Aqua', 'Talc']],
    ['look-alike letters', 'Аqua, Tаlс, Rеtіnоl', ['Aqua', 'Talc', 'Retinol']],
    ['Greek letters that are words', 'α-Arbutin, Τalc', ['α-Arbutin', 'Talc']],
    ['a wrong encoding', 'CafÃ© Extract, Talcâ„¢, Mica ðŸŒ¿', ['Café Extract', 'Talc™', 'Mica 🌿']],
    ['a wrong encoding of a blank', 'Aqua,Â Talc, Mica Â', ['Aqua', 'Talc', 'Mica']],
    [
      'letters that only look like a wrong encoding',
      'Aqua, Ãxy, Âge Oil, \u00f4 Talc, à la Rose',
      ['Aqua', 'Ãxy', 'Âge Oil', 'ô Talc', 'à la Rose'],
    ],
    ['characters lost in copying', 'Aqua, Ta\ufffdlc, Mica\u0081', ['Aqua', 'Ta lc', 'Mica']],
    ['ligatures', 'Helianthus (Sunﬂower) Oil, Talc', ['Helianthus (Sunflower) Oil', 'Talc']],
    [
      'dashes of all kinds',
      'PEG‑8, C12–15 Alkyl, Methyl Gluceth-¬‐20',
      ['PEG-8', 'C12-15 Alkyl', 'Methyl Gluceth--20'],
    ],
    ['quotation marks', '\'Aqua\', "Talc", “Mica”', ['Aqua', 'Talc', 'Mica']],
    [
      'control characters of lines',
      'Aqua\u000bTalc\fMica\u2028Silica\u0085Quartz',
      ['Aqua', 'Talc', 'Mica', 'Silica', 'Quartz'],
    ],
    [
      'letters that grow in lower case',
      'Aqua, İris Extract that soothes the skin, Talc',
      ['Aqua', 'İris Extract', 'Talc'],
    ],
    [
      'what no encoding could give',
      'Aqua, Ta\u00ed\u00a0\u0080lc, M\u00f4\u0090\u0080\u0080ica',
      ['Aqua', 'Taí lc', 'Mô ica'],
    ],
    ['raised text that is no mark', 'Aqua<sup>a</sup>, Talc', ['Aquaa', 'Talc']],
  ])('is made plain: %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('keeps the places of the original', () => {
    const text = '<!-- list --><b>Аqua</b>&amp;nbsp;(Water),\r\nCafÃ©\u200b Oil, Ｔａｌｃ';
    const printed = readLabel(text).names.map(({ start, end }) => text.slice(start, end));
    expect(printed).toEqual(['Аqua</b>&amp;nbsp;(Water)', 'CafÃ©\u200b Oil', 'Ｔａｌｃ']);
  });

  it('tells what was mended', () => {
    const text = '<b>Аqua</b>, Ta\u200blc, CafÃ©, Mi\u0000ca, Si\ufffdlica';
    expect(readLabel(text).warnings).toEqual([
      'HTML was set aside.',
      'Invisible characters were left out.',
      'Control characters were read as blanks.',
      'Letters of another script that look like Latin ones were read as Latin.',
      'Characters garbled by a wrong encoding were mended.',
      'Characters that were lost in copying were read as blanks.',
    ]);
    expect(setAside(text)).toEqual(['MARKUP: <b>', 'MARKUP: </b>']);
  });
});
