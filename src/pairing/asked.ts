import type { Consultation } from '../core/pair.js';
import type { WeightedConcern } from '../core/ranking/score.js';
import type { DatedQuestion } from './question.js';

/** What a field that is worked out later needs of the question that it belongs to. */
export interface Asked extends DatedQuestion {
  readonly consultation: Consultation;
  readonly concerns: readonly WeightedConcern[];
  /** what a cursor of it must agree with */
  readonly args: unknown;
}
