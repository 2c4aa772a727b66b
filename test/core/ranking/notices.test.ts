import { Knowledge } from '../../../src/core/knowledge.js';
import { consult, type Question } from '../../../src/core/pair.js';
import { noticesFor, type Notice, type Shelves } from '../../../src/core/ranking/notices.js';
import type { Treatment } from '../../../src/core/treatment.js';
import type { Category } from '../../../src/core/vocabulary.js';
import { promisesIn } from '../../../src/knowledge/checks/wording.js';
import { loadKnowledge } from '../../../src/knowledge/load.js';
import { CALM_SKIN, HOUR, knowledge, UNKNOWN_SKIN } from '../../support/world.js';

function noticed(question: Question, shelves?: Shelves): Notice[] {
  const { moment, avoid } = consult(knowledge, question);
  return noticesFor(knowledge, question.treatment, question.profile, moment, avoid, shelves);
}

const codes = (question: Question, shelves?: Shelves): string[] => noticed(question, shelves).map(({ code }) => code);
/** Each notice of an hour with the hour until which it holds. */
const untilHours = (question: Question): (string | number | undefined)[][] =>
  noticed(question).map(({ code, untilHour }) => (untilHour === undefined ? [code] : [code, untilHour]));
const untilOf = (code: string, question: Question): number | undefined =>
  noticed(question).find((notice) => notice.code === code)?.untilHour;
const depth = (needleDepthMm: number | undefined, rest: Partial<Treatment> = {}): Partial<Treatment> => ({
  ...rest,
  needleDepthMm,
});

describe('on calm skin after 1.0 mm the notices are', () => {
  it.each([
    [-24, [['PRACTITIONER_FIRST'], ['NOTHING_INTO_OPEN_SKIN', 6]]],
    [
      0,
      [
        ['PRACTITIONER_FIRST'],
        ['NOTHING_INTO_OPEN_SKIN', 6],
        ['SHADE_FIRST', 24],
        ['FIRST_WASH', 24],
        ['HEAT_AND_EXERCISE', 72],
        ['MAKEUP', 48],
      ],
    ],
    [6, [['PRACTITIONER_FIRST'], ['SHADE_FIRST', 24], ['FIRST_WASH', 24], ['HEAT_AND_EXERCISE', 72], ['MAKEUP', 48]]],
    [
      24,
      [
        ['PRACTITIONER_FIRST'],
        ['SUNSCREEN_DAILY', 336],
        ['SUNSCREEN_MINERAL', 72],
        ['HEAT_AND_EXERCISE', 72],
        ['MAKEUP', 48],
      ],
    ],
    [48, [['PRACTITIONER_FIRST'], ['SUNSCREEN_DAILY', 336], ['SUNSCREEN_MINERAL', 72], ['HEAT_AND_EXERCISE', 72]]],
    [72, [['PRACTITIONER_FIRST'], ['SUNSCREEN_DAILY', 336]]],
    [336, [['PRACTITIONER_FIRST'], ['SUNSCREEN_DAILY']]],
  ])('at hour %d: %j', (hour, expected) => {
    expect(untilHours(HOUR(hour))).toEqual(expected);
  });
});

