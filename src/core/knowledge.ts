/**
 * What Salve knows, in the shape in which the core reads it. The data lives in `seeds/knowledge`,
 * where each claim has a source or is marked as policy; `src/knowledge` checks and loads it.
 */
import type { FamilyRule } from './tagging/family-rules.js';
import { nameIndex, type NameIndex } from './tagging/name-index.js';
import type {
  Category,
  Concern,
  Condition,
  EvidenceGrade,
  HealingPhase,
  Indicator,
  Market,
  Phase,
  SourceKind,
  Symptom,
  Urgency,
} from './vocabulary.js';

/** A number of hours for needles up to 0.5 mm, and one for every deeper needle. */
export interface HoursByDepth {
  readonly shallow: number;
  readonly deep: number;
}

/** A publication, leaflet, law or expert's knowledge on which a claim rests. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly year?: number | undefined;
  readonly url?: string | undefined;
}

/** A decision of ours where no source decides. */
export interface Policy {
  readonly because: string;
  readonly reviewedOn: string;
}

/** What a claim rests on; never neither. */
export interface Grounds {
  readonly sources: readonly string[];
  readonly policy?: Policy | undefined;
}

/**
 * When a case of a class, or a class of an ingredient, applies. All stated parts must hold.
 * Where order says nothing (`order.ts`), a hazard counts as high in the list.
 */
export interface Circumstance {
  /** below or above the one-percent line that a strong marker draws */
  readonly line?: 'ABOVE' | 'BELOW' | undefined;
  /** the same line, but also drawn by position 21 and, without a marker, by two thirds of the names */
  readonly looseLine?: 'ABOVE' | 'BELOW' | undefined;
  readonly positionAtMost?: number | undefined;
  readonly positionAtLeast?: number | undefined;
  /** ingredient ids */
  readonly ingredients?: readonly string[] | undefined;
  /** lower-case words, one of which the INCI name holds */
  readonly words?: readonly string[] | undefined;
  readonly category?: readonly Category[] | undefined;
  readonly rinseOff?: boolean | undefined;
  /** whether the pack has a US Drug Facts panel */
  readonly drugFacts?: boolean | undefined;
  /** whether the pack states an SPF */
  readonly spf?: boolean | undefined;
  /** what the product's name, category, form or claims say: ids of `claims.json`, any of them */
  readonly says?: readonly string[] | undefined;
  /** the tagging comes from the kind of product, not from an ingredient */
  readonly byForm?: boolean | undefined;
  /** another ingredient of one of these tags stands anywhere in the list */
  readonly besideTags?: readonly string[] | undefined;
  /** another ingredient of one of these tags stands above the line */
  readonly besideTagsAboveLine?: readonly string[] | undefined;
  /** one of these ingredients stands among the first `positions` names */
  readonly besideInFirst?: { readonly ingredients: readonly string[]; readonly positions: number } | undefined;
  /** none of these ingredients surely stands among the first `positions` names */
  readonly notBesideInFirst?: { readonly ingredients: readonly string[]; readonly positions: number } | undefined;
  /** declared share is at least this, 0…1 */
  readonly declaredAtLeast?: number | undefined;
  /** declared share is at most this, 0…1 */
  readonly declaredAtMost?: number | undefined;
  /** the largest share that the label allows is above this, 0…1 */
  readonly shareMayExceed?: number | undefined;
  /** declared share × the free fraction of the acid at the stated pH is at least this, 0…1; without a pH all of it is free */
  readonly freeAcidAtLeast?: number | undefined;
  readonly any?: readonly Circumstance[] | undefined;
  readonly not?: Circumstance | undefined;
}

/** The reading of a class in one phase once its hold is over: K fits, C caution, U unverified, X avoid. */
export type Cell = 'K' | 'C' | 'U' | 'X';

