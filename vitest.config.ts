import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { standAlone } from './scripts/extension/stand-alone.ts';
import { FIREFOX_PROJECT, LANES } from './test/e2e/harness/lane-count.ts';

/** Files that put a fake in place of the browser's own module: each needs modules of its own. */
const WITH_FAKE_BROWSER = ['test/extension/**/*.test.{ts,tsx}'];
/** Many tests wait for deadlines and other processes; two workers a core (Vitest takes `200%` for one). */
const WAITING_WORKERS = 2 * availableParallelism();

/** They look at built files and start no browser: one run is enough. */
const WITHOUT_BROWSER = ['manifest', 'start-bundle'].map((name) => `test/e2e/${name}.test.ts`);

/** The scenarios in one browser. */
function endToEnd(name: string, exclude: string[]): TestProjectConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: ['test/e2e/**/*.test.ts'],
      exclude,
      globalSetup: ['test/e2e/harness/global-setup.ts'],
      // The scenarios of a lane share its browser.
      isolate: false,
      maxWorkers: LANES,
      testTimeout: 60_000,
      // As long as `expectShown` waits; a busy machine needs more than the second that is usual.
      expect: { poll: { timeout: 10_000 } },
      hookTimeout: 120_000,
    },
  };
}

/**
 * Four projects: `unit` (pure tables, routes, real SQLite, PostgreSQL and HTTP on loopback), `unit-extension` (the same
 * for the extension, with a fake browser), `e2e` and `e2e-firefox` (Chromium and Firefox, in lanes: each has a
 * port for its brokers and a browser that its scenarios share).
 */
export default defineConfig({
  plugins: [standAlone()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...WITH_FAKE_BROWSER],
          globalSetup: ['test/postgres-server.ts'],
          // No module keeps state of its own, so files can share what they import.
          isolate: false,
          maxWorkers: WAITING_WORKERS,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-extension',
          include: WITH_FAKE_BROWSER,
          maxWorkers: WAITING_WORKERS,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      endToEnd('e2e', []),
      endToEnd(FIREFOX_PROJECT, WITHOUT_BROWSER),
    ],
  },
});
