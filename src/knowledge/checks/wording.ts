import type { Fault } from '../faults.js';
import { faultOf, idOf, type ListName, type LoadedKnowledge } from '../loaded.js';
import type { Check } from './check.js';

/** Words that promise what a cosmetic may not (dossier §5.4). "Treatment" is our word for a session, and fine. */
const PROMISES = /\b(?:safe(?:ly|r|st|ty)?|heal(?:s|ed|ing)?|treat(?:s|ing)?|cur(?:e|es|ed|ing))\b/giu;

export const wording = {
  name: 'texts speak the language of cosmetics',
  why: 'A text that says "safe", "heals", "treats" or "cures" makes a medical promise and turns a cosmetic into a drug.',
  check(data: LoadedKnowledge): Fault[] {
    const faults: Fault[] = [];
    for (const { list, id, field, text } of shownTexts(data)) {
      const found = promisesIn(text ?? '');
      if (found.length === 0) continue;
      faults.push(
        faultOf(data, list, id, field, `says "${found.join('", "')}". Say what the skin looks or feels like instead.`),
      );
    }
    return faults;
  },
} satisfies Check;

/** The words of a text that promise too much, each once. */
export function promisesIn(text: string): string[] {
  return [...new Set((text.match(PROMISES) ?? []).map((word) => word.toLowerCase()))];
}

/** Every text of the knowledge that an answer may show. */
function* shownTexts(
  data: LoadedKnowledge,
): Generator<{ list: ListName; id: string; field: string; text: string | undefined }> {
  for (const { id, name, summary, cases, readsAs, otherViews } of data.tags) {
    yield { list: 'tags', id, field: 'name', text: name };
    yield { list: 'tags', id, field: 'summary', text: summary };
    yield { list: 'tags', id, field: 'otherViews', text: otherViews.join(' ') };
    yield { list: 'tags', id, field: 'readsAs, because', text: readsAs?.because };
    for (const [index, { because }] of cases.entries()) {
      yield { list: 'tags', id, field: `cases ${index + 1}, because`, text: because };
    }
  }
  for (const { id, name, summary } of data.concerns) {
    yield { list: 'concerns', id, field: 'name', text: name };
    yield { list: 'concerns', id, field: 'summary', text: summary };
  }
  for (const list of ['conditions', 'symptoms'] as const) {
    for (const { id, message } of data[list]) yield { list, id, field: 'message', text: message };
  }
  for (const { code, summary, detail } of data.notices) {
    yield { list: 'notices', id: code, field: 'summary', text: summary };
    yield { list: 'notices', id: code, field: 'detail', text: detail };
  }
  for (const list of ['forms', 'interactions', 'policies'] as const) {
    for (const { id, because } of data[list]) yield { list, id, field: 'because', text: because };
  }
  for (const { id, note } of data.efficacy) yield { list: 'efficacy', id, field: 'note', text: note };
  for (const list of [
    'tags',
    'modifiers',
    'efficacy',
    'interactions',
    'conditions',
    'symptoms',
    'notices',
    'marketLimits',
  ] as const) {
    for (const entry of data[list]) {
      yield { list, id: idOf(entry), field: 'policy, because', text: entry.policy?.because };
    }
  }
}
