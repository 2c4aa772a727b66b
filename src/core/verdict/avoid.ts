import { comparisonKey } from '../inci/keys.js';
import { nth } from '../inci/nth.js';
import type { Ingredient, Knowledge } from '../knowledge.js';
import { wordsOf } from '../tagging/claims.js';
import { keptByReading } from '../tagging/kept-by-reading.js';
import { readName } from '../tagging/name-index.js';
import type { FormulaReading, Tagging, Token } from '../tagging/read-formula.js';

/** One thing that a person avoids. Equal entries may be the same object. */
export interface Wish {
  readonly ingredients: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** comparison key that is also looked for in what is printed; undefined for what is too short */
  readonly printed: string | undefined;
}

/** What a person avoids, as far as it was understood. */
export interface AvoidList {
  readonly wishes: readonly Wish[];
  /** entries as written that stand for nothing known: nothing can be said to be free of them */
  readonly notUnderstood: readonly string[];
  readonly isEmpty: boolean;
}

/** Perfume hides what scents it, so it counts as each of these. */
const SCENTS: ReadonlySet<string> = new Set([
  'aromatic_extract',
  'benzyl_alcohol',
  'cooling',
  'essential_oil',
  'fragrance',
  'fragrance_allergen',
  'phototoxic',
  'tea_tree',
]);
const SHORTEST_WORD = 3;

/**
 * So many entries are remembered at most, and only what is understood: people avoid the same few hundred things, and
 * what is none of them may be anything that somebody said.
 */
const MOST_REMEMBERED = 1000;

/** The list of a person who avoids nothing. */
export const AVOIDS_NOTHING: AvoidList = { wishes: [], notUnderstood: [], isEmpty: true };

/**
 * Reads avoid entries: a class ("retinoids", "essential_oil"), an ingredient by any of its names, a
 * near spelling of one (which can only exclude more), or a word that names of ingredients hold
 * ("coconut", "almond").
 */
export function avoidList(knowledge: Knowledge, entries: readonly string[]): AvoidList {
  if (entries.length === 0) return AVOIDS_NOTHING;
  const wishes = entries.map((entry) => wishOf(knowledge, entry));
  return { wishes, notUnderstood: entries.filter((_, index) => !isUnderstood(nth(wishes, index))), isEmpty: false };
}

function isUnderstood({ ingredients, tags }: Wish): boolean {
  return ingredients.size + tags.size > 0;
}

const WISHES = new WeakMap<Knowledge, Map<string, Wish>>();

function wishOf(knowledge: Knowledge, entry: string): Wish {
  let wishes = WISHES.get(knowledge);
  if (wishes === undefined) {
    wishes = new Map();
    WISHES.set(knowledge, wishes);
  }
  let wish = wishes.get(entry);
  if (wish === undefined) {
    wish = readEntry(knowledge, entry);
    if (wishes.size >= MOST_REMEMBERED) wishes.clear();
    if (isUnderstood(wish)) wishes.set(entry, wish);
  }
  return wish;
}

/** What a word for several things stands for. */
interface Kind {
  readonly tags: readonly string[];
  readonly ingredients: readonly string[];
}

const KINDS = new WeakMap<Knowledge, ReadonlyMap<string, readonly Kind[]>>();

/** Groups and classes by the comparison keys of their names. */
function kindsOf(knowledge: Knowledge): ReadonlyMap<string, readonly Kind[]> {
  const kept = KINDS.get(knowledge);
  if (kept !== undefined) return kept;
  const named = [
    ...knowledge.avoidGroups.map(({ id, names, tags, ingredients }) => ({ names: [id, ...names], tags, ingredients })),
    ...knowledge.tags.map(({ id, name }) => ({ names: [id, name], tags: [id], ingredients: [] })),
  ];
  const kinds = new Map<string, Kind[]>();
  for (const kind of named) {
    for (const key of new Set(kind.names.map(comparisonKey))) kinds.set(key, [...(kinds.get(key) ?? []), kind]);
  }
  KINDS.set(knowledge, kinds);
  return kinds;
}

/** Reads one entry; what is not understood stands for nothing. */
function readEntry(knowledge: Knowledge, entry: string): Wish {
  const key = comparisonKey(entry);
  const kinds = kindsOf(knowledge).get(key) ?? [];
  const { ids } = readName(knowledge.names, entry);
  const named = kinds.length + ids.length > 0;
  const ingredients = new Set(
    named ? [...kinds.flatMap((kind) => kind.ingredients), ...ids] : holding(knowledge, entry),
  );
  const tags = new Set(kinds.flatMap((kind) => kind.tags));
  if (isScented(knowledge, ingredients, tags)) tags.add('fragrance');
  return { ingredients, tags, printed: key.length >= SHORTEST_WORD ? key : undefined };
}

