/**
 * The closed sets of the domain. Key equals value, because GraphQL shows the key.
 * A client treats a value it does not know as the strictest.
 */

/** What is to be improved. */
export const CONCERN = {
  ACNE_SCARS: 'ACNE_SCARS',
  STRETCH_MARKS: 'STRETCH_MARKS',
  FINE_LINES: 'FINE_LINES',
  BLEMISHES: 'BLEMISHES',
  TEXTURE: 'TEXTURE',
  PIGMENTATION: 'PIGMENTATION',
  FIRMNESS: 'FIRMNESS',
  RADIANCE: 'RADIANCE',
  HYDRATION: 'HYDRATION',
  PORES: 'PORES',
  SUN_PROTECTION: 'SUN_PROTECTION',
  SOOTHING: 'SOOTHING',
} as const;
export type Concern = keyof typeof CONCERN;

/** Stretches of recovery; the dossier's PRE and P0 … P5, in order of time. */
export const PHASE = {
  PREPARATION: 'PREPARATION',
  OPEN_CHANNELS: 'OPEN_CHANNELS',
  EARLY_RECOVERY: 'EARLY_RECOVERY',
  LATE_RECOVERY: 'LATE_RECOVERY',
  REINTRODUCTION: 'REINTRODUCTION',
  REMODELLING: 'REMODELLING',
  MAINTENANCE: 'MAINTENANCE',
} as const;
export type Phase = keyof typeof PHASE;

/** The phases that come after the last needle pass, in order of time. */
export const HEALING_PHASES = [
  'OPEN_CHANNELS',
  'EARLY_RECOVERY',
  'LATE_RECOVERY',
  'REINTRODUCTION',
  'REMODELLING',
  'MAINTENANCE',
] as const satisfies readonly Phase[];
export type HealingPhase = (typeof HEALING_PHASES)[number];

/** Whether a product may be used at a moment; see `severity` for the order. */
export const VERDICT = {
  IDEAL: 'IDEAL',
  SUITABLE: 'SUITABLE',
  CAUTION: 'CAUTION',
  UNVERIFIED: 'UNVERIFIED',
  AVOID: 'AVOID',
} as const;
export type Verdict = keyof typeof VERDICT;

export const CATEGORY = {
  SERUM: 'SERUM',
  CREAM: 'CREAM',
  MOISTURIZER: 'MOISTURIZER',
  CLEANSER: 'CLEANSER',
  TONER: 'TONER',
  SUNSCREEN: 'SUNSCREEN',
  MASK: 'MASK',
  OIL: 'OIL',
  BALM: 'BALM',
  EXFOLIANT: 'EXFOLIANT',
  EYE_CARE: 'EYE_CARE',
  BODY_CARE: 'BODY_CARE',
  MAKEUP: 'MAKEUP',
  DEVICE: 'DEVICE',
  OTHER: 'OTHER',
} as const;
export type Category = keyof typeof CATEGORY;

export const DEVICE = { ROLLER: 'ROLLER', STAMP: 'STAMP', PEN: 'PEN', RADIOFREQUENCY: 'RADIOFREQUENCY' } as const;
export type Device = keyof typeof DEVICE;

/** A several trials or a meta-analysis; B one good trial or several small; C weak; D mechanism only; N trials show no benefit. */
export const EVIDENCE_GRADE = { A: 'A', B: 'B', C: 'C', D: 'D', N: 'N' } as const;
export type EvidenceGrade = keyof typeof EVIDENCE_GRADE;

/** How sure we are what a printed name means. NEAR (a spelling slip) may raise severity, never clear it. */
export const CERTAINTY = { EXACT: 'EXACT', ALIAS: 'ALIAS', NEAR: 'NEAR', UNKNOWN: 'UNKNOWN' } as const;
export type Certainty = keyof typeof CERTAINTY;

export const PERFORMER = { PRACTITIONER: 'PRACTITIONER', AT_HOME: 'AT_HOME', UNKNOWN: 'UNKNOWN' } as const;
export type Performer = keyof typeof PERFORMER;

export const AREA = { FACE: 'FACE', NECK: 'NECK', BODY: 'BODY', SCALP: 'SCALP' } as const;
export type Area = keyof typeof AREA;

export const SKIN_TYPE = { DRY: 'DRY', NORMAL: 'NORMAL', COMBINATION: 'COMBINATION', OILY: 'OILY' } as const;
export type SkinType = keyof typeof SKIN_TYPE;

