/** Every storage item of the extension but the outbox's (one key an entry, see lib/outbox/outbox-store.ts). */
import { WRITABLE_CONSENT_STATUSES, type WritableConsentStatus } from '../../../shared/consent.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { isContact } from '../broker-client/contact-guards.ts';
import type { WaitingCapture } from '../page/page-source.ts';
import type { Accounts, StoredAccount } from '../session/stored-account.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import { CONSENT_BASES, type ConsentBasis, type Settings } from '../settings/settings.ts';
import { IDLE, type SignInProgress } from '../sign-in/progress.ts';
import { isArrayOf, isNullOr, isNumber, isObject, isOneOf, isShaped, isString } from './guards.ts';
import { defineItem } from './item.ts';

const orUndefined =
  <Value>(isValue: (value: unknown) => value is Value) =>
  (stored: unknown) =>
    isValue(stored) ? stored : undefined;

const isAccounts = isShaped<Accounts>({
  currentId: isNullOr(isString),
  accounts: isArrayOf(
    isShaped<StoredAccount>({
      id: isString,
      name: isString,
      brokerUrl: isString,
      sessionToken: isNullOr(isString),
      keyId: isString,
      state: isOneOf(['active', 'ended', 'connection-ended']),
      sessionExpiresAt: isNumber,
      connectionExpiresAt: isNumber,
    }),
  ),
});

/**
 * Accounts with their session tokens. On disk, since a session lives as long as Envoke's permission and every needless
 * sign-in leaves one more permission at Envoke; the token alone opens nothing without the DPoP key, which cannot leave
 * IndexedDB.
 */
export const accountsItem = defineItem<Accounts>({
  area: 'local',
  key: 'accounts',
  version: 1,
  fallback: { currentId: null, accounts: [] },
  parse: orUndefined(isAccounts),
});

/** The person's own settings; read them merged, by `loadSettings`. */
export const settingsItem = defineItem<Partial<Settings>>({
  area: 'local',
  key: 'settings',
  version: 1,
  fallback: {},
  parse: (stored) => parseSettings(stored).values,
});

/**
 * What an administrator had set when it was last read: the first paint does not wait for the browser to read it anew, which
 * takes Chromium seconds after its start. Everything but that paint asks the browser.
 */
export const managedCopyItem = defineItem<Partial<Settings>>({
  area: 'local',
  key: 'managedCopy',
  version: 1,
  fallback: {},
  parse: (stored) => parseSettings(stored).values,
});

/** What was chosen in the last add form of an account. */
export interface LastChoices {
  basis: ConsentBasis;
  consentStatus: WritableConsentStatus;
  interests: readonly string[];
}

const isLastChoices = isShaped<LastChoices>({
  basis: isOneOf(CONSENT_BASES),
  consentStatus: isOneOf(WRITABLE_CONSENT_STATUSES),
  interests: isArrayOf(isString),
});

const recordOf =
  <Value>(isValue: (value: unknown) => value is Value) =>
  (stored: unknown): Readonly<Record<string, Value>> | undefined =>
    isObject(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((entry): entry is [string, Value] => isValue(entry[1])),
        )
      : undefined;

/** By account id. */
export const lastChoicesItem = defineItem<Readonly<Record<string, LastChoices>>>({
  area: 'local',
  key: 'lastChoices',
  version: 1,
  fallback: {},
  parse: recordOf(isLastChoices),
});

/** Contacts for the first paint; memory only. */
export interface SeenContacts {
  /** Whom the person opened or changed, the latest first. */
  used: readonly Contact[];
  /** Envoke's newest, as they were listed last. */
  newest: readonly Contact[];
}

/** By account id. */
export const seenContactsItem = defineItem<Readonly<Record<string, SeenContacts>>>({
  area: 'session',
  key: 'seenContacts',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<SeenContacts>({ used: isArrayOf(isContact), newest: isArrayOf(isContact) })),
});

/** Text that was typed and not yet confirmed; memory only. Names of fields are the popup's. */
export interface TypedText {
  search: string;
  form: Readonly<Record<string, string>> | null;
}

const isText = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every(isString);

/** By account id. */
export const typedTextItem = defineItem<Readonly<Record<string, TypedText>>>({
  area: 'session',
  key: 'typedText',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<TypedText>({ search: isString, form: isNullOr(isText) })),
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

/** The notice of an ending permission that was put off: which, and of what end, so that a renewed one begins anew. */
export interface PutOffNotice {
  connectionExpiresAt: number;
  notice: number;
}

/** By account id. */
export const putOffNoticesItem = defineItem<Readonly<Record<string, PutOffNotice>>>({
  area: 'local',
  key: 'putOffNotices',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<PutOffNotice>({ connectionExpiresAt: isNumber, notice: isNumber })),
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

export const signInProgressItem = defineItem<SignInProgress>({
  area: 'session',
  key: 'signInProgress',
  version: 1,
  fallback: IDLE,
  parse: (stored) => (isObject(stored) && isString(stored.status) ? (stored as SignInProgress) : undefined),
});

/** What a context menu or a command took from a page, for the add form to open with. */
export const waitingCaptureItem = defineItem<WaitingCapture>({
  area: 'session',
  key: 'waitingCapture',
  version: 1,
  fallback: { status: 'none' },
  parse: (stored) => (isObject(stored) && isString(stored.status) ? (stored as WaitingCapture) : undefined),
});

/** What the address bar offered last, and which of these the person chose for the next popup to open with. */
export interface Offered {
  accountId: string;
  contacts: readonly Contact[];
  chosenId: string | null;
}

export const offeredItem = defineItem<Offered | null>({
  area: 'session',
  key: 'offered',
  version: 1,
  fallback: null,
  parse: orUndefined(
    isShaped<Offered>({ accountId: isString, contacts: isArrayOf(isContact), chosenId: isNullOr(isString) }),
  ),
});