/** How a verdict runs over the hours. */
export interface Course {
  readonly cells: Readonly<Record<HealingPhase, Cell>>;
  /** hours during which it may not be applied; `never` = it may not return */
  readonly holdHours?: HoursByDepth | 'never' | undefined;
  /** hours until which it asks for caution, whatever the cells say */
  readonly cautionHours?: HoursByDepth | undefined;
  /** what happens below the one-percent line */
  readonly trace: 'NONE' | 'DOSE' | 'CAUTION_WHILE_HELD';
  /** code of a notice that a fitting product with it carries */
  readonly notice?: string | undefined;
  /** hours that a clinic's protocol adds where the cells alone make it wait: never shorter than these */
  readonly atLeastHours?: HoursByDepth | undefined;
  /** the course as it was before a clinic's protocol shortened it */
  readonly before?: Course | undefined;
}

/** A course that a class takes under some circumstance. */
export interface CourseCase extends Course {
  readonly when: Circumstance;
  /** NONE: rinsing off does not relieve this case; absent: as the class says */
  readonly rinseOff?: 'NONE' | undefined;
  readonly because: string;
}

/** A class of ingredients that share a fate after microneedling. */
export interface Tag extends Course, Grounds {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly string[];
  /** hours before the treatment during which it must be stopped */
  readonly stopHours: number;
  /** the first case whose circumstance holds decides; none: the tag's own course */
  readonly cases: readonly CourseCase[];
  /** Fitzpatrick IV–VI lengthens its hold */
  readonly pigmentProvoking: boolean;
  /** so active at a trace that neither the line nor rinsing off relieves it */
  readonly potentAtTrace: boolean;
  /** STEP: one step kinder when rinsed off; NONE: never; OWN: its cases say */
  readonly rinseOff: 'STEP' | 'NONE' | 'OWN';
  /** least hold for sensitive skin, rosacea and eczema */
  readonly reactiveHoldHours?: number | undefined;
  /** sensitive skin, rosacea and eczema: caution for ever once the hold is over */
  readonly reactiveCautionHours?: 'never' | undefined;
  readonly acneProneCautionHours?: number | undefined;
  /** conditions for which it may not return; a contact allergen (AL) not even at a trace */
  readonly barredFor: readonly Condition[];
  /** starts at the hour from which a sunscreen may be used */
  readonly spfStart: boolean;
  /** never counts as an active for IDEAL */
  readonly vehicle: boolean;
  /** concerns for which a product with it, above the line, is ranked lower */
  readonly ranksDown: readonly Concern[];
  /** makes a product IDEAL during recovery, where the circumstance holds */
  readonly recoveryIdeal?:
    { readonly when?: Circumstance | undefined; readonly fromPhase?: Phase | undefined } | undefined;
  /** in a Drug Facts list, whose order says nothing, it counts as below the line */
  readonly belowInDrugFacts: boolean;
  /** in a sunscreen it does not raise the verdict from LATE_RECOVERY on */
  readonly sunscreenRelief: boolean;
  /** other windows that sources give */
  readonly otherViews: readonly string[];
  /** a circumstance under which it counts as another class altogether */
  readonly readsAs?: { readonly tag: string; readonly when: Circumstance; readonly because: string } | undefined;
  /** further classes that an ingredient of this one has under some circumstance */
  readonly also: readonly IngredientTag[];
}

/** A class of an ingredient, perhaps only under some circumstance. */
export interface IngredientTag {
  readonly tag: string;
  readonly when?: Circumstance | undefined;
}

export interface Ingredient {
  readonly id: string;
  readonly inci: string;
  readonly aliases: readonly string[];
  readonly tags: readonly IngredientTag[];
  readonly cas?: string | undefined;
  /** how surely its place in a list means "one percent or less from here on" */
  readonly marker?: 'STRONG' | 'MEDIUM' | undefined;
  /** used in bulk: first named after a strong marker it shows that order says nothing */
  readonly bulk?: boolean | undefined;
  /** a name for a whole class, such as "AHA" */
  readonly umbrella?: boolean | undefined;
  /** negative decimal logarithm of the acid constant */
  readonly pKa?: number | undefined;
}

/** What a name, category, form or claim on a pack can say. Words: lower case; a trailing star stands for any ending. */
export interface Claim {
  readonly id: string;
  /** NAME: only name, form and the heading of a list count; ANYWHERE: running text of the pack too */
  readonly where: 'NAME' | 'ANYWHERE';
  readonly words: readonly string[];
  readonly categories: readonly Category[];
  /** a product that says this holds an ingredient of one of these classes, or its list is incomplete */
  readonly promises: readonly string[];
  readonly because: string;
}

