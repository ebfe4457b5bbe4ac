/** Last look at every value: clean, on one line, bounded, and nothing that a spreadsheet would run. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import type { CapturedContact } from './captured-contact.ts';
import { cleanValue, slug } from './text/clean-text.ts';

/** Longer than any real value; keeps a hostile page from filling a form. */
const MAX_VALUE_CHARACTERS = 320;

/** A card whose name is the employer's too is that of an organisation. */
function isNamedAsCompany({ company, first_name, last_name }: CapturedContact): boolean {
  return (
    company !== undefined && slug(`${first_name?.value}${last_name?.value ?? ''}`) === slug(company.value)
  );
}

/** The contact with every value made plain; values that are then empty are gone. */
export function finishContact(contact: CapturedContact): CapturedContact {
  const finished: CapturedContact = contact.consent ? { consent: contact.consent } : {};
  const isOrganisation = isNamedAsCompany(contact);
  for (const field of CONTACT_FIELDS) {
    if (isOrganisation && field.endsWith('_name')) continue;
    const found = contact[field];
    const value = found ? cleanValue(found.value) : '';
    const formula = field !== 'phone' && /^[=@+]/.test(value);
    if (found && value && !formula && value.length <= MAX_VALUE_CHARACTERS)
      finished[field] = { value, from: found.from };
  }
  return finished;
}
