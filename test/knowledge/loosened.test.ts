import { loosenedHolds } from '../../src/knowledge/loosened.js';
import { faultLine } from '../../src/knowledge/faults.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { knowledge, tag } from './build.js';

const radiofrequency = {
  id: 'radiofrequency',
  depthMmAtMost: null,
  openUntilHour: 48,
  earlyUntilHour: 120,
  lateUntilHour: 240,
  reintroductionUntilHour: 504,
  spfFromHour: 72,
  exerciseFromHour: 96,
  holdMultiplier: 1.5,
  column: 'deep',
} as const;

const notes = (holdHours: [number, number] | 'never' | undefined, ...otherViews: string[]) =>
  loosenedHolds(
    knowledge({ tags: [tag({ id: 'aha', cells: 'X X X X X', holdHours, otherViews })], depthRows: [radiofrequency] }),
  ).map(faultLine);

describe('a hold that ends sooner than a source says', () => {
  it('is noted with its hours and the view, for the needles that it is shorter for', () => {
    expect(notes([72, 168], 'F19, F21: seven days')).toEqual([
      'tags/some.json › aha › holdHours: is 72 h up to 0.5 mm, shorter than one view: “F19, F21: seven days”.',
    ]);
    expect(notes([72, 168], 'F50: two weeks')).toEqual([
      expect.stringContaining('is 72 h up to 0.5 mm, 168 h above 0.5 mm, shorter'),
    ]);
  });

  it.each(['F18: 73 hours', 'F18: 24 to 96 hours', 'F18: three to five days', 'F23: from day five'])(
    'is noted by the longest time of “%s”',
    (view) => {
      expect(notes([72, 72], view)).toHaveLength(1);
    },
  );

  it('is no note where the view is of a use that begins sooner', () => {
    expect(notes([72, 72], 'F25: on days two to seven')).toEqual([]);
  });

  it('is no note where the view is as short, has no time, or the class never returns', () => {
    expect(notes([72, 72], 'F22: three days', 'F20: from the first day', 'F25: at once')).toEqual([]);
    expect(notes('never', 'F50: two weeks')).toEqual([]);
    expect(notes(undefined, 'F50: two weeks')).toEqual([]);
  });

  it('is held against the lengthened hold where the view is of radiofrequency', () => {
    expect(notes([120, 168], 'F24: ten days after radiofrequency')).toEqual([]); // 252 hours
    expect(notes([120, 168], 'F24: eleven days after radiofrequency')).toEqual([
      expect.stringContaining('is 252 h after radiofrequency, shorter'),
    ]);
  });

  it('is in the seeds only for needles up to 0.5 mm: after deeper ones each hold is as long as the longest view', () => {
    const all = loosenedHolds(loadKnowledge()).map(faultLine);
    expect(all).not.toEqual([]);
    for (const line of all) expect(line).toMatch(/holdHours: is \d+ h up to 0\.5 mm, shorter than one view/);
  });
});
