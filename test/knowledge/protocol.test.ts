import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Knowledge, type Course, type Tag } from '../../src/core/knowledge.js';
import { assess, consult, type Question } from '../../src/core/pair.js';
import { noticesFor } from '../../src/core/ranking/notices.js';
import { sentence } from '../../src/core/ranking/sentences.js';
import { verdictAt } from '../../src/core/recovery/ladder.js';
import { readFormula } from '../../src/core/tagging/read-formula.js';
import type { Judgement } from '../../src/core/verdict/judge.js';
import { severity } from '../../src/core/vocabulary.js';
import type { KnowledgeFaults } from '../../src/knowledge/faults.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { loadKnowledgeUnder, readProtocol } from '../../src/knowledge/protocol-file.js';
import { protocolChanges, protocolFaults, underProtocol } from '../../src/knowledge/protocol.js';
import { ProtocolSeed, type ProtocolFile } from '../../src/knowledge/schema.js';
import { CALM_SKIN, formula, HOUR } from '../support/world.js';

const DATA = loadKnowledge();
const folder = mkdtempSync(join(tmpdir(), 'salve-protocol-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BECAUSE = 'Our own experience with deep passes';
const SIGNED = { because: BECAUSE, clinician: 'Dr Ada Berg', reviewedOn: '2026-11-20' };

function protocol(...holds: object[]): ProtocolFile {
  return ProtocolSeed.parse({ name: 'Klinik am See', version: '3', holds });
}

function under(...holds: object[]): Knowledge {
  return new Knowledge(underProtocol(DATA, protocol(...holds)));
}

function judgedUnder(knowledge: Knowledge, label: string, question: Question, name = 'Serum'): Judgement {
  return assess(knowledge, readFormula(knowledge, formula(name, label)), consult(knowledge, question));
}

/** What a file is refused for, its path left out. */
function refusals(name: string, text: string | object): string[] {
  const path = join(folder, name);
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  try {
    readProtocol(path, DATA);
    return [];
  } catch (error) {
    return (error as KnowledgeFaults).message.replaceAll(path, name).split('\n').slice(1);
  }
}

const RETINOL = 'Aqua, Glycerin, Panthenol, Retinol, Phenoxyethanol';

describe('a protocol that lets a class wait longer', () => {
  const knowledge = under({ tag: 'retinol', holdHours: [120, 240], because: BECAUSE });

  it('owes nobody an answer, and is said in every reason of that class', () => {
    expect(judgedUnder(knowledge, RETINOL, HOUR(239)).reasons[0]).toMatchObject({
      code: 'HOLD',
      rule: 'retinol.hold',
      untilHour: 240,
      policy: { because: `Protocol of Klinik am See, version 3: ${BECAUSE}.` },
      otherViews: expect.arrayContaining(['Salve itself: 96 h up to 0.5 mm, 168 h above']),
    });
    expect(judgedUnder(knowledge, RETINOL, HOUR(240)).verdict).toBe('CAUTION');
  });

  it('leaves other classes as they are', () => {
    const own = new Knowledge(DATA);
    expect(knowledge.tag('aha')).toEqual(own.tag('aha'));
  });

  it('rides on answers as a notice that says what it changes', () => {
    const { treatment, profile } = HOUR(30);
    const { moment, avoid } = consult(knowledge, { treatment, profile });
    expect(noticesFor(knowledge, treatment, profile, moment, avoid)).toContainEqual(
      expect.objectContaining({ code: 'PROTOCOL', detail: 'Klinik am See, version 3: longer for Retinol.' }),
    );
  });

  it('shows in the version, and in a hash over seeds and protocol', () => {
    const { version, sha256 } = knowledge.version;
    expect(version).toBe(`${DATA.version.version}+klinik-am-see@3`);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256).not.toBe(DATA.version.sha256);
    expect(sha256).not.toBe(under({ tag: 'retinol', holdHours: [120, 241], because: BECAUSE }).version.sha256);
    expect(sha256).toBe(under({ tag: 'retinol', holdHours: [120, 240], because: BECAUSE }).version.sha256);
  });

  it('is called a protocol where a name has no Latin letter', () => {
    const named = ProtocolSeed.parse({
      name: 'クリニック',
      version: 2,
      holds: [{ tag: 'aha', holdHours: 'never', because: BECAUSE }],
    });
    expect(underProtocol(DATA, named).version.version).toBe(`${DATA.version.version}+protocol@2`);
  });

  it('can keep a class out for good, and lengthen caution alone', () => {
    const strict = under(
      { tag: 'retinol', holdHours: 'never', because: BECAUSE },
      { tag: 'kojic', cautionHours: [336, 400], because: BECAUSE, reviewedOn: '2026-11-20' },
    );
    expect(judgedUnder(strict, RETINOL, HOUR(5000)).verdict).toBe('AVOID');
    const kojic = 'Aqua, Glycerin, Kojic Acid, Phenoxyethanol';
    expect(judgedUnder(strict, kojic, HOUR(399)).reasons[0]).toMatchObject({
      code: 'CAUTIOUS',
      untilHour: 400,
      policy: { because: `Protocol of Klinik am See, version 3, 2026-11-20: ${BECAUSE}.` },
    });
    expect(judgedUnder(strict, kojic, HOUR(400)).verdict).toBe('IDEAL');
  });

  it('counts where the class waits, not at a trace that never did', () => {
    const strict = under({ tag: 'vitc_lipid', holdHours: [240, 240], because: BECAUSE });
    const trace = 'Aqua, Glycerin, Panthenol, Phenoxyethanol, Ascorbyl Palmitate';
    expect(judgedUnder(strict, trace, HOUR(100)).verdict).toBe(
      judgedUnder(new Knowledge(DATA), trace, HOUR(100)).verdict,
    );
    expect(judgedUnder(strict, 'Aqua, Tetrahexyldecyl Ascorbate, Phenoxyethanol', HOUR(239)).verdict).toBe('AVOID');
  });

  it('counts for a class whose cells alone make it wait, and for one that never waited', () => {
    const strict = under(
      { tag: 'botanical_other', holdHours: [120, 240], because: BECAUSE },
      { tag: 'glycol_solvent', holdHours: [48, 48], because: BECAUSE },
    );
    expect(
      judgedUnder(strict, 'Aqua, Oryza Sativa Extract, Glycerin, Phenoxyethanol', HOUR(239)).reasons[0],
    ).toMatchObject({
      rule: 'botanical_other.hold',
      untilHour: 240,
    });
    expect(judgedUnder(strict, 'Aqua, Butylene Glycol, Phenoxyethanol', HOUR(47)).verdict).toBe('AVOID');
    expect(judgedUnder(strict, 'Aqua, Butylene Glycol, Phenoxyethanol', HOUR(48)).verdict).not.toBe('AVOID');
  });

  it.each([
    [30, 30],
    [250, 400],
  ])('is never kinder than Salve: %d and %d hours, for any class, depth, skin and hour', (...holdHours) => {
    const everything = protocol(...DATA.tags.map(({ id }) => ({ tag: id, holdHours, because: BECAUSE })));
    const changes = protocolChanges(DATA, everything).filter(({ shorter }) => shorter.length === 0);
    expect(changes.length).toBeGreaterThan(20);

    const kinder: string[] = [];
    for (const needleDepthMm of [0.3, 0.5, 1, 1.5, 2.5]) {
      for (const profile of SKINS) {
        const { moment } = consult(new Knowledge(DATA), HOUR(1, profile, { needleDepthMm }));
        for (const { before, after } of changes) {
          for (const [index, course] of coursesOf(before).entries()) {
            const changed = coursesOf(after)[index] as Course; // a protocol adds and drops no case
            const id = `${before.id} ${index}`;
            const own = moment.ladder({ tag: before, course, relief: 'NONE', ladderId: id });
            const longer = moment.ladder({ tag: after, course: changed, relief: 'NONE', ladderId: `${id} after` });
            for (const hour of HOURS)
              if (severity(verdictAt(longer, hour)) < severity(verdictAt(own, hour))) kinder.push(`${id} at ${hour} h`);
          }
        }
      }
    }
    expect(kinder).toEqual([]);
  });
});

const HOURS = [1, 12, 23, 24, 36, 47, 60, 72, 96, 120, 167, 168, 200, 252, 336, 500, 1008, 2000];
const SKINS = [CALM_SKIN, { ...CALM_SKIN, fitzpatrick: 5 }, { ...CALM_SKIN, sensitive: true, acneProne: true }];

function coursesOf(tag: Tag): readonly Course[] {
  return [tag, ...tag.cases];
}

describe('a protocol that shortens a time', () => {
  it('is refused without a clinician, a reason and a day', () => {
    const holds = [{ tag: 'retinol', holdHours: [48, 96], because: BECAUSE }];
    expect(refusals('short.json', { name: 'Klinik', version: '3', holds })).toEqual([
      "  short.json › retinol › holdHours: is shorter than Salve's own (96 h up to 0.5 mm, 168 h above). Add clinician, who answers for it, and reviewedOn, the day of the decision; or lengthen the time.",
    ]);
    const { because, ...unreasoned } = SIGNED;
    expect(
      refusals('short.json', {
        name: 'Klinik',
        version: '3',
        holds: [{ ...unreasoned, tag: 'retinol', holdHours: [48, 96] }],
      }),
    ).toEqual(['  short.json › retinol › because: is missing. Write the reason in a sentence; answers show it.']);
    expect(because).toBe(BECAUSE);
  });

  it('is refused where one of the two depths is shorter, where caution is, and where "never" is', () => {
    const unsigned = (...holds: object[]) =>
      refusals('short.json', { name: 'Klinik', version: '3', clinician: 'Dr Ada Berg', holds });
    expect(unsigned({ tag: 'retinol', holdHours: [95, 400], because: BECAUSE })).toEqual([
      expect.stringContaining('Add reviewedOn, the day of the decision; or lengthen the time.'),
    ]);
    expect(unsigned({ tag: 'retinol', cautionHours: [200, 300], because: BECAUSE })).toEqual([
      expect.stringContaining("cautionHours: is shorter than Salve's own (240 h up to 0.5 mm, 336 h above)"),
    ]);
    expect(unsigned({ tag: 'isothiazolinone', holdHours: [336, 336], because: BECAUSE })).toEqual([
      expect.stringContaining("is shorter than Salve's own (it never ends)"),
    ]);
    expect(unsigned({ tag: 'botanical_other', holdHours: [24, 24], because: BECAUSE })).toEqual([
      expect.stringContaining("is shorter than Salve's own (72 h up to 0.5 mm, 72 h above)"),
    ]);
  });

  it('names the clinician wherever the class speaks', () => {
    const knowledge = under({ ...SIGNED, tag: 'retinol', holdHours: [48, 96] });
    const because = `Protocol of Klinik am See, version 3, 2026-11-20: ${BECAUSE}. Dr Ada Berg answers for the shorter time.`;
    expect(judgedUnder(knowledge, RETINOL, HOUR(95)).reasons[0]).toMatchObject({ code: 'HOLD', untilHour: 96 });
    const later = judgedUnder(knowledge, RETINOL, HOUR(96));
    expect(later.verdict).toBe('CAUTION');
    expect(later.reasons[0]).toMatchObject({ policy: { because, reviewedOn: '2026-11-20' } });
    expect(knowledge.protocol?.summary).toBe('Klinik am See, version 3: shorter for Retinol.');
  });

  it('says so where a product fits only because of it, which is then never IDEAL', () => {
    const knowledge = under({ ...SIGNED, tag: 'retinol', holdHours: [48, 96], cautionHours: [48, 120] });
    expect(judgedUnder(knowledge, RETINOL, HOUR(119)).verdict).toBe('CAUTION');
    const early = judgedUnder(knowledge, RETINOL, HOUR(120));
    expect(early.verdict).toBe('SUITABLE');
    expect(early.reasons.map((reason) => [reason.code, reason.rule, sentence(knowledge, reason)])).toEqual([
      ['NOTICE', 'retinol.protocol', "Retinol may be used earlier by the clinic's protocol."],
    ]);
    expect(early.reasons[0]?.policy?.because).toContain('Dr Ada Berg');

    const when = judgedUnder(knowledge, RETINOL, HOUR(336));
    expect(when.verdict).toBe(judgedUnder(new Knowledge(DATA), RETINOL, HOUR(336)).verdict);
    expect(when.reasons.map(({ rule }) => rule)).not.toContain('retinol.protocol');
  });

  it('says so at a trace too', () => {
    const knowledge = under({ ...SIGNED, tag: 'arbutin', holdHours: [24, 48] });
    const trace = 'Aqua, Glycerin, Panthenol, Phenoxyethanol, Arbutin';
    expect(judgedUnder(new Knowledge(DATA), trace, HOUR(100)).verdict).toBe('CAUTION');
    expect(judgedUnder(knowledge, trace, HOUR(100)).reasons.map(({ rule }) => rule)).toContain('arbutin.protocol');
  });

  it('says so of a kind of product too', () => {
    const knowledge = under({ ...SIGNED, tag: 'makeup_generic', holdHours: [24, 24], cautionHours: [24, 24] });
    const powder = formula('Powder', 'Mica, Zinc Oxide, Glycerin', { category: 'MAKEUP' });
    const { verdict, reasons } = assess(knowledge, readFormula(knowledge, powder), consult(knowledge, HOUR(100)));
    expect([verdict, reasons.map(({ rule }) => rule)]).toEqual(['SUITABLE', []]);
    const early = assess(
      knowledge,
      readFormula(knowledge, formula('Powder', 'Titanium Dioxide, Glycerin', { category: 'MAKEUP' })),
      consult(knowledge, HOUR(30)),
    );
    expect(early.reasons.map((reason) => sentence(knowledge, reason))).toEqual([
      "Make-up may be used earlier by the clinic's protocol.",
    ]);
  });

  it('leaves alone what is stricter than the class itself, and what skin asks for', () => {
    const knowledge = under(
      { ...SIGNED, tag: 'abrasive', holdHours: [96, 120] },
      { ...SIGNED, tag: 'vitc_ws', holdHours: [24, 24] },
    );
    const own = new Knowledge(DATA);
    const spicules = 'Aqua, Hydrolyzed Sponge, Glycerin, Phenoxyethanol';
    expect(judgedUnder(knowledge, spicules, HOUR(335)).reasons[0]).toMatchObject({ code: 'HOLD', untilHour: 336 });
    const vitamin = 'Aqua, Glycerin, Sodium Ascorbyl Phosphate, Phenoxyethanol';
    const sensitive = HOUR(100, { ...CALM_SKIN, sensitive: true });
    expect(judgedUnder(knowledge, vitamin, sensitive).verdict).toBe(judgedUnder(own, vitamin, sensitive).verdict);
  });

  it('may be one entry that shortens for shallow needles and lengthens for deep ones', () => {
    const knowledge = under({ ...SIGNED, tag: 'retinol', holdHours: [48, 300] });
    expect(judgedUnder(knowledge, RETINOL, HOUR(299)).verdict).toBe('AVOID');
    const shallow = HOUR(50, CALM_SKIN, { needleDepthMm: 0.3 });
    expect(judgedUnder(knowledge, RETINOL, shallow).verdict).toBe('CAUTION');
    expect(knowledge.protocol?.summary).toBe('Klinik am See, version 3: longer for Retinol; shorter for Retinol.');
  });

  it('lets a class end that never did, where a clinician says so', () => {
    const knowledge = under({ ...SIGNED, tag: 'isothiazolinone', holdHours: [336, 336] });
    expect(judgedUnder(knowledge, 'Aqua, Glycerin, Methylisothiazolinone', HOUR(400)).verdict).toBe('CAUTION');
  });

  it('ends the wait of a class that its cells alone made wait', () => {
    const knowledge = under({ ...SIGNED, tag: 'botanical_other', holdHours: [24, 48], cautionHours: [24, 48] });
    expect(judgedUnder(knowledge, 'Aqua, Oryza Sativa Extract, Glycerin, Phenoxyethanol', HOUR(48)).verdict).toBe(
      'SUITABLE',
    );
  });
});

describe('a protocol that asks for the hours that hold already', () => {
  it('changes no class', () => {
    const same = protocol({ tag: 'retinol', holdHours: [96, 168], cautionHours: [240, 336], because: BECAUSE });
    expect(protocolChanges(DATA, same)).toEqual([]);
    expect(underProtocol(DATA, same).tags).toEqual(DATA.tags);
    expect(underProtocol(DATA, same).protocol?.summary).toBe('Klinik am See, version 3: the same hours.');
  });
});

describe('the file of a protocol', () => {
  const good = {
    name: 'Klinik am See',
    version: '3',
    holds: [{ tag: 'retinol', holdHours: [120, 240], because: BECAUSE }],
  };

  it('is JSON or YAML', () => {
    expect(refusals('good.json', good)).toEqual([]);
    const yaml = [
      'name: Klinik am See',
      'version: 3',
      'holds:',
      '  - tag: retinol',
      '    holdHours: [120, 240]',
      `    because: ${BECAUSE}`,
    ];
    expect(refusals('good.yaml', yaml.join('\n'))).toEqual([]);
    const [fromJson, fromYaml] = ['good.json', 'good.yaml'].map(
      (name) => loadKnowledgeUnder(join(folder, name)).version,
    );
    expect(fromJson).toEqual(fromYaml);
    expect(loadKnowledgeUnder(null).version).toEqual(DATA.version);
  });

  it('is refused when it cannot be read', () => {
    expect(refusals('broken.json', '{"name": ')).toEqual([expect.stringMatching(/^ {2}broken.json: is not JSON: /)]);
    expect(refusals('broken.yaml', 'name: a\nname: b')).toEqual([
      expect.stringMatching(/^ {2}broken.yaml: is not YAML: .*unique/),
    ]);
    expect(refusals('twice.json', '{"name": "a", "name": "b"}')).toEqual([
      '  twice.json › name: is stated twice in one entry, again in line 1. Keep one of the two.',
    ]);
    expect(() => readProtocol(join(folder, 'gone.json'), DATA)).toThrow(/cannot be read \(ENOENT\)/);
  });

  it('is refused with every fault of its form at once', () => {
    const holds = [
      { tag: 'retinol', holdHours: [240, 120], because: BECAUSE },
      { tag: 'aha', because: BECAUSE },
      { tag: 'bha', hold: [1, 2], holdHours: [300, 400], because: ' ' },
    ];
    expect(refusals('bad.json', { name: 'Klinik', version: 'v 3', holds })).toEqual([
      expect.stringMatching(/version: "v 3" cannot be read\. Write the version/),
      expect.stringMatching(/retinol › holdHours: is shorter for deeper needles\. Write the longer time second\./),
      expect.stringMatching(/aha: changes nothing\. Write holdHours, cautionHours or both\./),
      expect.stringMatching(/bha › because: " " cannot be read\. Write the reason/),
      expect.stringMatching(/bha: has an unknown field "hold"/),
    ]);
  });

  it('is told the successor of a class that was retired', () => {
    const data = {
      ...DATA,
      retired: [
        { kind: 'class', id: 'vitamin_a', successor: 'retinol', on: '2026-11-24', because: 'For a test.' },
      ] as const,
    };
    const faults = protocolFaults(
      data,
      protocol({ tag: 'vitamin_a', holdHours: [300, 400], because: BECAUSE }),
      'k.yaml',
    );
    expect(faults.map(({ message }) => message)).toEqual([
      'names the class "vitamin_a", which does not exist. It was retired; write "retinol".',
    ]);
  });

  it('is refused for a class that does not exist or stands twice, and for words that promise', () => {
    const holds = [
      { tag: 'retinols', holdHours: [300, 400], because: BECAUSE },
      { tag: 'aha', holdHours: [300, 400], because: 'It heals better' },
      { tag: 'aha', holdHours: [300, 500], because: BECAUSE },
      { tag: 'zzzz', holdHours: [300, 500], because: BECAUSE },
    ];
    expect(refusals('wrong.json', { name: 'Klinik', version: '3', holds })).toEqual([
      '  wrong.json › retinols › tag: names the class "retinols", which does not exist. Mend the spelling: retinal, retinoid_ester_new, retinoid_rx, retinol, retinyl_ester.',
      '  wrong.json › aha › because: says "heals". Say what the skin looks or feels like instead.',
      '  wrong.json › aha › tag: stands in the protocol already. Join the two entries.',
      '  wrong.json › zzzz › tag: names the class "zzzz", which does not exist. Mend the spelling.',
    ]);
  });
});
