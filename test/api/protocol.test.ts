import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnowledgeFaults } from '../../src/knowledge/faults.js';
import { startService, type Service } from '../support/service.js';

const folder = mkdtempSync(join(tmpdir(), 'salve-protocol-api-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, protocol: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(protocol));
  return path;
}

const LONGER = { tag: 'retinol', holdHours: [120, 240], because: 'Our passes go deeper' };

describe('a service under a clinic’s protocol', () => {
  let service: Service;
  beforeAll(async () => {
    const path = written('clinic.json', { name: 'Klinik am See', version: '3', holds: [LONGER] });
    service = await startService({ PROTOCOL: path });
  });
  afterAll(() => service.stop());

  it('says so in the reason, in a notice, in the class and in the version', async () => {
    const { data, errors } = await service.ask(`{
      assess(product: { label: { ingredients: "Aqua, Glycerin, Retinol" } }, treatment: { needleDepthMm: 1, hoursSince: 200 }) {
        verdict
        usableFromHour
        reasons { rule untilHour policy }
        notices { code detail }
      }
      ingredient(inci: "Retinol") { tags { holds { hours policy otherViews } } }
      knowledge { version }
    }`);

    expect(errors).toBeUndefined();
    const because = 'Protocol of Klinik am See, version 3: Our passes go deeper.';
    expect(data).toMatchObject({
      assess: {
        verdict: 'AVOID',
        reasons: [{ rule: 'retinol.hold', policy: because }],
        notices: expect.arrayContaining([
          { code: 'PROTOCOL', detail: 'Klinik am See, version 3: longer for Retinol.' },
        ]),
      },
      ingredient: {
        tags: [
          {
            holds: [120, 240].map((hours) => ({
              hours,
              policy: because,
              otherViews: expect.arrayContaining(['Salve itself: 96 h up to 0.5 mm, 168 h above']),
            })),
          },
        ],
      },
      knowledge: { version: expect.stringMatching(/^\d{4}\.\d{2}\.\d+\+klinik-am-see@3$/) },
    });
  });
});

it('a service does not start under a protocol that is refused, and says everything that is wrong', async () => {
  const holds = [
    { ...LONGER, holdHours: [24, 48] },
    { ...LONGER, tag: 'retinols' },
  ];
  const path = written('refused.json', { name: 'Klinik', version: '1', holds });

  const failed = await startService({ PROTOCOL: path }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(KnowledgeFaults);
  expect((failed as KnowledgeFaults).message).toMatch(
    /^2 faults in the protocol:\n.*retinol › holdHours: is shorter .*\n.*retinols › tag: names the class/,
  );
});
