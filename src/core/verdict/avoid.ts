import { comparisonKey } from '../inci/keys.js';
import type { Ingredient, Knowledge } from '../knowledge.js';
import { wordsOf } from '../tagging/claims.js';
import { readName } from '../tagging/name-index.js';
import type { FormulaReading, Tagging, Token } from '../tagging/read-formula.js';

/** What a person avoids, as far as it was understood. */
export interface AvoidList {
  readonly ingredients: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** comparison keys that are also looked for in what is printed */
  readonly printed: readonly string[];
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

/** The list of a person who avoids nothing. */
export const AVOIDS_NOTHING: AvoidList = {
  ingredients: new Set(),
  tags: new Set(),
  printed: [],
  notUnderstood: [],
  isEmpty: true,
};

/**
 * Reads avoid entries: a class ("retinoids", "essential_oil"), an ingredient by any of its names, a
 * near spelling of one (which can only exclude more), or a word that names of ingredients hold
 * ("coconut", "almond").
 */
export function avoidList(knowledge: Knowledge, entries: readonly string[]): AvoidList {
  if (entries.length === 0) return AVOIDS_NOTHING;
  const ingredients = new Set<string>();
  const tags = new Set<string>();
  const printed: string[] = [];
  const notUnderstood: string[] = [];
  for (const entry of entries) {
    const key = comparisonKey(entry);
    if (!readEntry(knowledge, entry, key, ingredients, tags)) notUnderstood.push(entry);
    if (key.length >= SHORTEST_WORD) printed.push(key);
  }
  widenToPerfume(knowledge, ingredients, tags);
  return { ingredients, tags, printed, notUnderstood, isEmpty: false };
}

/** Adds what an entry stands for; false if it stands for nothing known. */
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

function readEntry(
  knowledge: Knowledge,
  entry: string,
  key: string,
  ingredients: Set<string>,
  tags: Set<string>,
): boolean {
  const kinds = kindsOf(knowledge).get(key) ?? [];
  for (const kind of kinds) {
    for (const tag of kind.tags) tags.add(tag);
    for (const id of kind.ingredients) ingredients.add(id);
  }
  const { ids } = readName(knowledge.names, entry);
  for (const id of ids) ingredients.add(id);
  if (kinds.length + ids.length > 0) return true;
  const words = wordsOf(entry).filter((word) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return false;
  const holding = withWord(knowledge, words[0] as string).filter(({ inci, aliases }) =>
    [inci, ...aliases].some((name) => holdsWords(name, words)),
  );
  for (const { id } of holding) ingredients.add(id);
  return holding.length > 0;
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
function widenToPerfume(knowledge: Knowledge, ingredients: ReadonlySet<string>, tags: Set<string>): void {
  const scented = [...ingredients].some((id) => knowledge.ingredient(id).tags.some((entry) => SCENTS.has(entry.tag)));
  if (scented || [...tags].some((tag) => SCENTS.has(tag))) tags.add('fragrance');
}

function holdsWords(name: string, words: readonly string[]): boolean {
  const held = wordsOf(name);
  return words.every((word) => held.includes(word) || (word.endsWith('s') && held.includes(word.slice(0, -1))));
}

/** The tokens and classes of a product that the person avoids. */
export function avoidedIn(list: AvoidList, reading: FormulaReading): readonly (Token | Tagging)[] {
  if (list.isEmpty) return [];
  const tokens = reading.tokens.filter(
    (token) =>
      token.ingredients.some((ingredient) => list.ingredients.has(ingredient.id)) ||
      token.tags.some((tag) => list.tags.has(tag)) ||
      list.printed.some((key) => token.key.includes(key)),
  );
  const others = reading.taggings.filter(
    (tagging) =>
      tagging.token === undefined &&
      (list.tags.has(tagging.tag.id) ||
        (tagging.ingredient !== undefined && list.ingredients.has(tagging.ingredient.id))),
  );
  return [...tokens, ...others];
}
