/** Sends the open writes: one worker per account at a time, whatever event woke it, with an alarm in case it dies. */

import { endOwnHolds, heldUntilMs } from './account-backoff.ts';
import { type AskItem, askItem, takeForAsking } from './ask-item.ts';
import { createLookUpAhead } from './look-up-ahead.ts';
import type { Alarm } from './outbox-alarm.ts';
import type { OutboxItem } from './outbox-item.ts';
import { nextStep, openItems } from './outbox-queue.ts';
import { changeItem, loadOutbox } from './outbox-store.ts';
import { checkPolicy } from './policy-check.ts';
import { sendItem, type WriteClient } from './send-item.ts';

/** Longest wait inside the worker; browsers end an idle one after 30 s, so longer ones are left to the alarm. */
const SHORT_WAIT_MS = 20_000;

export interface SenderEffects {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Null when the account has no session. */
  clientOf: (accountId: string) => Promise<WriteClient | null>;
  alarm: Alarm;
}

export interface OutboxSender {
  /** Sends everything that may be sent now; resolves when nothing more is ready soon. Never rejects. */
  send(): Promise<void>;
  /** The same after something changed here: ends pauses that neither the broker nor Envoke asked for. */
  sendNow(): Promise<void>;
  /** Finds out whether an add that may have left has arrived; nothing sends it meanwhile. */
  ask: AskItem;
}

export function createOutboxSender(effects: SenderEffects): OutboxSender {
  const wakeUps = new Set<() => void>();
  /** Items that are marked as being sent, while the broker is asked about them. */
  const asked = new Set<string>();
  const isAsked = ({ id }: OutboxItem) => asked.has(id);
  const wake = () => {
    for (const wakeUp of wakeUps) wakeUp();
  };
  const sleep = async (ms: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    wakeUps.add(resolve);
    await Promise.race([effects.sleep(ms), promise]);
    wakeUps.delete(resolve);
  };

  const send = async () => {
    wake();
    try {
      const { sendable, sessionless } = await accountsToSend(effects);
      await Promise.all(sessionless.map((accountId) => reclaimAlone(accountId, isAsked)));
      await Promise.all(
        sendable.map((accountId) => sendForAccount(accountId, { ...effects, sleep, isAsked })),
      );
    } catch {
      // The alarm is set before anything is sent, so that a failed read or write is tried again.
    }
  };
  return {
    send,
    sendNow: async () => {
      await endOwnHolds();
      await send();
    },
    ask: async (itemId, use) => {
      asked.add(itemId);
      try {
        const item = await takeForAsking(itemId);
        if (item === undefined) return null;
        const client = await effects.clientOf(item.accountId);
        return await use(client === null ? 'unknown' : await askItem(client, item, effects.now));
      } finally {
        asked.delete(itemId);
      }
    },
  };
}

interface OpenAccounts {
  sendable: readonly string[];
  sessionless: readonly string[];
}

/** Accounts with something open; the alarm stays set while one has a session. Nobody else decides that meanwhile. */
function accountsToSend({ clientOf, alarm }: SenderEffects): Promise<OpenAccounts> {
  return navigator.locks.request('outbox-alarm', async () => {
    const accountIds = [...new Set(openItems(await loadOutbox()).map(({ accountId }) => accountId))];
    // First of all: who has a session may be known only when this background is gone.
    if (accountIds.length > 0) await alarm.set();
    const clients = await Promise.all(accountIds.map(clientOf));
    const sendable = accountIds.filter((_, index) => clients[index] !== null);
    if (sendable.length === 0) await alarm.clear();
    return { sendable, sessionless: accountIds.filter((id) => !sendable.includes(id)) };
  });
}

const lockOf = (accountId: string) => `outbox-sender:${accountId}`;

/** The browser frees the lock when the worker that holds it dies; one caller at most waits for it. */
async function sendForAccount(
  accountId: string,
  effects: SenderEffects & { isAsked: (item: OutboxItem) => boolean },
): Promise<void> {
  const name = lockOf(accountId);
  const { pending = [] } = await navigator.locks.query();
  if (pending.some((lock) => lock.name === name)) return;
  await navigator.locks.request(name, async () => {
    const client = await effects.clientOf(accountId);
    if (client === null) return;
    await reclaim(accountId, effects.isAsked);
    await sendAll(accountId, client, effects);
  });
}

/**
 * Items that a dead worker was sending for an account without a session become waiting again, so that they can be
 * edited and dropped.
 */
async function reclaimAlone(accountId: string, isAsked: (item: OutboxItem) => boolean): Promise<void> {
  await navigator.locks.request(lockOf(accountId), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await reclaim(accountId, isAsked);
  });
}

/**
 * The lock proves that nobody else sends: an item still marked as being sent was left by a dead worker, and is sent
 * again with its key.
 */
async function reclaim(accountId: string, isAsked: (item: OutboxItem) => boolean): Promise<void> {
  const { items } = await loadOutbox();
  const isLeft = (item: OutboxItem) => item.state.status === 'sending' && !isAsked(item);
  const left = items.filter((item) => item.accountId === accountId && isLeft(item));
  for (const { id } of left) await changeItem(id, (item) => ({ ...item, state: { status: 'waiting' } }));
}

async function sendAll(accountId: string, client: WriteClient, { now, sleep }: SenderEffects): Promise<void> {
  const ahead = createLookUpAhead(client, now);
  for (;;) {
    const outbox = await loadOutbox();
    const step = nextStep(outbox, accountId, await heldUntilMs(accountId), now());
    if (step.kind === 'idle') return;
    if (step.kind === 'send') {
      if (step.item.unchecked !== undefined) {
        const isUnchecked = (item: OutboxItem) =>
          item.accountId === accountId && item.unchecked !== undefined;
        await checkPolicy(accountId, outbox.items.filter(isUnchecked));
        continue;
      }
      await ahead.before(step.item, outbox);
      if (!(await sendItem(client, step.item.id, now))) return;
      continue;
    }
    if (step.forMs > SHORT_WAIT_MS) return;
    await sleep(step.forMs);
  }
}
