/** Looks up which of these e-mails Envoke has, many at once. Compares them as mailboxes, not as texts. */
import { isWithdrawn } from '../../../shared/consent.ts';
import { emailKey } from '../../../shared/email-key.ts';
import type { LookupAnswer } from '../../../shared/schemas/contact.ts';
import type { ContactFilter } from '../../envoke/contact-filter.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { isEnvokeError } from '../../envoke/envoke-error.ts';
import { dayOf, toContact } from '../to-contact.ts';
import { chunksOf, findByForms, findOne, MANY_AT_ONCE, spellingsOf } from './email-forms.ts';
import { findManyOtherwiseWritten, findOtherwiseWritten, type SpellingDeps } from './other-spellings.ts';
import type { ProvingQuestion } from './proving-question.ts';

export interface FindDeps extends SpellingDeps {
  now: () => number;
}

interface LookupDeps extends FindDeps {
  proving: ProvingQuestion;
}

export interface Lookup extends LookupAnswer {
  /**
   * E-mails that no contact has in any spelling. Empty when Envoke cannot be asked about other spellings of many
   * e-mails.
   */
  absent: string[];
}

/**
 * One result for each e-mail, in the order asked. A result has no contact only when Envoke's answer proves that there
 * is none. @throws EnvokeError
 */
export async function lookUpEmails(
  deps: LookupDeps,
  accessToken: string,
  emails: readonly string[],
): Promise<Lookup> {
  const proven = await deps.proving.ask(deps.envoke, accessToken, emails);
  const { contacts, isWhole } =
    proven === undefined ? await askByForms(deps, accessToken, emails) : { contacts: proven, isWhole: true };
  const found = new Map<string, EnvokeContact>();
  for (const contact of contacts) {
    const key = emailKey(contact.email);
    found.set(key, stricter(found.get(key), contact, deps.now()));
  }
  const today = dayOf(deps.now());
  const results = emails.map((email) => {
    const contact = found.get(emailKey(email));
    return { email, contact: contact === undefined ? null : toContact(contact, today) };
  });
  return { results, absent: isWhole ? emails.filter((email) => !found.has(emailKey(email))) : [] };
}

interface Asked {
  contacts: EnvokeContact[];
  /** Other spellings were asked for too. */
  isWhole: boolean;
}

/** For an Envoke that takes no patterns: first as the e-mails are spelled, then otherwise. */
async function askByForms(deps: LookupDeps, accessToken: string, emails: readonly string[]): Promise<Asked> {
  const contacts: EnvokeContact[] = [];
  for (const chunk of chunksOf([...new Set(emails)], filterOfSpellings)) {
    contacts.push(...(await findChunk(deps, accessToken, chunk)));
  }
  const found = new Set(contacts.map(({ email }) => emailKey(email)));
  const missing = emails.filter((email) => !found.has(emailKey(email)));
  const [only] = missing;
  if (only === undefined) return { contacts, isWhole: true };
  const others =
    emails.length === 1
      ? await findOtherwiseWritten(deps, accessToken, only)
      : await findManyOtherwiseWritten(deps, accessToken, missing);
  return { contacts: [...contacts, ...(others ?? [])], isWhole: others !== undefined };
}

/** The contact with this e-mail, undefined when there is certainly none. @throws EnvokeError */
export async function findByEmail(
  deps: FindDeps,
  accessToken: string,
  email: string,
): Promise<EnvokeContact | undefined> {
  const plain = await findOne(deps, accessToken, email);
  const found = plain.length > 0 ? plain : await unlessEnded(findOtherwiseWritten(deps, accessToken, email));
  return found.length === 0 ? undefined : found.reduce((one, other) => stricter(one, other, deps.now()));
}

/** When Envoke's permission ended in the meantime, the write itself fails and is not carried out. */
async function unlessEnded(asking: Promise<EnvokeContact[]>): Promise<EnvokeContact[]> {
  try {
    return await asking;
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'unauthorized') return [];
    throw error;
  }
}

/** Of two contacts with one e-mail: the one with withdrawn consent, else one that may not be mailed, else the older. */
function stricter(one: EnvokeContact | undefined, other: EnvokeContact, nowMs: number): EnvokeContact {
  if (one === undefined) return other;
  const [first, second] = Number(one.id) <= Number(other.id) ? [one, other] : [other, one];
  const rank = (contact: EnvokeContact) => {
    const { status, mailable } = toContact(contact, dayOf(nowMs)).consent;
    return isWithdrawn(status) ? 2 : Number(mailable !== 'yes');
  };
  return rank(second) > rank(first) ? second : first;
}

const filterOfSpellings = (emails: readonly string[]): ContactFilter => ({
  any: spellingsOf(emails).map((is) => ({ field: 'email', is })),
});

async function findChunk(deps: LookupDeps, accessToken: string, emails: readonly string[]) {
  const together = await findByForms(deps, accessToken, spellingsOf(emails), MANY_AT_ONCE);
  if (together !== undefined) return together;
  // This Envoke accepts neither `$in` nor `$or`: ask for each e-mail alone, each with its own deadline.
  const found: EnvokeContact[] = [];
  for (const email of emails) found.push(...(await findOne(deps, accessToken, email)));
  return found;
}
