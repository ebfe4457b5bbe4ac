/** Makes filled-in forms from captured or pasted text; without any find, one form with the page as its origin. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { emailKey } from '../../../../shared/email-key.ts';
import type { CaptureReading, SourcePage } from '../../../lib/capture/capture-contacts.ts';
import type { CapturedContact } from '../../../lib/capture/captured-contact.ts';
import { findAddresses } from '../../../lib/capture/details/find-addresses.ts';
import {
  findRegistrationList,
  type ListUnderReview,
  largestList,
  readRegistrationList,
} from '../../../lib/capture/registration-list.ts';
import type { PageAddresses, PageSource } from '../../../lib/page/page-source.ts';
import { peopleOfPage, peopleOfSource } from '../../../lib/page/people-of-source.ts';
import { type FormDefaults, type FormSeed, newForm } from './add-form.ts';
import { formDefaults } from './form-defaults.ts';
import type { AddForm } from './form-fields.ts';

function plainFields(contact: CapturedContact): FormSeed['fields'] {
  return Object.fromEntries(
    CONTACT_FIELDS.flatMap((name) => {
      const value = contact[name]?.value ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** A text or link that is one address and nothing else is taken as that address. */
function wholeText({ text, linkUrl }: PageSource): FormSeed['fields'] {
  const email = [text, linkUrl ?? ''].find((given) => readEmail(given).ok);
  return email === undefined ? {} : { email };
}

interface Review {
  forms: AddForm[];
  /** The list that people stand in, if its columns can be corrected. */
  list?: ListUnderReview;
}

/** What the list or the page's form says about consent is kept with the form, and decides nothing. */
function formOf(contact: CapturedContact, page: SourcePage | null, defaults: FormDefaults): AddForm {
  const seed = { fields: plainFields(contact), pageTitle: page?.title ?? '', pageUrl: page?.url ?? '' };
  const form = newForm(seed, defaults);
  return contact.consent === undefined ? form : { ...form, answer: contact.consent };
}

/** The review of people of a page, with the table that most of them stand in. */
export function reviewOf(
  { contacts, tables, refused, context }: CaptureReading,
  defaults: FormDefaults,
): Review {
  const forms = contacts.map((contact) => formOf(contact, context, defaults));
  const found = forms.length > 1 ? largestList(tables, refused) : null;
  return found === null ? { forms } : withList(forms, { ...found, lost: [], page: context });
}

/** Without the rows of people who are not among the forms: only those chosen are reviewed, and nobody is offered themselves. */
function withList(forms: AddForm[], whole: ListUnderReview): Review {
  const keyOf = ({ fields }: AddForm) => emailKey(fields.email);
  const chosen = new Set(forms.map(keyOf));
  const rows = whole.rows.filter((cells) => {
    const emails = findAddresses(cells.join('\n'), []);
    return emails.length === 0 || emails.some((email) => chosen.has(emailKey(email)));
  });
  const { people, lost } = readRegistrationList({ ...whole, rows });
  if (people.length < 2) return { forms };
  const listed = new Set(people.map(({ contact }) => emailKey(contact.email?.value ?? '')));
  return {
    forms: forms.map((form) => (listed.has(keyOf(form)) ? { ...form, listTags: [] } : form)),
    list: { ...whole, rows, lost },
  };
}

export function formsFromSource(source: PageSource, defaults: FormDefaults): Review {
  const reading = peopleOfSource(source);
  if (reading.contacts.length > 0) return reviewOf(reading, defaults);
  const page = { pageTitle: source.title, pageUrl: source.url };
  return { forms: [newForm({ fields: wholeText(source), ...page }, defaults)] };
}

export async function formsFromCapture(
  source: PageSource,
  ...account: Parameters<typeof formDefaults>
): Promise<Review> {
  return formsFromSource(source, await formDefaults(...account));
}

/**
 * The forms of pasted text, with its list of rows and columns where it is one.
 * @param html the same as it was copied from a page, a message or a document
 */
export function formsFromText(text: string, defaults: FormDefaults, html: string | null = null): Review {
  const list = findRegistrationList(text);
  return list === null
    ? formsFromSource({ text, html, url: '', title: '', linkUrl: null }, defaults)
    : formsFromList({ ...list, page: null }, defaults);
}

/** The people of a list, and the list with the rows that hold nobody, without those that were not read. */
export function formsFromList(list: Omit<ListUnderReview, 'lost'>, defaults: FormDefaults): Required<Review> {
  const { people, lost } = readRegistrationList(list, list.page);
  return {
    forms: people.map(({ contact, tags }) => ({ ...formOf(contact, list.page, defaults), listTags: tags })),
    list: { ...list, lost, rows: list.rows.slice(0, people.length + lost.length) },
  };
}

/** The people of a whole page, each with the values that a form starts with. */
export function capturedPeople(page: PageAddresses) {
  const { people, ...reading } = peopleOfPage(page);
  return { ...reading, people: people.map((one) => ({ ...one, fields: plainFields(one.person) })) };
}
