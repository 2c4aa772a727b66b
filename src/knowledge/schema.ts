/**
 * How the seeds are written. Each schema is the one source of three things: what the loader accepts,
 * the types that the core reads (`satisfies` holds them to `core/knowledge.ts`), and the printed JSON
 * Schemas in `schema/seeds`, which editors use. The descriptions are the manual of the files: they
 * are shown in editors, and they end the sentence that reports a fault.
 *
 * Seeds are written compactly ("X X K K K", `[24, 72]`), because a reviewer compares lines; the core
 * reads them spelled out. Nothing unknown is let through: a misspelt field is a fault and not a default.
 */
import { z } from 'zod';
import type {
  AvoidGroup,
  Cell,
  Circumstance,
  Claim,
  ConcernInfo,
  ConditionRule,
  DepthRow,
  Efficacy,
  FormRule,
  HoursByDepth,
  Ingredient,
  IngredientTag,
  KnowledgeVersion,
  MarketLimit,
  Modifier,
  NoticeText,
  PolicyRule,
  Retired,
  Source,
  SymptomRule,
  Tag,
  Weights,
} from '../core/knowledge.js';
import type { FamilyRule } from '../core/tagging/family-rules.js';
import {
  CATEGORY,
  CONCERN,
  CONDITION,
  EVIDENCE_GRADE,
  HEALING_PHASES,
  INDICATOR,
  MARKET,
  PHASE,
  SOURCE_KIND,
  SYMPTOM,
  URGENCY,
  type HealingPhase,
} from '../core/vocabulary.js';

/** A year after the session: the furthest hour that can be asked. */
const LAST_HOUR = 8760;

const sentence = z
  .string()
  .regex(/^\S(.*\S)?$/)
  .describe('Write a text that is not empty and neither starts nor ends with a blank.');

const lowerCaseWords = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*\*?$/u)
  .describe('Write lower-case words with single blanks between them; a star at the end stands for any ending.');

const kebabId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('Write an id of lower-case letters and digits, joined by single hyphens. Ids are for ever.');

const ingredientId = kebabId.describe('Write the id of an ingredient, such as "sodium-hyaluronate".');

const tagId = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
  .describe('Write the id of a class, lower-case letters and digits joined by underscores, such as "retinyl_ester".');

const claimId = z
  .string()
  .regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/)
  .describe('Write the id of a claim of claims.json in capitals, such as "VITAMIN_C".');

const noticeCode = z
  .string()
  .regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/)
  .describe('Write the code of a notice of notices.json in capitals, such as "FRAGRANCE".');

const sourceId = z
  .string()
  .regex(/^[A-Z](\d+|(-[a-z0-9]+)+)$/)
  .describe('Write the id of a source of sources.json, such as "F26" or "E-kafi-2007".');

const hour = z.number().min(0).max(LAST_HOUR).describe(`Write a number of hours, 0 to ${LAST_HOUR}.`);

const share = z.number().min(0).max(1).describe('Write a share of the finished product, 0 to 1: 2 % is 0.02.');

const factor = z.number().min(1).max(10).describe('Write a factor of at least 1; 1 changes nothing.');

const position = z.int().min(1).max(999).describe('Write a place in the list, counted from 1.');

const fraction = z.number().min(0).max(1).describe('Write a number from 0 to 1.');

const day = z.iso.date().describe('Write a day as "2026-11-24".');

const category = z.enum(CATEGORY).describe(`Write one of ${Object.keys(CATEGORY).join(', ')}.`);

const concern = z.enum(CONCERN).describe(`Write one of ${Object.keys(CONCERN).join(', ')}.`);

const phase = z.enum(PHASE).describe(`Write one of ${Object.keys(PHASE).join(', ')}.`);

const hoursByDepth = z
  .tuple([hour, hour])
  .describe('Write two numbers of hours: for needles up to 0.5 mm, and for every deeper needle, such as [24, 72].')
  .transform(([shallow, deep]): HoursByDepth => ({ shallow, deep }));

const everyPhase = (what: string) =>
  z.record(z.enum(PHASE), fraction).describe(`Write ${what}, 0 to 1, for each of ${Object.keys(PHASE).join(', ')}.`);

const phases = z
  .array(phase)
  .min(1)
  .describe(`Write phases, one or more of ${Object.keys(PHASE).join(', ')}.`);

