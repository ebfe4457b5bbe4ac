/** Who of these e-mails is in Envoke: many at once, compared without case. */
import { CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import type { LookupAnswer } from '../../../shared/schemas/contact.ts';
import { type ContactFilter, filterQuery } from '../../envoke/contact-filter.ts';
import type { EnvokeClient } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { dayOf, toContact } from '../to-contact.ts';
import { unlessRefused } from './undefined-if-rejected.ts';

/** Longest query in characters; see the same number of the search. */
const QUERY_MAX_CHARS = 6_000;
/** Pages of one query: accounts without Envoke's duplicate check may have several contacts of one e-mail. */
const PAGES_MAX = 3;

export interface LookupDeps {
  envoke: EnvokeClient;
  now: () => number;
}

/** One result for each e-mail, in the order asked. @throws EnvokeError */
export async function lookUpEmails(
  deps: LookupDeps,
  accessToken: string,
  emails: readonly string[],
): Promise<LookupAnswer> {
  const found = new Map<string, EnvokeContact>();
  for (const chunk of chunksOf([...new Set(emails)])) {
    for (const contact of await findChunk(deps.envoke, accessToken, chunk)) {
      const key = contact.email.toLowerCase();
      found.set(key, stricter(found.get(key), contact, deps.now()));
    }
  }
  const today = dayOf(deps.now());
  const results = emails.map((email) => {
    const contact = found.get(email.toLowerCase());
    return { email, contact: contact === undefined ? null : toContact(contact, today) };
  });
  return { results };
}

/** The contact with this e-mail, undefined when there is none. @throws EnvokeError */
export async function findByEmail(
  { envoke, now }: LookupDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact | undefined> {
  for (const spelling of spellingsOf([email])) {
    const filter = { field: 'email', is: spelling } as const;
    const found = await envoke.listContacts(accessToken, { filter, limit: CONTACTS_PAGE_MAX, skip: 0 });
    const same = found.filter((contact) => contact.email.toLowerCase() === email.toLowerCase());
    if (same.length > 0) return same.reduce((one, other) => stricter(one, other, now()));
  }
  return undefined;
}

/** Of two contacts with one e-mail the one that may not be mailed speaks for the person; else the older one. */
function stricter(one: EnvokeContact | undefined, other: EnvokeContact, nowMs: number): EnvokeContact {
  if (one === undefined) return other;
  const [first, second] = Number(one.id) <= Number(other.id) ? [one, other] : [other, one];
  const mayBeMailed = (contact: EnvokeContact) => toContact(contact, dayOf(nowMs)).consent.mailable === 'yes';
  return mayBeMailed(first) && !mayBeMailed(second) ? second : first;
}

async function findChunk(envoke: EnvokeClient, accessToken: string, emails: readonly string[]) {
  const spellings = spellingsOf(emails);
  for (const filter of [oneOf(spellings), eitherOf(spellings)]) {
    const found = await unlessRefused(listAll(envoke, accessToken, filter));
    if (found !== undefined) return found;
  }
  // An Envoke that takes neither `$in` nor `$or`: one by one, each with a deadline of its own.
  const found: EnvokeContact[] = [];
  for (const email of emails) {
    found.push(...(await listAll(envoke, accessToken, { field: 'email', is: email })));
  }
  return found;
}

async function listAll(envoke: EnvokeClient, accessToken: string, filter: ContactFilter) {
  const found: EnvokeContact[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const listing = { filter, limit: CONTACTS_PAGE_MAX, skip: page * CONTACTS_PAGE_MAX };
    const contacts = await envoke.listContacts(accessToken, listing);
    found.push(...contacts);
    if (contacts.length < CONTACTS_PAGE_MAX) break;
  }
  return found;
}

/** As typed and in lower case: whether Envoke compares with case is not documented. */
function spellingsOf(emails: readonly string[]): string[] {
  return [...new Set(emails.flatMap((email) => [email, email.toLowerCase()]))];
}

const oneOf = (emails: readonly string[]): ContactFilter => ({ field: 'email', in: emails });

const eitherOf = (emails: readonly string[]): ContactFilter => ({
  any: emails.map((email) => ({ field: 'email', is: email })),
});

function chunksOf(emails: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (const email of emails) {
    const last = chunks.at(-1);
    const query = filterQuery(eitherOf(spellingsOf([...(last ?? []), email])));
    if (last !== undefined && query.length <= QUERY_MAX_CHARS) last.push(email);
    else chunks.push([email]);
  }
  return chunks;
}
