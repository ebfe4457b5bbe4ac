/** Which values Envoke cannot take because they are too long, counted as they are sent. Pure. */
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import { readEmail } from '../../../shared/email-address.ts';
import { CONTACT_FIELD_MAX_CHARS } from '../../../shared/limits.ts';
import type { Translate } from '../../lib/i18n/index.ts';
import type { FieldNote } from '../field.tsx';

/** Of a name with an address beside it, only the address is sent as the email. */
function sentText(name: ContactField, value: string): string {
  const reading = name === 'email' ? readEmail(value) : null;
  return reading?.ok ? reading.email : value.trim();
}

const lengthOf = (name: ContactField, value: string) => [...sentText(name, value)].length;

export function isOverlong(name: ContactField, value: string): boolean {
  // Most values are short: their characters need no counting.
  return (
    value.length > CONTACT_FIELD_MAX_CHARS[name] && lengthOf(name, value) > CONTACT_FIELD_MAX_CHARS[name]
  );
}

/** In the order of the fields. */
export function overlongFields(values: Readonly<Record<ContactField, string>>): ContactField[] {
  return CONTACT_FIELDS.filter((name) => isOverlong(name, values[name]));
}

export function isDescriptionOverlong({ description }: { description: string }): boolean {
  return description.length > CONTACT_FIELD_MAX_CHARS.consent_description;
}

/** How long the value is and how long it may be; null where Envoke takes it. */
export function lengthNote(name: ContactField, value: string, t: Translate): FieldNote | null {
  if (!isOverlong(name, value)) return null;
  const max = CONTACT_FIELD_MAX_CHARS[name];
  return { tone: 'bad', text: t('field.tooLong', { max, length: lengthOf(name, value) }) };
}
