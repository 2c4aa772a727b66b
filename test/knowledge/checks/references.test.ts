import { references } from '../../../src/knowledge/checks/references.js';
import { efficacy, faultsOf, ingredient, POLICY, tag } from '../build.js';

describe(references.name, () => {
  it('is a fault wherever an entry names what does not exist', () => {
    const faults = faultsOf(references, {
      tags: [
        tag({
          id: 'aha',
          notice: 'MISSPELT',
          sources: ['F99'],
          otherViews: ['F98, F97: seven days'],
          readsAs: { tag: 'gone', when: { says: ['NOBODY'] }, because: 'For a test.' },
          also: ['nowhere'],
          cases: [
            {
              because: 'For a test.',
              cells: 'K K K K K',
              when: {
                not: { any: [{ says: ['NOBODY'] }, { ingredients: ['no-such-acid'], besideTags: ['no_such_class'] }] },
              },
            },
          ],
        }),
      ],
      ingredients: [ingredient({ id: 'urea', tags: ['unheard_of'] })],
      forms: [{ id: 'some-form', tag: 'unheard_of', when: { rinseOff: true }, because: 'For a test.' }],
      avoidGroups: [{ id: 'acids', names: ['acids'], tags: ['unheard_of'], ingredients: ['unknown'] }],
      efficacy: [efficacy({ id: 'texture-001', subject: { tags: ['unheard_of'], ingredients: ['unknown'] } })],
      marketLimits: [
        {
          id: 'eu-unknown',
          market: 'EU',
          subject: { tags: ['unheard_of'], ingredients: ['unknown'] },
          when: { says: ['NOBODY'] },
          banned: true,
          since: '2026',
          sources: ['F99'],
        },
      ],
      interactions: [
        {
          id: 'interaction-001',
          a: { tags: ['unheard_of'] },
          b: { ingredients: ['unknown'] },
          type: 'WARN',
          phases: ['REMODELLING'],
          because: 'For a test.',
          sources: [],
          policy: POLICY,
        },
      ],
    });
    expect(faults.map((line) => line.replace(/, which does not exist.*/, ''))).toEqual([
      'tags/some.json › aha › notice: names the notice "MISSPELT"',
      'tags/some.json › aha › readsAs, tag: names the class "gone"',
      'tags/some.json › aha › also: names the class "nowhere"',
      'tags/some.json › aha › otherViews: names the source "F98"',
      'tags/some.json › aha › otherViews: names the source "F97"',
      'ingredients/some.json › urea › tags: names the class "unheard_of"',
      'forms.json › some-form › tag: names the class "unheard_of"',
      'avoidGroups.json › acids › tags: names the class "unheard_of"',
      'avoidGroups.json › acids › ingredients: names the ingredient "unknown"',
      'efficacy.json › texture-001 › subject, tags: names the class "unheard_of"',
      'efficacy.json › texture-001 › subject, ingredients: names the ingredient "unknown"',
      'interactions.json › interaction-001 › a, tags: names the class "unheard_of"',
      'interactions.json › interaction-001 › b, ingredients: names the ingredient "unknown"',
      'marketLimits.json › eu-unknown › subject, tags: names the class "unheard_of"',
      'marketLimits.json › eu-unknown › subject, ingredients: names the ingredient "unknown"',
      'tags/some.json › aha › sources: names the source "F99"',
      'marketLimits.json › eu-unknown › sources: names the source "F99"',
      'tags/some.json › aha › readsAs, when: names the claim "NOBODY"',
      'tags/some.json › aha › cases 1, when: names the claim "NOBODY"',
      'tags/some.json › aha › cases 1, when: names the ingredient "no-such-acid"',
      'tags/some.json › aha › cases 1, when: names the class "no_such_class"',
      'marketLimits.json › eu-unknown › when: names the claim "NOBODY"',
    ]);
  });

  it('is none where each is there', () => {
    const source = { id: 'F26', kind: 'STUDY', title: 'For a test.' } as const;
    expect(
      faultsOf(references, {
        sources: [source],
        tags: [tag({ id: 'base', sources: ['F26'], otherViews: ['F26: seven days', 'another view'] })],
        ingredients: [ingredient({ id: 'urea', tags: ['base'] })],
        efficacy: [efficacy({ id: 'texture-001', subject: { ingredients: ['urea'] } })],
      }),
    ).toEqual([]);
  });

  it('is a fault that names the successor where what is named was retired', () => {
    const retired = [
      { kind: 'class', id: 'old', successor: 'base', on: '2026-11-24', because: 'For a test.' },
      { kind: 'ingredient', id: 'older', successor: null, on: '2026-11-25', because: 'For a test.' },
    ] as const;
    const faults = faultsOf(references, {
      tags: [tag({ id: 'base' })],
      ingredients: [ingredient({ id: 'urea', tags: ['old'] })],
      avoidGroups: [{ id: 'some', names: ['some'], tags: [], ingredients: ['older'] }],
      retired,
    });
    expect(faults).toEqual([
      'ingredients/some.json › urea › tags: names the class "old", which was retired on 2026-11-24. Name "base".',
      'avoidGroups.json › some › ingredients: names the ingredient "older", which was retired on 2026-11-25. Name another.',
    ]);
  });
});
