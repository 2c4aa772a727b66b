import { readingsEnd } from '../../../src/knowledge/checks/readings-end.js';
import { faultsOf, tag } from '../build.js';

const as = (target: string) => ({ tag: target, when: { rinseOff: true }, because: 'For a test.' });

describe(readingsEnd.name, () => {
  it('is a fault of each class whose reading leads into a circle', () => {
    const tags = [
      tag({ id: 'outside', readsAs: as('first') }),
      tag({ id: 'first', readsAs: as('second') }),
      tag({ id: 'second', readsAs: as('first') }),
      tag({ id: 'itself', readsAs: as('itself') }),
    ];
    expect(faultsOf(readingsEnd, { tags }).map((line) => line.split(' › ')[1])).toEqual([
      'outside',
      'first',
      'second',
      'itself',
    ]);
  });

  it('is none where one class after another leads to one with a course of its own', () => {
    const tags = [
      tag({ id: 'first', readsAs: as('second') }),
      tag({ id: 'second', readsAs: as('last') }),
      tag({ id: 'last' }),
    ];
    expect(faultsOf(readingsEnd, { tags })).toEqual([]);
  });
});
