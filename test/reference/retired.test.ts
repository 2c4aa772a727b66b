import { loadKnowledge } from '../../src/knowledge/load.js';
import { KnowledgeService } from '../../src/knowledge/knowledge.module.js';
import { nodeId, NodeRegistry } from '../../src/graphql/node.js';
import { ReferenceService } from '../../src/reference/reference.service.js';

const on = { on: '2026-11-24', because: 'For a test.' };
const data = {
  ...loadKnowledge(),
  retired: [
    { kind: 'ingredient', id: 'd-panthenol', successor: 'panthenol', ...on },
    { kind: 'ingredient', id: 'nobodys-extract', successor: null, ...on },
    { kind: 'class', id: 'provitamin', successor: 'panthenol', ...on },
  ] as const,
};
const nodes = new NodeRegistry();
const reference = new ReferenceService(new KnowledgeService(data), nodes);

describe('an id that was retired', () => {
  it('is answered with the ingredient that stands for it, under its own id', async () => {
    const ids = ['d-panthenol', 'panthenol', 'nobodys-extract'].map((id) => nodeId('Ingredient', id));
    const [retired, successor, gone] = await nodes.fetch(ids);
    expect(retired).toEqual(successor);
    expect(retired).toMatchObject({ id: ids[1], inci: 'Panthenol' });
    expect(gone).toBeNull();
  });

  it('filters by the class that stands for it', () => {
    const ask = (tag: string) => reference.ingredients({ tag, first: 100 }).nodes.map(({ inci }) => inci);
    expect(ask('provitamin')).toEqual(ask('panthenol'));
    expect(ask('provitamin')).toContain('Panthenol');
  });
});
