import type { Consultation } from '../core/pair.js';
import type { Sift, Standing } from '../shelf/sift.js';
import type { DatedQuestion } from './question.js';

/** What a field that is worked out later needs of the question that it belongs to. */
export interface Asked extends DatedQuestion {
  readonly consultation: Consultation;
  /** what was asked of; a later one may say something else */
  readonly standing: Standing;
}

/** The same of a ranking. */
export interface AskedRanking extends Asked {
  readonly sifted: Sift;
  /** what a cursor of it must agree with */
  readonly args: unknown;
}
