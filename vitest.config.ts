import { defineConfig } from 'vitest/config';
import { LANES } from './test/e2e/harness/lane-count.ts';

/**
 * Two projects: `unit` (pure tables, routes, real SQLite, PostgreSQL and HTTP on loopback) and `e2e` (real browsers,
 * in lanes, since each scenario starts a broker, a stand-in and a browser of its own).
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          // No module keeps state of its own, so files can share what they import.
          isolate: false,
          // Many tests wait for deadlines and other processes; one worker more than cores works meanwhile.
          maxWorkers: '150%',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/harness/global-setup.ts'],
          maxWorkers: LANES,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