/** A class that the kind of product brings, whatever its list. */
export interface FormRule {
  readonly id: string;
  readonly tag: string;
  readonly when: Circumstance;
  readonly because: string;
}

/** Names under which a person may avoid whole classes. */
export interface AvoidGroup {
  readonly id: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly ingredients: readonly string[];
}

/** Ends of the phases in hours for one row of depth. */
export interface DepthRow {
  readonly id: string;
  /** deepest needle of the row in mm; null for radiofrequency */
  readonly depthMmAtMost: number | null;
  readonly openUntilHour: number;
  readonly earlyUntilHour: number;
  readonly lateUntilHour: number;
  readonly reintroductionUntilHour: number;
  readonly spfFromHour: number;
  readonly exerciseFromHour: number;
  readonly holdMultiplier: number;
  readonly column: 'shallow' | 'deep';
}

/** What a trait of the skin does to windows and holds. */
export interface Modifier extends Grounds {
  readonly id:
    'FITZPATRICK_IV' | 'FITZPATRICK_V_VI' | 'SENSITIVE' | 'ROSACEA' | 'ECZEMA' | 'IMMUNOSUPPRESSED' | 'ANTICOAGULANT';
  readonly earlyAddsHours: number;
  readonly openAtLeastHours: number;
  readonly earlyAtLeastHours: number;
  /** the same for needles of 1.5 mm and more, and radiofrequency */
  readonly earlyAtLeastHoursDeep: number;
  readonly holdMultiplier: number;
  /** multiplies only the holds of pigment-provoking classes */
  readonly pigmentProvokingOnly: boolean;
  /** a multiplied hold is never longer than this */
  readonly capHours?: number | undefined;
}

export interface Efficacy extends Grounds {
  readonly id: string;
  readonly row?: number | undefined;
  /** null = recovery itself */
  readonly concern: Concern | null;
  readonly subject: {
    readonly ingredients?: readonly string[] | undefined;
    readonly tags?: readonly string[] | undefined;
    readonly none?: boolean | undefined;
  };
  readonly grade: EvidenceGrade;
  readonly minShare: number | null;
  readonly maxShare: number | null;
  /** lowest sun protection factor that worked, where that is the dose */
  readonly minSpf?: number | undefined;
  readonly withMicroneedling: boolean;
  readonly professional: boolean;
  /** works as well where it is rinsed off */
  readonly shortContact?: true | undefined;
  readonly note: string;
}

export interface ConcernInfo {
  readonly id: Concern;
  readonly name: string;
  readonly summary: string;
  readonly phaseBenefit: Readonly<Record<Phase, number>>;
}

export interface Weights {
  readonly gradeWeight: Readonly<Record<EvidenceGrade, number>>;
  readonly recoveryWeight: Readonly<Record<Phase, number>>;
  /** what an effect is worth, 0…1, beside a class that ranks its concern down */
  readonly downRank: number;
  /** what an effect is worth, 0…1, in a product that is rinsed off */
  readonly rinsedOff: number;
}

export interface ConditionRule extends Grounds {
  readonly id: Condition;
  readonly effect: 'REFER' | 'MODIFY' | 'NOTICE';
  readonly message: string;
  readonly urgency: Urgency;
}

export interface SymptomRule extends Grounds {
  readonly id: Symptom;
  readonly message: string;
  readonly urgency: Urgency;
  /** refers from this hour on; absent: at once */
  readonly fromHour?: number | undefined;
}

export interface NoticeText extends Grounds {
  readonly code: string;
  readonly summary: string;
  readonly detail?: string | undefined;
  readonly indicator: Indicator;
}

export interface KnowledgeVersion {
  readonly version: string;
  readonly sha256: string;
  readonly reviewedOn: string;
}

/** A clinic's own hours, which lie over the knowledge; applied before the core sees it. */
export interface Protocol {
  readonly name: string;
  readonly version: string;
  /** what it changes and who answers for it, in words */
  readonly summary: string;
}

