/** The input and output of capture. Field names are those of the wire, since the add form passes them on unchanged. */
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { slug } from './text/clean-text.ts';

/** A selection, a clicked link, a page or pasted text. */
export interface CaptureSource {
  text: string;
  html: string | null;
  url: string;
  title: string;
  linkUrl: string | null;
}

/** Where a value was read: the form shows this, so that a person knows what to check. */
export type Provenance =
  | 'mailto'
  | 'text'
  | 'label'
  | 'table'
  | 'page-title'
  | 'other-contact'
  | 'vcard'
  | 'hcard'
  | 'schema.org'
  | 'inferred';

interface FieldValue {
  value: string;
  from: Provenance;
  /** The title including the part taken for the employer. It is used again when something else names the employer. */
  whole?: string;
}

/** One person or mailbox; only fields that were found, none of them empty, and what is said about consent. */
export type CapturedContact = Partial<Record<ContactField, FieldValue>> & { consent?: FormAnswer };

/** Plain values by field, while a format reader still collects them. */
export type FieldValues = Partial<Record<ContactField, string>>;

/** Marks every non-empty value with the place it was read. */
export function withProvenance(values: FieldValues, from: Provenance): CapturedContact {
  const contact: CapturedContact = {};
  for (const field of CONTACT_FIELDS) {
    const value = values[field];
    if (value) contact[field] = { value, from };
  }
  return contact;
}

/** Fills the empty fields of `contact` from `other`; its own values are kept. */
export function fillGaps(contact: CapturedContact, other: CapturedContact): CapturedContact {
  const consent = strongerAnswer(contact.consent, other.consent);
  return { ...other, ...contact, ...(consent ? { consent } : {}) };
}

/** What counts of two answers of one person: a no, then what is unclear, then the first. */
export function strongerAnswer<Said extends Pick<FormAnswer, 'optIn' | 'unclear'>>(
  one: Said | undefined,
  other: Said | undefined,
): Said | undefined {
  const rank = ({ optIn, unclear }: Said): number => (optIn ? 0 : unclear === undefined ? 2 : 1);
  return one && other ? (rank(other) > rank(one) ? other : one) : (one ?? other);
}

/** Somebody at an address that others may have too, and what they answered. */
interface AtAddress {
  /** Empty where it is not known. */
  name: string;
  answer: FormAnswer | undefined;
}

const wordsOfName = (name: string): string[] =>
  name
    .split(/[\s,]+/)
    .map(slug)
    .filter(Boolean);

/** "A. Roe" and "Roe, Ann Marie" may be one person; "Ann Roe" and "Luc Roe" are two. */
function maySame(one: string, other: string): boolean {
  const [short = [], long = []] = [one, other].map(wordsOfName).sort((a, b) => a.length - b.length);
  return short.every((word) =>
    long.some((own) => own === word || ((own.length === 1 || word.length === 1) && own[0] === word[0])),
  );
}

/**
 * What counts of all answers at one address: the no of anybody there, and a yes unless somebody of another name gave none. It
 * is not theirs, and Envoke has one consent for the address.
 */
export function answerAtAddress(people: readonly AtAddress[]): FormAnswer | undefined {
  const counted = people.reduce<FormAnswer | undefined>(
    (known, { answer }) => strongerAnswer(known, answer),
    undefined,
  );
  if (!counted?.optIn) return counted;
  const agreed = people.filter(({ answer }) => answer !== undefined);
  const isOther = people.some(
    ({ name, answer }) => answer === undefined && !agreed.some((one) => maySame(one.name, name)),
  );
  const { question } = counted;
  const unclear = `✓ ${agreed.map(({ name }) => name).join(', ')}`;
  return isOther ? { optIn: false, unclear, ...(question ? { question } : {}) } : counted;
}

/** A card where the name equals the employer's is the card of an organisation. */
export function isNamedAsCompany({ company, first_name, last_name }: CapturedContact): boolean {
  return (
    company !== undefined && slug(`${first_name?.value}${last_name?.value ?? ''}`) === slug(company.value)
  );
}
