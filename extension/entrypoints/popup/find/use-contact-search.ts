/** Results as the person types: memory at once, then the broker's answer; an older answer never overwrites a newer one. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { CONTACTS_PAGE_DEFAULT } from '../../../../shared/limits.ts';
import type { Contact, ContactsPage, LookupAnswer } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import type { SeenContacts } from '../../../lib/memory/list-items.ts';
import { toShownError } from '../context/shown-error.ts';
import {
  appendPage,
  listNewest,
  matchSeen,
  refresh,
  rememberNewest,
  unanswered,
  usedFirst,
} from './merge-contacts.ts';

/** Waits for the next letter this long: shorter than the pause between two, longer than a burst. */
const TYPING_PAUSE_MS = 120;

export interface ContactSearch {
  contacts: readonly Contact[];
  status: 'loading' | 'ready' | 'failed';
  error: ShownError | null;
  /** The account cannot search within text. */
  narrowed: boolean;
  nextSkip: number | null;
}

interface SearchDeps {
  client: Pick<BrokerClient, 'searchContacts' | 'lookUp'>;
  /** What memory held when the list was first drawn. */
  seen: SeenContacts;
  /** Searches anew whenever it changes. */
  arrived: number;
  /** Called with Envoke's newest, after an answer to the empty search. */
  onNewest: (contacts: readonly Contact[]) => void;
  /** Called with what Envoke says of those used before that are not among its newest. */
  onRefreshed: (results: LookupAnswer['results']) => void;
}

export interface ContactSearchControl extends ContactSearch {
  loadMore: () => void;
  retry: () => void;
}

type Shown = (change: (shown: ContactSearch) => ContactSearch) => void;

/** One search, from memory's answer to the last page; what comes after it was stopped counts for nothing. */
interface Run {
  search: string;
  signal: AbortSignal;
  show: Shown;
}

export function useContactSearch(query: string, deps: SearchDeps): ContactSearchControl {
  const { client, seen, arrived } = deps;
  const search = query.trim();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<ContactSearch>(() => loadingFrom(seen, search));
  const [run, setRun] = useState<Run | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const show: Shown = (change) => (signal.aborted ? undefined : setState(change));
    const present = { search, signal, show };
    show(() => loadingFrom(seen, search));
    setRun(present);
    const timer = setTimeout(() => void firstPage(present, deps), search === '' ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, search, round, arrived]);

  const { nextSkip } = state;
  const loadMore = useCallback(() => {
    if (run !== null && nextSkip !== null) void nextPage(run, client, nextSkip);
  }, [client, run, nextSkip]);
  const retry = useCallback(() => setRound((present) => present + 1), []);
  return { ...state, loadMore, retry };
}

function loadingFrom(seen: SeenContacts, search: string): ContactSearch {
  const contacts = search === '' ? listNewest(seen) : matchSeen(seen, search);
  return { contacts, status: 'loading', error: null, narrowed: false, nextSkip: null };
}

function readyFrom(page: ContactsPage, seen: SeenContacts, search: string): ContactSearch {
  return {
    contacts:
      search === '' ? listNewest(rememberNewest(seen, page.contacts)) : usedFirst(page.contacts, seen),
    status: 'ready',
    error: null,
    narrowed: page.search === 'narrowed',
    nextSkip: page.next_skip,
  };
}

async function firstPage(run: Run, deps: SearchDeps): Promise<void> {
  const { search, signal, show } = run;
  try {
    const page = await deps.client.searchContacts({ search, limit: CONTACTS_PAGE_DEFAULT }, { signal });
    show(() => readyFrom(page, deps.seen, search));
    if (signal.aborted || search !== '') return;
    deps.onNewest(page.contacts);
    await refreshUsed(run, deps, unanswered(page.contacts, deps.seen));
  } catch (error) {
    show((shown) => ({ ...shown, status: 'failed', error: toShownError(error) }));
  }
}

/** Whether somebody may be mailed can have changed since; the list must not say what was true an hour ago. */
async function refreshUsed(
  { signal, show }: Run,
  { client, onRefreshed }: SearchDeps,
  used: readonly Contact[],
): Promise<void> {
  if (used.length === 0) return;
  const results = await client.lookUp(
    used.map(({ email }) => email),
    { signal },
  );
  show((shown) => ({ ...shown, contacts: refresh(shown.contacts, results) }));
  if (!signal.aborted) onRefreshed(results);
}

async function nextPage(
  { search, signal, show }: Run,
  client: SearchDeps['client'],
  skip: number,
): Promise<void> {
  show((shown) => ({ ...shown, error: null, nextSkip: null }));
  try {
    const page = await client.searchContacts({ search, limit: CONTACTS_PAGE_DEFAULT, skip }, { signal });
    show((shown) => {
      const contacts = appendPage(shown.contacts, page.contacts);
      // A page that brings nobody new is the last one: an Envoke that ignores `skip` gives the same page for ever.
      return {
        ...shown,
        contacts,
        nextSkip: contacts.length > shown.contacts.length ? page.next_skip : null,
      };
    });
  } catch (error) {
    show((shown) => ({ ...shown, nextSkip: skip, error: toShownError(error) }));
  }
}
