import type { Category } from './vocabulary.js';

/** What the core sees of a product: what its pack says, and nothing of price or stock. */
export interface Formula {
  /** never changes and orders last; unique in a catalog */
  readonly id: string;
  readonly brand: string;
  readonly name: string;
  readonly category: Category;
  /** words such as "sheet mask" or "gel"; may only raise severity */
  readonly form?: string | null | undefined;
  readonly rinseOff: boolean;
  /** the ingredient list exactly as printed; empty when there is none */
  readonly label: string;
  /** ingredient name → share of the finished product, 0…1, where the brand states it */
  readonly declaredShares?: Readonly<Record<string, number>> | null | undefined;
  readonly ph?: number | null | undefined;
  readonly spf?: number | null | undefined;
  /** a US Drug Facts panel, in whose lists order says nothing */
  readonly drugFacts?: boolean | null | undefined;
  /** marketing text and directions of the pack; may only raise severity, but for how it is rinsed off */
  readonly claims?: string | null | undefined;
  readonly market?: string | null | undefined;
  /** sold sterile, in single doses */
  readonly sterile?: boolean | null | undefined;
}
