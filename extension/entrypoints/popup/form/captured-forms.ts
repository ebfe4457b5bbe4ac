/** Makes filled-in forms from captured or pasted text; without any find, one form with the page as its origin. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import type { CapturedContact } from '../../../lib/capture/captured-contact.ts';
import {
  findRegistrationList,
  type RegistrationList,
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

/** The same for an account, with what its forms start with. */
export async function formsFromCapture(
  source: PageSource,
  ...account: Parameters<typeof formDefaults>
): Promise<AddForm[]> {
  return formsFromSource(source, await formDefaults(...account));
}

/**
 * The forms of pasted text, with its list of rows and columns where it is one.
 * @param html the same as it was copied from a page, a message or a document
 */
export function formsFromText(
  text: string,
  defaults: FormDefaults,
  html: string | null = null,
): { forms: AddForm[]; list?: ListUnderReview } {
  const list = findRegistrationList(text);
  if (list !== null) return formsFromList(list, defaults);
  return { forms: formsFromSource({ text, html, url: '', title: '', linkUrl: null }, defaults) };
}

/** The people of a list, and the list with the rows that hold nobody. */
export function formsFromList(
  list: RegistrationList,
  defaults: FormDefaults,
): { forms: AddForm[]; list: ListUnderReview } {
  const { people, lost } = readRegistrationList(list);
  const forms = people.map(({ contact, tags }) => ({ ...formOf(contact, {}, defaults), listTags: tags }));
  return { forms, list: { ...list, lost } };
}

/** The people of a whole page, each with the starting values of a form. */
export function capturedPeople(page: PageAddresses) {
  const { people, complete } = peopleOfPage(page);
  return {
    complete,
    people: people.map(({ person, ...found }) => ({ ...found, fields: plainFields(person) })),
  };
}
