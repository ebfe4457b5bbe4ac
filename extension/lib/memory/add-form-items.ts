/** What the add form, the editor and the review of many remember between two openings of the popup. */

import { WRITABLE_CONSENT_STATUSES, type WritableConsentStatus } from '../../../shared/consent.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { isContact } from '../broker-client/contact-guards.ts';
import { CONSENT_BASES, type ConsentBasis } from '../settings/settings.ts';
import { isArrayOf, isNullOr, isObject, isOneOf, isOptional, isShaped, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** What was chosen in the last add form of an account. */
export interface LastChoices {
  basis: ConsentBasis;
  consentStatus: WritableConsentStatus;
  interests: readonly string[];
  /** How often each ground was chosen. */
  counts?: Readonly<Record<string, number>>;
}

const isLastChoices = isShaped<LastChoices>({
  basis: isOneOf(CONSENT_BASES),
  consentStatus: isOneOf(WRITABLE_CONSENT_STATUSES),
  interests: isArrayOf(isString),
  counts: isOptional((value): value is Record<string, number> => isObject(value)),
});

/** By account id. */
export const lastChoicesItem = defineItem<Readonly<Record<string, LastChoices>>>({
  area: 'local',
  key: 'lastChoices',
  version: 1,
  fallback: {},
  parse: recordOf(isLastChoices),
});

/** Text that was typed and not yet confirmed; memory only. Names of fields are the popup's. */
export interface TypedText {
  search: string;
  form: Readonly<Record<string, string>> | null;
  /** Forms that were overtaken by something captured, the latest last. */
  aside?: readonly Readonly<Record<string, string>>[];
}

const isText = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every(isString);

/** By account id. */
export const typedTextItem = defineItem<Readonly<Record<string, TypedText>>>({
  area: 'session',
  key: 'typedText',
  version: 1,
  fallback: {},
  parse: recordOf(
    isShaped<TypedText>({
      search: isString,
      form: isNullOr(isText),
      aside: isOptional(isArrayOf(isText)),
    }),
  ),
});

/** The edit of a contact that was begun and not saved: of whom, and the new values by field; memory only. */
export interface TypedEdit {
  contact: Contact;
  values: Readonly<Record<string, string>>;
}

/** By account id. */
export const typedEditsItem = defineItem<Readonly<Record<string, TypedEdit>>>({
  area: 'session',
  key: 'typedEdits',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<TypedEdit>({ contact: isContact, values: isText })),
});

/** A review of many that was not sent; memory only. Names of fields are the popup's. */
export interface UnfinishedReview {
  people: readonly Readonly<Record<string, string>>[];
  decision: Readonly<Record<string, string>>;
}

/** By account id. */
export const unfinishedReviewItem = defineItem<Readonly<Record<string, UnfinishedReview>>>({
  area: 'session',
  key: 'unfinishedReview',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<UnfinishedReview>({ people: isArrayOf(isText), decision: isText })),
});
