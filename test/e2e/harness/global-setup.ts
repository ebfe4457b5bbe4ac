/** Once per run: finds the browsers, picks each lane's port and builds the extension for it. */
import type { TestProject } from 'vitest/node';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { browserAdvice } from '../../../scripts/browsers/install.ts';
import { buildExtension } from '../../../scripts/extension/build.ts';
import { freePort } from '../../free-port.ts';
import { LANES } from './lane-count.ts';
import type { Lane } from './lanes.ts';

const OUT_DIR = '.output/e2e';

export default async function setup(project: TestProject): Promise<void> {
  const [chromium, firefox] = [await findBrowser('chromium'), await findBrowser('firefox')];
  if (!chromium) throw new Error(`No Chromium to test in. ${browserAdvice('chromium')}`);
  const numbers = Array.from({ length: LANES }, (_, at) => at + 1);
  project.provide('lanes', await Promise.all(numbers.map((number) => makeLane(number, chromium, firefox))));
}

async function makeLane(number: number, chromium: Browser, firefox: Browser | undefined): Promise<Lane> {
  const brokerPort = await freePort();
  const brokerUrl = `http://127.0.0.1:${brokerPort}`;
  const outDir = `${OUT_DIR}/lane-${number}`;
  return {
    brokerPort,
    outDir,
    chromium: {
      path: chromium.path,
      extension: await buildExtension({ browser: 'chrome', brokerUrl, outDir }),
    },
    firefox: firefox && { path: firefox.path },
  };
}
