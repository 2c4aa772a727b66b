import type { Formula } from '../formula.js';
import type { Claim, Knowledge } from '../knowledge.js';

/** Lower-case words of a text, letters and digits only, accents and trade-mark signs stripped (NFKD spells ™ as letters). */
export function wordsOf(text: string): string[] {
  return text
    .replace(/[™℠]/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * What a pack says, as ids of `claims.json`: by its category, its name and form, the heading of a
 * list in a kit and, for some claims, its running text. A denial ("without acids", "exosome-free") is
 * no claim. Claims never make a product kinder; whether it is rinsed off is decided in `rinsedOff`.
 *
 * @param heading of the list that is read, where a product holds several
 */
export function claimsOf(knowledge: Knowledge, formula: Formula, heading = ''): ReadonlySet<string> {
  const phrases = phrasesOf(knowledge);
  const inName = saidIn(phrases, wordsOf([formula.name, formula.form ?? '', heading].join(' | ')));
  const inText = formula.claims ? saidIn(phrases, wordsOf(formula.claims)) : NOTHING;
  const said = new Set<string>();
  for (const claim of knowledge.claims) {
    const spoken =
      claim.categories.includes(formula.category) ||
      inName.has(claim) ||
      (claim.where === 'ANYWHERE' && inText.has(claim));
    if (spoken) said.add(claim.id);
  }
  return said;
}

/** One way to say a claim; a word that ends in an asterisk is the start of any word. */
interface Phrase {
  readonly claim: Claim;
  readonly words: readonly string[];
}

/** By the first word; those that begin with the start of a word by its first letter, and an asterisk. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const NOTHING: ReadonlySet<Claim> = new Set();
const PHRASES = new WeakMap<Knowledge, Phrases>();

function phrasesOf(knowledge: Knowledge): Phrases {
  const kept = PHRASES.get(knowledge);
  if (kept !== undefined) return kept;
  const phrases = knowledge.claims.flatMap((claim) =>
    claim.words.map((phrase) => ({ claim, words: phrase.split(' ') })),
  );
  const byStart = Map.groupBy(phrases, ({ words: [first = ''] }) =>
    first.endsWith('*') ? `${first.charAt(0)}*` : first,
  );
  PHRASES.set(knowledge, byStart);
  return byStart;
}

function saidIn(phrases: Phrases, words: readonly string[]): ReadonlySet<Claim> {
  const said = new Set<Claim>();
  words.forEach((word, at) => {
    for (const start of [word, `${word.charAt(0)}*`]) {
      for (const { claim, words: wanted } of phrases.get(start) ?? []) {
        const spoken =
          at + wanted.length <= words.length &&
          wanted.every((one, offset) => matches(words[at + offset] as string, one));
        if (spoken && !denied(words, at, at + wanted.length)) said.add(claim);
      }
    }
  });
  return said;
}

function matches(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

/** "without acids", "contains no exosomes", "peel-free" (but not "peel, free of perfume"): said only to be denied. */
function denied(words: readonly string[], from: number, to: number): boolean {
  const previous = words[from - 1];
  const before = words[from - 2];
  return (
    (words[to] === 'free' && words[to + 1] !== 'of' && words[to + 1] !== 'from') ||
    previous === 'without' ||
    previous === 'non' ||
    (previous === 'no' && (before === 'contains' || before === 'has'))
  );
}

/**
 * Whether a product leaves the skin within minutes (rulings, "Forms and lists"): cleansers, and what
 * is sold or named as washed off. Masks stay unless their name says five minutes or less; pads,
 * wipes, mists, sheet masks and "no rinse" products stay always, and so does a kit, of which nobody
 * can say that all of it is rinsed off.
 */
export function rinsedOff(formula: Formula, said: ReadonlySet<string>, lists: number): boolean {
  if (lists > 1 || said.has('LEAVE_ON_FORM') || said.has('NO_RINSE')) return false;
  if (formula.category === 'MASK') return said.has('FIVE_MINUTES');
  return formula.rinseOff || formula.category === 'CLEANSER' || said.has('RINSE');
}
