/**
 * Which ingredients a printed name means, and how sure that is.
 */
import { nth } from '../inci/nth.js';
import { comparisonKey, isBritish, wordKeys } from '../inci/keys.js';
import { NearKeys } from '../inci/near-keys.js';
import { apart } from '../inci/remarks.js';
import type { Certainty } from '../vocabulary.js';

/** What the index needs to know of an ingredient. */
export interface Named {
  readonly id: string;
  readonly inci: string;
  readonly aliases: readonly string[];
}

/** What a printed name was read as. */
export interface Reading {
  /** EXACT: the INCI name; ALIAS: another name of it; NEAR: a slip of one or two letters; UNKNOWN: no ingredient */
  readonly certainty: Certainty;
  /** all that apply, in a fixed order; several for glued names, and where a label gives two names that differ */
  readonly ids: readonly string[];
}

/** All known names, arranged for looking up. Build once with {@link nameIndex}. */
export interface NameIndex {
  readonly known: ReadonlyMap<string, Known>;
  /** names of plants by their words in alphabetical order: "Extract of Rose" is "Rose Extract" */
  readonly byWords: ReadonlyMap<string, readonly string[]>;
  /** keys in alphabetical order, to tell a name that was cut off */
  readonly sorted: readonly string[];
  readonly near: NearKeys;
  /** the first letters of every key: where none fits, no name begins */
  readonly beginnings: ReadonlySet<string>;
}

interface Known {
  readonly id: string;
  readonly certainty: 'EXACT' | 'ALIAS';
  /** the name itself is spelled in a way that INCI commonly is not */
  readonly british: boolean;
}

const UNKNOWN: Reading = { certainty: 'UNKNOWN', ids: [] };

/**
 * Arranges the names of all ingredients for looking up.
 *
 * @throws RangeError if two ingredients share a name, with both of them, or if a name has no letter
 */
export function nameIndex(entries: readonly Named[]): NameIndex {
  const known = new Map<string, Known>();
  const owners = new Map<string, Named>();
  const byWords = new Map<string, string[]>();
  const add = (entry: Named, name: string, certainty: 'EXACT' | 'ALIAS'): void => {
    const key = comparisonKey(name);
    if (key === '') throw new RangeError(`"${entry.inci}" has a name without letters: "${name}"`);
    const owner = owners.get(key);
    if (owner !== undefined && owner.id !== entry.id) {
      throw new RangeError(`"${owner.inci}" (${owner.id}) and "${entry.inci}" (${entry.id}) share the name "${name}"`);
    }
    if (owner !== undefined) return;
    owners.set(key, entry);
    known.set(key, { id: entry.id, certainty, british: isBritish(name) });
    const words = wordKeys(name);
    if (words.length < 2 || !words.some((word) => FORMS.has(word))) return;
    const bag = bagOf(words);
    const ids = byWords.get(bag);
    if (ids === undefined) byWords.set(bag, [entry.id]);
    else if (!ids.includes(entry.id)) ids.push(entry.id);
  };
  for (const entry of entries) add(entry, entry.inci, 'EXACT');
  for (const entry of entries) for (const alias of entry.aliases) add(entry, alias, 'ALIAS');
  for (const ids of byWords.values()) ids.sort();
  const sorted = [...known.keys()].sort();
  return {
    known,
    byWords,
    sorted,
    near: new NearKeys(sorted),
    beginnings: new Set(sorted.map((key) => key.slice(0, BEGINNING))),
  };
}

/**
 * What a printed name means.
 *
 * Tried in order, surest first: the name as it stands; without a remark in
 * brackets; its parts between slashes; without words that never change what a
 * thing is; its words in another order; several names that lost their commas;
 * and at last a name one or two letters away. A near name can only ever be a
 * warning: it is for the caller never to be kinder because of it.
 *
 * The cost of a call is bounded, whatever is printed.
 *
 * @param near whether to look for near names; without it a slip is UNKNOWN
 */
export function readName(index: NameIndex, printed: string, near = true): Reading {
  if (printed.length > LONGEST_NAME) return UNKNOWN;
  return readSurely(index, printed) ?? (near ? readNear(index, printed) : UNKNOWN);
}

/**
 * Whether a name was cut off: it is no ingredient, but the beginning of one.
 *
 * For the last name of a list: the list is not complete then.
 */
