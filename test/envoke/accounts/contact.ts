/** A stored contact, and what each of its fields may hold (envoke-api section 4.1). */

import type { Consent } from './consent.ts';

/** Plain text fields in the order Envoke answers them, with the longest value of each in characters. */
export const CONTACT_TEXT_MAX_CHARS = {
  remote_id: 60,
  first_name: 20,
  last_name: 20,
  title: 50,
  email: 60,
  company: 50,
  phone: 25,
  address_1: 100,
  address_2: 100,
  city: 20,
  country: 50,
  province: 50,
  postal_code: 15,
  website: 255,
  language: 2,
  feedback: 65_535,
} as const;

/** Longest consent description, in characters. */
export const CONSENT_DESCRIPTION_MAX_CHARS = 65_535;

export type ContactTextField = keyof typeof CONTACT_TEXT_MAX_CHARS;
type ContactText = Readonly<Record<ContactTextField, string>>;

export const CONTACT_TEXT_FIELDS = Object.keys(CONTACT_TEXT_MAX_CHARS) as readonly ContactTextField[];

export interface Contact {
  /** Sequential per account, from 1. */
  readonly id: number;
  /** 32 hex digits; opens the public preferences page, so it counts as a secret. */
  readonly externalId: string;
  /** Toronto local, `YYYY-MM-DD HH:MM:SS`. */
  readonly dateCreated: string;
  readonly text: ContactText;
  readonly consent: Consent;
  /** Values by custom field id. */
  readonly customFields: Readonly<Record<string, string>>;
  readonly interestIds: readonly number[];
  readonly autoresponderIds: readonly number[];
}

export function isContactTextField(name: string): name is ContactTextField {
  return Object.hasOwn(CONTACT_TEXT_MAX_CHARS, name);
}

/** Text fields as Envoke keeps them when nothing was sent: empty strings, never null. */
export function emptyContactText(): Record<ContactTextField, string> {
  return Object.fromEntries(CONTACT_TEXT_FIELDS.map((name) => [name, ''])) as Record<
    ContactTextField,
    string
  >;
}
