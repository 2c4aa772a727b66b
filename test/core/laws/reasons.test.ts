import * as fc from 'fast-check';
import { assess, consult } from '../../../src/core/pair.js';
import { sentence } from '../../../src/core/ranking/sentences.js';
import type { FormulaReading } from '../../../src/core/tagging/read-formula.js';
import type { Reason } from '../../../src/core/verdict/reason.js';
import { fits } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { knowledge, read } from '../../support/world.js';

describe('law 10: every reason', () => {
  const asked = fc.tuple(
    any.shop.filter((products) => products.length > 0),
    fc.record({ treatment: any.treatment, profile: any.anyProfile }),
  );

  function forEachReason(look: (reason: Reason, reading: FormulaReading, avoid: readonly string[]) => void): void {
    any.law(asked, ([products, question]) => {
      const consultation = consult(knowledge, question);
      for (const reading of products.map(read)) {
        for (const reason of assess(knowledge, reading, consultation).reasons)
          look(reason, reading, question.profile.avoid);
      }
    });
  }

  it('names its rule, and a source that exists or a policy with its reason and its date', () => {
    forEachReason(({ rule, sources, policy }) => {
      expect(rule).not.toBe('');
      expect(sources.length > 0 || policy !== undefined).toBe(true);
      expect(sources.map((id) => knowledge.source(id).id)).toEqual(sources);
      if (policy !== undefined) {
        expect(policy.because).not.toBe('');
        expect(policy.reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    });
  });

  it('names an ingredient as printed, the kind of product, or what is missing or reported', () => {
    forEachReason((reason, { tokens, formula }, avoid) => {
      switch (reason.code) {
        case 'NO_LIST':
        case 'INCOMPLETE_LIST':
        case 'FIRST_HOURS':
          return;
        case 'FORM':
          expect(reason.tag === undefined ? reason.detail : knowledge.tag(reason.tag).id).toBe(
            reason.tag ?? formula.category,
          );
          return;
        case 'REFERRAL':
          expect(reason.printed).toBeDefined();
          return;
        default: {
          // named by the list, by the person, or by the pack's other words
          const printed = [...tokens.map((token) => token.printed), ...avoid];
          const named = [
            reason.ingredient?.inci,
            reason.tag === undefined ? undefined : knowledge.tag(reason.tag).name,
          ];
          expect([...printed, ...named]).toContain(reason.printed);
        }
      }
    });
  });

  it('of an ingredient on the list says it in the words of the label', () => {
    forEachReason(({ printed, ingredient }, { tokens, label, formula }) => {
      if (printed === undefined || ingredient === undefined || label.state !== 'LISTED') return;
      if (!tokens.some((token) => token.ingredients.includes(ingredient))) return;

      expect(formula.label).toContain(printed);
    });
  });

  it('can be told in one sentence', () => {
    forEachReason((reason) => {
      const told = sentence(knowledge, reason);
      expect(told).toMatch(/^\S.*\S$/s);
      expect(told).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    });
  });

  it('that ends, ends after the hour that was asked', () => {
    any.law(fc.tuple(any.shelfProduct, any.treatment, any.calmProfile), ([product, treatment, profile]) => {
      fc.pre(treatment.hoursSince >= 0);
      const judgement = assess(knowledge, read(product), consult(knowledge, { treatment, profile }));
      fc.pre(!fits(judgement.verdict));

      for (const { untilHour } of judgement.reasons) {
        if (untilHour !== undefined) expect(untilHour).toBeGreaterThan(treatment.hoursSince);
      }
    });
  });

  it('of a product that is left out stands below none that is milder', () => {
    any.law(fc.tuple(any.shelfProduct, any.treatment, any.calmProfile), ([product, treatment, profile]) => {
      const judgement = assess(knowledge, read(product), consult(knowledge, { treatment, profile }));
      fc.pre(judgement.verdict === 'AVOID');

      expect(['HOLD', 'STOP', 'FORM', 'AVOIDED']).toContain(judgement.reasons[0]?.code);
    });
  });
});
