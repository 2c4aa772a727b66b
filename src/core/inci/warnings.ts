import type { Mended } from './clean-text.js';
import type { AsideKind, ListState, SetAside } from './label.js';

/** What a reader of the answer should know of how the label was read: one sentence for each kind of thing. */
export function warningsOf(
  setAside: readonly SetAside[],
  mended: ReadonlySet<Mended>,
  lists: number,
  openBracket: boolean,
  state: ListState,
): string[] {
  const kinds = new Set<AsideKind>();
  for (const { why } of setAside) kinds.add(why);
  const warnings: string[] = [];
  for (const [kind, sentence] of ASIDE_WARNINGS) if (kinds.has(kind)) warnings.push(sentence);
  for (const [kind, sentence] of MENDED_WARNINGS) if (mended.has(kind)) warnings.push(sentence);
  if (lists > 1) warnings.push('The label holds several ingredient lists; each was read by itself.');
  if (openBracket) warnings.push('A bracket is never closed; what stands after it was read all the same.');
  if (state === 'INCOMPLETE') warnings.push('The ingredient list is not complete.');
  if (state === 'MISSING') warnings.push('There is no ingredient list.');
  return warnings;
}

const ASIDE_WARNINGS: readonly (readonly [AsideKind, string])[] = [
  ['MARKETING', 'Text that praises the product or its highlights was set aside.'],
  ['DISCLAIMER', 'Directions, warnings or a remark on the list itself were set aside.'],
  ['NEGATION', 'Words on what the product does not contain were set aside.'],
  ['FOOTNOTE', 'Footnotes were set aside.'],
  ['HEADING', 'Headings were set aside.'],
  ['CODE', 'Codes of the manufacturer were set aside.'],
  ['PLACEHOLDER', 'The text says that the list is to be found elsewhere.'],
  ['REMARK', 'Remarks between the names were set aside.'],
  ['MARKUP', 'HTML was set aside.'],
];

const MENDED_WARNINGS: readonly (readonly [Mended, string])[] = [
  ['INVISIBLE', 'Invisible characters were left out.'],
  ['CONTROL', 'Control characters were read as blanks.'],
  ['LOOK_ALIKE', 'Letters of another script that look like Latin ones were read as Latin.'],
  ['MOJIBAKE', 'Characters garbled by a wrong encoding were mended.'],
  ['DAMAGED', 'Characters that were lost in copying were read as blanks.'],
];
