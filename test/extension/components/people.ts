/** Invented contacts for the tests of views. */
import type { Contact } from '../../../shared/schemas/contact.ts';

export function person(fields: Partial<Contact> = {}): Contact {
  return {
    id: '1',
    email: 'noemie.gagnon@lakeside.example.org',
    first_name: 'Noémie',
    last_name: 'Gagnon',
    title: '',
    company: 'Lakeside Library',
    phone: '',
    address_1: '',
    address_2: '',
    city: '',
    province: '',
    postal_code: '',
    country: '',
    website: '',
    language: '',
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
