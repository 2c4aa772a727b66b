import { Injectable } from '@nestjs/common';

/** Says what keeps this process from answering, or nothing. */
export type Hindrance = () => Promise<string | undefined>;

/** What must be before requests are sent here. A room that needs time to start says so: `readiness.register(…)`. */
@Injectable()
export class Readiness {
  readonly #hindrances: Hindrance[] = [];

  register(hindrance: Hindrance): void {
    this.#hindrances.push(hindrance);
  }

  /** The first thing that is in the way; undefined: nothing is. */
  async hindrance(): Promise<string | undefined> {
    for (const ask of this.#hindrances) {
      const hindrance = await ask();
      if (hindrance !== undefined) return hindrance;
    }
    return undefined;
  }
}
