/** Makes filled-in forms from captured or pasted text; without any find, one form with the page as its origin. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { emailKey } from '../../../../shared/email-key.ts';
import type { CapturedContact } from '../../../lib/capture/captured-contact.ts';
import { findAddresses } from '../../../lib/capture/details/find-addresses.ts';
import {
  findListOnPage,
  findRegistrationList,
  readRegistrationList,
} from '../../../lib/capture/registration-list.ts';
import type { PageAddresses, PageSource } from '../../../lib/page/page-source.ts';
import { peopleOfPage, peopleOfSource } from '../../../lib/page/people-of-source.ts';
import { type FormDefaults, type FormSeed, newForm } from './add-form.ts';
import { formDefaults } from './form-defaults.ts';
import type { AddForm, ListUnderReview } from './form-fields.ts';

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

/** What the list or the page's form says about consent is kept with the form, and decides nothing. */
function formOf(
  contact: CapturedContact,
  page: Pick<FormSeed, 'pageTitle' | 'pageUrl'>,
  defaults: FormDefaults,
): AddForm {
  const form = newForm({ fields: plainFields(contact), ...page }, defaults);
  return contact.consent === undefined ? form : { ...form, answer: contact.consent };
}

export function formsFromSource(source: PageSource, defaults: FormDefaults): AddForm[] {
  const found = peopleOfSource(source);
  const page = { pageTitle: source.title, pageUrl: source.url };
  if (found.length === 0) return [newForm({ fields: wholeText(source), ...page }, defaults)];
  return found.map((contact) => formOf(contact, page, defaults));
}

interface Review {
  forms: AddForm[];
  list?: ListUnderReview;
}

/** What an account's review of a page starts with: also its table of people, where it has one. */
export async function formsFromCapture(
  source: PageSource,
  ...account: Parameters<typeof formDefaults>
): Promise<Review> {
  const forms = formsFromSource(source, await formDefaults(...account));
  const list = forms.length > 1 ? listOf(source, forms) : null;
  return list === null ? { forms } : { forms, list };
}

/** Without the rows of people who are not among the forms: a selection brings no others, and nobody is offered themselves. */
function listOf(source: PageSource, forms: readonly AddForm[]): ListUnderReview | null {
  const found = findListOnPage(source);
  if (found === null) return null;
  const offered = new Set(forms.map(({ fields }) => emailKey(fields.email)));
  const rows = found.rows.filter((cells) => {
    const emails = findAddresses(cells.join('\n'), []);
    return emails.length === 0 || emails.some((email) => offered.has(emailKey(email)));
  });
  const { people, lost } = readRegistrationList({ ...found, rows });
  if (people.length < 2) return null;
  const listed = new Set(people.map(({ contact }) => emailKey(contact.email?.value ?? '')));
  const others = forms.filter(({ fields }) => !listed.has(emailKey(fields.email)));
  return { ...found, rows, lost, source, others };
}

/**
 * The forms of pasted text, with its list of rows and columns where it is one.
 * @param html the same as it was copied from a page, a message or a document
 */
export function formsFromText(text: string, defaults: FormDefaults, html: string | null = null): Review {
  const list = findRegistrationList(text);
  if (list !== null) return formsFromList({ ...list, source: null, others: [] }, defaults);
  return { forms: formsFromSource({ text, html, url: '', title: '', linkUrl: null }, defaults) };
}

/** The people of a list, and the list with the rows that hold nobody. */
export function formsFromList(
  list: Omit<ListUnderReview, 'lost'>,
  defaults: FormDefaults,
): { forms: AddForm[]; list: ListUnderReview } {
  const { source, others } = list;
  const { people, lost } = readRegistrationList(list, source);
  const page = source === null ? {} : { pageTitle: source.title, pageUrl: source.url };
  const forms = people.map(({ contact, tags }) => ({ ...formOf(contact, page, defaults), listTags: tags }));
  return { forms: [...forms, ...others], list: { ...list, lost } };
}

/** The people of a whole page, each with the starting values of a form. */
export function capturedPeople(page: PageAddresses) {
  const { people, complete } = peopleOfPage(page);
  return {
    complete,
    people: people.map(({ person, ...found }) => ({ ...found, fields: plainFields(person) })),
  };
}
