import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import type { Knowledge } from '../core/knowledge.js';
import { type FileFault, ImportRefused } from './fault.js';
import { type FeedOptions, openFeed } from './feed.js';
import { FIELD_NAMES } from './fields.js';
import { importFeed, ImportStopped } from './import-file.js';
import { reportText } from './report.js';

/** What an import needs of the house; opened only once the file and the options are known to be good. */
export interface ImportHouse {
  readonly database: DataSource;
  readonly knowledge: Knowledge;
}

/** Runs work with the house open, and closes it. */
export type WithHouse = (work: (house: ImportHouse) => Promise<void>) => Promise<void>;

export interface Terminal {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  readonly stderr: NodeJS.WriteStream;
  exitCode?: typeof process.exitCode;
}

/** Nothing was imported, because of the file or the options. */
const EXIT_REFUSED = 1;
/** The database failed on the way. */
const EXIT_STOPPED = 2;

interface CommandOptions extends Omit<FeedOptions, 'file'> {
  readonly dryRun?: true;
  readonly json?: true;
}

/** Adds `import` to the command line. */
export function registerImport(program: Command, withHouse: WithHouse, terminal: Terminal = process): void {
  program
    .command('import')
    .description('brings products from a CSV, TSV or JSON Lines file into the catalog')
    .argument('<file>', 'the file; what kind it is shows in what it holds')
    .option(
      '--map <pairs>',
      `which column holds which field: name=Title,price=Price. The fields are ${FIELD_NAMES.join(', ')}`,
      (pairs: string, before: string[]) => [...before, pairs],
      [] as string[],
    )
    .option('--currency <code>', 'the currency of prices that name none, such as USD')
    .option('--channel <name>', 'the shop or clinic that sells', 'shop')
    .option('--brand <name>', 'the brand of rows that name none')
    .option('--dry-run', 'reports what would happen and writes nothing')
    .option('--json', 'prints the report as JSON')
    .action((file: string, options: CommandOptions) => run(file, options, withHouse, terminal));
}

async function run(file: string, options: CommandOptions, withHouse: WithHouse, terminal: Terminal): Promise<void> {
  const json = options.json === true;
  try {
    const feed = await openFeed({ ...options, file });
    try {
      await withHouse(async (house) => {
        const bar = progressBar(terminal);
        const report = await importFeed(feed, options.dryRun === true, {
          ...house,
          at: new Date(),
          onProgress: (read, all) => bar?.show(read, all),
        }).finally(() => bar?.stop());
        terminal.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
      });
    } finally {
      await feed.close();
    }
  } catch (error) {
    if (error instanceof ImportRefused) {
      terminal.exitCode = EXIT_REFUSED;
      tell(error.faults, json, terminal);
    } else if (error instanceof ImportStopped) {
      terminal.exitCode = EXIT_STOPPED;
      const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
      tell([{ code: 'STOPPED', message: `${error.message}${cause}` }], json, terminal);
    } else throw error;
  }
}

function tell(
  faults: readonly (FileFault | { code: 'STOPPED'; message: string })[],
  json: boolean,
  terminal: Terminal,
): void {
  if (json) terminal.stdout.write(`${JSON.stringify({ faults }, null, 2)}\n`);
  else for (const { code, message } of faults) terminal.stderr.write(`${code}: ${message}\n`);
}

/** A bar for a person who waits; a log file gets none. */
function progressBar({ stderr }: Terminal): { show(read: number, all: number): void; stop(): void } | undefined {
  if (!stderr.isTTY) return undefined;
  const bar = new SingleBar({
    stream: stderr,
    format: '{bar} {percentage} %',
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    show(read, all) {
      if (started) bar.update(read);
      else bar.start(all, read);
      started = true;
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
