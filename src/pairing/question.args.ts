import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import {
  AREA,
  CATEGORY,
  CONCERN,
  CONDITION,
  DEVICE,
  PERFORMER,
  SKIN_TYPE,
  SYMPTOM,
  VERDICT,
  type Area,
  type Category,
  type Concern,
  type Condition,
  type Device,
  type Performer,
  type SkinType,
  type Symptom,
  type Verdict,
} from '../core/vocabulary.js';
import { ProductFilter } from '../catalog/product-filter.js';
import { DateTime } from '../graphql/scalars.js';

/** What is read where nothing is said, be it left out or null. */
export const ASSUMED = { device: DEVICE.PEN, performedBy: PERFORMER.UNKNOWN, area: AREA.FACE, weight: 1 } as const;

@InputType({ description: 'One microneedling session. Give exactly one of `treatedAt` and `hoursSince`.' })
export class TreatmentInput {
  @Field(() => DEVICE, { nullable: true, defaultValue: ASSUMED.device, description: 'What made the channels.' })
  device?: Device | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Needle length in mm, 0.1 to 3.5. Left out, it is read as 1.5 mm.',
  })
  needleDepthMm?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last pass ended. The answer then carries dates besides hours.',
  })
  treatedAt?: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours since the last pass ended, -2160 to 8760; negative = the session is still to come.',
  })
  hoursSince?: number | null;

  @Field(() => PERFORMER, {
    nullable: true,
    defaultValue: ASSUMED.performedBy,
    description: 'Who did it. AT_HOME above 0.5 mm reads the strictest row.',
  })
  performedBy?: Performer | null;

  @Field(() => AREA, { nullable: true, defaultValue: ASSUMED.area, description: 'Where on the body.' })
  area?: Area | null;
}

@InputType({
  description:
    'What is known of the skin. It is used for this answer, never stored and never logged. What is left out is read strictly.',
})
export class SkinProfileInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Fitzpatrick type, 1 to 6. Left out, it is read as 4 until REINTRODUCTION ends.',
  })
  fitzpatrick?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the skin is sensitive. Left out, it is read as sensitive until REINTRODUCTION ends.',
  })
  sensitive?: boolean | null;

  @Field(() => SKIN_TYPE, { nullable: true, description: 'How much oil the skin makes.' })
  skinType?: SkinType | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the skin tends to blemishes.' })
  acneProne?: boolean | null;

  @Field(() => [CONDITION], {
    nullable: true,
    defaultValue: [],
    description: 'Lasting conditions. Most of them refer to a practitioner: nothing is ranked then.',
  })
  conditions?: Condition[] | null;

  @Field(() => [SYMPTOM], {
    nullable: true,
    defaultValue: [],
    description: 'Signs after the treatment. They refer to a practitioner: nothing is ranked then.',
  })
  symptoms?: Symptom[] | null;

  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description:
      'What is to be avoided: INCI names, other names or classes such as "retinoids"; at most 50 entries of at most 100 characters. An entry that is not understood is answered in `notices`, and nothing is ranked as though it had been checked.',
  })
  avoid?: string[] | null;
}

@InputType({ description: 'A concern and how much it matters.' })
export class ConcernInput {
  @Field(() => CONCERN, { description: 'What is to be improved.' })
  concern!: Concern;

  @Field(() => Float, {
    nullable: true,
    defaultValue: ASSUMED.weight,
    description: 'How much it matters relative to the other concerns; above 0 and at most 1000.',
  })
  weight?: number | null;
}

@InputType({ description: 'A label as somebody would paste it.' })
export class LabelInput {
  @Field({ description: 'The ingredient list as printed, at most 8 kB.' })
  ingredients!: string;

  @Field(() => CATEGORY, {
    nullable: true,
    description: 'What kind of product it is. Left out, it is read as something that stays on the skin.',
  })
  category?: Category | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the product, at most 300 characters. It may only make the verdict stricter.',
  })
  name?: string | null;
}

@InputType({ description: 'Which product: give exactly one of `id`, `sku`, `gtin` and `label`.' })
export class ProductRef {
  @Field(() => ID, { nullable: true, description: 'Its id in this API.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The number that a channel has for it.' })
  sku?: string | null;

  @Field(() => String, { nullable: true, description: 'The number under the barcode.' })
  gtin?: string | null;

  @Field(() => LabelInput, { nullable: true, description: 'A pasted label. It is read for this answer and not kept.' })
  label?: LabelInput | null;
}

@ArgsType()
export class PairingsArgs {
  @Field(() => [ConcernInput], { description: 'What is to be improved; at least one concern.' })
  concerns!: ConcernInput[];

  @Field(() => TreatmentInput, { description: 'The treatment.' })
  treatment!: TreatmentInput;

  @Field(() => SkinProfileInput, { nullable: true, description: 'What is known of the skin.' })
  profile?: SkinProfileInput | null;

  @Field(() => ProductFilter, {
    nullable: true,
    description: 'Narrows which products are considered. MAKEUP is considered only if `categories` names it.',
  })
  filter?: ProductFilter | null;

  @Field(() => String, { nullable: true, description: 'Only what this storefront or clinic sells.' })
  channel?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Size of the page, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; leave out for the first page.' })
  after?: string | null;
}

@ArgsType()
export class LeftOutArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Size of the page, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; leave out for the first page.' })
  after?: string | null;

  @Field(() => [VERDICT], { nullable: true, description: 'Only products with these verdicts.' })
  verdicts?: Verdict[] | null;
}
