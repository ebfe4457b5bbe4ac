/** The list of contacts: rows are buttons, so that every one can be reached and opened by keyboard. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../shared/schemas/contact.ts';
import { Avatar } from './avatar.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import { Highlight } from './highlight.tsx';
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
  /** The last page could not be had: the next is asked for when the person says so, not by coming near. */
  endFailed?: boolean;
}

/** Rows of the first paint: more than the popup has room for. The others follow it. */
const FIRST_ROWS = 10;

export function ContactList(props: ContactListProps) {
  const { t } = useTranslation();
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const rows = isPainted ? props.contacts : props.contacts.slice(0, FIRST_ROWS);
  return (
    <>
      <ul class="contacts-windowed" aria-label={t('find.list')}>
        {rows.map((contact, at) => (
          <li key={contact.id}>
            <ContactRow
              contact={contact}
              search={props.search}
              first={props.marksFirst && at === 0}
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
  onOpen: (contact: Contact) => void;
}

function ContactRow({ contact, search, first, onOpen }: ContactRowProps) {
  const name = displayName(contact);
  const more = [name === contact.email ? '' : contact.email, contact.company].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      class={first ? 'person person-first' : 'person'}
      data-arrow-stop
      data-return={contact.id}
      onClick={() => onOpen(contact)}
    >
      <Avatar name={name} />
      <span class="person-words">
        <span class="person-name">
          <Highlight text={name} search={search} />
        </span>{' '}
        <span class="person-more">
          <Highlight text={more} search={search} />
        </span>
      </span>{' '}
      <ConsentBadge compact consent={contact.consent} />
    </button>
  );
}

/** How far below the view the next page is asked for, in CSS pixels: about a screen. */
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
    <button ref={end} type="button" class="button button-link button-wide" onClick={onNear}>
      {t('find.more')}
    </button>
  );
}
