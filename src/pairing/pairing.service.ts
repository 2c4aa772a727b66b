import { Injectable } from '@nestjs/common';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import type { Product } from '../catalog/product.js';
import type { Formula } from '../core/formula.js';
import type { Knowledge } from '../core/knowledge.js';
import { assess, consult, type Consultation } from '../core/pair.js';
import { normalised, stakesOf } from '../core/ranking/score.js';
import { laterPhases } from '../core/ranking/until-phase.js';
import { readFormula, type FormulaReading } from '../core/tagging/read-formula.js';
import type { Judgement } from '../core/verdict/judge.js';
import { CONCERN, PHASE, fits, type Verdict } from '../core/vocabulary.js';
import { lasting } from '../graphql/cards.js';
import { cursorAt, positionOf, type Question as Asking } from '../graphql/cursor.js';
import { BadRequest, CODE } from '../graphql/errors.js';
import { findKey } from '../graphql/node.js';
import { connection } from '../graphql/page.js';
import { KnowledgeService } from '../knowledge/knowledge.module.js';
import { presentPhase } from '../reference/present.js';
import type { PhaseWindow } from '../reference/reference.types.js';
import { best, type Ranked } from '../shelf/best.js';
import { considered, narrowing, passing } from '../shelf/narrow.js';
import { roomFor } from '../shelf/postings.js';
import { ShelfService } from '../shelf/shelf.service.js';
import { sift, type Standing } from '../shelf/sift.js';
import { soonest } from '../shelf/soonest.js';
import type { Assessment, AssessmentConnection, Label, Pairing, PairingConnection } from './answer.types.js';
import type { Asked } from './asked.js';
import { Clock } from './clock.js';
import { presentLabel } from './present.js';
import type {
  LabelInput,
  LeftOutArgs,
  PairingsArgs,
  ProductRef,
  SkinProfileInput,
  TreatmentInput,
} from './question.args.js';
import { AssessmentAnswer } from './assessment-answer.js';
import { PairingAnswer, type Worth } from './pairing-answer.js';
import { orderAt, positionIn, RankingAnswer } from './ranking-answer.js';
import { concernsOf, questionOf, type DatedQuestion } from './question.js';
import { Rankings } from './rankings.js';

/** Longest pasted label in UTF-8 bytes. */
const LONGEST_LABEL = 8 * 1024;
const LONGEST_NAME = 300;
const MOST_LABELS = 20;

/** Turns questions into the core's words, asks the shelf, and lays the answers out. */
@Injectable()
export class PairingService {
  private readonly rankings = new Rankings();

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
    const { concerns, treatment, profile, filter, channel, first, after } = args;
    const question = questionOf(treatment, profile, this.clock.now());
    const weighted = normalised(concernsOf(concerns));
    const wanted = narrowing(this.knowledge, filter, channel);
    const asking: Asking = { name: 'pairings', args: { concerns, treatment, profile, filter, channel } };
    const position = positionOf(asking, after);

