import { Injectable } from '@nestjs/common';
import type { Ingredient as CoreIngredient, Knowledge } from '../core/knowledge.js';
import { wordsOf } from '../core/tagging/claims.js';
import { readName } from '../core/tagging/name-index.js';
import { cursorAt, type Position, positionOf } from '../graphql/cursor.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { NodeRegistry } from '../graphql/node.js';
import { connection } from '../graphql/page.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import type { IngredientConnection } from './ingredient-connection.js';
import { presentConcern, presentIngredient } from './present.js';
import type { IngredientsArgs } from './reference.args.js';
import type { ConcernInfo, Ingredient } from './reference.types.js';

const LONGEST_TEXT = 200;

/** What Salve knows, for those who ask about it. */
@Injectable()
export class ReferenceService {
  readonly #byName: readonly CoreIngredient[];

  constructor(
    private readonly held: KnowledgeService,
    nodes: NodeRegistry,
  ) {
    this.#byName = [...this.knowledge.ingredients].sort((a, b) => (isBefore(placeOf(a), placeOf(b)) ? -1 : 1));
    nodes.register('Ingredient', (keys) => Promise.resolve(keys.map((key) => this.byId(key))));
  }

  private get knowledge(): Knowledge {
    return this.held.knowledge;
  }

  /** An ingredient by any of its names; null where the name is not known for sure. */
  ingredient(name: string): Ingredient | null {
    requireShort(name, 'inci');
    const { certainty, ids } = readName(this.knowledge.names, name);
    const [id] = ids;
    return id !== undefined && (certainty === 'EXACT' || certainty === 'ALIAS') ? this.byId(id) : null;
  }

  /** @throws BadRequest for a text that is too long, or a class that does not exist */
  ingredients({ text, tag, first, after }: IngredientsArgs): IngredientConnection {
    requireShort(text ?? '', 'text');
    const found = tag ? this.knowledge.findTag(tag) : undefined;
    if (tag && found === undefined) {
      throw new BadRequest(
        CODE.UNKNOWN_TAG,
        `There is no class “${tag.slice(0, 60)}”. Codes of classes are those of \`Ingredient.tags\`.`,
        'tag',
      );
    }
    const asking = { name: 'ingredients', args: { text, tag } };
    const last = positionOf(asking, after);
    const words = wordsOf(text ?? '');
    const all = this.#byName.filter(
      (ingredient) =>
        (!found || ingredient.tags.some((entry) => entry.tag === found.id)) && namesHold(ingredient, words),
    );
    const rest = last === undefined ? all : all.filter((ingredient) => isBefore(last, placeOf(ingredient)));

    const cursor = (ingredient: CoreIngredient) => cursorAt(asking, placeOf(ingredient));
    const page = connection(rest.slice(0, first + 1), first, cursor, last !== undefined);
    const nodes = page.nodes.map((ingredient) => presentIngredient(this.knowledge, ingredient));
    return {
      edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as Ingredient })),
      nodes,
      pageInfo: page.pageInfo,
      totalCount: all.length,
    };
  }

  concerns(): ConcernInfo[] {
    return this.knowledge.concerns.map(presentConcern);
  }

  private byId(id: string): Ingredient | null {
    const ingredient = this.knowledge.findIngredient(id);
    return ingredient ? presentIngredient(this.knowledge, ingredient) : null;
  }
}

/** Where an ingredient stands among all: by its name whatever its case, then by its id, compared by code unit. */
function placeOf({ inci, id }: CoreIngredient): Position {
  return [inci.toLowerCase(), id];
}

function isBefore([name, id]: Position, [otherName, otherId]: Position): boolean {
  return name === otherName ? String(id) < String(otherId) : String(name) < String(otherName);
}

function namesHold({ inci, aliases }: CoreIngredient, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  return [inci, ...aliases].some((name) => {
    const held = wordsOf(name);
    return words.every((word) => held.some((part) => part.startsWith(word)));
  });
}

function requireShort(text: string, field: string): void {
  if (text.length > LONGEST_TEXT)
    throw new BadRequest(CODE.TOO_LONG, `Search with at most ${LONGEST_TEXT} characters.`, field);
}
