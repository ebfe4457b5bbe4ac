/** The contacts whose consent ends in a month, as Envoke has them now: only their ids are remembered. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { BULK_MAX_PEOPLE, CONTACTS_PAGE_MAX } from '../../../../shared/limits.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';
import { consentEndsItem, endingIn, NOTHING_READ } from '../../../lib/memory/consent-ends.ts';
import { usePopup } from '../context/popup-context.ts';
import { toShownError } from '../context/shown-error.ts';

export interface Ending {
  people: readonly Contact[];
  status: 'loading' | 'ready' | 'failed';
  error: ShownError | null;
  /** More end in this month than one list holds: those shown are the soonest. */
  isCut: boolean;
  retry: () => void;
}

const LOADING = { people: [], status: 'loading', error: null, isCut: false, asOfMs: 0 } as const;

/** @param month `YYYY-MM` @param today `YYYY-MM-DD` */
export function useEnding(month: string, today: string): Ending {
  const { account, client, arrived, laidOver } = usePopup();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<Ending, 'retry'> & { asOfMs: number }>(LOADING);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const asOfMs = Date.now();
    const load = async () => {
      const ends = (await consentEndsItem.get())[account.id] ?? NOTHING_READ;
      const ids = endingIn(month, ends, today);
      const wanted = ids.slice(0, BULK_MAX_PEOPLE);
      const isCut = ids.length > wanted.length;
      let people: Contact[] = [];
      for (let at = 0; at < wanted.length; at += CONTACTS_PAGE_MAX) {
        const asked = wanted.slice(at, at + CONTACTS_PAGE_MAX);
        for await (const found of readContacts(client, asked, signal)) {
          if (signal.aborted) return;
          people = [...people, ...found.filter((contact) => endsIn(contact, month))].sort(bySoonest);
          setState({ people, status: 'loading', error: null, isCut, asOfMs });
        }
        await forgetOthers(account.id, asked, people);
      }
      if (!signal.aborted) setState({ people, status: 'ready', error: null, isCut, asOfMs });
    };
    setState((shown) => ({ ...shown, status: 'loading', error: null }));
    load().catch((error: unknown) => {
      if (!signal.aborted) setState((shown) => ({ ...shown, status: 'failed', error: toShownError(error) }));
    });
    return () => stop.abort();
  }, [client, account.id, month, today, round, arrived]);
  const { asOfMs, ...ending } = state;
  const people = useMemo(
    () => ending.people.map((one) => laidOver(one, asOfMs)).filter((contact) => endsIn(contact, month)),
    [ending.people, asOfMs, laidOver, month],
  );
  return { ...ending, people, retry: useCallback(() => setRound((present) => present + 1), []) };
}

const endsIn = ({ consent }: Contact, month: string) =>
  consent.mailable === 'yes' && consent.ends_on?.startsWith(month) === true;

const endOf = ({ consent }: Contact) => consent.ends_on ?? '';
const bySoonest = (one: Contact, other: Contact) => (endOf(one) < endOf(other) ? -1 : 1);

/** Many at once; who is not among them one by one, since not every Envoke lists contacts by their ids. */
async function* readContacts(
  client: BrokerClient,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly Contact[]> {
  const found = await client.contactsById(ids, { signal });
  yield found;
  for (const id of ids.filter((one) => !found.some((contact) => contact.id === one))) {
    try {
      yield [await client.contact(id, { signal })];
    } catch (error) {
      if (!isBrokerError(error) || error.slug !== 'contact-not-found') throw error;
    }
  }
}

/** Whose consent was renewed or withdrawn since it was read no longer counts. */
async function forgetOthers(
  accountId: string,
  asked: readonly string[],
  people: readonly Contact[],
): Promise<void> {
  const over = new Set(asked.filter((id) => !people.some((contact) => contact.id === id)));
  if (over.size === 0) return;
  await consentEndsItem.update((all) => {
    const ends = all[accountId];
    if (ends === undefined) return all;
    const days = Object.fromEntries(Object.entries(ends.days).filter(([id]) => !over.has(id)));
    return { ...all, [accountId]: { ...ends, days } };
  });
}
