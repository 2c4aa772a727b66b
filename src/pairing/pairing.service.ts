import { Injectable } from '@nestjs/common';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import type { ProductFilter } from '../catalog/product-filter.js';
import type { Product } from '../catalog/product.js';
import type { Formula } from '../core/formula.js';
import type { Knowledge } from '../core/knowledge.js';
import { assess, consult, rank, type Answer, type Consultation, type Pairing as CorePairing } from '../core/pair.js';
import { noticesFor } from '../core/ranking/notices.js';
import { byRank, type Orderable } from '../core/ranking/order.js';
import type { WeightedConcern } from '../core/ranking/score.js';
import { laterPhases, untilPhase } from '../core/ranking/until-phase.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';
import type { Judgement } from '../core/verdict/judge.js';
import type { Reason as CoreReason } from '../core/verdict/reason.js';
import { CONCERN, PHASE, fits, type Category, type Phase } from '../core/vocabulary.js';
import { cursorAt, type Position, positionOf, type Question as Asking } from '../graphql/cursor.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { connection } from '../graphql/page.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { dateAt, presentPhase } from '../reference/present.js';
import type { PhaseWindow } from '../reference/reference.types.js';
import { narrowing } from '../shelf/narrow.js';
import { formulaOf, type Shelf, type Shelved } from '../shelf/shelf.js';
import { ShelfService } from '../shelf/shelf.service.js';
import type { Assessment, AssessmentConnection, Label, Pairing, PairingConnection } from './answer.types.js';
import type { Asked } from './asked.js';
import { Clock } from './clock.js';
import {
  presentContributions,
  presentCounts,
  presentFacets,
  presentLabel,
  presentNotices,
  presentReasons,
  presentReferral,
} from './present.js';
import type {
  LabelInput,
  LeftOutArgs,
  PairingsArgs,
  ProductRef,
  SkinProfileInput,
  TreatmentInput,
} from './question.args.js';
import { concernsOf, questionOf, type DatedQuestion } from './question.js';

/** Longest pasted label in UTF-8 bytes. */
const LONGEST_LABEL = 8 * 1024;
const LONGEST_NAME = 300;
const MOST_LABELS = 20;
/** Stands for the hour of what may never be used, in a cursor: it must be a number that JSON can write. */
const NEVER = Number.MAX_VALUE;

/** Turns questions into the core's words, asks the shelf, and lays the answers out. */
@Injectable()
export class PairingService {
  constructor(
    private readonly shelves: ShelfService,
    private readonly catalog: CatalogRepository,
    private readonly held: KnowledgeService,
    private readonly clock: Clock,
  ) {}

  private get knowledge(): Knowledge {
    return this.held.knowledge;
  }

