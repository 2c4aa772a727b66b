import type { Command } from 'commander';
import type { Formula } from '../core/formula.js';
import { Knowledge } from '../core/knowledge.js';
import { readFormula } from '../core/tagging/read-formula.js';
import type { FeedOptions } from '../intake/feed.js';
import type { Terminal } from '../intake/register-import.js';
import { caseCounts, knowledgeStats } from '../knowledge/knowledge-cli.js';
import { loadKnowledge } from '../knowledge/load.js';
import { loadKnowledgeUnder, readProtocol } from '../knowledge/protocol-file.js';
import { underProtocol } from '../knowledge/protocol.js';
import { difference, differenceText } from './diff.js';
import { gaps, gapsText } from './gaps.js';
import { knowledgeAt } from './seeds-at.js';
import { catalogShare, formulasIn, statsText } from './stats.js';

/** What a review looks at: read, and left as it is. */
export interface ReviewHouse {
  readonly catalog: () => Promise<readonly Formula[]>;
  /** path of the protocol under which this house answers */
  readonly protocol: string | undefined;
}

/** Adds `diff`, `gaps` and `stats` to the command `knowledge`. */
export function registerReview(
  knowledge: Command,
  house: () => ReviewHouse,
  { stdout }: Pick<Terminal, 'stdout'> = process,
): void {
  const say = (json: true | undefined, figures: object, text: () => string): void =>
    void stdout.write(`${json === true ? JSON.stringify(figures, null, 2) : text()}\n`);

  knowledge
    .command('diff')
    .description('shows which products of the catalog change verdict, first hour, reading or rank')
    .argument('[old]', 'a folder of seeds or a git revision')
    .argument('[new]', 'another; by default the seeds of this package')
    .option('--protocol <file>', "compares the seeds of this package with themselves under a clinic's protocol")
    .option('--json', 'prints the differences as JSON')
    .action(async (old: string | undefined, young: string | undefined, options: { protocol?: string; json?: true }) => {
      const [before, after] = await pairOf(old, young, options.protocol);
      const found = difference(before, after, await house().catalog());
      const { protocol } = after;
      const figures = protocol === undefined ? found : { protocol, ...found };
      say(options.json, figures, () => [...(protocol ? [protocol.summary] : []), differenceText(found)].join('\n'));
    });

  knowledge
    .command('gaps')
    .description('shows which names of the catalog nobody knows, and which concerns have hardly a product')
    .option('--json', 'prints the gaps as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { catalog, protocol } = house();
      const known = new Knowledge(loadKnowledgeUnder(protocol));
      const formulas = await catalog();
      const found = gaps(
        known,
        formulas.map((formula) => readFormula(known, formula)),
      );
      say(json, found, () => gapsText(found));
    });

  knowledge
    .command('stats')
    .description('counts what Salve knows, and how many names of a catalog it recognises')
    .option('--catalog <file>', "a shop's file, instead of the catalog at hand")
    .option(
      '--map <pairs>',
      'which column of that file holds which field: name=Title,ingredients=INCI',
      (pairs: string, before: string[]) => [...before, pairs],
      [] as string[],
    )
    .option('--brand <name>', 'the brand of rows that name none')
    .option('--json', 'prints the figures as JSON')
    .action(async ({ catalog: file, json, ...options }: StatsOptions) => {
      const { catalog, protocol } = house();
      const data = loadKnowledgeUnder(protocol);
      const formulas = file === undefined ? await catalog() : await formulasIn({ ...options, file });
      const figures = {
        ...knowledgeStats(data),
        catalog: catalogShare(new Knowledge(data), formulas),
        goldenCases: caseCounts(),
      };
      say(json, figures, () => statsText(figures));
    });
}

interface StatsOptions extends Omit<FeedOptions, 'file'> {
  readonly catalog?: string;
  readonly json?: true;
}

async function pairOf(
  old: string | undefined,
  young: string | undefined,
  protocol: string | undefined,
): Promise<[Knowledge, Knowledge]> {
  if ((old === undefined) === (protocol === undefined))
    throw new Error('Name what to compare: two folders of seeds or git revisions, or one protocol by --protocol.');
  if (protocol !== undefined) {
    const data = loadKnowledge();
    return [new Knowledge(data), new Knowledge(underProtocol(data, readProtocol(protocol, data)))];
  }
  const [before, after] = await Promise.all([
    knowledgeAt(old as string), // where no protocol is named, this is
    young === undefined ? loadKnowledge() : knowledgeAt(young),
  ]);
  return [new Knowledge(before), new Knowledge(after)];
}
