/** What a soak runs on: two brokers on one PostgreSQL, and an Envoke, each behind a network that can fail. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { envokeFor, sharedKeys } from '../broker/broker-settings.ts';
import { type ChildBroker, createChildBroker } from '../broker/hardening/child-broker.ts';
import { createSilentProxy, type SilentProxy } from '../broker/hardening/silent-proxy.ts';
import type { Envoke } from '../envoke/envoke.ts';
import { freePort } from '../free-port.ts';
import { initPostgres, startPostgres } from '../postgres-process.ts';

const START_MAX_MS = 60_000;

export interface World {
  readonly brokers: readonly ChildBroker[];
  readonly envoke: Envoke;
  readonly storeNetwork: SilentProxy;
  readonly envokeNetwork: SilentProxy;
  /** Sets the clock of one broker ahead, or behind with a negative number. */
  setClock(broker: ChildBroker, aheadSeconds: number): void;
  restartStore(): Promise<void>;
  /** @throws Error when a broker logged what must not be logged */
  close(): Promise<void>;
}

/** @param env settings of the brokers that differ from the shipped ones */
export async function createWorld(env: Readonly<Record<string, string>>): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const data = mkdtempSync(join(tmpdir(), 'soak-postgres-'));
  const storePort = await freePort();
  await initPostgres(data);
  let store = startPostgres(data, storePort, ['max_connections=60']);
  await untilReady(storePort);

  const storeNetwork = await createSilentProxy(storePort);
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const envoke = await envokeFor(publicUrl);
  const envokeNetwork = await createSilentProxy(Number(new URL(envoke.url).port));
  const shared = {
    ...sharedKeys(),
    DATABASE_URL: `postgres://broker@127.0.0.1:${storeNetwork.port}/postgres`,
    ENVOKE_BASE_URL: `http://127.0.0.1:${envokeNetwork.port}`,
    RATE_SESSION_PER_MINUTE: '100000',
    RATE_ADDRESS_PER_MINUTE: '100000',
    RATE_SIGN_IN_PER_MINUTE: '100000',
    NODE_OPTIONS: `--import=${join(import.meta.dirname, '../broker/hardening/wall-clock.ts')}`,
    ...env,
  };
  const clocks = new Map<ChildBroker, string>();
  const brokers: ChildBroker[] = [];
  for (const name of ['first', 'second']) {
    const clock = join(folder, name);
    writeFileSync(clock, '0');
    const broker = await createChildBroker({ envoke, url: publicUrl, env: { ...shared, CLOCK_FILE: clock } });
    clocks.set(broker, clock);
    brokers.push(broker);
    await broker.start();
  }

  const stopStore = async () => {
    const gone = once(store, 'exit');
    // "Immediate": connections are cut, and what was committed is found again in the log.
    store.kill('SIGQUIT');
    await gone;
  };
  return {
    brokers,
    envoke,
    storeNetwork,
    envokeNetwork,
    setClock: (broker, aheadSeconds) => writeFileSync(clocks.get(broker) ?? '', String(aheadSeconds * 1000)),
    async restartStore() {
      await stopStore();
      store = startPostgres(data, storePort, ['max_connections=60']);
      await untilReady(storePort);
    },
    async close() {
      try {
        for (const broker of brokers) await broker.remove();
      } finally {
        await envoke.close();
        envokeNetwork.close();
        storeNetwork.close();
        await stopStore();
        for (const place of [folder, data]) rmSync(place, { recursive: true, force: true });
      }
    },
  };
}

async function untilReady(port: number): Promise<void> {
  const endsAt = performance.now() + START_MAX_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: `postgres://broker@127.0.0.1:${port}/postgres` });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (performance.now() > endsAt) throw error;
      await sleep(100);
    }
  }
}
