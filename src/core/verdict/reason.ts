import type { Ingredient, MarketLimit, Policy } from '../knowledge.js';
import type { ReasonCode } from '../vocabulary.js';

/** One typed fact behind a verdict; `sentences.ts` turns it into words. */
export interface Reason {
  readonly code: ReasonCode;
  /** which rule: a class with what it did ("retinol.hold"), or the rule's own name ("list.missing") */
  readonly rule: string;
  /** id of the class, where one decided */
  readonly tag?: string | undefined;
  readonly ingredient?: Ingredient | undefined;
  /** the name as printed on the pack, or as the person wrote it */
  readonly printed?: string | undefined;
  /** end of this reason in hours since the treatment; undefined = never ends, or not known */
  readonly untilHour?: number | undefined;
  readonly sources: readonly string[];
  readonly policy?: Policy | undefined;
  /** a further fact that the sentence needs: a name, a number of hours */
  readonly detail?: string | undefined;
  /** what the market of the pack does not allow, with the share that is stated where an amount is at issue */
  readonly market?: { readonly limit: MarketLimit; readonly share?: number | undefined } | undefined;
  /** other windows that sources give */
  readonly otherViews?: readonly string[] | undefined;
  /** 0-based list of a kit, where a product holds several */
  readonly list?: number | undefined;
}