const policy = z
  .strictObject({ because: sentence, reviewedOn: day })
  .describe('Write {"because": …, "reviewedOn": day} where no source decides.');

const grounds = {
  sources: z.array(sourceId).describe('Write the ids of the sources on which this rests; [] where it is policy.'),
  policy: policy.optional(),
};

// ---------------------------------------------------------------- circumstances

const circumstanceParts = z.strictObject({
  line: z
    .enum(['ABOVE', 'BELOW'])
    .optional()
    .describe('Write ABOVE or BELOW: the side of the one-percent line that a strong marker draws.'),
  looseLine: z
    .enum(['ABOVE', 'BELOW'])
    .optional()
    .describe(
      'Write ABOVE or BELOW: as "line", but position 21 or, without a marker, two thirds of the names draw it too.',
    ),
  positionAtMost: position.optional(),
  positionAtLeast: position.optional(),
  ingredients: z.array(ingredientId).min(1).optional().describe('Write ids of ingredients: it is one of these.'),
  words: z
    .array(z.string().regex(/^[a-z0-9]+$/))
    .min(1)
    .optional()
    .describe('Write single lower-case words: the INCI name holds one of these.'),
  category: z.array(category).min(1).optional().describe('Write categories: the product is one of these.'),
  rinseOff: z.boolean().optional().describe('Write true or false: whether the product is rinsed off.'),
  drugFacts: z.boolean().optional().describe('Write true or false: whether the pack has a US Drug Facts panel.'),
  spf: z.boolean().optional().describe('Write true or false: whether the pack states an SPF.'),
  says: z.array(claimId).min(1).optional().describe('Write ids of claims.json: the pack says one of these.'),
  byForm: z
    .boolean()
    .optional()
    .describe('Write true where the class comes from the kind of product, false where from an ingredient.'),
  besideTags: z
    .array(tagId)
    .min(1)
    .optional()
    .describe('Write classes: another ingredient of one of these is in the list.'),
  besideTagsAboveLine: z
    .array(tagId)
    .min(1)
    .optional()
    .describe('Write classes: another ingredient of one of these stands above the one-percent line.'),
  besideInFirst: z
    .strictObject({ ingredients: z.array(ingredientId).min(1), positions: position })
    .optional()
    .describe('Write {"ingredients": [ids], "positions": n}: one of these stands among the first n names.'),
  notBesideInFirst: z
    .strictObject({ ingredients: z.array(ingredientId).min(1), positions: position })
    .optional()
    .describe('Write {"ingredients": [ids], "positions": n}: none of these surely stands among the first n names.'),
  declaredAtLeast: share.optional(),
  declaredAtMost: share.optional(),
  shareMayExceed: share.optional(),
  freeAcidAtLeast: share.optional(),
  get any() {
    return z.array(CircumstanceSeed).min(2).optional().describe('Write at least two circumstances: one of them holds.');
  },
  get not() {
    return CircumstanceSeed.optional().describe('Write a circumstance that does not hold.');
  },
});

export const CircumstanceSeed: z.ZodType<Circumstance> = circumstanceParts
  .refine((when) => Object.keys(when).length > 0, 'states nothing. Leave it out where it always applies.')
  .meta({
    id: 'Circumstance',
    description: 'Write when it applies; all stated parts must hold.',
  });

// ---------------------------------------------------------------- classes

const CELL_LETTERS: Record<string, Cell> = { K: 'K', C: 'C', U: 'U', X: 'X' };

/** "X X K K K" → a cell per phase; MAINTENANCE reads as REMODELLING unless a sixth letter says otherwise. */
function cellsByPhase(letters: string): Record<HealingPhase, Cell> {
  const cells = letters.split(' ').map((letter) => CELL_LETTERS[letter] as Cell); // the pattern lets no other letter through
  const [OPEN_CHANNELS, EARLY_RECOVERY, LATE_RECOVERY, REINTRODUCTION, REMODELLING] = cells as [
    Cell,
    Cell,
    Cell,
    Cell,
    Cell,
  ];
  const MAINTENANCE = cells[5] ?? REMODELLING;
  return { OPEN_CHANNELS, EARLY_RECOVERY, LATE_RECOVERY, REINTRODUCTION, REMODELLING, MAINTENANCE };
}

