import { ArgsType, Field, Int } from '@nestjs/graphql';

@ArgsType()
export class IngredientsArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that a name of the ingredient holds, in any order, whatever their case and accents; at most 200 characters.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of a class that it can have.' })
  tag?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Size of the page, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; leave out for the first page.' })
  after?: string | null;
}
