/**
 * Folds text for searching: "Crème DE la  Mer" is found by "creme de la mer".
 * Done here and stored, because each database folds case and accents in its own way.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
