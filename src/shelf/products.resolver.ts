import { Args, Query, Resolver } from '@nestjs/graphql';
import { ProductConnection } from '../catalog/product-connection.js';
import { ProductsArgs } from '../catalog/product-filter.js';
import { ProductsService } from './products.service.js';

@Resolver()
export class ProductsResolver {
  constructor(private readonly listing: ProductsService) {}

  @Query(() => ProductConnection, {
    complexity: 50,
    description:
      'Products as the catalog has them, in the order in which they came. Nothing is said about whether they suit the skin: ask `pairings` or `assess`.',
  })
  products(@Args() args: ProductsArgs): Promise<ProductConnection> {
    return this.listing.products(args);
  }
}
