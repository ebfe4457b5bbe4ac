/** Envoke's code is sent once, whatever happens after it, and the person is told what to do next. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../../broker/metrics/metrics.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { createRunningClock, type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

const TOKEN = '/ext/oauth/access_token';
const SETTINGS = '/v1/settings';
const metrics = createMetrics();

let broker: RunningBroker;
beforeEach(async () => {
  broker = await startBroker({ clock: createRunningClock() });
});
afterEach(() => broker.close());

const codeOf = async (client: TestClient) => (await client.handOff()).searchParams.get('code') ?? '';
const exchanges = () => broker.envoke.requests.count('POST', TOKEN);
const orphansLogged = () => broker.log.filter((line) => line.includes('a permission may remain')).length;

async function redeemIn(modes: Partial<ModeValues>, client = new TestClient(broker)) {
  const code = await codeOf(client);
  broker.envoke.modes.set(modes);
  const answer = await client.redeem(code);
  const { error } = (await answer.json()) as { error?: string };
  return { client, code, error, status: answer.status, retryAfter: answer.headers.get('retry-after') };
}

describe('an account that cannot be read at once', () => {
  it.each<[string, Partial<ModeValues>]>([
    ['fails', { settingsFailsOnce: 1 }],
    ['breaks off twice', { cut: 2, only: SETTINGS }],
    ['is not reached three times', { unreachable: 3, only: SETTINGS }],
    ['shows a page for a moment', { loginPage: 2, only: SETTINGS }],
  ])('is read again where Envoke %s, and the person is signed in', async (_what, modes) => {
    expect(await redeemIn(modes)).toMatchObject({ status: 200 });
    expect(exchanges()).toBe(1);
  });

  it.each<[string, Partial<ModeValues>, number, string]>([
    ['breaks', { unreachable: true, only: SETTINGS }, 503, 'temporarily_unavailable'],
    ['fails', { settingsFailsOnce: true }, 503, 'temporarily_unavailable'],
    ['says nothing of use', { settingsShape: 'huge-id' }, 502, 'server_error'],
  ])(
    'costs one code where Envoke %s for good, however often the client asks',
    async (_what, modes, status, error) => {
      await broker.restart({ ENVOKE_TIMEOUT_MS: '600' });
      const { client, code, ...first } = await redeemIn(modes);
      expect(first).toMatchObject({ status, error });
      for (let time = 0; time < 2; time += 1)
        expect(await (await client.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
      expect(exchanges()).toBe(1);
      expect(orphansLogged()).toBe(1);
      expect(await broker.app.database.all('SELECT id FROM sessions')).toEqual([]);
    },
  );
});

describe('an exchange that fails', () => {
  it("tells the operator to act when Envoke refuses the broker's secret", async () => {
    await broker.restart({ ENVOKE_CLIENT_SECRET: 'canary-of-another-secret' });
    expect(await redeemIn({})).toMatchObject({ status: 502, error: 'unauthorized_client' });
  });

  it('asks to sign in again when Envoke refuses the code, and never sends that code again', async () => {
    const client = new TestClient(broker);
    const path = (await client.reachCallback()).replace(/code=[^&]+/, 'code=spoiled');
    const location = (await client.open(path)).headers.get('location') ?? '';
    const code = new URL(location).searchParams.get('code') ?? '';
    for (let time = 0; time < 3; time += 1)
      expect(await (await client.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
    expect(exchanges()).toBe(1);
    expect(orphansLogged()).toBe(0);
  });

  it("passes on Envoke's Retry-After", async () => {
    const modes = { rateLimited: 1, retryAfter: 'seconds', retryAfterSeconds: 17 } as const;
    expect(await redeemIn(modes)).toMatchObject({
      status: 503,
      error: 'temporarily_unavailable',
      retryAfter: '17',
    });
  });

  it('counts a permission that Envoke may have given when its answer was lost', async () => {
    expect(await redeemIn({ cut: true, only: TOKEN })).toMatchObject({ status: 503 });
    expect(orphansLogged()).toBe(1);
  });
});

it('counts permissions without a session in the figures', async () => {
  metrics.permissionOrphaned('answer-lost');
  expect(await metrics.exposition()).toContain('broker_orphaned_permissions_total{cause="answer-lost"} 1');
});
