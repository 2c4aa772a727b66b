import type { Formula } from '../../src/core/formula.js';

/**
 * A second pair of eyes on the ranking, that knows nothing of how labels are read.
 *
 * It looks for plain words in the raw text of a label and says which product was ranked although one of them stands
 * there and its hold is still running. The words and hours were typed from the dossier (§2, §6, §7.1) and its rulings,
 * for needles of 1.0 mm; nothing here may import the tagger or the seeds, or both would share their mistakes.
 */

/** A product that was ranked too early. */
export interface Leak {
  readonly product: string;
  readonly group: Group;
  /** the word that was found, as it stands in the table below */
  readonly word: string;
  readonly hour: number;
  readonly untilHour: number;
}

export type Group = keyof typeof GROUPS;
export type LabelledProduct = Pick<Formula, 'id' | 'name' | 'category' | 'form' | 'label' | 'claims'>;

/** Ids of the products that were ranked at an hour since the treatment. */
export type RankedAt = (hour: number) => ReadonlySet<string>;

/** What a skin of which more must be assumed does to holds: times `multiplier`, but only until an hour. */
export interface Stretch {
  readonly multiplier: number;
  readonly untilHour: number;
}
export const NO_STRETCH: Stretch = { multiplier: 1, untilHour: Infinity };

/**
 * Every product that is ranked inside the hold of a word on its label, at an hour in each recovery phase and on both
 * sides of the end of each hold.
 */
export function leaksIn(
  products: readonly LabelledProduct[],
  rankedAt: RankedAt,
  stretch: Stretch = NO_STRETCH,
): Leak[] {
  const found = products.map((product) => ({ product, words: wordsOn(product) }));
  return hoursToLookAt(stretch).flatMap((hour) => {
    const ranked = rankedAt(hour);
    return found
      .filter(({ product }) => ranked.has(product.id))
      .flatMap(({ product, words }) =>
        words
          .map((one) => ({ ...one, untilHour: stretched(one.holdHours, stretch) }))
          .filter(({ untilHour }) => hour < untilHour)
          .map(({ group, word, untilHour }) => ({
            product: `${product.id} ${product.name}`,
            group,
            word,
            hour,
            untilHour,
          })),
      );
  });
}

/** A word that was found on a label. */
export interface Found {
  readonly group: Group;
  readonly word: string;
  readonly holdHours: number;
}

/** The words on a label, with the longest hold that the documented exceptions leave of each. */
export function wordsOn(product: LabelledProduct): Found[] {
  const items = itemsOf(product.label);
  const markerAt = items.find(({ text }) => MARKERS.test(text))?.position ?? Infinity;
  return ALL_WORDS.flatMap(({ group, word, holdHours, pattern, relief = ({ holdHours }) => holdHours }) => {
    const holds = items
      .filter(({ text, bare }) => pattern.test(text) || pattern.test(bare))
      .map(({ text, position }) => relief({ text, position, below: position >= markerAt, product, holdHours }));
    const longest = Math.max(0, ...holds);
    return longest === 0 ? [] : [{ group, word, holdHours: longest }];
  });
}

/** The table as it stands: for counting, and for planting each word. */
export function words(): readonly Found[] {
  return ALL_WORDS.map(({ group, word, holdHours }) => ({ group, word, holdHours }));
}

// ---------- the words ----------

/** Where a word stands. */
interface Spot {
  /** the stretch between two commas, lower case */
  readonly text: string;
  /** 1-based, counted in commas */
  readonly position: number;
  /** at or after the first name that is never dosed above one percent */
  readonly below: boolean;
  readonly product: LabelledProduct;
  readonly holdHours: number;
}

/** The hours that a documented exception leaves of a hold. */
type Relief = (spot: Spot) => number;

interface Words {
  /** end of the hold at 1.0 mm, in hours */
  readonly holdHours: number;
  /** a star stands for anything within the same name */
  readonly words: readonly string[];
  readonly relief?: Relief;
}

const speaksOf =
  (subject: RegExp) =>
  ({ name, form, claims }: LabelledProduct): boolean =>
    subject.test([name, form ?? '', claims ?? ''].join(' ').toLowerCase());
