/** Once per run: finds the browsers, picks each lane's port and gives it its copy of the extension. */
import type { TestProject } from 'vitest/node';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { browserAdvice } from '../../../scripts/browsers/install.ts';
import { freePort } from '../../free-port.ts';
import { buildForLane } from './lane-build.ts';
import { LANES } from './lane-count.ts';
import type { Lane } from './lanes.ts';

export default async function setup(project: TestProject): Promise<void> {
  const [chromium, firefox] = [await findBrowser('chromium'), await findBrowser('firefox')];
  if (!chromium) throw new Error(`No Chromium to test in. ${browserAdvice('chromium')}`);
  const lanes: Lane[] = [];
  for (let number = 1; number <= LANES; number += 1) lanes.push(await makeLane(number, chromium, firefox));
  project.provide('lanes', lanes);
}

async function makeLane(number: number, chromium: Browser, firefox: Browser | undefined): Promise<Lane> {
  const brokerPort = await freePort();
  const brokerUrl = `http://127.0.0.1:${brokerPort}`;
  const outDir = `.output/e2e/lane-${number}`;
  return {
    brokerPort,
    outDir,
    chromium: {
      path: chromium.path,
      extension: await buildForLane({ browser: 'chrome', brokerUrl, outDir }),
    },
    firefox: firefox && { path: firefox.path },
  };
}
