import type { Formula } from '../../../src/core/formula.js';
import { Knowledge } from '../../../src/core/knowledge.js';
import { assess, consult } from '../../../src/core/pair.js';
import { sentence } from '../../../src/core/ranking/sentences.js';
import { readFormula } from '../../../src/core/tagging/read-formula.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { formula, HOUR, judged, knowledge } from '../../support/world.js';

/** Long after the session, when nothing else holds. */
const LATER = HOUR(1500);

function notAllowed(product: Formula): string[] {
  return judged(product, LATER)
    .reasons.filter(({ detail, rule }) => detail === 'MARKET' && rule.startsWith('market.'))
    .map((reason) => `${reason.rule}: ${sentence(knowledge, reason)}`);
}

const RETINOL = 'Aqua, Glycerin, Niacinamide, Panthenol, Retinol, Phenoxyethanol';
const night = (rest: Partial<Formula>): Formula => formula('Night Serum', RETINOL, rest);

describe('a product that its stated market does not allow', () => {
  it('says so when it declares more than the limit', () => {
    const half = { declaredShares: { Retinol: 0.005 } };
    expect(notAllowed(night({ ...half, market: 'EU' }))).toEqual([
      'market.eu-retinol-face: Retinol at 0.5 % is above the 0.3 % that the EU allows in such a product.',
    ]);
    expect(notAllowed(night({ ...half, market: 'US' }))).toEqual([]);
    expect(notAllowed(night({ ...half, market: null }))).toEqual([]);
    expect(notAllowed(night({ declaredShares: { Retinol: 0.003 }, market: 'EU' }))).toEqual([]);
    expect(notAllowed(night({ market: 'EU' }))).toEqual([]);
  });

  it('reads the share that its name states, and the limit of its kind of product', () => {
    const body = formula('Retinol 0.1% Body Lotion', RETINOL, { category: 'BODY_CARE', market: 'de' });
    expect(notAllowed(body)).toEqual([
      'market.eu-retinol-body: Retinol at 0.1 % is above the 0.05 % that the EU allows in such a product.',
    ]);
  });

  it('says so when an ingredient is banned there, however little', () => {
    const fade = formula('Fade', 'Aqua, Glycerin, Hydroquinone', { declaredShares: { Hydroquinone: 0.02 } });
    expect(notAllowed({ ...fade, market: 'US, EU' })).toEqual([
      'market.eu-hydroquinone: Hydroquinone is not allowed in such a product in the EU.',
      'market.us-hydroquinone: Hydroquinone is not allowed in such a product in the US.',
    ]);
  });

  it('knows that a rule speaks of some products only', () => {
    const wash = formula('Wash', 'Aqua, Methylisothiazolinone', { category: 'CLEANSER', rinseOff: true, market: 'GB' });
    expect(notAllowed(wash)).toEqual([]);
    const exosomes = (source: string): Formula =>
      formula(source, `Aqua, Glycerin, ${source} Exosomes`, { market: 'UK' });
    expect(notAllowed(exosomes('Rosa Damascena'))).toEqual([]);
    expect(notAllowed(exosomes('Human Adipose Stromal Cell'))).toEqual([
      'market.uk-human-cells: Human Adipose Stromal Cell Exosomes is not allowed in such a product in the UK.',
    ]);
  });

  it('is never IDEAL, and fits as before', () => {
    const serum = (share: number): Formula =>
      night({ market: 'EU', declaredShares: { Retinol: share, Niacinamide: 0.04 } });
    expect(judged(serum(0.003), LATER).verdict).toBe('IDEAL');
    expect(judged(serum(0.004), LATER).verdict).toBe('SUITABLE');
  });

  it('names the list of a kit that holds it', () => {
    const kit = formula('Kit', 'Cream: Aqua, Glycerin, Panthenol. Gel: Aqua, Glycerin, Hydroquinone.', {
      market: 'EU',
    });
    expect(notAllowed(kit)).toEqual([
      'market.eu-hydroquinone: In list 2: Hydroquinone is not allowed in such a product in the EU.',
    ]);
  });

  it('counts an exosome claim as no ingredient', () => {
    expect(notAllowed(formula('Human Exosome Serum', 'Aqua, Glycerin, Panthenol', { market: 'EU' }))).toEqual([]);
  });

  it('is named by its kind where a rule speaks of that and not of an ingredient', () => {
    const limit = { id: 'eu-kind', market: 'EU', subject: { tags: ['makeup_generic'] }, banned: true } as const;
    const stricter = new Knowledge({
      ...loadKnowledge(),
      marketLimits: [{ ...limit, since: '2026', sources: [] }],
    });
    const blush = formula('Blush', 'Glycerin, Allantoin', { category: 'MAKEUP', market: 'EU' });
    const { reasons } = assess(stricter, readFormula(stricter, blush), consult(stricter, LATER));
    expect(reasons.map((reason) => sentence(stricter, reason))).toEqual([
      'Make-up is not allowed in such a product in the EU.',
    ]);
  });
});
