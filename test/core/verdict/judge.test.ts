import type { Formula } from '../../../src/core/formula.js';
import { Knowledge, type Tag } from '../../../src/core/knowledge.js';
import { assess, consult, type Question } from '../../../src/core/pair.js';
import { readFormula } from '../../../src/core/tagging/read-formula.js';
import { listVerdict } from '../../../src/core/verdict/judge.js';
import type { Reason } from '../../../src/core/verdict/reason.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { CALM_SKIN, formula, HOUR, judged, knowledge, read } from '../../support/world.js';

const because = (product: Formula, question: Question): Pick<Reason, 'code' | 'rule' | 'untilHour'>[] =>
  judged(product, question).reasons.map(({ code, rule, untilHour }) => ({ code, rule, untilHour }));
const night = formula('Night', 'Aqua, Glycerin, Retinol, Niacinamide, Phenoxyethanol');

describe('a product with retinol after 1.0 mm', () => {
  it('is left out while its hold runs, asked to be chosen by a professional after it, and then fits', () => {
    expect([167.9, 168, 335.9, 336].map((hour) => judged(night, HOUR(hour)).verdict)).toEqual([
      'AVOID',
      'CAUTION',
      'CAUTION',
      'IDEAL',
    ]);
  });

  it('says by which class, until when, and from when the whole product fits', () => {
    expect(because(night, HOUR(100))).toEqual([{ code: 'HOLD', rule: 'retinol.hold', untilHour: 168 }]);
    expect(judged(night, HOUR(100)).usableFromHour).toBe(336);
    expect(because(night, HOUR(168))).toEqual([{ code: 'CAUTIOUS', rule: 'retinol.caution', untilHour: 336 }]);
  });

  it('is stopped before the session, for as many hours as its class states, with no hour after it', () => {
    expect(judged(night, HOUR(-120)).reasons).toMatchObject([
      { code: 'STOP', rule: 'retinol.stop', detail: '120', untilHour: undefined },
    ]);
    expect(judged(night, HOUR(-121)).verdict).toBe('SUITABLE');
  });

  it('is held, and no longer stopped, from the last pass on', () => {
    expect(because(night, HOUR(0))[0]).toEqual({ code: 'HOLD', rule: 'retinol.hold', untilHour: 168 });
    expect(because(night, HOUR(-1))[0]).toEqual({ code: 'STOP', rule: 'retinol.stop', untilHour: undefined });
  });
});

