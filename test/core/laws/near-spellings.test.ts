import * as fc from 'fast-check';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { formula, judged, read } from '../../support/world.js';

describe('law 9: a name that is nearly one we know', () => {
  const slip = fc.record({
    draft: any.draft,
    right: any.knownName,
    place: fc.nat(),
    treatment: any.treatment,
    profile: any.calmProfile,
  });
  const slipped = slip.chain((one) => any.misspelt(fc.constant(one.right)).map((wrong) => ({ ...one, wrong })));
  const withName = (draft: any.Draft, place: number, name: string): any.Draft => {
    const at = place % (draft.names.length + 1);
    return { ...draft, declared: [], names: [...draft.names.slice(0, at), name, ...draft.names.slice(at)] };
  };

  it('may raise the verdict of a name that nobody knows, and never lowers it', () => {
    any.law(slipped, ({ draft, wrong, place, treatment, profile }) => {
      const near = read(any.written(withName(draft, place, wrong)));
      // the same beginning keeps the alphabet, which tells whether order means something
      const strange = `${wrong} Qzxvk Wjq`;
      const unread = read(any.written(withName(draft, place, strange)));
      fc.pre(near.tokens.some((token) => token.printed === wrong && token.certainty === 'NEAR'));
      fc.pre(unread.tokens.some((token) => token.printed === strange && token.certainty === 'UNKNOWN'));
      fc.pre(near.state === unread.state);
      const question = { treatment, profile };

      expect(severity(judged(near, question).verdict)).toBeGreaterThanOrEqual(
        severity(judged(unread, question).verdict),
      );
    });
  });

  // a misspelt marker is no marker (rulings, "Spelling"), so what the line says of other names may change either way
  it('is never kinder than the name itself, unless that draws the line', () => {
    const drawsTheLine = (name: string): boolean =>
      read(formula('p', name)).tokens.some(({ ingredients }) =>
        ingredients.some(({ marker, bulk }) => marker !== undefined || bulk === true),
      );
    any.law(slipped, ({ draft, right, wrong, place, treatment, profile }) => {
      fc.pre(!drawsTheLine(right));
      const near = read(any.written(withName(draft, place, wrong)));
      const exact = read(any.written(withName(draft, place, right)));
      fc.pre(near.tokens.some((token) => token.printed === wrong && token.certainty === 'NEAR'));
      fc.pre(near.state === exact.state);
      const question = { treatment, profile };

      expect(severity(judged(near, question).verdict)).toBeGreaterThanOrEqual(
        severity(judged(exact, question).verdict),
      );
    });
  });

  it('does not count as recognised, unless a rule knows its family', () => {
    any.law(slipped, ({ draft, wrong, place }) => {
      const near = read(any.written(withName(draft, place, wrong))).tokens.filter(
        ({ certainty }) => certainty === 'NEAR',
      );

      expect(near.filter(({ recognised }) => recognised)).toEqual([]);
      expect(near.filter(({ tags }) => !tags.includes('unread'))).toEqual([]);
    });
  });
});

describe('law 9: of the names on a label', () => {
  it('each is either recognised or not', () => {
    any.law(any.product, (product) => {
      const { tokens, recognised, unrecognised, label } = read(product);

      expect(recognised + unrecognised).toBe(tokens.length);
      expect(tokens.map(({ printed }) => printed)).toEqual(label.names.map(({ printed }) => printed));
    });
  });

  it('each that was not recognised is judged as unread', () => {
    any.law(any.product, (product) => {
      const reading = read(product);
      const judgedNames = new Set(reading.taggings.map(({ token }) => token?.printed.toLowerCase()));

      for (const token of reading.tokens.filter(({ recognised }) => !recognised)) {
        expect(token.tags).toContain('unread');
        expect(judgedNames).toContain(token.printed.toLowerCase());
      }
    });
  });

  it('every word belongs to a name or to what was set aside', () => {
    any.law(any.product, (product) => {
      const { label } = read(product);
      const covered = new Set<number>();
      for (const { start, end } of [...label.names, ...label.setAside]) {
        for (let at = start; at < end; at++) covered.add(at);
      }
      const rest = Array.from(product.label, (char, at) => (covered.has(at) ? ' ' : char)).join('');

      // "and" may stand for a comma
      expect((rest.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 'and')).toEqual([]);
    });
  });
});
