/** Scenarios run in lanes, side by side: each lane has a broker's port and copies of the extension of its own. */
import { inject } from 'vitest';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import { LANES } from './lane-count.ts';

export interface Lane {
  /** The one port that this lane's copies talk to; one broker at a time listens on it. */
  brokerPort: number;
  /** What the run's scenarios run in. */
  browser: Browser;
  /** The folders of this lane's copies. */
  chromium: { extension: string };
  firefox: { extension: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    lanes: Lane[];
  }
}

/** The lane of the worker that this scenario runs in. */
export function ownLane(): Lane {
  const worker = Number(process.env.VITEST_POOL_ID ?? 1);
  const lane = inject('lanes')[worker - 1];
  if (lane === undefined)
    throw new Error(`There is no lane for worker ${worker}; maxWorkers must be ${LANES}.`);
  return lane;
}

/** The copy of the extension that this run's browser loads. */
export function ownExtension(): string {
  const lane = ownLane();
  return lane[lane.browser.kind].extension;
}