const courseParts = {
  cells: z
    .string()
    .regex(/^[KCUX]( [KCUX]){4,5}$/)
    .describe(
      `Write one letter for each of ${HEALING_PHASES.slice(0, -1).join(', ')}, with single blanks: K fits, C caution, U unverified, X avoid. A sixth letter is for MAINTENANCE, where it differs from REMODELLING.`,
    )
    .transform(cellsByPhase),
  holdHours: z
    .union([hoursByDepth, z.literal('never')])
    .optional()
    .describe(
      'Write the hours during which it may not be applied, for needles up to 0.5 mm and for deeper ones, such as [24, 72]; or "never".',
    ),
  cautionHours: hoursByDepth
    .optional()
    .describe(
      'Write the hours until which it asks for caution, for needles up to 0.5 mm and for deeper ones, such as [240, 240].',
    ),
  trace: z
    .enum(['NONE', 'DOSE', 'CAUTION_WHILE_HELD'])
    .default('NONE')
    .describe('Write what happens below the one-percent line: NONE, DOSE or CAUTION_WHILE_HELD.'),
  notice: noticeCode.optional(),
};

const CourseCaseSeed = z.strictObject({
  when: CircumstanceSeed,
  because: sentence,
  ...courseParts,
  rinseOff: z.literal('NONE').optional().describe('Write "NONE" where rinsing off does not relieve this case.'),
});

const IngredientTagSeed = z
  .union([
    tagId.transform((tag): IngredientTag => ({ tag })),
    z.strictObject({ tag: tagId, when: CircumstanceSeed.optional() }),
  ])
  .describe(
    'Write a class, or {"tag": class, "when": circumstance} where it belongs there only sometimes.',
  ) satisfies z.ZodType<IngredientTag>;

const FLAGS = ['PG', 'PG?', 'PS', 'FA', 'AL', 'CO', 'MZ', 'GR', 'Rx', 'OX', 'HC'] as const;

export const TagSeed = z
  .strictObject({
    id: tagId,
    name: sentence,
    summary: sentence,
    flags: z
      .array(z.enum(FLAGS))
      .default([])
      .describe(
        'Write flags: PG avoid in pregnancy, PG? ask in pregnancy, PS photosensitising, FA fragrance allergen, AL other contact allergen, CO comedogenic-leaning, MZ feeds Malassezia, GR granuloma signal, Rx prescription, OX oxidiser, HC from human or animal cells.',
      ),
    ...courseParts,
    stopHours: hour.describe('Write the hours before a treatment during which it must be stopped; 0 for none.'),
    cases: z
      .array(CourseCaseSeed)
      .default([])
      .describe('Write the circumstances under which it takes another course; the first that holds decides.'),
    pigmentProvoking: z.boolean().default(false).describe('Write true where Fitzpatrick IV to VI lengthens its hold.'),
    potentAtTrace: z.boolean().default(false).describe('Write true where neither a trace nor rinsing off relieves it.'),
    rinseOff: z
      .enum(['STEP', 'NONE', 'OWN'])
      .default('STEP')
      .describe('Write what rinsing off does: STEP one step kinder, NONE nothing, OWN where its cases say.'),
    reactiveHoldHours: hour
      .optional()
      .describe('Write the least hold in hours for sensitive skin, rosacea and eczema.'),
    reactiveCautionHours: z
      .literal('never')
      .optional()
      .describe('Write "never" where sensitive skin, rosacea and eczema ask for caution for ever.'),
    acneProneCautionHours: hour.optional().describe('Write the hours until which acne-prone skin asks for caution.'),
    barredFor: z
      .array(z.enum(CONDITION))
      .default([])
      .describe(
        'Write the conditions for which it may not return, such as ROSACEA; a course without a hold is left alone.',
      ),
    spfStart: z
      .boolean()
      .default(false)
      .describe('Write true where it starts at the hour from which a sunscreen may be used.'),
    vehicle: z.boolean().default(false).describe('Write true where it never counts as an active.'),
    ranksDown: z.array(concern).default([]).describe('Write concerns for which a product with it is ranked lower.'),
    recoveryIdeal: z
      .strictObject({ when: CircumstanceSeed.optional(), fromPhase: phase.optional() })
      .optional()
      .describe(
        'Write {} where it makes a product ideal during recovery, with "when" and "fromPhase" where only sometimes.',
      ),
    belowInDrugFacts: z
      .boolean()
      .default(false)
      .describe('Write true where it counts as below the line in a Drug Facts list, whose order says nothing.'),
    sunscreenRelief: z
      .boolean()
      .default(false)
      .describe('Write true where a sunscreen with it is no stricter for it from LATE_RECOVERY on.'),
    otherViews: z
      .array(sentence)
      .default([])
      .describe('Write other windows that sources give, each as "F18, F19: seven days".'),
    readsAs: z
      .strictObject({ tag: tagId, when: CircumstanceSeed, because: sentence })
      .optional()
      .describe(
        'Write {"tag", "when", "because"}: the circumstance under which it counts as another class altogether.',
      ),
    also: z
      .array(IngredientTagSeed)
      .default([])
      .describe('Write further classes that every ingredient of this one has, perhaps only sometimes.'),
    ...grounds,
  })
  .transform((tag) => ({
    ...tag,
    // a case inherits the notice of its class and nothing else: every hour that it states stands in it
    cases: tag.cases.map((one) => ({ ...one, notice: one.notice ?? tag.notice })),
  })) satisfies z.ZodType<Tag>;

