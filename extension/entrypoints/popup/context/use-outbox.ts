/** The open writes of this account, and the outcome of those just saved. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { emailKey } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import {
  emailsOf,
  type OutboxItem,
  type OutboxSnapshot,
  partOf,
  statusOf,
} from '../../../lib/outbox/outbox-item.ts';
import { unsettled, watchOutbox } from '../../../lib/outbox/outbox-summary.ts';

export const NO_OUTBOX: OutboxSnapshot = { items: [], batches: [] };

export interface AccountOutbox {
  own: OutboxSnapshot;
  /** Open writes in other accounts, including signed-out ones. */
  elsewhere: OutboxSnapshot;
}

export function useOutbox(accountId: string): AccountOutbox {
  const [outbox, setOutbox] = useState<AccountOutbox>({ own: NO_OUTBOX, elsewhere: NO_OUTBOX });
  useEffect(() => {
    return watchOutbox((all) => {
      const own = partOf(all, (id) => id === accountId);
      setOutbox({ own, elsewhere: partOf(unsettled(all), (id) => id !== accountId) });
    });
  }, [accountId]);
  return outbox;
}

/**
 * A contact as the writes that Envoke does not have yet leave it: every reading of contacts is shown through it.
 * @param asOfMs when Envoke was asked
 */
export type LaidOver = (contact: Contact, asOfMs: number) => Contact;

const load = () => import('../../../lib/outbox/pending-contact.ts');

/** The code for it follows the first paint. */
export function useLaidOver(outbox: OutboxSnapshot): LaidOver {
  const [code, setCode] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  useEffect(() => void load().then(setCode), []);
  return useMemo(
    () => (contact, asOfMs) => (code === null ? contact : code.withPending(contact, outbox, asOfMs)),
    [code, outbox],
  );
}

/**
 * Asks the background to send the open writes, once, when the popup opens; this also ends pauses that neither the
 * broker nor Envoke asked for.
 */
export function useWakeSender({ own, elsewhere }: AccountOutbox): void {
  const isWaiting = [...own.items, ...elsewhere.items].some(({ state }) => state.status === 'waiting');
  const isWoken = useRef(false);
  useEffect(() => {
    if (!isWaiting || isWoken.current) return;
    isWoken.current = true;
    // If the background does not answer, its alarm starts the sending later.
    sendMessage('outbox/send-now', {}).catch(() => undefined);
  }, [isWaiting]);
}

/** How many writes have arrived since the popup opened: each one makes earlier answers of Envoke out of date. */
export function useArrived(snapshot: OutboxSnapshot): number {
  const before = useRef<number | null>(null);
  const arrived = arrivedItems(snapshot).length;
  if (before.current === null && snapshot !== NO_OUTBOX) before.current = arrived;
  return before.current === null ? 0 : arrived - before.current;
}

/** How many of the writes that have arrived are about one of these people. @param keys of their e-mails, by emailKey */
export function countArrived(snapshot: OutboxSnapshot, keys: ReadonlySet<string>): number {
  return arrivedItems(snapshot).filter((item) => emailsOf(item).some((email) => keys.has(emailKey(email))))
    .length;
}

/** A bulk add arrives as a whole, when it is complete, so that views do not ask Envoke again after each person. */
function arrivedItems({ items, batches }: OutboxSnapshot): OutboxItem[] {
  const isOpen = (item: OutboxItem) => ['waiting', 'sending'].includes(statusOf(item, batches));
  const busy = new Set(items.filter(isOpen).map(({ batchId }) => batchId));
  return items.filter(
    ({ batchId, state }) => state.status === 'done' && (batchId === null || !busy.has(batchId)),
  );
}

/** Calls back once for every item that ends, or needs the person, while the popup is open. */
export function useSettled(
  snapshot: OutboxSnapshot,
  onSettled: (item: OutboxItem, all: OutboxSnapshot) => unknown,
): void {
  const open = useRef(new Set<string>());
  useEffect(() => {
    for (const item of snapshot.items) {
      const settled = item.state.status !== 'waiting' && item.state.status !== 'sending';
      if (!settled) open.current.add(item.id);
      else if (open.current.delete(item.id)) onSettled(item, snapshot);
    }
  }, [snapshot, onSettled]);
}
