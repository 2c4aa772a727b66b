/**
 * Changes each place of the deciding rooms, one at a time, and asks whether a test notices: see CONTRIBUTING.md.
 * The laws are left out, for a thousand products for each mutant would take days.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['recovery', 'tagging', 'verdict'].map((room) => `src/core/${room}/*.ts`),
  thresholds: { high: 90, low: 80, break: 80 },

  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    enableFindRelatedTests: false,
    config: {
      testMatch: ['<rootDir>/test/mutation/decisions.ts'],
      testEnvironment: './test/mutation/first-failure.ts',
    },
  },
  // what is read once for all tests would be counted for the first of them only
  coverageAnalysis: 'all',
  // a busy machine kills no mutant; a loop without an end is told by its turns
  timeoutMS: 60_000,
  concurrency: 2,
  // each run leaves modules behind
  maxTestRunnerReuse: 60,

  // what it leaves lies where git, ESLint and Prettier do not look
  tempDirName: 'coverage',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { logTests: false, reportTests: false },
  // it would need a TypeScript of its own to move tsconfig.json, which no test reads
  ignorePatterns: ['bench', 'data', 'dist', 'docs', 'schema', 'tsconfig*.json'],
};
