/** The find view: a search box, the list under it, and a clear message when nobody matches. */
import { useState } from 'preact/hooks';
import { SEARCH_MAX_CHARS } from '../../../../shared/limits.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { ContactList } from '../../../components/contact-list.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { lazyView } from '../../../components/lazy-view.tsx';
import { SearchBox } from '../../../components/search-box.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { keepSearch, restoredSearch } from '../../../lib/memory/kept-search.ts';
import { AddButton, useOpenAdd } from '../add/add-button.tsx';
import { usePopup } from '../context/popup-context.ts';
import type { LatestStart } from '../context/use-latest-start.ts';
import { useOnline } from '../context/use-online.ts';
import { useSteps } from '../context/use-steps.ts';
import { FindNotices } from './find-notices.tsx';
import { NOTHING_SEEN } from './merge-contacts.ts';
import { keepNewest, keepRefreshed, keepUsed } from './seen-contacts.ts';
import { type ContactSearchControl, useContactSearch } from './use-contact-search.ts';

/** Seen only while a modifier is held. */
const KeyHints = lazyView(
  async () => (await import('../../../components/key-hints.tsx')).KeyHints,
  () => null,
);

export function FindView({ start }: { start: LatestStart }) {
  const { account, client, open, arrived } = usePopup();
  const [restored] = useState(() =>
    restoredSearch(start.current.searches, account.id, start.current.place, Date.now()),
  );
  const [query, setQuery] = useState(restored);
  const [seen] = useState(() => start.current.seen[account.id] ?? NOTHING_SEEN);
  const found = useContactSearch(query, {
    client,
    seen,
    arrived,
    onNewest: (contacts) => void keepNewest(account.id, contacts),
    onRefreshed: (results) => void keepRefreshed(account.id, results),
  });

  const openContact = (contact: Contact) => {
    void keepUsed(account.id, contact);
    open({ name: 'contact', contact });
  };
  const change = (next: string) => {
    setQuery(next);
    void keepSearch(start.current.searches, account.id, next, start.current.place);
  };
  const openAdd = useOpenAdd();
  const isEmpty = found.status === 'ready' && found.contacts.length === 0;
  // Only what was typed here and has found nobody is somebody's name; an address is one before the answer is there.
  const isNew = !found.contacts.length && (found.status !== 'loading' || query.includes('@'));
  const toAdd = isNew && query !== restored ? query : '';
  return (
    <>
      <div class="bar">
        <SearchBox
          value={query}
          maxLength={SEARCH_MAX_CHARS}
          onChange={change}
          onAdd={() => openAdd(toAdd)}
          onEnter={() => found.contacts[0] !== undefined && openContact(found.contacts[0])}
        />
        {isEmpty ? null : <AddButton short search={toAdd} />}
      </div>
      <div class="scroll">
        <FindNotices start={start} found={found} />
        <Results found={found} toAdd={toAdd} onOpen={openContact} />
      </div>
      <KeyHints canOpen={found.contacts.length > 0} />
    </>
  );
}

interface ResultsProps {
  found: ContactSearchControl;
  /** What a new contact starts with. */
  toAdd: string;
  onOpen: (contact: Contact) => void;
}

function Results({ found, toAdd, onOpen }: ResultsProps) {
  const { laidOver } = usePopup();
  const online = useOnline();
  const onStep = useSteps(found.retry);
  const error = online ? found.error : { slug: 'offline' as const, requestId: null };
  const { search, status } = found;
  const [sinceMs] = useState(Date.now);
  const contacts = found.contacts.map((one) => laidOver(one, sinceMs));
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      {contacts.length > 0 ? (
        <ContactList
          contacts={contacts}
          search={search}
          marksFirst={search !== ''}
          onOpen={(shown) => onOpen(found.contacts.find(({ id }) => id === shown.id) ?? shown)}
          onEnd={found.nextSkip === null ? undefined : found.loadMore}
          endFailed={found.error !== null}
        />
      ) : null}
      {contacts.length === 0 && status === 'loading' ? <Skeleton /> : null}
      {contacts.length === 0 && status === 'ready' ? <Nobody search={search} toAdd={toAdd} /> : null}
    </>
  );
}

function Nobody({ search, toAdd }: { search: string; toAdd: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      heading="h1"
      title={search === '' ? t('find.noneYet') : t('find.nobody', { search })}
      actions={<AddButton search={toAdd} />}
    >
      <p class="soft">{search === '' ? t('find.noneYetHint') : t('find.nobodyHint')}</p>
    </EmptyState>
  );
}
