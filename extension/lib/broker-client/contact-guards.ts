/** Guards for contacts in the broker's answers, by hand: the schema library stays out of the bundles. Pure. */

import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { PERSON_FIELDS, type PersonField } from '../../../shared/contact-fields.ts';
import type {
  Consent,
  ConsentEndsPage,
  Contact,
  ContactsById,
  ContactsPage,
  Lists,
  LookupAnswer,
  VoidAnswer,
} from '../../../shared/schemas/contact.ts';
import {
  isArrayOf,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isOptional,
  isShaped,
  isString,
} from '../storage/guards.ts';

const isConsent = isShaped<Consent>({
  status: isString,
  description: isString,
  effective_date: isString,
  ends_on: isNullOr(isString),
  mailable: isOneOf(['yes', 'no', 'unknown']),
});

const isTextRecord = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every(isString);

const isPerson = Object.fromEntries(PERSON_FIELDS.map((name) => [name, isString])) as Record<
  PersonField,
  typeof isString
>;

export const isContact = isShaped<Contact>({
  id: isString,
  email: isString,
  ...isPerson,
  created_at: isString,
  consent: isConsent,
  interests: isArrayOf(isString),
  custom_fields: isTextRecord,
});

export const isContactsPage = isShaped<ContactsPage>({
  contacts: isArrayOf(isContact),
  next_skip: isNullOr(isNumber),
  search: isOneOf(['full', 'narrowed']),
});

export const isContactsById = isShaped<ContactsById>({ contacts: isArrayOf(isContact) });

export const isConsentEndsPage = isShaped<ConsentEndsPage>({
  ends: isArrayOf(isShaped<ConsentEndsPage['ends'][number]>({ id: isString, ends_on: isString })),
  next_skip: isNullOr(isNumber),
});

export const isLookupAnswer = isShaped<LookupAnswer>({
  results: isArrayOf(
    isShaped<LookupAnswer['results'][number]>({ email: isString, contact: isNullOr(isContact) }),
  ),
});

export const isVoidAnswer = isShaped<VoidAnswer>({ contact_id: isNullOr(isString) });

export const isLists = isShaped<Lists>({
  interests: isArrayOf(
    isShaped<Lists['interests'][number]>({
      id: isString,
      name: isString,
      kind: isOneOf(['tag', 'subscription', 'unknown']),
      display_names: isOptional(isShaped<{ en: string; fr: string }>({ en: isString, fr: isString })),
    }),
  ),
  custom_fields: isArrayOf(isString),
  consent_statuses: isArrayOf(isOneOf(WRITABLE_CONSENT_STATUSES)),
});
