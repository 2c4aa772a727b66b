import { sentence } from '../../../src/core/ranking/sentences.js';
import type { Reason } from '../../../src/core/verdict/reason.js';
import { REASON_CODE } from '../../../src/core/vocabulary.js';
import { promisesIn } from '../../../src/knowledge/checks/wording.js';
import { knowledge } from '../../support/world.js';

type Facts = Partial<Omit<Reason, 'code'>>;
const told = (code: Reason['code'], facts: Facts = {}): string =>
  sentence(knowledge, { code, rule: 'some.rule', sources: [], ...facts });

const RETINOL: Facts = { tag: 'retinol', printed: 'Retinol 0.3%' };
const LIMIT = {
  id: 'eu-retinol-face',
  market: 'EU',
  subject: { tags: ['retinol'] },
  limitShare: 0.003,
  since: '2025-11-01',
  sources: [],
} as const;

const SENTENCES: readonly (readonly [Reason['code'], Facts, string])[] = [
  ['HOLD', { ...RETINOL, untilHour: 168 }, 'Retinol 0.3% (Retinol) waits until hour 168.'],
  ['HOLD', { tag: 'retinol', printed: 'Retinol', untilHour: 168 }, 'Retinol waits until hour 168.'],
  ['HOLD', { tag: 'retinol', untilHour: 168 }, 'Retinol waits until hour 168.'],
  ['HOLD', { printed: 'Something', untilHour: 168 }, 'Something waits until hour 168.'],
  ['HOLD', { untilHour: 168.04, ...RETINOL }, 'Retinol 0.3% (Retinol) waits until hour 168.'],
  ['HOLD', { untilHour: 168.06, ...RETINOL }, 'Retinol 0.3% (Retinol) waits until hour 168.1.'],
  [
    'HOLD',
    { ...RETINOL, detail: 'MENTIONED', untilHour: 168 },
    'Retinol 0.3% (Retinol), named on the pack, waits until hour 168.',
  ],
  [
    'HOLD',
    { tag: 'retinol', printed: 'Retinol', detail: 'MENTIONED', untilHour: 168 },
    'Retinol, named on the pack, waits until hour 168.',
  ],
  [
    'HOLD',
    { tag: 'platelet', printed: 'Platelet Lysate' },
    'Platelet Lysate (Platelet preparations) has no place in aftercare; a practitioner decides.',
  ],
  ['HOLD', { ...RETINOL, untilHour: 168, list: 1 }, 'In list 2: Retinol 0.3% (Retinol) waits until hour 168.'],
  ['HOLD', { ...RETINOL, untilHour: 168, list: 0 }, 'In list 1: Retinol 0.3% (Retinol) waits until hour 168.'],
  ['STOP', { ...RETINOL, detail: '120' }, 'Retinol 0.3% (Retinol) stops 120 hours before the treatment.'],
  [
    'CAUTIOUS',
    { ...RETINOL, untilHour: 336 },
    'Retinol 0.3% (Retinol) is for a professional to choose until hour 336.',
  ],
  ['CAUTIOUS', RETINOL, 'Retinol 0.3% (Retinol) is for a professional to choose.'],
  [
    'UNREAD',
    { printed: 'Xqzzk', untilHour: 168 },
    '“Xqzzk” is not a name we can place, so nobody can say that it fits before hour 168.',
  ],
  ['UNREAD', { printed: 'Xqzzk' }, '“Xqzzk” is not a name we can place, so nobody can say that it fits.'],
  ['INCOMPLETE_LIST', {}, 'The ingredient list is incomplete, so it cannot be checked. Ask for the whole list.'],
  ['NO_LIST', {}, 'There is no ingredient list, so it cannot be checked. Ask for the list on the pack.'],
  ['NOT_FOUND', {}, 'No product answers to this reference, so nothing can be said about it.'],
  ['AVOIDED', { rule: 'avoid', printed: 'Cocos Nucifera Oil' }, 'Cocos Nucifera Oil is among what you avoid.'],
  [
    'AVOIDED',
    { rule: 'avoid.not-understood', printed: 'xqzzk' },
    '“xqzzk” was not understood as something to avoid, so no product was checked for it.',
  ],
  ['FORM', { tag: 'makeup_generic', untilHour: 48 }, 'Make-up: waits until hour 48.'],
  ['FORM', { tag: 'other_kind' }, 'Products of another kind: for a professional to choose.'],
  ['FIRST_HOURS', { untilHour: 6 }, 'Leave the skin alone, or use what the clinic gave you, until hour 6.'],
  ['REFERRAL', { detail: 'Please call your practitioner today.' }, 'Please call your practitioner today.'],
  ['BENEFIT', { tag: 'panthenol', printed: 'Panthenol' }, `Panthenol: ${knowledge.tag('panthenol').summary}`],
  ['NOTICE', { tag: 'fragrance', detail: 'FRAGRANCE' }, knowledge.notice('FRAGRANCE').summary],
  [
    'NOTICE',
    { ...RETINOL, detail: 'PROTOCOL' },
    "Retinol 0.3% (Retinol) may be used earlier by the clinic's protocol.",
  ],
  [
    'NOTICE',
    { printed: 'Hydroquinone', detail: 'MARKET', market: { limit: { ...LIMIT, banned: true } } },
    'Hydroquinone is not allowed in such a product in the EU.',
  ],
  [
    'NOTICE',
    { printed: 'Retinol', detail: 'MARKET', market: { limit: LIMIT, share: 0.0035 } },
    'Retinol at 0.35 % is above the 0.3 % that the EU allows in such a product.',
  ],
];

describe('a reason is told', () => {
  it.each(SENTENCES)('as %s of %j: %s', (code, facts, expected) => {
    expect(told(code, facts)).toBe(expected);
  });

  it('whatever its kind', () => {
    expect(new Set(SENTENCES.map(([code]) => code))).toEqual(new Set(Object.keys(REASON_CODE)));
  });

  it('in the language of cosmetics, whatever class or notice it names', () => {
    const facts = { printed: 'Some Name', untilHour: 168 };
    const all = [
      ...SENTENCES.map(([code, given]) => told(code, given)),
      ...knowledge.tags.flatMap(({ id: tag }) =>
        (['HOLD', 'STOP', 'CAUTIOUS', 'FORM', 'BENEFIT'] as const).map((code) => told(code, { ...facts, tag })),
      ),
    ];
    expect(all.flatMap(promisesIn)).toEqual([]);
    for (const one of all) expect(one).toMatch(/^\S.*\.$/);
  });
});
