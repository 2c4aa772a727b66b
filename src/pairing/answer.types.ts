import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Product } from '../catalog/product.js';
import {
  CERTAINTY,
  CONCERN,
  EVIDENCE_GRADE,
  INDICATOR,
  PHASE,
  REASON_CODE,
  URGENCY,
  VERDICT,
  type Certainty,
  type Concern,
  type EvidenceGrade,
  type Indicator,
  type Phase,
  type ReasonCode,
  type Urgency,
  type Verdict,
} from '../core/vocabulary.js';
import type { Judgement } from '../core/verdict/judge.js';
import { type Edge, PageInfo } from '../graphql/page.js';
import { DateTime } from '../graphql/scalars.js';
import { Ingredient, KnowledgeVersion, PhaseWindow, Source } from '../reference/reference.types.js';
import type { Asked } from './asked.js';

@ObjectType({ description: 'One fact behind a verdict.' })
export class Reason {
  @Field(() => REASON_CODE, { description: 'What kind of fact it is.' })
  code!: ReasonCode;

  @Field({ description: 'The fact as a sentence, in cosmetic language.' })
  message!: string;

  @Field(() => Ingredient, { nullable: true, description: 'The ingredient that it is about.' })
  ingredient!: Ingredient | null;

  @Field(() => String, { nullable: true, description: 'The name as the pack prints it, or as the person wrote it.' })
  printed!: string | null;

  @Field(() => ID, { description: 'The rule, such as "retinol.hold".' })
  rule!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The hour since the last pass at which it ends; null = it does not end, or nobody can know.',
  })
  untilHour!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; only where `treatedAt` was given.' })
  until!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, where no source decides.' })
  policy!: string | null;

  @Field(() => [Source], { description: 'The sources on which it rests.' })
  sources!: Source[];
}

@ObjectType({ description: 'What an ingredient adds to a score. The points of all contributions sum to the score.' })
export class Contribution {
  @Field(() => Ingredient, { description: 'The ingredient.' })
  ingredient!: Ingredient;

  @Field(() => CONCERN, { nullable: true, description: 'The concern that it serves; null = recovery itself.' })
  concern!: Concern | null;

  @Field(() => Float, { description: 'Points, 0 to 100, in steps of 1/1000.' })
  points!: number;

  @Field(() => EVIDENCE_GRADE, {
    description: 'The grade that it counts as; an amount read off the order of a list counts as C at most.',
  })
  grade!: EvidenceGrade;

  @Field(() => [Source], { description: 'The sources on which it rests.' })
  sources!: Source[];
}

@ObjectType({ description: 'A product that fits, with its score.' })
export class Pairing {
  @Field(() => Product, { description: 'The product.' })
  product!: Product;

  @Field(() => VERDICT, { description: 'IDEAL or SUITABLE.' })
  verdict!: Verdict;

  @Field(() => Float, {
    description:
      'How well it serves the concerns now, 0 to 100, in steps of 1/1000. Compare scores within one answer only.',
  })
  score!: number;

  @Field(() => [Contribution], { description: 'What the score is made of, the largest first.' })
  contributions!: Contribution[];

  /** for `reasons`, of which the first may be asked for */
  reasons!: (first?: number) => readonly Reason[];

  @Field(() => PHASE, {
    nullable: true,
    description: 'The last phase through which the verdict stays as it is; null = it stays.',
  })
  untilPhase!: Phase | null;
}

@ObjectType({ description: 'A pairing, and where it stands in the ranking.' })
export class PairingEdge implements Edge<Pairing> {
  @Field(() => Pairing, { description: 'The product that suits, and why.' })
  node!: Pairing;

  @Field({ description: 'Where it stands: send it as `after` for what follows.' })
  cursor!: string;
}

@ObjectType({ description: 'How many products have which verdict. The five verdicts sum to `considered`.' })
export class VerdictCounts {
  @Field(() => Int, {
    description: 'How many are IDEAL: they fit, and something in them helps recovery or the concerns.',
  })
  ideal!: number;

  @Field(() => Int, { description: 'How many are SUITABLE: they fit.' })
  suitable!: number;

  @Field(() => Int, { description: 'How many ask for a professional’s choice.' })
  caution!: number;

  @Field(() => Int, {
    description: 'How many have a list that is missing, incomplete or not understood well enough for this hour.',
  })
  unverified!: number;

  @Field(() => Int, { description: 'How many are not for this hour.' })
  avoid!: number;

  @Field(() => Int, { description: 'All products that the filter and the channel let through.' })
  considered!: number;
}

@ObjectType({ description: 'A value of a facet.' })
export class FacetValue {
  @Field({ description: 'The value to filter by.' })
  value!: string;

  @Field(() => Int, { description: 'How many ranked products have it.' })
  count!: number;
}

@ObjectType({ description: 'How the ranked products spread over one property, counted after safety.' })
export class Facet {
  @Field({ description: '"category" or "brand".' })
  name!: string;

  @Field(() => [FacetValue], { description: 'The most frequent first; at most 100.' })
  values!: FacetValue[];
}

@ObjectType({ description: 'Something to know besides the products, in the shape of a card.' })
export class Notice {
  @Field({ description: 'A stable code.' })
  code!: string;

