/** Makes one page from the results of several filters, for an Envoke that accepts only one filter at a time. */
import { CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import type { ContactFilter } from '../../envoke/contact-filter.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import type { EnvokeAccess } from '../caller.ts';
import { contactHasWords } from './search-words.ts';
import { matches } from './taken-filter.ts';
import { undefinedIfRejected } from './undefined-if-rejected.ts';

/**
 * How many pages of one filter are read in addition, to find contacts with the words that Envoke did not search for.
 */
const PAGES_BEYOND = 4;

export interface Page {
  contacts: EnvokeContact[];
  nextSkip: number | null;
}
export interface Range {
  limit: number;
  skip: number;
}

interface MergeDeps {
  envoke: EnvokeContacts;
}

/** Runs several filters and returns one list: newest first, each contact once. */
export async function mergePage(
  deps: MergeDeps,
  access: EnvokeAccess,
  filters: readonly ContactFilter[],
  words: string[],
  { limit, skip }: Range,
): Promise<Page | undefined> {
  const end = skip + limit;
  const found = new Map<string, EnvokeContact>();
  let taken = 0;
  for (const filter of filters) {
    const contacts = await undefinedIfRejected(newestOf(deps, access, filter, words, end + 1));
    // Envoke refused or ignored the filter.
    if (contacts === undefined) continue;
    taken += 1;
    for (const contact of contacts) found.set(contact.id, contact);
  }
  if (taken === 0) return undefined;
  const sorted = [...found.values()].sort((a, b) => Number(b.id) - Number(a.id));
  return { contacts: sorted.slice(skip, end), nextSkip: end < sorted.length ? end : null };
}

/**
 * The newest contacts of one filter that contain all the words: as many as needed, or all that the pages contained.
 * Undefined when Envoke ignored the filter.
 */
async function newestOf(
  { envoke }: MergeDeps,
  { envokeToken }: EnvokeAccess,
  filter: ContactFilter,
  words: string[],
  wanted: number,
): Promise<EnvokeContact[] | undefined> {
  const seen = new Map<string, EnvokeContact>();
  let found: EnvokeContact[] = [];
  const pagesMax = Math.ceil(wanted / CONTACTS_PAGE_MAX) + PAGES_BEYOND;
  for (let page = 0; page < pagesMax && found.length < wanted; page += 1) {
    const listing = { filter, limit: CONTACTS_PAGE_MAX, skip: page * CONTACTS_PAGE_MAX };
    const contacts = await envoke.listContacts(envokeToken, listing);
    if (!contacts.every((contact) => matches(contact, filter))) return undefined;
    const before = seen.size;
    for (const contact of contacts) seen.set(contact.id, contact);
    found = [...seen.values()].filter((contact) => contactHasWords(contact, words));
    // A page without a new contact is the last one: this Envoke ignores `skip`.
    if (contacts.length < CONTACTS_PAGE_MAX || seen.size === before) break;
  }
  return found;
}
