import type { Knowledge } from '../knowledge.js';
import type { FormulaReading } from './read-formula.js';

/**
 * Works something out once for each reading and key: what hangs on nothing else is the same at every
 * moment, and asked for at each. It is forgotten with the reading.
 */
export function keptByReading<K, T>(
  work: (knowledge: Knowledge, reading: FormulaReading, key: K) => T,
): (knowledge: Knowledge, reading: FormulaReading, key: K) => T {
  const kept = new WeakMap<FormulaReading, { readonly knowledge: Knowledge; readonly byKey: Map<K, T> }>();
  return (knowledge, reading, key) => {
    let results = kept.get(reading);
    if (results?.knowledge !== knowledge) {
      results = { knowledge, byKey: new Map() };
      kept.set(reading, results);
    }
    let result = results.byKey.get(key);
    if (result === undefined) {
      result = work(knowledge, reading, key);
      results.byKey.set(key, result);
    }
    return result;
  };
}
