import { CASES, expectedOf, happened, productOf } from '../support/golden-cases.js';
import { knowledge, read } from '../support/world.js';

describe.each([...CASES])('the cases of %s', (_, cases) => {
  it.each(cases.map((one) => [one.id, one.why, one] as const))('%s: %s', (_, __, one) => {
    expect(happened(knowledge, one, read(productOf(one)))).toEqual(expectedOf(one));
  });
});

it('no two cases share an id', () => {
  const ids = [...CASES.values()].flat().map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
