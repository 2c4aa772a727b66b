/**
 * Every test by which a mutant of the deciding rooms may die, as one test file: the knowledge is then read once for
 * each mutant and not once for each file of tests. The golden cases, which take longest, come last.
 */
import { readdirSync } from 'node:fs';

const CORE = new URL('../core/', import.meta.url);
const UNIT_TEST = /^[\w-]+\.test\.ts$/;

for (const room of ['recovery', 'tagging', 'verdict']) {
  const files = readdirSync(new URL(`${room}/`, CORE)).filter((file) => UNIT_TEST.test(file));
  for (const file of files) await import(`../core/${room}/${file}`);
}
for (const file of ['pair', 'rankings', 'cases']) await import(`../core/${file}.test.ts`);
