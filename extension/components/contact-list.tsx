/** The list of contacts: its rows are buttons. The whole list is one Tab stop, and the arrow keys move between rows. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../shared/schemas/contact.ts';
import { Avatar } from './avatar.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import { Email } from './email.tsx';
import { Highlight } from './highlight.tsx';
import { matchRanges } from './match-ranges.ts';
import { displayName } from './person-name.ts';
import { useTranslation } from './translation.tsx';

interface ContactListProps {
  contacts: readonly Contact[];
  /** What the person typed; its words are marked. */
  search: string;
  /** Marks the row that Enter opens from the search box. */
  marksFirst: boolean;
  onOpen: (contact: Contact) => void;
  /** Called when the end of the list comes near; absent when there is no more. */
  onEnd?: (() => void) | undefined;
  /** The last page could not be loaded: the next one is loaded when the person asks, not when they scroll near it. */
  endFailed?: boolean;
}

/** Rows of the first paint: more than the popup has room for. The others follow it. */
const FIRST_ROWS = 10;

export function ContactList(props: ContactListProps) {
  const { t } = useTranslation();
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const [stopId, setStopId] = useState<string | null>(null);
  const rows = isPainted ? props.contacts : props.contacts.slice(0, FIRST_ROWS);
  const stop = rows.find(({ id }) => id === stopId) ?? rows[0];
  return (
    <>
      <h1 class="list-title">{t(props.search === '' ? 'find.recent' : 'find.results')}</h1>
      <ul class="contacts-windowed" aria-label={t('find.list')}>
        {rows.map((contact, at) => (
          <li key={contact.id}>
            <ContactRow
              contact={contact}
              search={props.search}
              first={props.marksFirst && at === 0}
              tabStop={contact === stop}
              onFocus={() => setStopId(contact.id)}
              onOpen={props.onOpen}
            />
          </li>
        ))}
      </ul>
      {props.onEnd === undefined || !isPainted ? null : (
        <EndOfList onNear={props.onEnd} waits={props.endFailed === true} />
      )}
    </>
  );
}

interface ContactRowProps {
  contact: Contact;
  search: string;
  first: boolean;
  /** Whether Tab stops here; the arrows reach every row. */
  tabStop: boolean;
  onFocus: () => void;
  onOpen: (contact: Contact) => void;
}

/**
 * The address has a line of its own. The organization stands at the right of the name where there is room, and under the
 * address where the search has found it there and nowhere else.
 */
function ContactRow({ contact, search, first, tabStop, onFocus, onOpen }: ContactRowProps) {
  const { email, company } = contact;
  const name = displayName(contact);
  const isNamed = name !== email;
  const found = (text: string) => matchRanges(text, search).length > 0;
  const isCompanyFound = found(company) && !found(name) && !found(email);
  return (
    <button
      type="button"
      class={first ? 'person person-first' : 'person'}
      tabIndex={tabStop ? 0 : -1}
      data-arrow-stop
      data-return={contact.id}
      onFocus={onFocus}
      onClick={() => onOpen(contact)}
    >
      <Avatar name={name} />
      <span class="person-words">
        <span class="person-head">
          <span class="person-name">
            {isNamed ? <Highlight text={name} search={search} /> : <Email address={email} search={search} />}
          </span>{' '}
          {isNamed && !isCompanyFound ? <span class="person-company">{company}</span> : null}
        </span>{' '}
        <span class="person-more">
          {isNamed ? <Email address={email} search={search} /> : <Highlight text={company} search={search} />}
        </span>
        {isNamed && isCompanyFound ? (
          <>
            {' '}
            <span class="person-more person-third">
              <Highlight text={company} search={search} />
            </span>
          </>
        ) : null}
      </span>{' '}
      <ConsentBadge compact consent={contact.consent} />
    </button>
  );
}

/**
 * How far below the visible part the end of the list may be when the next page is requested, in CSS pixels: about one
 * screen.
 */
const NEAR = '400px';

function EndOfList({ onNear, waits }: { onNear: () => void; waits: boolean }) {
  const { t } = useTranslation();
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (end.current === null || waits) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && onNear(),
      // The list scrolls in a box of its own, whose edge `rootMargin` does not move.
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onNear, waits]);
  return (
    // When the next page loads by itself, this button disappears as soon as it is reached, and the focus with it. So it
    // is a Tab stop only where it waits for a click.
    <button
      ref={end}
      type="button"
      class="button button-link button-wide"
      tabIndex={waits ? 0 : -1}
      onClick={onNear}
    >
      {t('find.more')}
    </button>
  );
}
