import type { Consultation } from '../core/pair.js';
import type { Stake } from '../core/ranking/score.js';
import type { Sift, Standing } from '../shelf/sift.js';
import type { DatedQuestion } from './question.js';

/** What a field that is worked out later needs of the question that it belongs to. */
export interface Asked extends DatedQuestion {
  readonly consultation: Consultation;
  /** what was asked of; a later one may say something else */
  readonly standing: Standing;
  /** what was considered, and what it is ranked for */
  readonly ranking: () => { readonly sifted: Sift; readonly stakes: readonly Stake[] };
  /** what a cursor must agree with */
  readonly args: unknown;
}
