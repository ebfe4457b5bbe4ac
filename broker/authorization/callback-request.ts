/** Envoke's authorization response. Checks the cookie and `state` first, then seals the code without exchanging it. */
import { BrowserError } from './browser-error.ts';
import { CODE_LIFETIME_SECONDS, type Flow, type SpendableCode } from './flow.ts';
import { type Cookies, flowOf, isInSignIn, lastFlow, nameOf } from './flow-cookie.ts';
import type { Parameters } from './form.ts';
import type { SealedValues } from './sealed-value.ts';

/** Errors of Envoke for which the extension has a message. Any other error is for the operator to solve. */
const PASSED_ON: ReadonlySet<string> = new Set(['access_denied', 'temporarily_unavailable']);
const ENVOKE_CODE = /^[\x21-\x7e]{1,2048}$/;

export interface CallbackDeps {
  sealed: SealedValues;
  /** The broker's own issuer, for RFC 9207. */
  issuer: string;
  /** Origin of Envoke's authorize URI. When Envoke's answer contains `iss`, it must be on this origin. */
  envokeOrigin: string;
  /** Whether to match an answer without `state` to the sign-in that this browser began last. */
  mayLackState: boolean;
  /** Milliseconds. */
  now: () => number;
}

export interface CallbackAnswer {
  /** Where the browser goes next: the extension's redirect URI with `code` or `error`, `state` and `iss`. */
  location: string;
  /** Cookies of the flow that this answer ends. */
  cookieName: string;
}

/** @throws BrowserError when the answer belongs to no sign-in of this browser; then no flow is ended */
export async function answerCallback(
  parameters: Parameters,
  cookies: Cookies,
  deps: CallbackDeps,
): Promise<CallbackAnswer> {
  const flow = await openFlow(parameters.state, cookies, deps);
  if (parameters.iss !== undefined && originOf(parameters.iss) !== deps.envokeOrigin) {
    throw new BrowserError('unknown-answer', flow.uiLocales);
  }
  const answer = new URL(flow.redirectUri);
  const query = answer.searchParams;
  if (parameters.error !== undefined) {
    query.set('error', PASSED_ON.has(parameters.error) ? parameters.error : 'server_error');
  } else if (parameters.code === undefined || !ENVOKE_CODE.test(parameters.code)) {
    query.set('error', 'server_error');
  } else {
    query.set('code', await sealCode(parameters.code, flow, deps));
  }
  if (flow.clientState !== null) query.set('state', flow.clientState);
  query.set('iss', deps.issuer);
  return { location: answer.href, cookieName: nameOf(flow.state) };
}

async function openFlow(
  state: string | undefined,
  cookies: Cookies,
  { sealed, mayLackState }: CallbackDeps,
): Promise<Flow> {
  if (!isInSignIn(cookies)) throw new BrowserError('other-browser');
  const ofLast = state === undefined && mayLackState;
  const flow = ofLast ? await lastFlow(cookies, sealed) : await flowOf(state ?? '', cookies, sealed);
  if (flow === undefined) throw new BrowserError('unknown-answer');
  return flow;
}

function sealCode(envokeCode: string, flow: Flow, { sealed, now }: CallbackDeps): Promise<string> {
  const code: SpendableCode = {
    envokeCode,
    codeChallenge: flow.codeChallenge,
    jkt: flow.jkt,
    redirectUri: flow.redirectUri,
  };
  return sealed.seal('code', code, Math.floor(now() / 1000) + CODE_LIFETIME_SECONDS);
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