export function isCutShort(index: NameIndex, printed: string): boolean {
  const key = comparisonKey(printed);
  if (key.length < 3 || readSurely(index, printed) !== undefined) return false;
  let from = 0;
  let to = index.sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (nth(index.sorted, middle) < key) from = middle + 1;
    else to = middle;
  }
  return index.sorted[from]?.startsWith(key) ?? false;
}

/**
 * Ids of the ingredients that running text speaks of, sorted: a highlight, a
 * product's name, a claim.
 *
 * Whole words only, the longest name first. What the text denies ("free from
 * …", "without …", "alcohol-free") is left out.
 */
export function mentions(index: NameIndex, text: string): readonly string[] {
  const ids = new Set<string>();
  const words = textWords(text);
  let denied = false;
  for (let at = 0; at < words.length; at++) {
    const { key, beginsClause } = nth(words, at);
    if (beginsClause || AFFIRMS.has(key)) denied = false;
    if (DENIES.has(key) || (key === 'FREE' && FREE_FROM.has(keyAt(words, at + 1)))) denied = true;
    const found = longestName(index, words, at);
    if (found === undefined) continue;
    // "alcohol-free"
    if (!denied && keyAt(words, at + found.words) !== 'FREE') ids.add(found.id);
    at += found.words - 1;
  }
  return [...ids].sort();
}

/** A word of running text. */
interface TextWord {
  readonly key: string;
  /** a full stop, colon or line end stands before it: what was denied before is no longer */
  readonly beginsClause: boolean;
}

