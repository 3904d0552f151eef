import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Two cores are all that a small CI machine has; the pseudo-terminal tests need one of them.
    maxWorkers: 2,
    env: { FORCE_COLOR: '0' },
  },
});
