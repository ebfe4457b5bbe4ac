/**
 * Whether Envoke took a filter. It may refuse one, and it may also ignore what it does not know (everybody comes) or find
 * nobody by it. So strangers in an answer say that the filter was not taken, and an empty answer to a form that nobody was
 * ever found by is accepted only after the form has found somebody who is there.
 */
import { plainAddress } from '../../../shared/email-key.ts';
import { CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import { looseText } from '../../../shared/search-text.ts';
import { type ContactFilter, type FilterField, isOddAddress } from '../../envoke/contact-filter.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { EnvokeError, isEnvokeError } from '../../envoke/envoke-error.ts';
import { undefinedIfRejected } from './undefined-if-rejected.ts';

/** Pages of one query: accounts without Envoke's duplicate check may have several contacts of one e-mail. */
const PAGES_MAX = 3;
/** Whoever is given so many may not have been given all. */
export const LISTED_MAX = PAGES_MAX * CONTACTS_PAGE_MAX;
/** A server that keeps a lower limit than the documented one gives a round number of contacts. */
const ROUND = 5;
const LIMIT_DEFAULT = 10;
const UNTAKEN = 'filter not taken';

/** A way of asking that is not documented for every field. */
export type FilterForm =
  | 'in'
  | 'or'
  | 'contains'
  | 'any-case'
  | 'any'
  | 'any-without-company'
  | 'each'
  | 'exact';

/** Forms that have found somebody, of all accounts: what Envoke can do is the same for them all. */
export type ProvenForms = Set<FilterForm>;

export interface FilterDeps {
  envoke: EnvokeContacts;
  forms: ProvenForms;
}

/** Whether a contact is one that the filter asks for, compared loosely: any stranger is one for sure. */
export function matches(contact: EnvokeContact, filter: ContactFilter): boolean {
  if ('any' in filter) return filter.any.some((part) => matches(contact, part));
  if ('all' in filter) return filter.all.every((part) => matches(contact, part));
  if ('isOdd' in filter) return isOddAddress(contact.email);
  const isEmail = filter.field === 'email';
  const read = (text: string) => loosely(isEmail ? plainAddress(text) : text);
  const value = read(textOf(contact, filter.field));
  if ('is' in filter) return value === read(filter.is);
  if ('in' in filter) return filter.in.some((one) => value === read(one));
  return value.includes(read(filter.contains));
}

/**
 * All that the filter finds; undefined when Envoke refused the filter or ignored it. An account so small that all of
 * it was listed needs no filter.
 */
export function listTaken(
  envoke: EnvokeContacts,
  accessToken: string,
  filter: ContactFilter,
  isEnough: (found: readonly EnvokeContact[]) => boolean = () => false,
): Promise<EnvokeContact[] | undefined> {
  return undefinedIfRejected(listPages(envoke, accessToken, filter, isEnough));
}

async function listPages(
  envoke: EnvokeContacts,
  accessToken: string,
  filter: ContactFilter,
  isEnough: (found: readonly EnvokeContact[]) => boolean,
): Promise<EnvokeContact[] | undefined> {
  const found = new Map<string, EnvokeContact>();
  let isTaken = true;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const listing = { filter, limit: CONTACTS_PAGE_MAX, skip: found.size };
    const contacts = await envoke.listContacts(accessToken, listing);
    if (contacts.length === 0) return [...found.values()];
    const before = found.size;
    for (const contact of contacts) found.set(contact.id, contact);
    isTaken &&= contacts.every((contact) => matches(contact, filter));
    if (found.size === before) break;
    const isFull = contacts.length >= CONTACTS_PAGE_MAX;
    if (!isTaken && isFull) break;
    const mayGoOn = isFull || (isRound(contacts.length) && !isEnough([...found.values()]));
    if (isTaken && !mayGoOn) break;
  }
  return isTaken ? [...found.values()] : undefined;
}

/** A filter that must find these. */
export interface FormTrial {
  filter: ContactFilter;
  finds: readonly EnvokeContact[];
}

/**
 * Whether Envoke finds by this form at all: contacts that are there are looked for, two at once, since a server may heed one
 * value of several. Nobody there, nobody to be missed.
 * @throws EnvokeError
 */
export async function findsBy(
  { envoke, forms }: FilterDeps,
  accessToken: string,
  form: FilterForm,
  trialOf: (present: readonly EnvokeContact[]) => FormTrial | undefined,
): Promise<boolean> {
  if (forms.has(form)) return true;
  const present = await envoke.listContacts(accessToken, { limit: 2, skip: 0 });
  if (present.length === 0) return true;
  const trial = trialOf(present.filter(({ email }) => email !== ''));
  if (trial === undefined) return false;
  const { filter, finds } = trial;
  const listing = { filter, limit: CONTACTS_PAGE_MAX, skip: 0 };
  const found = (await undefinedIfRejected(envoke.listContacts(accessToken, listing))) ?? [];
  const isFound = ({ id }: EnvokeContact) => found.some((one) => one.id === id);
  const works = finds.every(isFound) && found.every((one) => matches(one, filter));
  if (works) forms.add(form);
  return works;
}

/** No form of asking was taken: nobody can say who is there and who is not. */
export const notTaken = () => new EnvokeError('wrong-shape', { code: UNTAKEN });

export function isNotTaken(error: unknown): boolean {
  return isEnvokeError(error) && error.code === UNTAKEN;
}

function textOf(contact: EnvokeContact, field: FilterField): string {
  if (field === 'id') return contact.id;
  if (field === 'email') return contact.email;
  return contact.person[field];
}

const isRound = (count: number) => count >= LIMIT_DEFAULT && count % ROUND === 0;

const loosely = (text: string) => looseText(text).trim();
