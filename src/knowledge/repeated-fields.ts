const TOKEN = /"(?:[^"\\]|\\.)*"(?=(\s*:)?)|[{}[\]]/g;

/**
 * Fields that a JSON text states twice in one object, with their lines.
 *
 * JSON.parse keeps the later of two without a word, so a second `holdHours` further down an entry
 * would undo the first, and a reviewer would read the wrong one.
 *
 * @param text a text that JSON.parse takes
 */
export function repeatedFields(text: string): { readonly field: string; readonly line: number }[] {
  const repeated: { field: string; line: number }[] = [];
  const open: Set<string>[] = [];
  for (const { 0: token, 1: colon, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const fields = open.at(-1);
      if (fields?.has(token) === true) {
        repeated.push({ field: JSON.parse(token) as string, line: text.slice(0, index).split('\n').length });
      }
      fields?.add(token);
    }
  }
  return repeated;
}
