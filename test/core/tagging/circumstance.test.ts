import type { Formula } from '../../../src/core/formula.js';
import type { Circumstance, Ingredient } from '../../../src/core/knowledge.js';
import {
  freeFraction,
  holds,
  type Neighbour,
  type Scenery,
  type Subject,
} from '../../../src/core/tagging/circumstance.js';
import type { Place } from '../../../src/core/tagging/order.js';
import { formula } from '../../support/world.js';

const NO_TAGS: Ingredient['tags'] = [];
const named = (id: string, inci = id, rest: Partial<Ingredient> = {}): Ingredient => ({
  id,
  inci,
  aliases: [],
  tags: NO_TAGS,
  ...rest,
});

/** Third in a list whose order means something, and above its line. */
function at(position = 3, rest: Partial<Place> = {}): Place {
  return {
    position,
    orderMeans: true,
    positionMeans: true,
    line: 'ABOVE',
    looseLine: 'ABOVE',
    minShare: 0,
    maxShare: 1 / position,
    likelyMaxShare: 1 / position,
    declared: false,
    ...rest,
  };
}

const SUBJECT: Subject = { ingredient: named('lactic-acid', 'Lactic Acid', { pKa: 3.86 }), place: at(3) };

interface Pack extends Partial<Formula> {
  readonly says?: readonly string[];
  readonly rinsed?: boolean;
  readonly beside?: readonly Neighbour[];
}

function scenery({ says = [], rinsed = false, beside = [], ...rest }: Pack = {}): Scenery {
  return { formula: formula('Dew', '', rest), said: new Set(says), rinsedOff: rinsed, neighbours: beside };
}

const of = (when: Circumstance | undefined, subject: Partial<Subject> = {}, pack: Pack = {}): boolean =>
  holds(when, { ...SUBJECT, ...subject }, scenery(pack));
const BY_FORM: Subject = { ingredient: undefined, place: undefined };