describe('the reasons of a product that is left out', () => {
  it('are told strictest first, and of equals what lasts longest first', () => {
    const many = formula('Many', 'Aqua, Platelet Lysate, Retinol, Xqzzk Vorp, Kojic Acid, Tretinoin');
    const reasons = because(many, HOUR(100));
    expect(reasons).toEqual([
      { code: 'HOLD', rule: 'platelet.hold', untilHour: undefined },
      { code: 'HOLD', rule: 'retinoid_rx.hold', untilHour: 240 },
      { code: 'HOLD', rule: 'retinol.hold', untilHour: 168 },
      { code: 'HOLD', rule: 'kojic.hold', untilHour: 168 },
      { code: 'UNREAD', rule: 'unread.unread', untilHour: 168 },
    ]);
  });

  it('name each rule once for a name that is printed twice', () => {
    expect(because(formula('Twice', 'Aqua, Retinol, Glycerin, Retinol'), HOUR(100))).toHaveLength(1);
  });

  it('name each of the names to which one rule applies', () => {
    const acids = formula('Acids', 'Aqua, Glycolic Acid, Lactic Acid');
    const told = judged(acids, HOUR(100)).reasons.map(({ rule, printed }) => [rule, printed]);
    expect(told).toEqual([
      ['aha.hold', 'Glycolic Acid'],
      ['aha.hold', 'Lactic Acid'],
    ]);
  });

  it('call no stop what asks for caution before a session as at any time', () => {
    expect(because(formula('Oil', 'Aqua, Lavandula Angustifolia Oil'), HOUR(-2000))).toEqual([
      { code: 'CAUTIOUS', rule: 'essential_oil.caution', untilHour: undefined },
    ]);
  });

  it('name the list of a kit that holds the name, and the same name of another list again', () => {
    const cream = (name: string): string => `${name} Cream: Aqua, Retinol, Glycerin.`;
    const kit = formula('Kit', ['Day', 'Night', 'Eye'].map(cream).join(' '));
    expect(judged(kit, HOUR(100)).reasons.map(({ rule, list }) => [rule, list])).toEqual([
      ['retinol.hold', undefined],
      ['retinol.hold', 1],
      ['retinol.hold', 2],
    ]);
  });

  it('say that the kind of product decides, where no ingredient does', () => {
    const powder = formula('Powder', 'Glycerin, Allantoin', { category: 'MAKEUP' });
    expect(because(powder, HOUR(30))[0]).toEqual({ code: 'FORM', rule: 'makeup_generic.hold', untilHour: 48 });
    const other = formula('Thing', 'Aqua, Glycerin', { category: 'OTHER' });
    expect(because(other, HOUR(2000))).toEqual([{ code: 'FORM', rule: 'other_kind.caution', untilHour: undefined }]);
    const [first] = judged(powder, HOUR(30)).reasons;
    expect(first?.detail).toBe(knowledge.forms.find(({ tag }) => tag === 'makeup_generic')?.because);
    expect([first?.printed, first?.ingredient]).toEqual([undefined, undefined]);
  });

  it('give no hours while redness persists, for nobody can foretell them', () => {
    const red = HOUR(100, { ...CALM_SKIN, symptoms: ['PERSISTENT_REDNESS'] });
    expect(because(night, red)).toEqual([{ code: 'HOLD', rule: 'retinol.hold', untilHour: undefined }]);
    expect(judged(night, red).usableFromHour).toBeUndefined();
  });

  it('give no hour where a hold never ends', () => {
    const drug = formula('Drug', 'Aqua, Platelet Lysate');
    const { reasons, usableFromHour } = judged(drug, HOUR(5000));
    expect([reasons[0]?.code, reasons[0]?.untilHour, usableFromHour]).toEqual(['HOLD', undefined, undefined]);
    expect(because(drug, HOUR(-2000))[0]?.code).toBe('HOLD');
  });
});

describe('the first six hours', () => {
  const plain = formula('Plain', 'Aqua, Glycerin, Allantoin');

  it('allow nothing better than caution, and end at their hour', () => {
    expect(because(plain, HOUR(5.9))).toEqual([{ code: 'FIRST_HOURS', rule: 'first-hours', untilHour: 6 }]);
    const [first] = judged(plain, HOUR(5.9)).reasons;
    expect([first?.sources, first?.policy]).toEqual([[], knowledge.policy('first-hours')]);
    expect([-1, 0, 5.9, 6].map((hour) => judged(plain, HOUR(hour)).verdict)).toEqual([
      'SUITABLE',
      'CAUTION',
      'CAUTION',
      'SUITABLE',
    ]);
  });
});

describe('a list', () => {
  const missing = formula('Dew', '');
  const cut = formula('Dew', 'Aqua, Glycerin, Panthenol…');

  it('that is missing can be verified at no hour', () => {
    for (const hour of [-1000, 100, 5000]) {
      expect(judged(missing, HOUR(hour))).toMatchObject({ verdict: 'UNVERIFIED', usableFromHour: undefined });
      expect(because(missing, HOUR(hour))).toEqual([{ code: 'NO_LIST', rule: 'list.missing', untilHour: undefined }]);
    }
  });

  it('that is incomplete is unverified until reintroduction ends, and asks for caution for ever', () => {
    expect(read(cut).state).toBe('INCOMPLETE');
    expect(because(cut, HOUR(100))).toEqual([{ code: 'INCOMPLETE_LIST', rule: 'list.incomplete', untilHour: 336 }]);
    expect([-1000, 335.9, 336, 5000].map((hour) => judged(cut, HOUR(hour)).verdict)).toEqual([
      'CAUTION',
      'UNVERIFIED',
      'CAUTION',
      'CAUTION',
    ]);
  });

  it('is judged by itself as in its product', () => {
    const verdictAt = (product: Formula, hour: number): string => {
      const { moment, avoid } = consult(knowledge, HOUR(hour));
      return listVerdict(read(product).state, moment, avoid);
    };
    const whole = formula('Night', 'Aqua, Retinol');
    expect([-1000, 100, 5000].map((hour) => verdictAt(whole, hour))).toEqual(['SUITABLE', 'SUITABLE', 'SUITABLE']);
    for (const product of [missing, cut])
      for (const hour of [-1000, 335.9, 336, 5000])
        expect(verdictAt(product, hour)).toBe(judged(product, HOUR(hour)).verdict);
  });

  it('that is incomplete stays unverified for whoever avoids something', () => {
    const avoiding = { ...CALM_SKIN, avoid: ['retinoids'] };
    for (const hour of [-1000, 5000]) expect(judged(cut, HOUR(hour, avoiding)).verdict).toBe('UNVERIFIED');
  });

  it('that is missing does not hide what the pack names', () => {
    const named = formula('Retinol Serum', '');
    expect(judged(named, HOUR(100)).reasons[0]).toMatchObject({
      code: 'HOLD',
      rule: 'retinol.hold',
      printed: 'Retinol',
      detail: 'MENTIONED',
    });
  });
});

