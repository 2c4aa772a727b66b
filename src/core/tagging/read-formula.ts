import type { Formula } from '../formula.js';
import { comparisonKey } from '../inci/keys.js';
import { readLabel, type PrintedName, type ReadLabel } from '../inci/read-label.js';
import type { Course, Ingredient, Knowledge, Tag } from '../knowledge.js';
import type { Relief } from '../recovery/ladder.js';
import type { Certainty } from '../vocabulary.js';
import { cellOf, type Cell } from './cell.js';
import { holds, type Neighbour, type Scenery, type Subject } from './circumstance.js';
import { claimsOf, rinsedOff } from './claims.js';
import { familyOf } from './family-rules.js';
import { isCutShort, mentions, readName } from './name-index.js';
import { placesOf, type Place } from './order.js';
import { declaredShare, hazardShareOf, statedShares, type StatedShares } from './stated-shares.js';

/** A printed name, and what it was taken for. */
export interface Token {
  readonly list: number;
  /** 1-based among the distinct names of its list */
  readonly position: number;
  readonly printed: string;
  /** comparison key of what is printed */
  readonly key: string;
  /** half-open span in the label as printed, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly ingredients: readonly Ingredient[];
  readonly place: Place;
  readonly declaredShare?: number | undefined;
  /** ids of the classes that apply, sorted */
  readonly tags: readonly string[];
  /** has a class from a reviewed entry or a tested family rule */
  readonly recognised: boolean;
}

/** One class of one name, with the course that its place and the pack give it. */
export interface Tagging extends Cell {
  /** absent when the kind of product brings the class */
  readonly token?: Token | undefined;
  readonly ingredient?: Ingredient | undefined;
  /** the largest share that label, brand or pack states of it, 0…1 */
  readonly statedShare?: number | undefined;
  /** why the kind of product brings it, or what the pack mentions */
  readonly because?: string | undefined;
  /** named by the pack's words only, since the list is missing or incomplete */
  readonly mentioned?: boolean | undefined;
}

export type ListState = ReadLabel['state'];

/** A product as it was read: everything that does not depend on the moment. */
export interface FormulaReading {
  readonly formula: Formula;
  readonly label: ReadLabel;
  readonly tokens: readonly Token[];
  readonly taggings: readonly Tagging[];
  readonly state: ListState;
  readonly recognised: number;
  readonly unrecognised: number;
  /** share of the list that is known, 0…1; an incomplete list counts half, a missing one nothing */
  readonly completeness: number;
  readonly warnings: readonly string[];
  readonly said: ReadonlySet<string>;
  readonly rinsedOff: boolean;
}

/**
 * Reads a product once: label → names → ingredients → classes with their courses.
 *
 * Never throws for any text: what cannot be read is kept as unread, and nothing is dropped.
 */
export function readFormula(knowledge: Knowledge, formula: Formula): FormulaReading {
  const label = readLabel(formula.label);
  const read: Formula =
    label.drugFacts && formula.drugFacts !== true ? { ...formula, id: formula.id, drugFacts: true } : formula;
  const said = claimsOf(knowledge, read);
  const rinsed = rinsedOff(read, said, label.lists.length);
  const shares = statedShares(knowledge, read);

  const tokens: Token[] = [];
  const taggings: Tagging[] = [];
  for (const [list, { title }] of label.lists.entries()) {
    const names = label.names.filter((name) => name.list === list);
    const scenery: Scenery = {
      formula: read,
      said: title ? claimsOf(knowledge, read, title) : said,
      rinsedOff: rinsed,
      neighbours: [],
    };
    readList(knowledge, scenery, names, shares, tokens, taggings);
  }
  const state = stateOf(knowledge, read, label, said, tokens, taggings);
  const scenery: Scenery = { formula: read, said, rinsedOff: rinsed, neighbours: [] };
  for (const form of knowledge.forms) {
    if (holds(form.when, {}, scenery))
      taggings.push(taggingOf(knowledge, knowledge.tag(form.tag), {}, scenery, { because: form.because }));
  }
  taggings.push(...mentionedHazards(knowledge, scenery, label, state));

  const recognised = tokens.filter((token) => token.recognised).length;
  return {
    formula: read,
    label,
    tokens,
    taggings,
    state,
    recognised,
    unrecognised: tokens.length - recognised,
    completeness: completenessOf(state, recognised, tokens.length),
    warnings: label.warnings,
    said,
    rinsedOff: rinsed,
  };
}

