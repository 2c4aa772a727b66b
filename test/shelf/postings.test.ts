import * as fc from 'fast-check';
import { Postings, roomFor } from '../../src/shelf/postings.js';
import { law } from '../support/arbitraries.js';

describe('the places of what shares a thing', () => {
  /** Ascending places with gaps of any size, so few that they are a list, or so many that they are a bit set. */
  const places = fc
    .constantFrom([1], [1, 2, 3], [1, 31, 64], [1, 5000])
    .chain((gaps) => fc.tuple(fc.nat(40), fc.array(fc.constantFrom(...gaps), { maxLength: 1200, size: 'max' })))
    .map(([first, gaps]) => {
      let place = first;
      return [first, ...gaps.map((gap) => (place += gap))];
    });

  it('are just those that were added, however many they are', () => {
    law(fc.tuple(places, fc.boolean()), ([added, trimmed]) => {
      const postings = new Postings();
      for (const place of added) for (const again of [place, place]) postings.add(again);
      if (trimmed) postings.trim();
      const last = added.at(-1) ?? 0;
      const set = roomFor(last + 1);
      postings.addTo(set);
      expect(set.array()).toEqual(added);
      expect(postings.count).toBe(added.length);
      expect(added.every((place) => postings.has(place))).toBe(true);
      expect([last + 1, ...added.map((place) => place - 1)].filter((place) => postings.has(place))).toEqual(
        added.map((place) => place - 1).filter((place) => added.includes(place)),
      );
    });
  });
});
