import { readFileSync } from 'node:fs';
import { familyOf, type FamilyRule } from '../../../src/core/tagging/family-rules.js';

const rule = (parts: Partial<FamilyRule>): FamilyRule => ({
  id: 'rule',
  tag: 'tag',
  because: 'test',
  except: [],
  ...parts,
});
const isOf = (parts: Partial<FamilyRule>, name: string): boolean => familyOf(name, [rule(parts)]) !== undefined;

describe('a family rule', () => {
  it.each([
    [{ suffix: ['seed oil'] }, 'Salvia Hispanica Seed Oil', true],
    [{ suffix: ['seed oil'] }, 'Salvia Hispanica (Chia) Seed Oil', true],
    [{ suffix: ['seed oil'] }, 'Organic Seed Oil Natural', true],
    [{ suffix: ['seed oil'] }, 'Seed Oil Esters', false],
    [{ is: ['seed oil'] }, 'Certified Pure Seed Oil and Natural', true],
    [{ is: ['seed oil'] }, 'Seed Oil (Organic)', true],
    [{ is: ['seed oil'] }, 'Red Seed Oil', false],
    [{ is: ['organic'] }, 'Organic', true],
    [{ is: ['pure'] }, 'Organic Pure', true],
    [{ suffix: ['oil', 'seed oil', 'wax'] }, 'Chia Seed Oil', true],
    [{ prefix: ['bis peg #', 'peg #'] }, 'PEG-8 Stearate', true],
    [{ prefix: ['peg #'], suffix: ['oil'] }, 'PEG-40 Castor Oil', true],
    [{ prefix: ['peg #'] }, 'PEG-100M Stearate', true],
    [{ prefix: ['peg #'] }, 'PEG-8MX Stearate', false],
    [{ prefix: ['peg #'] }, 'PEG-X8 Stearate', false],
    [{ prefix: ['retin*'], suffix: ['*ate'] }, 'Retinyl Palmitate', true],
    [{ prefix: ['retin*'], suffix: ['*ate'] }, 'Hydroxyretinyl Palmitate', false],
    [{ prefix: ['retin*'], suffix: ['*ate'] }, 'Retinyl Palmitates', false],
    [{ holds: ['green tea'] }, 'White Tea Green', false],
    [{ holds: ['green tea'] }, 'Pale Green Tea Water', true],
    [{ suffix: ['seed oil'] }, 'Birdseed Oil', false],
    [{ prefix: ['peg #'] }, 'PEG-8 Stearate', true],
    [{ prefix: ['peg #'] }, 'PEG Stearate', false],
    [{ prefix: ['peg #'] }, 'Bis-PEG-8 Stearate', false],
    [{ is: ['*eth #'] }, 'Laureth-4', true],
    [{ is: ['*eth #'] }, 'Sodium Laureth-4 Sulfate', false],
    [{ is: ['ceramide *'] }, 'Ceramide NP', true],
    [{ holds: ['retinyl*'] }, 'Zinc Retinylate Salt', true],
    [{ holds: ['retinyl*'] }, 'Zinc Salt', false],
    [{ genera: ['Rosa'], suffix: ['extract'] }, 'Rosa Gallica Flower Extract', true],
    [{ genera: ['Rosa'], suffix: ['extract'] }, 'Rosacea Extract', false],
    [{ genera: ['Rosa'], suffix: ['extract'] }, 'Rosa Gallica Flower Oil', false],
    [{ suffix: ['*ate'], fewestWords: 2 }, 'Glyceryl Stearate', true],
    [{ suffix: ['*ate'], fewestWords: 2 }, 'Stearate', false],
    [{ suffix: ['oil'], except: ['cumin', 'bitter almond'] }, 'Black Cumin Oil', false],
    [{ suffix: ['oil'], except: ['cumin', 'bitter almond'] }, 'Bitter Almond Oil', false],
    [{ suffix: ['oil'], except: ['cumin', 'bitter almond'] }, 'Sweet Almond Oil', true],
    [{ prefix: ['sodium'], suffix: ['chloride'] }, 'Sodium Chloride', true],
    [{ prefix: ['sodium'], suffix: ['chloride'] }, 'Sodium Bromide', false],
    [{ prefix: ['* violet'] }, 'Ext. Violet 2', true],
    [{ suffix: ['oil', '*ate'] }, 'Retinyl Palmitate', true],
    [{ suffix: ['oil', 'dye #'] }, 'Red Dye 40', true],
    [{ prefix: ['sodium', 'retin*'] }, 'Retinyl Palmitate', true],
    [{ genera: ['Rosa'] }, 'Rosa Gallica', true],
    [{ prefix: ['retin*'] }, 'Zinc Retinyl Salt', false],
    [{ prefix: ['green tea'] }, 'Green Wax Green Tea', false],
    [{ suffix: ['*ate'] }, 'Stearate Water', false],
    [{ suffix: ['seed oil'] }, 'Seed Oil Shell Oil', false],
    [{ suffix: ['oil'] }, 'Organic', false],
    [{ is: ['oil'] }, 'Natural and Pure Oil', true],
  ])('%j and "%s": %s', (parts, name, expected) => {
    expect(isOf(parts, name)).toBe(expected);
  });

  it('that says more decides, and of equals the first by id', () => {
    const rules = [
      rule({ id: 'oils', suffix: ['oil'] }),
      rule({ id: 'seed-oils', suffix: ['seed oil'] }),
      rule({ id: 'also-oils', suffix: ['oil'] }),
    ];
    expect(familyOf('Chia Seed Oil', rules)?.id).toBe('seed-oils');
    expect(familyOf('Chia Oil', rules)?.id).toBe('also-oils');
    expect(familyOf('Chia Oil', [...rules].reverse())?.id).toBe('also-oils');
  });

  it('that asks for a genus too says more than one that does not', () => {
    const rules = [
      rule({ id: 'extracts', suffix: ['extract'] }),
      rule({ id: 'roses', genera: ['Rosa'], suffix: ['extract'] }),
    ];
    expect(familyOf('Rosa Gallica Extract', rules)?.id).toBe('roses');
    expect(familyOf('Viola Odorata Extract', rules)?.id).toBe('extracts');
  });

  it('that states several parts says as much as they do together', () => {
    const rules = [
      rule({ id: 'a', suffix: ['seed oil'] }),
      rule({ id: 'b', prefix: ['rosa'], holds: ['gallica'], suffix: ['oil'] }),
    ];
    expect(familyOf('Rosa Gallica Seed Oil', rules)?.id).toBe('b');
  });

  it('is asked of a name of three hundred letters, and of none that is longer', () => {
    const name = (letters: number): string => `${'x'.repeat(letters - 4)} Oil`;
    expect([name(300), name(301)].map((text) => isOf({ suffix: ['oil'] }, text))).toEqual([true, false]);
  });

  it('is not asked of a text that is no name', () => {
    expect(isOf({ suffix: ['oil'] }, `${'Rosa '.repeat(80)}Oil`)).toBe(false);
    expect(isOf({ suffix: ['oil'] }, '')).toBe(false);
  });
});

