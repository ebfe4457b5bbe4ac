/** Once per run: finds the browser that the run is about, picks each lane's port and gives it its copies of the extension. */
import type { TestProject } from 'vitest/node';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import { browserAdvice, findBrowserForTests } from '../../../scripts/browsers/install.ts';
import { freePort } from '../../free-port.ts';
import { buildForLanes, copyForLane } from './lane-build.ts';
import { FIREFOX_PROJECT, LANES } from './lane-count.ts';
import type { Lane } from './lanes.ts';

export default async function setup(project: TestProject): Promise<void> {
  const kind = project.config.name === FIREFOX_PROJECT ? 'firefox' : 'chromium';
  const browser = await findBrowserForTests(kind);
  if (!browser) throw new Error(`There is no browser to test in. ${browserAdvice(kind)}`);
  await Promise.all([buildForLanes('chrome'), buildForLanes('firefox')]);
  const numbers = Array.from({ length: LANES }, (_, at) => at + 1);
  project.provide('lanes', await Promise.all(numbers.map((number) => makeLane(number, browser))));
}

async function makeLane(number: number, browser: Browser): Promise<Lane> {
  const brokerPort = await freePort();
  const copy = async (build: 'chrome' | 'firefox') => ({
    extension: await copyForLane({
      browser: build,
      brokerUrl: `http://127.0.0.1:${brokerPort}`,
      outDir: `.output/e2e/${browser.kind}-${number}`,
    }),
  });
  return { brokerPort, browser, chromium: await copy('chrome'), firefox: await copy('firefox') };
}
