import type { Consultation, Pairing } from '../core/pair.js';
import type { Shelf } from '../shelf/shelf.js';
import type { DatedQuestion } from './question.js';

/** What a field that is worked out later needs of the question that it belongs to. */
export interface Asked extends DatedQuestion {
  readonly consultation: Consultation;
  /** what was asked of; a later one may say something else */
  readonly shelf: Shelf;
  /** what fits among what was considered, best first */
  readonly ranked: () => readonly Pairing[];
  /** what a cursor of it must agree with */
  readonly args: unknown;
}