describe('the families of the seeds', () => {
  const families = JSON.parse(
    readFileSync(new URL('../../../seeds/knowledge/families.json', import.meta.url), 'utf8'),
  ) as FamilyRule[];
  const tagOf = (name: string): string | undefined => familyOf(name, families)?.tag;

  it.each([
    ['abrasive', 'Carya Illinoinensis Shell Powder', 'Prunus Persica Stone Powder'],
    ['aha', 'Potassium Glycolate', 'Zinc Glycolate'],
    ['aromatic_extract', 'Lavandula Stoechas Flower Extract', 'Citrus Junos Fruit Juice'],
    ['vitc_lipid', 'Ascorbyl Stearate', 'Glucosamine Ascorbate'],
    ['bee_products', 'Brazilian Propolis Water', 'Hydrolyzed Royal Jelly Extract'],
    ['ceramides', 'Ceramide AH', 'Ceramide 9'],
    ['dye_pigment', 'CI 20170', 'FD&C Green No. 3'],
    ['conditioned_media', 'Human Fibroblast Lysate', 'Placental Protein'],
    ['copper_peptide', 'Copper Tetrapeptide-52', 'Copper Pentapeptide-9 Acetate'],
    ['arnica_botanicals', 'Achillea Ptarmica Extract', 'Calendula Arvensis Flower Oil'],
    ['inert_other', 'Steareth-21', 'C12-13 Pareth-9'],
    ['essential_oil', 'Artemisia Argyi Leaf Oil', 'Aglaia Odorata Flower Oil'],
    ['exosome', 'Rosa Damascena Exosomes', 'Lactobacillus Extracellular Vesicles'],
    ['inert_other', 'Polyglyceryl-5 Trioleate', 'Sucrose Tetrastearate'],
    ['probiotic', 'Lactobacillus/Oat Ferment Filtrate', 'Saccharomycopsis Ferment Filtrate'],
    ['plant_oil_benign', 'Cucurbita Maxima Seed Oil', 'Allanblackia Stuhlmannii Seed Butter'],
    ['growth_factor_recomb', 'sh-Polypeptide-121', 'Rice rh-Oligopeptide-4'],
    ['isothiazolinone', 'Octylisothiazolinone', 'Zinc Butylbenzisothiazolinone'],
    ['lanolin', 'PEG-10 Lanolin', 'Magnesium Lanolate'],
    ['surfactant_mild', 'Potassium Lauroyl Glutamate', 'Almondamidopropyl Betaine'],
    ['nicotinate', 'Inositol Nicotinate', 'Chromium Polynicotinate'],
    ['inert_other', 'Polyquaternium-88', 'Poloxamer 231'],
    ['paraben', 'Isodecylparaben', 'Sodium Butylparaben'],
    ['peptide_signal', 'Palmitoyl Tripeptide-88', 'Myristoyl Pentapeptide-44'],
    ['phototoxic', 'Ruta Montana Leaf Oil', 'Psoralea Esculenta Seed Extract'],
    ['botanical_other', 'Rubus Arcticus Leaf Extract', 'Aesculus Chinensis Bark Extract'],
    ['polyphenol', 'Camellia Sinensis Sprout Extract', 'Silybum Marianum Fruit Water'],
    ['botanical_other', 'Hydrolyzed Lupine Protein', 'Hydrolyzed Walnut Protein'],
    ['retinoid_ester_new', 'Ethyl Retinoate', 'Glyceryl Retinoate'],
    ['retinyl_ester', 'Retinyl Oleate', 'PEG-8 Retinyl Succinate'],
    ['dimethicone', 'Bis-Cetyl Cetyl Dimethicone', 'Phenyl Tetrasiloxane'],
    ['snail', 'Helix Aspersa Slime Extract', 'Snail Egg Extract'],
    ['inert_other', 'Acrylates/Ceteth-20 Itaconate Copolymer', 'PEG/PPG-200/70 Copolymer'],
    ['tocopherol', 'Tocopheryl Succinate', 'Tocopheryl Oleate'],
  ])('know %s by its names: %s, %s', (tag, one, other) => {
    expect([tagOf(one), tagOf(other)]).toEqual([tag, tag]);
  });

  it.each([
    ['an essential oil of seeds', 'Coriandrum Sativum Seed Oil'],
    ['a comedogenic oil', 'Theobroma Cacao Seed Butter'],
    ['a wheat germ oil', 'Triticum Vulgare Germ Oil'],
    ['a carrot seed oil', 'Daucus Carota Sativa Seed Oil'],
    ['a seed oil of anise', 'Pimpinella Anisum Seed Oil'],
    ['a bitter almond oil', 'Prunus Amygdalus Amara Kernel Oil'],
    ['a bergamot peel oil', 'Citrus Aurantium Bergamia Peel Oil'],
    ['a heating oil', 'Cinnamomum Zeylanicum Bark Oil'],
    ['a preservative ferment', 'Leuconostoc/Radish Root Ferment Filtrate'],
    ['an enzyme ferment', 'Lactobacillus/Papaya Fruit Ferment Extract'],
    ['a willow bark', 'Salix Nigra Bark Extract'],
    ['a papaya', 'Carica Papaya Leaf Extract'],
    ['a witch hazel', 'Hamamelis Virginiana Twig Extract'],
    ['a capsicum', 'Capsicum Frutescens Fruit Extract'],
    ['a mixture with an aromatic plant', 'Rubus Idaeus Fruit/Mentha Piperita Leaf Extract'],
    ['a formaldehyde donor', 'Quaternium-15'],
    ['a filter that is a polymer', 'Polysilicone-15'],
    ['a filter that is a siloxane', 'Drometrizole Trisiloxane'],
    ['a filter that is a PEG', 'PEG-25 PABA'],
    ['a hyaluronan', 'Sodium Hyaluronate Crosspolymer'],
    ['a glitter', 'Polyethylene Terephthalate/Isophthalate Copolymer'],
    ['a lipohydroxy acid', 'Capryloyl Salicylic Acid'],
    ['an ester of thioglycolic acid', 'Glyceryl Thioglycolate'],
    ['a comedogenic ether', 'Laureth-4'],
    ['a neuropeptide', 'Acetyl Hexapeptide-8'],
    ['a mineral filter', 'CI 77947'],
    ['an iron oxide', 'CI 77491'],
    ['a metal colloid', 'CI 77820'],
    ['a plant oil with an acid in it', 'Retinyl Sunflowerseedate Copolymer Oil'],
    ['a name that nobody knows', 'Zyvor Extract'],
  ])('do not take in %s: %s', (_, name) => {
    const benign = [
      'plant_oil_benign',
      'botanical_other',
      'inert_other',
      'dimethicone',
      'surfactant_mild',
      'dye_pigment',
      'probiotic',
      'peptide_signal',
      'essential_oil',
    ];
    expect(benign).not.toContain(tagOf(name));
  });

  it('are sorted by id, each with a reason', () => {
    expect(families.map(({ id }) => id)).toEqual(families.map(({ id }) => id).sort());
    expect(families.every(({ because }) => because.endsWith('.'))).toBe(true);
  });
});
