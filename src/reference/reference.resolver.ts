import { Args, Query, Resolver } from '@nestjs/graphql';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { IngredientConnection } from './ingredient-connection.js';
import { IngredientsArgs } from './reference.args.js';
import { ReferenceService } from './reference.service.js';
import { ConcernInfo, Ingredient, KnowledgeVersion } from './reference.types.js';

@Resolver()
export class ReferenceResolver {
  constructor(
    private readonly reference: ReferenceService,
    private readonly held: KnowledgeService,
  ) {}

  @Query(() => Ingredient, {
    nullable: true,
    description: 'An ingredient by its INCI name or any other name of it; null where the name is not known for sure.',
  })
  ingredient(
    @Args('inci', { description: 'A name, in any case and spelling of hyphens and blanks.' }) inci: string,
  ): Ingredient | null {
    return this.reference.ingredient(inci);
  }

  @Query(() => IngredientConnection, {
    complexity: 50,
    description: 'The ingredients that Salve knows, in the order of their names.',
  })
  ingredients(@Args() args: IngredientsArgs): IngredientConnection {
    return this.reference.ingredients(args);
  }

  @Query(() => [ConcernInfo], { description: 'The concerns that can be asked for.' })
  concerns(): ConcernInfo[] {
    return this.reference.concerns();
  }

  @Query(() => KnowledgeVersion, { description: 'Which knowledge the answers rest on.' })
  knowledge(): KnowledgeVersion {
    return this.held.knowledge.version;
  }
}
