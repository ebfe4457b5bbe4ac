/** The requests of one sign-in to the broker, each with its deadline and its judgement. */
import { reachBroker, type TransportEffects } from '../broker-client/broker-transport.ts';
import { createDpopFetch, type DpopFetchEffects } from '../broker-client/dpop-fetch.ts';
import type { ThisDevice } from '../session/this-device.ts';
import {
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
  type SignInSecrets,
} from './authorization-request.ts';
import type { AuthorizationCode } from './authorization-response.ts';
import {
  authorizationCodeGrantRequest,
  type PendingAnswer,
  processTabGrantResponse,
  processTokenResponse,
  tabGrantRequest,
} from './redeem-code.ts';

/** The deadline of each request: a little more than the broker's own deadline for Envoke. */
const STEP_TIMEOUT_MS = 20_000;

export interface FlowEffects extends DpopFetchEffects, TransportEffects {
  brokerUrl: string;
  uiLocale: 'en' | 'fr';
  device: ThisDevice;
}

/** Each throws a sign-in or broker error. */
export interface FlowRequests {
  /** Returns the `request_uri`. */
  push(redirectUri: string, secrets: SignInSecrets): Promise<string>;
  /** Returns the session token. */
  redeem(redirectUri: string, code: AuthorizationCode, codeVerifier: string): Promise<string>;
  /** Returns the session token, or that Envoke has not answered yet. */
  ask(redirectUri: string, codeVerifier: string): Promise<string | PendingAnswer>;
}

export function createFlowRequests(effects: FlowEffects, key: CryptoKeyPair): FlowRequests {
  const { brokerUrl, uiLocale, device } = effects;
  const dpopFetch = createDpopFetch(effects);
  const step = <Value>(request: (signal: AbortSignal) => Promise<Value>) =>
    reachBroker(brokerUrl, { timeoutMs: STEP_TIMEOUT_MS }, effects, request);
  return {
    push: (redirectUri, secrets) =>
      step(async (signal) => {
        const request = { brokerUrl, redirectUri, uiLocale, secrets };
        return processPushedAuthorizationResponse(
          await pushedAuthorizationRequest(dpopFetch, key, request, signal),
        );
      }),
    redeem: (redirectUri, code, codeVerifier) =>
      step(async (signal) => {
        const request = { brokerUrl, redirectUri, code, codeVerifier, device };
        return processTokenResponse(await authorizationCodeGrantRequest(dpopFetch, key, request, signal));
      }),
    ask: (redirectUri, codeVerifier) =>
      step(async (signal) => {
        const request = { brokerUrl, redirectUri, codeVerifier, device };
        return processTabGrantResponse(await tabGrantRequest(dpopFetch, key, request, signal));
      }),
  };
}
