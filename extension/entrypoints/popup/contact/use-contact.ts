/** One contact: first as the list knew it, then as Envoke has it now, with its history. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ActivityEntry } from '../../../../shared/schemas/account.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';
import { usePopup } from '../context/popup-context.ts';
import { toShownError } from '../context/shown-error.ts';
import { dropSeen, keepUsed } from '../find/seen-contacts.ts';

export interface ContactControl {
  contact: Contact;
  history: readonly ActivityEntry[];
  error: ShownError | null;
  reload: () => void;
  /** Shows a change at once; Envoke's result replaces it later. */
  show: (contact: Contact) => void;
  fail: (error: unknown) => void;
}

export function useContact(first: Contact): ContactControl {
  const { account, client } = usePopup();
  const [contact, setContact] = useState(first);
  const [history, setHistory] = useState<readonly ActivityEntry[]>([]);
  const [error, setError] = useState<ShownError | null>(null);
  const [round, setRound] = useState(0);
  const show = useCallback(
    (next: Contact) => {
      setContact(next);
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
    client.contact(first.id, { signal }).then(show, judge);
    client
      .activity({ contact_id: first.id, limit: 20 }, { signal })
      .then(({ entries }) => setHistory(entries), judge);
    return () => stop.abort();
  }, [client, account.id, first.id, round, show, fail]);
  const reload = useCallback(() => setRound((present) => present + 1), []);
  return { contact, history, error, reload, show, fail };
}