describe('a notice', () => {
  const all = [
    HOUR(0, { ...UNKNOWN_SKIN, conditions: ['COLD_SORES'], avoid: ['xqzzk'] }, depth(2, { performedBy: 'AT_HOME' })),
    HOUR(100, UNKNOWN_SKIN, { device: 'RADIOFREQUENCY' }),
  ].flatMap((question) => noticed(question, { fitting: new Set(), asked: [] }));

  it('is short, has grounds, and speaks the language of cosmetics', () => {
    for (const { summary, detail, sources, policy } of all) {
      expect(summary.length).toBeLessThanOrEqual(140);
      expect(promisesIn(`${summary} ${detail ?? ''}`)).toEqual([]);
      expect(sources.length > 0 || policy !== undefined).toBe(true);
    }
  });

  it('puts the practitioner’s word first, and next what was not checked', () => {
    expect(all.slice(0, 3).map(({ code }) => code)).toEqual([
      'PRACTITIONER_FIRST',
      'AVOID_NOT_UNDERSTOOD',
      'AT_HOME_DEPTH',
    ]);
  });

  it('of deep needles at home is given above 0.5 mm, and where nobody knows', () => {
    const atHome = (needleDepthMm: number | undefined): string[] =>
      codes(HOUR(100, CALM_SKIN, depth(needleDepthMm, { performedBy: 'AT_HOME' })));
    expect(atHome(0.5)).not.toContain('AT_HOME_DEPTH');
    expect(atHome(0.51)).toContain('AT_HOME_DEPTH');
    expect(atHome(undefined)).toContain('AT_HOME_DEPTH');
    expect(codes(HOUR(100, CALM_SKIN, depth(2)))).not.toContain('AT_HOME_DEPTH');
  });

  it('of radiofrequency and of cold sores is given where they are named, whatever the hour', () => {
    const coldSores = { ...CALM_SKIN, conditions: ['COLD_SORES'] as const };
    for (const hour of [-100, 0, 2000]) {
      expect(codes(HOUR(hour, CALM_SKIN, { device: 'RADIOFREQUENCY' }))).toContain('RADIOFREQUENCY');
      expect(codes(HOUR(hour, coldSores))).toContain('COLD_SORES');
      expect(codes(HOUR(hour))).not.toContain('RADIOFREQUENCY');
      expect(codes(HOUR(hour))).not.toContain('COLD_SORES');
    }
  });

  it.each<[string, Question, number | undefined]>([
    ['skin', HOUR(30, UNKNOWN_SKIN), 336],
    ['the skin type', HOUR(30, { ...CALM_SKIN, fitzpatrick: undefined }), 336],
    ['sensitivity', HOUR(30, { ...CALM_SKIN, sensitive: undefined }), 336],
    ['the depth', HOUR(30, CALM_SKIN, depth(undefined)), 336],
    ['nothing', HOUR(30), undefined],
  ])('says until when %s was guessed', (_, question, untilHour) => {
    expect(untilOf('DEFAULTS_USED', question)).toBe(untilHour);
  });

  it('of what was guessed ends with reintroduction', () => {
    expect(codes(HOUR(335.9, UNKNOWN_SKIN))).toContain('DEFAULTS_USED');
    expect(codes(HOUR(336, UNKNOWN_SKIN))).not.toContain('DEFAULTS_USED');
    expect(codes(HOUR(-24, UNKNOWN_SKIN))).toContain('DEFAULTS_USED');
  });

  it('of tinted sunscreen is given from Fitzpatrick III on, or where nobody stated a type', () => {
    const tinted = [1, 2, 3, 6, undefined].filter((fitzpatrick) =>
      codes(HOUR(100, { ...CALM_SKIN, fitzpatrick })).includes('SUNSCREEN_TINTED'),
    );
    expect(tinted).toEqual([3, 6, undefined]);
    expect(codes(HOUR(-1, UNKNOWN_SKIN))).not.toContain('SUNSCREEN_TINTED');
  });

  it('of make-up ends after a day for short needles, two for longer ones, and three for the deepest', () => {
    const until = (needleDepthMm: number | undefined, rest?: Partial<Treatment>): number | undefined =>
      untilOf('MAKEUP', HOUR(0, CALM_SKIN, depth(needleDepthMm, rest)));
    expect([until(0.5), until(0.51), until(1.5), until(undefined), until(2.5)]).toEqual([24, 48, 48, 48, 72]);
    expect(until(1, { device: 'RADIOFREQUENCY' })).toBe(72);
  });

  it('of mineral filters lasts as long as early recovery where that is longer than three days', () => {
    expect(untilOf('SUNSCREEN_MINERAL', HOUR(30, { ...CALM_SKIN, conditions: ['ROSACEA'] }))).toBe(120);
    expect(untilOf('SUNSCREEN_MINERAL', HOUR(30))).toBe(72);
  });

  it('is that of the days that redness still holds the skin at', () => {
    const red = { ...CALM_SKIN, symptoms: ['PERSISTENT_REDNESS'] as const };
    expect(codes(HOUR(150, red))).toContain('SUNSCREEN_MINERAL');
    expect(codes(HOUR(150))).not.toContain('SUNSCREEN_MINERAL');
  });
});

