import type { AsideKind } from './label.js';
import { ROLE } from './label-words.js';
import { mayEndName } from './name-shape.js';
import type { Words } from './words.js';

/** What words around names may be. */
type TalkKind = Extract<AsideKind, 'MARKETING' | 'DISCLAIMER' | 'PLACEHOLDER' | 'NEGATION' | 'REMARK'>;

/** Talk in a piece: where it begins, and how far it reaches. */
export interface Talk {
  readonly from: number;
  readonly why: TalkKind;
  /** reaches to the end of the statement, whatever follows; else only as long as what follows is talk too */
  readonly toTheEnd: boolean;
}

const SPEAKS =
  ROLE.TALK | ROLE.SMALL | ROLE.OPENER | ROLE.NEGATES | ROLE.CLAIM | ROLE.PURPOSE | ROLE.MAYBE | ROLE.INGREDIENTS;

/**
 * The talk in a piece of a label, or undefined if its words may all be names.
 *
 * @param words the words of the piece
 * @param start where the piece begins
 * @param begins whether it begins a statement: then a sentence takes all of it
 * @param first whether no name was read before it: then it may stand in the place of a list
 */
export function talkIn(words: Words, start: number, begins: boolean, first: boolean): Talk | undefined {
  if (!words.has(SPEAKS)) return undefined;
  if (first && begins && isPlaceholder(words)) return { from: start, why: 'PLACEHOLDER', toTheEnd: true };
  if (words.is(0, ROLE.MAYBE) && words.word(1) === 'contain')
    return { from: start, why: 'DISCLAIMER', toTheEnd: false };
  return negation(words, start, begins) ?? sentence(words, start, begins) ?? praise(words, start);
}

/** Whether the words speak rather than name: one sure sign, or two weak ones. */
export function speaks(words: Words): boolean {
  return words.talk > 0 || words.small > 1;
}

function isPlaceholder(words: Words): boolean {
  const [first, second] = [words.word(0), words.word(1)];
  switch (first) {
    case 'visit':
    case 'click':
    case 'coming':
      return true;
    case 'see':
    case 'check':
    case 'refer':
      return words.has(ROLE.PACK) && words.count <= 12;
    case 'please':
      return (
        (second === 'see' || second === 'refer' || second === 'check' || second === 'contact' || second === 'visit') &&
        words.count <= 9
      );
    case 'no':
      return second === 'info' || second === 'information' || words.is(1, ROLE.INGREDIENTS);
    case 'not':
      return second === 'available' || second === 'provided' || second === 'listed' || second === 'applicable';
    case 'information':
    case 'ingredients':
    case 'ingredient':
      return second === 'not' || (words.is(1, ROLE.PACK) && words.word(2) === 'not') || second === 'unavailable';
    default:
      return false;
  }
}

function negation(words: Words, start: number, begins: boolean): Talk | undefined {
  const at = words.first(ROLE.NEGATES);
  if (at < 0) return undefined;
  const next = words.word(at + 1);
  const here: Talk = { from: start, why: 'NEGATION', toTheEnd: false };
  // at the beginning of a statement a denial takes all of it; else what stands before may be a name
  const denial: Talk = {
    from: begins ? start : words.start(clauseStart(words, at)),
    why: 'NEGATION',
    toTheEnd: begins,
  };
  switch (words.word(at)) {
    case 'free':
      if (next === 'from' || next === 'of') return denial;
      if (at === 0 || !(at === words.count - 1 || words.hyphened(at))) return undefined;
      // bergapten-free and furocoumarin-free tell which oil it is
      return /^(?:bergapten|fur(?:an)?ocoumarin)/.test(words.word(at - 1)) ? undefined : here;
    case 'no':
    case 'zero':
      // "Yellow No. 5"
      return at > 0 || /^\d/.test(next) ? undefined : here;
    case 'not':
    case 'never':
      return next.startsWith('contain') || next === 'use' || words.word(at - 1) === 'does' ? denial : undefined;
    default:
      return denial;
  }
}

/** The first word of the clause in which a denial stands: "is free from", "does not contain". */
function clauseStart(words: Words, at: number): number {
  let first = at;
  while (first > 0 && words.is(first - 1, ROLE.TALK | ROLE.OPENER)) first--;
  return first;
}

function sentence(words: Words, start: number, begins: boolean): Talk | undefined {
  // amid a list one stray word proves nothing: "Patented Rose Extract"; two that speak of the pack do: "see pack for full ingredients"
  const sure = begins ? speaks(words) : words.talk + words.small > 1 || words.has(ROLE.OPENER);
  if (!sure && packWords(words, 0) < 2) return undefined;
  const speaking = words.small > 1 ? ROLE.TALK | ROLE.SMALL | ROLE.OPENER : ROLE.TALK | ROLE.OPENER;
  const first = Math.max(0, words.first(speaking));
  const name = begins && !words.is(first, ROLE.OPENER) ? 0 : lengthOfName(words, first);
  const from = name > 0 ? words.start(name) : start;
  const why = ofThePack(words, name) ? 'DISCLAIMER' : begins ? 'MARKETING' : 'REMARK';
  return { from, why, toTheEnd: why === 'DISCLAIMER' };
}

/** How many of the words before a sentence are a name that was never closed. */
function lengthOfName(words: Words, sentence: number): number {
  let length = sentence;
  while (length > 0 && !mayEndName(words.word(length - 1)) && !words.bracketed(length - 1)) length--;
  return length;
}

function ofThePack(words: Words, from: number): boolean {
  const signs = packWords(words, from);
  return signs > 1 || (signs === 1 && words.is(from, ROLE.OPENER));
}

function packWords(words: Words, from: number): number {
  let signs = 0;
  for (let at = from; at < words.count; at++) if (words.is(at, ROLE.PACK)) signs++;
  return signs;
}

/** "Vegan", "Sunscreen": words that stand alone and name nothing. */
function praise(words: Words, start: number): Talk | undefined {
  return words.every(ROLE.CLAIM) || (words.has(ROLE.PURPOSE) && isPurpose(words))
    ? { from: start, why: 'REMARK', toTheEnd: false }
    : undefined;
}

/** What an active is for: "Sunscreen", "Skin protectant", "Acne treatment". */
export function isPurpose(words: Words): boolean {
  return words.count > 0 && words.count <= 3 && (words.is(words.count - 1, ROLE.PURPOSE) || words.is(0, ROLE.PURPOSE));
}
