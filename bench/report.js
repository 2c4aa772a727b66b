/** How figures are told: medians with their range, a table, and one line of JSON. */
import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Spread
 * @property {number} median
 * @property {number} least
 * @property {number} most
 */

/** @returns {Spread} */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), least: sorted[0], most: sorted.at(-1) };
}

/** @param {readonly number[]} sorted ascending, at least one */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** A median with its range, such as "205 (198–231)". */
export function told({ median, least, most }, digits = 0) {
  return `${digitsOf(median, digits)} (${digitsOf(least, digits)}–${digitsOf(most, digits)})`;
}

export function digitsOf(number, digits) {
  return number.toFixed(digits);
}

/** Prints rows under their heads; the first column to the left, figures to the right. */
export function table(heads, rows) {
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column])].map((text) => text.length)),
  );
  const line = (row) =>
    row.map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join('  ');
  stdout.write(`${[heads, ...rows].map(line).join('\n')}\n`);
}

export function say(text) {
  stdout.write(`${text}\n`);
}

/** One line for machines. */
export function json(result) {
  stdout.write(
    `${JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value))}\n`,
  );
}

/**
 * Reads options that are numbers, lists of them or words, such as `--sizes 1000,10000`; a default shows which.
 *
 * @template {Record<string, number | number[] | string>} Options
 * @param {Options} defaults
 * @returns {Options}
 * @throws Error for an option that there is not, or that is not a number where one is wanted
 */
export function optionsGiven(defaults) {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({ args: argv.slice(2), options });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const given = values[name];
      if (given === undefined) return [name, value];
      if (typeof value === 'string') return [name, given];
      const numbers = given.split(',').map(Number);
      if (numbers.some((number) => !(number >= 0))) throw new Error(`--${name} takes numbers, such as ${value}`);
      return [name, Array.isArray(value) ? numbers : numbers[0]];
    }),
  );
}
