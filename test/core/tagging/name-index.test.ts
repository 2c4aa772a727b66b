import { isCutShort, mentions, nameIndex, readName, type Named } from '../../../src/core/tagging/name-index.js';

const named = (inci: string, ...aliases: string[]): Named => ({
  id: inci
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, ''),
  inci,
  aliases,
});

const index = nameIndex([
  named('Aqua', 'Water', 'Eau'),
  named('Glycerin'),
  named('Butylene Glycol'),
  named('Retinol', 'Provitamin A'),
  named('Retinal'),
  named('Salicylic Acid', 'BHA'),
  named('Sodium Hyaluronate'),
  named('Hyaluronic Acid'),
  named('Alcohol', 'Ethanol'),
  named('Alcohol Denat.'),
  named('SD Alcohol 40-B'),
  named('Cetearyl Alcohol'),
  named('Parfum', 'Fragrance', 'Natural Fragrance'),
  named('Tocopherol', 'Vitamin E'),
  named('Tocopheryl Acetate'),
  named('1,2-Hexanediol'),
  named('PEG-8'),
  named('PEG-80'),
  named('Polyquaternium-7'),
  named('PEG/PPG-17/4 Dimethyl Ether'),
  named('Caprylic/Capric Triglyceride'),
  named('Titanium Dioxide'),
  named('CI 77891'),
  named('CI 77491'),
  named('CI 15850'),
  named('Iron Oxides'),
  named('Prunus Amygdalus Dulcis Oil'),
  named('Citrus Limon Peel Oil'),
  named('Lavandula Angustifolia Oil'),
  named('Lavandula Angustifolia Flower Extract'),
  named('Lavandula Angustifolia Leaf Extract'),
  named('Butyrospermum Parkii Butter', 'Shea Butter'),
  named('Glycyrrhiza Glabra Root Extract'),
  named('Camellia Sinensis Leaf Extract'),
  named('Rosmarinus Officinalis Leaf'),
  named('Hordeum Vulgare Extract'),
  named('Cera Alba', 'Beeswax'),
  named('Menthol'),
  named('Panthenol'),
  named('Ethylhexyl Salicylate'),
  named('Urea'),
  named('Stellaria Media Extract'),
  named('Rosa Canina Fruit Oil'),
]);
const reading = (printed: string): string => {
  const { certainty, ids } = readName(index, printed);
  return [certainty, ...ids].join(' ');
};

describe('the index of names', () => {
  it('refuses two ingredients of one name, and tells both', () => {
    expect(() => nameIndex([named('Aqua', 'Water'), named('Spring Water', 'WATER')])).toThrow(
      new RangeError('"Aqua" (aqua) and "Spring Water" (spring-water) share the name "WATER"'),
    );
  });

  it('refuses a name without letters', () => {
    expect(() => nameIndex([named('Aqua', '–')])).toThrow(new RangeError('"Aqua" has a name without letters: "–"'));
  });

  it('knows an ingredient that is spelled the British way as its own name', () => {
    const british = nameIndex([named('Analysed Oil', 'Flavour')]);
    expect(readName(british, 'Analysed Oil').certainty).toBe('EXACT');
    expect(readName(british, 'Flavor').certainty).toBe('ALIAS');
  });

  it('lets an ingredient repeat its own name', () => {
    expect(readName(nameIndex([named('Aqua', 'AQUA', 'aqua')]), 'Aqua')).toEqual({ certainty: 'EXACT', ids: ['aqua'] });
  });
});

