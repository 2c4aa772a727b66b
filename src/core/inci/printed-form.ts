/** Characters with which footnotes mark names; a plus only where it closes a name. */
export const MARKS: ReadonlySet<number> = new Set([...'*†‡§¶°^¹²³⁰⁴⁵⁶⁷⁸⁹'].map((char) => char.charCodeAt(0)));

/** Whether a text may hold footnote marks at all. */
export function mayHoldMarks(text: string): boolean {
  return /[*†‡§¶°^+¹²³⁰⁴-⁹]|\(\d\)/.test(text);
}

/**
 * A stretch of a label as one name: on one line, without footnote marks, quotes
 * and stray punctuation; '' where nothing remains.
 */
export function printedForm(stretch: string): string {
  const plain = UNTIDY.test(stretch) ? tidied(stretch) : stretch;
  let start = 0;
  let end = plain.length;
  while (start < end && STRAY_BEFORE.includes(plain.charAt(start))) start++;
  while (end > start && STRAY_AFTER.includes(plain.charAt(end - 1))) end--;
  while (end > start && plain[end - 1] === '.' && !KEEPS_STOP.test(plain.slice(Math.max(start, end - 8), end))) end--;
  while (end > start && isLonely(plain, start, end)) end--;
  const name = plain.slice(start, end).trimEnd();
  return '([{'.includes(name.charAt(0)) && ENCLOSED.test(name) ? name.slice(1, -1).trim() : name;
}

/** The footnote marks in a stretch, in printed order: "*", "**", "*+". */
export function marksOf(stretch: string): string {
  const marks = stretch.match(/[*†‡§¶°^¹²³⁰⁴-⁹]+|\++(?=[*†‡\s)\]]|$)|\(\d\)$/g);
  return marks === null ? '' : marks.join('').replace(/[()]/g, '');
}

/** Marks one by one, as footnotes explain them: "*+" are two, "**" is one. */
export function singleMarks(marks: string): readonly string[] {
  return Array.from(marks.matchAll(/\*+|\++|†+|‡+|./gu), ([mark]) => mark);
}

/** Whether the name ends with a bracket that it never opens. */
function isLonely(plain: string, start: number, end: number): boolean {
  const kind = ')]}>'.indexOf(plain.charAt(end - 1));
  return kind >= 0 && !plain.slice(start, end).includes('([{<'.charAt(kind));
}

const UNTIDY = /[*†‡§¶°^¹²³⁰⁴-⁹"•\n+]| {2}|\(\d\)$/;
/** A name that stands in brackets as a whole: "[Talc]". */
const ENCLOSED = /^[[({][^()[\]{}]{2,}[)\]}]$/;
const STRAY_BEFORE = " .,;:-_/')]}+~=&#";
const STRAY_AFTER = " ,;:-_/'([{+~=&#";
/** Abbreviations whose full stop belongs to the name: "Alcohol Denat.", "P.E.G.". */
const KEEPS_STOP = /(?:\bdenat|\bext|\b[a-z])\.$/i;

function tidied(stretch: string): string {
  return stretch
    .replace(/[*†‡§¶°^¹²³⁰⁴-⁹"]/g, '')
    .replace(/\+(?=[\s)\]]|$)/g, '')
    .replace(/\s?\(\d\)$/, '')
    .replaceAll('•', '-')
    .replace(/\s+/g, ' ');
}
