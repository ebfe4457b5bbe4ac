/** `POST` and `DELETE` on `/v2/tags/{id}/contacts`: many contacts at once, any number of times (envoke-api 3.4). */

import type { Interest } from '../accounts/catalogue.ts';
import type { Contact } from '../accounts/contact.ts';
import { applyInterests } from '../accounts/interest-settings.ts';
import type { ApiCall, ApiHandler } from './api-call.ts';
import { readBody } from './api-call.ts';
import { isCaseSensitive } from './contact-write.ts';
import { invalid, Refusal, written } from './envelope.ts';
import { findInterest } from './interest-handlers.ts';

/** Contacts that one call may name. */
const BULK_MAX = 1000;

/** Sets (or unsets) the item of the path on every contact that the body names; missing ones do not make it fail. */
export function bulkHandler(type: Interest['type'], set: boolean): ApiHandler {
  return (call) => {
    const item = findInterest(call, type);
    const keys = readKeys(call);
    const found = keys.map((key) => ({ key, contact: findContact(call, key) }));
    const missing = found.filter(({ contact }) => contact === undefined).map(({ key }) => key);
    for (const { contact } of found) {
      if (contact !== undefined) setOn(call, contact, item, set);
    }
    const text = missing.length === 0 ? 'Set to contacts' : 'Set to contacts. Some contacts not found';
    const processed = keys.length - missing.length;
    return written(text, missing.length === 0 ? { processed } : { processed, not_found: missing });
  };
}

function setOn({ account }: ApiCall, { id }: Contact, item: Interest, set: boolean): void {
  const contact = account.people.find(id);
  if (contact === undefined) return;
  const interestIds = applyInterests(contact.interestIds, [{ item, set }], account);
  account.people.replace({ ...contact, interestIds });
}

/** Exactly one of `contact_ids` (whole numbers) and `contact_emails` (strings). */
function readKeys(call: ApiCall): (number | string)[] {
  const { contact_ids: ids, contact_emails: emails } = readBody(call);
  if ((ids === undefined) === (emails === undefined)) {
    refuseBulk("Exactly one of 'contact_ids' or 'contact_emails' is required");
  }
  const keys: unknown = ids ?? emails;
  if (!Array.isArray(keys) || keys.length === 0) refuseBulk('A list with at least one contact is required');
  if (keys.length > BULK_MAX) refuseBulk(`At most ${BULK_MAX} contacts may be given`);
  return keys.map((key: unknown) => {
    if (ids === undefined && typeof key === 'string') return key;
    if (ids !== undefined && typeof key === 'number' && Number.isSafeInteger(key)) return key;
    return refuseBulk("'contact_ids' must be integers and 'contact_emails' strings");
  });
}

function findContact(call: ApiCall, key: number | string): Contact | undefined {
  const { people } = call.account;
  return typeof key === 'number' ? people.find(key) : people.findByEmail(key, isCaseSensitive(call));
}

function refuseBulk(error: string): never {
  throw new Refusal(invalid([error], 'Error setting to contacts'));
}