describe('a printed name', () => {
  it.each([
    ['Glycerin', 'EXACT glycerin'],
    ['GLYCERINE', 'ALIAS glycerin'],
    ['Butylene-Glycol', 'EXACT butylene-glycol'],
    ['1.2 Hexane Diol', 'EXACT 1-2-hexanediol'],
    ['Water', 'ALIAS aqua'],
    ['Shea Butter', 'ALIAS butyrospermum-parkii-butter'],
    ['PEG/PPG-17/4 Dimethyl Ether', 'EXACT peg-ppg-17-4-dimethyl-ether'],
    ['77891', 'EXACT ci-77891'],
    ['C.I. 77891', 'EXACT ci-77891'],
    ['Colour Index 77891', 'EXACT ci-77891'],
    ['CI 15850:1', 'EXACT ci-15850'],
    ['15850 : 1', 'EXACT ci-15850'],
    [' 77891 ', 'EXACT ci-77891'],
    ['Color Index 77891', 'EXACT ci-77891'],
    ['Colour Index No. 77891', 'EXACT ci-77891'],
    ['C. I. No 77891', 'EXACT ci-77891'],
    ['No.77891', 'EXACT ci-77891'],
    ['Zyvor 77891', 'UNKNOWN'],
    ['77891 Zyvor', 'UNKNOWN'],
    ['177891', 'UNKNOWN'],
    ['778911', 'UNKNOWN'],
    ['15850:12', 'UNKNOWN'],
    ['77999', 'UNKNOWN'],
    ['Zyvorethyl', 'UNKNOWN'],
    ['', 'UNKNOWN'],
  ])('is read as it stands: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it.each([
    ['Prunus Amygdalus Dulcis (Sweet Almond) Oil', 'EXACT prunus-amygdalus-dulcis-oil'],
    ['Citrus Limon(Lemon) Peel Oil', 'EXACT citrus-limon-peel-oil'],
    ['Stellaria Media (Chickweed( Extract', 'EXACT stellaria-media-extract'],
    ['Glycerin (vegetable)', 'EXACT glycerin'],
    ['Glycerin (Vitamin E)', 'EXACT glycerin'],
    ['Glycerin (Provitamin A)', 'EXACT glycerin'],
    ['Glycerin (Pro-Vitamin A)', 'EXACT glycerin'],
    ['Retinol [nano]', 'EXACT retinol'],
    ['Licorice (Glycyrrhiza Glabra) Root Extract', 'EXACT glycyrrhiza-glabra-root-extract'],
    ['Butyrospermum Parkii (Shea Butter)', 'EXACT butyrospermum-parkii-butter'],
    ['Butyrospermum Parkii (Wild Shea Butter)', 'EXACT butyrospermum-parkii-butter'],
    ['Salicylic (Strong Acid)', 'UNKNOWN'],
    ['Tocopheryl Acetate (Vitamin E)', 'EXACT tocopheryl-acetate'],
    ['Bright Red (CI 77491)', 'EXACT ci-77491'],
  ])('is read without the remark in its brackets: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it.each([
    ['SD Alcohol 40-B (Alcohol Denat.)', 'EXACT sd-alcohol-40-b alcohol-denat'],
    ['Titanium Dioxide (CI 77891)', 'EXACT titanium-dioxide ci-77891'],
    ['Glycerin (Retinol)', 'EXACT glycerin retinol'],
    ['Aqua (Water)', 'ALIAS aqua'],
    ['Aqua (Water, Eau)', 'ALIAS aqua'],
    ['Glycerin (Zyvor, Retinol; 1,2-Hexanediol)', 'EXACT glycerin retinol 1-2-hexanediol'],
  ])('with another name in brackets is both: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it('that nobody knows is only near what stands in its brackets: it may be more', () => {
    expect(reading('Zyvor Complex (Panthenol)')).toBe('NEAR panthenol');
    expect(reading('Zyvor Complex (Retinol, Panthenol)')).toBe('NEAR panthenol retinol');
    expect(reading('Zyvor Complex (Panthenol) Base')).toBe('UNKNOWN');
  });

  it.each([
    ['Aqua/Water/Eau', 'ALIAS aqua'],
    ['Parfum - Fragrance', 'ALIAS parfum'],
    ['Titanium Dioxide / CI 77891', 'EXACT titanium-dioxide ci-77891'],
    ['Retinol/Menthol', 'EXACT retinol menthol'],
    ['Hordeum Vulgare Extract/Extrait d’Orge', 'EXACT hordeum-vulgare-extract'],
    ['Lavandula Angustifolia Oil/Lavender Oil', 'EXACT lavandula-angustifolia-oil'],
    ['CI 77491/Rouge Zyvor', 'EXACT ci-77491'],
    ['Shea Butter/Zyvor Butter', 'UNKNOWN'],
    ['Lavandula Angustifolia Oil/Lavender Zyvor', 'UNKNOWN'],
    ['Lavandula Angustifolia Oil/Lavender Water', 'UNKNOWN'],
    ['Prunus Amygdalus Dulcis Oil - Sweet Almond Oil', 'EXACT prunus-amygdalus-dulcis-oil'],
    ['Caprylic/Capric Triglyceride', 'EXACT caprylic-capric-triglyceride'],
    ['Retinol/Zyvorethyl', 'UNKNOWN'],
    ['Zyvorethyl/Retinol', 'UNKNOWN'],
    ['Zyvor Nova Extract/Retinol', 'UNKNOWN'],
    ['SD Alcohol 40-B/Zyvor', 'UNKNOWN'],
    ['a/b/c/d/e/f/g/h/i', 'UNKNOWN'],
  ])('with slashes is each of its parts, or none: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it('is read up to two thousand characters', () => {
    expect([2000, 2001].map((length) => reading('Glycerin'.padEnd(length)))).toEqual(['EXACT glycerin', 'UNKNOWN']);
  });

  it('with slashes is read to its eighth part', () => {
    const parts = (count: number): string => `Hordeum Vulgare Extract${'/Extrait d’Orge'.repeat(count - 1)}`;
    expect([8, 9].map((count) => reading(parts(count)))).toEqual(['EXACT hordeum-vulgare-extract', 'UNKNOWN']);
    const plant = (more: string): string =>
      `Lavandula Angustifolia Bud/Stem/Root/Seed/Bark/Fruit/Herb${more}/Leaf Extract`;
    const leaf = 'ALIAS lavandula-angustifolia-leaf-extract';
    expect(['', '/Petal'].map((more) => reading(plant(more)))).toEqual([leaf, 'UNKNOWN']);
  });

  it.each([
    [
      'Lavandula Angustifolia Flower/Leaf/Stem Extract',
      'ALIAS lavandula-angustifolia-flower-extract lavandula-angustifolia-leaf-extract',
    ],
    ['Lavandula Angustifolia Flower / Stem Extract', 'ALIAS lavandula-angustifolia-flower-extract'],
    ['Lavandula Angustifolia Root/Stem Extract', 'UNKNOWN'],
    ['Lavandula Angustifolia Flower/Zyvor Extract', 'UNKNOWN'],
    ['/Leaf Extract', 'UNKNOWN'],
  ])('of several parts of a plant is the extract of those that are known: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it.each([
    ['Extract', 'Extrait'],
    ['Oil', 'Huile'],
    ['Wax', 'Cire'],
    ['Wax', 'Cera'],
    ['Butter', 'Beurre'],
    ['Water', 'Eau'],
    ['Salt', 'Sel'],
    ['Powder', 'Poudre'],
    ['Juice', 'Jus'],
    ['Juice', 'Suc'],
    ['Gum', 'Gomme'],
    ['Protein', 'Proteine'],
    ['Honey', 'Miel'],
  ])('with its French beside it is one name: %s, %s', (english, french) => {
    const bilingual = nameIndex([named(`Rosa ${english}`), named('Rosa Zyvor')]);
    expect(readName(bilingual, `Rosa ${english}/${french} de Rose`).certainty).toBe('EXACT');
    expect(readName(bilingual, `Rosa Zyvor/${french} de Rose`).certainty).toBe('UNKNOWN');
  });

  it.each([
    ['Organic Shea Butter', 'ALIAS butyrospermum-parkii-butter'],
    ['Certified Organic Lavandula Angustifolia Oil', 'EXACT lavandula-angustifolia-oil'],
    ['Pure Glycerin USP', 'EXACT glycerin'],
    ['Glycerin from Coconut', 'EXACT glycerin'],
    ['Glycerin derived from Palm', 'EXACT glycerin'],
    ['Glycerin sourced from Palm', 'EXACT glycerin'],
    ['Glycerin of natural origin', 'EXACT glycerin'],
    ['Glycerin of plant origin', 'EXACT glycerin'],
    ['Glycerin fromage', 'UNKNOWN'],
    ['Panthenol 5%', 'EXACT panthenol'],
    ['Panthenol 12.5 %', 'EXACT panthenol'],
    ['Panthenol 0,25%', 'EXACT panthenol'],
    ['100 percent Panthenol', 'EXACT panthenol'],
    ['Panthenol 10X', 'EXACT panthenol'],
    ['Panthenol 200:1', 'EXACT panthenol'],
    ['Panthenol 10', 'UNKNOWN'],
    ['Panthenol 2000%', 'UNKNOWN'],
    ['Panthenol™', 'EXACT panthenol'],
    ['Panthenol®', 'EXACT panthenol'],
    ['Panthenol©*', 'EXACT panthenol'],
    ['Panthenol℠', 'EXACT panthenol'],
    ['Panthenol (TM)', 'EXACT panthenol'],
    ['Panthenol (r) USP', 'EXACT panthenol'],
    ['Retinol CAS 68-26-8', 'EXACT retinol'],
    ['Retinol CAS No. 68-26-8', 'EXACT retinol'],
    ['Retinol cas number: 68-26-8', 'EXACT retinol'],
    ['68-26-8 Retinol', 'EXACT retinol'],
    ['Retinol 1234567-26-8', 'EXACT retinol'],
    ['Retinol 68-2-8', 'UNKNOWN'],
    ['L-Menthol', 'EXACT menthol'],
    ['d-Panthenol', 'EXACT panthenol'],
    ['DL-Panthenol', 'EXACT panthenol'],
    ['DL Panthenol', 'EXACT panthenol'],
    ['Lavandula Angustifolia Essential Oils', 'UNKNOWN'],
    ['Lavandula Angustifolia Esssential Oil', 'EXACT lavandula-angustifolia-oil'],
    ['Essential Lavandula Angustifolia Oil', 'UNKNOWN'],
    ['Camellia Sinensis Leaf Extr.', 'EXACT camellia-sinensis-leaf-extract'],
    ['Lavandula Angustifolia Essential Oil', 'EXACT lavandula-angustifolia-oil'],
    ['Camellia Sinensis Leaf Ext.', 'EXACT camellia-sinensis-leaf-extract'],
    ['Natural CI 77491', 'EXACT ci-77491'],
    ['Organic Extract of Camellia Sinensis Leaf', 'ALIAS camellia-sinensis-leaf-extract'],
    ['Natural Fragrance', 'ALIAS parfum'],
    ['Water from Zyvor', 'UNKNOWN'],
    ['Organic', 'UNKNOWN'],
    ['Organic Natural', 'UNKNOWN'],
    ['USP 5%', 'UNKNOWN'],
    ['5%', 'UNKNOWN'],
    ['Zyvor (Shea) (%)', 'UNKNOWN'],
    ['Zyvor (…)', 'UNKNOWN'],
  ])('is read without words that never change what it is: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it.each([
    ['Extract of Camellia Sinensis Leaf', 'ALIAS camellia-sinensis-leaf-extract'],
    ['Leaf Extract, Camellia Sinensis', 'ALIAS camellia-sinensis-leaf-extract'],
    ['Oil of Lavandula Angustifolia', 'ALIAS lavandula-angustifolia-oil'],
    ['Butter of Shea', 'ALIAS butyrospermum-parkii-butter'],
    ['Butter, Shea', 'ALIAS butyrospermum-parkii-butter'],
    ['Acid Salicylic', 'UNKNOWN'],
  ])('of a plant is read in any order of its words: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it.each(['Oil', 'Juice', 'Tincture'])('of a plant is read in any order whatever is made of it: %s', (form) => {
    const made = nameIndex([named(`Rosa Canina ${form}`)]);
    expect(readName(made, `The ${form} of Rosa Canina`)).toEqual({
      certainty: 'ALIAS',
      ids: [`rosa-canina-${form.toLowerCase()}`],
    });
  });

  it('gives all ingredients that share its words', () => {
    const twins = nameIndex([named('Rosa Oil Seed'), named('Rosa Seed Oil'), named('Oil Rosa Seed')]);
    expect(readName(twins, 'Seed Oil of Rosa').ids).toEqual(['oil-rosa-seed', 'rosa-oil-seed', 'rosa-seed-oil']);
    const alike = nameIndex([{ ...named('Rosa Seed Oil'), aliases: ['Oil Rosa Seed'] }]);
    expect(readName(alike, 'Seed Rosa Oil').ids).toEqual(['rosa-seed-oil']);
  });

  it.each([
    ['Water Glycerin', 'ALIAS aqua glycerin'],
    ['Glycerin Water', 'ALIAS glycerin aqua'],
    ['Cetearyl Alcohol Parfum', 'EXACT cetearyl-alcohol parfum'],
    ['Salicylic Acid Alcohol Denat. Menthol', 'EXACT salicylic-acid alcohol-denat menthol'],
    ['GlycerinRetinol', 'EXACT glycerin retinol'],
    ['Water Prunus Amygdalus Dulcis (Sweet Almond) Oil', 'ALIAS aqua prunus-amygdalus-dulcis-oil'],
    ['Retinol Retinol', 'EXACT retinol'],
    ['Glycerin Zyvor Retinol', 'UNKNOWN'],
    ['Rosmarinus Officinalis Leaf Water', 'UNKNOWN'],
    ['Urea '.repeat(200), 'EXACT urea'],
    ['Urea '.repeat(201), 'UNKNOWN'],
    ['Urea '.repeat(401), 'UNKNOWN'],
  ])('that lost its commas is all the names in it: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it('is found by up to ten words, glued to another or in running text', () => {
    const words = (count: number): string =>
      'One Two Three Four Five Six Seven Eight Nine Ten Eleven'.split(' ').slice(0, count).join(' ');
    const found = (count: number): unknown[] => {
      const long = nameIndex([named(words(count)), named('Urea')]);
      return [
        readName(long, `Urea ${words(count)}`).ids.length,
        mentions(long, `Now with ${words(count)} inside`).length,
      ];
    };
    expect([found(10), found(11)]).toEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it('takes the longest names first, and shorter ones where nothing else is left', () => {
    const glued = nameIndex([named('Zinc'), named('Zinc Oxide'), named('Oxide Zinc Salt'), named('Salt')]);
    expect(readName(glued, 'Zinc Oxide Salt').ids).toEqual(['zinc-oxide', 'salt']);
    expect(readName(glued, 'Zinc Oxide Zinc Salt').ids).toEqual(['zinc-oxide', 'zinc', 'salt']);
    const scarce = nameIndex([named('Zinc'), named('Zinc Oxide'), named('Oxide Salt')]);
    expect(readName(scarce, 'Zinc Oxide Salt').ids).toEqual(['zinc', 'oxide-salt']);
  });
});

