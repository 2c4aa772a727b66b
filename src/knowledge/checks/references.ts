import type { Fault } from '../faults.js';
import { faultOf, idOf, type ListName, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';
import { statedCircumstances, withParts } from './circumstances.js';

/** An id that one entry uses of another. */
interface Reference {
  readonly from: ListName;
  readonly id: string;
  readonly field: string;
  readonly to: keyof typeof WORDS;
  readonly target: string;
}

const WORDS = {
  sources: 'source',
  tags: 'class',
  ingredients: 'ingredient',
  claims: 'claim',
  notices: 'notice',
} as const satisfies Partial<Record<ListName, string>>;

export const references = {
  name: 'every id that is used exists',
  why: 'A class, source or name that is misspelt would fail at the first product that needs it, or be passed over.',
  check(data: LoadedKnowledge): Fault[] {
    const known = (list: keyof typeof WORDS) => new Set(data[list].map(idOf));
    const ids = {
      sources: known('sources'),
      tags: known('tags'),
      ingredients: known('ingredients'),
      claims: known('claims'),
      notices: known('notices'),
    };
    const faults: Fault[] = [];
    for (const { from, id, field, to, target } of allReferences(data)) {
      if (ids[to].has(target)) continue;
      const left = data.retired.find((one) => one.id === target && one.kind === WORDS[to]);
      const message =
        left === undefined
          ? 'which does not exist. Add it, or mend the spelling.'
          : `which was retired on ${left.on}. Name ${left.successor === null ? 'another' : `"${left.successor}"`}.`;
      faults.push(faultOf(data, from, id, field, `names the ${WORDS[to]} "${target}", ${message}`));
    }
    return faults;
  },
} satisfies Check;

function* allReferences(data: LoadedKnowledge): Generator<Reference> {
  for (const tag of data.tags) {
    if (tag.notice !== undefined)
      yield { from: 'tags', id: tag.id, field: 'notice', to: 'notices', target: tag.notice };
    if (tag.readsAs !== undefined) {
      yield { from: 'tags', id: tag.id, field: 'readsAs, tag', to: 'tags', target: tag.readsAs.tag };
    }
    for (const [index, { notice }] of tag.cases.entries()) {
      const field = `cases ${index + 1}, notice`;
      if (notice !== undefined && notice !== tag.notice)
        yield { from: 'tags', id: tag.id, field, to: 'notices', target: notice };
    }
    yield* each(
      'tags',
      tag.id,
      'also',
      'tags',
      tag.also.map((entry) => entry.tag),
    );
    yield* each('tags', tag.id, 'otherViews', 'sources', tag.otherViews.flatMap(viewSources));
  }
  for (const { id, tags } of data.ingredients) {
    yield* each(
      'ingredients',
      id,
      'tags',
      'tags',
      tags.map((entry) => entry.tag),
    );
  }
  for (const { id, tag } of data.families) yield { from: 'families', id, field: 'tag', to: 'tags', target: tag };
  for (const { id, tag } of data.forms) yield { from: 'forms', id, field: 'tag', to: 'tags', target: tag };
  for (const { id, promises } of data.claims) yield* each('claims', id, 'promises', 'tags', promises);
  for (const { id, tags, ingredients } of data.avoidGroups) {
    yield* each('avoidGroups', id, 'tags', 'tags', tags);
    yield* each('avoidGroups', id, 'ingredients', 'ingredients', ingredients);
  }
  for (const { id, subject } of data.efficacy) {
    yield* each('efficacy', id, 'subject, tags', 'tags', subject.tags);
    yield* each('efficacy', id, 'subject, ingredients', 'ingredients', subject.ingredients);
  }
  for (const { id, a, b, except } of data.interactions) {
    for (const [field, side] of Object.entries({ a, b, except })) {
      yield* each('interactions', id, `${field}, tags`, 'tags', side?.tags);
      yield* each('interactions', id, `${field}, ingredients`, 'ingredients', side?.ingredients);
    }
  }
  for (const { id, subject } of data.marketLimits) {
    yield* each('marketLimits', id, 'subject, tags', 'tags', subject.tags);
    yield* each('marketLimits', id, 'subject, ingredients', 'ingredients', subject.ingredients);
  }
  for (const list of [
    'tags',
    'modifiers',
    'efficacy',
    'interactions',
    'conditions',
    'symptoms',
    'notices',
    'marketLimits',
  ] as const) {
    for (const entry of data[list]) yield* each(list, idOf(entry), 'sources', 'sources', entry.sources);
  }
  for (const { list, id, field, when } of statedCircumstances(data)) {
    for (const part of withParts(when)) {
      yield* each(list, id, field, 'ingredients', part.ingredients);
      yield* each(list, id, field, 'ingredients', part.besideInFirst?.ingredients);
      yield* each(list, id, field, 'ingredients', part.notBesideInFirst?.ingredients);
      yield* each(list, id, field, 'claims', part.says);
      yield* each(list, id, field, 'tags', part.besideTags);
      yield* each(list, id, field, 'tags', part.besideTagsAboveLine);
    }
  }
}

function* each(
  from: ListName,
  id: string,
  field: string,
  to: Reference['to'],
  targets: readonly string[] | undefined,
): Generator<Reference> {
  for (const target of targets ?? []) yield { from, id, field, to, target };
}

/** The sources that a view begins with: "F18, F19: seven days". */
function viewSources(view: string): string[] {
  const [names, ...rest] = view.split(':');
  return names === undefined || rest.length === 0 ? [] : names.split(',').map((name) => name.trim());
}