function textWords(text: string): TextWord[] {
  const words: TextWord[] = [];
  let end = 0;
  for (const match of text.matchAll(TEXT_WORD)) {
    words.push({ key: comparisonKey(match[0]), beginsClause: CLAUSE_END.test(text.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return words;
}

function keyAt(words: readonly TextWord[], at: number): string {
  return at < words.length ? nth(words, at).key : '';
}

const TEXT_WORD = /[\p{L}\p{M}\p{N}]+(?:[,.'](?=\d)\d+)?/gu;
const CLAUSE_END = /[.;:!?\n]/;
const DENIES: ReadonlySet<string> = new Set('WITHOUT NO NOT NEVER ZERO SANS OHNE SENZA NOR EXCLUDES'.split(' '));
const AFFIRMS: ReadonlySet<string> = new Set('WITH BUT PLUS CONTAINS FEATURING INFUSED'.split(' '));
const FREE_FROM: ReadonlySet<string> = new Set(['FROM', 'OF']);

function longestName(
  index: NameIndex,
  words: readonly TextWord[],
  at: number,
): { readonly words: number; readonly id: string } | undefined {
  let key = '';
  let longest: { words: number; id: string } | undefined;
  for (let count = 1; count <= MOST_WORDS && at + count <= words.length; count++) {
    key += nth(words, at + count - 1).key;
    const known = index.known.get(key) ?? (key.endsWith('S') ? index.known.get(key.slice(0, -1)) : undefined);
    if (known !== undefined) longest = { words: count, id: known.id };
  }
  return longest;
}

// ---------- sure readings ----------

/** Longer than any name, and than most lists that lost all their commas. */
const LONGEST_NAME = 2000;
const MOST_WORDS = 10;
/** Letters by which a name's beginning is told. */
const BEGINNING = 4;
const MOST_GLUED_WORDS = 200;

function readSurely(index: NameIndex, name: string): Reading | undefined {
  const whole = readWhole(index, name);
  if (whole !== undefined) return whole;
  const { outer, inner, tail } = apart(name);
  if (inner.length === 0) return readBare(index, name);
  const outside = readBare(index, outer);
  if (tail !== '') {
    // "Citrus Limon (Lemon) Peel Oil" holds a remark; in "Licorice (Glycyrrhiza Glabra) Root Extract" the plant is in the brackets
    return outside ?? readBare(index, `${nth(inner, 0)} ${tail}`);
  }
  // "SD Alcohol 40-B (Alcohol Denat.)" gives two names, and both count; "Retinyl Palmitate (Vitamin A)" one and its kind
  if (outside !== undefined) {
    const others = partsOf(inner)
      .filter((text) => !VITAMIN.test(text))
      .map((text) => readBare(index, text));
    return joined([outside, ...others.filter((reading) => reading !== undefined)]);
  }
  // a colour index number leaves no doubt, whatever the colour is called
  const colours = inner.map((text) => readColourIndex(index, text)).filter((reading) => reading !== undefined);
  if (colours.length === inner.length) return joined(colours);
  // "Butyrospermum Parkii (Shea Butter)"
  const form = wordKeys(nth(inner, 0)).at(-1);
  return form !== undefined && FORMS.has(form) ? readWhole(index, `${outer} ${form}`) : undefined;
}

/** "Aqua (Water, Eau)": a remark may give several names. A comma between digits parts none. */
function partsOf(inner: readonly string[]): string[] {
  return inner.flatMap((text) => text.split(/,(?!\d)|;/));
}

const VITAMIN = /^(?:pro-?)?vitamin\b/i;

function readWhole(index: NameIndex, name: string): Reading | undefined {
  const known = index.known.get(comparisonKey(name));
  return known === undefined ? undefined : wholeReading(known, name);
}

/** A British spelling is another name of the ingredient, not its own. */
function wholeReading(known: Known, name: string): Reading {
  return { certainty: isBritish(name) && !known.british ? 'ALIAS' : known.certainty, ids: [known.id] };
}

/** A name without brackets. */
function readBare(index: NameIndex, name: string): Reading | undefined {
  const words = wordKeys(name);
  const known = index.known.get(words.join(''));
  if (known !== undefined) return wholeReading(known, name);
  const slashed = name.includes('/');
  return (
    readColourIndex(index, name) ??
    (slashed || name.includes(' - ') ? readAlternatives(index, name) : undefined) ??
    (slashed ? readPlantParts(index, name) : undefined) ??
    (words.length > 1 || ODD.test(name) ? readQualified(index, name) : undefined) ??
    readTurned(index, words) ??
    readGlued(index, name, words)
  );
}

/** Signs and digits that may be a qualifier in a single word. */
const ODD = /[\d\u2122\u00ae\u00a9\u2120*-]/;

/** "77491" and "CI 15850:1" are colour index numbers. */
function readColourIndex(index: NameIndex, name: string): Reading | undefined {
  if (!FIVE_DIGITS.test(name)) return undefined;
  const number = /^\s*(?:C\.?\s?I\.?\s*|Colou?r Index\s*)?(?:No\.?\s*)?(\d{5})(?:\s?:\s?\d)?\s*$/i.exec(name)?.[1];
  return number === undefined ? undefined : readWhole(index, `CI ${number}`);
}

const FIVE_DIGITS = /\d{5}/;

/** "Aqua/Water/Eau" and "Parfum - Fragrance": every part is a name, or a translation of the first. */
function readAlternatives(index: NameIndex, name: string): Reading | undefined {
  const parts = name.split(/\s*[/]\s*|\s+-\s+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  const first = nth(parts, 0);
  const readings: Reading[] = [];
  let unread = 0;
  let colour = false;
  for (const part of parts) {
    const number = readColourIndex(index, part);
    const reading = number ?? readWhole(index, part);
    if (number !== undefined) colour = true;
    if (reading !== undefined) readings.push(reading);
    else if (readings.length === 0 || !translates(first, part)) unread++;
  }
  return readings.length === 0 || (unread > 0 && !colour) ? undefined : joined(readings);
}

const MOST_PARTS = 8;

/** Whether one part only says the other again: "Barley Extract/Extrait D'Orge", "Butyrospermum Parkii Butter/Shea Butter". */
function translates(first: string, other: string): boolean {
  const words = wordKeys(first);
  const others = wordKeys(other);
  const [form, french] = [words.at(-1), others[0]];
  if (french !== undefined && FRENCH_FORMS.get(french) === form) return true;
  const forms = words.filter((word) => FORMS.has(word)).join(' ');
  return words.length > 2 && forms !== '' && forms === others.filter((word) => FORMS.has(word)).join(' ');
}

/** "Lavandula Angustifolia Flower/Leaf/Stem Extract": the extract of each part that is known. */
function readPlantParts(index: NameIndex, name: string): Reading | undefined {
  // a blank beside the slash would leave the group in several words
  const together = name
    .replace(/\s*\/\s*/g, '/')
    .trim()
    .split(/\s+/);
  const group = together.findIndex((word) => word.includes('/'));
  if (group < 1) return undefined;
  const parts = nth(together, group).split('/');
  if (parts.length > MOST_PARTS || !parts.every((part) => FORMS.has(comparisonKey(part)))) return undefined;
  const readings: Reading[] = [];
  for (const part of parts) {
    const reading = readWhole(index, [...together.slice(0, group), part, ...together.slice(group + 1)].join(' '));
    if (reading !== undefined) readings.push({ certainty: 'ALIAS', ids: reading.ids });
  }
  return readings.length === 0 ? undefined : joined(readings);
}

/** The name without qualifiers that never change what a thing is: "Organic", "USP", "5 %", "from Coconut". */
function readQualified(index: NameIndex, name: string): Reading | undefined {
  let bare = name.replace(CAS, ' ').replace(AMOUNT, ' ').replace(TRADE, ' ').replace(ESSENTIAL, ' ');
  const origin = ORIGIN.exec(bare);
  // "Water from Roses" is no water
  if (origin !== null && !FORMS.has(comparisonKey(bare.slice(0, origin.index)))) bare = bare.slice(0, origin.index);
  const words = bare.split(/\s+/).filter((word) => word !== '');
  // "L-Lactic Acid", "D-Panthenol": which hand a molecule has is no other ingredient
  if (words.length === 0) return undefined;
  words[0] = nth(words, 0).replace(HANDED, '');
  while (words.length > 1 && QUALIFIERS.has(comparisonKey(nth(words, 0)))) words.shift();
  while (words.length > 1 && CLOSING_QUALIFIERS.has(comparisonKey(nth(words, words.length - 1)))) words.pop();
  const last = comparisonKey(nth(words, words.length - 1));
  if (last === 'EXT' || last === 'EXTR') words[words.length - 1] = 'Extract';
  const stripped = words.join(' ');
  if (comparisonKey(stripped) === comparisonKey(name)) return undefined;
  return readWhole(index, stripped) ?? readColourIndex(index, stripped) ?? readTurned(index, wordKeys(stripped));
}

const CAS = /\b(?:cas(?: no\.?| number)?:?\s*)?\d{2,7}-\d{2}-\d\b/gi;
const AMOUNT = /\b\d{1,3}(?:[.,]\d{1,3})?\s?(?:%|percent\b|x\b|:1\b)/gi;
const TRADE = /[™®©℠*]|\((?:tm|r)\)/gi;
const ESSENTIAL = /\besss?ential(?=\s+oils?\s*$)/i;
const ORIGIN = /\s(?:from|derived from|sourced from|of natural origin|of plant origin)\b/i;
const HANDED = /^(?:DL|D|L)-(?=\p{L}{3})/iu;
const QUALIFIERS: ReadonlySet<string> = new Set(
  'ORGANIC CERTIFIED PURIFIED NATURAL PURE RAW UNREFINED REFINED VIRGIN EXTRA COLD PRESSED COLDPRESSED WILDCRAFTED WILDHARVESTED BIO BIODYNAMIC FAIRTRADE VEGAN VEGETABLE VEGETAL DEIONIZED DEMINERALIZED FILTERED STERILE COSMETIC PHARMACEUTICAL FOOD GRADE MICRONIZED AND L D DL'.split(
    ' ',
  ),
);
const CLOSING_QUALIFIERS: ReadonlySet<string> = new Set(
  'ORGANIC CERTIFIED USP NF FCC BP EP PHEUR GRADE VEGETAL VEGETABLE NANO NATURAL BIO TM R COMPLEX'.split(' '),
);

/** The same words in another order, for plants: "Extract of Camellia Sinensis Leaf". */
function readTurned(index: NameIndex, words: readonly string[]): Reading | undefined {
  if (words.length < 2 || words.length > MOST_WORDS || !words.some((word) => FORMS.has(word))) return undefined;
  const ids = index.byWords.get(bagOf(words));
  return ids === undefined ? undefined : { certainty: 'ALIAS', ids };
}

/** Several names that lost the commas between them: all words must be used, by two names at least. */
function readGlued(index: NameIndex, name: string, plain: readonly string[]): Reading | undefined {
  const words = CAMEL.test(name) ? wordKeys(name.replace(CAMELS, '$1 ')) : plain;
  const count = words.length;
  if (count < 2 || count > MOST_GLUED_WORDS) return undefined;
  // from the last word back: the longest name that leaves a rest which can be read
  const next = new Array<{ words: number; known: Known } | undefined>(count + 1).fill(undefined);
  for (let at = count - 1; at >= 0; at--) {
    let key = '';
    for (let length = 1; length <= MOST_WORDS && at + length <= count; length++) {
      key += nth(words, at + length - 1);
      if (key.length >= BEGINNING && !index.beginnings.has(key.slice(0, BEGINNING))) break;
      if (at + length < count && (next[at + length] === undefined || isOneWord(words, at + length))) continue;
      const known = index.known.get(key);
      if (known !== undefined) next[at] = { words: length, known };
    }
  }
  const readings: Reading[] = [];
  for (let at = 0; at < count;) {
    const step = next[at];
    if (step === undefined) return undefined;
    readings.push({ certainty: step.known.certainty, ids: [step.known.id] });
    at += step.words;
  }
  return joined(readings);
}

const CAMEL = /\p{Ll}\p{Lu}/u;
const CAMELS = /(\p{Ll})(?=\p{Lu})/gu;

/** "Rosemary Leaf Water" is no leaf and no water: what is made of a plant's part is not cut off from it. */
function isOneWord(words: readonly string[], at: number): boolean {
  return FORMS.has(nth(words, at)) && PLANT_PARTS.has(nth(words, at - 1));
}

/** Readings of one printed name together: as unsure as the least sure, each id once. */
function joined(readings: readonly Reading[]): Reading {
  const certainty = readings.some((reading) => reading.certainty === 'ALIAS') ? 'ALIAS' : 'EXACT';
  return { certainty, ids: [...new Set(readings.flatMap((reading) => reading.ids))] };
}

// ---------- near readings ----------

function readNear(index: NameIndex, name: string): Reading {
  const { outer, inner, tail } = apart(name);
  const ids = new Set<string>();
  const texts = inner.length === 0 ? [name] : tail === '' ? [name, outer, ...partsOf(inner)] : [name, outer];
  for (const text of texts) {
    if (wordKeys(text).every((word) => FORMS.has(word))) continue;
    const sure = text === name ? undefined : readBare(index, text);
    // an unknown name with a known one in brackets: it may be that, and may be more
    if (sure !== undefined) for (const id of sure.ids) ids.add(id);
    else for (const key of index.near.nearest(comparisonKey(text))) ids.add((index.known.get(key) as Known).id); // near keys are known keys
  }
  return ids.size === 0 ? UNKNOWN : { certainty: 'NEAR', ids: [...ids].sort() };
}

// ---------- words ----------

/** Parts of plants and what is made of them, as key words. */
const FORMS: ReadonlySet<string> = new Set(
  (
    'OIL OILS EXTRACT EXTRACTS BUTTER SEED SEEDS LEAF LEAVES FLOWER FLOWERS FRUIT FRUITS ROOT ROOTS BARK PEEL STEM STEMS STALK WOOD HERB KERNEL NUT ' +
    'GERM BRAN BUD BUDS SPROUT RHIZOME BULB RESIN GUM WAX JUICE WATER POWDER MEAL FLOUR STARCH SAP PULP SHELL HUSK NEEDLE TWIG BRANCH POLLEN BERRY ' +
    'BEAN PETAL BLOSSOM TUBER DISTILLATE HYDROSOL TINCTURE FERMENT FILTRATE LYSATE CALLUS CULTURE'
  ).split(' '),
);

const PLANT_PARTS: ReadonlySet<string> = new Set(
  'SEED LEAF FLOWER FRUIT ROOT BARK PEEL STEM STALK WOOD HERB KERNEL NUT GERM BRAN BUD SPROUT RHIZOME BULB NEEDLE TWIG BRANCH BERRY BEAN PETAL BLOSSOM'.split(
    ' ',
  ),
);

const FRENCH_FORMS: ReadonlyMap<string, string> = new Map([
  ['EXTRAIT', 'EXTRACT'],
  ['HUILE', 'OIL'],
  ['CIRE', 'WAX'],
  ['CERA', 'WAX'],
  ['BEURRE', 'BUTTER'],
  ['EAU', 'WATER'],
  ['SEL', 'SALT'],
  ['POUDRE', 'POWDER'],
  ['JUS', 'JUICE'],
  ['SUC', 'JUICE'],
  ['GOMME', 'GUM'],
  ['PROTEINE', 'PROTEIN'],
  ['MIEL', 'HONEY'],
]);

function bagOf(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'OF' && word !== 'THE')
    .sort()
    .join(' ');
}