const speaksOfExfoliation = speaksOf(/exfoli|peel|resurfac|\bahas?\b|acid/);
const speaksOfAcne = speaksOf(/acne|\bbhas?\b|\bphas?\b|\bpores?\b|blemish|exfoli|peel|salicyl/);
const speaksOfVitaminC = speaksOf(/vitamin c|vit\.? c|ascorb|\bc\b/);
const speaksOfScrubbing = speaksOf(/scrub|polish|grain|exfoli|gommage|peeling/);

/** Citric acid adjusts the pH unless it stands among the first six, or the pack speaks of exfoliation (trap 13). */
const citric: Relief = ({ position, product, holdHours }) =>
  position <= 6 || product.category === 'EXFOLIANT' || speaksOfExfoliation(product) ? holdHours : 0;
/** Lactic acid the same, and only below the line or from position 16 on (trap 12). */
const lactic: Relief = (spot) => (spot.below || spot.position >= 16 ? citric(spot) : spot.holdHours);
/** Below the line salicylic acid and gluconolactone preserve, unless the pack speaks of acne (traps 16, 17). */
const preservative: Relief = ({ below, product, holdHours }) => (below && !speaksOfAcne(product) ? 0 : holdHours);
/** Vitamin C itself at a trace keeps a product from browning: 72 h (rulings, `laa_trace`). */
const ascorbic: Relief = ({ below, product, holdHours }) => (below && !speaksOfVitaminC(product) ? 72 : holdHours);
/** Powders and waxes scrub only in a scrub (traps 31 to 35). */
const onlyInScrubs: Relief = ({ product, holdHours }) =>
  product.category === 'EXFOLIANT' || speaksOfScrubbing(product) ? holdHours : 0;
/** Oils of seeds, kernels and nuts are fixed oils. */
const fixedOil: Relief = ({ text, holdHours }) => (/\b(?:seed|kernel|germ|nut|bran)\b/.test(text) ? 0 : holdHours);

