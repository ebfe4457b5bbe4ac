/** Signing in while Envoke is in random modes: no code is sent twice, and afterwards people can still sign in. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { inWholeRun } from '../../whole-run.ts';
import { anyModes } from '../any-modes.ts';
import { createRunningClock, type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

const TOKEN = '/ext/oauth/access_token';
const DEADLINE_MS = 400;

let broker: RunningBroker;
beforeAll(async () => {
  const env = {
    RATE_SIGN_IN_PER_MINUTE: '100000',
    ENVOKE_TIMEOUT_MS: String(DEADLINE_MS),
    ENVOKE_MISSING_STATE: 'use-cookie',
  };
  broker = await startBroker({ env, clock: createRunningClock() });
});
afterAll(() => broker.close());

const MODE_SETS = anyModes(fc.integer({ min: 1, max: 3 }), {
  stateMaxChars: fc.constantFrom(0, 8, 32),
  only: fc.constantFrom('', TOKEN, '/v1/settings'),
  slowMs: fc.constantFrom(0, 5, 600),
  slowAnswerMs: fc.constantFrom(0, 5, 600),
  retryAfterSeconds: fc.constantFrom(0, 1, 100),
});

async function signInIn(modes: Partial<ModeValues>): Promise<number[]> {
  const client = new TestClient(broker);
  broker.envoke.modes.set(modes);
  const callback = await client.reachCallback().catch(() => undefined);
  if (callback === undefined) return [];
  const location = (await client.open(callback)).headers.get('location');
  const code = location === null ? null : new URL(location).searchParams.get('code');
  if (code === null) return [];
  const statuses: number[] = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await client.redeem(code)).status);
  return statuses;
}

it('never sends a code twice, never gives a session twice, and lets everybody sign in afterwards', {
  timeout: 120_000,
}, async () => {
  const property = fc.asyncProperty(MODE_SETS, async (modes) => {
    broker.envoke.modes.reset();
    broker.envoke.requests.clear();
    const statuses = await signInIn(modes);
    const sent = broker.envoke.requests
      .list('POST', TOKEN)
      .map(({ body }) => new URLSearchParams(body).get('code'));
    expect(sent.length, JSON.stringify(modes)).toBe(new Set(sent).size);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect([200, 400, 502, 503]).toContain(status);
    broker.envoke.modes.reset();
    expect((await new TestClient(broker).signIn()).token_type).toBe('DPoP');
  });
  await fc.assert(property, { numRuns: inWholeRun(60, 20) });
});
