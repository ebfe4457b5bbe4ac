/** Results as the person types: memory at once, then the broker's answer; an older answer never overwrites a newer one. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CONTACTS_PAGE_DEFAULT } from '../../../../shared/limits.ts';
import type { Contact, ContactsPage, LookupAnswer } from '../../../../shared/schemas/contact.ts';
import { searchedText } from '../../../../shared/search-text.ts';
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
import { createTypedSearch, type TypedSearch } from './typed-search.ts';
import { createTypingPace } from './typing-pace.ts';

interface ContactSearch {
  contacts: readonly Contact[];
  status: 'loading' | 'ready' | 'failed';
  error: ShownError | null;
  /** The account cannot search within text. */
  narrowed: boolean;
  nextSkip: number | null;
}

interface SearchDeps {
  client: Pick<BrokerClient, 'searchContacts' | 'lookUp'>;
  /** The contents of memory when the list was first drawn. */
  seen: SeenContacts;
  /** The search runs again whenever this changes. */
  arrived: number;
  /** Called with Envoke's newest, after an answer to the empty search. */
  onNewest: (contacts: readonly Contact[]) => void;
  /** Called with Envoke's current data for contacts used before that are not among its newest. */
  onRefreshed: (results: LookupAnswer['results']) => void;
}

export interface ContactSearchControl extends ContactSearch {
  /** What is searched for; `''` for the newest. */
  search: string;
  loadMore: () => void;
  retry: () => void;
}

type Shown = (change: (shown: ContactSearch) => ContactSearch) => void;

/** Envoke's current data for contacts used before; not fetched yet when it is this same list. */
type Looked = LookupAnswer['results'];
const NOT_LOOKED: Looked = [];

/** The results for one text; an answer that arrives after the next letter is ignored. */
interface Run {
  search: string;
  signal: AbortSignal;
  show: Shown;
}

export function useContactSearch(query: string, deps: SearchDeps): ContactSearchControl {
  const { client, seen, arrived } = deps;
  const search = searchedText(query);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<ContactSearch>(() => loadingFrom(seen, search));
  const [pace] = useState(() => createTypingPace(() => performance.now()));
  const typedSearch = useRef<TypedSearch | null>(null);
  const run = useRef<Run | null>(null);

  // Runs before the next key press: Enter opens the first row, which must match what is typed by then.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    run.current = {
      search,
      signal,
      show: (change) => (signal.aborted ? undefined : setState(change)),
    };
    return () => stop.abort();
  }, [client, search, round, arrived]);
  useLayoutEffect(() => typedSearch.current?.type(search), [search]);

  useEffect(() => {
    let looked: Looked = NOT_LOOKED;
    const isShown = (text: string) => run.current?.search === text;
    const typed = createTypedSearch({
      client,
      pace,
      now: () => Date.now(),
      onWaiting: (text, pages) => {
        const met = pages.flatMap(({ contacts }) => contacts);
        if (isShown(text)) run.current?.show(() => loadingFrom(seen, text, met));
      },
      onNewest: ({ contacts }) => deps.onNewest(contacts),
      onPage: (text, page) => {
        const present = run.current;
        if (present === null || !isShown(text)) return;
        present.show(() => readyFrom(page, seen, text, looked));
        if (text !== '' || looked !== NOT_LOOKED) return;
        looked = [];
        void lookUpUsed(present, deps, page).then((results) => {
          looked = results;
        });
      },
      onFailure: (text, error) => {
        if (isShown(text)) run.current?.show((shown) => failedFrom(shown, error));
      },
    });
    typedSearch.current = typed;
    if (run.current !== null) typed.type(run.current.search);
    return () => typed.stop();
  }, [client, round, arrived]);

  const { nextSkip } = state;
  const loadMore = useCallback(() => {
    if (run.current !== null && nextSkip !== null) void nextPage(run.current, client, nextSkip);
  }, [client, nextSkip]);
  const retry = useCallback(() => setRound((present) => present + 1), []);
  return { ...state, search, loadMore, retry };
}

/** @param met whom earlier answers have brought */
function loadingFrom(seen: SeenContacts, search: string, met: readonly Contact[] = []): ContactSearch {
  const contacts =
    search === '' ? listNewest(seen) : matchSeen({ ...seen, newest: appendPage(met, seen.newest) }, search);
  return { contacts, status: 'loading', error: null, narrowed: false, nextSkip: null };
}

function readyFrom(page: ContactsPage, seen: SeenContacts, search: string, looked: Looked): ContactSearch {
  const newest = () => refresh(listNewest(rememberNewest(seen, page.contacts)), looked);
  return {
    contacts: search === '' ? newest() : usedFirst(page.contacts, seen, search),
    status: 'ready',
    error: null,
    narrowed: page.search === 'narrowed',
    nextSkip: page.next_skip,
  };
}

function failedFrom(shown: ContactSearch, error: unknown): ContactSearch {
  return { ...shown, status: 'failed', error: toShownError(error) };
}

/** Consent may have changed since; the list must not show an hour-old status. */
async function lookUpUsed({ signal, show }: Run, deps: SearchDeps, page: ContactsPage): Promise<Looked> {
  const used = unanswered(page.contacts, deps.seen);
  if (used.length === 0) return [];
  try {
    const results = await deps.client.lookUp(
      used.map(({ email }) => email),
      { signal },
    );
    show((shown) => ({ ...shown, contacts: refresh(shown.contacts, results) }));
    if (!signal.aborted) deps.onRefreshed(results);
    return results;
  } catch (error) {
    show((shown) => failedFrom(shown, error));
    return NOT_LOOKED;
  }
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
      // A page without a new contact is the last one: an Envoke that ignores `skip` returns the same page forever.
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