function readList(
  knowledge: Knowledge,
  scenery: Scenery,
  names: readonly PrintedName[],
  shares: StatedShares,
  tokens: Token[],
  taggings: Tagging[],
): void {
  const readings = names.map((name) => {
    const reading = readName(knowledge.names, name.printed);
    const ingredients = reading.ids.map((id) => knowledge.ingredient(id));
    const sure = reading.certainty === 'EXACT' || reading.certainty === 'ALIAS';
    const share = name.declaredShare ?? declaredShare(ingredients, shares);
    return { name, certainty: reading.certainty, ingredients, sure, share };
  });
  const places = placesOf(
    readings.map(({ name, ingredients, sure, share }) => ({
      key: comparisonKey(name.printed),
      section: name.section,
      declaredShare: share,
      strongMarker: sure && ingredients.some((ingredient) => ingredient.marker === 'STRONG'),
      mediumMarker: sure && ingredients.some((ingredient) => ingredient.marker === 'MEDIUM'),
      bulk: sure && ingredients.some((ingredient) => ingredient.bulk === true),
    })),
    scenery.formula.drugFacts === true,
  );
  const neighbours: Neighbour[] = readings.flatMap(({ ingredients }, index) =>
    ingredients.map((ingredient) => ({ ingredient, place: places[index] as Place })),
  );
  const here: Scenery = { ...scenery, neighbours };

  const seen = new Set<string>();
  for (const [index, { name, certainty, ingredients, sure, share }] of readings.entries()) {
    const place = places[index] as Place;
    const key = comparisonKey(name.printed);
    const hazardShare = hazardShareOf(ingredients, share, shares);
    const found: Omit<Tagging, 'token'>[] = [];
    let recognised = sure;
    let read: Certainty = certainty;
    for (const ingredient of ingredients) {
      const classes = ingredientTaggings(
        knowledge,
        ingredient,
        { ingredient, place, declaredShare: hazardShare },
        here,
      );
      found.push(...(sure ? classes : classes.filter(canExclude)));
    }
    if (!sure) {
      const family = familyOf(name.printed, knowledge.families);
      if (family !== undefined) {
        recognised = true;
        read = 'ALIAS';
        found.push(...tagTaggings(knowledge, knowledge.tag(family.tag), { place, declaredShare: share }, here));
      } else {
        found.push(...tagTaggings(knowledge, knowledge.unreadTag, { place, declaredShare: share }, here));
        found.push(...namedWithin(knowledge, name.printed, { place, declaredShare: share }, here));
      }
    }
    const inside = CONTAINED.exec(name.printed)?.[0];
    if (inside !== undefined) found.push(...namedWithin(knowledge, inside, { place, declaredShare: share }, here));
    if (name.fragranceMark === true) found.push(...tagTaggings(knowledge, knowledge.tag('fragrance'), { place }, here));
    const token: Token = {
      list: name.list,
      position: place.position,
      printed: name.printed,
      key,
      start: name.start,
      end: name.end,
      certainty: read,
      ingredients,
      place,
      declaredShare: share,
      tags: [...new Set(found.map((tagging) => tagging.tag.id))].sort(),
      recognised,
    };
    tokens.push(token);
    if (seen.has(key)) continue;
    seen.add(key);
    taggings.push(...found.map((tagging) => ({ ...tagging, token })));
  }
}

/** A reading as the ground on which circumstances are asked again, once it is whole. */
export function sceneryOf({ formula, said, rinsedOff, tokens }: FormulaReading): Scenery {
  const neighbours = tokens.flatMap(({ ingredients, place }) =>
    ingredients.map((ingredient) => ({ ingredient, place })),
  );
  return { formula, said, rinsedOff, neighbours };
}

/** A bracket behind a name that says what else is in it: "(contains retinol)". */
const CONTAINED = /[([](?:contain|with |incl)[^)\]]*/i;

