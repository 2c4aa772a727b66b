import * as fc from 'fast-check';
import { cleanText } from '../../../src/core/inci/clean-text.js';
import { readLabel, type ReadLabel } from '../../../src/core/inci/read-label.js';

/** `LAW_RUNS=100000` looks deeper, by hand. */
const RUNS = { numRuns: Number(process.env.LAW_RUNS ?? 1000), seed: Number(process.env.LAW_SEED ?? 20261125) };

/** Names as labels print them: words of letters and digits, hyphens, slashes, remarks. */
const word = fc.stringMatching(/^[A-Z][a-z]{3,9}(ol|ine|ate|one|ide)$/);
const plainName = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
  fc.tuple(word, fc.integer({ min: 1, max: 200 })).map(([name, number]) => `${name}-${number}`),
  fc.tuple(word, word).map((words) => words.join('/')),
  fc.constantFrom('Aqua', 'Parfum', '1,2-Hexanediol', 'C12-15 Alkyl Benzoate', 'CI 77891', 'Aqua/Water/Eau', 'PEG-8'),
);
const list = fc.array(plainName, { minLength: 1, maxLength: 12 });

/** Pieces of which real, sloppy and hostile labels are made. */
const fragment = fc.oneof(
  plainName,
  fc.constantFrom(
    ', ',
    ',',
    '; ',
    ' | ',
    '. ',
    '.',
    ': ',
    '\n',
    '\r\n',
    ' - ',
    '- ',
    ' -',
    ' • ',
    '•',
    '*',
    '**',
    '+',
    '†',
    ' * ',
    '¹',
    '(',
    ')',
    '[',
    ']',
    '{',
    '<',
    '>',
    ' (and) ',
    ' & ',
    ' and ',
    ' + ',
    '/',
    '\\',
    '%',
    ' 5%',
    '5% ',
    '(2%)',
    '+/- ',
    '[+/- ',
    'May contain: ',
    'May contain ',
    'Ingredients: ',
    'Ingredients ',
    'Active Ingredients: ',
    'Inactive Ingredients: ',
    'Drug Facts ',
    'Key ingredients: ',
    'Night Serum: ',
    'Division: Ab (House)',
    'Directions: ',
    'Purpose: ',
    'Helps to soothe the skin',
    'Please refer to the package for the full list',
    'Free from parabens',
    'no perfume',
    'Vegan',
    'etc',
    '…',
    '...',
    '-Honey: Soothes the skin. ',
    '*Organic.',
    '**Essential oil',
    '(CODE 123)',
    'F.I.L. D12345/1',
    '#NAME?',
    'Visit the shop',
    '<br>',
    '<b>',
    '</b>',
    '<sup>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&amp;',
    '&nbsp;',
    '&#233;',
    '&',
    'Ã©',
    'Â ',
    '\u200b',
    '\u00a0',
    '\u0000',
    '\ufffd',
    'а',
    'α',
    '№',
    '①',
    '１',
    'ﬂ',
    '"',
    "'",
    '?',
    '!',
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const sloppy = fc.array(fragment, { maxLength: 24 }).map((parts) => parts.join(''));
const anything = fc.oneof(sloppy, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));

function law(holds: (label: ReadLabel, text: string) => void): void {
  fc.assert(
    fc.property(anything, (text) => holds(readLabel(text), text)),
    RUNS,
  );
}

/** The stretches of a text that are in no name and were not set aside. */
function leftOver(label: ReadLabel, text: string): string[] {
  const spans = [...label.names, ...label.setAside].sort((a, b) => a.start - b.start);
  const rest: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) rest.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...rest, text.slice(at)];
}

const NOTHING_TO_READ = /^[^\p{L}\p{Nd}]*(?:(?:and|und|et)[^\p{L}\p{Nd}]*)*$/iu;

