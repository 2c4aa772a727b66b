import { CONCERN, CONDITION, SYMPTOM } from '../../core/vocabulary.js';
import type { Fault } from '../faults.js';
import { idOf, type ListName, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

interface AskedFor {
  readonly list: ListName;
  readonly file: string;
  readonly ids: readonly string[];
}

/** What the code asks for by name: the closed sets, and the few entries that it knows. */
export const ASKED_FOR: readonly AskedFor[] = [
  { list: 'concerns', file: 'concerns.json', ids: Object.keys(CONCERN) },
  { list: 'conditions', file: 'contraindications.json', ids: Object.keys(CONDITION) },
  { list: 'symptoms', file: 'contraindications.json', ids: Object.keys(SYMPTOM) },
  {
    list: 'modifiers',
    file: 'modifiers.json',
    ids: ['ANTICOAGULANT', 'ECZEMA', 'FITZPATRICK_IV', 'FITZPATRICK_V_VI', 'IMMUNOSUPPRESSED', 'ROSACEA', 'SENSITIVE'],
  },
  {
    list: 'tags',
    file: 'tags/',
    ids: [
      'abrasive',
      'abrasive',
      'alcohol_denat',
      'aromatic_extract',
      'benzyl_alcohol',
      'cooling',
      'copper_peptide',
      'enzyme',
      'enzyme',
      'essential_oil',
      'fragrance',
      'fragrance_allergen',
      'growth_factor_recomb',
      'peptide_neuro',
      'peptide_signal',
      'phototoxic',
      'tea_tree',
      'unread',
      'uv_mineral',
      'uv_organic',
    ],
  },
  { list: 'claims', file: 'claims.json', ids: ['FIVE_MINUTES', 'LEAVE_ON_FORM', 'NO_RINSE', 'RINSE'] },
  {
    list: 'policies',
    file: 'policies.json',
    ids: ['avoid', 'avoid.not-understood', 'first-hours', 'list.incomplete', 'list.missing', 'product.not-found'],
  },
  {
    list: 'notices',
    file: 'notices.json',
    ids: [
      'AT_HOME_DEPTH',
      'AVOID_NOT_UNDERSTOOD',
      'COLD_SORES',
      'DEFAULTS_USED',
      'FIRST_WASH',
      'HEAT_AND_EXERCISE',
      'MAKEUP',
      'MARKET',
      'MISSING_CLEANSER',
      'MISSING_MOISTURIZER',
      'MISSING_SUNSCREEN',
      'NOTHING_INTO_OPEN_SKIN',
      'PRACTITIONER_FIRST',
      'PROTOCOL',
      'RADIOFREQUENCY',
      'SHADE_FIRST',
      'SUNSCREEN_DAILY',
      'SUNSCREEN_MINERAL',
      'SUNSCREEN_TINTED',
    ],
  },
];

export const vocabularyCovered = {
  name: 'everything that the code asks for by name is there',
  why: 'A concern, notice or rule that the code names and the seeds lack would fail at the first question about it.',
  check(data: LoadedKnowledge): Fault[] {
    return ASKED_FOR.flatMap(({ list, file, ids }) => {
      const known = new Set(data[list].map(idOf));
      return ids.filter((id) => !known.has(id)).map((id) => ({ file, entry: id, message: 'is missing. Add it.' }));
    });
  },
} satisfies Check;
