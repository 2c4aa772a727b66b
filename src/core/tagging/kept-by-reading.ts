import type { Knowledge } from '../knowledge.js';
import type { FormulaReading } from './read-formula.js';

interface Kept<K, T> {
  readonly knowledge: Knowledge;
  readonly byKey: Map<K, T>;
}

/**
 * Works something out once for each reading and key: what hangs on nothing else is the same at every
 * moment, and asked for at each. It is kept on the reading, unseen, and forgotten with it.
 */
export function keptByReading<K, T>(
  work: (knowledge: Knowledge, reading: FormulaReading, key: K) => T,
): (knowledge: Knowledge, reading: FormulaReading, key: K) => T {
  const name = Symbol(work.name);
  return (knowledge, reading, key) => {
    let kept = (reading as object as { readonly [name: symbol]: Kept<K, T> | undefined })[name];
    if (kept?.knowledge !== knowledge) {
      kept = { knowledge, byKey: new Map() };
      Object.defineProperty(reading, name, { value: kept, enumerable: false, writable: true, configurable: true });
    }
    let result = kept.byKey.get(key);
    if (result === undefined) {
      result = work(knowledge, reading, key);
      kept.byKey.set(key, result);
    }
    return result;
  };
}
