import * as fc from 'fast-check';
import { comparisonKey } from '../../../src/core/inci/keys.js';
import { mentions, nameIndex, readName, type Named } from '../../../src/core/tagging/name-index.js';

const RUNS = { numRuns: Number(process.env.LAW_RUNS ?? 1000), seed: Number(process.env.LAW_SEED ?? 20261125) };

const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
const name = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
  fc.tuple(word, fc.nat(99)).map((parts) => parts.join('-')),
);
const entries: fc.Arbitrary<Named[]> = fc
  .uniqueArray(name, { minLength: 2, maxLength: 20, selector: comparisonKey })
  .map((names) => names.map((inci) => ({ id: inci.toLowerCase(), inci, aliases: [] })));
const anyText = fc.oneof(name, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));

describe('reading names against any index', () => {
  it('finds each ingredient by its own name, whatever its case and signs', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const index = nameIndex(all);
        for (const { id, inci } of all) {
          expect(readName(index, inci.toUpperCase().replace(' ', '-'))).toEqual({ certainty: 'EXACT', ids: [id] });
        }
      }),
      RUNS,
    );
  });

  it('never throws, names only ingredients that it holds, each once, and is sure of something or of nothing', () => {
    fc.assert(
      fc.property(entries, anyText, (all, text) => {
        const index = nameIndex(all);
        const { certainty, ids } = readName(index, text);
        expect(ids.length === 0).toBe(certainty === 'UNKNOWN');
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of [...ids, ...mentions(index, text)]) expect(all.map((entry) => entry.id)).toContain(id);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(entries, anyText, (all, text) => {
        const [one, other] = [nameIndex(all), nameIndex([...all].reverse())];
        expect(readName(one, text)).toEqual(readName(other, text));
        expect(mentions(one, text)).toEqual(mentions(other, text));
      }),
      RUNS,
    );
  });

  it('never takes one number for another', () => {
    fc.assert(
      fc.property(word, fc.nat(999), fc.nat(999), (stem, one, other) => {
        fc.pre(one !== other);
        const index = nameIndex([{ id: 'one', inci: `${stem}-${one}`, aliases: [] }]);
        expect(readName(index, `${stem}-${other}`).ids).toEqual([]);
      }),
      RUNS,
    );
  });
});
