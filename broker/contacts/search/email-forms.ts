/** Finds contacts by e-mail: one at a time, or many at once with whichever filter form this Envoke accepts. */
import { asciiEmail, emailKey, isSameEmail } from '../../../shared/email-key.ts';
import { type ContactFilter, filterQuery } from '../../envoke/contact-filter.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import {
  type FilterDeps,
  type FilterForm,
  type FormTrial,
  findsBy,
  listTaken,
  notTaken,
} from './taken-filter.ts';

/** Longest query in characters; see the same limit of the search. */
const QUERY_MAX_CHARS = 6_000;

export interface FormOfAsking {
  form: FilterForm;
  /** Asks for the first e-mail alone. */
  isForOne?: true;
  filterOf(emails: readonly string[]): ContactFilter;
}

const eitherOf = (emails: readonly string[]): ContactFilter => ({
  any: emails.map((email) => ({ field: 'email', is: email })),
});

export const MANY_AT_ONCE: readonly FormOfAsking[] = [
  { form: 'in', filterOf: (emails) => ({ field: 'email', in: emails }) },
  { form: 'or', filterOf: eitherOf },
];

/** Filter for one e-mail in all its spellings. */
export const SPELLINGS_OF_ONE: FormOfAsking = {
  form: 'contains',
  isForOne: true,
  filterOf: ([spells = '']) => ({ field: 'email', spells }),
};

/**
 * All contacts with one e-mail. Envoke documents equality, so an empty answer proves that there is none. @throws
 * EnvokeError
 */
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
  const found = await findByForms(deps, accessToken, spellings, [...MANY_AT_ONCE, SPELLINGS_OF_ONE]);
  if (found === undefined) throw notTaken();
  return theirs(found);
}

/** The result of the first form that Envoke accepts; undefined when it accepts none. @throws EnvokeError */
export async function findByForms(
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
    // With a single e-mail, `$or` would not act as an operator.
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

/** As typed and in lower case, with both forms of the domain, because Envoke does not document how it compares. */
export function spellingsOf(emails: readonly string[]): string[] {
  return [
    ...new Set(emails.flatMap((email) => [email, email.toLowerCase(), asciiEmail(email), emailKey(email)])),
  ];
}

/** Splits the e-mails into parts that each fit into one query. */
export function chunksOf(
  emails: readonly string[],
  filterOf: (chunk: readonly string[]) => ContactFilter = eitherOf,
): string[][] {
  const chunks: string[][] = [];
  for (const email of emails) {
    const last = chunks.at(-1);
    const query = filterQuery(filterOf([...(last ?? []), email]));
    if (last !== undefined && query.length <= QUERY_MAX_CHARS) last.push(email);
    else chunks.push([email]);
  }
  return chunks;
}
