import { readFileSync } from 'node:fs';
import { normalised, scoreOf } from '../../../src/core/ranking/score.js';
import { CONCERN, severity } from '../../../src/core/vocabulary.js';
import { formula, HOUR, judged, knowledge, read } from '../../support/world.js';

interface Side {
  readonly tags?: readonly string[];
  readonly ingredients?: readonly string[];
}

interface Interaction {
  readonly id: string;
  readonly type: string;
  readonly a: Side;
  readonly b: Side;
}

const SEEDS = new URL('../../../seeds/knowledge/interactions.json', import.meta.url);
const MYTHS = (JSON.parse(readFileSync(SEEDS, 'utf8')) as Interaction[]).filter(({ type }) => type === 'MYTH');
const ALL_CONCERNS = normalised(Object.values(CONCERN).map((concern) => ({ concern, weight: 1 })));
const HOURS = [1, 30, 100, 200, 400, 700, 2000];

/** INCI names that one side of a myth speaks of: two of each class, whatever their amount. */
function namesOf({ tags = [], ingredients = [] }: Side): string[] {
  const ofTag = (tag: string): string[] =>
    knowledge.ingredients
      .filter((one) => one.tags.some((entry) => entry.tag === tag))
      .slice(0, 2)
      .map(({ inci }) => inci);
  return [...ingredients.map((id) => knowledge.ingredient(id).inci), ...tags.flatMap(ofTag)];
}

describe('a myth', () => {
  it('is told of pairs that the seeds name', () => {
    expect(MYTHS.length).toBeGreaterThanOrEqual(6);
  });

  it.each(MYTHS.map((myth) => [myth.id, myth] as const))(
    'never costs anything: %s makes no verdict stricter, and no score lower, than its two sides alone',
    (_, { a, b }) => {
      const pairs = namesOf(a).flatMap((one) => namesOf(b).map((other) => [one, other] as const));
      expect(pairs.length).toBeGreaterThan(0);
      for (const [one, other] of pairs) {
        // the same places for both, so that only the company differs
        const product = (...names: string[]) => formula('Dew', ['Aqua', ...names, 'Phenoxyethanol'].join(', '));
        const together = product(one, other);
        const alone = [product(one, 'Xanthan Gum'), product('Xanthan Gum', other)];
        for (const hour of HOURS) {
          const strictest = Math.max(...alone.map((each) => severity(judged(each, HOUR(hour)).verdict)));
          expect(severity(judged(together, HOUR(hour)).verdict)).toBeLessThanOrEqual(strictest);
        }
        const score = (each: ReturnType<typeof product>) =>
          scoreOf(knowledge, read(each), ALL_CONCERNS, 'REMODELLING').score;
        expect(score(together)).toBeGreaterThanOrEqual(Math.max(...alone.map(score)));
      }
    },
  );
});