// ---------------------------------------------------------------- names

export const IngredientSeed = z.strictObject({
  id: kebabId,
  inci: sentence.describe('Write the INCI name.'),
  aliases: z
    .array(sentence)
    .default([])
    .describe('Write other names that packs print: synonyms, trade names, spellings, CI numbers, drug names.'),
  tags: z.array(IngredientTagSeed).min(1).describe('Write the classes of the ingredient; at least one.'),
  cas: z
    .string()
    .regex(/^\d{2,7}-\d{2}-\d$/)
    .optional()
    .describe('Write a CAS number such as "56-81-5".'),
  marker: z
    .enum(['STRONG', 'MEDIUM'])
    .optional()
    .describe('Write STRONG or MEDIUM where its place in a list means "one percent or less from here on".'),
  bulk: z
    .boolean()
    .optional()
    .describe('Write true where it is used in bulk, so that standing after a marker shows that order says nothing.'),
  umbrella: z.boolean().optional().describe('Write true for a name that stands for a whole class, such as "AHA".'),
  pKa: z.number().min(-3).max(15).optional().describe('Write the negative decimal logarithm of the acid constant.'),
}) satisfies z.ZodType<Ingredient>;

const NAME_WORD = String.raw`(?:[*#]|\*[A-Za-z0-9]+|[A-Za-z0-9]+\*?)`;

const namePhrases = z.array(
  z
    .string()
    .regex(new RegExp(`^${NAME_WORD}(?: ${NAME_WORD})*$`))
    .describe(
      'Write letters and digits with single blanks, "PEG 8" for PEG-8: # is any number, * any word, and one star before or after letters any rest of a word.',
    ),
);

export const FamilyRuleSeed = z
  .strictObject({
    id: kebabId,
    tag: tagId,
    because: sentence,
    is: namePhrases.min(1).optional(),
    prefix: namePhrases.min(1).optional(),
    suffix: namePhrases.min(1).optional(),
    holds: namePhrases.min(1).optional(),
    genera: z
      .array(z.string().regex(/^[A-Za-z0-9]+$/))
      .min(1)
      .optional()
      .describe('Write single words: genera of plants and algae with which the name begins.'),
    fewestWords: z.int().min(1).max(20).optional().describe('Write the fewest words that a name of the family has.'),
    except: namePhrases.default([]).describe('Write phrases that a name of the family never holds.'),
  })
  .refine(
    ({ is, prefix, suffix, holds, genera }) => [is, prefix, suffix, holds, genera].some((part) => part !== undefined),
    'says nothing of the name. Write is, prefix, suffix, holds or genera.',
  ) satisfies z.ZodType<FamilyRule>;

export const ClaimSeed = z.strictObject({
  id: claimId,
  where: z
    .enum(['NAME', 'ANYWHERE'])
    .describe('Write NAME where only name, form and headings count, ANYWHERE where running text counts too.'),
  words: z.array(lowerCaseWords).min(1).describe('Write what a pack prints when it says this; at least one.'),
  categories: z.array(category).default([]).describe('Write categories that say this by themselves.'),
  promises: z
    .array(tagId)
    .default([])
    .describe('Write classes, one of which a product that says this must list; without one its list is incomplete.'),
  because: sentence,
}) satisfies z.ZodType<Claim>;

