/** Results as the person types: memory at once, then the broker's answer; an older answer never overwrites a newer one. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { CONTACTS_PAGE_DEFAULT } from '../../../../shared/limits.ts';
import type { Contact, ContactsPage } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { appendPage, matchSeen, refreshSeen, seenFirst } from './merge-contacts.ts';
import { toShownError } from './shown-error.ts';

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
  client: Pick<BrokerClient, 'searchContacts'>;
  /** What memory held when the list was first drawn. */
  seen: readonly Contact[];
  /** Called with the whole list after an answer to the empty search. */
  onNewest: (contacts: readonly Contact[]) => void;
}

export interface ContactSearchControl extends ContactSearch {
  loadMore: () => void;
  retry: () => void;
}

function arrange(page: ContactsPage, seen: readonly Contact[], search: string): ContactSearch {
  const contacts = search === '' ? refreshSeen(page.contacts, seen) : seenFirst(page.contacts, seen);
  return {
    contacts,
    status: 'ready',
    error: null,
    narrowed: page.search === 'narrowed',
    nextSkip: page.next_skip,
  };
}

export function useContactSearch(query: string, deps: SearchDeps): ContactSearchControl {
  const { client, seen, onNewest } = deps;
  const search = query.trim();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<ContactSearch>(() => loadingFrom(seen, search));

  useEffect(() => {
    const stop = new AbortController();
    setState(loadingFrom(seen, search));
    const run = async () => {
      try {
        const page = await client.searchContacts(
          { search, limit: CONTACTS_PAGE_DEFAULT },
          { signal: stop.signal },
        );
        if (stop.signal.aborted) return;
        const arranged = arrange(page, seen, search);
        setState(arranged);
        if (search === '') onNewest(arranged.contacts);
      } catch (error) {
        if (stop.signal.aborted) return;
        setState((shown) => ({ ...shown, status: 'failed', error: toShownError(error) }));
      }
    };
    const timer = setTimeout(run, search === '' ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, search, round]);

  const loadMore = useMore(client, search, state, setState);
  const retry = useCallback(() => setRound((present) => present + 1), []);
  return { ...state, loadMore, retry };
}

function loadingFrom(seen: readonly Contact[], search: string): ContactSearch {
  const contacts = search === '' ? seen : matchSeen(seen, search);
  return { contacts, status: 'loading', error: null, narrowed: false, nextSkip: null };
}

type Change = (change: (shown: ContactSearch) => ContactSearch) => void;

/** Asks for the next page; its answer counts only while the same list is shown. */
function useMore(
  client: SearchDeps['client'],
  search: string,
  state: ContactSearch,
  setState: Change,
): () => void {
  const { nextSkip: skip, contacts } = state;
  return useCallback(() => {
    if (skip === null) return;
    const isSame = (shown: ContactSearch) => shown.contacts === contacts;
    setState((shown) => ({ ...shown, nextSkip: null }));
    client
      .searchContacts({ search, limit: CONTACTS_PAGE_DEFAULT, skip })
      .then((page) =>
        setState((shown) =>
          isSame(shown)
            ? { ...shown, contacts: appendPage(shown.contacts, page.contacts), nextSkip: page.next_skip }
            : shown,
        ),
      )
      .catch((error: unknown) =>
        setState((shown) =>
          isSame(shown) ? { ...shown, nextSkip: skip, error: toShownError(error) } : shown,
        ),
      );
  }, [client, search, skip, contacts]);
}
