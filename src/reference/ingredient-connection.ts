import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Connection, type Edge, PageInfo } from '../graphql/page.js';
import { Ingredient } from './reference.types.js';

@ObjectType({ description: 'An ingredient, and where it stands in a list.' })
export class IngredientEdge implements Edge<Ingredient> {
  @Field(() => Ingredient, { description: 'The ingredient.' })
  node!: Ingredient;

  @Field({ description: 'Where it stands in this list: send it as `after` for what follows.' })
  cursor!: string;
}

@ObjectType({ description: 'One page of a list of ingredients, by INCI name.' })
export class IngredientConnection implements Connection<Ingredient> {
  @Field(() => [IngredientEdge], { description: 'The ingredients, each with its cursor.' })
  edges!: IngredientEdge[];

  @Field(() => [Ingredient], { description: 'The ingredients of the edges, for those who need no cursors.' })
  nodes!: Ingredient[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many the whole list has.' })
  totalCount!: number;
}
