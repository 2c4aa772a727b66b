import type { Knowledge } from '../core/knowledge.js';
import type { Judgement } from '../core/verdict/judge.js';
import type { Reason as CoreReason } from '../core/verdict/reason.js';
import type { Verdict } from '../core/vocabulary.js';
import type { Product } from '../catalog/product.js';
import { dateAt, presentPhase } from '../reference/present.js';
import type { PhaseWindow } from '../reference/reference.types.js';
import type { Assessment, Label, Notice, Reason, Referral } from './answer.types.js';
import type { Asked } from './asked.js';
import { presentLabel, presentNotices, presentReasons, presentReferral } from './present.js';
import { noticesOf } from './ranking-answer.js';

/** The verdict on one product or label; without a judgement no product answers to the reference. `swap` has a resolver. */
export class AssessmentAnswer implements Omit<Assessment, 'swap'> {
  constructor(
    private readonly knowledge: Knowledge,
    readonly product: Product | null,
    readonly judgement: Judgement | null,
    readonly question: Asked,
  ) {}

  get label(): Label | null {
    return this.judgement && presentLabel(this.knowledge, this.judgement.reading);
  }

  get verdict(): Verdict {
    return this.judgement?.verdict ?? (this.question.consultation.referral ? 'AVOID' : 'UNVERIFIED');
  }

  get phase(): PhaseWindow {
    const { moment } = this.question.consultation;
    return presentPhase(this.knowledge, moment, moment.phase, this.question.treatedAt);
  }

  get reasons(): Reason[] {
    const { consultation, treatedAt } = this.question;
    const reasons = this.judgement?.reasons ?? [...(consultation.referral?.reasons ?? []), this.notFound];
    return presentReasons(this.knowledge, reasons, treatedAt);
  }

  get referral(): Referral | null {
    return presentReferral(this.knowledge, this.question.consultation.referral, this.question.treatedAt);
  }

  get notices(): Notice[] {
    return presentNotices(this.knowledge, noticesOf(this.knowledge, this.question));
  }

  get usableFromHour(): number | null {
    return this.judgement?.usableFromHour ?? null;
  }

  get usableFrom(): Date | null {
    return dateAt(this.question.treatedAt, this.usableFromHour);
  }

  get completeness(): number {
    return this.judgement?.reading.completeness ?? 0;
  }

  private get notFound(): CoreReason {
    const rule = 'product.not-found';
    return { code: 'NOT_FOUND', rule, sources: [], policy: this.knowledge.policy(rule) };
  }
}
