/** Amounts that brand and pack state in words and numbers, beside what the order of the list tells. */
import type { Formula } from '../formula.js';
import type { Ingredient, Knowledge } from '../knowledge.js';
import { readName } from './name-index.js';

/** Shares that the brand states, by ingredient, and those that name and claims print beside a name ("Glycolic Acid 25%"). */
export interface StatedShares {
  readonly declared: ReadonlyMap<string, number>;
  readonly printed: readonly { readonly ingredient: Ingredient; readonly share: number }[];
}

/** Everything that is stated of a product's amounts. */
export function statedShares(knowledge: Knowledge, formula: Formula): StatedShares {
  return { declared: declaredShares(knowledge, formula), printed: packShares(knowledge, formula) };
}

/** The share, 0…1, that the brand declares of what a name stands for. */
export function declaredShare(ingredients: readonly Ingredient[], { declared }: StatedShares): number | undefined {
  return largest(ingredients.map(({ id }) => declared.get(id)));
}

/** The largest share, 0…1, that anything states of it: hazards read this one. */
export function hazardShareOf(
  ingredients: readonly Ingredient[],
  share: number | undefined,
  { printed }: StatedShares,
): number | undefined {
  return largest([share, ...ingredients.map((ingredient) => packShare(ingredient, printed))]);
}

function declaredShares(knowledge: Knowledge, formula: Formula): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [name, share] of Object.entries(formula.declaredShares ?? {})) {
    for (const id of readName(knowledge.names, name).ids) shares.set(id, Math.max(share, shares.get(id) ?? 0));
  }
  return shares;
}

const LONGEST_NAME_WORDS = 4;

/** Percentages printed beside a known name in the product's name or claims: hazards read them, benefits do not. */
function packShares(knowledge: Knowledge, { name, claims }: Formula): StatedShares['printed'] {
  const found: { ingredient: Ingredient; share: number }[] = [];
  for (const text of [name, claims ?? '']) {
    const words = packWords(text);
    for (const [at, word] of words.entries()) {
      const share = percentOf(word);
      if (share === undefined) continue;
      for (let length = LONGEST_NAME_WORDS; length > 0; length--) {
        const beside = [words.slice(at + 1, at + 1 + length), words.slice(Math.max(0, at - length), at)];
        for (const phrase of beside) {
          for (const id of phrase.length < length ? [] : sureIds(knowledge, phrase.join(' '))) {
            found.push({ ingredient: knowledge.ingredient(id), share });
          }
        }
      }
    }
  }
  return found;
}

const MOST_PACK_WORDS = 400;

/** Words of a pack in which a number keeps its per cent sign and nothing else: "(25 %)" and "25%Glycolic" give "25%". */
function packWords(text: string): string[] {
  return text
    .replace(/(\d)\s?%/g, '$1% ')
    .split(/[\s()[\]:;|+&]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_PACK_WORDS);
}

/** "25%" → 0.25, and of a range its upper end: hazards read the larger number. */
function percentOf(word: string): number | undefined {
  const digits = /(\d+(?:[.,]\d+)?)%$/.exec(word)?.[1];
  const percent = Number(digits?.replace(',', '.'));
  return percent > 0 && percent <= 100 ? percent / 100 : undefined;
}

function sureIds(knowledge: Knowledge, name: string): readonly string[] {
  const { certainty, ids } = readName(knowledge.names, name);
  return certainty === 'EXACT' || certainty === 'ALIAS' ? ids : [];
}

/** What the pack says of this very ingredient, or of its whole class by an umbrella name such as "AHA". */
function packShare(ingredient: Ingredient, printed: StatedShares['printed']): number | undefined {
  return largest(
    printed
      .filter((one) => one.ingredient === ingredient || sharesClass(one.ingredient, ingredient))
      .map(({ share }) => share),
  );
}

function sharesClass(umbrella: Ingredient, ingredient: Ingredient): boolean {
  return (
    umbrella.umbrella === true && umbrella.tags.some(({ tag }) => ingredient.tags.some((entry) => entry.tag === tag))
  );
}

function largest(shares: readonly (number | undefined)[]): number | undefined {
  const stated = shares.filter((share) => share !== undefined);
  return stated.length === 0 ? undefined : Math.max(...stated);
}