describe('a misspelt name', () => {
  it.each([
    ['Glycerim', 'NEAR glycerin'],
    ['G1ycerin', 'NEAR glycerin'],
    ['Salicylic Acicl', 'NEAR salicylic-acid'],
    ['Retinul', 'NEAR retinal retinol'],
    ['Prunus Amygdalis Dulcis (Sweet Almond) Oil', 'NEAR prunus-amygdalus-dulcis-oil'],
    ['Zyvor (Mentol)', 'NEAR menthol'],
    ['Citrus Zyvor (Menthol) Peel', 'UNKNOWN'],
    ['PEG-9', 'UNKNOWN'],
    ['PEG-81', 'UNKNOWN'],
    ['Polyquaternium-10', 'UNKNOWN'],
    ['CI 77892', 'UNKNOWN'],
    ['Salicylate', 'UNKNOWN'],
    ['Leaf Extract', 'UNKNOWN'],
    ['Urra', 'UNKNOWN'],
  ])('is only near, and never over a digit: %s', (printed, expected) => {
    expect(reading(printed)).toBe(expected);
  });

  it('is unknown where near names are not asked for', () => {
    expect(readName(index, 'Glycerim', false)).toEqual({ certainty: 'UNKNOWN', ids: [] });
  });

  it('reads the same each time', () => {
    for (const printed of ['Retinul', 'Aqua/Water', 'Zyvor'])
      expect(readName(index, printed)).toEqual(readName(index, printed));
  });
});

