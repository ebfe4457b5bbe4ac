/** Scenarios run in lanes, side by side: each lane has a broker's port and copies of the extension of its own. */
import { inject } from 'vitest';
import { buildForLane } from './lane-build.ts';
import { LANES } from './lane-count.ts';

export interface Lane {
  /** The one port that this lane's copies talk to; one broker at a time listens on it. */
  brokerPort: number;
  /** Where its copies are. */
  outDir: string;
  chromium: { path: string; extension: string };
  /** Undefined where there is no Firefox: its scenarios are then reported as not run. */
  firefox: { path: string } | undefined;
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

/** The folder of this lane's copy for Firefox, built when it is first asked for: few scenarios open it. */
export function firefoxBuild(): Promise<string> {
  const { brokerPort, outDir } = ownLane();
  return buildForLane({ browser: 'firefox', brokerUrl: `http://127.0.0.1:${brokerPort}`, outDir });
}