export const FormRuleSeed = z.strictObject({
  id: kebabId,
  tag: tagId,
  when: CircumstanceSeed,
  because: sentence,
}) satisfies z.ZodType<FormRule>;

export const AvoidGroupSeed = z.strictObject({
  id: kebabId,
  names: z
    .array(lowerCaseWords)
    .min(1)
    .describe('Write the lower-case names under which a person would avoid this; at least one.'),
  tags: z.array(tagId).default([]).describe('Write the classes that are then avoided.'),
  ingredients: z.array(ingredientId).default([]).describe('Write the single ingredients that are then avoided.'),
}) satisfies z.ZodType<AvoidGroup>;

// ---------------------------------------------------------------- time and skin

export const DepthRowSeed = z.strictObject({
  id: sentence,
  depthMmAtMost: z
    .number()
    .positive()
    .max(3.5)
    .nullable()
    .describe('Write the deepest needle of the row in mm, up to 3.5; null for radiofrequency.'),
  openUntilHour: hour,
  earlyUntilHour: hour,
  lateUntilHour: hour,
  reintroductionUntilHour: hour,
  spfFromHour: hour,
  exerciseFromHour: hour,
  holdMultiplier: factor,
  column: z.enum(['shallow', 'deep']).describe('Write shallow or deep: which of the two hours of a hold it reads.'),
}) satisfies z.ZodType<DepthRow>;

export const ModifierSeed = z.strictObject({
  id: z.enum([
    'ANTICOAGULANT',
    'ECZEMA',
    'FITZPATRICK_IV',
    'FITZPATRICK_V_VI',
    'IMMUNOSUPPRESSED',
    'ROSACEA',
    'SENSITIVE',
  ]),
  earlyAddsHours: hour,
  openAtLeastHours: hour,
  earlyAtLeastHours: hour,
  earlyAtLeastHoursDeep: hour,
  holdMultiplier: factor,
  pigmentProvokingOnly: z.boolean(),
  capHours: hour.optional().describe('Write the hours that a multiplied hold never exceeds.'),
  ...grounds,
}) satisfies z.ZodType<Modifier>;

// ---------------------------------------------------------------- benefit

export const EfficacySeed = z.strictObject({
  id: kebabId,
  row: z.int().min(1).max(999).optional().describe('Write the number of the row in the dossier, where it has one.'),
  concern: concern.nullable().describe('Write the concern that it serves; null for recovery itself.'),
  subject: z
    .strictObject({
      ingredients: z.array(ingredientId).min(1).optional(),
      tags: z.array(tagId).min(1).optional(),
      none: z.literal(true).optional(),
    })
    .describe('Write {"ingredients": [ids]}, {"tags": [classes]} or both; {"none": true} where no label can show it.'),
  grade: z
    .enum(EVIDENCE_GRADE)
    .describe('Write A several trials, B one good trial or several small, C weak, D mechanism only, N no benefit.'),
  minShare: share.nullable().describe('Write the lowest share that worked, 0 to 1 (2 % is 0.02); null where unknown.'),
  maxShare: share.nullable().describe('Write the highest share that was tried, 0 to 1; null where unknown.'),
  minSpf: z
    .number()
    .min(1)
    .max(100)
    .optional()
    .describe('Write the lowest SPF that worked, where the factor is the dose.'),
  withMicroneedling: z.boolean().describe('Write true where it was tried together with microneedling.'),
  professional: z.boolean().describe('Write true where only a professional may apply it; it then scores nothing.'),
  shortContact: z
    .literal(true)
    .optional()
    .describe('Write true where it works as well in a product that is rinsed off.'),
  note: sentence,
  ...grounds,
}) satisfies z.ZodType<Efficacy>;

export const ConcernSeed = z.strictObject({
  id: concern,
  name: sentence,
  summary: sentence,
  phaseBenefit: everyPhase('how much serving this concern counts'),
  lambdaNote: sentence.optional().describe('Write why recovery has no weight beside this concern, where that is so.'),
  policy,
}) satisfies z.ZodType<ConcernInfo>;