const GROUPS = {
  RETINOID: [
    { holdHours: 240, words: ['tretinoin', 'retinoic acid', 'isotretinoin', 'adapalene', 'tazarotene', 'trifarotene'] },
    { holdHours: 192, words: ['retinal', 'retinaldehyde'] },
    { holdHours: 168, words: ['retinol', 'vitamin a'] },
    { holdHours: 120, words: ['hydroxypinacolone retinoate'] },
    {
      holdHours: 72,
      words: [
        'retinyl palmitate',
        'retinyl acetate',
        'retinyl propionate',
        'retinyl linoleate',
        'retinyl retinoate',
        'retinyl sunflowerseedate',
      ],
    },
  ],
  AHA: [
    {
      holdHours: 168,
      words: [
        'glycolic acid',
        'ammonium glycolate',
        'sodium glycolate',
        'mandelic acid',
        'malic acid',
        'tartaric acid',
        'hydroxycaprylic acid',
        'methyl lactate',
        'pyruvic acid',
        'succinic acid',
        'fruit acid',
        'fruit acids',
      ],
    },
    { holdHours: 168, words: ['lactic acid'], relief: lactic },
    { holdHours: 168, words: ['citric acid'], relief: citric },
    { holdHours: 120, words: ['gluconolactone'], relief: preservative },
    { holdHours: 120, words: ['lactobionic acid', 'maltobionic acid'] },
  ],
  BHA: [
    { holdHours: 168, words: ['salicylic acid'], relief: preservative },
    { holdHours: 168, words: ['betaine salicylate'] },
    { holdHours: 168, words: ['sodium salicylate'], relief: preservative },
  ],
  LHA: [{ holdHours: 168, words: ['capryloyl salicylic acid', 'salicyloyl phytosphingosine'] }],
  BENZOYL_PEROXIDE: [{ holdHours: 168, words: ['benzoyl peroxide', 'benzoylperoxide'] }],
  HYDROQUINONE: [{ holdHours: 168, words: ['hydroquinone', 'mequinol', 'p-hydroxyanisole'] }],
  L_ASCORBIC_ACID: [{ holdHours: 168, words: ['ascorbic acid', 'l-ascorbic acid'], relief: ascorbic }],
  ABRASIVE: [
    {
      holdHours: 240,
      words: [
        'juglans regia * shell',
        'juglans regia * powder',
        'walnut shell',
        'prunus armeniaca * seed powder',
        'prunus armeniaca * kernel powder',
        'prunus armeniaca * shell powder',
        'prunus amygdalus dulcis * shell powder',
        'prunus amygdalus dulcis * seed meal',
        'pumice',
        'perlite',
        'zea mays * kernel meal',
        'zea mays * cob',
        'coffea arabica * seed powder',
        'luffa cylindrica',
        'olea europaea * seed powder',
        'argania spinosa * shell powder',
        'cocos nucifera * shell powder',
      ],
    },
    { holdHours: 336, words: ['hydrolyzed sponge', 'spongilla', 'spicule', 'spicules'] },
    {
      holdHours: 240,
      words: [
        'polyethylene',
        'silica',
        'hydrated silica',
        'alumina',
        'sodium chloride',
        'maris sal',
        'sucrose',
        'jojoba esters',
        'hydrogenated jojoba oil',
        'bambusa arundinacea * powder',
        'oryza sativa * bran',
        'oryza sativa * powder',
        'cellulose',
      ],
      relief: onlyInScrubs,
    },
  ],
  PERFUME: [
    {
      holdHours: 168,
      words: [
        'parfum',
        'fragrance',
        'fragrances',
        'perfume',
        'aroma',
        'flavor',
        'flavour',
        'limonene',
        'linalool',
        'citronellol',
        'geraniol',
        'citral',
        'eugenol',
        'isoeugenol',
        'cinnamal',
        'cinnamyl alcohol',
        'amyl cinnamal',
        'hexyl cinnamal',
        'amylcinnamyl alcohol',
        'benzyl benzoate',
        'benzyl salicylate',
        'benzyl cinnamate',
        'coumarin',
        'farnesol',
        'hydroxycitronellal',
        'hydroxyisohexyl 3-cyclohexene carboxaldehyde',
        'butylphenyl methylpropional',
        'alpha-isomethyl ionone',
        'anise alcohol',
        'methyl 2-octynoate',
        'evernia prunastri',
        'evernia furfuracea',
        'linalyl acetate',
        'carvone',
        'anethole',
        'benzaldehyde',
        'vanillin',
        'terpineol',
        'terpinolene',
        'beta-caryophyllene',
        'santalol',
        'pinene',
      ],
    },
    { holdHours: 240, words: ['menthol', 'camphor'] },
  ],
  ESSENTIAL_OIL: [
    {
      holdHours: 240,
      words: [
        'lavandula * oil',
        'lavender oil',
        'citrus * oil',
        'bergamot oil',
        'orange peel oil',
        'orange oil',
        'lemon oil',
        'lemon peel oil',
        'grapefruit oil',
        'grapefruit peel oil',
        'melaleuca * oil',
        'tea tree oil',
        'tea tree leaf oil',
        'rosmarinus officinalis * oil',
        'rosemary oil',
        'rosemary leaf oil',
        'mentha * oil',
        'peppermint oil',
        'eucalyptus * oil',
        'rosa damascena * oil',
        'rosa centifolia * oil',
        'pelargonium graveolens * oil',
        'geranium oil',
        'cananga odorata * oil',
        'ylang ylang oil',
        'santalum album * oil',
        'sandalwood oil',
        'cinnamomum * oil',
        'thymus * oil',
        'salvia sclarea * oil',
        'salvia officinalis * oil',
        'cymbopogon * oil',
        'pogostemon cablin * oil',
        'juniperus * oil',
        'jasminum * oil',
        'anthemis nobilis * oil',
        'boswellia * oil',
        'cedrus * oil',
        'ocimum * oil',
        'origanum * oil',
        'essential oil',
        'essential oils',
      ],
      relief: fixedOil,
    },
  ],
} as const satisfies Record<string, readonly Words[]>;

