import type { Knowledge } from '../core/knowledge.js';
import type { Consultation } from '../core/pair.js';
import { scoreOf, totalOf, type Stake, type WeightedConcern } from '../core/ranking/score.js';
import { untilPhase } from '../core/ranking/until-phase.js';
import type { Judgement } from '../core/verdict/judge.js';
import type { Phase, Verdict } from '../core/vocabulary.js';
import type { Product } from '../catalog/product.js';
import type { Contribution, Pairing, Reason } from './answer.types.js';
import { presentContributions, presentReasonsFor } from './present.js';

/** What all pairings of a ranking have in common. */
export interface Worth {
  readonly weighted: readonly WeightedConcern[];
  readonly stakes: readonly Stake[];
  readonly now: Phase;
  /** see `laterPhases` */
  readonly later: () => readonly Consultation[];
}

/** A product that fits. It may be kept longer than the request, so it holds nothing of that but what it needs. */
export class PairingAnswer implements Pairing {
  readonly verdict: Verdict;
  readonly score: number;

  constructor(
    private readonly knowledge: Knowledge,
    readonly product: Product,
    private readonly judgement: Judgement,
    private readonly worth: Worth,
  ) {
    this.verdict = judgement.verdict;
    this.score = totalOf(knowledge, judgement.reading, worth.stakes);
  }

  get contributions(): Contribution[] {
    const { weighted, now } = this.worth;
    return presentContributions(
      this.knowledge,
      scoreOf(this.knowledge, this.judgement.reading, weighted, now).contributions,
    );
  }

  reasons(first = Infinity): readonly Reason[] {
    return presentReasonsFor(this.knowledge, this.judgement.reasons.slice(0, first));
  }

  get untilPhase(): Phase | null {
    const { now, later } = this.worth;
    return untilPhase(this.knowledge, this.judgement, now, later()) ?? null;
  }
}