export const WeightsSeed = z.strictObject({
  gradeWeight: z
    .record(z.enum(EVIDENCE_GRADE), fraction)
    .describe('Write a weight from 0 to below 1 for each of A, B, C, D, N.'),
  recoveryWeight: everyPhase('how much of the score recovery takes'),
  downRank: fraction.describe('Write what an effect is worth, 0 to 1, beside a class that ranks its concern down.'),
  rinsedOff: fraction.describe('Write what an effect is worth, 0 to 1, in a product that is rinsed off.'),
  policy,
}) satisfies z.ZodType<Weights>;

// ---------------------------------------------------------------- what is told

const urgency = z.enum(URGENCY).describe(`Write one of ${Object.keys(URGENCY).join(', ')}.`);

export const ConditionSeed = z.strictObject({
  id: z.enum(CONDITION).describe(`Write one of ${Object.keys(CONDITION).join(', ')}.`),
  effect: z
    .enum(['REFER', 'MODIFY', 'NOTICE'])
    .describe('Write REFER where nothing is ranked, MODIFY where windows stretch, NOTICE where it is only said.'),
  message: sentence,
  urgency,
  ...grounds,
}) satisfies z.ZodType<ConditionRule>;

export const SymptomSeed = z.strictObject({
  id: z.enum(SYMPTOM).describe(`Write one of ${Object.keys(SYMPTOM).join(', ')}.`),
  message: sentence,
  urgency,
  fromHour: hour.optional().describe('Write the hour from which it refers; leave it out where it does at once.'),
  ...grounds,
}) satisfies z.ZodType<SymptomRule>;

export const NoticeSeed = z.strictObject({
  code: noticeCode,
  summary: sentence.max(140).describe('Write one sentence of at most 140 characters, as cards show no more.'),
  detail: sentence.optional(),
  appliesWhen: sentence.describe('Write for the reviewer when this is told.'),
  phases: phases.optional().describe('Write the phases in which it is told; leave it out where the code decides.'),
  fromHour: hour.optional().describe('Write the hour from which it is told at the reference depth of 1.0 mm.'),
  untilHour: hour.optional().describe('Write the hour until which it is told at the reference depth of 1.0 mm.'),
  indicator: z.enum(INDICATOR).describe(`Write one of ${Object.keys(INDICATOR).join(', ')}.`),
  ...grounds,
}) satisfies z.ZodType<NoticeText>;

/** A rule that no class owns. Its id is the rule that the reasons name. */
export const PolicyRuleSeed = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*(\.([a-z]+(-[a-z]+)*|[A-Z]+(_[A-Z]+)*))?$/)
    .describe('Write the rule that reasons name, such as "list.missing" or "category.OTHER".'),
  because: sentence,
  reviewedOn: day,
}) satisfies z.ZodType<PolicyRule>;

// ---------------------------------------------------------------- layering

const interactionType = z
  .enum(['BLOCK', 'SEPARATE', 'WARN', 'SYNERGY', 'MYTH'])
  .describe('Write BLOCK, SEPARATE, WARN, SYNERGY or MYTH; a myth never costs anything.');

