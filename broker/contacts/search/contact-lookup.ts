/** Who of these e-mails is in Envoke: many at once, compared as mailboxes, not as texts. */
import { isWithdrawn } from '../../../shared/consent.ts';
import { asciiEmail, emailKey, isSameEmail } from '../../../shared/email-key.ts';
import type { LookupAnswer } from '../../../shared/schemas/contact.ts';
import { type ContactFilter, filterQuery } from '../../envoke/contact-filter.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { isEnvokeError } from '../../envoke/envoke-error.ts';
import { dayOf, toContact } from '../to-contact.ts';
import {
  type FilterDeps,
  type FilterForm,
  type FormTrial,
  findsBy,
  listTaken,
  notTaken,
} from './taken-filter.ts';

/** Longest query in characters; see the same number of the search. */
const QUERY_MAX_CHARS = 6_000;

export interface LookupDeps extends FilterDeps {
  now: () => number;
}

/** One result for each e-mail, in the order asked: nobody only where Envoke's answer proves it. @throws EnvokeError */
export async function lookUpEmails(
  deps: LookupDeps,
  accessToken: string,
  emails: readonly string[],
): Promise<LookupAnswer> {
  const found = new Map<string, EnvokeContact>();
  for (const chunk of chunksOf([...new Set(emails)])) {
    for (const contact of await findChunk(deps, accessToken, chunk)) {
      const key = emailKey(contact.email);
      found.set(key, stricter(found.get(key), contact, deps.now()));
    }
  }
  const [only = ''] = emails;
  if (emails.length === 1 && !found.has(emailKey(only))) {
    for (const contact of await findLoosely(deps, accessToken, only)) {
      found.set(emailKey(only), stricter(found.get(emailKey(only)), contact, deps.now()));
    }
  }
  const today = dayOf(deps.now());
  const results = emails.map((email) => {
    const contact = found.get(emailKey(email));
    return { email, contact: contact === undefined ? null : toContact(contact, today) };
  });
  return { results };
}

/** The contact with this e-mail, undefined when there is none for sure. @throws EnvokeError */
export async function findByEmail(
  deps: LookupDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact | undefined> {
  const plain = await findOne(deps, accessToken, email);
  const found = plain.length > 0 ? plain : await unlessEnded(findLoosely(deps, accessToken, email));
  return found.length === 0 ? undefined : found.reduce((one, other) => stricter(one, other, deps.now()));
}

/** A permission that ended in between shows at the write itself, which is not carried out then. */
async function unlessEnded(asking: Promise<EnvokeContact[]>): Promise<EnvokeContact[]> {
  try {
    return await asking;
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'unauthorized') return [];
    throw error;
  }
}

/** Where Envoke minds case, or holds a character that nobody sees. @throws EnvokeError */
async function findLoosely(deps: FilterDeps, accessToken: string, email: string) {
  const loose = await findByForms(deps, accessToken, [emailKey(email)], [PART_OF_ONE]);
  const others = loose ?? (await findCapitals(deps, accessToken, email));
  return others.filter((contact) => isSameEmail(contact.email, email));
}

/** The spellings that people write with capitals, for an Envoke that takes no pattern. */
async function findCapitals(deps: FilterDeps, accessToken: string, email: string) {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at).toLowerCase(), asciiEmail(email).slice(at)];
  const written = local.replace(/(?:^|[._+-])\p{L}/gu, (part) => part.toUpperCase());
  const started = local.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const asked = [...new Set([written, started, local.toUpperCase()])].map((name) => name + domain);
  const together: ContactFilter = { field: 'email', in: asked };
  const found = deps.forms.has('in') ? await listTaken(deps.envoke, accessToken, together) : undefined;
  if (found !== undefined) return found;
  const each: EnvokeContact[] = [];
  for (const is of asked) {
    each.push(...((await listTaken(deps.envoke, accessToken, { field: 'email', is })) ?? []));
  }
  return each;
}

