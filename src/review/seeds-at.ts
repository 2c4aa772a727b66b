import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { KnowledgeFaults } from '../knowledge/faults.js';
import { readSeeds, seedTexts } from '../knowledge/load.js';
import type { LoadedKnowledge } from '../knowledge/loaded.js';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
/** How a folder of seeds may be named: itself, or what it lies in. */
const WITHIN = ['.', 'knowledge', 'seeds/knowledge'];
const LARGEST_FILE = 64 * 1024 * 1024;

const execute = promisify(execFile);

/**
 * The knowledge of a folder of seeds or of a git revision.
 *
 * Only its form is checked, and a kind of file that it never had counts as empty: a reviewer wants
 * to see what a change does before all of it is in order.
 *
 * @param name a folder, or a revision such as "HEAD~1", "main" or a commit
 * @param git  how git is called, and where the revision is looked for
 * @throws Error in one sentence, if it is neither; KnowledgeFaults if these seeds cannot be read
 */
export async function knowledgeAt(name: string, git = { command: 'git', folder: PACKAGE }): Promise<LoadedKnowledge> {
  const folder = WITHIN.map((path) => join(name, path)).find((path) => existsSync(join(path, 'version.json')));
  const texts = folder === undefined ? await textsIn(name, git) : seedTexts(folder);
  const { knowledge, faults } = readSeeds(texts, 'EMPTY');
  if (knowledge === undefined) throw new KnowledgeFaults(faults, `the seeds of ${name}`);
  return knowledge;
}

async function textsIn(revision: string, git: { command: string; folder: string }): Promise<Map<string, string>> {
  const run = async (...words: string[]): Promise<string> => {
    const { stdout } = await execute(git.command, ['-C', git.folder, ...words], { maxBuffer: LARGEST_FILE });
    return stdout;
  };
  let commit: string;
  try {
    commit = (await run('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(
        `“${revision}” is no folder of seeds, and git is not there to ask for a revision. Name a folder.`,
        { cause: error },
      );
    throw new Error(
      `“${revision}” is neither a folder of seeds nor a revision that git knows here. Name a folder with version.json, or a commit.`,
      { cause: error },
    );
  }
  const root = 'seeds/knowledge/';
  const paths = (await run('ls-tree', '-r', '-z', '--name-only', commit, '--', root)).split('\0');
  const texts = new Map<string, string>();
  for (const path of paths.filter((one) => one.endsWith('.json'))) {
    texts.set(path.slice(root.length), await run('show', `${commit}:./${path}`));
  }
  if (texts.size === 0) throw new Error(`The revision “${revision}” holds no seeds in ${root}. Name a later one.`);
  return texts;
}
