/**
 * One contact: first as the list knew it, then as Envoke has it now, always with the writes that are on their way laid over
 * it; and its history.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ActivityEntry } from '../../../../shared/schemas/account.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';
import type { OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { isAboutContact, isOnItsWay, onTheirWay } from '../../../lib/outbox/pending-contact.ts';
import { usePopup } from '../context/popup-context.ts';
import { toShownError } from '../context/shown-error.ts';
import { dropSeen, keepUsed } from '../find/seen-contacts.ts';

export interface ContactControl {
  contact: Contact;
  history: readonly ActivityEntry[];
  /** Ids of those whose write is on its way. */
  onTheirWay: ReadonlySet<string>;
  error: ShownError | null;
  reload: () => void;
}

interface Known {
  contact: Contact;
  /** When Envoke was asked; 0 for what another view knew. */
  asOfMs: number;
}

interface History {
  entries: readonly ActivityEntry[];
  /** When the broker was asked. */
  asOfMs: number;
}

/** @param isFresh whether Envoke has just been asked for the contact; else it may lack what has arrived */
export function useContact(first: Contact, isFresh: boolean): ContactControl {
  const { account, client, outbox, laidOver } = usePopup();
  const [known, setKnown] = useState<Known>(() => ({ contact: first, asOfMs: isFresh ? Date.now() : 0 }));
  const contact = useMemo(() => laidOver(known.contact, known.asOfMs), [known, laidOver]);
  const [history, setHistory] = useState<History>({ entries: [], asOfMs: 0 });
  const [error, setError] = useState<ShownError | null>(null);
  const [round, setRound] = useState(0);
  const show = useCallback(
    (next: Contact, asOfMs: number) => {
      setKnown({ contact: next, asOfMs });
      void keepUsed(account.id, next);
    },
    [account.id],
  );
  const fail = useCallback((failure: unknown) => setError(toShownError(failure)), []);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const judge = (failure: unknown) => {
      if (signal.aborted) return;
      fail(failure);
      if (isBrokerError(failure) && failure.slug === 'contact-not-found') void dropSeen(account.id, first.id);
    };
    setError(null);
    const askedAtMs = Date.now();
    client.contact(first.id, { signal }).then((next) => show(next, askedAtMs), judge);
    client
      .activity({ contact_id: first.id, limit: 20 }, { signal })
      .then(({ entries }) => setHistory({ entries, asOfMs: askedAtMs }), judge);
    return () => stop.abort();
  }, [client, account.id, first.id, round, show, fail]);
  const reload = useCallback(() => setRound((present) => present + 1), []);
  useOnSettled(outbox, first.id, reload);
  const { entries, asOfMs } = history;
  return {
    contact,
    history: entries,
    onTheirWay: onTheirWay(entries, first.id, outbox, asOfMs),
    error,
    reload,
  };
}

/** Once a write about this contact has arrived, or was refused, the contact is read again as Envoke has it. */
function useOnSettled(outbox: OutboxSnapshot, contactId: string, reload: () => void): void {
  const settled = outbox.items
    .filter((item) => isAboutContact(item, contactId) && !isOnItsWay(item, outbox))
    .map(({ id, state }) => `${id} ${state.status}`)
    .join();
  const before = useRef(settled);
  useEffect(() => {
    if (settled !== before.current) reload();
    before.current = settled;
  }, [settled, reload]);
}