describe('a circumstance holds', () => {
  it('where nothing is asked', () => {
    expect(of(undefined)).toBe(true);
    expect(of({})).toBe(true);
  });

  it('on its side of the line only', () => {
    const below = at(9, { line: 'BELOW', looseLine: 'BELOW' });
    const looselyBelow = at(9, { looseLine: 'BELOW' });
    expect([of({ line: 'ABOVE' }), of({ line: 'BELOW' })]).toEqual([true, false]);
    expect([of({ line: 'ABOVE' }, { place: below }), of({ line: 'BELOW' }, { place: below })]).toEqual([false, true]);
    expect([of({ looseLine: 'BELOW' }), of({ looseLine: 'BELOW' }, { place: looselyBelow })]).toEqual([false, true]);
    expect(of({ line: 'BELOW' }, { place: looselyBelow })).toBe(false);
  });

  it('from and up to the position that it names', () => {
    expect([2, 3, 4].map((positionAtMost) => of({ positionAtMost }))).toEqual([false, true, true]);
    expect([2, 3, 4].map((positionAtLeast) => of({ positionAtLeast }))).toEqual([true, true, false]);
  });

  it('as for the first name where positions are those of an alphabet, and for what the kind of product brings', () => {
    const alphabetical = at(20, { positionMeans: false, line: 'BELOW' });
    for (const subject of [{ place: alphabetical }, BY_FORM]) {
      expect(of({ line: 'ABOVE', looseLine: 'ABOVE', positionAtMost: 1 }, subject)).toBe(true);
      expect(of({ positionAtLeast: 2 }, subject)).toBe(false);
    }
  });

  it('as for the last name where a class counts as below the line in a Drug Facts list, and only there', () => {
    const subject = { belowInDrugFacts: true, place: at(1) };
    expect(of({ line: 'BELOW', looseLine: 'BELOW', positionAtLeast: 99 }, subject, { drugFacts: true })).toBe(true);
    expect(of({ line: 'BELOW' }, subject)).toBe(false);
    expect(of({ line: 'BELOW' }, { place: at(1) }, { drugFacts: true })).toBe(false);
  });

  it('for the categories that it names', () => {
    expect(of({ category: ['SERUM', 'TONER'] })).toBe(true);
    expect(of({ category: ['TONER'] })).toBe(false);
  });

  it('for what is rinsed off, or for what stays', () => {
    expect([of({ rinseOff: true }), of({ rinseOff: false })]).toEqual([false, true]);
    expect([of({ rinseOff: true }, {}, { rinsed: true }), of({ rinseOff: false }, {}, { rinsed: true })]).toEqual([
      true,
      false,
    ]);
  });

  it('for what states an SPF, or states none', () => {
    expect(of({ spf: true }, {}, { spf: 30 })).toBe(true);
    for (const spf of [null, undefined]) {
      expect([of({ spf: true }, {}, { spf }), of({ spf: false }, {}, { spf })]).toEqual([false, true]);
    }
  });

  it('for what has a Drug Facts panel, or has none', () => {
    expect([of({ drugFacts: true }), of({ drugFacts: false })]).toEqual([false, true]);
    expect(of({ drugFacts: true }, {}, { drugFacts: true })).toBe(true);
    expect(of({ drugFacts: false }, {}, { drugFacts: null })).toBe(true);
  });

  it('where the pack says one of the things that it names', () => {
    expect(of({ says: ['PEEL', 'NIGHT'] }, {}, { says: ['NIGHT'] })).toBe(true);
    expect(of({ says: ['PEEL'] }, {}, { says: ['NIGHT'] })).toBe(false);
  });

  it('for what the kind of product brings, or for what the list holds', () => {
    expect([of({ byForm: true }), of({ byForm: false })]).toEqual([false, true]);
    expect([of({ byForm: true }, BY_FORM), of({ byForm: false }, BY_FORM)]).toEqual([true, false]);
    expect(of({ byForm: true }, { place: undefined })).toBe(false);
    expect(of({ byForm: true }, { ingredient: undefined })).toBe(false);
  });

  it('for the ingredients that it names', () => {
    expect(of({ ingredients: ['lactic-acid'] })).toBe(true);
    expect(of({ ingredients: ['glycolic-acid'] })).toBe(false);
    expect(of({ ingredients: ['lactic-acid'] }, BY_FORM)).toBe(false);
  });

  it('for names that hold one of its words whole', () => {
    expect(of({ words: ['lactic', 'leaf'] })).toBe(true);
    expect(of({ words: ['lact'] })).toBe(false);
    expect(of({ words: ['lactic'] }, BY_FORM)).toBe(false);
  });

  it('where one of several does, and where another does not', () => {
    expect(of({ any: [{ category: ['TONER'] }, { positionAtMost: 3 }] })).toBe(true);
    expect(of({ any: [{ category: ['TONER'] }, { positionAtMost: 2 }] })).toBe(false);
    expect(of({ not: { category: ['TONER'] } })).toBe(true);
    expect(of({ not: { category: ['SERUM'] } })).toBe(false);
  });

  it('only where all of its parts do', () => {
    expect(of({ category: ['SERUM'], positionAtMost: 3 })).toBe(true);
    expect(of({ category: ['SERUM'], positionAtMost: 2 })).toBe(false);
  });
});

describe('an amount', () => {
  it('that is declared is held against both bounds; one that nobody declared is within neither', () => {
    expect([0.02, 0.05, 0.1].map((declaredShare) => of({ declaredAtLeast: 0.05 }, { declaredShare }))).toEqual([
      false,
      true,
      true,
    ]);
    expect([0.02, 0.05, 0.1].map((declaredShare) => of({ declaredAtMost: 0.05 }, { declaredShare }))).toEqual([
      true,
      true,
      false,
    ]);
    expect([of({ declaredAtLeast: 0 }), of({ declaredAtMost: 1 })]).toEqual([false, false]);
  });

  it('may exceed a share by what is declared, else by its place, else surely', () => {
    const mayExceed = (shareMayExceed: number, subject: Partial<Subject> = {}): boolean =>
      of({ shareMayExceed }, subject);
    expect([mayExceed(0.3), mayExceed(0.34)]).toEqual([true, false]);
    expect(mayExceed(0.3, { declaredShare: 0.3 })).toBe(false);
    expect(mayExceed(0.3, { declaredShare: 0.31 })).toBe(true);
    expect([mayExceed(0.99, { place: undefined }), mayExceed(1, { place: undefined })]).toEqual([true, false]);
  });

  it('of acid counts as far as it is free at the stated pH', () => {
    const free = (declaredShare: number | undefined, ph?: number | null): boolean =>
      of({ freeAcidAtLeast: 0.05 }, { declaredShare }, { ph });
    expect([free(0.1, 3.86), free(0.09, 3.86)]).toEqual([true, false]);
    expect([free(0.1, 5.5), free(0.1, 3)]).toEqual([false, true]);
    expect([free(0.05), free(0.05, null), free(0.04)]).toEqual([true, true, false]);
    expect(free(undefined, 3)).toBe(false);
    expect(of({ freeAcidAtLeast: 0.05 }, { declaredShare: 0.05, ingredient: undefined }, { ph: 7 })).toBe(true);
  });
});

