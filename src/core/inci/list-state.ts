import type { AsideKind, ListState, Section } from './label.js';

/** What of a label was found, in places of the plain text. */
export interface Found {
  readonly text: string;
  readonly lower: string;
  readonly names: readonly {
    readonly start: number;
    readonly end: number;
    readonly section: Section;
    readonly declaredShare?: number;
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
  for (const { declaredShare } of names) {
    if (declaredShare === undefined) return false;
    sum += declaredShare;
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
  return word.length > 2 && names.length > 1 && !WORD_ENDINGS.has(word.slice(-2));
}

const LONGEST_REMARK = 60;
const MID_NAME = /^\s?[-/]$/;
const LAST_WORD = /[A-Za-z]*[a-z]{2}$/;

/** The last two letters of words that end a name in any language of labels; a word that ends otherwise was cut off. */
const WORD_ENDINGS: ReadonlySet<string> = new Set(
  (
    'ab ac ad ae af ag ah aj al am an ao ap ar as at au av aw ax ay az ba bc bd bk br bt by ca cc ce cf cg ch ci ' +
    'ck cl co cs ct cu cx da de dh di do ds dw dy dz ea eb ec ed ee eg ei ek el em en er es et ex ey ez fa fe ff ' +
    'fo ga ge gf gg gn go gs ha hb hd he hf hi hk ho hq hr hs ht hu hy ia ib ic id ig ii ij il im in io ip ir is ' +
    'it ix iz ja ji ke ki ko ks ku la lb lc ld le lf lg li lk ll lm ln lo lp ls lt lu lx ly lz ma mb mc me mf mh ' +
    'mi mn mo mp ms mu mx my na nb nc nd ne ng ni nk nn no ns nt nu nx ny nz oa ob oc od oe of oh ok ol om on oo ' +
    'op oq or os ot ou ow ox oy pa pb pc pe pg pi pm po pp pr ps pt pu py ra rb rc rd re rf rg ri rk rl rm rn ro ' +
    'rp rs rt ru ry rz sa se sf sh si sk sl sm so sp ss st su sy ta te th ti tl to tp ts tt tu ty tz ua ub ud ue ' +
    'uf ug uh ui uk ul um un up ur us ut uu ux va vc ve vp vy wa wn ws wt xa xo xt ya ye yl ym yn yr ys za ze zi ' +
    'zo'
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
