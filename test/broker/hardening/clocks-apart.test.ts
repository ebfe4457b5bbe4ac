/** Brokers on one store whose clocks differ: whoever runs them is told, and nobody is signed out. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { uptimeMs } from '../../../broker/clock.ts';
import { openSharedClock } from '../../../broker/database/store-clock.ts';
import { createMetrics, type Metrics } from '../../../broker/metrics/metrics.ts';
import { createVault } from '../../../broker/vault/vault.ts';
import { createDatabase } from '../../postgres.ts';
import { sharedKeys } from '../broker-settings.ts';
import { recordTerminal } from '../commands/recorded-terminal.ts';
import { createRunningClock, type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { createAdds } from './adds.ts';

const APART_SECONDS = 120;

describe.each([
  ['ahead', APART_SECONDS],
  ['behind', -APART_SECONDS],
])('a broker whose clock is two minutes %s', (_how, seconds) => {
  let right: RunningBroker;
  let wrong: RunningBroker;
  let env: Record<string, string>;
  const metrics: Metrics = createMetrics();
  beforeAll(async () => {
    env = { ...sharedKeys(), DATABASE_URL: await createDatabase() };
    const settled = false;
    right = await startBroker({ env, clock: createRunningClock(), settled });
    const clock = createRunningClock();
    clock.advance(seconds);
    wrong = await startBroker({
      env: { ...env, PUBLIC_URL: right.url },
      clock,
      settled,
      beside: right,
      metrics,
    });
  }, 60_000);
  afterAll(async () => {
    await wrong.close();
    await right.close();
  });

  it('says so where it is asked whether it is ready, in its figures, and once in its log', async () => {
    const ready = async (broker: RunningBroker): Promise<{ clock_ahead_seconds?: { store: number } }> =>
      (await fetch(`${broker.app.listeningOrigin}/readyz`)).json() as never;
    await expect.poll(async () => (await ready(wrong)).clock_ahead_seconds?.store).toBeDefined();
    const { clock_ahead_seconds: told } = await ready(wrong);
    for (const ahead of Object.values(told ?? {})) expect(Math.abs(ahead - seconds)).toBeLessThan(10);
    expect(await ready(right)).toEqual({ status: 'ok' });
    const figures = await metrics.exposition();
    for (const of of ['store', 'brokers'])
      expect(figures).toMatch(
        new RegExp(`broker_clock_ahead_seconds\\{of="${of}"\\} ${seconds < 0 ? '-' : ''}1[12]\\d`),
      );
    expect(wrong.log.filter((line) => line.includes('this clock differs'))).toHaveLength(1);
  });

  it('is told by the doctor', async () => {
    const terminal = recordTerminal(env, () => Date.now() + seconds * 1000);
    await terminal.run('doctor', '--json');
    const { findings } = JSON.parse(terminal.printed()) as {
      findings: { step: string; level: string; message: string }[];
    };
    const how = seconds > 0 ? 'ahead of' : 'behind';
    expect(findings.filter(({ step }) => step === 'clock')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          level: 'warning',
          message: expect.stringContaining(`${how} PostgreSQL's`),
        }),
      ]),
    );
  });

  it('is not taken for one that is gone, and serves the sign-ins of the others', async () => {
    const rows = await right.app.database.all('SELECT id FROM running_brokers');
    expect(rows).toHaveLength(2);
    await right.restart();
    expect(await right.app.database.all('SELECT id FROM running_brokers')).toHaveLength(2);
    const client = new TestClient(right);
    client.origin = wrong.app.listeningOrigin;
    const path = await client.reachCallback();
    client.origin = right.app.listeningOrigin;
    const code = new URL((await client.open(path)).headers.get('location') ?? '').searchParams.get('code');
    client.origin = wrong.app.listeningOrigin;
    const { access_token } = (await (await client.redeem(code ?? '')).json()) as { access_token: string };
    for (const { app } of [right, wrong]) {
      client.origin = app.listeningOrigin;
      expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    }
  });

  it('does not repeat a write that another broker has under way', async () => {
    const client = new TestClient(right);
    const { access_token } = await client.signIn();
    const { envoke } = right;
    envoke.modes.set({ only: 'POST /v1/contacts', slowMs: 2_000 });
    const addAt = (broker: RunningBroker) => {
      client.origin = broker.app.listeningOrigin;
      return createAdds(client, access_token).add('once@example.org');
    };
    const under = addAt(wrong);
    while (envoke.requests.count('POST', '/v1/contacts') === 0) await sleep(10);
    const rival = await addAt(right);
    // The rival waits a while for the other write to end, and then answers that it is still in progress.
    expect([201, 409]).toContain(rival.status);
    expect((await under).status).toBe(201);
    envoke.modes.reset();
    expect(envoke.requests.count('POST', '/v1/contacts')).toBe(1);
    expect(
      envoke.accounts[0]?.people.list().filter(({ text }) => text.email === 'once@example.org'),
    ).toHaveLength(1);
  });
});

it('a broker whose clock is a year ahead on PostgreSQL removes no session for its age', async () => {
  const right = await startBroker({
    env: { DATABASE_URL: await createDatabase() },
    clock: createRunningClock(),
  });
  onTestFinished(() => right.close());
  const client = new TestClient(right);
  const { access_token } = await client.signIn();
  expect((await createAdds(client, access_token).add('kept@example.org')).status).toBe(201);
  const now = () => Date.now() + 366 * 86_400_000;
  const { database } = right.app;
  const shared = await openSharedClock(database, now, uptimeMs);
  expect(Math.abs(shared.earliest() - Date.now())).toBeLessThan(60_000);
  const limits = right.app.config.session;
  const keys = right.app.keys.vault;
  const vault = createVault({ database, keys, limits, now, sweepNow: shared.earliest });
  expect(await vault.sweep()).toBe(0);
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
});
