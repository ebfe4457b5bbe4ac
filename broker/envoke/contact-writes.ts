/** Writing contacts: `POST` and `PATCH /v1/contacts`. Never `?upsert=1`: it overwrites who is there. */
import type { WritableConsentStatus } from '../../shared/consent.ts';
import type { PersonField } from '../../shared/contact-fields.ts';
import type { CallApi } from './api-call.ts';
import { type EnvokeContact, readContact } from './envoke-contact.ts';
import { EnvokeError, isEnvokeError } from './envoke-error.ts';
import { isRecord, readId } from './shape.ts';
import { isTrue } from './status.ts';

/** A tag or subscription to put a contact on or take it off. */
export interface InterestWrite {
  /** Name or id: what Envoke is told. */
  key: string;
  /** As a contact has it when read. */
  name: string;
  state: 'Set' | 'Unset';
}

/** Only what is present is sent. */
export interface ContactWrite {
  email?: string;
  person?: Partial<Record<PersonField, string>>;
  consentStatus?: WritableConsentStatus;
  consentDescription?: string;
  customFields?: Record<string, string>;
  interests?: readonly InterestWrite[];
}

/** What Envoke said about a write that it carried out: at times the contact, at times its id, at times neither. */
export interface WriteAnswer {
  id?: string;
  contact?: EnvokeContact;
}

/** @throws EnvokeError 'rejected' also for an e-mail that is there; `mayHaveHappened` when the answer was lost */
export async function createContact(
  call: CallApi,
  accessToken: string,
  write: ContactWrite & { email: string },
): Promise<WriteAnswer> {
  const endpoint = 'POST /v1/contacts';
  return readWrite(
    await call(accessToken, { method: 'POST', path: '/v1/contacts', endpoint, body: bodyOf(write) }),
  );
}

export async function updateContact(
  call: CallApi,
  accessToken: string,
  id: string,
  write: ContactWrite,
): Promise<WriteAnswer> {
  const path = `/v1/contacts/${encodeURIComponent(id)}`;
  const endpoint = 'PATCH /v1/contacts/:id';
  return readWrite(await call(accessToken, { method: 'PATCH', path, endpoint, body: bodyOf(write) }));
}

function bodyOf(write: ContactWrite): Record<string, unknown> {
  return {
    ...(write.email === undefined ? {} : { email: write.email }),
    ...write.person,
    ...(write.consentStatus === undefined ? {} : { consent_status: write.consentStatus }),
    ...(write.consentDescription === undefined ? {} : { consent_description: write.consentDescription }),
    ...(write.customFields === undefined ? {} : { custom_fields: write.customFields }),
    ...(write.interests === undefined ? {} : { interests: interestsOf(write.interests) }),
  };
}

const interestsOf = (interests: readonly InterestWrite[]) =>
  Object.fromEntries(interests.map(({ key, state }) => [key, state]));

/** Without `success`, and without the contact in its place, nobody knows what happened. */
function readWrite(json: unknown): WriteAnswer {
  const isBare = isRecord(json) && json.success === undefined && isWhole(json);
  if (!isRecord(json) || !(isBare || isTrue(json.success))) {
    throw new EnvokeError('wrong-shape', { code: 'write', mayHaveHappened: true });
  }
  const data = isBare ? json : json.result_data;
  const id = isRecord(data) ? readId(data.id) : undefined;
  if (id === undefined) return {};
  const contact = isWhole(data) ? readWhole(data) : undefined;
  return contact === undefined ? { id } : { id, contact };
}

/** An answer of no more than an id, or an id and what was changed, is not a contact to show. */
function isWhole(data: unknown): boolean {
  return isRecord(data) && ['id', 'consent_status', 'email', 'date_created'].every((key) => key in data);
}

function readWhole(data: unknown): EnvokeContact | undefined {
  try {
    return readContact(data);
  } catch (error) {
    if (isEnvokeError(error)) return undefined;
    throw error;
  }
}
