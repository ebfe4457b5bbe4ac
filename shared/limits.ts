/** Limits of both extension and broker, each with its unit in the name and its reason beside it. */

/** Envoke returns at most 100 contacts a page (article 1697197, "Contact API: read"). */
export const CONTACTS_PAGE_MAX = 100;
/** What one popup list asks for: fills the view and one scroll. */
export const CONTACTS_PAGE_DEFAULT = 25;
/** Longest search text; longer than any name, company or e-mail that Envoke stores. */
export const SEARCH_MAX_CHARS = 200;
/** E-mails answered by one look-up. */
export const LOOKUP_MAX_EMAILS = 100;
/**
 * How long the broker remembers that a look-up of several e-mails found no contact: long enough to add these people at
 * one a second, and no longer.
 */
export const FOUND_ABSENT_SECONDS = 60;
/** People in one bulk add. */
export const BULK_MAX_PEOPLE = 500;
/** Largest JSON body that the broker reads, in bytes: a full contact with the longest consent description fits. */
export const REQUEST_MAX_BYTES = 262_144;
/** Longest name that a person gives to their browser, in characters. */
export const DEVICE_NAME_MAX_CHARS = 60;
/**
 * What that name may not contain, as the inside of a character class: control characters, and others that cannot be
 * seen. An e-mail address loses fewer (`email-key.ts`), since private characters of a page's own font are text there.
 */
export const DEVICE_NAME_UNSEEN = '\\p{C}\\p{Default_Ignorable_Code_Point}';
/** Deepest nesting of a JSON body. */
export const REQUEST_MAX_DEPTH = 8;
/** `Idempotency-Key`: 16 to 64 characters of `[A-Za-z0-9_-]`; a UUID fits. */
export const IDEMPOTENCY_KEY_PATTERN = '^[A-Za-z0-9_-]{16,64}$';

/**
 * Longest value of each contact field, in characters, from Envoke's field article (an older copy where the newest is
 * not public). Envoke refuses a write with a longer one, so the extension asks for a shorter one first.
 */
export const CONTACT_FIELD_MAX_CHARS = {
  email: 60,
  first_name: 20,
  last_name: 20,
  title: 50,
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
  consent_description: 65_535,
} as const;