  async pairings(args: PairingsArgs): Promise<PairingConnection> {
    const { concerns, treatment, profile, filter, channel, first, after: cursor } = args;
    const question = questionOf(treatment, profile, this.clock.now());
    const weighted = concernsOf(concerns);
    const passes = narrowing(this.knowledge, filter, channel);
    const asking: Asking = { name: 'pairings', args: { concerns, treatment, profile, filter, channel } };
    const position = positionOf(asking, cursor);

    const shelf = await this.shelves.current();
    const considered = shelf.entries.filter((entry) => isConsidered(entry, filter) && passes(entry));
    const answer = rank(
      this.knowledge,
      considered.map(({ reading }) => reading),
      weighted,
      question,
    );

    const page = connection(
      after(answer.ranked, orderOf, position).slice(0, first + 1),
      first,
      (pairing) => cursorAt(asking, positionIn(orderOf(pairing))),
      position !== undefined,
    );
    const later = laterPhases(this.knowledge, withoutWishes(question), answer);
    const nodes = page.nodes.map((pairing) =>
      this.presentPairing(shelf, pairing, question, answer.moment.phase, later),
    );
    const asked: Asked = {
      ...question,
      consultation: answer,
      shelf,
      ranked: () => answer.ranked,
      args: asking.args,
    };
    return {
      edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as Pairing })),
      nodes,
      pageInfo: page.pageInfo,
      totalCount: answer.ranked.length,
      phase: presentPhase(this.knowledge, answer.moment, answer.moment.phase, question.treatedAt),
      counts: presentCounts(answer.counts),
      facets: presentFacets(answer.ranked),
      referral: presentReferral(this.knowledge, answer.referral, question.treatedAt),
      notices: presentNotices(this.knowledge, this.noticesOf(question, answer, shelvesOf(answer, filter))),
      knowledge: this.knowledge.version,
      unranked: answer.leftOut,
      question: asked,
    };
  }

  /** The products that a ranking left out, the soonest usable first. */
  leftOut(
    { unranked, question }: PairingConnection,
    { first, after: cursor, verdicts }: LeftOutArgs,
  ): AssessmentConnection {
    const asking: Asking = { name: 'leftOut', args: { of: question.args, verdicts } };
    const position = positionOf(asking, cursor);
    const all = verdicts?.length ? unranked.filter(({ verdict }) => verdicts.includes(verdict)) : unranked;

    const page = connection(
      after(all, soonestOrderOf, position).slice(0, first + 1),
      first,
      (judgement) => cursorAt(asking, positionIn(soonestOrderOf(judgement))),
      position !== undefined,
    );
    const nodes = page.nodes.map((judgement) =>
      this.presentAssessment(productOf(question.shelf, judgement), judgement, question),
    );
    return {
      edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as Assessment })),
      nodes,
      pageInfo: page.pageInfo,
      totalCount: all.length,
    };
  }

  /**
   * Verdicts on products and labels, in the order in which they were asked.
   *
   * @throws BadRequest if a reference names nothing or several things, or there are too many labels
   */
  async assessAll(
    refs: readonly ProductRef[],
    treatment: TreatmentInput,
    profile: SkinProfileInput | null | undefined,
  ): Promise<Assessment[]> {
    if (refs.filter(({ label }) => label).length > MOST_LABELS) {
      throw new BadRequest(CODE.TOO_MANY, `At most ${MOST_LABELS} of the products can be pasted labels.`, 'products');
    }
    for (const ref of refs) requireOneName(ref);
    const question = questionOf(treatment, profile, this.clock.now());
    const consultation = consult(this.knowledge, question);
    const shelf = await this.shelves.current();
    const asked: Asked = {
      ...question,
      consultation,
      shelf,
      ranked: once(() => this.rankAll(shelf, question)),
      args: undefined,
    };
    const [bySku, byGtin] = await Promise.all([
      this.catalog.bySkus(given(refs, ({ sku }) => sku)),
      this.catalog.byGtins(given(refs, ({ gtin }) => gtin)),
    ]);

    return refs.map((ref, index) => {
      if (ref.label) {
        const reading = readFormula(this.knowledge, formulaOfLabel(ref.label, index));
        return this.presentAssessment(null, assess(this.knowledge, reading, consultation), asked);
      }
      const id = ref.id ?? bySku.get(ref.sku ?? '')?.id ?? byGtin.get(ref.gtin ?? '')?.id;
      const entry = id === undefined ? undefined : shelf.find(id);
      if (entry === undefined) return this.presentAssessment(null, undefined, asked);
      return this.presentAssessment(entry.product, assess(this.knowledge, entry.reading, consultation), asked);
    });
  }

  /** All phases in order of time. */
  phases(treatment: TreatmentInput, profile: SkinProfileInput | null): PhaseWindow[] {
    const question = questionOf(treatment, profile, this.clock.now());
    const { moment } = consult(this.knowledge, question);
    return Object.values(PHASE).map((phase) => presentPhase(this.knowledge, moment, phase, question.treatedAt));
  }

  /** @throws BadRequest if the label is too long */
  readLabel(ingredients: string): Label {
    requireShort(ingredients);
    return presentLabel(this.knowledge, readFormula(this.knowledge, formulaOfLabel({ ingredients }, 0)));
  }

  /** How a product of the catalog was read. */
  async reading(product: Product): Promise<FormulaReading> {
    const entry = (await this.shelves.current()).find(product.id);
    return entry?.reading ?? readFormula(this.knowledge, formulaOf(product));
  }

  async label(product: Product): Promise<Label> {
    return presentLabel(this.knowledge, await this.reading(product));
  }

  /** The best fitting product of the same kind, for one that does not fit; null if it fits, or none does. */
  swap({ judgement, verdict, question }: Assessment): Product | null {
    if (judgement === null || fits(verdict)) return null;
    const { category } = judgement.reading.formula;
    const best = question.ranked().find(({ reading }) => reading.formula.category === category);
    return best ? productOf(question.shelf, best) : null;
  }

  /** Everything that fits, for whoever named no concern. */
  private rankAll(shelf: Shelf, question: DatedQuestion): readonly CorePairing[] {
    const readings = shelf.entries.map(({ reading }) => reading);
    return rank(this.knowledge, readings, ALL_CONCERNS, question).ranked;
  }

  private presentPairing(
    shelf: Shelf,
    pairing: CorePairing,
    question: DatedQuestion,
    now: Phase,
    later: readonly Consultation[],
  ): Pairing {
    return {
      product: productOf(shelf, pairing),
      verdict: pairing.verdict,
      score: pairing.score,
      contributions: presentContributions(this.knowledge, pairing),
      reasons: presentReasons(this.knowledge, pairing.reasons, question.treatedAt),
      untilPhase: untilPhase(this.knowledge, pairing, now, later) ?? null,
    };
  }

  /** @param judgement undefined: no product answers to the reference */
  private presentAssessment(product: Product | null, judgement: Judgement | undefined, asked: Asked): Assessment {
    const { consultation, treatedAt } = asked;
    const referral = presentReferral(this.knowledge, consultation.referral, treatedAt);
    const reasons = judgement?.reasons ?? [...(consultation.referral?.reasons ?? []), this.notFound()];
    return {
      product,
      label: judgement ? presentLabel(this.knowledge, judgement.reading) : null,
      verdict: judgement?.verdict ?? (referral ? 'AVOID' : 'UNVERIFIED'),
      phase: presentPhase(this.knowledge, consultation.moment, consultation.moment.phase, treatedAt),
      reasons: presentReasons(this.knowledge, reasons, treatedAt),
      referral,
      notices: presentNotices(this.knowledge, this.noticesOf(asked, consultation)),
      usableFromHour: judgement?.usableFromHour ?? null,
      usableFrom: dateAt(treatedAt, judgement?.usableFromHour),
      completeness: judgement?.reading.completeness ?? 0,
      judgement: judgement ?? null,
      question: asked,
    };
  }

  private notFound(): CoreReason {
    const rule = 'product.not-found';
    return { code: 'NOT_FOUND', rule, sources: [], policy: this.knowledge.policy(rule) };
  }

  private noticesOf(
    { treatment, profile }: DatedQuestion,
    { moment, avoid }: Consultation,
    shelves?: ReturnType<typeof shelvesOf>,
  ) {
    return noticesFor(this.knowledge, treatment, profile, moment, avoid, shelves);
  }
}

