import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge, SEEDS } from '../../src/knowledge/load.js';
import { knowledgeAt } from '../../src/review/seeds-at.js';

const folder = mkdtempSync(join(tmpdir(), 'salve-review-'));
const seeds = join(folder, 'seeds', 'knowledge');
const GIT = { command: 'git', folder };
const ABSENT = { command: join(folder, 'no-such-git'), folder };
/** A revision can be read only where there is git; everything else works without. */
const withGit = spawnSync('git', ['--version']).status === 0 ? it : it.skip;

beforeAll(() => {
  // run by a git hook, these would lead every git below to the repository of the hook
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
  cpSync(SEEDS, seeds, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder of seeds', () => {
  it('is named itself, or by what it lies in', async () => {
    const { version } = loadKnowledge();
    for (const name of [seeds, join(folder, 'seeds'), folder]) {
      expect((await knowledgeAt(name, ABSENT)).version).toEqual(version);
    }
  });

  it('may be older than a kind of file, and is refused with every fault of form', async () => {
    const older = join(folder, 'older');
    cpSync(SEEDS, older, { recursive: true });
    rmSync(join(older, 'market-limits.json'));
    expect((await knowledgeAt(older, ABSENT)).marketLimits).toEqual([]);

    rmSync(join(older, 'weights.json'));
    writeFileSync(join(older, 'claims.json'), '[');
    await expect(knowledgeAt(older, ABSENT)).rejects.toThrow(
      /^2 faults in the seeds of .*older:\n.*claims\.json: is not JSON.*\n.*weights\.json: is missing/,
    );
  });
});

describe('a git revision', () => {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  withGit('is read as it was committed, not as the files are now', async () => {
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'Begin');
    git('add', 'seeds');
    git('commit', '-q', '-m', 'Know');
    const path = join(seeds, 'version.json');
    const { version } = loadKnowledge();
    writeFileSync(path, readFileSync(path, 'utf8').replace(version.version, '2027.01.0'));

    expect((await knowledgeAt('HEAD', GIT)).version).toEqual(version);
    expect((await knowledgeAt(git('rev-parse', '--short', 'HEAD'), GIT)).version).toEqual(version);
    expect((await knowledgeAt(folder, GIT)).version.version).toBe('2027.01.0');
    await expect(knowledgeAt('HEAD~1', GIT)).rejects.toThrow(
      'The revision “HEAD~1” holds no seeds in seeds/knowledge/. Name a later one.',
    );
  });

  withGit('is looked for in the package, wherever in its repository that lies', async () => {
    const inside = join(folder, 'packages', 'salve');
    mkdirSync(inside, { recursive: true });
    cpSync(SEEDS, join(inside, 'seeds', 'knowledge'), { recursive: true });
    git('add', 'packages');
    git('commit', '-q', '-m', 'Move');
    expect((await knowledgeAt('HEAD', { command: 'git', folder: inside })).version).toEqual(loadKnowledge().version);
  });

  withGit.each(['no-such-branch', '--help', 'HEAD; ls'])('is refused where git knows none: %s', async (name) => {
    await expect(knowledgeAt(name, { command: 'git', folder: join(folder, 'older') })).rejects.toThrow(
      `“${name}” is neither a folder of seeds nor a revision that git knows here.`,
    );
  });

  it('cannot be asked for where git is absent', async () => {
    await expect(knowledgeAt('HEAD', ABSENT)).rejects.toThrow(
      '“HEAD” is no folder of seeds, and git is not there to ask for a revision. Name a folder.',
    );
  });
});
