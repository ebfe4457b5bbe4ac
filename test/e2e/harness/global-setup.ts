/** Once per run: finds the browsers, picks each lane's port and gives it its copy of the extension. */
import type { TestProject } from 'vitest/node';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { browserAdvice } from '../../../scripts/browsers/install.ts';
import { freePort } from '../../free-port.ts';
import { buildForLanes, copyForLane } from './lane-build.ts';
import { LANES } from './lane-count.ts';
import type { Lane } from './lanes.ts';

export default async function setup(project: TestProject): Promise<void> {
  const [chromium, firefox] = [await findBrowser('chromium'), await findBrowser('firefox')];
  if (!chromium) throw new Error(`No Chromium to test in. ${browserAdvice('chromium')}`);
  await Promise.all([buildForLanes('chrome'), buildForLanes('firefox')]);
  const numbers = Array.from({ length: LANES }, (_, at) => at + 1);
  project.provide('lanes', await Promise.all(numbers.map((number) => makeLane(number, chromium, firefox))));
}

async function makeLane(number: number, chromium: Browser, firefox: Browser | undefined): Promise<Lane> {
  const brokerPort = await freePort();
  const copy = (browser: 'chrome' | 'firefox') =>
    copyForLane({
      browser,
      brokerUrl: `http://127.0.0.1:${brokerPort}`,
      outDir: `.output/e2e/lane-${number}`,
    });
  return {
    brokerPort,
    chromium: { path: chromium.path, extension: await copy('chrome') },
    firefox: { path: firefox?.path, extension: await copy('firefox') },
  };
}
