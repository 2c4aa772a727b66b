import * as fc from 'fast-check';
import { nameKey } from '../../src/shelf/name-key.js';
import { law } from '../support/arbitraries.js';

describe('the key of a name', () => {
  const letter = fc.constantFrom('a', 'z', ' ', 'é', 'ÿ', 'Ā', 'Ω', '日', '\u{1F9F4}', '');
  const name = fc.array(letter, { maxLength: 9 }).map((letters) => letters.join(''));

  it('never orders two names otherwise than their letters do', () => {
    law(fc.tuple(name, name), ([one, other]) => {
      if (one < other) expect(nameKey(one)).toBeLessThanOrEqual(nameKey(other));
    });
  });

  it('tells most names apart', () => {
    expect(nameKey('Calm serum')).toBeLessThan(nameKey('Calmer serum'));
    expect(nameKey('Calm')).toBeLessThan(nameKey('Calm serum'));
  });
});
