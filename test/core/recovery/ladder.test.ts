import type { Course, Tag } from '../../../src/core/knowledge.js';
import {
  endingBy,
  fitsFrom,
  FITS_ALWAYS,
  isBarred,
  ladderOf,
  relieved,
  strictest,
  verdictAt,
  type Ladder,
  type Scene,
} from '../../../src/core/recovery/ladder.js';
import { depthRow, windowsFor } from '../../../src/core/recovery/windows.js';
import { knowledge, treatment } from '../../support/world.js';

const ladder = (avoidUntil: number, unverifiedUntil = 0, cautionUntil = 0): Ladder => ({
  avoidUntil,
  unverifiedUntil,
  cautionUntil,
});

/** Calm skin after so many millimetres, where nothing lengthens a hold. */
function scene(rest: Partial<Scene> = {}, needleDepthMm = 1): Scene {
  const row = depthRow(knowledge, treatment(0, { needleDepthMm }));
  return {
    row,
    windows: windowsFor(knowledge, row, new Set()),
    reactive: false,
    acneProne: false,
    conditions: [],
    stretch: (_, hours) => hours,
    ...rest,
  };
}

const CELL = { K: 'K', C: 'C', U: 'U', X: 'X' } as const;
/** The cells of a course, from OPEN_CHANNELS to MAINTENANCE. */
function cells(written: string): Course['cells'] {
  const [open, early, late, reintroduction, remodelling, maintenance] = [...written].map(
    (letter) => CELL[letter as keyof typeof CELL],
  ) as [Cells, Cells, Cells, Cells, Cells, Cells]; // six letters, written here
  return {
    OPEN_CHANNELS: open,
    EARLY_RECOVERY: early,
    LATE_RECOVERY: late,
    REINTRODUCTION: reintroduction,
    REMODELLING: remodelling,
    MAINTENANCE: maintenance,
  };
}
type Cells = Course['cells']['OPEN_CHANNELS'];

const PLAIN = knowledge.tag('base_neutral');
/** The ladder of a class that is plain but for what is said of it. */
function run(written: string, change: Partial<Tag> = {}, at: Scene = scene()): Ladder {
  const tag: Tag = { ...PLAIN, ...change, cells: cells(written) };
  return ladderOf(tag, tag, at);
}

const hold = (shallow: number, deep = shallow): Partial<Tag> => ({ holdHours: { shallow, deep } });

describe('a ladder', () => {
  it('is strictest on its lowest rung, and each rung ends just before its hour', () => {
    const all = ladder(10, 20, 30);
    expect([0, 9.9, 10, 19.9, 20, 29.9, 30].map((hour) => verdictAt(all, hour))).toEqual([
      'AVOID',
      'AVOID',
      'UNVERIFIED',
      'UNVERIFIED',
      'CAUTION',
      'CAUTION',
      'SUITABLE',
    ]);
    expect(verdictAt(FITS_ALWAYS, 0)).toBe('SUITABLE');
  });

  it('fits from the end of its longest rung', () => {
    expect([ladder(10, 20, 30), ladder(30, 20), ladder(0, 40, 30), FITS_ALWAYS].map(fitsFrom)).toEqual([30, 30, 40, 0]);
    expect(fitsFrom(ladder(0, 0, Infinity))).toBe(Infinity);
  });

  it('is joined with another rung by rung, and cut off rung by rung', () => {
    expect(strictest(ladder(10, 0, 30), ladder(5, 20, 0))).toEqual(ladder(10, 20, 30));
    expect(endingBy(ladder(10, 40, Infinity), 30)).toEqual(ladder(10, 30, 30));
  });
});

