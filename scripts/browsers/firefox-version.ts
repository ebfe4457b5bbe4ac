/** Tells whether a Firefox is new enough for the tests' driver. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from './browser.ts';

/** The driver collects answers of the network over WebDriver BiDi from its start, which older versions refuse. */
export const OLDEST_FIREFOX = 143;

const ANSWER_MS = 30_000;

/** Only of a Firefox that says an older version: whatever else is wrong, starting it says better. */
export async function isTooOld({ kind, path }: Browser): Promise<boolean> {
  if (kind !== 'firefox') return false;
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: ANSWER_MS }).catch(() => ({
    stdout: '',
  }));
  return Number(/^Mozilla Firefox (\d+)\./mu.exec(stdout)?.[1] ?? OLDEST_FIREFOX) < OLDEST_FIREFOX;
}
