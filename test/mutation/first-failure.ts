import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';

/** Lets no test run after one that failed: by then the mutant is dead. */
export default class FirstFailure extends TestEnvironment {
  #failed = false;

  handleTestEvent(event: Circus.Event): void {
    if (event.name === 'test_fn_failure') this.#failed = true;
    if (event.name === 'test_start' && this.#failed) event.test.mode = 'skip';
  }
}
