import { familyOf } from '../../src/core/tagging/family-rules.js';
import { formula, knowledge, read } from '../support/world.js';

/**
 * For each family rule names of the EU inventory, or of packs, that look like its members and are none:
 * a plant named like a harmless one, a polymer that carries an active. Beside each stands the class that it
 * must have instead, or "unread" where nothing vouches for it.
 */
const FALSE_HITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'abrasive-shells': {
    'Ostrea Shell Extract': 'botanical_other',
    'Hydrolyzed Conchiolin Protein': 'botanical_other',
  },
  'aha-salts': {
    'Glyceryl Thioglycolate': 'unread',
    'Ammonium Thioglycolate': 'unread',
  },
  'aromatic-plants': {
    'Lavandula Oil/Extract': 'essential_oil',
    'Rosa Canina Fruit Oil': 'plant_oil_benign',
    'Mentha Piperita/Capsicum Annuum Fruit Extract': 'heating',
    'Citrus Limon/Hypericum Perforatum Extract': 'unread',
  },
  'ascorbyl-esters': {
    'Sodium Ascorbyl Phosphate': 'vitc_ws',
    'Ascorbyl Glucoside': 'vitc_ws',
  },
  'bee-products': {
    'Beeswax Acid': 'unread',
    'Cera Alba': 'wax',
  },
  ceramides: {
    'Ceramide Dihydroxy Isostearate': 'unread',
    'Glycoceramide Complex': 'unread',
  },
  'colour-index': {
    'CI 77947': 'zinc_care',
    'CI 77491': 'iron_oxides',
    'CI 77820': 'colloidal_metal',
  },
  'colour-names': {
    'Acid Red 27': 'unread',
    'HC Yellow No. 4': 'unread',
  },
  'conditioned-media': {
    'Human Milk Oligosaccharides': 'unread',
    'sh-Oligopeptide-1': 'growth_factor_recomb',
  },
  'copper-peptides': {
    'Copper Gluconate': 'sucralfate_metal',
    'Human Copper Peptide': 'unread',
  },
  daisies: {
    'Matricaria Recutita/Lavandula Angustifolia Flower Extract': 'aromatic_extract',
    'Chamomilla Recutita Flower/Lavandula Angustifolia Flower/Melissa Officinalis Leaf/Rosmarinus Officinalis Leaf/Salvia Officinalis Leaf Extract':
      'aromatic_extract',
    'Achillea Millefolium/Propolis Extract': 'bee_products',
    'Chrysanthemum Morifolium Flower Extract': 'botanical_other',
  },
  'daisy-oils': {
    'Calendula Officinalis Seed Oil': 'plant_oil_benign',
    'Chamomilla Recutita Flower Oil': 'essential_oil',
  },
  'emulsifiers-by-number': {
    'Laureth-4': 'comedogenic_oil',
    'Laneth-10': 'lanolin',
    'Retineth-10': 'unread',
    'Menthyleth-3': 'unread',
  },
  'essential-oils': {
    'Citrus Limon Peel Oil': 'phototoxic',
    'Citrus Species Peel Oil Expressed': 'phototoxic',
    'Citrus Medica Vulgaris Peel Oil': 'phototoxic',
    'Angelica Archangelica Root Oil': 'phototoxic',
    'Cinnamomum Zeylanicum Bark Oil': 'heating',
  },
  exosomes: { 'Exopolysaccharide Ferment': 'unread' },
  'fatty-glycerides': {
    'Glyceryl Retinoate': 'retinoid_ester_new',
    'Glyceryl Ascorbate': 'vitc_ws',
  },
  ferments: {
    'Lactobacillus/Papaya Fruit Ferment Extract': 'enzyme',
    'Leuconostoc/Radish Root Ferment Filtrate': 'phenoxyethanol',
    'Bacillus/Rice Bran/Honey Ferment': 'unread',
    'Bacillus/Royal Jelly/Soybean Ferment Filtrate': 'bee_products',
    'Saccharomyces/Lavender Flower/Leaf/Stem Extract Ferment Filtrate': 'unread',
    'Lactobacillus/Pig Placenta Ferment Filtrate': 'unread',
  },
  'fixed-oils': {
    'Coriandrum Sativum Seed Oil': 'essential_oil',
    'Pimpinella Anisum Seed Oil': 'essential_oil',
    'Tonka Bean Oil': 'essential_oil',
    'Vitex Negundo Flower/Leaf/Seed Oil': 'essential_oil',
    'Euphorbia Lathyris Seed Oil': 'unread',
    'Oxidized Hazelnut Seed Oil': 'unread',
    'Theobroma Cacao Seed Butter': 'comedogenic_oil',
  },
  'growth-factors': {
    'Human Fibroblast Conditioned Media': 'conditioned_media',
    'Kojyl Carboxy sh-Nonapeptide-2': 'unread',
    'Debutylamino Finasteridoyl sh-Pentapeptide-12 SP': 'unread',
  },
  isothiazolinones: { 'Thiazolinone Blue': 'unread' },
  lanolin: {
    'Isostearyl Alcohol': 'inert_other',
    'Lanosterol Complex': 'unread',
  },
  'mild-surfactants': {
    'Undecylenoyl Glycine': 'active_other',
    'Capryloyl Salicylic Acid': 'lha',
    'Methoxycinnamidopropyl Hydroxysultaine': 'uv_organic',
    'Glyoxyloyl Keratin Amino Acids': 'unread',
    'Sodium Lauryl Sulfate': 'surfactant_harsh',
  },
  nicotinates: { Nicotinamide: 'niacinamide' },
  'numbered-polymers': {
    'Quaternium-15': 'formaldehyde_donor',
    'Quaternium-45': 'active_other',
    'Polyquaternium-59': 'uv_organic',
    'Polysilicone-15': 'uv_organic',
  },
  parabens: { 'p-Hydroxybenzaldehyde': 'unread' },
  peptides: {
    'Acetyl Hexapeptide-8': 'peptide_neuro',
    'Copper Tripeptide-1': 'copper_peptide',
    'sh-Oligopeptide-1': 'growth_factor_recomb',
    'Capsaicinyl Succinoyl Tripeptide-7': 'heating',
    'Minoxidil Succinoyl Decapeptide-18': 'hair_actives',
    'R-Clostridium Histolyticum Collagenase G Hexapeptide-40': 'enzyme',
    'Aminolevulinoyl Tripeptide-35': 'unread',
  },
  'phototoxic-oils': {
    'Ficus Carica Fruit Extract': 'botanical_other',
    Bakuchiol: 'bakuchiol',
  },
  plants: {
    'Salix Nigra Bark Extract': 'bha',
    'Hamamelis Virginiana Leaf Extract': 'witch_hazel',
    'Geranium Leaf Extract': 'aromatic_extract',
    'Verbena Leaf Extract': 'aromatic_extract',
    'Cassia Bark Extract': 'heating',
    'Brassica Nigra Seed Extract': 'heating',
    'Betula Lenta Twig Extract': 'fragrance_allergen',
    'Saussurea Lappa Root Extract': 'fragrance_allergen',
    'Prunus Amygdalus Dulcis Seedcoat Powder': 'abrasive',
    'Prunus Persica Seedcoat Powder': 'unread',
    'Oryza Sativa Hull Powder': 'abrasive',
    'Acacia Catechu Leaf/Wood Powder': 'unread',
  },
  'polyphenol-plants': {
    'Camellia Sinensis Seed Oil': 'plant_oil_benign',
    'Camellia Sinensis Leaf/Propolis Extract': 'bee_products',
    'Camellia Sinensis Leaf/Mentha Piperita Leaf Extract': 'aromatic_extract',
    'Camellia Sinensis Seedcoat Powder': 'unread',
  },
  'protein-hydrolysates': {
    'Hydrolyzed Collagen': 'collagen_topical',
    'Hydrolyzed Sea Cucumber Protein': 'snail',
    'Hydrolyzed Placental Protein': 'conditioned_media',
  },
  'retinoate-esters': { 'Retinyl Palmitate': 'retinyl_ester' },
  'retinyl-esters': {
    'Ethyl Lactyl Retinoate': 'retinoid_ester_new',
    Retinol: 'retinol',
  },
  silicones: {
    'Drometrizole Trisiloxane': 'uv_organic',
    'Methoxycinnamidopropyl Polysilsesquioxane': 'uv_organic',
    'Bis-Mercaptopropyl Dimethicone': 'unread',
    'Methyleugenyl PEG-8 Dimethicone': 'unread',
    'Glycidoxy Dimethicone': 'unread',
    Polymethylsilsesquioxane: 'glitter_particle',
  },
  snail: { 'Hedera Helix Extract': 'botanical_other' },
  'synthetic-polymers': {
    'Sodium Hyaluronate Crosspolymer': 'ha_hmw',
    'Methyl Methacrylate Crosspolymer': 'glitter_particle',
    'Carbomer/Papain Crosspolymer': 'enzyme',
    'Acrylates/Rhus Verniciflua Sap Extract Crosspolymer': 'unread',
    '4,4’-Isopropylidenediphenol/Epichlorohydrin Copolymer': 'unread',
    'Azelaic Acid/Polyglyceryl-3 Copolymer': 'unread',
    'Acetyl Hydrogenated Citronellol/Geraniol/Nerol Copolymer': 'unread',
  },
  'tocopheryl-esters': {
    'Tocopheryl Nicotinate': 'nicotinate',
    'Tocopheryl Retinoate': 'retinoid_ester_new',
    'Tocopheryl Tranexamate HCl': 'unread',
  },
};

const falseHits = Object.entries(FALSE_HITS).flatMap(([rule, names]) =>
  Object.entries(names).map(([name, instead]) => [rule, name, instead] as const),
);
const tagsOf = (name: string): readonly string[] => read(formula('Dew', `Aqua, ${name}`)).tokens[1]?.tags ?? [];

it('every family rule has its false hits here', () => {
  expect(Object.keys(FALSE_HITS).sort()).toEqual(knowledge.families.map(({ id }) => id).sort());
});

describe('a family takes in nobody who only looks like a member', () => {
  it.each(falseHits)('%s: %s is %s', (rule, name, instead) => {
    const tag = knowledge.families.find(({ id }) => id === rule)?.tag;
    expect(tagsOf(name)).toContain(instead);
    expect(tagsOf(name)).not.toEqual([tag]);
    if (instead === 'unread') expect(familyOf(name, knowledge.families)).toBeUndefined();
  });
});
