import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Connection, type Edge, PageInfo } from '../graphql/page.js';
import { Product } from './product.js';

@ObjectType({ description: 'A product, and where it stands in a list.' })
export class ProductEdge implements Edge<Product> {
  @Field(() => Product, { description: 'The product.' })
  node!: Product;

  @Field({ description: 'Where it stands in this list: send it as `after` for what follows.' })
  cursor!: string;
}

@ObjectType({ description: 'One page of a list of products.' })
export class ProductConnection implements Connection<Product> {
  @Field(() => [ProductEdge], { description: 'The products, each with its cursor.' })
  edges!: readonly ProductEdge[];

  @Field(() => [Product], { description: 'The products of the edges, for those who need no cursors.' })
  nodes!: readonly Product[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many products the whole list has.' })
  totalCount!: number;
}
