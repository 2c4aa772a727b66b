import type { Circumstance } from '../../core/knowledge.js';
import type { ListName, LoadedKnowledge } from '../loaded.js';

/** A circumstance in the seeds, and where it stands. */
export interface Stated {
  readonly list: ListName;
  readonly id: string;
  readonly field: string;
  readonly when: Circumstance;
}

/** Every circumstance that the knowledge states. */
export function* statedCircumstances(data: LoadedKnowledge): Generator<Stated> {
  for (const { id, cases, also, recoveryIdeal, readsAs } of data.tags) {
    if (readsAs !== undefined) yield { list: 'tags', id, field: 'readsAs, when', when: readsAs.when };
    for (const [index, { when }] of cases.entries()) {
      yield { list: 'tags', id, field: `cases ${index + 1}, when`, when };
    }
    for (const [index, { when }] of also.entries()) {
      if (when !== undefined) yield { list: 'tags', id, field: `also ${index + 1}, when`, when };
    }
    const when = recoveryIdeal?.when;
    if (when !== undefined) yield { list: 'tags', id, field: 'recoveryIdeal, when', when };
  }
  for (const { id, tags } of data.ingredients) {
    for (const [index, { when }] of tags.entries()) {
      if (when !== undefined) yield { list: 'ingredients', id, field: `tags ${index + 1}, when`, when };
    }
  }
  for (const { id, when } of data.forms) yield { list: 'forms', id, field: 'when', when };
  for (const { id, when } of data.marketLimits) {
    if (when !== undefined) yield { list: 'marketLimits', id, field: 'when', when };
  }
}

/** A circumstance and all that it is made of. */
export function* withParts(when: Circumstance): Generator<Circumstance> {
  yield when;
  for (const part of when.any ?? []) yield* withParts(part);
  if (when.not !== undefined) yield* withParts(when.not);
}