    const standing = await this.shelves.current();
    const consultation = this.consult(standing, question);
    const stakes = stakesOf(this.knowledge, weighted, consultation.moment.phase);
    const sifted = once(() => sift(standing, consultation, considered(standing.shelf, wanted)));
    const isContinued = position !== undefined;
    const key = isContinued ? undefined : this.keyOf(standing, consultation, question, [wanted, stakes, first]);
    const ranking = await this.rankings.of(standing.shelf, key, async (keep) => {
      const ranked = best(standing.shelf, sifted().fitting, stakes, first + 1, position && orderAt(position));
      const nodes = await this.shown(ranked.slice(0, first), { weighted, stakes }, question, consultation);
      if (keep) lasting(nodes).forEach((pairing) => lasting(pairing));
      const pairings = new Map(nodes.map((pairing) => [pairing.product.rowId, pairing]));
      return { counts: sifted().counts, ranked, pairings, nodes };
    });
    return new RankingAnswer(
      this.knowledge,
      ranking,
      { asking, wanted, first, isContinued },
      { ...question, consultation, standing, ranking: () => ({ sifted: sifted(), stakes }), args: asking.args },
    );
  }

  /**
   * What a ranking hangs on besides the catalog: the moment, and no minute; the wishes, and not in whose words.
   *
   * @param rest further things of the question, of which none is about a person
   * @returns undefined where it hangs on more than that
   */
  private keyOf(
    { moments }: Standing,
    { moment, avoid, referral }: Consultation,
    { profile }: DatedQuestion,
    rest: readonly unknown[],
  ): string | undefined {
    if (referral || profile.symptoms.length > 0 || avoid.notUnderstood.length > 0) return undefined;
    const wishes = avoid.wishes.map((wish) => this.rankings.numberOf(wish));
    return JSON.stringify([moments.stretchOf(moment), wishes, ...rest]);
  }

  /** The products that a ranking left out, the soonest usable first. */
  async leftOut(
    { question }: PairingConnection,
    { first, after, verdicts }: LeftOutArgs,
  ): Promise<AssessmentConnection> {
    const { consultation, standing } = question;
    const { sifted } = question.ranking();
    const asking: Asking = { name: 'leftOut', args: { of: question.args, verdicts } };
    const position = positionOf(asking, after);
    const wanted = LEFT_OUT.filter((verdict) => !verdicts?.length || verdicts.includes(verdict));
    const among = sifted.having(wanted);
    const found = soonest(standing.shelf, consultation, among, first + 1, position && orderAt(position));

    const page = connection(found, first, (one) => cursorAt(asking, positionIn(one)), position !== undefined);
    const judged = new Map((await this.judged(page.nodes, consultation)).map((one) => [one.product.rowId, one]));
    const edges = page.edges.flatMap((edge) => {
      const one = judged.get(edge.node.rowId);
      if (one === undefined) return [];
      return [edge.to(this.assessment(one.product, one.judgement, question))];
    });
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: page.pageInfo,
      totalCount: wanted.reduce((sum, verdict) => sum + sifted.counts[verdict], 0),
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
    const standing = await this.shelves.current();
    const consultation = this.consult(standing, question);
    const asked: Asked = {
      ...question,
      consultation,
      standing,
      ranking: once(() => ({
        sifted: sift(standing, consultation, passing(standing.shelf, {})),
        stakes: stakesOf(this.knowledge, ALL_CONCERNS, consultation.moment.phase),
      })),
      args: undefined,
    };
    const [bySku, byGtin] = await Promise.all([
      this.catalog.bySkus(given(refs, ({ sku }) => sku)),
      this.catalog.byGtins(given(refs, ({ gtin }) => gtin)),
    ]);
    const rowIds = refs.map(({ id, sku, gtin }) =>
      id ? Number(findKey('Product', id)) : (bySku.get(sku ?? '') ?? byGtin.get(gtin ?? ''))?.rowId,
    );
    const found = await this.shelves.readings.byRowIds(rowIds.filter((rowId) => rowId !== undefined));

    return refs.map((ref, index) => {
      if (ref.label) {
        const reading = readFormula(this.knowledge, formulaOfLabel(ref.label, index));
        return this.assessment(null, assess(this.knowledge, reading, consultation), asked);
      }
      const entry = found.get(rowIds[index] ?? NaN);
      if (entry === undefined) return this.assessment(null, null, asked);
      return this.assessment(entry.product, assess(this.knowledge, entry.reading, consultation), asked);
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
  reading(product: Product): FormulaReading {
    return this.shelves.readings.of(product);
  }

  label(product: Product): Label {
    return presentLabel(this.knowledge, this.reading(product));
  }

  /** The best fitting product of the same kind, for one that does not fit; null if it fits, or none does. */
  async swap({ judgement, verdict, question }: Assessment): Promise<Product | null> {
    if (judgement === null || fits(verdict)) return null;
    const { shelf } = question.standing;
    const { sifted, stakes } = question.ranking();
    const kin = roomFor(shelf.places);
    shelf.byCategory.addTo(kin, [judgement.reading.formula.category]);
    const [one] = best(shelf, kin.intersection(sifted.fitting), stakes, 1);
    if (one === undefined) return null;
    return (await this.shelves.readings.byRowIds([one.rowId])).get(one.rowId)?.product ?? null;
  }

  private consult({ moments }: Standing, question: DatedQuestion): Consultation {
    return consult(this.knowledge, question, moments.healing(question));
  }

  /** Products in full, in their order, with the core's own verdict, which is the one that is shown. */
  private async judged(ranked: readonly Ranked[], consultation: Consultation): Promise<Judged[]> {
    const found = await this.shelves.readings.byRowIds(ranked.map(({ rowId }) => rowId));
    return ranked.flatMap(({ rowId }) => {
      const one = found.get(rowId);
      if (one === undefined) return [];
      return [{ product: one.product, judgement: assess(this.knowledge, one.reading, consultation) }];
    });
  }

  /** Products that were ranked, laid out. What changed since, and no longer fits, is not shown as though it did. */
  private async shown(
    ranked: readonly Ranked[],
    earned: Pick<Worth, 'weighted' | 'stakes'>,
    question: DatedQuestion,
    consultation: Consultation,
  ): Promise<Pairing[]> {
    const { knowledge } = this;
    const later = once(() => laterPhases(knowledge, withoutWishes(question), consultation));
    const worth = { ...earned, now: consultation.moment.phase, later };
    const judged = await this.judged(ranked, consultation);
    return judged
      .filter(({ judgement }) => fits(judgement.verdict))
      .map(({ product, judgement }) => new PairingAnswer(knowledge, product, judgement, worth));
  }

  private assessment(product: Product | null, judgement: Judgement | null, asked: Asked): Assessment {
    return new AssessmentAnswer(this.knowledge, product, judgement, asked);
  }
}

interface Judged {
  readonly product: Product;
  readonly judgement: Judgement;
}

const ALL_CONCERNS = normalised(Object.values(CONCERN).map((concern) => ({ concern, weight: 1 })));
const LEFT_OUT = ['CAUTION', 'UNVERIFIED', 'AVOID'] as const satisfies readonly Verdict[];

/**
 * What fits holds nothing that the person avoids, now or at any other hour: their wishes need not be read again for
 * each hour that is looked at.
 */
function withoutWishes(question: DatedQuestion): DatedQuestion {
  return { ...question, profile: { ...question.profile, avoid: [] } };
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