export const CONDITION = {
  PREGNANT: 'PREGNANT',
  BREASTFEEDING: 'BREASTFEEDING',
  ISOTRETINOIN: 'ISOTRETINOIN',
  KELOID: 'KELOID',
  ACTIVE_INFECTION: 'ACTIVE_INFECTION',
  ACTIVE_ACNE: 'ACTIVE_ACNE',
  COLD_SORES: 'COLD_SORES',
  ROSACEA: 'ROSACEA',
  ECZEMA: 'ECZEMA',
  METAL_ALLERGY: 'METAL_ALLERGY',
  IMMUNOSUPPRESSED: 'IMMUNOSUPPRESSED',
  ANTICOAGULANT: 'ANTICOAGULANT',
} as const;
export type Condition = keyof typeof CONDITION;

export const SYMPTOM = {
  INCREASING_PAIN: 'INCREASING_PAIN',
  SPREADING_REDNESS: 'SPREADING_REDNESS',
  PUS: 'PUS',
  FEVER: 'FEVER',
  BLISTERS: 'BLISTERS',
  HIVES: 'HIVES',
  SWELLING: 'SWELLING',
  FIRM_BUMPS: 'FIRM_BUMPS',
  NUMBNESS: 'NUMBNESS',
  WEEPING: 'WEEPING',
  PERSISTENT_REDNESS: 'PERSISTENT_REDNESS',
} as const;
export type Symptom = keyof typeof SYMPTOM;

export const SOURCE_KIND = {
  STUDY: 'STUDY',
  REVIEW: 'REVIEW',
  REGULATION: 'REGULATION',
  GUIDELINE: 'GUIDELINE',
  LEAFLET: 'LEAFLET',
  LABEL: 'LABEL',
  EXPERT: 'EXPERT',
  ARTICLE: 'ARTICLE',
} as const;
export type SourceKind = keyof typeof SOURCE_KIND;

/** Where a pack is sold, as far as rules for cosmetics differ. */
export const MARKET = { EU: 'EU', UK: 'UK', US: 'US' } as const;
export type Market = keyof typeof MARKET;

/** Why a verdict is what it is. */
export const REASON_CODE = {
  /** a class may not be applied yet: its hold is running */
  HOLD: 'HOLD',
  /** a class is inside its stop window before the treatment */
  STOP: 'STOP',
  /** a class asks for a professional's choice at this hour */
  CAUTIOUS: 'CAUTIOUS',
  /** a name could not be identified */
  UNREAD: 'UNREAD',
  /** the ingredient list is cut, or holds only highlights */
  INCOMPLETE_LIST: 'INCOMPLETE_LIST',
  /** there is no ingredient list */
  NO_LIST: 'NO_LIST',
  /** an ingredient that the person avoids */
  AVOIDED: 'AVOIDED',
  /** the kind of product, not an ingredient */
  FORM: 'FORM',
  /** the first hours, in which nothing retail fits better than with caution */
  FIRST_HOURS: 'FIRST_HOURS',
  /** a condition or symptom that belongs to a practitioner */
  REFERRAL: 'REFERRAL',
  /** no product answers to the reference */
  NOT_FOUND: 'NOT_FOUND',
  /** an ingredient that soothes, hydrates or rebuilds, or an active with evidence */
  BENEFIT: 'BENEFIT',
  /** something to know about a product that fits */
  NOTICE: 'NOTICE',
} as const;
export type ReasonCode = keyof typeof REASON_CODE;

export const INDICATOR = { INFO: 'INFO', WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type Indicator = keyof typeof INDICATOR;

export const URGENCY = { ROUTINE: 'ROUTINE', SAME_DAY: 'SAME_DAY', EMERGENCY: 'EMERGENCY' } as const;
export type Urgency = keyof typeof URGENCY;

/**
 * Severity of a verdict, 0 to 3. IDEAL and SUITABLE are equally safe: both 0.
 * Rulings, "The ladder": AVOID > UNVERIFIED > CAUTION > fits.
 */
export function severity(verdict: Verdict): 0 | 1 | 2 | 3 {
  switch (verdict) {
    case 'AVOID':
      return 3;
    case 'UNVERIFIED':
      return 2;
    case 'CAUTION':
      return 1;
    default:
      return 0;
  }
}

/** Whether a verdict is one of those that are ranked. */
export function fits(verdict: Verdict): boolean {
  return severity(verdict) === 0;
}