/** All contacts of one e-mail. Equality is documented, so that an answer of nobody is one. @throws EnvokeError */
export async function findOne(
  deps: FilterDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact[]> {
  const spellings = spellingsOf([email]);
  const theirs = (found: readonly EnvokeContact[]) =>
    found.filter((contact) => isSameEmail(contact.email, email));
  let isAnswered = true;
  for (const is of spellings) {
    const found = await listTaken(deps.envoke, accessToken, { field: 'email', is });
    if (found !== undefined && theirs(found).length > 0) return theirs(found);
    isAnswered &&= found !== undefined;
  }
  if (isAnswered) return [];
  const found = await findByForms(deps, accessToken, spellings, [...MANY_AT_ONCE, PART_OF_ONE]);
  if (found === undefined) throw notTaken();
  return theirs(found);
}

/** Of two contacts with one e-mail the one that may not be mailed speaks for the person; else the older one. */
function stricter(one: EnvokeContact | undefined, other: EnvokeContact, nowMs: number): EnvokeContact {
  if (one === undefined) return other;
  const [first, second] = Number(one.id) <= Number(other.id) ? [one, other] : [other, one];
  const rank = (contact: EnvokeContact) => {
    const { status, mailable } = toContact(contact, dayOf(nowMs)).consent;
    return isWithdrawn(status) ? 2 : Number(mailable !== 'yes');
  };
  return rank(second) > rank(first) ? second : first;
}

interface FormOfAsking {
  form: FilterForm;
  /** Asks for the first e-mail alone. */
  isForOne?: true;
  filterOf(emails: readonly string[]): ContactFilter;
}

const eitherOf = (emails: readonly string[]): ContactFilter => ({
  any: emails.map((email) => ({ field: 'email', is: email })),
});

const MANY_AT_ONCE: readonly FormOfAsking[] = [
  { form: 'in', filterOf: (emails) => ({ field: 'email', in: emails }) },
  { form: 'or', filterOf: eitherOf },
];

/** For one e-mail, in whatever spelling. */
const PART_OF_ONE: FormOfAsking = {
  form: 'contains',
  isForOne: true,
  filterOf: ([contains = '']) => ({ field: 'email', contains }),
};

async function findChunk(deps: LookupDeps, accessToken: string, emails: readonly string[]) {
  const together = await findByForms(deps, accessToken, spellingsOf(emails), MANY_AT_ONCE);
  if (together !== undefined) return together;
  // An Envoke that takes neither `$in` nor `$or`: one by one, each with a deadline of its own.
  const found: EnvokeContact[] = [];
  for (const email of emails) found.push(...(await findOne(deps, accessToken, email)));
  return found;
}

/** What the first form finds that Envoke takes; undefined when it takes none. */
async function findByForms(
  deps: FilterDeps,
  accessToken: string,
  emails: readonly string[],
  forms: readonly FormOfAsking[],
): Promise<EnvokeContact[] | undefined> {
  const wanted = new Set(emails.map((email) => email.toLowerCase()));
  const countOf = (found: readonly EnvokeContact[]) =>
    new Set(found.map(({ email }) => email.toLowerCase()).filter((email) => wanted.has(email))).size;
  const isAll = (found: readonly EnvokeContact[]) => countOf(found) === wanted.size;
  for (const { form, filterOf, isForOne = false } of forms) {
    const found = await listTaken(deps.envoke, accessToken, filterOf(emails), isAll);
    if (found === undefined) continue;
    if (countOf(found) > 1) deps.forms.add(form);
    // Of one e-mail alone, `$or` would be no operator.
    const [first = ''] = emails;
    const trialOf = (present: readonly EnvokeContact[]) =>
      trialBy(filterOf, isForOne ? present.slice(0, 1) : present, first);
    const isWhole = isAll(found) || (isForOne && found.length > 0);
    if (isWhole || (await findsBy(deps, accessToken, form, trialOf))) return found;
  }
  return undefined;
}

function trialBy(
  filterOf: FormOfAsking['filterOf'],
  finds: readonly EnvokeContact[],
  other: string,
): FormTrial | undefined {
  const emails = finds.map(({ email }) => email);
  if (emails.length === 0) return undefined;
  return { filter: filterOf(emails.length > 1 ? emails : [...emails, other]), finds };
}

/** As typed and in lower case, with either form of the domain: how Envoke compares is not documented. */
function spellingsOf(emails: readonly string[]): string[] {
  return [
    ...new Set(emails.flatMap((email) => [email, email.toLowerCase(), asciiEmail(email), emailKey(email)])),
  ];
}

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