describe('a name that was cut off', () => {
  it.each(['Sodium Hyalur', 'Ethylhexyl', 'Ret', 'Butylene Gly', 'Zinc'])('is the beginning of one: %s', (printed) => {
    expect(isCutShort(index, printed)).toBe(printed !== 'Zinc');
  });

  it.each(['Retinol', 'Alcohol', 'Re', '', 'Zyvor', 'Zzz'])('is not every name: %s', (printed) => {
    expect(isCutShort(index, printed)).toBe(false);
  });
});

describe('ingredients that running text speaks of', () => {
  it.each([
    ['Retinol smooths lines, and panthenol soothes.', ['panthenol', 'retinol']],
    ['-4% Salicylic Acid Complex: helps', ['salicylic-acid']],
    ['Sodium Hyaluronate Night Cream', ['sodium-hyaluronate']],
    ['with 1,2-hexanediol inside', ['1-2-hexanediol']],
    ['menthol-infused pads', ['menthol']],
    ['Three Retinols', ['retinol']],
    ['Cetearyl alcohol is no drying alcohol', ['cetearyl-alcohol']],
    ['retinoland, xretinol', []],
    ['retinoly, ureal', []],
    ['', []],
  ])('are named by whole words: %s', (text, expected) => {
    expect(mentions(index, text)).toEqual(expected);
  });

  it.each([
    ['Free from alcohol and fragrance.', []],
    ['Free of parfum, with retinol', ['retinol']],
    ['Without alcohol, menthol or parfum. Contains urea.', ['urea']],
    ['No alcohol, no parfum; retinol inside', ['retinol']],
    ['Alcohol-free, but rich in menthol', ['menthol']],
    ['fragrance free retinol', ['retinol']],
    ['sans parfum', []],
    ['Feel free to use retinol', ['retinol']],
    ['With the strength of retinol, made from menthol', ['menthol', 'retinol']],
    ['Dermatologists approve! No alcohol', []],
  ])('are not those that it denies: %s', (text, expected) => {
    expect(mentions(index, text)).toEqual(expected);
  });
});
