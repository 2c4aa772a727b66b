/**
 * Twenty-four difficulties that real labels have, each with a text of our own that has the same one:
 * what must be read, what set aside, and, where a harm hangs on it, what it comes to.
 */
import { readLabel } from '../../../src/core/inci/read-label.js';
import type { FormulaReading } from '../../../src/core/tagging/read-formula.js';
import { formula, HOUR, judged, read } from '../../support/world.js';

/** Names as printed, each with the section it stands in, where that is not the list itself, and its marks. */
const names = (text: string): string[] =>
  readLabel(text).names.map(({ printed, section, marks = '' }) =>
    section === 'LIST' ? printed + marks : `${printed}${marks} (${section})`,
  );
const setAside = (text: string): string[] => readLabel(text).setAside.map(({ why, text: words }) => `${why}: ${words}`);
const shares = (text: string): (number | undefined)[] =>
  readLabel(text).names.map(({ declaredShare }) => declaredShare);
const serum = (label: string): FormulaReading => read(formula('Dew Serum', label));
const verdict = (label: string, hour: number): string => judged(serum(label), HOUR(hour)).verdict;
const tags = (label: string, printed: string): readonly string[] | undefined =>
  serum(label).tokens.find((token) => token.printed === printed)?.tags;

const NO_LIST = 'There is no ingredient list.';
const ELSEWHERE = 'The text says that the list is to be found elsewhere.';
const CUT = 'The ingredient list is not complete.';

describe('no list', () => {
  it('1: a list that a spreadsheet took for a formula is missing, not harmless', () => {
    const text = '#REF!';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'MISSING', warnings: [ELSEWHERE, NO_LIST] });
    expect(setAside(text)).toEqual(['PLACEHOLDER: #REF!']);
    expect([30, 200, 2000].map((hour) => verdict(text, hour))).toEqual(['UNVERIFIED', 'UNVERIFIED', 'UNVERIFIED']);
  });

  it('2: a shop that sends one elsewhere gives no list', () => {
    const text = 'Visit the Aldermoor counter';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'MISSING', warnings: [ELSEWHERE, NO_LIST] });
    expect(setAside(text)).toEqual(['PLACEHOLDER: Visit the Aldermoor counter']);
  });

  it('3: a shop that says it has none gives no list', () => {
    const text = 'No information';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'MISSING', warnings: [ELSEWHERE, NO_LIST] });
    expect(setAside(text)).toEqual(['PLACEHOLDER: No information']);
  });
});

describe('praise in the place of a list', () => {
  it('4: two highlights after dashes are no list, and nothing is certified by them', () => {
    const text = '-Panthenol -Green Tea';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'INCOMPLETE' });
    expect(readLabel(text).warnings).toContain(CUT);
    expect(setAside(text)).toEqual(['MARKETING: Panthenol', 'MARKETING: Green Tea']);
    expect(verdict(text, 200)).toBe('UNVERIFIED');
  });

  it('5: highlights and what they do hold no name', () => {
    const text = '-Firming Agent: Lifts the skin. -Silk and Light-Diffusing Optical Powders: Blur fine lines.';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'INCOMPLETE' });
    expect(setAside(text)).toEqual([
      'MARKETING: Firming Agent: Lifts the skin',
      'MARKETING: Silk and Light-Diffusing Optical Powders: Blur fine lines',
    ]);
  });

  it('6: a highlight that names something harsh excludes, though it is no list', () => {
    const text = '-2% Retinol Complex: Helps to smooth the look of fine lines';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'INCOMPLETE' });
    expect(setAside(text)).toEqual(['MARKETING: 2% Retinol Complex: Helps to smooth the look of fine lines']);
    expect([verdict(text, 30), verdict(text, 200)]).toEqual(['AVOID', 'UNVERIFIED']);
  });

  it('7: what a house leaves out is not inside', () => {
    const text = 'LINDGROVE products are free from mineral oil, pore-clogging waxes, silicone, synthetic fragrance';
    expect(readLabel(text)).toMatchObject({ names: [], state: 'INCOMPLETE' });
    expect(setAside(text)).toEqual([`NEGATION: ${text}`]);
    expect(serum(text).taggings).toEqual([]);
  });
});

