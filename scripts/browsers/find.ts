/** Finds a browser that is already here: the one the environment names, one in its usual place, or Playwright's own. */
import { existsSync } from 'node:fs';
import type { Browser } from './browser.ts';
import { wellKnownPaths } from './well-known-paths.ts';

type Env = Record<string, string | undefined>;

/** Variable that names the executable to use, whatever else is installed. */
const PATH_VARIABLE = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

/** @throws {Error} when the environment names an executable that is not there. */
export async function findBrowser(
  kind: Browser['kind'],
  env: Env = process.env,
): Promise<Browser | undefined> {
  const named = env[PATH_VARIABLE[kind]];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${PATH_VARIABLE[kind]} names ${named}, which does not exist.`);
    return { kind, path: named };
  }
  const candidates = wellKnownPaths(kind, process.platform, env);
  if (kind === 'chromium') candidates.push(await playwrightChromium());
  const path = candidates.find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { kind, path };
}

/** Where Playwright puts its Chromium. Its Firefox is left out: it is patched and takes no add-ons. */
async function playwrightChromium(): Promise<string> {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}
