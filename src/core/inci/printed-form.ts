import { KIND, kindOf } from './characters.js';

/** Whether a text may hold footnote marks at all. */
export function mayHoldMarks(text: string): boolean {
  return /[*†‡§¶°^+¹²³⁰⁴-⁹]|\(\d\)/.test(text);
}

/** Whether a footnote mark stands at a place; a plus is none, but where it closes a name. */
export function isMark(text: string, at: number): boolean {
  return (kindOf(text.charCodeAt(at)) & KIND.MARK) !== 0;
}

/**
 * A stretch of a label as one name: on one line, without footnote marks, quotes
 * and stray punctuation; '' where nothing remains.
 */
export function printedForm(stretch: string): string {
  const plain = tidied(stretch);
  const atBothEnds = kindOf(plain.charCodeAt(0)) & kindOf(plain.charCodeAt(plain.length - 1));
  if ((atBothEnds & KIND.WORD) !== 0) return plain; // nothing stray can stand there
  let start = 0;
  let end = plain.length;
  while (start < end && STRAY_BEFORE.includes(plain.charAt(start))) start++;
  while (end > start && STRAY_AFTER.includes(plain.charAt(end - 1))) end--;
  while (end > start && plain[end - 1] === '.' && !KEEPS_STOP.test(plain.slice(Math.max(start, end - 8), end))) end--;
  while (end > start && isLonely(plain, start, end)) end--;
  const name = plain.slice(start, end).trimEnd();
  return (kindOf(name.charCodeAt(0)) & KIND.OPENS) !== 0 && ENCLOSED.test(name) ? name.slice(1, -1).trim() : name;
}

/** The footnote marks in a stretch, in printed order: "*", "**", "*+". */
export function marksOf(stretch: string): string {
  let marks = '';
  for (let at = 0; at < stretch.length;) {
    const start = at;
    if (isMark(stretch, at)) {
      while (isMark(stretch, at)) at++;
      marks += stretch.slice(start, at);
    } else if (stretch[at] === '+') {
      while (stretch[at] === '+') at++;
      if (at === stretch.length || '*†‡ \n)]'.includes(stretch.charAt(at))) marks += stretch.slice(start, at);
    } else {
      at++;
    }
  }
  return NUMBERED.test(stretch) ? marks + stretch.charAt(stretch.length - 2) : marks;
}

/** Marks one by one, as footnotes explain them: "*+" are two, "**" is one. */
export function singleMarks(marks: string): readonly string[] {
  const singles: string[] = [];
  for (let at = 0; at < marks.length;) {
    let end = at + 1;
    while ('*+†‡'.includes(marks.charAt(at)) && end < marks.length && marks[end] === marks[at]) end++;
    singles.push(marks.slice(at, end));
    at = end;
  }
  return singles;
}

/** Whether the name ends with a bracket that it never opens. */
function isLonely(plain: string, start: number, end: number): boolean {
  const kind = ')]}>'.indexOf(plain.charAt(end - 1));
  return kind >= 0 && !plain.slice(start, end).includes('([{<'.charAt(kind));
}

/** Whether a stretch holds what a name is printed without: marks, quotes, line ends, blanks in a row. */
function isUntidy(stretch: string): boolean {
  let before = 0;
  for (let at = 0; at < stretch.length; at++) {
    const kind = kindOf(stretch.charCodeAt(at));
    if ((kind & KIND.UNTIDY) !== 0 || (kind & before & KIND.BLANK) !== 0) return true;
    before = kind;
  }
  return stretch.endsWith(')') && NUMBERED.test(stretch);
}

const NUMBERED = /\(\d\)$/;
/** A name that stands in brackets as a whole: "[Talc]". */
const ENCLOSED = /^[[({][^()[\]{}]{2,}[)\]}]$/;
const STRAY_BEFORE = " .,;:-_/')]}+~=&#";
const STRAY_AFTER = " ,;:-_/'([{+~=&#";
/** Abbreviations whose full stop belongs to the name: "Alcohol Denat.", "P.E.G.". */
const KEEPS_STOP = /(?:\bdenat|\bext|\b[a-z])\.$/i;

function tidied(stretch: string): string {
  let end = stretch.length;
  while (end > 0 && isMark(stretch, end - 1)) end--;
  // a mark that closes a name is cut off; only what stands inside needs looking at
  const name = stretch.slice(0, end);
  if (!isUntidy(name)) return name;
  return name
    .replace(/[*†‡§¶°^¹²³⁰⁴-⁹"]/g, '')
    .replace(/\+(?=[\s)\]]|$)/g, '')
    .replace(/\s?\(\d\)$/, '')
    .replaceAll('•', '-')
    .replace(/\s+/g, ' ');
}
