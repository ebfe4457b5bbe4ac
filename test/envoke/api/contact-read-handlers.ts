/** `GET /v1/contacts` and `GET /v1/contacts/{id}` (envoke-api 3.1 and 3.2). */

import { statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import { CONTACT_TEXT_FIELDS, isContactTextField } from '../accounts/contact.ts';
import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import { phpMap } from '../http/php-json.ts';
import type { ModeValues } from '../modes/mode-table.ts';
import type { ApiCall } from './api-call.ts';
import { readId } from './api-call.ts';
import { contactFilterOf } from './contact-filter.ts';
import { viewContact } from './contact-view.ts';
import { refused } from './envelope.ts';
import { isKeyValue, pageOf, sorted, withFields } from './listing.ts';

const SORTABLE = new Set<string>([
  'id',
  'date_created',
  'consent_status',
  'consent_effective_date',
  ...CONTACT_TEXT_FIELDS,
]);
const VIEWED = new Set<string>([
  ...CONTACT_TEXT_FIELDS,
  'id',
  'external_id',
  'date_created',
  'consent_status',
  'consent_description',
  'consent_effective_date',
  'consent_expiry',
  'custom_fields',
  'interests',
  'autoresponders',
]);

export function listContacts(call: ApiCall): Answer {
  const { account, query, clock, modes } = call;
  const matching = visibleContacts(call).filter(contactFilterOf(query, { account, clock, modes }));
  const now = clock.local(clock.now());
  const inOrder = unsorted(matching, modes.get('unsortedOrder'));
  const page = pageOf(
    sorted(inOrder, query, SORTABLE, (contact, field) => sortText(contact, field, now)),
    query,
  );
  if (isKeyValue(query))
    return json(phpMap(Object.fromEntries(page.map(({ id, text }) => [id, text.email]))));
  const views = page.map((contact) => viewContact(contact, account, clock, modes));
  return json(withFields(views, query, VIEWED));
}

export function getContact(call: ApiCall): Answer {
  const { account, clock, modes } = call;
  const id = readId(call.id);
  const contact = visibleContacts(call).find((candidate) => candidate.id === id);
  if (contact === undefined) return missingContact(call);
  const view = viewContact(contact, account, clock, modes);
  const [shaped] = withFields([view], call.query, VIEWED);
  return json(modes.get('getById') === 'list' ? [shaped] : shaped);
}

/** The order of an unsorted list; a shuffled list has another order at each call. */
function unsorted(contacts: readonly Contact[], order: ModeValues['unsortedOrder']): readonly Contact[] {
  switch (order) {
    case 'ascending':
      return contacts;
    case 'descending':
      return contacts.toReversed();
    case 'shuffled':
      return contacts
        .map((contact) => ({ contact, at: Math.random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ contact }) => contact);
  }
}

function visibleContacts({ account, modes }: ApiCall): Contact[] {
  return modes.take('staleReads') ? account.people.listBeforeLastWrite() : account.people.list();
}

function missingContact({ id, modes }: ApiCall): Answer {
  switch (modes.get('getByIdMiss')) {
    case 'null':
      return json(null);
    case 'list':
      return json([]);
    case '404':
      return refused(404, `Item with id '${id}' not found`);
  }
}

function sortText(contact: Contact, field: string, nowLocal: string): string {
  if (isContactTextField(field)) return contact.text[field];
  if (field === 'id') return String(contact.id);
  if (field === 'date_created') return contact.dateCreated;
  return field === 'consent_status' ? statusAt(contact.consent, nowLocal) : contact.consent.effectiveDate;
}
