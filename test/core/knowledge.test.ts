import { Knowledge, type Efficacy, type KnowledgeData } from '../../src/core/knowledge.js';
import { loadKnowledge } from '../../src/knowledge/load.js';

const DATA = loadKnowledge();
const but = (change: Partial<KnowledgeData>): Knowledge => new Knowledge({ ...DATA, ...change });
const knowledge = but({});
const row = (change: Partial<Efficacy>): Efficacy => ({
  id: 'row',
  concern: 'TEXTURE',
  subject: { ingredients: ['panthenol'] },
  grade: 'B',
  minShare: null,
  maxShare: null,
  withMicroneedling: false,
  professional: false,
  note: '',
  sources: [],
  ...change,
});

describe('what is known', () => {
  it('is found by its id', () => {
    expect(knowledge.tag('retinol').name).toBe('Retinol');
    expect(knowledge.ingredient('panthenol').inci).toBe('Panthenol');
    expect(knowledge.source('F1').id).toBe('F1');
    expect(knowledge.modifier('ROSACEA').capHours).toBe(672);
    expect(knowledge.condition('KELOID').effect).toBe('REFER');
    expect(knowledge.symptom('PERSISTENT_REDNESS').fromHour).toBe(168);
    expect(knowledge.concern('FINE_LINES').id).toBe('FINE_LINES');
    expect(knowledge.notice('FIRST_WASH').code).toBe('FIRST_WASH');
    expect(knowledge.policy('first-hours').because).toMatch(/six hours/);
    expect(knowledge.unreadTag.id).toBe('unread');
  });

  it.each<[string, (empty: Knowledge) => unknown]>([
    ['class "none"', () => knowledge.tag('none')],
    ['ingredient "none"', () => knowledge.ingredient('none')],
    ['source "none"', () => knowledge.source('none')],
    ['notice "none"', () => knowledge.notice('none')],
    ['policy "none"', () => knowledge.policy('none')],
    ['modifier "ROSACEA"', (empty) => empty.modifier('ROSACEA')],
    ['condition "KELOID"', (empty) => empty.condition('KELOID')],
    ['symptom "PUS"', (empty) => empty.symptom('PUS')],
    ['concern "PORES"', (empty) => empty.concern('PORES')],
  ])('is asked for loudly where it holds no %s', (what, ask) => {
    const empty = but({ modifiers: [], conditions: [], symptoms: [], concerns: [] });
    expect(() => ask(empty)).toThrow(new RangeError(`the knowledge holds no ${what}`));
  });

  it('is nothing for ids that people typed wrongly', () => {
    expect([knowledge.findTag('retinol')?.id, knowledge.findTag('none')]).toEqual(['retinol', undefined]);
    expect([knowledge.findIngredient('panthenol')?.id, knowledge.findIngredient('none')]).toEqual([
      'panthenol',
      undefined,
    ]);
  });

  it('answers to a retired id with what stands for it', () => {
    const on = { on: '2026-11-24', because: 'For a test.' };
    const renamed = but({
      retired: [
        { kind: 'ingredient', id: 'd-panthenol', successor: 'panthenol', ...on },
        { kind: 'class', id: 'vitamin_a', successor: 'retinol', ...on },
        { kind: 'class', id: 'gone', successor: null, ...on },
      ],
    });
    expect(renamed.findIngredient('d-panthenol')?.id).toBe('panthenol');
    expect(renamed.findTag('vitamin_a')?.id).toBe('retinol');
    expect([renamed.findTag('gone'), renamed.findTag('d-panthenol'), renamed.findIngredient('vitamin_a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('cannot do without a class for names that nobody can place', () => {
    expect(() => but({ tags: DATA.tags.filter(({ id }) => id !== 'unread') })).toThrow(RangeError);
  });
});

describe('the kin of a class', () => {
  it('are those that people take for the same, by each of its groups', () => {
    expect(new Set(knowledge.kinOf('laa_lowph'))).toEqual(new Set(['laa_lowph', 'laa_trace', 'vitc_ws', 'vitc_lipid']));
  });

  it('are none but itself where it has no group', () => {
    expect(knowledge.kinOf('panthenol')).toEqual(['panthenol']);
  });
});

describe('the effects of an ingredient', () => {
  const own = row({ id: 'own' });
  const both = row({ id: 'both', subject: { ingredients: ['panthenol'], tags: ['panthenol'] } });
  const ofClass = row({ id: 'class', subject: { tags: ['panthenol'] } });
  const another = row({ id: 'another', subject: { ingredients: ['urea'] } });
  const inAPractice = row({ id: 'practice', professional: true });
  const ofNone = row({ id: 'none', subject: { none: true } });
  const some = but({ efficacy: [own, both, ofClass, another, inAPractice, ofNone] });

  it('are its own and those of its classes, each once, and not what only a professional may do', () => {
    expect(some.effectsOf('panthenol', ['panthenol'])).toEqual([own, both, ofClass]);
    expect(some.effectsOf('panthenol', [])).toEqual([own, both]);
    expect(some.effectsOf('glycerin', ['glycerin'])).toEqual([]);
  });

  it.each([
    ['A', 'TEXTURE', true],
    ['B', 'TEXTURE', true],
    ['C', 'TEXTURE', false],
    ['A', null, false],
  ] as const)('graded %s on %s prove it: %s', (grade, concern, proven) => {
    expect(but({ efficacy: [row({ grade, concern })] }).provenFor('panthenol', 'panthenol')).toBe(proven);
  });
});
