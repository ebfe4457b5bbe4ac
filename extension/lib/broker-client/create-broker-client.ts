/** The broker's API as functions. */
import { LOOKUP_MAX_EMAILS } from '../../../shared/limits.ts';
import { API_PATHS } from '../../../shared/paths.ts';
import type { LookupAnswer } from '../../../shared/schemas/contact.ts';
import { isAccount, isActivity, isSessions } from './account-guards.ts';
import { expectDone, type Guard, readAnswer, readProblem } from './answer.ts';
import { type ApiCall, type ApiEffects, createApiRequest } from './api-request.ts';
import type { BrokerClient, CallOptions } from './broker-client.ts';
import { BrokerError } from './broker-error.ts';
import {
  isConsentEndsPage,
  isContact,
  isContactsById,
  isContactsPage,
  isLists,
  isLookupAnswer,
  isVoidAnswer,
} from './contact-guards.ts';

/**
 * At most a hundred names a second are looked up, and the activity of several years names some thousands of contacts.
 */
const FILE_TIMEOUT_MS = 120_000;

export function createBrokerClient(effects: ApiEffects): BrokerClient {
  const request = createApiRequest(effects);
  const ask = <Value>(call: ApiCall, isValue: Guard<Value>) =>
    request(call, (response) => readAnswer(response, isValue));
  const get = <Value>(path: string, isValue: Guard<Value>, options?: CallOptions) =>
    ask({ method: 'GET', path, ...options }, isValue);

  const lookUpSome = async (emails: readonly string[], options?: CallOptions) => {
    const call: ApiCall = { method: 'POST', path: API_PATHS.contactLookup, body: { emails }, ...options };
    const { results } = await ask(call, isLookupAnswer);
    if (results.length !== emails.length) throw new BrokerError('bad-answer');
    return results;
  };

  return {
    account: (options) => get(API_PATHS.account, isAccount, options),
    searchContacts: (query, options) => get(API_PATHS.contacts + toQuery(query), isContactsPage, options),
    contact: (id, options) => get(withId(API_PATHS.contact, id), isContact, options),
    contactsById: async (ids, options) =>
      (await get(API_PATHS.contactsById + toQuery({ ids: ids.join(',') }), isContactsById, options)).contacts,
    consentEnds: (skip, options) =>
      get(API_PATHS.consentEnds + toQuery({ skip }), isConsentEndsPage, options),
    lookUp: async (emails, options) => {
      const results: LookupAnswer['results'] = [];
      for (let start = 0; start < emails.length; start += LOOKUP_MAX_EMAILS) {
        results.push(...(await lookUpSome(emails.slice(start, start + LOOKUP_MAX_EMAILS), options)));
      }
      return results;
    },
    createContact: (draft, options) =>
      ask({ method: 'POST', path: API_PATHS.contacts, body: draft, ...options }, isContact),
    updateContact: (id, changes, options) =>
      ask({ method: 'PATCH', path: withId(API_PATHS.contact, id), body: changes, ...options }, isContact),
    setInterests: (id, changes, options) =>
      ask(
        { method: 'POST', path: withId(API_PATHS.contactInterests, id), body: changes, ...options },
        isContact,
      ),
    unsubscribe: (id, said, options) =>
      ask(
        { method: 'POST', path: withId(API_PATHS.contactUnsubscribe, id), body: said, ...options },
        isContact,
      ),
    voidWrite: (write, options) =>
      ask({ method: 'POST', path: API_PATHS.contactVoid, body: write, ...options }, isVoidAnswer),
    lists: (options) => get(API_PATHS.lists, isLists, options),
    sessions: async (options) => (await get(API_PATHS.sessions, isSessions, options)).sessions,
    endSession: (id, options) =>
      request({ method: 'DELETE', path: withId(API_PATHS.session, id), ...options }, expectDone),
    nameSession: (id, device_name, options) =>
      request(
        { method: 'PATCH', path: withId(API_PATHS.session, id), body: { device_name }, ...options },
        expectDone,
      ),
    endOtherSessions: (options) =>
      request({ method: 'DELETE', path: API_PATHS.sessions, ...options }, expectDone),
    endAllSessions: (options) => {
      const path = API_PATHS.sessions + toQuery({ whose: 'everybody' });
      return request({ method: 'DELETE', path, ...options }, expectDone);
    },
    activity: (query, options) => get(API_PATHS.activity + toQuery(query), isActivity, options),
    activityFile: (form, language, options) => {
      const path = form === 'csv' ? API_PATHS.activityCsv + toQuery({ language }) : API_PATHS.activityJson;
      return request({ method: 'GET', path, timeoutMs: FILE_TIMEOUT_MS, ...options }, readText);
    },
  };
}

async function readText(response: Response): Promise<string> {
  if (!response.ok) throw await readProblem(response);
  return response.text();
}

function withId(path: string, id: string): string {
  return path.replace(':id', encodeURIComponent(id));
}

function toQuery(query: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(query).filter((entry) => entry[1] !== undefined);
  return entries.length === 0
    ? ''
    : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}