/** What one market bans, limits or asks a pack to say: exactly one of the three. */
export interface MarketLimit extends Grounds {
  readonly id: string;
  readonly market: Market;
  readonly subject: {
    readonly ingredients?: readonly string[] | undefined;
    readonly tags?: readonly string[] | undefined;
  };
  readonly when?: Circumstance | undefined;
  readonly banned?: true | undefined;
  /** the largest share of the finished product that is allowed, 0…1 */
  readonly limitShare?: number | undefined;
  /** what the pack must say */
  readonly labelText?: string | undefined;
  /** the day, or where only that is known the year, from which new packs must keep it */
  readonly since: string;
}

/** A rule that no class owns, with the reason for it. */
export interface PolicyRule extends Policy {
  /** the `rule` of the reasons that it grounds, such as "list.missing" */
  readonly id: string;
}

/** An id that was given up. Ids are for ever, so that whoever kept it is told what stands for it now. */
export interface Retired {
  readonly kind: 'ingredient' | 'class' | 'source';
  readonly id: string;
  /** id of what stands for it; null where nothing does */
  readonly successor: string | null;
  /** the day on which it was given up */
  readonly on: string;
  readonly because: string;
}

/** All that is known, as read from the seeds: plain lists. */
export interface KnowledgeData {
  readonly version: KnowledgeVersion;
  readonly sources: readonly Source[];
  readonly tags: readonly Tag[];
  readonly ingredients: readonly Ingredient[];
  readonly families: readonly FamilyRule[];
  readonly claims: readonly Claim[];
  readonly forms: readonly FormRule[];
  readonly avoidGroups: readonly AvoidGroup[];
  readonly depthRows: readonly DepthRow[];
  readonly modifiers: readonly Modifier[];
  readonly efficacy: readonly Efficacy[];
  readonly concerns: readonly ConcernInfo[];
  readonly weights: Weights;
  readonly conditions: readonly ConditionRule[];
  readonly symptoms: readonly SymptomRule[];
  readonly notices: readonly NoticeText[];
  readonly policies: readonly PolicyRule[];
  readonly marketLimits: readonly MarketLimit[];
  readonly retired: readonly Retired[];
  readonly protocol?: Protocol | undefined;
}

/** Everything that the core asks of the knowledge, with look-ups built once. */
export class Knowledge {
  readonly version: KnowledgeVersion;
  readonly names: NameIndex;
  readonly depthRows: readonly DepthRow[];
  readonly families: readonly FamilyRule[];
  readonly claims: readonly Claim[];
  readonly forms: readonly FormRule[];
  readonly avoidGroups: readonly AvoidGroup[];
  readonly tags: readonly Tag[];
  readonly ingredients: readonly Ingredient[];
  readonly concerns: readonly ConcernInfo[];
  readonly efficacy: readonly Efficacy[];
  readonly weights: Weights;
  readonly marketLimits: readonly MarketLimit[];
  readonly protocol: Protocol | undefined;
  readonly unreadTag: Tag;

  readonly #tags: ReadonlyMap<string, Tag>;
  readonly #successors: ReadonlyMap<string, string | null>;
  readonly #ingredients: ReadonlyMap<string, Ingredient>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #modifiers: ReadonlyMap<string, Modifier>;
  readonly #conditions: ReadonlyMap<string, ConditionRule>;
  readonly #symptoms: ReadonlyMap<string, SymptomRule>;
  readonly #notices: ReadonlyMap<string, NoticeText>;
  readonly #concerns: ReadonlyMap<string, ConcernInfo>;
  readonly #policies: ReadonlyMap<string, PolicyRule>;
  readonly #effects: ReadonlyMap<string, readonly Efficacy[]>;

