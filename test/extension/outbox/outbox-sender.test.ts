/** Sending to a real HTTP server: nothing is lost or added twice, whichever side dies at whatever moment. */
import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrokerClient } from '../../../extension/lib/broker-client/create-broker-client.ts';
import { controlBatch } from '../../../extension/lib/outbox/outbox-batches.ts';
import { addToOutbox } from '../../../extension/lib/outbox/outbox-commands.ts';
import { createOutboxSender, type OutboxSender } from '../../../extension/lib/outbox/outbox-sender.ts';
import { changeItem, loadOutbox } from '../../../extension/lib/outbox/outbox-store.ts';
import type { WriteClient } from '../../../extension/lib/outbox/send-item.ts';
import { createDpopKey } from '../../../extension/lib/session/dpop-keys.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { type StubBroker, sendProblem, startStubBroker } from '../stub-broker.ts';
import { type BrokerMemory, createBrokerMemory } from './envoke-behind-broker.ts';
import { aDraft } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const MINUTE_MS = 60_000;

describe('the sender', () => {
  let key: CryptoKeyPair;
  let memory: BrokerMemory;
  let broker: StubBroker;
  let nowMs: number;
  let slept: number[];
  let alarm: string[];
  let clearing: Promise<void>;
  let signedIn: Set<string>;

  beforeAll(async () => {
    key = await createDpopKey('sender');
  });
  beforeEach(async () => {
    resetBrowser();
    memory = createBrokerMemory();
    broker = await startStubBroker(memory.answer);
    nowMs = 1_795_000_000_000;
    slept = [];
    alarm = [];
    clearing = Promise.resolve();
    signedIn = new Set(['7', '8']);
  });
  afterEach(() => broker.close());

  /** A newly started background: it knows only what is stored. */
  const newSender = (): OutboxSender => {
    const session = { accountId: '7', brokerUrl: broker.url, sessionToken: 'token', key };
    const client = createBrokerClient({
      fetch,
      now: () => Date.now(),
      isOnline: () => true,
      hasPermission: async () => true,
      loadSession: async () => session,
      onSessionEnded: async () => signedIn.clear(),
    });
    return createOutboxSender({
      now: () => nowMs,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
      },
      clientOf: async (accountId) => (signedIn.has(accountId) ? client : null),
      alarm: {
        set: async () => void alarm.push('set'),
        clear: async () => {
          await clearing;
          alarm.push('cleared');
        },
      },
    });
  };
  /** The requests to the broker, without look-ups. */
  const writes = () => broker.requests.filter(({ url }) => !url.endsWith('/lookup'));
  /** How many people each look-up was about. */
  const lookUps = () =>
    broker.requests
      .filter(({ url }) => url.endsWith('/lookup'))
      .map(({ body }) => (JSON.parse(body) as { emails: string[] }).emails.length);
  const add = async (count: number, accountId = '7', lookedUpAtMs?: number) => {
    const operations = Array.from({ length: count }, (_, index) =>
      aDraft(`p${index}@${accountId}.example.ca`),
    );
    const answer = await addToOutbox({ accountId, operations, batch: count > 1, lookedUpAtMs }, nowMs);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.value.batchId ?? '';
  };
  const statuses = async () => (await loadOutbox()).items.map(({ state }) => state.status);

  it('sends nothing for an account without a session, and sets no alarm for it', async () => {
    signedIn.clear();
    await add(2);
    await newSender().send();
    expect(broker.requests).toEqual([]);
    expect(await statuses()).toEqual(['waiting', 'waiting']);
    expect(alarm.at(-1)).toBe('cleared');
  });

  it('releases what a dead background was sending, even without a session', async () => {
    await add(1);
    const [item] = (await loadOutbox()).items;
    await changeItem(item?.id ?? '', (present) => ({ ...present, state: { status: 'sending' } }));
    signedIn.clear();
    await newSender().send();
    expect(broker.requests).toEqual([]);
    expect(await statuses()).toEqual(['waiting']);
  });

  it('keeps the rest waiting when the session ends in the middle, and sends it after a sign-in', async () => {
    await add(3);
    broker.answer = (request, response) =>
      memory.contacts.length === 1
        ? sendProblem(response, 'session-ended')
        : memory.answer(request, response);
    await newSender().send();
    expect(await statuses()).toEqual(['done', 'waiting', 'waiting']);
    signedIn.add('7');
    broker.answer = memory.answer;
    await newSender().sendNow();
    expect(await statuses()).toEqual(['done', 'done', 'done']);
  });

  it('asks the person about an existing contact, and continues with the others', async () => {
    await add(3);
    memory.contacts.push({ ...memoryContact(), email: 'p1@7.example.ca' });
    await newSender().send();
    expect(await statuses()).toEqual(['done', 'needs-decision', 'done']);
  });

  it('moves a failing item behind the others, and gives it up only after many tries', async () => {
    await add(3);
    broker.answer = (request, response) =>
      request.body.includes('p0@')
        ? sendProblem(response, 'internal-error')
        : memory.answer(request, response);
    await newSender().send();
    expect(await statuses()).toEqual(['waiting', 'done', 'done']);
    for (let woken = 0; woken < 20; woken += 1) {
      nowMs += 6 * MINUTE_MS;
      await newSender().send();
    }
    expect(await statuses()).toEqual(['failed', 'done', 'done']);
    expect(writes().filter(({ body }) => body.includes('p0@'))).toHaveLength(16);
  });

  it.each(['envoke-timeout', 'write-uncertain'] as const)(
    'gives up no item while Envoke is down: %s',
    async (slug) => {
      await add(1);
      broker.answer = (_request, response) => sendProblem(response, slug);
      for (let woken = 0; woken < 40; woken += 1) {
        nowMs += 6 * MINUTE_MS;
        await newSender().send();
      }
      expect(await statuses()).toEqual(['waiting']);
      broker.answer = memory.answer;
      nowMs += 6 * MINUTE_MS;
      await newSender().send();
      expect(await statuses()).toEqual(['done']);
    },
  );

  it('waits as long as the broker asks, whatever changes on this side', async () => {
    await add(2);
    broker.answer = (_request, response) =>
      sendProblem(response, 'envoke-busy', { headers: { 'retry-after': '90' } });
    await newSender().send();
    await newSender().sendNow();
    expect(writes()).toHaveLength(1);
    broker.answer = memory.answer;
    nowMs += 91_000;
    await newSender().send();
    expect(await statuses()).toEqual(['done', 'done']);
  });

  it('ends its own pauses when the network or the session comes back', async () => {
    await add(1);
    await broker.close();
    await newSender().send();
    expect(await statuses()).toEqual(['waiting']);
    expect(slept.length).toBeGreaterThan(2);
    expect(alarm.at(-1)).toBe('set');
    broker = await startStubBroker(memory.answer);
    await newSender().sendNow();
    expect(await statuses()).toEqual(['done']);
  });

  it('sends an item again that was being sent when the background died, and adds nobody twice', async () => {
    await add(1);
    const [item] = (await loadOutbox()).items;
    await changeItem(item?.id ?? '', (present) => ({ ...present, state: { status: 'sending' } }));
    memory.write({
      method: 'POST',
      url: '/v1/contacts',
      headers: { 'idempotency-key': item?.idempotencyKey },
      body: JSON.stringify(item?.operation.kind === 'create' && item.operation.draft),
    });
    await newSender().send();
    expect(await statuses()).toEqual(['done']);
    expect(memory.contacts).toHaveLength(1);
  });

  it('adds each person once though every other answer is lost on its way', async () => {
    await add(40);
    let count = 0;
    broker.answer = (request, response) => {
      count += 1;
      if (count % 2 === 0) return memory.answer(request, response);
      memory.write(request);
      response.destroy();
    };
    for (let woken = 0; woken < 60 && (await statuses()).includes('waiting'); woken += 1) {
      nowMs += 6 * MINUTE_MS;
      await newSender().send();
    }
    expect(new Set(await statuses())).toEqual(new Set(['done']));
    expect(memory.contacts).toHaveLength(40);
  });

  it('adds each person once, wherever the background dies', async () => {
    /** A background touches only the storage and the network; it dies before or after the n-th use of them. */
    let usesLeft = 0;
    const dying =
      <Args extends unknown[], Value>(use: (...args: Args) => Promise<Value>, after: boolean) =>
      async (...args: Args): Promise<Value> => {
        usesLeft -= 1;
        if (usesLeft < 0 || (usesLeft === 0 && !after)) throw new Error('died');
        const value = await use(...args);
        if (usesLeft === 0) throw new Error('died');
        return value;
      };
    const { get, set } = browser.storage.local;
    for (const after of [false, true])
      for (let line = 1; line <= 24; line += 1) {
        await browser.storage.local.clear();
        memory.contacts.length = 0;
        await add(3);
        usesLeft = line;
        Object.assign(browser.storage.local, { get: dying(get, after), set: dying(set, after) });
        await newSender().send();
        Object.assign(browser.storage.local, { get, set });
        nowMs += 6 * MINUTE_MS;
        await newSender().sendNow();
        expect({ after, line, statuses: await statuses() }).toMatchObject({
          statuses: ['done', 'done', 'done'],
        });
        expect(memory.contacts).toHaveLength(3);
      }
  });

  it('sends nothing twice when many wake it at the same moment', async () => {
    await add(10);
    const senders = Array.from({ length: 8 }, newSender);
    await Promise.all(senders.map((sender) => sender.send()));
    expect(await statuses()).toEqual(Array(10).fill('done'));
    expect(writes()).toHaveLength(10);
  });

  it('pauses and resumes a bulk add between two people', async () => {
    const batchId = await add(4);
    broker.answer = async (request, response) => {
      if (memory.contacts.length === 1) await controlBatch({ batchId, action: 'pause' });
      memory.answer(request, response);
    };
    await newSender().send();
    expect(await statuses()).toEqual(['done', 'done', 'waiting', 'waiting']);
    broker.answer = memory.answer;
    await controlBatch({ batchId, action: 'resume' });
    await newSender().send();
    expect(await statuses()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('does not ask again at once where the broker names no time to wait', async () => {
    await add(1);
    broker.answer = (_request, response) =>
      sendProblem(response, 'too-many-requests', { headers: { 'retry-after': '0' } });
    slept = [];
    const stopAfter = 5;
    const answer = broker.answer;
    broker.answer = (request, response) =>
      broker.requests.length < stopAfter ? answer(request, response) : memory.answer(request, response);
    await newSender().send();
    expect(slept.every((ms) => ms >= 1_000)).toBe(true);
    expect(await statuses()).toEqual(['done']);
  });

  it('sets no alarm for a paused bulk add', async () => {
    const batchId = await add(2);
    await controlBatch({ batchId, action: 'pause' });
    await newSender().send();
    expect(alarm.at(-1)).toBe('cleared');
    expect(await statuses()).toEqual(['waiting', 'waiting']);
  });

  it('keeps the alarm when something is added while another pass finds nothing to send', async () => {
    const gate = Promise.withResolvers<void>();
    clearing = gate.promise;
    const sender = newSender();
    const looking = sender.send();
    await add(1);
    const sending = sender.send();
    // A wrong order would show during this wait.
    await pause(20);
    gate.resolve();
    await Promise.all([looking, sending]);
    expect(alarm).toEqual(['cleared', 'set']);
  });

  it('does not let one account wait for another', async () => {
    await add(1, '7');
    await add(1, '8');
    broker.answer = (request, response) =>
      request.body.includes('@7.')
        ? sendProblem(response, 'too-many-requests', { headers: { 'retry-after': '600' } })
        : memory.answer(request, response);
    await newSender().send();
    expect(await statuses()).toEqual(['waiting', 'done']);
  });

  it('sends nothing of one account with the session of another', async () => {
    await add(2, '7');
    await add(2, '8');
    const sent: string[] = [];
    const clientFor = (accountId: string): WriteClient => {
      const note = async (email: string) => {
        sent.push(`${accountId}: ${email}`);
        return { ...memoryContact(), email };
      };
      const client: Partial<WriteClient> = {
        createContact: ({ email }) => note(email),
        lookUp: async (emails) => emails.map((email) => ({ email, contact: null })),
      };
      return client as WriteClient;
    };
    const sender = createOutboxSender({
      now: () => nowMs,
      sleep: async () => undefined,
      clientOf: async (accountId) => clientFor(accountId),
      alarm: { set: async () => undefined, clear: async () => undefined },
    });
    await sender.send();
    expect(sent.toSorted()).toEqual([
      '7: p0@7.example.ca',
      '7: p1@7.example.ca',
      '8: p0@8.example.ca',
      '8: p1@8.example.ca',
    ]);
  });

  it('looks the people of a bulk add up together before it sends them', async () => {
    await add(30);
    await newSender().send();
    expect(lookUps()).toEqual([25, 5]);
    expect(memory.contacts).toHaveLength(30);
  });

  it('does not look the people up again while the look-up of their review counts', async () => {
    await add(20, '7', nowMs - 20_000);
    broker.answer = aSecondEach;
    await newSender().send();
    expect(lookUps()).toEqual([]);
    expect(memory.contacts).toHaveLength(20);
  });

  it.each([
    ['the rest of the people once that look-up is too old', 40_000, [20]],
    ['all people after a look-up of a minute ago', 60_000, [25, 5]],
    ['all people when the clock was put back after the look-up', -60_000, [25, 5]],
  ])('looks up %s', async (_who, ageMs, asked) => {
    await add(30, '7', nowMs - ageMs);
    broker.answer = aSecondEach;
    await newSender().send();
    expect(lookUps()).toEqual(asked);
  });

  it('sets no alarm once everything is sent', async () => {
    await add(1);
    await newSender().send();
    await newSender().send();
    expect(alarm.at(-1)).toBe('cleared');
  });

  const aSecondEach: StubBroker['answer'] = (request, response) => {
    if (!request.url.endsWith('/lookup')) nowMs += 1_000;
    return memory.answer(request, response);
  };

  const memoryContact = () => {
    const contact = createBrokerMemory().write({
      method: 'POST',
      url: '/v1/contacts',
      headers: { 'idempotency-key': 'k' },
      body: '{"email":"p1@7.example.ca"}',
    });
    if (contact === 'exists') throw new Error('a new memory is empty');
    return contact;
  };
});
