/** `POST`, `PATCH` and `DELETE` on `/v1/contacts` (envoke-api 3.1). */

import { statusAt } from '../accounts/consent.ts';
import type { Contact } from '../accounts/contact.ts';
import { type Answer, json } from '../http/answer.ts';
import type { ModeValues } from '../modes/mode-table.ts';
import type { ApiCall, JsonObject } from './api-call.ts';
import { checkBodyId, readBody, readId, refuseMissing } from './api-call.ts';
import { viewContact } from './contact-view.ts';
import { insertContact, isCaseSensitive, updateContact } from './contact-write.ts';
import { refuse, written } from './envelope.ts';

/** `POST /v1/contacts`, and with `?upsert=1` an update of the contact that is already there. */
export function createContact(call: ApiCall): Answer {
  const body = readBody(call);
  const existing =
    call.query.upsert === '1' ? (findByBody(call, body) ?? findBy(call, 'email', body.email)) : undefined;
  if (existing !== undefined) return answerUpdate(call, updateContact(call, existing, body));
  return answerCreate(call, insertContact(call, body));
}

/** `PATCH /v1/contacts/{id}`: the id of the path, whatever the body says. */
export function patchContactById(call: ApiCall): Answer {
  const body = readBody(call);
  const keyfield = readKeyfield(call);
  const contact = findBy(call, keyfield ?? 'id', call.id);
  if (contact === undefined) refuseMissing(call, call.id);
  if (keyfield !== 'remote_id') checkBodyId(call, body);
  return answerUpdate(call, updateContact(call, contact, body));
}

/** `PATCH /v1/contacts`: the contact is named in the body by its id, else its e-mail, else by `keyfield`. */
export function patchContactByBody(call: ApiCall): Answer {
  const body = readBody(call);
  const keyfield = readKeyfield(call);
  const key = body[keyfield ?? 'id'] ?? body.email;
  if (key === undefined) refuse("The field 'id' or 'email' is required");
  const contact = findByBody(call, body);
  if (contact === undefined) refuseMissing(call, String(key));
  return answerUpdate(call, updateContact(call, contact, body));
}

/** `DELETE /v1/contacts/{id}`; who unsubscribed or reported spam must stay on record. */
export function deleteContact(call: ApiCall): Answer {
  const contact = findBy(call, 'id', call.id);
  if (contact === undefined) refuseMissing(call, call.id);
  const status = statusAt(contact.consent, call.clock.local(call.clock.now()));
  if (status === 'Revoked' || status.endsWith('Spam Reported'))
    refuse(`A contact with consent '${status}' cannot be deleted`);
  call.account.people.remove(contact.id);
  return written('Deleted', []);
}

type Keyfield = 'id' | 'email' | 'remote_id';

function readKeyfield({ query, modes }: ApiCall): Keyfield | undefined {
  const { keyfield } = query;
  if (keyfield === undefined || keyfield === 'id' || keyfield === 'email') return keyfield;
  if (keyfield !== 'remote_id') refuse("Invalid 'keyfield'; allowed values are: id, email, remote_id");
  if (modes.get('duplicateEmails') === false)
    refuse("'keyfield' 'remote_id' is not enabled for this account");
  return keyfield;
}

function findByBody(call: ApiCall, body: JsonObject): Contact | undefined {
  const keyfield = readKeyfield(call);
  if (keyfield !== undefined)
    return body[keyfield] === undefined ? undefined : findBy(call, keyfield, body[keyfield]);
  return body.id === undefined ? findBy(call, 'email', body.email) : findBy(call, 'id', body.id);
}

function findBy(call: ApiCall, keyfield: Keyfield, key: unknown): Contact | undefined {
  const { account } = call;
  const text = typeof key === 'string' || typeof key === 'number' ? String(key) : '';
  if (text === '') return undefined;
  if (keyfield === 'email') return account.people.findByEmail(text, isCaseSensitive(call));
  if (keyfield === 'remote_id') return account.people.findByRemoteId(text);
  const id = readId(text);
  return id === undefined ? undefined : account.people.find(id);
}

function answerCreate(call: ApiCall, contact: Contact): Answer {
  const { modes } = call;
  const status = Number(modes.get('createStatus'));
  const data = writtenData(call, contact, modes.get('createAnswer'));
  return modes.get('createAnswer') === 'bare' ? json(data, status) : written('Created', data, status);
}

function answerUpdate(call: ApiCall, contact: Contact): Answer {
  const form = call.modes.get('updateAnswer');
  const data = writtenData(call, contact, form);
  return form === 'bare' ? json(data) : written('Updated', data);
}

function writtenData(call: ApiCall, contact: Contact, form: ModeValues['updateAnswer']): unknown {
  switch (form) {
    case 'contact':
    case 'bare':
      return viewContact(contact, call.account, call.clock, call.modes);
    case 'id':
      return { id: String(contact.id) };
    case 'no-data':
      return [];
  }
}
