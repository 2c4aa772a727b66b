import { CATEGORY, type Category } from '../core/vocabulary.js';
import { LEFT_ON, NAME_RULES, SHELF_WORDS, STRICTEST_FIRST, VAGUE_SHELF_WORDS, WASHED_OFF } from './category-words.js';
import { type Phrase, phrase, placeOf, plainWords, saysAny } from './words.js';

export interface Filing {
  readonly category: Category;
  /** leaves the skin within minutes, as far as shelf and name tell */
  readonly rinseOff: boolean;
  /** SHELF: by the shop's own word; NAME: the name knew better; UNKNOWN: neither could tell, so it is OTHER */
  readonly by: 'SHELF' | 'NAME' | 'UNKNOWN';
}

/** Which categories a shelf may hold, strictest first. */
interface Shelf {
  readonly base: Category;
  /** the name chooses among these; undefined: the shelf is clear, and only some names overrule it */
  readonly among?: readonly Category[];
  /** the word says nothing of the product, or there is none */
  readonly vague?: boolean;
}

interface ShelfWord {
  readonly words: Phrase;
  readonly category: Category;
  readonly vague: boolean;
}

const LONGEST_SHELF = 300;
const LONGEST_NAME = 300;
const EVERY_CATEGORY = Object.values(CATEGORY);

/** Longer phrases first, so that "cleansing oil" is found before "oil". */
const SHELVES: readonly ShelfWord[] = [...shelfWords(SHELF_WORDS, false), ...shelfWords(VAGUE_SHELF_WORDS, true)].sort(
  (a, b) => b.words.length - a.words.length,
);
const RULES = NAME_RULES.map((rule) => ({
  ...rule,
  says: rule.says.map(phrase),
  unless: (rule.unless ?? []).map(phrase),
}));
const WASHES = WASHED_OFF.map(phrase);
const STAYS = LEFT_ON.map(phrase);

/**
 * Files a product under a category by the shop's word for it and by its name.
 *
 * A shop's shelves are wider than ours: "Treatment" holds serums, peels and pads, "Cleanser" holds toners. Where the
 * name says what the product is, it decides; in doubt the stricter category does, and a shelf that nobody knows is
 * OTHER, which is never ranked.
 *
 * @param word the shop's category, perhaps a path such as "Beauty > Skin Care > Masks & Peels"; empty if there is none
 */
export function fileUnder(word: string, name: string): Filing {
  const shelf: Shelf | undefined =
    word.trim() === '' ? { base: CATEGORY.OTHER, among: EVERY_CATEGORY, vague: true } : shelfOf(word);
  if (shelf === undefined) return { category: 'OTHER', rinseOff: false, by: 'UNKNOWN' };

  const words = plainWords(name.slice(0, LONGEST_NAME));
  const { base, among, vague } = shelf;
  const rule = RULES.find(
    ({ to, from, says, unless, last, clearOnly }) =>
      (among ? among.includes(to) && !clearOnly : from.includes(base)) &&
      (last ? endsWith(says, words) : saysAny(says, words)) &&
      !saysAny(unless, words),
  );
  const category = rule?.to ?? base;
  const washes = saysAny(WASHES, category === 'BODY_CARE' ? [...words, ...plainWords(word)] : words);
  const mayRinse = category === 'BODY_CARE' || (category === 'EXFOLIANT' && base === 'CLEANSER');
  const rinseOff = !saysAny(STAYS, words) && (category === 'CLEANSER' || (mayRinse && washes));
  const untold = vague === true && rule === undefined && base === 'OTHER';
  return { category, rinseOff, by: untold ? 'UNKNOWN' : rule === undefined || rule.to === base ? 'SHELF' : 'NAME' };
}

/** The shelf that a word means; the parts of a path are asked from the last to the first. */
function shelfOf(word: string): Shelf | undefined {
  const parts = word
    .slice(0, LONGEST_SHELF)
    .split(/[>|»]|\s\/\s/)
    .reverse();
  for (const part of parts) {
    const shelf = shelfIn(plainWords(part));
    if (shelf !== undefined) return shelf;
  }
  return undefined;
}

function shelfIn(words: readonly string[]): Shelf | undefined {
  const left: string[] = [...words];
  const found: ShelfWord[] = [];
  for (const shelf of SHELVES) {
    const at = placeOf(shelf.words, left);
    if (at < 0) continue;
    found.push(shelf);
    left.fill('', at, at + shelf.words.length);
  }
  const clear = [...new Set(found.filter(({ vague }) => !vague).map(({ category }) => category))];
  const [first] = clear;
  if (first !== undefined && clear.length === 1) return { base: first };
  if (clear.length > 1) return { base: strictest(clear), among: clear };
  const vague = found.map(({ category }) => category);
  return vague.length === 0 ? undefined : { base: strictest(vague), among: EVERY_CATEGORY, vague: true };
}

function strictest(categories: readonly Category[]): Category {
  return STRICTEST_FIRST.find((category) => categories.includes(category)) ?? 'OTHER';
}

function endsWith(says: readonly Phrase[], words: readonly string[]): boolean {
  const isSize = (word: string) =>
    /^\d/.test(word) || ['ml', 'g', 'oz', 'fl', 'mini', 'light', 'pack', 'spf'].includes(word);
  const end = words.findLastIndex((word) => !isSize(word));
  const tail = words.slice(0, end + 1);
  return (
    says.some((one) => one.every((word, index) => tail[tail.length - one.length + index] === word)) &&
    !tail.includes('with')
  );
}

function shelfWords(table: Readonly<Partial<Record<Category, readonly string[]>>>, vague: boolean): ShelfWord[] {
  return Object.entries(table).flatMap(([category, phrases]) =>
    phrases.map((text) => ({ words: phrase(text), category: category as Category, vague })),
  );
}