const ALL_CONCERNS: readonly WeightedConcern[] = Object.values(CONCERN).map((concern) => ({ concern, weight: 1 }));

/** MAKEUP is considered only where the filter asks for it. */
function isConsidered({ product }: Shelved, filter: ProductFilter | null | undefined): boolean {
  return product.category !== 'MAKEUP' || filter?.categories?.includes('MAKEUP') === true;
}

function shelvesOf({ ranked, referral }: Answer, filter: ProductFilter | null | undefined) {
  if (referral !== undefined) return undefined;
  const fitting: ReadonlySet<Category> = new Set(ranked.map(({ reading }) => reading.formula.category));
  return { fitting, asked: filter?.categories ?? [] };
}

/** The product of a judgement; what was judged stood on this shelf. */
function productOf(shelf: Shelf, { reading }: Judgement): Product {
  return (shelf.find(reading.formula.id) as Shelved).product;
}

/**
 * What fits holds nothing that the person avoids, now or at any other hour: their wishes need not be read again for
 * each hour that is looked at.
 */
function withoutWishes(question: DatedQuestion): DatedQuestion {
  return { ...question, profile: { ...question.profile, avoid: [] } };
}

function orderOf(pairing: CorePairing): Orderable {
  const { name, id } = pairing.reading.formula;
  return { score: pairing.score, evidence: pairing.evidence, name, id };
}

/** The order of what was left out, as an order of ranks: the sooner it is usable, the higher. */
function soonestOrderOf({ usableFromHour = NEVER, reading: { formula } }: Judgement): Orderable {
  return { score: -usableFromHour, evidence: 0, name: formula.name, id: formula.id };
}

/** What stands behind a position, also where the very thing at it has gone or moved. */
function after<T>(all: readonly T[], orderOf: (one: T) => Orderable, position: Position | undefined): readonly T[] {
  return position === undefined ? all : all.filter((one) => byRank(orderOf(one), orderAt(position)) > 0);
}

function positionIn({ score, evidence, name, id }: Orderable): Position {
  return [score, evidence, name, id];
}

function orderAt([score, evidence, name, id]: Position): Orderable {
  return { score: Number(score), evidence: Number(evidence), name: String(name), id: String(id) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function requireOneName({ id, sku, gtin, label }: ProductRef): void {
  const names = [id, sku, gtin, label].filter((name) => name !== null && name !== undefined);
  if (names.length !== 1) {
    throw new BadRequest(
      CODE.EXACTLY_ONE,
      'Name each product by exactly one of `id`, `sku`, `gtin` and `label`.',
      'products',
    );
  }
}

function given(refs: readonly ProductRef[], name: (ref: ProductRef) => string | null | undefined): string[] {
  return [...new Set(refs.map(name))].filter((value) => value !== null && value !== undefined);
}

/** A pasted label as a product: it stays on the skin unless its kind says otherwise. */
function formulaOfLabel({ ingredients, category, name }: LabelInput, index: number): Formula {
  requireShort(ingredients);
  if ((name?.length ?? 0) > LONGEST_NAME)
    throw new BadRequest(CODE.TOO_LONG, `A name has at most ${LONGEST_NAME} characters.`, 'name');
  return {
    id: `label-${index}`,
    brand: '',
    name: name ?? '',
    category: category ?? 'MOISTURIZER',
    rinseOff: false,
    label: ingredients,
  };
}

function requireShort(label: string): void {
  if (Buffer.byteLength(label) > LONGEST_LABEL) {
    throw new BadRequest(
      CODE.TOO_LONG,
      'The label is longer than 8 kB. Send the ingredient list alone.',
      'ingredients',
    );
  }
}
