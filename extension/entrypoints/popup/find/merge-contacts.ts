/**
 * The order of the list: who is called like the search comes first, and of these who was used before. No contact appears
 * twice. Pure.
 */
import type { Contact, LookupAnswer } from '../../../../shared/schemas/contact.ts';
import { hasWords, searchedEmail, searchWords } from '../../../../shared/search-text.ts';
import { matchRanges } from '../../../components/match-ranges.ts';
import type { SeenContacts } from '../../../lib/memory/list-items.ts';

/** Contacts kept because they were used. */
const USED_MAX = 30;
/** How many of these come before the newest contacts: enough to return to, few enough to keep the newest in view. */
const USED_SHOWN = 4;

/** An address that can be looked up; Envoke holds others too. */
const PLAIN_EMAIL = /^\w[\w+-]*(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

export const NOTHING_SEEN: SeenContacts = { used: [], newest: [] };

/** The list of the empty search: the few used last, then the newest. */
export function listNewest({ used, newest }: SeenContacts): Contact[] {
  return appendPage(used.slice(0, USED_SHOWN), newest);
}

/** Remembered contacts that match every word of the search; the list shows them until the broker answers. */
export function matchSeen({ used, newest }: SeenContacts, search: string): Contact[] {
  return begunFirst(findIn(appendPage(used, newest), searchWords(search)), search);
}

const textsOf = ({ first_name, last_name, company, email }: Contact) => [
  first_name,
  last_name,
  company,
  email,
];

function findIn(contacts: readonly Contact[], words: readonly string[]): Contact[] {
  return contacts.filter((contact) => hasWords(textsOf(contact), words));
}

/** "una" means Una rather than Raghunathan: Enter opens the first row. */
function begunFirst(contacts: readonly Contact[], search: string): Contact[] {
  const isBegun = (contact: Contact) => matchRanges(textsOf(contact).join(' '), search).length > 0;
  return [...contacts.filter(isBegun), ...contacts.filter((contact) => !isBegun(contact))];
}

/** From a complete answer, the contacts that the broker would return for these words. */
export function narrowTo(answer: readonly Contact[], words: readonly string[]): Contact[] {
  const found = findIn(answer, words);
  const whole = searchedEmail(words)?.toLowerCase();
  const owners = found.filter(({ email }) => email.toLowerCase() === whole);
  return owners.length > 0 ? owners : found;
}

/** A page of results: who is called so comes first, of these who was used before, each group in its own order. */
export function usedFirst(answer: readonly Contact[], { used }: SeenContacts, search: string): Contact[] {
  const answered = new Map(answer.map((contact) => [contact.id, contact]));
  const ordered = appendPage(
    used.flatMap(({ id }) => answered.get(id) ?? []),
    answer,
  );
  return begunFirst(ordered, search);
}

/** Contacts used before that this page of the newest does not include: they may have changed since. */
export function unanswered(answer: readonly Contact[], { used }: SeenContacts): Contact[] {
  const answered = new Set(answer.map(({ id }) => id));
  return used.slice(0, USED_SHOWN).filter(({ id, email }) => PLAIN_EMAIL.test(email) && !answered.has(id));
}

/** The contacts with the data of a new look-up, without those whose e-mail Envoke no longer has. */
export function refresh(contacts: readonly Contact[], results: LookupAnswer['results']): Contact[] {
  const gone = new Set(results.filter(({ contact }) => contact === null).map(({ email }) => email));
  const found = results.flatMap(({ contact }) => contact ?? []);
  return update(contacts, found).filter(({ email }) => !gone.has(email));
}

/** The contacts, each replaced by the answer's version where there is one. */
function update(contacts: readonly Contact[], answer: readonly Contact[]): Contact[] {
  const fresh = new Map(answer.map((contact) => [contact.id, contact]));
  return contacts.map((contact) => fresh.get(contact.id) ?? contact);
}

/** Adds the next page to what is shown already. */
export function appendPage(shown: readonly Contact[], page: readonly Contact[]): Contact[] {
  const known = new Set(shown.map(({ id }) => id));
  return [...shown, ...page.filter(({ id }) => !known.has(id))];
}

/** Memory with this contact first, and no older version of it. */
export function rememberUsed({ used, newest }: SeenContacts, contact: Contact): SeenContacts {
  return {
    used: appendPage([contact], used).slice(0, USED_MAX),
    newest: update(newest, [contact]),
  };
}

/** Memory with what Envoke's newest are now. */
export function rememberNewest({ used }: SeenContacts, newest: readonly Contact[]): SeenContacts {
  return { used: update(used, newest), newest };
}

/** Memory without a contact that Envoke no longer has. */
export function forgetContact({ used, newest }: SeenContacts, goneId: string): SeenContacts {
  const stays = ({ id }: Contact) => id !== goneId;
  return { used: used.filter(stays), newest: newest.filter(stays) };
}
