import type { Knowledge } from '../knowledge.js';
import type { Reason } from '../verdict/reason.js';

/**
 * The one place where a reason becomes a sentence for a person. Cosmetic language only: what to do
 * and when, never what a product does to health.
 */
export function sentence(knowledge: Knowledge, reason: Reason): string {
  const where = reason.list === undefined ? '' : `In list ${reason.list + 1}: `;
  return where + SENTENCES[reason.code](reason, knowledge);
}

const SENTENCES: Record<Reason['code'], (reason: Reason, knowledge: Knowledge) => string> = {
  HOLD: (reason, knowledge) =>
    reason.untilHour === undefined
      ? `${named(reason, knowledge)} has no place in aftercare; a practitioner decides.`
      : `${named(reason, knowledge)} waits until hour ${hours(reason.untilHour)}.`,
  STOP: (reason, knowledge) => `${named(reason, knowledge)} stops ${text(reason.detail)} hours before the treatment.`,
  CAUTIOUS: (reason, knowledge) =>
    `${named(reason, knowledge)} is for a professional to choose${reason.untilHour === undefined ? '' : ` until hour ${hours(reason.untilHour)}`}.`,
  UNREAD: ({ printed, untilHour }) =>
    `“${text(printed)}” is not a name we can place, so nobody can say that it fits${untilHour === undefined ? '' : ` before hour ${hours(untilHour)}`}.`,
  INCOMPLETE_LIST: () => 'The ingredient list is incomplete, so it cannot be checked. Ask for the whole list.',
  NO_LIST: () => 'There is no ingredient list, so it cannot be checked. Ask for the list on the pack.',
  NOT_FOUND: () => 'No product answers to this reference, so nothing can be said about it.',
  AVOIDED: ({ rule, printed }) =>
    rule === 'avoid'
      ? `${text(printed)} is among what you avoid.`
      : `“${text(printed)}” was not understood as something to avoid, so no product was checked for it.`,
  FORM: (reason, knowledge) =>
    reason.untilHour === undefined
      ? `${named(reason, knowledge)}: for a professional to choose.`
      : `${named(reason, knowledge)}: waits until hour ${hours(reason.untilHour)}.`,
  FIRST_HOURS: ({ untilHour }) =>
    `Leave the skin alone, or use what the clinic gave you, until hour ${hours(Number(untilHour))}.`,
  REFERRAL: ({ detail }) => text(detail),
  BENEFIT: ({ tag, printed }, knowledge) => `${text(printed)}: ${knowledge.tag(text(tag)).summary}`,
  NOTICE: (reason, knowledge) => {
    if (reason.market !== undefined) return `${text(reason.printed)} ${notAllowed(reason.market)}`;
    if (reason.detail === 'PROTOCOL')
      return `${named(reason, knowledge)} may be used earlier by the clinic's protocol.`;
    return knowledge.notice(text(reason.detail)).summary;
  },
};

/** What a reason of this code always carries. */
function text(fact: string | undefined): string {
  return String(fact);
}

function notAllowed({ limit, share }: NonNullable<Reason['market']>): string {
  return share === undefined
    ? `is not allowed in such a product in the ${limit.market}.`
    : `at ${percent(share)} is above the ${percent(Number(limit.limitShare))} that the ${limit.market} allows in such a product.`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}

function named(reason: Reason, knowledge: Knowledge): string {
  const kind = reason.tag === undefined ? '' : knowledge.tag(reason.tag).name;
  const printed = reason.printed ?? kind;
  const mentioned = reason.detail === 'MENTIONED' ? ', named on the pack,' : '';
  return printed === kind || kind === '' ? `${printed}${mentioned}` : `${printed} (${kind})${mentioned}`;
}

/** Hours without needless decimals. */
function hours(value: number): string {
  return String(Math.round(value * 10) / 10);
}