describe('actives with their percentages', () => {
  it('8: a division code before them and a heading glued to the last of them are neither names nor part of one', () => {
    const text =
      'Division: Lg (Lindgrove House)Active Ingredients: Homosalate 8.00% , Octocrylene 4.50% , Ensulizole 2.00%Ingredients: Aqua , Propanediol';
    expect(names(text)).toEqual([
      'Homosalate (ACTIVE)',
      'Octocrylene (ACTIVE)',
      'Ensulizole (ACTIVE)',
      'Aqua',
      'Propanediol',
    ]);
    expect(shares(text)).toEqual([0.08, 0.045, 0.02, undefined, undefined]);
    expect(readLabel(text)).toMatchObject({ drugFacts: true, state: 'LISTED' });
    expect(setAside(text)).toEqual([
      'HEADING: Division',
      'CODE: Lg (Lindgrove House)',
      'HEADING: Active Ingredients',
      'HEADING: Ingredients',
    ]);
  });

  it('9: without headings, a percentage glued to the next name ends its own, and no panel is claimed', () => {
    const text = 'Zinc Oxide 8.2% , Titanium Dioxide 3.5%Water , Squalane';
    expect(names(text)).toEqual(['Zinc Oxide', 'Titanium Dioxide', 'Water', 'Squalane']);
    expect(shares(text)).toEqual([0.082, 0.035, undefined, undefined]);
    expect(readLabel(text)).toMatchObject({ drugFacts: false, state: 'LISTED', setAside: [], warnings: [] });
  });
});

describe('signs between and inside names', () => {
  it('10: a dash with a blank on one side parts names, one without blanks does not', () => {
    expect(names('Dimethicone- Panthenol, Squalane -Allantoin')).toEqual([
      'Dimethicone',
      'Panthenol',
      'Squalane',
      'Allantoin',
    ]);
    expect(names('PEG-8, C12-15 Alkyl Benzoate')).toEqual(['PEG-8', 'C12-15 Alkyl Benzoate']);
  });

  it('11: a bullet between digits is a hyphen', () => {
    expect(names('Aqua, C13•14 Isoparaffin')).toEqual(['Aqua', 'C13-14 Isoparaffin']);
  });

  it('12: "(and)" stands between two names', () => {
    expect(names('Polyacrylamide (and) Laureth-7, Squalane')).toEqual(['Polyacrylamide', 'Laureth-7', 'Squalane']);
  });

  it('13: the full stop of "Ext." ends no list, and the colour is known; cut short it is a name that is not', () => {
    expect(names('CI 77007, Ext. Violet 2, Talc')).toEqual(['CI 77007', 'Ext. Violet 2', 'Talc']);
    expect(tags('CI 77007, Ext. Violet 2', 'Ext. Violet 2')).toEqual(['dye_pigment']);
    expect(names('CI 77007, Ext. Vi')).toEqual(['CI 77007', 'Ext. Vi']);
    expect(tags('CI 77007, Ext. Vi', 'Ext. Vi')).toEqual(['unread']);
  });
});

describe('brackets', () => {
  it('14: one that is never closed hides no name of the list in it, least of all an irritant', () => {
    const text = 'Parfum, (Kaolin, Disodium EDTA, Camphor, Mica';
    expect(names(text)).toEqual(['Parfum', 'Kaolin', 'Disodium EDTA', 'Camphor', 'Mica']);
    expect(readLabel(text).warnings).toEqual([
      'A bracket is never closed; what stands after it was read all the same.',
    ]);
    expect(tags(text, 'Camphor')).toContain('cooling');
  });

  it('15: one opened twice swallows neither the rest of its name nor the rest of the list', () => {
    const text = 'Malva Sylvestris (Mallow( Extract*+, Betaine';
    expect(names(text)).toEqual(['Malva Sylvestris (Mallow( Extract*+', 'Betaine']);
    expect(serum(text).tokens.map(({ ingredients }) => ingredients.map(({ id }) => id))).toEqual([
      ['malva-sylvestris-extract'],
      ['betaine'],
    ]);
  });

  it('16: one that explains a name stays with it, and slashes are part of names', () => {
    const text = 'SD Alcohol 39-C (Alcohol Denat.), PEG-6,PEG/PPG-14/4 Dimethicone';
    expect(names(text)).toEqual(['SD Alcohol 39-C (Alcohol Denat.)', 'PEG-6', 'PEG/PPG-14/4 Dimethicone']);
    expect(tags(text, 'SD Alcohol 39-C (Alcohol Denat.)')).toEqual(['alcohol_denat']);
  });

  it('17: a remark on where a harsh name comes from stays with it and excuses nothing', () => {
    const text = 'Alcohol Denat (carried over from plant tinctures)';
    expect(names(text)).toEqual([text]);
    expect(tags(text, text)).toEqual(['alcohol_denat']);
    expect(verdict(text, 30)).toBe('AVOID');
  });
});