  @Field({ description: 'At most 140 characters.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  detail!: string | null;

  @Field(() => INDICATOR, { description: 'How much it matters.' })
  indicator!: Indicator;

  @Field(() => Float, {
    nullable: true,
    description: 'The hour since the last pass until which it holds; null = no end.',
  })
  untilHour!: number | null;

  @Field(() => [Source], { description: 'The sources on which it rests.' })
  sources!: Source[];
}

@ObjectType({ description: 'A matter for a practitioner: nothing is ranked, and every product is AVOID.' })
export class Referral {
  @Field(() => [Reason], { description: 'What was reported, the most urgent first.' })
  reasons!: Reason[];

  @Field(() => URGENCY, { description: 'How soon a practitioner should see it.' })
  urgency!: Urgency;

  @Field({ description: 'What to do.' })
  message!: string;
}

@ObjectType({ description: 'One printed name, and what it was taken for.' })
export class LabelToken {
  @Field(() => Int, { description: 'Its place among the different names of its list, from 1.' })
  position!: number;

  @Field({ description: 'The name as printed.' })
  printed!: string;

  @Field(() => Int, { description: 'Where it starts in the label, in UTF-16 units from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Where it has ended in the label.' })
  end!: number;

  @Field(() => Ingredient, {
    nullable: true,
    description: 'What it was taken for; of several the first. Null where no single ingredient stands for it.',
  })
  ingredient!: Ingredient | null;

  @Field(() => CERTAINTY, { description: 'How sure that is.' })
  certainty!: Certainty;

  @Field(() => Float, { description: 'The least share of the product that the label allows, 0 to 1.' })
  minShare!: number;

  @Field(() => Float, { description: 'The largest share of the product that the label allows, 0 to 1.' })
  maxShare!: number;

  @Field(() => [String], { description: 'The codes of the classes that count here.' })
  tags!: readonly string[];
}

@ObjectType({ description: 'How an ingredient list was read.' })
export class Label {
  @Field(() => [LabelToken], { description: 'Every name, in the order of the label.' })
  tokens!: LabelToken[];

  @Field(() => [String], { description: 'What was set aside, and what looked odd.' })
  warnings!: readonly string[];

  @Field(() => Int, { description: 'How many names have a class from a reviewed entry or a tested family rule.' })
  recognised!: number;

  @Field(() => Int, { description: 'How many have none. Recognised and unrecognised are all names.' })
  unrecognised!: number;

  @Field({ description: 'Whether the list is there and whole. It may still hold names that nobody can place.' })
  complete!: boolean;
}

@ObjectType({ description: 'The verdict on one product or one pasted label.' })
export class Assessment {
  @Field(() => Product, {
    nullable: true,
    description: 'The product; null for a pasted label, and for a reference that no product answers to.',
  })
  product!: Product | null;

  @Field(() => Label, { nullable: true, description: 'How its label was read.' })
  label!: Label | null;

  @Field(() => VERDICT, { description: 'Whether it suits the skin now.' })
  verdict!: Verdict;

  @Field(() => PhaseWindow, { description: 'The phase now.' })
  phase!: PhaseWindow;

  @Field(() => [Reason], { description: 'Why, the strictest first.' })
  reasons!: Reason[];

  @Field(() => Referral, { nullable: true, description: 'Not null: see a practitioner first.' })
  referral!: Referral | null;

  @Field(() => [Notice], { description: 'What to know besides.' })
  notices!: Notice[];

  @Field(() => Float, {
    nullable: true,
    description: 'The first hour at which it would be IDEAL or SUITABLE; null = never, or not known.',
  })
  usableFromHour!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'The same as a date; only where `treatedAt` was given.' })
  usableFrom!: Date | null;

  @Field(() => Float, { description: 'How much of the list is known, 0 to 1; an incomplete list counts half.' })
  completeness!: number;

  /** for `swap`, which is worked out only when it is asked for */
  judgement!: Judgement | null;
  question!: Asked;
}

@ObjectType({ description: 'An assessment, and where it stands in a list.' })
export class AssessmentEdge implements Edge<Assessment> {
  @Field(() => Assessment, { description: 'The assessment.' })
  node!: Assessment;

  @Field({ description: 'Where it stands: send it as `after` for what follows.' })
  cursor!: string;
}

@ObjectType({ description: 'One page of a list of assessments, the soonest usable first.' })
export class AssessmentConnection {
  @Field(() => [AssessmentEdge], { description: 'The assessments, each with its cursor.' })
  edges!: AssessmentEdge[];

  @Field(() => [Assessment], { description: 'The assessments of the edges, for those who need no cursors.' })
  nodes!: Assessment[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many the whole list has.' })
  totalCount!: number;
}

@ObjectType({
  description: 'Products that fit, best first. "Nothing fits yet" is an answer: `leftOut` then says what returns when.',
})
export class PairingConnection {
  @Field(() => [PairingEdge], { description: 'The products that suit, each with its cursor.' })
  edges!: PairingEdge[];

  @Field(() => [Pairing], { description: 'The pairings of the edges, for those who need no cursors.' })
  nodes!: Pairing[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many products are ranked.' })
  totalCount!: number;

  @Field(() => PhaseWindow, { description: 'The phase now.' })
  phase!: PhaseWindow;

  @Field(() => VerdictCounts, { description: 'How the considered products were judged.' })
  counts!: VerdictCounts;

  @Field(() => [Facet], { description: 'How the ranked products spread, counted after safety.' })
  facets!: Facet[];

  @Field(() => Referral, { nullable: true, description: 'Not null: nothing is ranked; see a practitioner.' })
  referral!: Referral | null;

  @Field(() => [Notice], { description: 'What to know besides the products.' })
  notices!: Notice[];

  @Field(() => KnowledgeVersion, { description: 'Which knowledge this rests on.' })
  knowledge!: KnowledgeVersion;

  /** for `leftOut`, which has a page of its own */
  question!: Asked;
}
