/** The order of the list: who was used before comes first, nobody comes twice. Pure. */
import type { Contact } from '../../../../shared/schemas/contact.ts';

/** Contacts kept for the next first paint. */
const SEEN_MAX = 60;

const words = (contact: Contact) =>
  `${contact.first_name} ${contact.last_name} ${contact.email} ${contact.company}`.toLowerCase();

/** Contacts of memory that have every word of the search; what the list shows until the broker answers. */
export function matchSeen(seen: readonly Contact[], search: string): Contact[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return seen.filter((contact) => wanted.every((word) => words(contact).includes(word)));
}

/** A page of answers with those seen before first, each group in its own order. */
export function seenFirst(answer: readonly Contact[], seen: readonly Contact[]): Contact[] {
  const rank = new Map(seen.map((contact, at) => [contact.id, at]));
  const known = answer.filter(({ id }) => rank.has(id));
  known.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return [...known, ...answer.filter(({ id }) => !rank.has(id))];
}

/** The newest contacts with what memory had: strangers first, then the known in their order, each as the answer has it. */
export function refreshSeen(answer: readonly Contact[], seen: readonly Contact[]): Contact[] {
  const fresh = new Map(answer.map((contact) => [contact.id, contact]));
  const known = new Set(seen.map(({ id }) => id));
  return [
    ...answer.filter(({ id }) => !known.has(id)),
    ...seen.map((contact) => fresh.get(contact.id) ?? contact),
  ];
}

/** The next page after what is shown already. */
export function appendPage(shown: readonly Contact[], page: readonly Contact[]): Contact[] {
  const known = new Set(shown.map(({ id }) => id));
  return [...shown, ...page.filter(({ id }) => !known.has(id))];
}

/** Memory with this contact in front. */
export function rememberContact(seen: readonly Contact[], used: Contact): Contact[] {
  return [used, ...seen.filter(({ id }) => id !== used.id)].slice(0, SEEN_MAX);
}

/** Memory cut to its size. */
export function trimSeen(contacts: readonly Contact[]): Contact[] {
  return contacts.slice(0, SEEN_MAX);
}