describe('an entry to avoid that was not understood', () => {
  const shownAs = (...avoid: string[]): string[] =>
    noticed(HOUR(100, { ...CALM_SKIN, avoid }))
      .filter(({ code }) => code === 'AVOID_NOT_UNDERSTOOD')
      .map(({ summary }) => summary);

  it('is named as it was written, each of them', () => {
    expect(shownAs('Xqzzk', 'retinoids', 'Wzvvq')).toEqual([
      '“Xqzzk” was not understood as something to avoid and was not checked.',
      '“Wzvvq” was not understood as something to avoid and was not checked.',
    ]);
  });

  it('is cut after sixty characters', () => {
    expect(shownAs('x'.repeat(60))[0]).toMatch(/^“x{60}” was/);
    expect(shownAs('x'.repeat(61))[0]).toMatch(/^“x{60}…” was/);
  });
});

describe('a clinic’s protocol', () => {
  it('is told after the practitioner’s word, with what it changes', () => {
    const protocol = { name: 'Klinik am See', version: '3', summary: 'Retinol waits ten days.' };
    const clinic = new Knowledge({ ...loadKnowledge(), protocol });
    const { treatment, profile } = HOUR(100);
    const { moment, avoid } = consult(clinic, { treatment, profile });
    expect(noticesFor(clinic, treatment, profile, moment, avoid)[1]).toMatchObject({
      code: 'PROTOCOL',
      detail: protocol.summary,
      indicator: 'INFO',
    });
    expect(codes(HOUR(100))).not.toContain('PROTOCOL');
  });
});

describe('what a routine lacks', () => {
  const missing = (hour: number, fitting: readonly Category[], asked: readonly Category[] = []): string[] =>
    codes(HOUR(hour), { fitting: new Set(fitting), asked }).filter((code) => code.startsWith('MISSING'));

  it('is told in order: cleanser, moisturizer, sunscreen', () => {
    expect(missing(100, [])).toEqual(['MISSING_CLEANSER', 'MISSING_MOISTURIZER', 'MISSING_SUNSCREEN']);
    expect(missing(100, ['CLEANSER', 'MOISTURIZER', 'SUNSCREEN'])).toEqual([]);
  });

  it('is no moisturizer where a cream or balm fits', () => {
    for (const category of ['MOISTURIZER', 'CREAM', 'BALM'] as const)
      expect(missing(100, [category])).toEqual(['MISSING_CLEANSER', 'MISSING_SUNSCREEN']);
  });

  it('is told only of what was asked about', () => {
    expect(missing(100, [], ['SERUM'])).toEqual([]);
    expect(missing(100, [], ['CLEANSER'])).toEqual(['MISSING_CLEANSER']);
    expect(missing(100, [], ['BALM', 'SUNSCREEN'])).toEqual(['MISSING_MOISTURIZER', 'MISSING_SUNSCREEN']);
  });

  it('is no sunscreen before the hour at which one may be used; before the session it is', () => {
    expect(missing(23.9, [])).toEqual(['MISSING_CLEANSER', 'MISSING_MOISTURIZER']);
    expect(missing(24, [])).toContain('MISSING_SUNSCREEN');
    expect(missing(-24, [])).toContain('MISSING_SUNSCREEN');
  });

  it('is not told where no shelf was looked at', () => {
    expect(codes(HOUR(100)).filter((code) => code.startsWith('MISSING'))).toEqual([]);
  });
});