const side = z
  .strictObject({
    tags: z.array(tagId).min(1).optional(),
    ingredients: z.array(ingredientId).min(1).optional(),
    slot: sentence.optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'names nothing. Write classes, ingredients or a slot of the routine.')
  .describe('Write {"tags": […]}, {"ingredients": […]} or, where neither says it, {"slot": what it is}.');

const otherwise = z.strictObject({ type: interactionType, phases });

export const InteractionSeed = z.strictObject({
  id: kebabId,
  a: side,
  b: side,
  type: interactionType,
  phases,
  because: sentence,
  then: otherwise.optional().describe('Write {"type": …, "phases": […]} where it differs in later phases.'),
  sensitive: otherwise.optional().describe('Write {"type": …, "phases": […]} where sensitive skin differs.'),
  except: side.optional(),
  ...grounds,
});
/** What two things in one routine do to each other. */
export type Interaction = z.output<typeof InteractionSeed>;

// ---------------------------------------------------------------- markets

export const MarketLimitSeed = z
  .strictObject({
    id: kebabId,
    market: z.enum(MARKET).describe(`Write one of ${Object.keys(MARKET).join(', ')}.`),
    subject: z
      .strictObject({ ingredients: z.array(ingredientId).min(1).optional(), tags: z.array(tagId).min(1).optional() })
      .refine((one) => Object.keys(one).length > 0, 'names nothing. Write ingredients, classes or both.')
      .describe('Write {"ingredients": [ids]}, {"tags": [classes]} or both.'),
    when: CircumstanceSeed.optional(),
    banned: z.literal(true).optional().describe('Write true where it may not be in such a product at all.'),
    limitShare: share.optional().describe('Write the largest share that is allowed, 0 to 1: 0.3 % is 0.003.'),
    labelText: sentence.optional().describe('Write what the pack must say.'),
    since: z
      .string()
      .regex(/^\d{4}(-\d{2}-\d{2})?$/)
      .describe('Write the day from which new packs must keep it, such as "2025-11-01", or the year.'),
    note: sentence.optional().describe('Write what a reviewer should know: older stock, what is not modelled.'),
    ...grounds,
  })
  .refine(
    ({ banned, limitShare, labelText }) =>
      [banned, limitShare, labelText].filter((one) => one !== undefined).length === 1,
    'asks for nothing, or for several things. Write one of banned, limitShare and labelText.',
  ) satisfies z.ZodType<MarketLimit>;

// ---------------------------------------------------------------- a clinic's own hours

const clinician = sentence.describe('Write the name of the clinician who answers for it.');

const hoursInOrder = hoursByDepth.refine(
  ({ shallow, deep }) => shallow <= deep,
  'is shorter for deeper needles. Write the longer time second.',
);

export const ProtocolHoldSeed = z
  .strictObject({
    tag: tagId,
    holdHours: z
      .union([hoursInOrder, z.literal('never')])
      .optional()
      .describe(
        'Write the hours during which it may not be applied, for needles up to 0.5 mm and for deeper ones, such as [120, 240]; or "never".',
      ),
    cautionHours: hoursInOrder
      .optional()
      .describe(
        'Write the hours until which only a professional chooses it, for needles up to 0.5 mm and for deeper ones, such as [240, 336].',
      ),
    because: sentence.describe('Write the reason in a sentence; answers show it.'),
    clinician: clinician.optional(),
    reviewedOn: day.optional(),
  })
  .refine(
    ({ holdHours, cautionHours }) => holdHours !== undefined || cautionHours !== undefined,
    'changes nothing. Write holdHours, cautionHours or both.',
  );

/** A clinic's protocol: it may make anything wait longer; whoever shortens a time answers for it by name. */
export const ProtocolSeed = z.strictObject({
  $schema: z.string().optional().describe('Write the path of the JSON Schema, for editors.'),
  name: sentence.max(80).describe('Write the name of the clinic, at most 80 characters.'),
  version: z
    .union([z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/), z.number()])
    .describe('Write the version of the protocol: letters, digits, dots and hyphens, at most 30.')
    .transform(String),
  clinician: clinician.optional().describe('Write who answers for every entry that names nobody else.'),
  holds: z.array(ProtocolHoldSeed).min(1).describe('Write at least one class whose hours differ.'),
});
export type ProtocolFile = z.output<typeof ProtocolSeed>;

// ---------------------------------------------------------------- what it all rests on

export const SourceSeed = z.strictObject({
  id: sourceId,
  kind: z.enum(SOURCE_KIND).describe(`Write one of ${Object.keys(SOURCE_KIND).join(', ')}.`),
  title: sentence,
  year: z.int().min(1900).max(2100).optional().describe('Write the year of publication.'),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Write an address that starts with https://.'),
}) satisfies z.ZodType<Source>;

/** An id that was given up, so that those who kept it find what stands for it now. */
export const RetiredSeed = z.strictObject({
  kind: z
    .enum(['ingredient', 'class', 'source'])
    .describe('Write ingredient, class or source: what the id was the id of.'),
  id: sentence.describe('Write the id that is given up.'),
  successor: sentence.nullable().describe('Write the id that stands for it now; null where nothing does.'),
  on: day,
  because: sentence,
}) satisfies z.ZodType<Retired>;

/** What the seeds say of their version; the hash is reckoned from their text. */
export const VersionSeed = z.strictObject({
  version: z
    .string()
    .regex(/^\d{4}\.\d{2}\.\d+$/)
    .describe('Write year, month and number of the release, such as "2026.11.0".'),
  reviewedOn: day,
}) satisfies z.ZodType<Omit<KnowledgeVersion, 'sha256'>>;
