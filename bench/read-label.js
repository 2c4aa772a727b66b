/**
 * How long a label takes to read, as a ratio of one run: 100 kB against 50 kB of the same text should
 * be about 2 (linear). Prints a table and a JSON line. Build first: `npm run bench:label`.
 */
import { cpuUsage, stdout } from 'node:process';
import { readLabel } from '../dist/core/inci/read-label.js';

const TEXTS = {
  'a real list, repeated': 'Aqua, Glycerin, Butyrospermum Parkii (Shea) Butter, 1,2-Hexanediol, Sodium Hyaluronate, ',
  'open brackets': '((((((((((',
  'names without an end': 'Aqua Glycerin Panthenol Betaine ',
  'commas alone': ',,,,,,,,,,',
  'one-letter names': 'a, b, c, d, e, ',
  'headings without a list': 'Serum: Cream: Balm: ',
  'footnote stars': 'Linalool***, Limonene**, Geraniol*, ',
  percentages: 'Zinc Oxide 9.0% Octinoxate 7.5% ',
  'full stops': 'a. ',
  'HTML tags': '<b>a</b>,',
  mojibake: 'Ã©',
  '"may contain" again': 'may contain a, ',
};
const RUNS = 9;
const KILOBYTE = 1024;

const rows = Object.entries(TEXTS).map(([name, unit]) => {
  const half = cpuMilliseconds(textOf(unit, 50));
  const whole = cpuMilliseconds(textOf(unit, 100));
  return { name, half, whole, ratio: whole / half };
});
stdout.write('text                       50 kB    100 kB   ratio\n');
for (const { name, half, whole, ratio } of rows) {
  stdout.write(
    `${name.padEnd(25)} ${half.toFixed(1).padStart(5)} ms  ${whole.toFixed(1).padStart(5)} ms   ${ratio.toFixed(2)}\n`,
  );
}
stdout.write(`${JSON.stringify({ bench: 'read-label', runs: RUNS, rows })}\n`);

function textOf(unit, kilobytes) {
  return unit.repeat(Math.ceil((kilobytes * KILOBYTE) / unit.length)).slice(0, kilobytes * KILOBYTE);
}

/** Median CPU time of a reading, after a warm-up. */
function cpuMilliseconds(text) {
  for (let run = 0; run < RUNS; run++) readLabel(text);
  const times = Array.from({ length: RUNS }, () => {
    const start = cpuUsage();
    readLabel(text);
    const { user, system } = cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2];
}
