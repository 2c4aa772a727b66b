import type { z } from 'zod';
import type {
  AvoidGroup,
  Circumstance,
  Claim,
  ConcernInfo,
  ConditionRule,
  DepthRow,
  Efficacy,
  FormRule,
  Ingredient,
  MarketLimit,
  Modifier,
  NoticeText,
  PolicyRule,
  Source,
  SymptomRule,
  Tag,
  Weights,
} from '../../src/core/knowledge.js';
import type { FamilyRule } from '../../src/core/tagging/family-rules.js';
import * as seed from '../../src/knowledge/schema.js';
import { tag } from './build.js';

/** That a seed can say everything that the core reads: its fields are all of the core's. */
type Says<Core, Schema extends z.ZodType> = [Exclude<keyof Core, keyof z.output<Schema>>] extends [never]
  ? true
  : never;

describe('a seed', () => {
  it('can say everything that the core reads', () => {
    const says: [
      Says<Circumstance, typeof seed.CircumstanceSeed>,
      Says<Omit<Tag, 'atLeastHours' | 'before'>, typeof seed.TagSeed>, // these two are a protocol's
      Says<Ingredient, typeof seed.IngredientSeed>,
      Says<Claim, typeof seed.ClaimSeed>,
      Says<FamilyRule, typeof seed.FamilyRuleSeed>,
      Says<FormRule, typeof seed.FormRuleSeed>,
      Says<AvoidGroup, typeof seed.AvoidGroupSeed>,
      Says<DepthRow, typeof seed.DepthRowSeed>,
      Says<Modifier, typeof seed.ModifierSeed>,
      Says<Efficacy, typeof seed.EfficacySeed>,
      Says<ConcernInfo, typeof seed.ConcernSeed>,
      Says<Weights, typeof seed.WeightsSeed>,
      Says<ConditionRule, typeof seed.ConditionSeed>,
      Says<SymptomRule, typeof seed.SymptomSeed>,
      Says<NoticeText, typeof seed.NoticeSeed>,
      Says<PolicyRule, typeof seed.PolicyRuleSeed>,
      Says<Source, typeof seed.SourceSeed>,
      Says<MarketLimit, typeof seed.MarketLimitSeed>,
    ] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
    expect(says).not.toContain(undefined); // the compiler is the test
  });
});

describe('a class in a seed', () => {
  it('spells its cells out by phase; MAINTENANCE reads as REMODELLING', () => {
    expect(tag({ id: 'aha', cells: 'X X U C K' }).cells).toEqual({
      OPEN_CHANNELS: 'X',
      EARLY_RECOVERY: 'X',
      LATE_RECOVERY: 'U',
      REINTRODUCTION: 'C',
      REMODELLING: 'K',
      MAINTENANCE: 'K',
    });
  });

  it('may say of MAINTENANCE by a sixth letter that it differs', () => {
    expect(tag({ id: 'aha', cells: 'X X X C C K' }).cells).toMatchObject({ REMODELLING: 'C', MAINTENANCE: 'K' });
  });

  it('states hours for shallow needles, then for deep ones; or never', () => {
    expect(tag({ id: 'aha', holdHours: [120, 168], cautionHours: [240, 240] })).toMatchObject({
      holdHours: { shallow: 120, deep: 168 },
      cautionHours: { shallow: 240, deep: 240 },
    });
    expect(tag({ id: 'tca', holdHours: 'never' }).holdHours).toBe('never');
  });

  it('has the strict default wherever it says nothing', () => {
    expect(tag({ id: 'aha' })).toMatchObject({
      flags: [],
      trace: 'NONE',
      cases: [],
      pigmentProvoking: false,
      potentAtTrace: false,
      rinseOff: 'STEP',
      barredFor: [],
      spfStart: false,
      vehicle: false,
      belowInDrugFacts: false,
      sunscreenRelief: false,
      otherViews: [],
      also: [],
    });
  });

  it('hands its notice down to its cases, and nothing else', () => {
    const when = { rinseOff: true };
    const { cases } = tag({
      id: 'fragrance',
      notice: 'FRAGRANCE',
      trace: 'DOSE',
      holdHours: [120, 168],
      cautionHours: [240, 240],
      cases: [
        { when, because: 'For a test.', cells: 'X K K K K' },
        { when, because: 'For a test.', cells: 'X K K K K', notice: 'OTHER', trace: 'DOSE' },
      ],
    });
    const [first, second] = cases;
    expect(first).toEqual({ when, because: 'For a test.', cells: cases[0]?.cells, notice: 'FRAGRANCE', trace: 'NONE' });
    expect(second).toMatchObject({ notice: 'OTHER', trace: 'DOSE' });
  });
});

describe('an ingredient in a seed', () => {
  it('names its classes, or a class with the circumstance', () => {
    const read = seed.IngredientSeed.parse({
      id: 'citric-acid',
      inci: 'Citric Acid',
      tags: ['ph_adjuster', { tag: 'aha', when: { positionAtMost: 6 } }, { tag: 'bha' }],
    });
    expect(read).toEqual({
      id: 'citric-acid',
      inci: 'Citric Acid',
      aliases: [],
      tags: [{ tag: 'ph_adjuster' }, { tag: 'aha', when: { positionAtMost: 6 } }, { tag: 'bha' }],
    });
  });

  it.each([
    ['an id with capitals', { id: 'Citric-Acid' }],
    ['an id with two hyphens', { id: 'citric--acid' }],
    ['a name with a blank at its end', { inci: 'Citric Acid ' }],
    ['no class', { tags: [] }],
    ['a CAS number that is none', { cas: '77-92' }],
    ['a circumstance that states nothing', { tags: [{ tag: 'aha', when: {} }] }],
    ['a choice of one', { tags: [{ tag: 'aha', when: { any: [{ rinseOff: true }] } }] }],
    ['an unknown field', { alias: ['E330'] }],
  ])('is refused with %s', (_, change) => {
    const good = { id: 'citric-acid', inci: 'Citric Acid', tags: ['ph_adjuster'] };
    expect(seed.IngredientSeed.safeParse(good).success).toBe(true);
    expect(seed.IngredientSeed.safeParse({ ...good, ...change }).success).toBe(false);
  });
});

describe('a family of names in a seed', () => {
  const family = { id: 'ethoxylates', tag: 'inert_other', because: 'For a test.' };
  const reads = (change: object): boolean => seed.FamilyRuleSeed.safeParse({ ...family, ...change }).success;

  it('speaks in whole words, numbers, and words with an open beginning or end', () => {
    expect(reads({ is: ['*eth #', 'PEG # *', 'retinyl*'], except: ['retinyl retinoate'] })).toBe(true);
  });

  it.each([
    ['a phrase with a hyphen, which names never have as keys', { prefix: ['PEG-8'] }],
    ['a word that is open at both ends, or in its middle', { holds: ['*eth*'] }],
    ['two blanks', { suffix: ['seed  oil'] }],
    ['a genus of two words', { genera: ['Rosa Canina'] }],
    ['nothing about the name', {}],
  ])('is refused with %s', (_, change) => {
    expect(reads(change)).toBe(false);
  });
});
