import { wording } from '../../../src/knowledge/checks/wording.js';
import { efficacy, faultsOf, POLICY, tag } from '../build.js';

const says = (summary: string) => faultsOf(wording, { tags: [tag({ id: 'aha', summary })] });

describe(wording.name, () => {
  it.each(['It is safe.', 'It heals.', 'Treats scars.', 'A cure!', 'Skin is healing.', 'Safely used.'])(
    'is a fault in “%s”',
    (text) => {
      expect(says(text)).toEqual([expect.stringContaining('aha › summary: says "')]);
    },
  );

  it.each(['After the treatment.', 'A secure, unsafely-named curette.', 'Health of the treated area.'])(
    'is none in “%s”',
    (text) => {
      expect(says(text)).toEqual([]);
    },
  );

  it('reads every text that an answer may show', () => {
    const bad = 'This heals.';
    const rule = { urgency: 'ROUTINE', sources: [], policy: POLICY } as const;
    const faults = faultsOf(wording, {
      tags: [
        tag({
          id: 'aha',
          name: bad,
          readsAs: { tag: 'bha', when: { rinseOff: true }, because: bad },
          otherViews: [bad],
          cases: [{ when: { rinseOff: true }, because: bad, cells: 'K K K K K' }],
        }),
      ],
      efficacy: [efficacy({ id: 'texture-001', note: bad, policy: { ...POLICY, because: bad } })],
      conditions: [{ id: 'PREGNANT', effect: 'REFER', message: bad, ...rule }],
      symptoms: [{ id: 'PUS', message: bad, ...rule }],
      notices: [{ code: 'SHADE', summary: bad, detail: bad, indicator: 'INFO', sources: [], policy: POLICY }],
      forms: [{ id: 'make-up', tag: 'makeup', when: { category: ['MAKEUP'] }, because: bad }],
      policies: [{ id: 'avoid', because: bad, reviewedOn: POLICY.reviewedOn }],
    });
    expect(faults.map((line) => line.replace(/: says.*/, '').replace(/^\S+ › /, ''))).toEqual([
      'aha › name',
      'aha › otherViews',
      'aha › readsAs, because',
      'aha › cases 1, because',
      'PREGNANT › message',
      'PUS › message',
      'SHADE › summary',
      'SHADE › detail',
      'make-up › because',
      'avoid › because',
      'texture-001 › note',
      'texture-001 › policy, because',
    ]);
  });
});
