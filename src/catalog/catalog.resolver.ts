import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlainArg } from '../graphql/plain-arg.js';
import { CatalogService } from './catalog.service.js';
import { Money } from './money.js';
import { ProductArgs } from './product-filter.js';
import { Offer, Product } from './product.js';

const CHANNEL = {
  type: () => String,
  nullable: true,
  description: 'Only what this storefront or clinic sells.',
} as const;

interface OnChannel {
  readonly channel?: string | null;
}

@Resolver(() => Product)
export class ProductResolver {
  constructor(private readonly catalog: CatalogService) {}

  @Query(() => Product, {
    nullable: true,
    description: 'One product by its id, by a channel’s SKU or by its GTIN (give exactly one); null if there is none.',
  })
  product(@Args() args: ProductArgs): Promise<Product | null> {
    return this.catalog.product(args);
  }

  @ResolveField(() => [Offer], { description: 'What it is sold for, in the order of channel, then SKU.' })
  @PlainArg('channel', CHANNEL)
  offers(product: Product, { channel }: OnChannel): readonly Offer[] {
    return product.offersOn(channel);
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'The lowest price; null if it is not sold there. Without a channel, the lowest in the currency of its first offer.',
  })
  @PlainArg('channel', CHANNEL)
  price(product: Product, { channel }: OnChannel): Money | null {
    return product.lowestPrice(channel);
  }
}
