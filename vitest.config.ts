import { defineConfig } from 'vitest/config';

/** Tests that run the built program. */
const ofTheProgram = ['test/e2e/**/*.test.ts', 'test/docs/frames.test.ts'];

export default defineConfig({
  test: {
    // A module is loaded once for all the tests of a worker: a test puts back what it changes.
    isolate: false,
    // No test is about time: these end one that hangs, also on a machine with other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than a small CI machine has cores: workers wait for terminals, servers and kubectl half of the time.
    maxWorkers: 3,
    env: { FORCE_COLOR: '0' },
    setupFiles: ['test/support/property-seed.ts'],
    projects: [
      // Projects run in the order of their names: tests that wait for terminals first, beside those that only compute.
      // A run without a test of the program does not build it.
      { extends: true, test: { name: 'program', include: ofTheProgram, globalSetup: ['test/e2e/built.ts'] } },
      { extends: true, test: { name: 'units', include: ['test/**/*.test.{ts,tsx}'], exclude: ofTheProgram } },
    ],
  },
});