describe('reading any text', () => {
  it('drops nothing: every letter and digit is in a name or set aside, but for the words that join two names', () => {
    law((label, text) => {
      // raised digits are marks, which a stretch cut out of its <sup> no longer shows
      fc.pre(!/<sup/i.test(text));
      for (const rest of leftOver(label, text)) expect(cleanText(rest).text).toMatch(NOTHING_TO_READ);
    });
  });

  it('gives spans in printed order that hold something and lie within the text', () => {
    law((label, text) => {
      let end = 0;
      for (const name of label.names) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        expect(name.end).toBeGreaterThan(name.start);
        end = name.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      for (const aside of label.setAside) {
        expect(aside.end).toBeGreaterThan(aside.start);
        expect(aside.end).toBeLessThanOrEqual(text.length);
      }
    });
  });

  it('counts the names of each list from one, and lists only what has names', () => {
    law((label) => {
      const seen = label.lists.map(() => 0);
      for (const { list: at, position } of label.names) {
        seen[at] = (seen[at] ?? 0) + 1;
        expect(position).toBe(seen[at]);
      }
      expect(seen).toHaveLength(label.lists.length);
      expect(seen.every((count) => count > 0)).toBe(true);
    });
  });

  it('prints names on one line, trimmed, never empty, and shares between 0 and 1', () => {
    law((label) => {
      for (const { printed, declaredShare = 0, marks = '*' } of label.names) {
        expect(printed).toMatch(/^\S(?:[^\n]*\S)?$/);
        expect(declaredShare).toBeGreaterThanOrEqual(0);
        expect(declaredShare).toBeLessThanOrEqual(1);
        expect(marks).not.toBe('');
      }
    });
  });

  it('calls a list missing or incomplete where it found no name', () => {
    law((label) => {
      if (label.names.length === 0) expect(label.state).not.toBe('LISTED');
      else expect(label.state).not.toBe('MISSING');
    });
  });

  it('reads the same text the same way', () => {
    law((label, text) => {
      expect(readLabel(text)).toEqual(label);
    });
  });
});

describe('reading a plain list', () => {
  it('gives back the names that it was made of', () => {
    fc.assert(
      fc.property(list, fc.constantFrom(', ', '; ', '\n', ' | ', ' • '), (names, separator) => {
        const label = readLabel(names.join(separator));
        expect(label.names.map(({ printed }) => printed)).toEqual(names);
        expect(label.state).toBe('LISTED');
        expect(label.setAside).toEqual([]);
      }),
      RUNS,
    );
  });

  it('reads its own names again as the same names', () => {
    fc.assert(
      fc.property(list, fc.constantFrom('*', '**', ' 5%', '.', ' (and) Talc', ' (Seed)'), (names, ending) => {
        const once = readLabel(names.map((name) => name + ending).join(', ')).names.map(({ printed }) => printed);
        expect(readLabel(once.join(', ')).names.map(({ printed }) => printed)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('is not changed by what is appended to it', () => {
    fc.assert(
      fc.property(list, plainName, (names, another) => {
        const longer = readLabel([...names, another].join(', '));
        expect(longer.names.slice(0, -1)).toEqual(readLabel(names.join(', ')).names);
      }),
      RUNS,
    );
  });
});

describe('hostile text of a hundred thousand characters', () => {
  // A reader that looks at anything twice for each character would not end within the test's time.
  it.each([
    'a,',
    'Ab, ',
    '(',
    '()',
    'a(',
    '([{<',
    ')',
    '*',
    'a* ',
    'a *b ',
    '+/-',
    '[+/- a, ',
    'a - ',
    '- ',
    '-a ',
    '-a: the ',
    'a. ',
    '.',
    'a.B',
    '\n',
    'a\n',
    ' ',
    '\t',
    ':',
    'a:',
    'Night Serum: ',
    '<',
    '<b',
    '<b>a</b>',
    '<script>',
    '<script></script>',
    '<!--',
    '&',
    '&amp;',
    '&amp',
    '1% ',
    'a 1%',
    '1',
    '1,',
    '9,9-',
    'a and b ',
    'and ',
    'the ',
    'a Please ',
    'a, *b',
    'may contain ',
    'may contain a ',
    'ingredients list ',
    'Ingredients: ',
    'etc ',
    'etc, ',
    'free from ',
    'no a, ',
    'F.I.L. D12345 ',
    '(CODE 1)',
    'Division: ',
    'Division: a (',
    '*a please ',
    'a*. *organic. ',
    'Ã',
    'Ã©',
    'Â',
    'а',
    'aа ',
    '\u200b',
    '\u0000',
    '\ufffd',
    '①',
    '"',
    '"-',
    'Water, ',
    'it is Water, ',
    'Key ingredients: a. ',
    'Directions: a. ',
    'a/',
    'PEG-',
    'a b c d e ',
  ])('is read to its end: %j', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const label = readLabel(text);
    expect(leftOver(label, text).every((rest) => !/[\p{L}\p{N}]{400}/u.test(rest))).toBe(true);
  });

  it('is read to its end when it opens with one sign and closes with another', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['a (', ') b'],
      ['[+/- ', ']'],
      ['<', '>'],
      ['a, (', ', b)'],
      ['<b', '>'],
    ] as const) {
      expect(readLabel(open.repeat(20_000) + close.repeat(20_000)).state).toBeDefined();
    }
  });
});