/** Ids of ingredients of which some name holds every word of an entry. */
function holding(knowledge: Knowledge, entry: string): string[] {
  const words = wordsOf(entry).filter((word) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return [];
  return withWord(knowledge, words[0] as string)
    .filter(({ inci, aliases }) => [inci, ...aliases].some((name) => holdsWords(name, words)))
    .map(({ id }) => id);
}

const WORDS = new WeakMap<Knowledge, ReadonlyMap<string, readonly Ingredient[]>>();

/** Ingredients of which some name holds a word, also where the word is its plural. */
function withWord(knowledge: Knowledge, word: string): readonly Ingredient[] {
  let words = WORDS.get(knowledge);
  if (words === undefined) {
    words = ingredientsByWord(knowledge);
    WORDS.set(knowledge, words);
  }
  const singular = word.endsWith('s') ? (words.get(word.slice(0, -1)) ?? []) : [];
  return [...(words.get(word) ?? []), ...singular];
}

function ingredientsByWord(knowledge: Knowledge): ReadonlyMap<string, readonly Ingredient[]> {
  const words = new Map<string, Ingredient[]>();
  for (const ingredient of knowledge.ingredients) {
    const names = [ingredient.inci, ...ingredient.aliases];
    for (const word of new Set(names.flatMap(wordsOf))) {
      const all = words.get(word);
      if (all === undefined) words.set(word, [ingredient]);
      else all.push(ingredient);
    }
  }
  return words;
}

/** Whoever avoids one scent cannot be told that an unnamed perfume is free of it. */
function isScented(knowledge: Knowledge, ingredients: ReadonlySet<string>, tags: ReadonlySet<string>): boolean {
  if (shareOne(tags, SCENTS)) return true;
  return [...ingredients].some((id) => knowledge.ingredient(id).tags.some(({ tag }) => SCENTS.has(tag)));
}

function holdsWords(name: string, words: readonly string[]): boolean {
  const held = wordsOf(name);
  return words.every((word) => held.includes(word) || (word.endsWith('s') && held.includes(word.slice(0, -1))));
}

/** The tokens and classes of a product that the person avoids. */
export function avoidedIn(knowledge: Knowledge, { wishes }: AvoidList, reading: FormulaReading): (Token | Tagging)[] {
  if (wishes.length === 0) return [];
  const held = heldBy(knowledge, reading, undefined);
  const found = wishes.filter((wish) => isIn(wish, held));
  if (found.length === 0) return [];
  const tokens = reading.tokens.filter((token) => found.some((wish) => isIn(wish, heldAs(token))));
  const others = reading.taggings.filter(
    (tagging) => tagging.token === undefined && found.some((wish) => isIn(wish, heldOutside(tagging))),
  );
  return [...tokens, ...others];
}

/** What a wish may find: ids of ingredients and classes, and comparison keys of what is printed, one a line. */
interface Held {
  readonly ingredients: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly keys: string;
}

function isIn({ ingredients, tags, printed }: Wish, held: Held): boolean {
  return (
    shareOne(ingredients, held.ingredients) ||
    shareOne(tags, held.tags) ||
    (printed !== undefined && held.keys.includes(printed))
  );
}

function shareOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

/** What a product holds, put together once: most people avoid what most products are free of. */
const heldBy = keptByReading((_, { tokens, taggings }): Held => {
  const all = [...tokens.map(heldAs), ...taggings.filter(({ token }) => token === undefined).map(heldOutside)];
  return {
    ingredients: new Set(all.flatMap(({ ingredients }) => [...ingredients])),
    tags: new Set(all.flatMap(({ tags }) => [...tags])),
    keys: all.map(({ keys }) => keys).join('\n'),
  };
});

function heldAs({ ingredients, tags, key }: Token): Held {
  return { ingredients: new Set(ingredients.map(({ id }) => id)), tags: new Set(tags), keys: key };
}

function heldOutside({ ingredient, tag }: Tagging): Held {
  return { ingredients: new Set(ingredient && [ingredient.id]), tags: new Set([tag.id]), keys: '' };
}
