import { avoidList, avoidedIn, type AvoidList } from '../../../src/core/verdict/avoid.js';
import type { Formula } from '../../../src/core/formula.js';
import { CALM_SKIN, formula, HOUR, judged, knowledge, read } from '../../support/world.js';

const list = (...entries: string[]): AvoidList => avoidList(knowledge, entries);
/** What of a label a person avoids who wrote these entries. */
function avoided(product: Formula | string, ...entries: string[]): (string | undefined)[] {
  const reading = read(typeof product === 'string' ? formula(product, product) : product);
  return avoidedIn(knowledge, list(...entries), reading).map((one) => ('tag' in one ? one.tag.id : one.printed));
}

describe('an entry to avoid', () => {
  it.each([
    ['retinoids', 'Aqua, Retinol, Retinal', ['Retinol', 'Retinal']],
    ['Essential Oils', 'Aqua, Lavandula Angustifolia Oil', ['Lavandula Angustifolia Oil']],
    ['essential_oil', 'Aqua, Lavandula Angustifolia Oil', ['Lavandula Angustifolia Oil']],
    ['salicylates', 'Aqua, Homosalate, Betaine Salicylate', ['Homosalate', 'Betaine Salicylate']],
    ['Salicylic acid', 'Aqua, Salicylic Acid, Glycolic Acid', ['Salicylic Acid']],
    ['vitamin b3', 'Aqua, Niacinamide', ['Niacinamide']],
    ['niacinamidde', 'Aqua, Niacinamide', ['Niacinamide']],
    ['almond', 'Aqua, Prunus Amygdalus Dulcis Oil, Glycerin', ['Prunus Amygdalus Dulcis Oil']],
    ['coconuts', 'Aqua, Cocos Nucifera Oil', ['Cocos Nucifera Oil']],
    ['oat', 'Aqua, Avena Sativa Kernel Oil', ['Avena Sativa Kernel Oil']],
    [
      'sweet almonds',
      'Aqua, Citrus Aurantium Dulcis Peel Oil, Prunus Amygdalus Dulcis Oil',
      ['Prunus Amygdalus Dulcis Oil'],
    ],
    ['clay_absorb', 'Aqua, Kaolin', ['Kaolin']],
    ['Clays and Charcoal', 'Aqua, Kaolin', ['Kaolin']],
  ])('“%s” stands in “%s” for %j', (entry, label, expected) => {
    expect(avoided(label, entry)).toEqual(expected);
  });

  it('is also looked for in what is printed, even where nobody can place it', () => {
    expect(avoided('Aqua, Zyvorquaz Extract 7', 'zyvorquaz')).toEqual(['Zyvorquaz Extract 7']);
    expect(list('zyvorquaz').notUnderstood).toEqual(['zyvorquaz']);
  });

  it.each(['xqzzk', '', '–', 'xq', 'of', 'coconute'])('“%s” is said not to be understood', (entry) => {
    expect(list(entry)).toMatchObject({ notUnderstood: [entry], isEmpty: false });
  });

  it('that says what another says is understood all the same', () => {
    expect(list('retinol', 'Retinol', 'retinoids', 'retinoid', 'almond', 'almonds').notUnderstood).toEqual([]);
  });

  it('is understood as a class or a group of classes by any of their names', () => {
    const classes = knowledge.tags.flatMap(({ id, name }) => [id, name]);
    const groups = knowledge.avoidGroups.flatMap(({ id, names }) => [id, ...names]);
    expect(list(...classes, ...groups).notUnderstood).toEqual([]);
  });

  it('means the same however many others are asked about in between', () => {
    const [before] = list('almond').wishes;
    expect(list('almond').wishes[0]).toBe(before);
    list(...knowledge.ingredients.slice(0, 1100).map(({ inci }) => inci));
    expect(list('almond').wishes[0]).not.toBe(before);
    expect(list('almond').wishes).toEqual([before]);
  });

  it('of one or two letters is not looked for inside other names', () => {
    expect(avoided('Aqua, Mica, Glycerin', 'mi')).toEqual([]);
    expect(list('mi').wishes).toMatchObject([{ printed: undefined }]);
    expect(avoided('Aqua, Zyvoregg, Glycerin', 'egg')).toEqual(['Zyvoregg']);
  });

  it('is none where nothing was written', () => {
    expect(list()).toMatchObject({ isEmpty: true, notUnderstood: [] });
    expect(avoided('Aqua, Retinol')).toEqual([]);
  });
});

describe('whoever avoids one scent', () => {
  it.each([
    'Ambroxan',
    'Linalool',
    'Lavandula Angustifolia Oil',
    'aromatic_extract',
    'benzyl_alcohol',
    'cooling',
    'essential_oil',
    'fragrance_allergen',
    'phototoxic',
    'tea_tree',
  ])('as “%s” avoids perfume, which hides what scents it', (entry) => {
    expect(avoided('Aqua, Parfum', entry)).toEqual(['Parfum']);
  });

  it('and not whoever avoids something else', () => {
    expect(avoided('Aqua, Parfum', 'retinoids', 'coconut')).toEqual([]);
  });
});

describe('what a person avoids', () => {
  it('may be brought by the kind of product', () => {
    const scrub = formula('Gommage', 'Aqua, Glycerin');
    expect(avoided(scrub, 'scrubs')).toEqual(['abrasive']);
    expect(avoided(scrub, 'retinoids')).toEqual([]);
    expect(judged(scrub, HOUR(2000, { ...CALM_SKIN, avoid: ['scrubs'] })).reasons[0]).toMatchObject({
      code: 'AVOIDED',
      tag: 'abrasive',
      printed: knowledge.tag('abrasive').name,
    });
  });

  it('may be named by a pack that prints no list', () => {
    const unlisted = formula('Retinol Night Serum', '');
    expect(avoided(unlisted, 'Retinol')).toEqual(['retinol']);
    expect(judged(unlisted, HOUR(2000, { ...CALM_SKIN, avoid: ['Retinol'] })).reasons[0]).toMatchObject({
      code: 'AVOIDED',
      ingredient: { id: 'retinol' },
      printed: 'Retinol',
    });
    expect(avoided(unlisted, 'coconut')).toEqual([]);
    expect(avoided(formula('Glycolic Acid Serum', ''), 'Glycolic Acid')).toEqual(['aha']);
  });

  it('is left out at every hour, and never returns', () => {
    const serum = formula('Dew', 'Aqua, Glycerin, Niacinamide');
    for (const hour of [-1000, 100, 2000]) {
      const { verdict, usableFromHour, reasons } = judged(serum, HOUR(hour, { ...CALM_SKIN, avoid: ['niacinamide'] }));
      expect([verdict, usableFromHour]).toEqual(['AVOID', undefined]);
      expect(reasons[0]).toMatchObject({ code: 'AVOIDED', rule: 'avoid', printed: 'Niacinamide' });
    }
  });

  it('cannot be ruled out where an entry was not understood', () => {
    const question = HOUR(2000, { ...CALM_SKIN, avoid: ['xqzzk'] });
    expect(judged(formula('Plain', 'Aqua, Glycerin'), question)).toMatchObject({
      verdict: 'UNVERIFIED',
      usableFromHour: undefined,
      reasons: [{ code: 'AVOIDED', rule: 'avoid.not-understood', printed: 'xqzzk' }],
    });
  });
});
