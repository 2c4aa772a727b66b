import type { Formula } from '../core/formula.js';
import type { Knowledge } from '../core/knowledge.js';
import { readFormula } from '../core/tagging/read-formula.js';
import { RowFault } from '../intake/fault.js';
import { type FeedOptions, openFeed } from '../intake/feed.js';
import { readRow } from '../intake/read-row.js';
import { aligned } from '../intake/usefulness.js';
import type { CaseCounts, KnowledgeStats } from '../knowledge/knowledge-cli.js';

/** How much of a catalog is known. */
export interface CatalogShare {
  readonly products: number;
  /** products whose ingredient list is whole */
  readonly wholeLists: number;
  /** names on all labels, each as often as it is printed */
  readonly names: number;
  readonly recognised: number;
  /** recognised names of all, 0 to 1; null where nothing is printed */
  readonly share: number | null;
}

/** Everything that is counted. */
export interface Stats extends KnowledgeStats {
  readonly catalog: CatalogShare;
  /** absent in an installed package */
  readonly goldenCases?: CaseCounts | undefined;
}

export function catalogShare(knowledge: Knowledge, catalog: readonly Formula[]): CatalogShare {
  let names = 0;
  let recognised = 0;
  let wholeLists = 0;
  for (const formula of catalog) {
    const reading = readFormula(knowledge, formula);
    names += reading.tokens.length;
    recognised += reading.recognised;
    if (reading.state === 'LISTED') wholeLists++;
  }
  return { products: catalog.length, wholeLists, names, recognised, share: names === 0 ? null : recognised / names };
}

/**
 * The products of a shop's file, read as an import would read them; rows that it would refuse are not among them.
 *
 * @throws ImportRefused if the file is no table or the options do not fit it
 */
export async function formulasIn(options: FeedOptions): Promise<Formula[]> {
  // nobody looks at prices here, so that it does not matter which currency they are in
  const feed = await openFeed({ currency: 'USD', ...options });
  const formulas: Formula[] = [];
  try {
    for await (const { cells } of feed.records) {
      if (cells instanceof RowFault) continue;
      const read = readRow(cells, feed.context, () => undefined);
      if ('product' in read) formulas.push({ ...read.product, id: read.product.sourceKey });
    }
  } finally {
    await feed.close();
  }
  return formulas;
}

/** The figures as one table. */
export function statsText(stats: Stats): string {
  const { catalog, goldenCases, phaseBenefits, contraindications, holds } = stats;
  const percent = catalog.share === null ? '–' : `${(100 * catalog.share).toFixed(1)} %`;
  const listed = (counts: object): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', ');
  const rows: [what: string, count: number | string, detail?: string][] = [
    ['ingredients', stats.ingredients, `${stats.aliases} further names`],
    ['families of names', stats.families],
    ['names recognised', percent, `${catalog.recognised} of ${catalog.names} names of ${catalog.products} products`],
    ['whole lists', catalog.wholeLists, `of ${catalog.products} products`],
    ['classes', stats.tags, `${holds.ownCourse} with a hold, ${holds.cases} cases, ${holds.otherViews} other views`],
    ['efficacy', sumOf(stats.efficacy), listed(stats.efficacy)],
    ['recovery', stats.recovery, 'rows of efficacy for recovery itself'],
    ['phase benefits', phaseBenefits.counting, `of ${phaseBenefits.stated}, for ${phaseBenefits.concerns} concerns`],
    ['interactions', stats.interactions],
    ['contraindications', sumOf(contraindications), listed(contraindications)],
    ['market limits', sumOf(stats.marketLimits), listed(stats.marketLimits)],
    ['sources', stats.sources],
  ];
  if (goldenCases !== undefined) {
    rows.push(['golden cases', sumOf(goldenCases.cases), listed(goldenCases.cases)]);
    rows.push(['golden rankings', sumOf(goldenCases.rankings), listed(goldenCases.rankings)]);
  }
  const lines = aligned(rows.map(([what, count, detail]) => [what, String(count), detail ?? '']));
  return [`Knowledge ${stats.version}`, ...lines].join('\n');
}

function sumOf(counts: object): number {
  return (Object.values(counts) as number[]).reduce((sum, count) => sum + count, 0);
}
