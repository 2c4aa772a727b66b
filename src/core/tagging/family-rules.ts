/**
 * Families of names: what the build of a name tells about a substance that no
 * entry describes. "Palmitoyl Tripeptide-38" is a signal peptide whoever made it.
 *
 * A rule is data, and speaks in whole words: no rule holds a regular expression,
 * so that a clinician can read it and nobody can make it slow.
 */
import { nth } from '../inci/nth.js';
import { wordKeys } from '../inci/keys.js';
import { apart } from '../inci/remarks.js';

/**
 * A family. A name belongs to it if every stated part fits and no exception does.
 *
 * Phrases are words with blanks between, read as keys ("PEG-8" is "PEG 8"). In a
 * phrase `#` is any number, `*` any one word, and a leading or trailing star
 * stands for the rest of a word: `*eth` fits Laureth, `retinyl*` Retinyl.
 */
export interface FamilyRule {
  readonly id: string;
  /** id of the class that its members have */
  readonly tag: string;
  /** why the build of the name is proof enough */
  readonly because: string;
  /** the name is one of these phrases, from its first word to its last */
  readonly is?: readonly string[] | undefined;
  /** the name begins with one of these phrases */
  readonly prefix?: readonly string[] | undefined;
  /** the name ends with one of these phrases */
  readonly suffix?: readonly string[] | undefined;
  /** one of these phrases stands somewhere in the name */
  readonly holds?: readonly string[] | undefined;
  /** the first word of the name is one of these: genera of plants and algae */
  readonly genera?: readonly string[] | undefined;
  /** fewest words that a name of the family has */
  readonly fewestWords?: number | undefined;
  /** phrases that a name of the family never holds: names that would be false hits, and families of their own */
  readonly except: readonly string[];
}

/**
 * The family of a printed name, or undefined if none is sure.
 *
 * Remarks in brackets do not count, nor does "organic". Where several rules fit,
 * the one whose phrases say most decides, and of equals the first by id.
 */
export function familyOf(printed: string, rules: readonly FamilyRule[]): FamilyRule | undefined {
  const words = printed.length > LONGEST_NAME ? [] : familyWords(printed);
  if (words.length === 0) return undefined;
  let found: FamilyRule | undefined;
  let most = 0;
  for (const family of familiesOf(rules)) {
    const says = wordsThatFit(family, words);
    if (says <= most) continue;
    found = family.rule;
    most = says;
  }
  return found;
}

const LONGEST_NAME = 300;
const EMPTY_WORDS: ReadonlySet<string> = new Set(['ORGANIC', 'CERTIFIED', 'NATURAL', 'PURE', 'AND']);

/** The words of a name that tell its family. */
function familyWords(printed: string): string[] {
  const words = wordKeys(apart(printed).outer);
  while (words.length > 1 && EMPTY_WORDS.has(nth(words, 0))) words.shift();
  while (words.length > 1 && EMPTY_WORDS.has(nth(words, words.length - 1))) words.pop();
  return words;
}

// ---------- rules, taken apart ----------

type Place = 'WHOLE' | 'START' | 'END' | 'ANYWHERE';

/** Does one word of a name fit this word of a phrase? */
type WordTest = (word: string) => boolean;

interface Family {
  readonly rule: FamilyRule;
  readonly fewestWords: number;
  readonly genera: ReadonlySet<string> | undefined;
  /** the words with which every member begins or ends, where the rule spells them out: most names fail here */
  readonly firstWords: ReadonlySet<string> | undefined;
  readonly lastWords: ReadonlySet<string> | undefined;
  readonly phrases: readonly { readonly place: Place; readonly any: readonly WordTest[][] }[];
  readonly except: readonly WordTest[][];
}

/** Rules live as long as the knowledge that they belong to, so they are taken apart once. */
const taken = new WeakMap<readonly FamilyRule[], readonly Family[]>();

function familiesOf(rules: readonly FamilyRule[]): readonly Family[] {
  let families = taken.get(rules);
  if (families === undefined) {
    families = rules.map(takenApart).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
    taken.set(rules, families);
  }
  return families;
}

function takenApart(rule: FamilyRule): Family {
  const phrases: { place: Place; any: WordTest[][] }[] = [];
  const add = (place: Place, stated: readonly string[] | undefined): void => {
    if (stated !== undefined) phrases.push({ place, any: stated.map(testsOf) });
  };
  add('WHOLE', rule.is);
  add('START', rule.prefix);
  add('END', rule.suffix);
  add('ANYWHERE', rule.holds);
  return {
    rule,
    fewestWords: rule.fewestWords ?? 1,
    genera: spelledOut(rule.genera, 0),
    firstWords: spelledOut(rule.prefix, 0),
    lastWords: spelledOut(rule.suffix, -1),
    phrases,
    except: rule.except.map(testsOf),
  };
}

/** The first or last words of phrases, unless one of them stands for many words. */
function spelledOut(phrases: readonly string[] | undefined, at: 0 | -1): ReadonlySet<string> | undefined {
  const words = phrases?.map((phrase) => phrase.toUpperCase().split(/\s+/).at(at) as string); // a phrase has a word
  return words === undefined || words.some((word) => /[*#]/.test(word)) ? undefined : new Set(words);
}

function testsOf(phrase: string): WordTest[] {
  return phrase.toUpperCase().split(/\s+/).map(testOf);
}

function testOf(part: string): WordTest {
  if (part === '*') return () => true;
  if (part === '#') return (word) => NUMBER.test(word);
  if (part.startsWith('*')) {
    const ending = part.slice(1);
    return (word) => word.endsWith(ending);
  }
  if (part.endsWith('*')) {
    const beginning = part.slice(0, -1);
    return (word) => word.startsWith(beginning);
  }
  return (word) => word === part;
}

const NUMBER = /^\d+[A-Z]?$/;

/** How many words of a name a rule speaks for; 0 if the name is not of its family. */
function wordsThatFit(family: Family, words: readonly string[]): number {
  if (words.length < family.fewestWords) return 0;
  const first = nth(words, 0);
  if (family.genera?.has(first) === false || family.firstWords?.has(first) === false) return 0;
  if (family.lastWords?.has(nth(words, words.length - 1)) === false) return 0;
  let fitting = family.genera === undefined ? 0 : 1;
  for (const { place, any } of family.phrases) {
    const longest = longestFit(any, words, place);
    if (longest === 0) return 0;
    fitting += longest;
  }
  return longestFit(family.except, words, 'ANYWHERE') > 0 ? 0 : fitting;
}

function longestFit(phrases: readonly WordTest[][], words: readonly string[], place: Place): number {
  let longest = 0;
  for (const phrase of phrases) if (phrase.length > longest && fits(phrase, words, place)) longest = phrase.length;
  return longest;
}

function fits(phrase: readonly WordTest[], words: readonly string[], place: Place): boolean {
  const spare = words.length - phrase.length;
  if (spare < 0 || (place === 'WHOLE' && spare > 0)) return false;
  const first = place === 'END' ? spare : 0;
  const last = place === 'START' ? 0 : spare;
  for (let at = first; at <= last; at++) {
    if (phrase.every((test, index) => test(nth(words, at + index)))) return true;
  }
  return false;
}
