/** A contact as Envoke answers it: all fields, in its order, in PHP's habits (envoke-api 3.1 and 4.1). */

import type { Account } from '../accounts/account.ts';
import type { ConsentStatus } from '../accounts/consent.ts';
import { statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import type { Clock } from '../clock.ts';
import { isoWithOffset } from '../clock.ts';
import { phpMap } from '../http/php-json.ts';
import type { ModeValues } from '../modes/mode-table.ts';
import type { Modes } from '../modes/modes.ts';
import { wireId } from './api-call.ts';

export interface ContactView {
  readonly [field: string]: unknown;
}

export function viewContact(contact: Contact, account: Account, clock: Clock, modes: Modes): ContactView {
  const date = (local: string) => (modes.get('dateForm') === 'iso' ? isoWithOffset(local) : local);
  const { remote_id, ...text } = contact.text;
  const status = statusAt(contact.consent, clock.local(clock.now()));
  const customFields = namedCustomFields(contact, account);
  return {
    id: wireId(contact.id, modes),
    remote_id,
    external_id: contact.externalId,
    date_created: date(contact.dateCreated),
    ...text,
    consent_status: spellStatus(status, modes.get('consentSpelling')),
    consent_description: contact.consent.description,
    consent_effective_date: date(contact.consent.effectiveDate),
    consent_expiry: date(contact.consent.expiry),
    custom_fields: modes.get('emptyMaps') === 'list' ? phpMap(customFields) : customFields,
    interests: names(contact.interestIds, (id) => account.interests.find(id)),
    autoresponders: names(contact.autoresponderIds, (id) => account.autoresponders.find(id)),
  };
}

function namedCustomFields(contact: Contact, account: Account): Record<string, string> {
  const entries = account.customFields
    .list()
    .map(({ id, name }) => [name, contact.customFields[id] ?? ''] as const)
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

function names(
  ids: readonly number[],
  find: (id: number) => { readonly name: string } | undefined,
): string[] {
  return ids.flatMap((id) => find(id)?.name ?? []);
}

/** The three spellings in use (section 4.2): the vendor client's, the field article's, the hook payload's. */
function spellStatus(status: ConsentStatus, spelling: ModeValues['consentSpelling']): string {
  if (spelling === 'article') {
    if (status === 'Implied - No Expiry') return 'Implied: No Expiry';
    return status === 'Not Provided' ? 'Not provided' : status;
  }
  if (spelling === 'hooks') {
    if (status.startsWith('Implied')) return 'Implied';
    return status === 'Not Provided' ? 'No Consent' : status;
  }
  return status;
}