describe('the free part of an acid', () => {
  it('is half at its constant, a tenth of a tenth two steps above, and all where pH or constant is unknown', () => {
    expect(freeFraction(3.86, 3.86)).toBe(0.5);
    expect(freeFraction(3.86, 5.86)).toBeCloseTo(1 / 101);
    expect(freeFraction(3.86, 1.86)).toBeCloseTo(100 / 101);
    expect([freeFraction(undefined, 5), freeFraction(3.86, null), freeFraction(3.86, undefined)]).toEqual([1, 1, 1]);
  });
});

describe('a neighbour', () => {
  const ceramide = (place: Place, when?: Circumstance): Neighbour => ({
    ingredient: named('ceramide-np', 'Ceramide NP', { tags: [{ tag: 'ceramides', when }] }),
    place,
  });
  const BELOW = at(9, { line: 'BELOW' });
  const beside = (when: Circumstance, ...others: Neighbour[]): boolean => of(when, {}, { beside: others });
  const CERAMIDES: Circumstance = { besideTags: ['ceramides'] };

  it('of a class counts wherever it stands, or only above the line', () => {
    expect([beside(CERAMIDES), beside(CERAMIDES, ceramide(at(1))), beside(CERAMIDES, ceramide(BELOW))]).toEqual([
      false,
      true,
      true,
    ]);
    const above: Circumstance = { besideTagsAboveLine: ['ceramides'] };
    expect([beside(above), beside(above, ceramide(at(1))), beside(above, ceramide(BELOW))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(beside({ besideTagsAboveLine: ['aha'] }, ceramide(at(1)))).toBe(false);
  });

  it('of another class does not count, nor does the name itself', () => {
    expect(beside({ besideTags: ['aha'] }, ceramide(at(1)))).toBe(false);
    const both = named('both', 'Both', { tags: [{ tag: 'aha' }, { tag: 'ceramides' }] });
    expect(beside(CERAMIDES, { ingredient: both, place: at(1) })).toBe(true);
    const itself = { ...ceramide(at(1)) };
    expect(of(CERAMIDES, { ingredient: itself.ingredient }, { beside: [itself] })).toBe(false);
  });

  it('counts only where its class holds in its own place', () => {
    const high: Circumstance = { positionAtMost: 5 };
    expect(beside(CERAMIDES, ceramide(at(5), high))).toBe(true);
    expect(beside(CERAMIDES, ceramide(at(6), high))).toBe(false);
  });

  it.each<Circumstance>([
    { besideTags: ['aha'] },
    { besideTagsAboveLine: ['aha'] },
    { besideInFirst: { ingredients: ['aqua'], positions: 3 } },
    { notBesideInFirst: { ingredients: ['aqua'], positions: 3 } },
    { not: { besideTags: ['aha'] } },
    { not: { besideTagsAboveLine: ['aha'] } },
    { not: { besideInFirst: { ingredients: ['aqua'], positions: 3 } } },
    { any: [{ positionAtMost: 3 }, { besideTags: ['aha'] }] },
  ])('whose class hangs on its own neighbours by %j does not count', (when) => {
    expect(beside(CERAMIDES, ceramide(at(1), when))).toBe(false);
    expect(beside(CERAMIDES, ceramide(at(1), { any: [{ positionAtMost: 3 }] }))).toBe(true);
  });

  describe('among the first names', () => {
    const water = (place: Place): Neighbour => ({ ingredient: named('aqua'), place });
    const FIRST = { ingredients: ['aqua'], positions: 3 };
    const alphabetical = at(20, { positionMeans: false });

    it('is asked for by its position, and may stand there in an alphabetical list', () => {
      const when: Circumstance = { besideInFirst: FIRST };
      expect([1, 2, 3, 4].map((position) => beside(when, water(at(position))))).toEqual([true, true, true, false]);
      expect(beside(when, water(alphabetical))).toBe(true);
      expect([beside(when), beside(when, ceramide(at(1)))]).toEqual([false, false]);
    });

    it('is ruled out only where it surely stands there, which an alphabetical list cannot show', () => {
      const when: Circumstance = { notBesideInFirst: FIRST };
      expect([1, 2, 3, 4].map((position) => beside(when, water(at(position))))).toEqual([false, false, false, true]);
      expect(beside(when, water(alphabetical))).toBe(true);
      expect([beside(when), beside(when, ceramide(at(1)))]).toEqual([true, true]);
    });
  });
});
