/** Two brokers on one PostgreSQL; one is killed in the middle of writes. The other one finishes them: none is lost, none happens twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Envoke } from '../../envoke/envoke.ts';
import { freePort } from '../../free-port.ts';
import { createDatabase } from '../../postgres.ts';
import { envokeFor, sharedKeys } from '../broker-settings.ts';
import { TestClient } from '../test-client.ts';
import { createAdds } from './adds.ts';
import { type ChildBroker, createChildBroker } from './child-broker.ts';

/** A claim counts as a dead broker's after ten of these. */
const DEADLINE_MS = 200;

let envoke: Envoke;
let killed: ChildBroker;
let left: ChildBroker;

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  envoke = await envokeFor(url);
  const env = {
    ...sharedKeys(),
    DATABASE_URL: await createDatabase(),
    ENVOKE_TIMEOUT_MS: String(DEADLINE_MS),
  };
  killed = await createChildBroker({ envoke, port, env });
  left = await createChildBroker({ envoke, url, env });
  await left.start();
}, 60_000);
afterAll(async () => {
  await Promise.all([killed.remove(), left.remove()]);
  await envoke.close();
});

it.each([
  ['before Envoke has done anything', { slowMs: 120 }],
  ['after Envoke has done it, before its answer', { slowAnswerMs: 120 }],
])('loses no session and no write when it is killed %s', { timeout: 60_000 }, async (when, line) => {
  await killed.start();
  const client = new TestClient(killed);
  // The deadline is short for the writes' sake; on a busy machine a sign-in may miss it.
  const { access_token } = await vi.waitFor(() => client.signIn(), { timeout: 30_000, interval: 100 });
  const { add, addUntilDone } = createAdds(client, access_token);
  const people = Array.from({ length: 6 }, (_, index) => `${when.split(' ')[0]}-${index}@example.ca`);
  envoke.requests.clear();
  envoke.modes.set({ only: 'POST /v1/contacts', ...line });
  const isWriting = () => envoke.requests.count('POST', '/v1/contacts') > 0;
  // The look-up before a write has the same deadline: on a busy machine it may be missed for all of them.
  const { answers } = await vi.waitFor(
    async () => {
      const tries = { answers: Promise.allSettled(people.map(add)) };
      await vi.waitUntil(isWriting, { timeout: 2_000, interval: 2 });
      return tries;
    },
    { timeout: 40_000, interval: 100 },
  );
  await sleep(20);
  await killed.kill();
  await answers;
  envoke.modes.reset();
  client.origin = left.origin;
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  const statuses = await Promise.all(people.map(addUntilDone));
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  const contacts = envoke.accounts[0]?.people.list() ?? [];
  for (const email of people)
    expect(contacts.filter((contact) => contact.text.email === email)).toHaveLength(1);
});