describe('lists that a source has damaged', () => {
  it('18: half a name is not the harsh ingredient that it resembles, and certifies nothing', () => {
    const text = "'butyloctyl', 'salicylate'";
    expect(names(text)).toEqual(['butyloctyl', 'salicylate']);
    expect(serum(text).tokens.flatMap((token) => token.tags)).toEqual(['unread', 'unread']);
    expect(verdict(text, 100)).toBe('UNVERIFIED');
  });

  it('19: a misspelt name is taken for the one it is near to, and never makes a verdict kinder', () => {
    const text = "'glycerin', 'allantoinn'";
    expect(names(text)).toEqual(['glycerin', 'allantoinn']);
    const [, misspelt] = serum(text).tokens;
    expect(misspelt).toMatchObject({ certainty: 'NEAR', ingredients: [{ id: 'allantoin' }], recognised: false });
    expect(verdict(text, 100)).toBe('UNVERIFIED');
  });
});

describe('what follows a list', () => {
  it('20: "may contain" between commas is no name and opens a section', () => {
    const text = 'Silica, May Contain, Titanium Dioxide, Ultramarines, Mica.';
    expect(names(text)).toEqual([
      'Silica',
      'Titanium Dioxide (MAY_CONTAIN)',
      'Ultramarines (MAY_CONTAIN)',
      'Mica (MAY_CONTAIN)',
    ]);
    expect(setAside(text)).toEqual(['HEADING: May Contain']);
  });

  it('21: a remark that lists change is none of the list, alone or glued to a footnote at its end', () => {
    const disclaimer = 'Please be aware that our list of ingredients can change';
    expect(readLabel(disclaimer)).toMatchObject({ names: [], state: 'MISSING' });
    expect(setAside(disclaimer)).toEqual([`DISCLAIMER: ${disclaimer}`]);
    const glued = `Aqua, Rose Oil*, Ethylhexylglycerin * Essential Oil ${disclaimer}`;
    expect(names(glued)).toEqual(['Aqua', 'Rose Oil*', 'Ethylhexylglycerin']);
    expect(setAside(glued)).toEqual(['FOOTNOTE: * Essential Oil', `DISCLAIMER: ${disclaimer}`]);
    expect(readLabel(glued).state).toBe('LISTED');
  });

  it('22: footnotes are no names, and one that says fragrance makes the names with its mark fragrant', () => {
    const text =
      'Aqua, Malva Sylvestris Extract*+, Squalane+, Talc**. *House dew formula. **First dew formula. +Fragrances from natural sources.';
    expect(names(text)).toEqual(['Aqua', 'Malva Sylvestris Extract*+', 'Squalane+', 'Talc**']);
    expect(setAside(text)).toEqual([
      'FOOTNOTE: *House dew formula',
      'FOOTNOTE: **First dew formula',
      'FOOTNOTE: +Fragrances from natural sources',
    ]);
    const fragrant = readLabel(text).names.filter(({ fragranceMark }) => fragranceMark);
    expect(fragrant.map(({ printed }) => printed)).toEqual(['Malva Sylvestris Extract', 'Squalane']);
    expect(tags(text, 'Squalane')).toContain('fragrance');
  });
});

describe('several lists', () => {
  it('23: a title glued to the word Ingredients begins the next', () => {
    const text = 'Aqua, Potassium Sorbate. Melon Eye Mask:INGREDIENTS: Water, Propanediol';
    expect(readLabel(text).lists).toEqual([{}, { title: 'Melon Eye Mask' }]);
    expect(readLabel(text).names.map(({ printed, list }) => `${list} ${printed}`)).toEqual([
      '0 Aqua',
      '0 Potassium Sorbate',
      '1 Water',
      '1 Propanediol',
    ]);
    expect(setAside(text)).toEqual(['HEADING: Melon Eye Mask', 'HEADING: INGREDIENTS']);
  });

  it('24: a harsh word in a title is the name of a product and not of an ingredient', () => {
    const text = 'Retinal Night Repair Cream: Water, Squalane';
    expect(readLabel(text).lists).toEqual([{ title: 'Retinal Night Repair Cream' }]);
    expect(names(text)).toEqual(['Water', 'Squalane']);
    expect(setAside(text)).toEqual(['HEADING: Retinal Night Repair Cream']);
  });
});
