import type { Knowledge } from '../core/knowledge.js';
import type { VerdictCounts as CoreCounts } from '../core/pair.js';
import { type Notice as CoreNotice, noticesFor, type Shelves } from '../core/ranking/notices.js';
import type { Orderable } from '../core/ranking/order.js';
import { CATEGORY } from '../core/vocabulary.js';
import { lasting } from '../graphql/cards.js';
import { cursorAt, type Position, type Question as Asking } from '../graphql/cursor.js';
import { connection, type Page, type PageInfo } from '../graphql/page.js';
import { presentPhase } from '../reference/present.js';
import type { KnowledgeVersion, PhaseWindow } from '../reference/reference.types.js';
import type { Ranked } from '../shelf/best.js';
import { facetsOf } from '../shelf/facets.js';
import type { Narrowing } from '../shelf/narrow.js';
import type {
  Facet,
  Notice,
  Pairing,
  PairingConnection,
  PairingEdge,
  Referral,
  VerdictCounts,
} from './answer.types.js';
import type { Asked } from './asked.js';
import { presentCounts, presentFacets, presentNotices, presentReferral } from './present.js';

/** A page of a ranking, laid out: the same for all whose skin is at this moment. */
export interface Ranking {
  readonly counts: CoreCounts;
  /** one more than the page holds, if there is one */
  readonly ranked: readonly Ranked[];
  /** what of them is shown, by row id */
  readonly pairings: ReadonlyMap<number, Pairing>;
  /** the same in their order */
  readonly nodes: readonly Pairing[];
  /** how all that fits spreads, once somebody asked */
  facets?: readonly Facet[];
}

/** How the page was asked for. */
export interface Asker {
  readonly asking: Asking;
  readonly wanted: Narrowing;
  readonly first: number;
  readonly isContinued: boolean;
}

/** A ranking as one person asked for it. Most ask for little of it, so the rest is worked out when it is asked for. */
export class RankingAnswer implements PairingConnection {
  constructor(
    private readonly held: Knowledge,
    private readonly ranking: Ranking,
    private readonly asker: Asker,
    readonly question: Asked,
  ) {}

  get nodes(): Pairing[] {
    return this.ranking.nodes as Pairing[];
  }

  get edges(): PairingEdge[] {
    return this.page.edges.flatMap((edge) => {
      const pairing = this.ranking.pairings.get(edge.node.rowId);
      return pairing === undefined ? [] : [edge.to(pairing)];
    });
  }

  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }

  get totalCount(): number {
    const { IDEAL, SUITABLE } = this.ranking.counts;
    return IDEAL + SUITABLE;
  }

  get counts(): VerdictCounts {
    return presentCounts(this.ranking.counts);
  }

  get facets(): Facet[] {
    const { standing, ranking } = this.question;
    this.ranking.facets ??= presentFacets(facetsOf(standing.shelf, ranking().sifted.fitting)).map(lasting);
    return this.ranking.facets as Facet[];
  }

  get phase(): PhaseWindow {
    const { moment } = this.question.consultation;
    return presentPhase(this.held, moment, moment.phase, this.question.treatedAt);
  }

  get referral(): Referral | null {
    return presentReferral(this.held, this.question.consultation.referral, this.question.treatedAt);
  }

  get notices(): Notice[] {
    const { consultation } = this.question;
    return presentNotices(
      this.held,
      noticesOf(this.held, this.question, consultation.referral ? undefined : this.shelves),
    );
  }

  get knowledge(): KnowledgeVersion {
    return this.held.version;
  }

  private get page(): Page<Ranked> {
    const { asking, first, isContinued } = this.asker;
    return connection(this.ranking.ranked, first, (one) => cursorAt(asking, positionIn(one)), isContinued);
  }

  private get shelves(): Shelves {
    const { standing, ranking } = this.question;
    const { fitting } = ranking().sifted;
    const inSight = Object.values(CATEGORY).filter((category) =>
      standing.shelf.byCategory.get(category)?.intersects(fitting),
    );
    return { fitting: new Set(inSight), asked: this.asker.wanted.categories ?? [] };
  }
}

/** What to know besides the products. @param shelves where products were ranked: which kinds fit */
export function noticesOf(
  knowledge: Knowledge,
  { treatment, profile, consultation }: Asked,
  shelves?: Shelves,
): CoreNotice[] {
  const { moment, avoid } = consultation;
  return noticesFor(knowledge, treatment, profile, moment, avoid, shelves);
}

export function positionIn({ score, evidence, name, id }: Orderable): Position {
  return [score, evidence, name, id];
}

export function orderAt([score, evidence, name, id]: Position): Orderable {
  return { score: Number(score), evidence: Number(evidence), name: String(name), id: String(id) };
}
