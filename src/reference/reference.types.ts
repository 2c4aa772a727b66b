import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  CONCERN,
  INDICATOR,
  PHASE,
  SOURCE_KIND,
  type Concern,
  type Indicator,
  type Phase,
  type SourceKind,
} from '../core/vocabulary.js';
import { Node } from '../graphql/node.js';
import { DateTime } from '../graphql/scalars.js';

@ObjectType({ description: 'A publication, leaflet, law or expert knowledge on which a claim rests.' })
export class Source {
  @Field(() => ID, { description: 'The mark under which it is cited, such as "F26".' })
  id!: string;

  @Field(() => SOURCE_KIND, {
    description: 'What kind of source it is; an EXPERT source is named from knowledge and was not re-read.',
  })
  kind!: SourceKind;

  @Field({ description: 'Its title, or what it is.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'The year in which it appeared.' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;
}

@ObjectType({ description: 'How long a class of ingredients must wait after a treatment.' })
export class Hold {
  @Field({ description: 'The needle depths that it is for, such as "up to 0.5 mm".' })
  depth!: string;

  @Field(() => Float, {
    description:
      'Hours since the last pass before which it must not be applied, before any lengthening for the skin; -1 = it may not return.',
  })
  hours!: number;

  @Field(() => String, { nullable: true, description: 'Why, where no source decides.' })
  policy!: string | null;

  @Field(() => [Source], { description: 'The sources on which it rests.' })
  sources!: Source[];

  @Field(() => [String], { description: 'Other windows that sources give, so that a disagreement is not hidden.' })
  otherViews!: readonly string[];
}

@ObjectType({ description: 'A class of ingredients that share a fate after microneedling.' })
export class Tag {
  @Field({ description: 'The code of the class, such as "retinyl_ester".' })
  code!: string;

  @Field({ description: 'Its name for people.' })
  name!: string;

  @Field({ description: 'What it is, and why it is handled as it is.' })
  summary!: string;

  @Field(() => [Hold], { description: 'How long it waits, by needle depth.' })
  holds!: Hold[];

  @Field(() => [Source], { description: 'The sources on which its handling rests.' })
  sources!: Source[];
}

@ObjectType({ implements: () => [Node], description: 'A cosmetic ingredient by its INCI name.' })
export class Ingredient implements Node {
  @Field(() => ID, { description: 'An opaque id, the same for ever, and unique among all types.' })
  id!: string;

  @Field({ description: 'The INCI name.' })
  inci!: string;

  @Field(() => [String], { description: 'Other names under which packs print it.' })
  aliases!: readonly string[];

  @Field(() => [Tag], {
    description:
      'The classes that it can have; place in the list, kind of product and amount decide which of them count.',
  })
  tags!: Tag[];

  @Field(() => String, { nullable: true, description: 'Its CAS registry number.' })
  cas!: string | null;
}

@ObjectType({ description: 'A concern that can be asked for.' })
export class ConcernInfo {
  @Field(() => CONCERN, { description: 'The value to ask with.' })
  concern!: Concern;

  @Field({ description: 'Its name for people.' })
  name!: string;

  @Field({ description: 'What it means.' })
  summary!: string;
}

@ObjectType({ description: 'A piece of advice for a phase, in cosmetic language.' })
export class Advice {
  @Field({ description: 'A stable code.' })
  code!: string;

  @Field({ description: 'What to do, in at most 140 characters.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  detail!: string | null;

  @Field(() => INDICATOR, { description: 'How much it matters.' })
  indicator!: Indicator;

  @Field(() => [Source], { description: 'The sources on which it rests.' })
  sources!: Source[];
}

@ObjectType({ description: 'A phase of recovery with its hours, for the depth and skin that were asked about.' })
export class PhaseWindow {
  @Field(() => PHASE, { description: 'The phase.' })
  phase!: Phase;

  @Field(() => Float, { description: 'Its first hour since the last pass; negative = before the treatment.' })
  fromHour!: number;

  @Field(() => Float, { nullable: true, description: 'The hour at which it has ended; null = it has no end.' })
  toHour!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins; only where `treatedAt` was given.' })
  from!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it has ended; only where `treatedAt` was given.' })
  to!: Date | null;

  @Field(() => [Advice], { description: 'What to do in it.' })
  advice!: Advice[];
}

@ObjectType({
  description: 'Which knowledge an answer rests on. The same question, knowledge and catalog give the same answer.',
})
export class KnowledgeVersion {
  @Field({ description: 'The version, such as "2026.11.0".' })
  version!: string;

  @Field({ description: 'SHA-256 of the reviewed data.' })
  sha256!: string;

  @Field({ description: 'The day of the last review, as YYYY-MM-DD.' })
  reviewedOn!: string;
}
