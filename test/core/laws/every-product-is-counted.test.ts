import * as fc from 'fast-check';
import { assess, rank } from '../../../src/core/pair.js';
import { fits } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { judged, knowledge, read } from '../../support/world.js';

describe('law 4: every product that was considered', () => {
  const question = fc.record({ treatment: any.treatment, profile: any.anyProfile });

  it('is counted under one verdict, and either ranked or left out', () => {
    any.law(fc.tuple(any.shop, any.concerns, question), ([products, concerns, question]) => {
      const { ranked, leftOut, counts } = rank(knowledge, products.map(read), concerns, question);
      const { IDEAL, SUITABLE, CAUTION, UNVERIFIED, AVOID, considered } = counts;

      expect(IDEAL + SUITABLE + CAUTION + UNVERIFIED + AVOID).toBe(considered);
      expect(considered).toBe(products.length);
      expect(ranked).toHaveLength(IDEAL + SUITABLE);
      expect(leftOut).toHaveLength(CAUTION + UNVERIFIED + AVOID);
      expect([...ranked, ...leftOut].map(({ reading }) => reading.formula.id).sort()).toEqual(
        products.map(({ id }) => id).sort(),
      );
      expect(ranked.every(({ verdict }) => fits(verdict))).toBe(true);
      expect(leftOut.some(({ verdict }) => fits(verdict))).toBe(false);
    });
  });

  it('says why, when it is left out', () => {
    any.law(fc.tuple(any.shop, any.concerns, question), ([products, concerns, question]) => {
      const { leftOut } = rank(knowledge, products.map(read), concerns, question);

      expect(leftOut.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    });
  });

  it('is ranked by nothing at all while a practitioner must be asked', () => {
    any.law(fc.tuple(any.shop, any.concerns, question), ([products, concerns, question]) => {
      const { ranked, leftOut, referral } = rank(knowledge, products.map(read), concerns, question);
      fc.pre(referral !== undefined);

      expect(ranked).toEqual([]);
      expect(leftOut.every(({ verdict, reasons }) => verdict === 'AVOID' && reasons[0]?.code === 'REFERRAL')).toBe(
        true,
      );
    });
  });

  it('fits from the hour that is given, and not a moment before', () => {
    const calm = fc.record({ treatment: any.treatment, profile: any.calmProfile });
    any.law(fc.tuple(any.shelfProduct, calm), ([product, { treatment, profile }]) => {
      const reading = read(product);
      const at = (hoursSince: number) => judged(reading, { treatment: { ...treatment, hoursSince }, profile });
      const { usableFromHour } = at(treatment.hoursSince);

      if (usableFromHour === undefined) expect(fits(at(8760).verdict)).toBe(false);
      else {
        expect(fits(at(usableFromHour).verdict)).toBe(true);
        expect(fits(at(usableFromHour - 0.001).verdict)).toBe(false);
      }
    });
  });

  it('has the verdict that it would have alone', () => {
    any.law(fc.tuple(any.shop, any.concerns, question), ([products, concerns, question]) => {
      const { ranked, leftOut, ...consultation } = rank(knowledge, products.map(read), concerns, question);

      for (const { reading, verdict } of [...ranked, ...leftOut]) {
        expect(assess(knowledge, reading, consultation).verdict).toBe(verdict);
      }
    });
  });
});
