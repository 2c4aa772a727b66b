import type { Formula } from '../../../src/core/formula.js';
import { consult, type Question } from '../../../src/core/pair.js';
import { laterPhases, untilPhase } from '../../../src/core/ranking/until-phase.js';
import type { Phase } from '../../../src/core/vocabulary.js';
import { formula, HOUR, judged, knowledge } from '../../support/world.js';

const stays = (product: Formula, question: Question): readonly [string, Phase | undefined] => {
  const judgement = judged(product, question);
  const now = consult(knowledge, question);
  const later = laterPhases(knowledge, question, now);
  return [judgement.verdict, untilPhase(knowledge, judgement, now.moment.phase, later)];
};

describe('the last phase through which a verdict stays', () => {
  const hydrating = formula('Dew', 'Aqua, Glycerin, Allantoin, Sodium Hyaluronate, Phenoxyethanol');

  it('is reintroduction for what is ideal while skin recovers only', () => {
    for (const hour of [24, 72, 335.9]) expect(stays(hydrating, HOUR(hour))).toEqual(['IDEAL', 'REINTRODUCTION']);
  });

  it('is that of now where the next phase changes it', () => {
    expect(stays(hydrating, HOUR(12))).toEqual(['SUITABLE', 'OPEN_CHANNELS']);
  });

  it('is preparation before a session, for in its first hours nothing fits', () => {
    expect(stays(hydrating, HOUR(-100))).toEqual(['SUITABLE', 'PREPARATION']);
  });

  it('has no end where no later phase changes it', () => {
    expect(stays(hydrating, HOUR(336))).toEqual(['SUITABLE', undefined]);
    expect(stays(hydrating, HOUR(1008))).toEqual(['SUITABLE', undefined]);
    expect(stays(formula('Plain', 'Aqua, Xanthan Gum'), HOUR(24))).toEqual(['SUITABLE', undefined]);
  });
});