/** Names that are never dosed above one percent (dossier §6.2; rulings, "The 1 % line"): the first draws the line. */
const MARKERS =
  /\b(?:phenoxyethanol|\w*paraben|sodium benzoate|potassium sorbate|benzyl alcohol|(?:di|tetra)sodium edta|ethylenediamine disuccinate|phytic acid|sodium phytate|ethylhexylglycerin|adenosine|chlorphenesin|caprylhydroxamic acid|iodopropynyl butylcarbamate|bht|glutamate diacetate|o-cymen-5-ol)\b/;

/** What makes a word another one: "3-O-Ethyl Ascorbic Acid" is not L-ascorbic acid (trap 48). */
const NOT_AFTER: Readonly<Record<string, string>> = {
  'ascorbic acid': 'ethyl',
  hydroquinone: 'butyl',
  'salicylic acid': 'capryloyl',
};
const NOT_BEFORE: Readonly<Record<string, string>> = {
  'ascorbic acid': ' polypeptide',
  'glycolic acid': ' copolymer',
  'lactic acid': '/glycolic acid copolymer',
  retinal: ' palmitate',
  polyethylene: ' (?:glycol|terephthalate)',
  cellulose: ' gum',
  silica: ' (?:silylate|dimethyl)',
  sucrose: ' [a-z]+ate',
};

interface Entry extends Found {
  readonly pattern: RegExp;
  readonly relief: Relief | undefined;
}

const ALL_WORDS: readonly Entry[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.flatMap((row: Words) =>
    row.words.map((word) => ({
      group: group as Group,
      word,
      holdHours: row.holdHours,
      relief: row.relief,
      pattern: patternOf(word),
    })),
  ),
);

/** The word by itself, not "fragrance-free", and not "no fragrance". */
function patternOf(word: string): RegExp {
  const plain = word
    .split(' * ')
    .map((part) => part.replaceAll('-', '[- ]?').replaceAll(' ', '\\s+'))
    .join('\\b[^,;]*\\b');
  const notAfter = `(?<!\\b(?:no|without|free of|free from)\\s+(?:added |synthetic |artificial )?)${after(NOT_AFTER[word])}`;
  const before = NOT_BEFORE[word];
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${notAfter}${plain}(?![\\p{L}\\p{N}])(?![\\s-]*free\\b)${before === undefined ? '' : `(?!${before}\\b)`}`,
    'u',
  );
}

function after(word: string | undefined): string {
  return word === undefined ? '' : `(?<!\\b${word}[\\s-]+(?:l-)?)`;
}

// ---------- the text ----------

interface Item {
  readonly text: string;
  /** without what stands in brackets: "Juglans Regia (Walnut) Shell Powder" */
  readonly bare: string;
  readonly position: number;
}

/** A label cut at its commas; commas in brackets and in numbers such as "1,2-" part nothing. */
function itemsOf(label: string): Item[] {
  const text = label
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/<[^<>]*>/g, ' ')
    .toLowerCase();
  const items: string[] = [''];
  let depth = 0;
  for (const [index, char] of [...text].entries()) {
    if (char === '(' || char === '[') depth++;
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    const parts =
      char === ';' ||
      char === '•' ||
      char === '\n' ||
      (char === ',' && !/\d,\d/.test(text.slice(index - 1, index + 2)));
    if (parts && depth === 0) items.push('');
    else items[items.length - 1] += char;
  }
  return items.map((item, index) => ({
    text: item,
    bare: item.replace(/[([][^)\]]*[)\]]/g, ' '),
    position: index + 1,
  }));
}

// ---------- the hours ----------

/** One hour in each recovery phase at 1.0 mm: open channels, early, late, reintroduction. */
const PHASE_HOURS = [12, 48, 120, 250];
/** A stretch of time too short to matter, to stand just before an hour. */
const MOMENT = 1 / 1000;

function hoursToLookAt(stretch: Stretch): number[] {
  const ends = ALL_WORDS.map(({ holdHours }) => stretched(holdHours, stretch));
  return [...new Set([...PHASE_HOURS, ...ends.flatMap((end) => [end - MOMENT, end])])].sort((a, b) => a - b);
}

function stretched(holdHours: number, { multiplier, untilHour }: Stretch): number {
  return Math.max(holdHours, Math.min(Math.ceil(holdHours * multiplier), untilHour));
}