describe('the ladder of a class', () => {
  it('follows its cells, each to the end of its phase', () => {
    expect(run('KKKKKK')).toEqual(FITS_ALWAYS);
    expect(run('CKKKKK')).toEqual(ladder(0, 0, 24));
    expect(run('UUUCKK')).toEqual(ladder(0, 168, 336));
    expect(run('CCCCCC')).toEqual(ladder(0, 0, Infinity));
  });

  it('stays AVOID to the end of the phases that bar it, where it states no hold', () => {
    expect(run('XXKKKK')).toEqual(ladder(72, 0, 72));
  });

  it('stays AVOID while channels are open where that phase bars it, even if no hold is stated for such a depth', () => {
    expect(run('XKKKKK', hold(0, 100), scene({}, 0.5))).toEqual(ladder(24, 0, 24));
    expect(run('KXKKKK', hold(0, 100), scene({}, 0.5))).toEqual(ladder(0, 0, 72));
  });

  it('is AVOID while its hold runs, and CAUTION after it where the cells still bar it', () => {
    expect(run('XXXKKK', hold(100))).toEqual(ladder(100, 0, 168));
    expect(run('XXXKKK', hold(20, 100), scene({}, 0.5))).toEqual(ladder(24, 0, 120));
  });

  it('ends a hold of a day or less when the channels have closed', () => {
    expect(run('KKKKKK', hold(24), scene({}, 2.5))).toEqual(ladder(48));
    expect(run('KKKKKK', hold(12), scene())).toEqual(ladder(24));
    expect(run('KKKKKK', hold(0, 24), scene({}, 0.5))).toEqual(FITS_ALWAYS);
  });

  it('stretches a longer hold and a longer caution, and not what ends with the channels', () => {
    const twice = scene({ stretch: (_, hours) => hours * 2 });
    expect(run('KKKKKK', hold(100), twice)).toEqual(ladder(200));
    expect(run('KKKKKK', hold(24), twice)).toEqual(ladder(24));
    const caution = (hours: number): Partial<Tag> => ({ cautionHours: { shallow: hours, deep: hours } });
    expect(run('KKKKKK', caution(100), twice)).toEqual(ladder(0, 0, 200));
    expect(run('KKKKKK', caution(24), twice)).toEqual(FITS_ALWAYS);
  });

  it('never ends where its hold never does, or where a condition bars it', () => {
    expect(run('XXXXXX', { holdHours: 'never' }).avoidUntil).toBe(Infinity);
    const barred = { ...hold(100), barredFor: ['ROSACEA'] as const };
    expect(run('KKKKKK', barred, scene({ conditions: ['ROSACEA'] })).avoidUntil).toBe(Infinity);
    expect(run('KKKKKK', barred, scene({ conditions: ['ECZEMA'] })).avoidUntil).toBe(100);
  });

  it('holds at least as long as reactive skin asks, as the depth multiplies it, and only where it holds at all', () => {
    const asks = (hours: number): Partial<Tag> => ({ ...hold(hours), reactiveHoldHours: 168 });
    const reactive = scene({ reactive: true });
    expect([run('KKKKKK', asks(72)), run('KKKKKK', asks(72), reactive)]).toEqual([ladder(72), ladder(168)]);
    expect(run('KKKKKK', asks(200), reactive)).toEqual(ladder(200));
    expect(run('KKKKKK', asks(0), reactive)).toEqual(FITS_ALWAYS);
    expect(run('KKKKKK', asks(72), scene({ reactive: true }, 2.5))).toEqual(ladder(252));
  });

  it('asks reactive skin for caution for ever where it says so', () => {
    const lasting = { ...hold(100), reactiveCautionHours: 'never' } as const;
    expect(run('KKKKKK', lasting)).toEqual(ladder(100));
    expect(run('KKKKKK', lasting, scene({ reactive: true }))).toEqual(ladder(100, 0, Infinity));
  });

  it('asks skin prone to acne for longer caution, where it is held and no mere trace', () => {
    const clogging = { ...hold(24), acneProneCautionHours: 336 };
    const acneProne = scene({ acneProne: true });
    expect([run('KKKKKK', clogging), run('KKKKKK', clogging, acneProne)]).toEqual([ladder(24), ladder(24, 0, 336)]);
    expect(run('KKKKKK', { acneProneCautionHours: 336 }, acneProne)).toEqual(FITS_ALWAYS);
  });

  it('of a mineral filter starts when a sunscreen may', () => {
    const filter = { ...hold(24), spfStart: true };
    const windows = { ...scene().windows, spfFromHour: 60 };
    expect(run('KKKKKK', filter, scene({ windows }))).toEqual(ladder(60));
    expect(run('KKKKKK', hold(24), scene({ windows }))).toEqual(ladder(24));
  });

  it('waits at least as long as a clinic’s protocol says, stretched, where the cells alone made it wait', () => {
    const waits = { atLeastHours: { shallow: 48, deep: 96 } };
    expect(run('XKKKKK', waits)).toEqual(ladder(96, 0, 24));
    expect(run('XKKKKK', waits, scene({}, 0.5))).toEqual(ladder(48, 0, 24));
    expect(run('XKKKKK', waits, scene({ stretch: (_, hours) => hours * 2 }))).toEqual(ladder(192, 0, 24));
  });
});

describe('a class is barred for a condition', () => {
  const lanolin = knowledge.tag('lanolin');
  const trace: Course = { cells: lanolin.cells, trace: 'NONE' };

  it('as a contact allergen wherever it stands, as an irritant only where it is held', () => {
    expect(isBarred({ ...lanolin, flags: ['AL'] }, trace, ['ECZEMA'])).toBe(true);
    expect(isBarred({ ...lanolin, flags: [] }, trace, ['ECZEMA'])).toBe(false);
    expect(isBarred({ ...lanolin, flags: [] }, lanolin, ['ECZEMA'])).toBe(true);
  });

  it('that it names, and for no other', () => {
    expect(isBarred(lanolin, lanolin, ['ROSACEA'])).toBe(false);
    expect(isBarred(lanolin, lanolin, [])).toBe(false);
  });
});

describe('relief', () => {
  const { windows } = scene();
  const STERN = ladder(240, 300, 400);

  it('is none where nothing relieves', () => {
    expect(relieved(STERN, 'NONE', windows)).toEqual(STERN);
  });

  it('of what is rinsed off is one step, from late recovery on', () => {
    expect(relieved(STERN, 'STEP_FROM_LATE', windows)).toEqual(ladder(72, 72, 300));
    expect(relieved(ladder(0, 0, 400), 'STEP_FROM_LATE', windows)).toEqual(ladder(0, 0, 72));
    expect(relieved(ladder(24, 0, 48), 'STEP_FROM_LATE', windows)).toEqual(ladder(24, 0, 48));
  });

  it('of what only its dose makes strict is one step from the start', () => {
    expect(relieved(STERN, 'STEP_ALWAYS', windows)).toEqual(ladder(0, 0, 300));
    expect(relieved(ladder(0, 0, 400), 'STEP_ALWAYS', windows)).toEqual(FITS_ALWAYS);
  });

  it('in a sunscreen is all, from late recovery on', () => {
    expect(relieved(STERN, 'SUNSCREEN', windows)).toEqual(ladder(72, 72, 72));
  });
});
