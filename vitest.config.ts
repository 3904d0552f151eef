import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The terminal tests drive the built program.
    globalSetup: ['test/e2e/built.ts'],
    testTimeout: 20_000,
    // Two cores are all that a small CI machine has; the pseudo-terminal tests need one of them.
    maxWorkers: 2,
    env: { FORCE_COLOR: '0' },
  },
});
