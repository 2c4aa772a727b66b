import type { Formula } from '../formula.js';
import type { Claim, Knowledge } from '../knowledge.js';

/** Lower-case words of a text, letters and digits only, accents stripped. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * What the name, form and claims of a pack say, as ids of `claims.json`. Claims never make a
 * product kinder, so a stray word costs at most a stricter reading; whether a product is rinsed off
 * is decided in `rinsedOff`.
 */
export function claimsOf(knowledge: Knowledge, formula: Formula): ReadonlySet<string> {
  const words = wordsOf([formula.name, formula.form ?? '', formula.claims ?? ''].join(' | '));
  const said = new Set<string>();
  for (const claim of knowledge.claims) {
    if (claim.categories.includes(formula.category) || says(words, claim)) said.add(claim.id);
  }
  return said;
}

function says(words: readonly string[], claim: Claim): boolean {
  return claim.words.some((phrase) => {
    const wanted = phrase.split(' ');
    for (let at = 0; at + wanted.length <= words.length; at++) {
      if (wanted.every((word, offset) => matches(words[at + offset] as string, word))) return true;
    }
    return false;
  });
}

function matches(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

/**
 * Whether a product leaves the skin within minutes (rulings, "Forms and lists"): cleansers, and what
 * its directions say to rinse off. Masks stay unless the pack says five minutes or less; pads,
 * wipes, mists, sheet masks and "no rinse" products stay always.
 */
export function rinsedOff(formula: Formula, said: ReadonlySet<string>): boolean {
  if (said.has('LEAVE_ON_FORM')) return false;
  if (formula.category === 'MASK') return said.has('FIVE_MINUTES');
  return formula.rinseOff || formula.category === 'CLEANSER' || said.has('RINSE');
}
