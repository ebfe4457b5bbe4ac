/** Writing contacts: `POST` and `PATCH /v1/contacts`. Never `?upsert=1`, which overwrites an existing contact. */
import type { WritableConsentStatus } from '../../shared/consent.ts';
import type { PersonField } from '../../shared/contact-fields.ts';
import type { CallApi } from './api-call.ts';
import { type EnvokeContact, readContact } from './envoke-contact.ts';
import { EnvokeError, isEnvokeError } from './envoke-error.ts';
import { isRecord, readId } from './shape.ts';
import { isTrue } from './status.ts';

/** A tag or subscription to add to a contact or to remove. */
export interface InterestWrite {
  /** Name or id: the value that Envoke receives. */
  key: string;
  /** The name as it appears in a contact that is read. */
  name: string;
  state: 'Set' | 'Unset';
}

/** Only the fields that are present are sent. */
export interface ContactWrite {
  email?: string;
  person?: Partial<Record<PersonField, string>>;
  consentStatus?: WritableConsentStatus;
  consentDescription?: string;
  /** The day on which the consent was given, `YYYY-MM-DD`; sent where the configuration says that Envoke takes it. */
  consentDay?: string;
  customFields?: Record<string, string>;
  interests?: readonly InterestWrite[];
}

/** Envoke's answer to a write that it carried out: the contact, only its id, or neither. */
export interface WriteAnswer {
  id?: string;
  contact?: EnvokeContact;
}

export interface ContactWrites {
  /** @throws EnvokeError 'rejected' also for an e-mail that exists; `mayHaveHappened` when the answer was lost */
  createContact(
    call: CallApi,
    accessToken: string,
    write: ContactWrite & { email: string },
  ): Promise<WriteAnswer>;
  updateContact(call: CallApi, accessToken: string, id: string, write: ContactWrite): Promise<WriteAnswer>;
}

/** @param sendsEffectiveDate whether this Envoke lets a write say since when the consent counts */
export function createContactWrites(sendsEffectiveDate: boolean): ContactWrites {
  const send = async (call: CallApi, accessToken: string, to: WriteTo, write: ContactWrite) => {
    const body = bodyOf(write);
    const ask = async (dated: Record<string, unknown>) =>
      readWrite(await call(accessToken, { ...to, body: dated }));
    if (!sendsEffectiveDate || write.consentDay === undefined) return ask(body);
    try {
      // Midday is on the same day in every Canadian time zone, whichever zone Envoke reads it in.
      return await ask({ ...body, consent_effective_date: `${write.consentDay} 12:00:00` });
    } catch (error) {
      // Perhaps Envoke refused only the date. The consent counts without it, from a day that is later.
      if (isEnvokeError(error) && error.reason === 'rejected' && error.isAboutRequest) return ask(body);
      throw error;
    }
  };
  return {
    createContact: (call, accessToken, write) =>
      send(call, accessToken, { method: 'POST', path: '/v1/contacts', endpoint: 'POST /v1/contacts' }, write),
    updateContact(call, accessToken, id, write) {
      const path = `/v1/contacts/${encodeURIComponent(id)}`;
      return send(call, accessToken, { method: 'PATCH', path, endpoint: 'PATCH /v1/contacts/:id' }, write);
    },
  };
}

type WriteTo = Pick<Parameters<CallApi>[1], 'method' | 'path' | 'endpoint'>;

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

/** Without `success` and without the contact itself, the outcome is unknown. */
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

/** An answer with only an id, or an id and the changed fields, is not a complete contact. */
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
