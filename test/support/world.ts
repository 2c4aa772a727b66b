import type { Formula } from '../../src/core/formula.js';
import { Knowledge } from '../../src/core/knowledge.js';
import { assess, consult, type Question } from '../../src/core/pair.js';
import { readFormula, type FormulaReading } from '../../src/core/tagging/read-formula.js';
import { UNKNOWN_SKIN, type SkinProfile, type Treatment } from '../../src/core/treatment.js';
import type { Judgement } from '../../src/core/verdict/judge.js';
import { loadKnowledge } from '../../src/knowledge/load.js';

/** What Salve knows, from the seeds of this package: read once for each test file. */
export const knowledge = new Knowledge(loadKnowledge());

/** A skin of which the two questions that matter are answered, and that reacts little. */
export const CALM_SKIN: SkinProfile = { ...UNKNOWN_SKIN, fitzpatrick: 2, sensitive: false };
export { UNKNOWN_SKIN };

/** A leave-on serum unless `rest` says otherwise; its name is also its id. */
export function formula(name: string, label: string, rest: Partial<Formula> = {}): Formula {
  return { id: name, brand: 'Lindgrove', name, category: 'SERUM', rinseOff: false, label, ...rest };
}

/** A session with a pen at 1.0 mm in a practice. */
export function treatment(hoursSince: number, rest: Partial<Treatment> = {}): Treatment {
  return { device: 'PEN', needleDepthMm: 1, performedBy: 'PRACTITIONER', area: 'FACE', hoursSince, ...rest };
}

/** The question of calm skin so many hours after a session at 1.0 mm. */
export function HOUR(hoursSince: number, profile: SkinProfile = CALM_SKIN, rest: Partial<Treatment> = {}): Question {
  return { treatment: treatment(hoursSince, rest), profile };
}

const readings = new WeakMap<Formula, FormulaReading>();

/** How a product is read; the same product is read once. */
export function read(product: Formula): FormulaReading {
  const kept = readings.get(product) ?? readFormula(knowledge, product);
  readings.set(product, kept);
  return kept;
}

export function judged(product: Formula | FormulaReading, question: Question): Judgement {
  return assess(knowledge, 'taggings' in product ? product : read(product), consult(knowledge, question));
}
