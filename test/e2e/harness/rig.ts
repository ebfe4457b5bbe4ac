/** What the browser talks to: a stand-in in this process, and a broker as a process of its own with its real log. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from '../../../scripts/processes/child.ts';
import {
  registerApplication,
  standInSettings,
  startBroker,
  untilBrokerAnswers,
} from '../../../scripts/start/parts.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { ownLane } from './lanes.ts';

export interface Rig {
  envoke: Envoke;
  brokerUrl: string;
  /** Holds the database, the keys and the log. */
  dataDir: string;
  clientSecret: string;
  /** All that the broker has logged so far. */
  log(): Promise<string>;
  stopBroker(): Promise<void>;
  /** Ends the broker in the middle of whatever it does, as a power cut would. */
  killBroker(): Promise<void>;
  /** Starts the broker again on the same data. */
  startBroker(): Promise<void>;
  close(): Promise<void>;
}

/** Everything is logged that can be, and nobody waits for the polite pace. */
const BROKER_SETTINGS = { LOG_LEVEL: 'debug', ENVOKE_REQUESTS_PER_SECOND: '100', ENVOKE_BURST: '1000' };

/**
 * @param changes settings of the broker instead of the rig's own
 * @param brokerPort where the broker listens; else where this lane's copies look for it
 */
export async function startRig(
  changes: Readonly<Record<string, string>> = {},
  brokerPort = ownLane().brokerPort,
): Promise<Rig> {
  const brokerUrl = `http://127.0.0.1:${brokerPort}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'contacts-for-envoke-broker-'));
  const application = registerApplication(brokerUrl);
  const envoke = await createEnvoke({ clients: [application] });
  const settings = { ...BROKER_SETTINGS, ...standInSettings(envoke.url, application), ...changes };
  let broker: Child | undefined;
  const logs: string[] = [];
  const keepLog = async () => logs.push(await readFile(join(dataDir, 'broker.log'), 'utf8'));
  const rig: Rig = {
    envoke,
    brokerUrl,
    dataDir,
    clientSecret: application.clientSecret,
    log: async () => [...logs, await readFile(join(dataDir, 'broker.log'), 'utf8')].join(''),
    async stopBroker() {
      await broker?.stop();
      await keepLog();
    },
    async killBroker() {
      broker?.process.kill('SIGKILL');
      await broker?.stop();
      await keepLog();
    },
    async startBroker() {
      broker = startBroker(brokerUrl, brokerPort, dataDir, settings);
      await untilBrokerAnswers(broker, brokerPort);
    },
    async close() {
      await broker?.stop();
      await envoke.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await rig.startBroker();
  return rig;
}
