import type { Tag } from '../core/knowledge.js';
import type { Note } from './faults.js';
import { faultOf, type LoadedKnowledge } from './loaded.js';

/**
 * Where Salve lets a class return sooner than a source that it names itself: no fault, since a hold is a decision with
 * its grounds, but a reviewer should see each. A view that says nothing of needles is held against both columns.
 */
export function loosenedHolds(data: LoadedKnowledge): Note[] {
  return data.tags.flatMap((tag) =>
    tag.otherViews.flatMap((view) => {
      const asked = hoursIn(view);
      const sooner = ownHours(data, tag, view).filter(([hours]) => asked !== undefined && hours < asked);
      if (sooner.length === 0) return [];
      const own = sooner.map(([hours, when]) => `${hours} h ${when}`).join(', ');
      return [faultOf(data, 'tags', tag.id, 'holdHours', `is ${own}, shorter than one view: “${view}”.`)];
    }),
  );
}

/** What Salve itself asks where a view speaks: of radiofrequency, or of needles. */
function ownHours({ depthRows }: LoadedKnowledge, { holdHours, spfStart }: Tag, view: string): [number, string][] {
  if (holdHours === undefined || holdHours === 'never') return [];
  if (!view.includes('radiofrequency'))
    return [
      [holdHours.shallow, 'up to 0.5 mm'],
      [holdHours.deep, 'above 0.5 mm'],
    ];
  return depthRows
    .filter(({ depthMmAtMost }) => depthMmAtMost === null)
    .map(({ holdMultiplier, spfFromHour }) => {
      const hours = holdHours.deep * holdMultiplier;
      return [spfStart ? Math.max(hours, spfFromHour) : hours, 'after radiofrequency'];
    });
}

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOURS_PER: Record<string, number> = { hour: 1, day: 24, week: 168 };
const TIME = new RegExp(String.raw`\b(\d+|${NUMBERS.join('|')}) (hour|day|week)s?\b`, 'g');
/** "from day five", "on days two to seven": a use that begins on that day. */
const DAY_OF = new RegExp(String.raw`\bdays? (\d+|${NUMBERS.join('|')})\b`, 'g');

/** The longest time of which a view speaks, in hours: "five to seven days" are 168. */
function hoursIn(view: string): number | undefined {
  const times = [...view.matchAll(TIME)].map(([, number, unit]) => numberOf(number) * (HOURS_PER[unit as string] ?? 0));
  const days = [...view.matchAll(DAY_OF)].map(([, number]) => numberOf(number) * 24);
  const all = [...times, ...days];
  return all.length === 0 ? undefined : Math.max(...all);
}

function numberOf(word: string | undefined): number {
  const at = NUMBERS.indexOf(word ?? '');
  return at < 0 ? Number(word) : at + 1;
}
