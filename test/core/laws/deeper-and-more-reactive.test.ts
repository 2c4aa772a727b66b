import * as fc from 'fast-check';
import type { Question } from '../../../src/core/pair.js';
import type { SkinProfile } from '../../../src/core/treatment.js';
import { severity } from '../../../src/core/vocabulary.js';
import * as any from '../../support/arbitraries.js';
import { judged, read } from '../../support/world.js';

describe('law 3: never kinder is', () => {
  const scene = fc.record({ product: any.shelfProduct, treatment: any.treatment, profile: any.calmProfile });
  type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

  /** Two questions of one product, the second about a wound or a skin that asks for more care. */
  function neverKinder(
    cases: fc.Arbitrary<{ scene: Scene; gentle: Partial<Question>; harsh: Partial<Question> }>,
  ): void {
    any.law(cases, ({ scene: { product, treatment, profile }, gentle, harsh }) => {
      const reading = read(product);
      const asked = (question: Partial<Question>) => judged(reading, { treatment, profile, ...question });

      expect(severity(asked(harsh).verdict)).toBeGreaterThanOrEqual(severity(asked(gentle).verdict));
      expect(asked(harsh).usableFromHour ?? Infinity).toBeGreaterThanOrEqual(asked(gentle).usableFromHour ?? Infinity);
    });
  }

  const skins = (gentle: (profile: SkinProfile) => SkinProfile, harsh: (profile: SkinProfile) => SkinProfile) =>
    scene.map((scene) => ({
      scene,
      gentle: { profile: gentle(scene.profile) },
      harsh: { profile: harsh(scene.profile) },
    }));

  it('a deeper needle', () => {
    neverKinder(
      fc.tuple(scene, any.depthMm, any.depthMm).map(([scene, one, other]) => {
        const at = (needleDepthMm: number) => ({ treatment: { ...scene.treatment, needleDepthMm } });
        return { scene, gentle: at(Math.min(one, other)), harsh: at(Math.max(one, other)) };
      }),
    );
  });

  it('radiofrequency through the same needles', () => {
    neverKinder(
      scene.map((scene) => {
        const by = (device: 'PEN' | 'RADIOFREQUENCY') => ({ treatment: { ...scene.treatment, device } });
        return { scene, gentle: by('PEN'), harsh: by('RADIOFREQUENCY') };
      }),
    );
  });

  it('a session at home', () => {
    neverKinder(
      scene.map((scene) => {
        const by = (performedBy: 'PRACTITIONER' | 'AT_HOME') => ({ treatment: { ...scene.treatment, performedBy } });
        return { scene, gentle: by('PRACTITIONER'), harsh: by('AT_HOME') };
      }),
    );
  });

  it('a darker skin type', () => {
    const type = fc.integer({ min: 1, max: 6 });
    neverKinder(
      fc.tuple(scene, type, type).map(([scene, one, other]) => {
        const of = (fitzpatrick: number) => ({ profile: { ...scene.profile, fitzpatrick } });
        return { scene, gentle: of(Math.min(one, other)), harsh: of(Math.max(one, other)) };
      }),
    );
  });

  it('sensitive skin', () => {
    neverKinder(
      skins(
        (profile) => ({ ...profile, sensitive: false }),
        (profile) => ({ ...profile, sensitive: true }),
      ),
    );
  });

  it('skin of which nobody said whether it is sensitive, and it is less strict than skin that is', () => {
    const known =
      (sensitive: boolean | undefined) =>
      (profile: SkinProfile): SkinProfile => ({ ...profile, sensitive });
    neverKinder(skins(known(false), known(undefined)));
    neverKinder(skins(known(undefined), known(true)));
  });

  it('skin whose type nobody stated, compared with the types I to III', () => {
    neverKinder(
      skins(
        (profile) => ({ ...profile, fitzpatrick: 3 }),
        (profile) => ({ ...profile, fitzpatrick: undefined }),
      ),
    );
  });

  it.each(['ROSACEA', 'ECZEMA'] as const)('%s', (condition) => {
    neverKinder(
      skins(
        (profile) => ({ ...profile, conditions: profile.conditions.filter((one) => one !== condition) }),
        (profile) => ({ ...profile, conditions: [...new Set([...profile.conditions, condition])] }),
      ),
    );
  });

  it('skin prone to acne', () => {
    neverKinder(
      skins(
        (profile) => ({ ...profile, acneProne: false }),
        (profile) => ({ ...profile, acneProne: true }),
      ),
    );
  });

  it('one more thing to avoid', () => {
    neverKinder(
      fc.tuple(scene, any.knownName).map(([scene, name]) => {
        const avoiding = (avoid: readonly string[]) => ({ profile: { ...scene.profile, avoid } });
        return { scene, gentle: avoiding(scene.profile.avoid), harsh: avoiding([...scene.profile.avoid, name]) };
      }),
    );
  });

  it('a symptom or a condition that belongs to a practitioner', () => {
    const report = fc.constantFrom<Partial<SkinProfile>>(
      { symptoms: ['PUS'] },
      { symptoms: ['PERSISTENT_REDNESS'] },
      { conditions: ['KELOID'] },
    );
    neverKinder(
      fc.tuple(scene, report).map(([scene, report]) => ({
        scene: { ...scene, profile: { ...scene.profile, conditions: [] } },
        gentle: { profile: { ...scene.profile, conditions: [] } },
        harsh: { profile: { ...scene.profile, conditions: [], ...report } },
      })),
    );
  });
});
