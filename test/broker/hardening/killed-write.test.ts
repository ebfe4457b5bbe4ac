/** `kill -9` in the middle of writes: each is repeated with its key after the next start, and happens once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Envoke } from '../../envoke/envoke.ts';
import { TestClient } from '../test-client.ts';
import { type Adds, createAdds } from './adds.ts';
import { type ChildBroker, createChildBroker } from './child-broker.ts';

/** A claim counts as a dead broker's after ten of these. */
const DEADLINE_MS = 500;
const PEOPLE = 6;

let envoke: Envoke;
let broker: ChildBroker;
let adds: Adds;

beforeAll(async () => {
  broker = await createChildBroker({ env: { ENVOKE_TIMEOUT_MS: String(DEADLINE_MS) } });
  ({ envoke } = broker);
  await broker.start();
  const client = new TestClient(broker);
  // The deadline is short for the writes' sake; on a busy machine a sign-in may miss it.
  const { access_token } = await vi.waitFor(() => client.signIn(), { timeout: 30_000, interval: 100 });
  adds = createAdds(client, access_token);
}, 60_000);
afterAll(() => broker.remove());

it.each([
  ['before Envoke has done anything', { slowMs: 120 }],
  ['after Envoke has done it, before its answer', { slowAnswerMs: 120 }],
])('loses nothing when the broker is killed %s', { timeout: 60_000 }, async (when, line) => {
  const people = Array.from({ length: PEOPLE }, (_, index) => `${when.split(' ')[0]}-${index}@example.ca`);
  envoke.requests.clear();
  envoke.modes.set({ only: 'POST /v1/contacts', ...line });
  // A look-up before the write may miss the short deadline; then the same add is tried again.
  const answers = Promise.allSettled(people.map(adds.addUntilDone));
  while (envoke.requests.count('POST', '/v1/contacts') === 0) await sleep(2);
  await sleep(20);
  await broker.kill();
  await answers;
  envoke.modes.reset();
  await broker.start();
  const statuses = await Promise.all(people.map(adds.addUntilDone));
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  const contacts = envoke.accounts[0]?.people.list() ?? [];
  for (const email of people)
    expect(contacts.filter((contact) => contact.text.email === email)).toHaveLength(1);
  expect(broker.files().includes(people[0] ?? '')).toBe(false);
});
