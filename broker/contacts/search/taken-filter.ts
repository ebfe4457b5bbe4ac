/**
 * Checks whether Envoke applied a filter. Envoke may refuse a filter. It may also ignore one that it does not know (it
 * then returns all contacts), or find no contact with it. So a contact that does not match shows that the filter was
 * not applied. An empty answer is accepted only after the same form of filter has found a contact that exists.
 */
import { plainAddress } from '../../../shared/email-key.ts';
import { CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import { looseText } from '../../../shared/search-text.ts';
import { type ContactFilter, type FilterField, isOddAddress } from '../../envoke/contact-filter.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { EnvokeError, isEnvokeError } from '../../envoke/envoke-error.ts';
import { undefinedIfRejected } from './undefined-if-rejected.ts';

/** Pages read for one query: without Envoke's duplicate check, an account may have several contacts with one e-mail. */
const PAGES_MAX = 3;
/** A list of this length may be incomplete. */
export const LISTED_MAX = PAGES_MAX * CONTACTS_PAGE_MAX;
/** A server whose limit is lower than the documented one returns a round number of contacts. */
const ROUND = 5;
const LIMIT_DEFAULT = 10;
const UNTAKEN = 'filter not taken';

/** A form of filter that Envoke does not document for every field. */
export type FilterForm =
  | 'in'
  | 'or'
  | 'contains'
  | 'any-case'
  | 'any'
  | 'any-without-company'
  | 'each'
  | 'exact';

/**
 * Forms that have found a contact lately, in any account: Envoke supports the same forms in all accounts. Not stored, and
 * only for a while: where Envoke takes a form no longer it finds nobody by it, and everybody would count as absent until
 * the proof is too old.
 */
export interface ProvenForms {
  has(form: FilterForm): boolean;
  add(form: FilterForm): void;
}
const PROVEN_MS = 3_600_000;

/** @param now milliseconds */
export function createProvenForms(now: () => number): ProvenForms {
  const provenAt = new Map<FilterForm, number>();
  return {
    has: (form) => Math.abs(now() - (provenAt.get(form) ?? Number.NEGATIVE_INFINITY)) < PROVEN_MS,
    add: (form) => provenAt.set(form, now()),
  };
}

export interface FilterDeps {
  envoke: EnvokeContacts;
  forms: ProvenForms;
}

/**
 * Whether a contact matches the filter. The comparison is loose, so a contact that does not match is certainly a
 * stranger.
 */
export function matches(contact: EnvokeContact, filter: ContactFilter): boolean {
  if ('any' in filter) return filter.any.some((part) => matches(contact, part));
  if ('all' in filter) return filter.all.every((part) => matches(contact, part));
  if ('isOdd' in filter) return isOddAddress(contact.email);
  const isEmail = filter.field === 'email';
  const read = (text: string) => loosely(isEmail ? plainAddress(text) : text);
  const value = read(textOf(contact, filter.field));
  if ('oneOf' in filter)
    return isOddAddress(contact.email) || filter.oneOf.some((one) => value === read(one));
  if ('spells' in filter) return isOddAddress(contact.email) || value === read(filter.spells);
  if ('is' in filter) return value === read(filter.is);
  if ('in' in filter) return filter.in.some((one) => value === read(one));
  return value.includes(read(filter.contains));
}

/**
 * All contacts that the filter finds; undefined when Envoke refused or ignored the filter. When a small account was
 * listed completely, no filter is needed.
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

/** A filter that must find these contacts. */
export interface FormTrial {
  filter: ContactFilter;
  finds: readonly EnvokeContact[];
}

/**
 * Whether this form of filter works at all. It searches for two existing contacts at once, since a server may use only
 * one of several values. In an account without contacts, the form counts as working.
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

/** The address in capitals that are not its own; itself when it has no letters. */
export const otherCaseOf = (email: string) =>
  email === email.toUpperCase() ? email.toLowerCase() : email.toUpperCase();

/** Envoke accepted no form of filter, so it is not known which contacts exist. */
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
