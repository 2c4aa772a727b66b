import { placesOf, type Listed, type Place } from '../../../src/core/tagging/order.js';

const name = (key: string, rest: Partial<Listed> = {}): Listed => ({
  key,
  section: 'LIST',
  strongMarker: false,
  mediumMarker: false,
  bulk: false,
  ...rest,
});

/** Keys that run against the alphabet, so that their order may mean something. */
const LETTERS = [...'zyxwvutsrqponmlkjihgfedcba'];
/** So many names, some of them changed at their 1-based positions. */
function list(length: number, changes: Readonly<Record<number, Partial<Listed>>> = {}): Listed[] {
  return LETTERS.slice(0, length).map((key, index) => name(key, changes[index + 1]));
}

const MARKER: Partial<Listed> = { strongMarker: true };
const lines = (places: readonly Place[]): string => places.map(({ line }) => line.charAt(0)).join('');
const looseLines = (places: readonly Place[]): string => places.map(({ looseLine }) => looseLine.charAt(0)).join('');
const bounds = (places: readonly Place[]): number[][] => places.map(({ minShare, maxShare }) => [minShare, maxShare]);

describe('the one-percent line', () => {
  it('is drawn by the first strong marker, which lies below it', () => {
    expect(lines(placesOf(list(6, { 4: MARKER, 6: MARKER }), false))).toBe('AAABBB');
  });

  it('has every name below it where the marker is the first of them', () => {
    const places = placesOf(list(4, { 1: MARKER }), false);
    expect([lines(places), looseLines(places)]).toEqual(['BBBB', 'BBBB']);
    expect(places.map(({ maxShare }) => maxShare)).toEqual([0.01, 0.01, 0.01, 0.01]);
    expect(lines(placesOf(list(4, { 1: MARKER, 3: { bulk: true } }), false))).toBe('AAAA');
  });

  it('is drawn nowhere without a strong marker', () => {
    expect(lines(placesOf(list(6, { 2: { mediumMarker: true } }), false))).toBe('AAAAAA');
  });

  it('is drawn loosely by the marker too, or without one by two thirds of the names', () => {
    expect(looseLines(placesOf(list(6, { 3: MARKER }), false))).toBe('AABBBB');
    expect(looseLines(placesOf(list(6), false))).toBe('AAAABB');
    expect(looseLines(placesOf(list(7), false))).toBe('AAAAABB');
  });

  it('is drawn loosely at position 21 at the latest', () => {
    expect(looseLines(placesOf(list(24, { 24: MARKER }), false))).toBe(`${'A'.repeat(20)}BBBB`);
  });

  it.each<[string, Listed[], boolean]>([
    ['what is used in bulk stands after the marker', list(6, { 3: MARKER, 5: { bulk: true } }), false],
    ['more than one percent is stated after the marker', list(6, { 3: MARKER, 5: { declaredShare: 0.011 } }), false],
    ['the list is that of a Drug Facts panel', list(6, { 3: MARKER }), true],
  ])('is drawn nowhere where %s', (_, names, drugFacts) => {
    const places = placesOf(names, drugFacts);
    expect([lines(places), looseLines(places)]).toEqual(['AAAAAA', 'AAAAAA']);
    expect(places.map(({ orderMeans, positionMeans }) => [orderMeans, positionMeans])).toEqual(
      names.map(() => [false, true]),
    );
  });

  it('stands where bulk comes before the marker, or one percent is stated after it', () => {
    expect(lines(placesOf(list(6, { 2: { bulk: true }, 3: MARKER, 5: { declaredShare: 0.01 } }), false))).toBe(
      'AABBBB',
    );
  });

  it('is drawn nowhere in an alphabetical list, whose positions mean nothing either', () => {
    const alphabet = [...'abcdefgh'].map((key, index) => name(key, index === 2 ? MARKER : {}));
    const eight = placesOf(alphabet, false);
    expect(lines(eight)).toBe('AAAAAAAA');
    expect(eight.map(({ orderMeans, positionMeans }) => orderMeans || positionMeans)).not.toContain(true);
    expect(lines(placesOf(alphabet.slice(0, 7), false))).toBe('AABBBBB');
  });

  it('finds an alphabet that begins late', () => {
    const names = [name('z'), name('y'), ...[...'abcdefgh'].map((key) => name(key))];
    expect(placesOf(names, false)[0]?.positionMeans).toBe(false);
  });
});

