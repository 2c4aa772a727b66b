import type { Command } from 'commander';
import { faultLine } from './faults.js';
import { checkKnowledge, printSchemas } from './knowledge-cli.js';
import { loadKnowledge } from './load.js';
import { notesOn } from './protocol-file.js';

/** Where a command writes, and how it says that something is wrong. */
export interface KnowledgeTerminal {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  exitCode?: typeof process.exitCode;
}

/** What a check looks at beside the seeds. */
export interface KnowledgeHouse {
  /** path of the protocol under which this house answers */
  readonly protocol: () => string | undefined;
  /** the clock, for reviews that grow old */
  readonly now: () => Date;
}

/** Adds `check` and `schemas` to the command `knowledge`. */
export function registerKnowledge(
  knowledge: Command,
  house: KnowledgeHouse,
  terminal: KnowledgeTerminal = process,
): void {
  const say = (text: string): void => void terminal.stdout.write(`${text}\n`);

  knowledge
    .command('check')
    .description('says what is not well-formed, not sourced or out of order, and ends with 1 if anything is')
    .option('--protocol <file>', "looks at this clinic's protocol too, instead of that of the house")
    .action(({ protocol }: { protocol?: string }) => {
      const faults = checkKnowledge(house.now());
      for (const fault of faults) say(faultLine(fault));
      if (faults.length > 0) {
        terminal.exitCode = 1;
        return;
      }
      for (const note of notesOn(loadKnowledge(), protocol ?? house.protocol())) say(`note: ${faultLine(note)}`);
      say('The knowledge is in order.');
    });

  knowledge
    .command('schemas')
    .description('prints the JSON Schemas of the seed files into a folder, for editors')
    .argument('[folder]', 'where to', 'schema/seeds')
    .action((folder: string) => printSchemas(folder));
}