/** "Menthol crystals", "retinol-infused liposomes": a name that nobody can place may name a hazard all the same. */
function namedWithin(knowledge: Knowledge, printed: string, subject: Subject, scenery: Scenery): Tagging[] {
  return mentions(knowledge.names, printed).flatMap((id) => {
    const ingredient = knowledge.ingredient(id);
    return ingredientTaggings(knowledge, ingredient, { ...subject, ingredient }, scenery).filter(canExclude);
  });
}

/** Whether a class can ever ask for more than "fits": a near spelling counts for nothing else. */
function canExclude({ course }: Tagging): boolean {
  return (
    course.holdHours !== undefined ||
    course.cautionHours !== undefined ||
    Object.values(course.cells).some((cell) => cell !== 'K')
  );
}

/** Every class that an ingredient has here, with the classes that those bring along. */
function ingredientTaggings(
  knowledge: Knowledge,
  ingredient: Ingredient,
  subject: Subject,
  scenery: Scenery,
): Tagging[] {
  return ingredient.tags
    .filter((entry) => holds(entry.when, subject, scenery))
    .flatMap((entry) => tagTaggings(knowledge, knowledge.tag(entry.tag), subject, scenery));
}

function tagTaggings(knowledge: Knowledge, tag: Tag, subject: Subject, scenery: Scenery): Tagging[] {
  if (tag.readsAs !== undefined && holds(tag.readsAs.when, subject, scenery)) {
    return tagTaggings(knowledge, knowledge.tag(tag.readsAs.tag), subject, scenery);
  }
  const also = tag.also
    .filter((entry) => holds(entry.when, subject, scenery))
    .map((entry) => taggingOf(knowledge, knowledge.tag(entry.tag), subject, scenery, {}));
  return [taggingOf(knowledge, tag, subject, scenery, {}), ...also];
}

function taggingOf(
  knowledge: Knowledge,
  tag: Tag,
  subject: Subject,
  scenery: Scenery,
  extra: Pick<Tagging, 'because' | 'mentioned'>,
): Tagging {
  const placed: Subject = { ...subject, belowInDrugFacts: tag.belowInDrugFacts };
  const caseIndex = tag.cases.findIndex((one) => holds(one.when, placed, scenery));
  const one = tag.cases[caseIndex];
  const relief = one?.rinseOff === 'NONE' ? 'NONE' : reliefOf(tag, placed, scenery);
  return {
    ...cellOf(knowledge, tag, caseIndex, isTrace(one ?? tag, placed, scenery), relief),
    ingredient: subject.ingredient,
    statedShare: subject.declaredShare,
    ...extra,
  };
}

/** Whether so little of a class is there that it takes its course for traces (dossier §6.5, rulings). */
function isTrace(course: Course, subject: Subject, scenery: Scenery): boolean {
  if (course.trace === 'DOSE') return holds({ looseLine: 'BELOW' }, subject, scenery);
  return (
    course.trace === 'CAUTION_WHILE_HELD' && course.holdHours !== 'never' && holds({ line: 'BELOW' }, subject, scenery)
  );
}

const SENSITISING = new Set(['FA', 'AL', 'Rx', 'PS', 'GR']);
const SUNSCREEN_OUTSIDE_FIRST = 3;

function reliefOf(tag: Tag, subject: Subject, scenery: Scenery): Relief {
  const { formula } = scenery;
  if (tag.sunscreenRelief && formula.category === 'SUNSCREEN') {
    const early = tag.id === 'unread' && holds({ positionAtMost: SUNSCREEN_OUTSIDE_FIRST }, subject, scenery);
    if (!early) return 'SUNSCREEN';
  }
  if (!scenery.rinsedOff || tag.rinseOff !== 'STEP' || tag.potentAtTrace) return 'NONE';
  return tag.trace === 'DOSE' && !tag.flags.some((flag) => SENSITISING.has(flag)) ? 'STEP_ALWAYS' : 'STEP_FROM_LATE';
}

/**
 * Whether the list is whole, as far as anybody can see. It is not where a sunscreen prints no
 * filter, where the last name breaks off, or where the product or a list of it is named for an active
 * that no listed name bears; without a single name there is no list.
 */
