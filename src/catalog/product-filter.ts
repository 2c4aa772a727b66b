import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { CATEGORY, type Category } from '../core/vocabulary.js';
import { DecimalString } from '../graphql/scalars.js';

@InputType({
  description: 'Narrows a list of products. What is absent or empty does not narrow it; everything given must hold.',
})
export class ProductFilter {
  @Field(() => [CATEGORY], { nullable: true, description: 'Products of any of these kinds.' })
  categories?: Category[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Products of any of these brands, spelled as `brand` spells them.',
  })
  brands?: string[] | null;

  @Field(() => DecimalString, {
    nullable: true,
    description: 'Products with an offer that costs at most this, such as "40.00", in the currency of the offer.',
  })
  maxPrice?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'If true: products with an offer that can be had now.' })
  inStock?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words that brand and name must hold, in any order, whatever their case and accents; at most 200 characters.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true: products whose whole list is known and holds no perfume, fragrance allergen, essential oil or aromatic extract, whatever the pack claims.',
  })
  fragranceFree?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Products whose label holds one of these classes, by code.' })
  tags?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Products to leave away, by id; at most 100.' })
  excludeIds?: string[] | null;
}

@ArgsType()
export class ProductsArgs {
  @Field(() => ProductFilter, { nullable: true, description: 'Which products; leave out for all of them.' })
  filter?: ProductFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only what this storefront or clinic sells; prices and stock are its own.',
  })
  channel?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Size of the page, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; leave out for the first page.' })
  after?: string | null;
}

@ArgsType()
export class ProductArgs {
  @Field(() => ID, { nullable: true, description: 'Its id in this API.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The number that a channel has for it.' })
  sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number under the barcode, digits only, with or without leading zeros.',
  })
  gtin?: string | null;
}
