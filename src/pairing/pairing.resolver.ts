import { Args, Float, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Product } from '../catalog/product.js';
import { KeptAnswers, MayBeKept } from '../graphql/kept-answers.js';
import { Personal } from '../graphql/personal.js';
import { PlainArg } from '../graphql/plain-arg.js';
import { PhaseWindow } from '../reference/reference.types.js';
import { ShelfService } from '../shelf/shelf.service.js';
import { Assessment, AssessmentConnection, Label, Pairing, PairingConnection, Reason } from './answer.types.js';
import { PairingService } from './pairing.service.js';
import { LeftOutArgs, PairingsArgs, ProductRef, SkinProfileInput, TreatmentInput } from './question.args.js';

const TREATMENT = { type: () => TreatmentInput, description: 'The treatment.' } as const;
const PROFILE = { type: () => SkinProfileInput, nullable: true, description: 'What is known of the skin.' } as const;

@Resolver(() => PairingConnection)
export class PairingResolver {
  constructor(
    private readonly pairing: PairingService,
    shelves: ShelfService,
    answers: KeptAnswers,
  ) {
    answers.restOn(async () => String((await shelves.current()).shelf.version));
  }

  @MayBeKept<PairingsArgs>(({ profile, treatment }) => !profile && !treatment.treatedAt)
  @Personal()
  @Query(() => PairingConnection, {
    complexity: 400,
    description: 'Products that suit the concerns at this hour, best first, with what was left out and why.',
  })
  pairings(@Args() args: PairingsArgs): Promise<PairingConnection> {
    return this.pairing.pairings(args);
  }

  @Personal()
  @Query(() => [PhaseWindow], {
    complexity: 100,
    description: 'The phases of a treatment with their hours, for this depth and skin, and what to do in each.',
  })
  phases(
    @Args('treatment', TREATMENT) treatment: TreatmentInput,
    @Args('profile', PROFILE) profile: SkinProfileInput | null,
  ): PhaseWindow[] {
    return this.pairing.phases(treatment, profile);
  }

  @ResolveField(() => AssessmentConnection, {
    description: 'What was left out, the soonest usable first: why, and from when.',
  })
  leftOut(@Parent() answer: PairingConnection, @Args() args: LeftOutArgs): Promise<AssessmentConnection> {
    return this.pairing.leftOut(answer, args);
  }
}

@Resolver(() => Pairing)
export class ReasonsResolver {
  @ResolveField(() => [Reason], {
    description: 'What speaks for it, and what to know; all of it, if `first` does not say how much.',
  })
  @PlainArg('first', { type: () => Int, nullable: true, description: 'How many, 1 to 100; left out, all.' })
  reasons(pairing: Pairing, { first }: { readonly first?: number | null }): readonly Reason[] {
    return pairing.reasons(first ?? undefined);
  }
}

@Resolver(() => Assessment)
export class AssessmentResolver {
  constructor(private readonly pairing: PairingService) {}

  @Personal()
  @Query(() => Assessment, {
    complexity: 100,
    description:
      'The verdict on one product or one pasted label. A reference that no product answers to is UNVERIFIED.',
  })
  async assess(
    @Args('product', { type: () => ProductRef, description: 'Which product.' }) product: ProductRef,
    @Args('treatment', TREATMENT) treatment: TreatmentInput,
    @Args('profile', PROFILE) profile: SkinProfileInput | null,
  ): Promise<Assessment> {
    const [assessment] = await this.pairing.assessAll([product], treatment, profile);
    return assessment as Assessment; // one reference gives one assessment
  }

  @Personal()
  @Query(() => [Assessment], {
    complexity: 100,
    description:
      "Verdicts on up to 100 products in one call, at most 20 of them pasted labels: a badge for every tile of a listing page, or a person's own shelf.",
  })
  assessAll(
    @Args('products', { type: () => [ProductRef], description: 'Which products; the answer has their order.' })
    products: ProductRef[],
    @Args('treatment', TREATMENT) treatment: TreatmentInput,
    @Args('profile', PROFILE) profile: SkinProfileInput | null,
  ): Promise<Assessment[]> {
    return this.pairing.assessAll(products, treatment, profile);
  }

  @ResolveField(() => Product, {
    nullable: true,
    description:
      'For a product that does not fit: the best one of its kind that does. Null where it fits, or none does.',
  })
  swap(@Parent() assessment: Assessment): Promise<Product | null> {
    return this.pairing.swap(assessment);
  }
}

@Resolver(() => Product)
export class LabelResolver {
  constructor(private readonly pairing: PairingService) {}

  @Personal()
  @Query(() => Label, {
    complexity: 100,
    description: 'How a label is read: each name, where it stood, what it was taken for. The text is not kept.',
  })
  readLabel(
    @Args('ingredients', { description: 'The ingredient list as printed, at most 8 kB.' }) ingredients: string,
  ): Label {
    return this.pairing.readLabel(ingredients);
  }

  @ResolveField(() => Label, { description: 'The label as it was read.' })
  reading(@Parent() product: Product): Label {
    return this.pairing.label(product);
  }

  @ResolveField(() => Float, {
    description: 'How much of the list is known, 0 to 1; an incomplete list counts half, a missing one nothing.',
  })
  completeness(@Parent() product: Product): number {
    return this.pairing.reading(product).completeness;
  }
}
