/** A broker and an Envoke stand-in, both real servers on this machine, for the tests of the broker. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../broker/app.ts';
import { loadConfig } from '../../broker/config.ts';
import type { Metrics } from '../../broker/metrics/metrics.ts';
import type { ProofsMax } from '../../broker/session/seen-proofs.ts';
import type { Tracing } from '../../broker/tracing/tracing.ts';
import { EXTENSION_REDIRECT_URIS } from '../../shared/client.ts';
import type { Envoke } from '../envoke/envoke.ts';
import { freePort } from '../free-port.ts';
import { envokeFor, settingsFor } from './broker-settings.ts';
import { checkLog } from './log-check.ts';

export const REDIRECT_URI = EXTENSION_REDIRECT_URIS[0];

/** Time that passes only when told to, in milliseconds; two brokers may share one. */
export interface TestClock {
  now: () => number;
  advance(seconds: number): void;
}

export function createTestClock(startMs = Date.now()): TestClock {
  let ms = startMs;
  return {
    now: () => ms,
    advance(seconds) {
      ms += seconds * 1000;
    },
  };
}

/** Time that passes by itself, and more of it when told to. */
export function createRunningClock(): TestClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance(seconds) {
      aheadMs += seconds * 1000;
    },
  };
}

export interface RunningBroker {
  url: string;
  app: FastifyInstance;
  envoke: Envoke;
  clock: TestClock;
  dataDir: string;
  /** Every line that was logged. */
  log: string[];
  /** Stops the broker and starts another one on the same port, data and stand-in. */
  restart(env?: Record<string, string>): Promise<void>;
  /** @throws Error when anything was logged that must not be */
  close(): Promise<void>;
}

export interface BrokerOptions {
  env?: Record<string, string>;
  clock?: TestClock;
  /** Past the first minutes, in which every proof needs a nonce; false to test those. */
  settled?: boolean;
  /** Smaller memories of proofs than the shipped ones. */
  proofsMax?: ProofsMax;
  tracing?: Tracing;
  metrics?: Metrics;
  /** Another broker whose stand-in, clock and port's public URL this one shares. */
  beside?: RunningBroker;
}

const SETTLING_SECONDS = 121;

export async function startBroker(options: BrokerOptions = {}): Promise<RunningBroker> {
  const { beside } = options;
  const port = await freePort();
  const url = beside?.url ?? `http://127.0.0.1:${port}`;
  const envoke = beside?.envoke ?? (await envokeFor(url));
  const clock = options.clock ?? beside?.clock ?? createTestClock();
  const dataDir = await mkdtemp(join(tmpdir(), 'broker-'));
  const log: string[] = [];
  const env = { ...settingsFor(url, port, envoke, dataDir), ...options.env };

  const start = async (changes: Record<string, string> = {}) => {
    const config = loadConfig({ ...env, ...changes });
    const app = await buildApp(config, {
      now: clock.now,
      uptimeMs: clock.now,
      log: { write: (line) => void log.push(line) },
      ...(options.proofsMax !== undefined && { proofsMax: options.proofsMax }),
      ...(options.tracing !== undefined && { tracing: options.tracing }),
      ...(options.metrics !== undefined && { metrics: options.metrics }),
    });
    await app.listen({ host: config.host, port: config.port });
    if (options.settled !== false) clock.advance(SETTLING_SECONDS);
    return app;
  };

  const broker: RunningBroker = {
    url,
    app: await start(),
    envoke,
    clock,
    dataDir,
    log,
    async restart(changes) {
      await broker.app.close();
      // Clients of this same process hear here that their connections are closed, and do not use them again.
      for (let turn = 0; turn < 2; turn += 1) await setImmediate();
      broker.app = await start(changes);
    },
    async close() {
      await broker.app.close();
      if (beside === undefined) await envoke.close();
      await rm(dataDir, { recursive: true, force: true });
      checkLog(log.join(''), envoke);
    },
  };
  return broker;
}
