import type { AsideKind, ListState, Section } from './read-label.js';

/** What of a label was found, in places of the plain text. */
export interface Found {
  readonly text: string;
  readonly lower: string;
  readonly names: readonly {
    readonly start: number;
    readonly end: number;
    readonly section: Section;
    readonly share: number | undefined;
  }[];
  readonly asides: readonly { readonly start: number; readonly end: number; readonly why: AsideKind }[];
  /** an ellipsis, "etc" or "and more" */
  readonly cutOff: boolean;
  /** a product was announced and no list came */
  readonly listless: boolean;
  /** a bracket that was never closed, or −1 */
  readonly openAt: number;
}

/** Whether the list closes, is cut, or is missing. In doubt it is not complete. */
export function listState(found: Found): ListState {
  if (found.names.length === 0) {
    const claims = found.asides.some(({ why }) => why === 'MARKETING' || why === 'NEGATION' || why === 'REMARK');
    return claims ? 'INCOMPLETE' : 'MISSING';
  }
  const open = found.cutOff || found.listless || isPartial(found) || endsMidName(found) || pointsElsewhere(found);
  return open ? 'INCOMPLETE' : 'LISTED';
}

/** Actives without the rest: by their headings, or because every share is printed and they do not add up. */
function isPartial({ names }: Found): boolean {
  if (names.every(({ section }) => section !== 'LIST')) return true;
  let sum = 0;
  for (const { share } of names) {
    if (share === undefined) return false;
    sum += share;
  }
  return sum < LEAST_SUM;
}

/** Shares that are all printed and come to less than this are only the actives. */
const LEAST_SUM = 0.9;

/** Whether the text stops inside a name: at a hyphen, a slash, an open bracket, or in the midst of a word. */
function endsMidName({ text, names, openAt }: Found): boolean {
  const last = names.at(-1);
  const end = text.trimEnd();
  if (last === undefined || end.endsWith('.')) return false;
  if (openAt >= last.start && end.length - openAt < LONGEST_REMARK) return true;
  if (MID_NAME.test(end.slice(last.end, last.end + 4)) || MID_NAME.test(end.slice(-1))) return true;
  if (last.end < end.length) return false;
  const word = LAST_WORD.exec(end.slice(-24))?.[0] ?? '';
  return word.length > 2 && names.length > 1 && !WORD_ENDINGS.has(word.slice(-2)) && !word.toLowerCase().endsWith('sulfur');
}

const LONGEST_REMARK = 60;
const MID_NAME = /^\s?[-/]$/;
const LAST_WORD = /[A-Za-z]*[a-z]{2}$/;

/** The last two letters of words that end a name; a word that ends otherwise was cut off. */
const WORD_ENDINGS: ReadonlySet<string> = new Set(
  (
    'te ct de er ne ol in th id rs es um ce al nt ds ia en an le ed se it ra af lk ot ls re ns ch ax ue us ea ow et on ar pa ke rk ' +
    'ta ba st di ge ts me ll lt ay is am ca ex ey il ck el na or wn da yl em ic om rd rm at ae dy ma nd ss sk la va nu sh ty ry ly ht ut ' +
    'vp cl lm lf op ap mp ng go co do no to so ho ga ha sa za ja ro'
  ).split(' '),
);

/** "See box for the full list" after a list, but not a shop's "refer to the pack for the most up to date list". */
function pointsElsewhere({ lower, asides }: Found): boolean {
  return asides.some(({ start, end, why }) => {
    if (!SENTENCES.has(why)) return false;
    const says = lower.slice(start, end);
    return (FULL_LIST.test(says) || seesPack(says)) && !CURRENT.test(says);
  });
}

const SENTENCES: ReadonlySet<AsideKind> = new Set(['DISCLAIMER', 'PLACEHOLDER', 'REMARK', 'MARKETING']);
const FULL_LIST =
  /\b(?:full|complete|entire|remaining) (?:ingredient|list)|\bmore ingredients\b|\blist continue|\bcontinued on\b|\ball ingredients\b/;
const CURRENT = /up[- ]to[- ]date|accurate|current|change|vary|varies|differ|direction|instruction|warning/;

function seesPack(says: string): boolean {
  return (
    /\b(?:see|refer|check|consult)\b/.test(says) &&
    /\b(?:pack|packs|package|packaging|box|label|carton|leaflet)\b/.test(says)
  );
}
