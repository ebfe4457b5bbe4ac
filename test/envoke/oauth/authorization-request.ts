/** Checks the query of `/ext/oauth/authorize` (envoke-api section 1): client, redirect URI, and order of parameters. */

import type { Modes } from '../modes/modes.ts';
import type { Client } from './client.ts';
import { findClient } from './client.ts';
import { readParameters } from './form.ts';

export interface AuthorizationRequest {
  readonly client: Client;
  readonly state: string | undefined;
}

const KNOWN = new Set(['response_type', 'client_id', 'scope', 'redirect_uri', 'state']);

/** The request, or a sentence about why it is not valid. Nothing is ever sent to an address that was not registered. */
export function readAuthorizationRequest(
  query: string,
  clients: readonly Client[],
  modes: Modes,
): AuthorizationRequest | { readonly refusal: string } {
  const parameters = readParameters(query);
  const refusal = (text: string) => ({ refusal: text });
  if (parameters.doubled) return refusal('A parameter was given more than once.');
  if (parameters.names[0] !== 'response_type' || parameters.names[1] !== 'client_id') {
    return refusal('response_type must come first and client_id second.');
  }
  const client = findClient(clients, parameters.get('client_id') ?? '');
  if (client === undefined) return refusal('The application is not known.');
  if (parameters.get('redirect_uri') !== client.redirectUri)
    return refusal('The redirect URI is not the registered one.');
  if (parameters.get('response_type') !== 'code') return refusal('The response type must be code.');
  if (parameters.get('scope') !== 'all') return refusal('The scope must be all.');
  const unknown = parameters.names.filter((name) => !KNOWN.has(name));
  if (unknown.length > 0 && modes.take('unknownParametersRefused'))
    return refusal('There is a parameter that is not known.');
  const state = parameters.get('state');
  if (state !== undefined && modes.take('stateRefused')) return refusal('The state is not known.');
  const maxChars = modes.get('stateMaxChars');
  return { client, state: maxChars > 0 ? state?.slice(0, maxChars) : state };
}
