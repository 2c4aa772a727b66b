import type { Fault } from '../faults.js';
import type { LoadedKnowledge } from '../loaded.js';

/** Something that a machine can see to be wrong with the knowledge, though each file has its form. */
export interface Check {
  /** what holds when there is no fault */
  readonly name: string;
  /** what would go wrong without it */
  readonly why: string;
  /** @param now the clock, for what grows old */
  readonly check: (data: LoadedKnowledge, now: Date) => Fault[];
}
