/** Brings a browser where there is none: Debian's own packages for root, Playwright's Chromium elsewhere. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { runTool } from '../processes/run-tool.ts';
import type { Browser } from './browser.ts';
import { findBrowser } from './find.ts';
import { isTooOld, OLDEST_FIREFOX } from './firefox-version.ts';

const DEBIAN_PACKAGE = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

const BY_HAND = {
  chromium:
    'Install Chrome, Chromium or Edge, or set CHROME_PATH to its executable; `npx playwright-core install chromium` brings one.',
  firefox: `Install Firefox ${OLDEST_FIREFOX} or later (release, ESR or Developer Edition), or set FIREFOX_PATH to its executable.`,
} as const;

/** What a person has to do when neither finding nor installing worked. */
export function browserAdvice(kind: Browser['kind']): string {
  return BY_HAND[kind];
}

/** The browser of this kind that tests can run in, installed if need be and possible; undefined when it is neither. */
export async function findOrInstallBrowser(kind: Browser['kind']): Promise<Browser | undefined> {
  const found = await findBrowserForTests(kind);
  if (found) return found;
  if (isDebianRoot()) await installDebianPackage(DEBIAN_PACKAGE[kind]);
  else if (kind === 'chromium')
    await runTool(['playwright-core', 'playwright-core'], ['install', 'chromium', '--no-shell'], {
      inherit: true,
    });
  return findBrowserForTests(kind);
}

/** The browser of this kind that is here, unless it is too old for the tests. */
export async function findBrowserForTests(kind: Browser['kind']): Promise<Browser | undefined> {
  const found = await findBrowser(kind);
  return found && (await isTooOld(found)) ? undefined : found;
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installDebianPackage(name: string): Promise<void> {
  console.error(`Installing ${name} (apt-get).`);
  await aptGet(['update', '-qq']);
  await aptGet(['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** Whether it worked shows in the browser being there. */
async function aptGet(args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await once(spawn('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }), 'close');
}
