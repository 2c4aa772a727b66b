import type { Area, Condition, Device, Performer, SkinType, Symptom } from './vocabulary.js';

/** One microneedling session, seen from a moment. */
export interface Treatment {
  readonly device: Device;
  /** needle length in mm, 0.1…3.5; undefined = not known, read as 1.5 */
  readonly needleDepthMm?: number | undefined;
  /** hours since the last needle pass, -2160…8760; negative = the session is still to come */
  readonly hoursSince: number;
  readonly performedBy: Performer;
  readonly area: Area;
}

/** What is known of a person's skin; never stored, never logged. */
export interface SkinProfile {
  /** Fitzpatrick type 1…6; undefined = not known */
  readonly fitzpatrick?: number | undefined;
  /** undefined = not known */
  readonly sensitive?: boolean | undefined;
  readonly skinType?: SkinType | undefined;
  readonly acneProne?: boolean | undefined;
  readonly conditions: readonly Condition[];
  readonly symptoms: readonly Symptom[];
  /** INCI names, aliases or classes, as the person wrote them */
  readonly avoid: readonly string[];
}

/** A person of whom nothing is known. */
export const UNKNOWN_SKIN: SkinProfile = { conditions: [], symptoms: [], avoid: [] };
