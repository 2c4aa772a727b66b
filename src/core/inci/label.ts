/** What is read from a label, and what was left aside in reading. */

/** Where in a list a name stands: among all, among a drug's actives, or after "may contain". */
export type Section = 'LIST' | 'ACTIVE' | 'MAY_CONTAIN';

/** A name as the label prints it; what it means is for `tagging`. */
export interface PrintedName {
  /** as printed, on one line, without footnote marks and percentages */
  readonly printed: string;
  /** 1-based place in its list; a name printed twice counts twice */
  readonly position: number;
  /** half-open span in the original text, in UTF-16 units; holds marks and percentages too */
  readonly start: number;
  readonly end: number;
  /** 0-based index of its list in `lists`; a kit has several */
  readonly list: number;
  readonly section: Section;
  /** printed percentage as a share of the product, 0…1 */
  readonly declaredShare?: number;
  /** footnote marks, as printed: "*", "**", "*+" */
  readonly marks?: string;
  /** a footnote says that one of these marks means fragrance */
  readonly fragranceMark?: boolean;
}

/**
 * LISTED: an ingredient list that closes. INCOMPLETE: it is cut, or only
 * highlights are given. MISSING: nothing that could be a list.
 */
export type ListState = 'LISTED' | 'INCOMPLETE' | 'MISSING';

/** Why words are no ingredient names. */
export type AsideKind =
  'MARKETING' | 'DISCLAIMER' | 'FOOTNOTE' | 'HEADING' | 'CODE' | 'PLACEHOLDER' | 'NEGATION' | 'REMARK' | 'MARKUP';

/** Words of the label that were read as no ingredient name. */
export interface SetAside {
  readonly text: string;
  /** half-open span in the original text, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  readonly why: AsideKind;
}

export interface ReadLabel {
  /** in printed order */
  readonly names: readonly PrintedName[];
  readonly lists: readonly { readonly title?: string }[];
  readonly state: ListState;
  /** headings tell active from inactive ingredients: order says nothing then */
  readonly drugFacts: boolean;
  /** in printed order */
  readonly setAside: readonly SetAside[];
  /** one sentence for each kind of thing that was set aside or mended */
  readonly warnings: readonly string[];
}
