/** Invented contacts for the tests of views. */
import { NO_PERSON } from '../../../shared/contact-fields.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';

export function person(fields: Partial<Contact> = {}): Contact {
  return {
    id: '1',
    ...NO_PERSON,
    email: 'noemie.gagnon@lakeside.example.org',
    first_name: 'Noémie',
    last_name: 'Gagnon',
    company: 'Lakeside Library',
    created_at: '2026-01-05 10:00:00',
    consent: { status: 'Express', description: '', effective_date: '', ends_on: null, mailable: 'yes' },
    interests: [],
    custom_fields: {},
    ...fields,
  };
}

export const UNSUBSCRIBED = {
  status: 'Revoked',
  description: '',
  effective_date: '',
  ends_on: null,
  mailable: 'no',
} as const;
