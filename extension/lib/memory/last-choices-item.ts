/** The last choices of the forms, to be offered again. */

import { WRITABLE_CONSENT_STATUSES, type WritableConsentStatus } from '../../../shared/consent.ts';
import { CONSENT_BASES, type ConsentBasis } from '../settings/settings.ts';
import { isArrayOf, isObject, isOneOf, isOptional, isShaped, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** What was chosen in the last add form of an account. */
export interface LastChoices {
  basis: ConsentBasis;
  consentStatus: WritableConsentStatus;
  /** Tags and subscriptions, of which only the tags are offered again. */
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
