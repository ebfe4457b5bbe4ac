/** The order of the list: who was used before comes first, nobody comes twice. Pure. */
import type { Contact, LookupAnswer } from '../../../../shared/schemas/contact.ts';
import { hasWords, searchedEmail, searchWords } from '../../../../shared/search-text.ts';
import type { SeenContacts } from '../../../lib/memory/list-items.ts';

/** Contacts kept because they were used. */
const USED_MAX = 30;
/** How many of these stand before the newest: enough to return to, few enough to leave the newest in view. */
const USED_SHOWN = 4;

/** An address that can be looked up; Envoke holds others too. */
const PLAIN_EMAIL = /^\w[\w+-]*(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

export const NOTHING_SEEN: SeenContacts = { used: [], newest: [] };

/** The list of the empty search: the few used last, then the newest. */
export function listNewest({ used, newest }: SeenContacts): Contact[] {
  return appendPage(used.slice(0, USED_SHOWN), newest);
}

/** Contacts of memory that have every word of the search; what the list shows until the broker answers. */
export function matchSeen({ used, newest }: SeenContacts, search: string): Contact[] {
  return findIn(appendPage(used, newest), searchWords(search));
}

function findIn(contacts: readonly Contact[], words: readonly string[]): Contact[] {
  return contacts.filter(({ first_name, last_name, company, email }) =>
    hasWords([first_name, last_name, company, email], words),
  );
}

/** Of an answer that held everybody, those whom the broker would answer these words with. */
export function narrowTo(answer: readonly Contact[], words: readonly string[]): Contact[] {
  const found = findIn(answer, words);
  const whole = searchedEmail(words)?.toLowerCase();
  const owners = found.filter(({ email }) => email.toLowerCase() === whole);
  return owners.length > 0 ? owners : found;
}

/** A page of answers with those used before first, each group in its own order. */
export function usedFirst(answer: readonly Contact[], { used }: SeenContacts): Contact[] {
  const answered = new Map(answer.map((contact) => [contact.id, contact]));
  return appendPage(
    used.flatMap(({ id }) => answered.get(id) ?? []),
    answer,
  );
}

/** Of those used and shown, whom this page of the newest says nothing about: they may have changed since. */
export function unanswered(answer: readonly Contact[], { used }: SeenContacts): Contact[] {
  const answered = new Set(answer.map(({ id }) => id));
  return used.slice(0, USED_SHOWN).filter(({ id, email }) => PLAIN_EMAIL.test(email) && !answered.has(id));
}

/** Contacts as a look-up has them now, without those whose e-mail nobody has any more. */
export function refresh(contacts: readonly Contact[], results: LookupAnswer['results']): Contact[] {
  const gone = new Set(results.filter(({ contact }) => contact === null).map(({ email }) => email));
  const found = results.flatMap(({ contact }) => contact ?? []);
  return update(contacts, found).filter(({ email }) => !gone.has(email));
}

/** Each of the contacts as the answer has it, where it has it. */
function update(contacts: readonly Contact[], answer: readonly Contact[]): Contact[] {
  const fresh = new Map(answer.map((contact) => [contact.id, contact]));
  return contacts.map((contact) => fresh.get(contact.id) ?? contact);
}

/** The next page after what is shown already. */
export function appendPage(shown: readonly Contact[], page: readonly Contact[]): Contact[] {
  const known = new Set(shown.map(({ id }) => id));
  return [...shown, ...page.filter(({ id }) => !known.has(id))];
}

/** Memory with this contact in front, and no older picture of it. */
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
