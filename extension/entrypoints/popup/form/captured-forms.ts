/** From what was taken off a page to filled-in forms; nothing found still gives one, with the page as its origin. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import type { CapturedContact } from '../../../lib/capture/captured-contact.ts';
import type { PageAddresses, PageSource } from '../../../lib/page/page-source.ts';
import { peopleOfPage, peopleOfSource } from '../../../lib/page/people-of-source.ts';
import { type FormDefaults, type FormSeed, newForm } from './add-form.ts';
import type { AddForm } from './form-fields.ts';

function plainFields(contact: CapturedContact): FormSeed['fields'] {
  return Object.fromEntries(
    CONTACT_FIELDS.flatMap((name) => {
      const value = contact[name]?.value ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** A text or a link that is one address to the door, and nothing else, is meant as one. */
function wholeText({ text, linkUrl }: PageSource): FormSeed['fields'] {
  const email = [text, linkUrl ?? ''].find((given) => readEmail(given).ok);
  return email === undefined ? {} : { email };
}

export function formsFromSource(source: PageSource, defaults: FormDefaults): AddForm[] {
  const found = peopleOfSource(source);
  const seeds = found.length === 0 ? [wholeText(source)] : found.map(plainFields);
  return seeds.map((fields) => newForm({ fields, pageTitle: source.title, pageUrl: source.url }, defaults));
}

/** The people of a whole page, each with what a form about them begins with. */
export function capturedPeople(page: PageAddresses) {
  const { people, complete } = peopleOfPage(page);
  return {
    complete,
    people: people.map(({ person, ...found }) => ({ ...found, fields: plainFields(person) })),
  };
}