function stateOf(
  knowledge: Knowledge,
  formula: Formula,
  label: ReadLabel,
  said: ReadonlySet<string>,
  tokens: readonly Token[],
  taggings: readonly Tagging[],
): ListState {
  if (tokens.length === 0) return 'MISSING';
  if (label.state !== 'LISTED') return label.state;
  if (breaksPromise(knowledge, said, taggings)) return 'INCOMPLETE';
  if (tokens.some((token, index) => tokens[index + 1]?.list !== token.list && breaksOff(knowledge, token)))
    return 'INCOMPLETE';
  if (promisedInVain(knowledge, formula.name, tokens, taggings)) return 'INCOMPLETE';
  const titledInVain = label.lists.some(({ title }, list) => {
    const own = taggings.filter(({ token }) => token?.list === list);
    return promisedInVain(
      knowledge,
      title ?? '',
      tokens.filter((token) => token.list === list),
      own,
    );
  });
  return titledInVain ? 'INCOMPLETE' : 'LISTED';
}

/** A sunscreen without a filter, an acne product without an active. */
function breaksPromise(knowledge: Knowledge, said: ReadonlySet<string>, taggings: readonly Tagging[]): boolean {
  return knowledge.claims.some(
    ({ id, promises }) => promises.length > 0 && said.has(id) && !taggings.some(({ tag }) => promises.includes(tag.id)),
  );
}

function breaksOff(knowledge: Knowledge, { recognised, printed }: Token): boolean {
  return !recognised && isCutShort(knowledge.names, printed);
}

/** An active that is stopped two days or more before a treatment is one that a product is named for. */
const ACTIVE_STOP_HOURS = 48;

/**
 * Whether a product, or a list of a kit, is named for an active that it does not bear, nor any kin of
 * it: a cleaned-up list may have lost its two percent of salicylic acid.
 */
function promisedInVain(
  knowledge: Knowledge,
  name: string,
  tokens: readonly Token[],
  taggings: readonly Tagging[],
): boolean {
  const listed = new Set(tokens.flatMap(({ ingredients }) => ingredients.map(({ id }) => id)));
  const borne = new Set(taggings.map(({ tag }) => tag.id));
  const answered = (tag: string): boolean => knowledge.kinOf(tag).some((kin) => borne.has(kin));
  return mentions(knowledge.names, name).some((id) => {
    if (listed.has(id)) return false;
    const promised = knowledge.ingredient(id).tags.filter(({ tag }) => isNamedFor(knowledge.tag(tag)));
    return promised.length > 0 && !promised.some(({ tag }) => answered(tag));
  });
}

function isNamedFor(tag: Tag): boolean {
  return tag.stopHours >= ACTIVE_STOP_HOURS && tag.id !== 'abrasive' && tag.id !== 'enzyme';
}

/**
 * Hazards that a pack names outside its list: in a remark ("contains retinol") or a sentence that
 * interrupts it ("made with retinol for your skin") always, and where the
 * list is missing or incomplete in its name, claims and highlights too ("4 % glycolic complex").
 * They exclude; nothing that is only named can clear.
 */
function mentionedHazards(knowledge: Knowledge, scenery: Scenery, label: ReadLabel, state: ListState): Tagging[] {
  const { formula } = scenery;
  const asides = (kind: string): string[] => label.setAside.filter(({ why }) => why === kind).map(({ text }) => text);
  const remarks = [...asides('REMARK'), ...asides('DISCLAIMER')];
  const texts = state === 'LISTED' ? remarks : [formula.name, formula.claims ?? '', ...asides('MARKETING'), ...remarks];
  const ids = [...new Set(texts.flatMap((text) => mentions(knowledge.names, text)))].sort();
  return ids.flatMap((id) => {
    const ingredient = knowledge.ingredient(id);
    return ingredientTaggings(knowledge, ingredient, { ingredient }, scenery).map((tagging) => ({
      ...tagging,
      mentioned: true,
    }));
  });
}

function completenessOf(state: ListState, recognised: number, all: number): number {
  if (state === 'MISSING' || all === 0) return 0;
  const share = recognised / all;
  return state === 'INCOMPLETE' ? share / 2 : share;
}
