import { Knowledge } from '../../src/core/knowledge.js';
import { CHECKS } from '../../src/knowledge/checks/all.js';
import { faultLine } from '../../src/knowledge/faults.js';
import { loadKnowledge, readKnowledge, SEEDS } from '../../src/knowledge/load.js';

describe('the seeds of this package', () => {
  it('have their form', () => {
    expect(readKnowledge().faults.map(faultLine)).toEqual([]);
  });

  describe('keep what every check asks:', () => {
    // The clock of a release is the day of its review, so that the same files pass on any day.
    it.each(CHECKS.map((check) => [check.name, check] as const))('%s', (_, check) => {
      const data = loadKnowledge();
      expect(check.check(data, new Date(data.version.reviewedOn)).map(faultLine)).toEqual([]);
    });
  });

  it('become the knowledge of the core, with the version and hash of the files', () => {
    const { version } = new Knowledge(loadKnowledge(SEEDS));
    expect(version.version).toMatch(/^\d{4}\.\d{2}\.\d+$/);
    expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
