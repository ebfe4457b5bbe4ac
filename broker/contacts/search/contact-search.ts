/** The search that people expect from a single search box, built from what Envoke can do. */
import { CONTACTS_PAGE_DEFAULT, CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import type { ContactsPage, ContactsQuery } from '../../../shared/schemas/contact.ts';
import { searchedEmail } from '../../../shared/search-text.ts';
import type { ContactFilter } from '../../envoke/contact-filter.ts';
import { ProblemError } from '../../errors.ts';
import type { EnvokeAccess } from '../caller.ts';
import { dayOf, toContact } from '../to-contact.ts';
import { findOne } from './email-forms.ts';
import { mergePage, type Page, type Range } from './merge-filters.ts';
import { anyFilter, eachFilters, exactFilters, plainFilters } from './search-filters.ts';
import { SEARCH_LEVELS, type SearchLevel, type SearchLevels } from './search-level.ts';
import { contactHasWords, isOrdinary, wordsOf } from './search-words.ts';
import { type FilterDeps, findsBy, isNotTaken, matches } from './taken-filter.ts';
import { undefinedIfRejected } from './undefined-if-rejected.ts';

export interface SearchDeps extends FilterDeps {
  levels: SearchLevels;
  now: () => number;
}

/** @throws EnvokeError; ProblemError 'invalid-search' */
export async function searchContacts(
  deps: SearchDeps,
  access: EnvokeAccess,
  query: ContactsQuery,
): Promise<ContactsPage> {
  const range = { limit: query.limit ?? CONTACTS_PAGE_DEFAULT, skip: query.skip ?? 0 };
  const words = query.search === undefined ? [] : wordsOf(query.search);
  if (words.length === 0) return answer(deps, await listPage(deps, access, range), 'full');

  const email = range.skip === 0 ? searchedEmail(words) : undefined;
  const exact = email === undefined ? [] : await findExactly(deps, access, email);
  if (exact.length > 0) return answer(deps, { contacts: exact, nextSkip: null }, 'full');
  return searchByLevel(deps, access, words, range);
}

/** Tries the account's search level, then each lower level. */
async function searchByLevel(deps: SearchDeps, access: EnvokeAccess, words: string[], range: Range) {
  const known = await deps.levels.of(access.accountId);
  const lower = SEARCH_LEVELS.slice(SEARCH_LEVELS.indexOf(known) + 1);
  const search = async (level: SearchLevel) => {
    const page = await searchAt(level, deps, access, words, range);
    return page && answer(deps, page, level === 'any' ? 'full' : 'narrowed');
  };

  const first = await search(known);
  if (first !== undefined) return first;
  for (const level of lower) {
    const found = await search(level);
    if (found === undefined) continue;
    // The refusal of an unusual text says nothing about the account, and a single refusal may be temporary.
    if (!isOrdinary(words)) return found;
    const again = await search(known).catch(() => found);
    if (again === undefined) await deps.levels.remember(access.accountId, level);
    return again ?? found;
  }
  throw new ProblemError('invalid-search', 'every level of search was refused');
}

/** Undefined when this Envoke refuses or ignores the filters of that level. */
async function searchAt(
  level: SearchLevel,
  deps: SearchDeps,
  access: EnvokeAccess,
  words: string[],
  range: Range,
): Promise<Page | undefined> {
  const page = await pageAt(level, deps, access, words, range);
  if (page !== undefined && page.contacts.length > 0) deps.forms.add(level);
  // An empty answer counts only when this kind of filter is known to find contacts.
  const isAnswer = page !== undefined && (page.contacts.length > 0 || range.skip > 0);
  if (isAnswer || (page !== undefined && (await findsAt(level, deps, access)))) return page;
  return level === 'exact' ? mergePage(deps, access, plainFilters(words), words, range) : undefined;
}

async function pageAt(
  level: SearchLevel,
  deps: SearchDeps,
  access: EnvokeAccess,
  words: string[],
  range: Range,
): Promise<Page | undefined> {
  if (level === 'each') return mergePage(deps, access, eachFilters(words), words, range);
  if (level === 'exact') return mergePage(deps, access, exactFilters(words), words, range);
  const filter = anyFilter(words, level === 'any');
  const page = await undefinedIfRejected(listPage(deps, access, range, filter));
  if (page === undefined || !page.contacts.every((contact) => matches(contact, filter))) return undefined;
  return { ...page, contacts: page.contacts.filter((contact) => contactHasWords(contact, words)) };
}

/** Whether a search at this level finds a contact that exists, by a word of that contact. */
function findsAt(level: SearchLevel, deps: SearchDeps, { envokeToken }: EnvokeAccess): Promise<boolean> {
  return findsBy(deps, envokeToken, level, ([present]) => {
    if (present === undefined) return undefined;
    const { email } = present;
    const exact = { field: 'email', in: [email, email.toLowerCase()] } as const;
    const [each = exact] = eachFilters([email]);
    const any = anyFilter([email], level === 'any');
    return { filter: level === 'exact' ? exact : level === 'each' ? each : any, finds: [present] };
  });
}

/** Asks for one more than needed, where Envoke's limit allows it, to know whether there is a next page. */
async function listPage(
  { envoke }: SearchDeps,
  { envokeToken }: EnvokeAccess,
  { limit, skip }: Range,
  filter?: ContactFilter,
): Promise<Page> {
  const asked = Math.min(limit + 1, CONTACTS_PAGE_MAX);
  const listing = { limit: asked, skip, ...(filter === undefined ? {} : { filter }) };
  const found = await envoke.listContacts(envokeToken, listing);
  return { contacts: found.slice(0, limit), nextSkip: found.length >= asked ? skip + limit : null };
}

/**
 * The contacts with this e-mail. Also empty when Envoke does not answer clearly, since the search then tries other
 * ways.
 */
async function findExactly(deps: SearchDeps, { envokeToken }: EnvokeAccess, email: string) {
  try {
    return await findOne(deps, envokeToken, email);
  } catch (error) {
    if (isNotTaken(error)) return [];
    throw error;
  }
}

function answer({ now }: SearchDeps, page: Page, search: ContactsPage['search']): ContactsPage {
  const today = dayOf(now());
  return {
    contacts: page.contacts.map((contact) => toContact(contact, today)),
    next_skip: page.nextSkip,
    search,
  };
}
