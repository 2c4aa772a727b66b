/** Something in the seeds that a person has to mend. */
export interface Fault {
  /** path below `seeds/knowledge`, such as `tags/irritants-and-colour.json`, or that of a clinic's protocol */
  readonly file: string;
  /** the entry, by its id or, where it has none, by its place in the file */
  readonly entry?: string | undefined;
  /** the field of the entry, counted from one where it is a list: `cases 2, holdHours` */
  readonly field?: string | undefined;
  /** what is wrong and what to do, as a sentence that follows the place */
  readonly message: string;
}

/** Something that a reviewer should see, though nobody has to mend it; told like a fault. */
export type Note = Fault;

/** One line per fault: where it is, and what to do. */
export function faultLine({ file, entry, field, message }: Fault): string {
  return `${[file, entry, field].filter((part) => part !== undefined && part !== '').join(' › ')}: ${message}`;
}

/** The seeds, or a protocol over them, cannot be used. All faults are in it, so that they are mended in one go. */
export class KnowledgeFaults extends Error {
  constructor(
    readonly faults: readonly Fault[],
    where = 'the knowledge',
  ) {
    super(
      `${faults.length === 1 ? 'A fault' : `${faults.length} faults`} in ${where}:\n` +
        faults.map((fault) => `  ${faultLine(fault)}`).join('\n'),
    );
    this.name = 'KnowledgeFaults';
  }
}
