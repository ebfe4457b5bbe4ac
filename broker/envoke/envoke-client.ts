/** The Envoke client: the one place that knows Envoke's wire. Every call but the OAuth ones takes the access token first. */

import { type ApiDeps, createApiCaller } from './api-call.ts';
import { coalesceReads } from './coalesce.ts';
import { type ContactListing, getContact, listContacts } from './contact-reads.ts';
import { type ContactWrite, createContact, updateContact, type WriteAnswer } from './contact-writes.ts';
import { type EnvokeAccount, readAccount } from './envoke-account.ts';
import type { EnvokeConfig } from './envoke-config.ts';
import type { EnvokeContact } from './envoke-contact.ts';
import { type Interest, listCustomFields, listInterests } from './envoke-lists.ts';
import { authorizationUrl, type EnvokeGrant, exchangeCode } from './envoke-oauth.ts';
import { createTransport } from './envoke-transport.ts';

export type { EnvokeEvent } from './api-call.ts';

/** All calls throw EnvokeError and nothing else. */
export interface EnvokeClient {
  /** Where the person's browser is sent to authorize; `state` comes back at the redirect URI. */
  authorizationUrl(state: string): string;
  /** Spends an authorization code. */
  exchangeCode(code: string): Promise<EnvokeGrant>;
  readAccount(accessToken: string): Promise<EnvokeAccount>;
  listContacts(accessToken: string, listing: ContactListing): Promise<EnvokeContact[]>;
  /** Undefined when Envoke has no contact with this id. */
  getContact(accessToken: string, id: string): Promise<EnvokeContact | undefined>;
  createContact(accessToken: string, write: ContactWrite & { email: string }): Promise<WriteAnswer>;
  updateContact(accessToken: string, id: string, write: ContactWrite): Promise<WriteAnswer>;
  listInterests(accessToken: string): Promise<Interest[]>;
  listCustomFields(accessToken: string): Promise<string[]>;
  close(): Promise<void>;
}

export function createEnvokeClient(config: EnvokeConfig, deps: ApiDeps): EnvokeClient {
  const api = createTransport(config.apiUrl, config.maxAnswerBytes);
  const tokens = createTransport(config.tokenUrl, config.maxAnswerBytes);
  const call = coalesceReads(createApiCaller(config, api, deps));

  return {
    authorizationUrl: (state) => authorizationUrl(config, state),
    exchangeCode: (code) => exchangeCode(config, tokens, code),
    readAccount: (accessToken) => readAccount(call, accessToken),
    listContacts: (accessToken, listing) => listContacts(call, accessToken, listing),
    getContact: (accessToken, id) => getContact(call, accessToken, id),
    createContact: (accessToken, write) => createContact(call, accessToken, write),
    updateContact: (accessToken, id, write) => updateContact(call, accessToken, id, write),
    listInterests: (accessToken) => listInterests(call, accessToken),
    listCustomFields: (accessToken) => listCustomFields(call, accessToken),
    async close() {
      await Promise.all([api.close(), tokens.close()]);
    },
  };
}