  /** @throws RangeError if two ingredients share a name, or a name that is asked of the data is missing */
  constructor(data: KnowledgeData) {
    this.version = data.version;
    this.depthRows = data.depthRows;
    this.families = data.families;
    this.claims = data.claims;
    this.forms = data.forms;
    this.avoidGroups = data.avoidGroups;
    this.tags = data.tags;
    this.ingredients = data.ingredients;
    this.concerns = data.concerns;
    this.efficacy = data.efficacy;
    this.weights = data.weights;
    this.marketLimits = data.marketLimits;
    this.protocol = data.protocol;
    this.#tags = byId(data.tags);
    this.#successors = new Map(data.retired.map(({ kind, id, successor }) => [`${kind} ${id}`, successor]));
    this.#ingredients = byId(data.ingredients);
    this.#sources = byId(data.sources);
    this.#modifiers = byId(data.modifiers);
    this.#conditions = byId(data.conditions);
    this.#symptoms = byId(data.symptoms);
    this.#concerns = byId(data.concerns);
    this.#notices = new Map(data.notices.map((notice) => [notice.code, notice]));
    this.#policies = byId(data.policies);
    this.#effects = effectsBySubject(data.efficacy);
    this.names = nameIndex(data.ingredients);
    this.unreadTag = this.tag('unread');
  }

  tag(id: string): Tag {
    return known(this.#tags, id, 'class');
  }

  /** The class of that id or, where that was retired, its successor; undefined for neither: for ids that people typed. */
  findTag(id: string): Tag | undefined {
    return this.#tags.get(this.#successors.get(`class ${id}`) ?? id);
  }

  /** A class and those that people take for the same: retinoids, acids, forms of vitamin C. */
  kinOf(tagId: string): readonly string[] {
    return [tagId, ...this.avoidGroups.filter(({ tags }) => tags.includes(tagId)).flatMap(({ tags }) => tags)];
  }

  ingredient(id: string): Ingredient {
    return known(this.#ingredients, id, 'ingredient');
  }

  /** The ingredient of that id or, where that was retired, its successor: for ids that people kept. */
  findIngredient(id: string): Ingredient | undefined {
    return this.#ingredients.get(this.#successors.get(`ingredient ${id}`) ?? id);
  }

  source(id: string): Source {
    return known(this.#sources, id, 'source');
  }

  modifier(id: Modifier['id']): Modifier {
    return known(this.#modifiers, id, 'modifier');
  }

  condition(id: Condition): ConditionRule {
    return known(this.#conditions, id, 'condition');
  }

  symptom(id: Symptom): SymptomRule {
    return known(this.#symptoms, id, 'symptom');
  }

  concern(id: Concern): ConcernInfo {
    return known(this.#concerns, id, 'concern');
  }

  notice(code: string): NoticeText {
    return known(this.#notices, code, 'notice');
  }

  /** The grounds of a rule that no class owns. */
  policy(rule: string): Policy {
    return known(this.#policies, rule, 'policy');
  }

  /** Retail effects of an ingredient or of one of its classes: rows that are professional only are not among them. */
  effectsOf(ingredientId: string, tagIds: readonly string[]): readonly Efficacy[] {
    const rows = new Set<Efficacy>(this.#effects.get(`ingredient ${ingredientId}`));
    for (const tag of tagIds) for (const row of this.#effects.get(`class ${tag}`) ?? []) rows.add(row);
    return [...rows];
  }

  /** Whether an ingredient or its class has an effect graded A or B on some concern. */
  provenFor(ingredientId: string, tagId: string): boolean {
    return this.effectsOf(ingredientId, [tagId]).some(
      ({ concern, grade }) => concern !== null && (grade === 'A' || grade === 'B'),
    );
  }
}

function effectsBySubject(rows: readonly Efficacy[]): ReadonlyMap<string, readonly Efficacy[]> {
  const bySubject = new Map<string, Efficacy[]>();
  for (const row of rows) {
    if (row.professional) continue;
    const subjects = [
      ...(row.subject.ingredients ?? []).map((id) => `ingredient ${id}`),
      ...(row.subject.tags ?? []).map((id) => `class ${id}`),
    ];
    for (const subject of subjects) bySubject.set(subject, [...(bySubject.get(subject) ?? []), row]);
  }
  return bySubject;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function known<T>(map: ReadonlyMap<string, T>, id: string, kind: string): T {
  const entry = map.get(id);
  if (entry === undefined) throw new RangeError(`the knowledge holds no ${kind} "${id}"`);
  return entry;
}