describe('the share of a name', () => {
  it('is at most one part in its position, and one percent from the marker on', () => {
    expect(bounds(placesOf(list(4, { 4: MARKER }), false))).toEqual([
      [0, 1],
      [0, 1 / 2],
      [0, 1 / 3],
      [0, 0.01],
    ]);
  });

  it('is what the label states, and bounds those before and after it where it is above one percent', () => {
    expect(bounds(placesOf(list(4, { 2: { declaredShare: 0.1 } }), false))).toEqual([
      [0.1, 1],
      [0.1, 0.1],
      [0, 0.1],
      [0, 0.1],
    ]);
    expect(bounds(placesOf(list(3, { 2: { declaredShare: 0.01 } }), false))).toEqual([
      [0, 1],
      [0.01, 0.01],
      [0, 1 / 3],
    ]);
  });

  it('is never said to be more at least than at most, even where the label contradicts itself', () => {
    const places = placesOf(list(3, { 3: { declaredShare: 0.9 } }), false);
    expect(bounds(places)).toEqual([
      [0.9, 1],
      [1 / 2, 1 / 2],
      [0.9, 0.9],
    ]);
  });

  it('may be anything where order means nothing', () => {
    expect(bounds(placesOf(list(3, { 2: { declaredShare: 0.1 } }), true))).toEqual([
      [0, 1],
      [0.1, 0.1],
      [0, 1],
    ]);
  });

  it('is likely two percent at most from a medium marker on, and no surer for hazards', () => {
    const places = placesOf(list(4, { 3: { mediumMarker: true }, 4: { declaredShare: 0.015 } }), false);
    expect(places.map(({ likelyMaxShare }) => likelyMaxShare)).toEqual([1, 1 / 2, 0.02, 0.015]);
    expect(places.map(({ maxShare }) => maxShare)).toEqual([1, 1 / 2, 1 / 3, 0.015]);
    expect(places.map(({ declared }) => declared)).toEqual([false, false, false, true]);
    const first = placesOf(list(2, { 1: { mediumMarker: true } }), false);
    expect(first.map(({ likelyMaxShare }) => likelyMaxShare)).toEqual([0.02, 0.02]);
  });
});

describe('a place', () => {
  it('is counted among distinct names, so a name that repeats keeps that of its first mention', () => {
    const names = [name('z'), name('y'), name('z', MARKER), name('x')];
    expect(placesOf(names, false).map(({ position }) => position)).toEqual([1, 2, 1, 3]);
  });

  it('of an active or of what a list may contain says nothing of order, and draws no line for the others', () => {
    const names = [
      name('a', { section: 'ACTIVE', declaredShare: 0.02, strongMarker: true }),
      name('z'),
      name('y'),
      name('c', { section: 'MAY_CONTAIN' }),
    ];
    const places = placesOf(names, false);
    expect(places.map(({ orderMeans }) => orderMeans)).toEqual([false, true, true, false]);
    expect(places.map(({ positionMeans }) => positionMeans)).toEqual([true, true, true, false]);
    expect(lines(places)).toBe('AAAA');
    expect(bounds(places)).toEqual([
      [0.02, 0.02],
      [0, 1],
      [0, 1 / 2],
      [0, 1],
    ]);
    expect(places.map(({ likelyMaxShare, declared }) => [likelyMaxShare, declared])).toEqual([
      [0.02, true],
      [1, false],
      [1 / 2, false],
      [1, false],
    ]);
    expect(places.map(({ position, looseLine }) => [position, looseLine])).toEqual([
      [1, 'ABOVE'],
      [2, 'ABOVE'],
      [3, 'ABOVE'],
      [4, 'ABOVE'],
    ]);
  });
});
