/**
 * The Envoke client: the only code that knows Envoke's API. Every call except the OAuth calls takes the access token
 * first.
 */

import { type ApiDeps, type CallApi, createApiCaller } from './api-call.ts';
import { coalesceReads } from './coalesce.ts';
import { type ContactListing, getContact, listContacts } from './contact-reads.ts';
import { type ContactWrite, createContactWrites, type WriteAnswer } from './contact-writes.ts';
import { askSettings, type EnvokeAccount, readAccount } from './envoke-account.ts';
import type { EnvokeConfig } from './envoke-config.ts';
import type { EnvokeContact } from './envoke-contact.ts';
import { type Interest, listCustomFields, listInterests } from './envoke-lists.ts';
import { authorizationUrl, exchangeCode } from './envoke-oauth.ts';
import { createTransport } from './envoke-transport.ts';
import { ORDINARY, type Turn } from './rate-limiter.ts';
import type { EnvokeGrant } from './read-grant.ts';
import { createTokenOwners } from './token-owners.ts';
import { createTokenProof, explained, explainRefusals } from './token-proof.ts';

export type { Turn } from './rate-limiter.ts';

/** Calls about contacts. They throw only EnvokeError. */
export interface EnvokeContacts {
  listContacts(accessToken: string, listing: ContactListing): Promise<EnvokeContact[]>;
  /** Undefined when Envoke has no contact with this id. */
  getContact(accessToken: string, id: string): Promise<EnvokeContact | undefined>;
  createContact(accessToken: string, write: ContactWrite & { email: string }): Promise<WriteAnswer>;
  updateContact(accessToken: string, id: string, write: ContactWrite): Promise<WriteAnswer>;
  listInterests(accessToken: string): Promise<Interest[]>;
  listCustomFields(accessToken: string): Promise<string[]>;
}

/** All calls throw only EnvokeError. */
export interface EnvokeClient extends EnvokeContacts {
  /** Records which account a token belongs to: all tokens of an account share one part of the sockets to Envoke. */
  belongsTo(accessToken: string, accountId: string): void;
  /**
   * The URL that the person's browser opens to authorize; `state` comes back at the redirect URI. Undefined sends no
   * state.
   */
  authorizationUrl(state: string | undefined): string;
  /** Exchanges an authorization code. */
  exchangeCode(code: string): Promise<EnvokeGrant>;
  readAccount(accessToken: string): Promise<EnvokeAccount>;
  /** The same calls, which wait for their turn in the given way. */
  inTurn(turn: Turn): EnvokeContacts;
  close(): Promise<void>;
}

export function createEnvokeClient(config: EnvokeConfig, deps: Omit<ApiDeps, 'ownerOf'>): EnvokeClient {
  const api = createTransport(config.apiUrl, config.maxAnswerBytes);
  const tokens = createTransport(config.tokenUrl, config.maxAnswerBytes);
  const owners = createTokenOwners();
  const ask = coalesceReads(createApiCaller(config, api, { ...deps, ownerOf: owners.of }));
  const proof = createTokenProof((accessToken) => askSettings(ask, accessToken));
  const call = explainRefusals(ask, proof);
  const { createContact, updateContact } = createContactWrites(config.sendsEffectiveDate);
  const inTurn = (turn: Turn): EnvokeContacts => {
    const callInTurn: CallApi = (accessToken, request) => call(accessToken, { ...request, turn });
    const asking =
      <Given extends unknown[], Result>(
        work: (call: CallApi, accessToken: string, ...given: Given) => Promise<Result>,
      ) =>
      (accessToken: string, ...given: Given) =>
        explained(proof, accessToken, work(callInTurn, accessToken, ...given));
    return {
      listContacts: asking(listContacts),
      getContact: asking(getContact),
      createContact: asking(createContact),
      updateContact: asking(updateContact),
      listInterests: asking(listInterests),
      listCustomFields: asking(listCustomFields),
    };
  };

  return {
    belongsTo: owners.set,
    authorizationUrl: (state) => authorizationUrl(config, state),
    exchangeCode: (code) => exchangeCode(config, tokens, code, deps.now),
    // The settings call itself tests the token, so its refusal needs no other test.
    readAccount: (accessToken) => readAccount(ask, accessToken),
    ...inTurn(ORDINARY),
    inTurn,
    async close() {
      await Promise.all([api.close(), tokens.close()]);
    },
  };
}