describe('a practitioner’s matter', () => {
  it('makes every product AVOID, for that reason alone', () => {
    const pus = HOUR(2000, { ...CALM_SKIN, symptoms: ['PUS'] });
    expect(judged(formula('Plain', 'Aqua'), pus)).toMatchObject({ verdict: 'AVOID', usableFromHour: undefined });
    expect(because(night, pus).map(({ code }) => code)).toEqual(['REFERRAL']);
  });
});

describe('a product that fits', () => {
  it('says what speaks for it', () => {
    const dew = formula('Dew', 'Aqua, Glycerin, Panthenol');
    expect(because(dew, HOUR(100))).toMatchObject([
      { code: 'BENEFIT', rule: 'glycerin.benefit' },
      { code: 'BENEFIT', rule: 'panthenol.benefit' },
    ]);
  });

  it('says what to know, by the name that is printed or by that of its class', () => {
    const scented = formula('Dew', 'Aqua, Glycerin, Panthenol, Parfum');
    expect(judged(scented, HOUR(2000)).reasons).toMatchObject([
      { code: 'NOTICE', rule: 'fragrance.notice', detail: 'FRAGRANCE', printed: 'Parfum' },
    ]);
    const claimed = formula('Exosome Serum', 'Aqua, Glycerin, Panthenol');
    expect(judged(claimed, HOUR(2000)).reasons).toMatchObject([
      { code: 'NOTICE', rule: 'exosome.notice', detail: 'MARKET', printed: 'Exosomes' },
    ]);
  });

  describe('by a clinic’s protocol', () => {
    const shorter = (id: string): Knowledge => {
      const data = loadKnowledge();
      const holdHours = { shallow: 24, deep: 24 };
      const tags = data.tags.map((tag) =>
        tag.id === id
          ? { ...tag, holdHours, cells: { ...tag.cells, EARLY_RECOVERY: 'K', LATE_RECOVERY: 'K' }, before: tag }
          : tag,
      ) as readonly Tag[]; // cells of a literal, which the compiler widens to string
      return new Knowledge({ ...data, tags });
    };
    const toldBy = (clinic: Knowledge, product: Formula, hour: number): object[] =>
      assess(clinic, readFormula(clinic, product), consult(clinic, HOUR(hour))).reasons.map(
        ({ code, rule, detail, printed }) => ({ code, rule, detail, printed }),
      );

    it('says so while it would wait otherwise, and no longer', () => {
      const clinic = shorter('niacinamide_hi');
      const product = formula('Niacinamide 10%', 'Aqua, Niacinamide, Glycerin, Allantoin');
      const said = { code: 'NOTICE', rule: 'niacinamide_hi.protocol', detail: 'PROTOCOL', printed: 'Niacinamide' };
      expect(judged(product, HOUR(100)).verdict).toBe('AVOID');
      expect(toldBy(clinic, product, 100)).toEqual([said]);
      expect(toldBy(clinic, product, 2000)).not.toContainEqual(said);
    });

    it('says so by the name of its kind where no ingredient is meant', () => {
      const blush = formula('Blush', 'Glycerin, Allantoin', { category: 'MAKEUP' });
      expect(toldBy(shorter('makeup_generic'), blush, 30)).toEqual([
        {
          code: 'NOTICE',
          rule: 'makeup_generic.protocol',
          detail: 'PROTOCOL',
          printed: knowledge.tag('makeup_generic').name,
        },
      ]);
    });
  });
});
