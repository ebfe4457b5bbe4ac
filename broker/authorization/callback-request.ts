/** Envoke's authorization response. Checks the cookie and `state` first, then seals the code without exchanging it. */
import { OAUTH_PATHS } from '../../shared/paths.ts';
import { BrowserError } from './browser-error.ts';
import { CODE_LIFETIME_SECONDS, type EnvokeAnswer, type Flow } from './flow.ts';
import { type Cookies, flowOf, isInSignIn, lastFlow, nameOf } from './flow-cookie.ts';
import type { Parameters } from './form.ts';
import type { SealedValues } from './sealed-value.ts';

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
  /**
   * Where the browser goes next: the extension's redirect URI with `code` or `error`, `state` and `iss`, or the broker's
   * own page.
   */
  location: string;
  /** The cookie of the flow that this answer ends. */
  cookieName: string;
  /** Replaces the flow in its cookie; without it, the cookie is removed. */
  sealedAnswer?: string;
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
  const answer = answerOf(parameters, flow);
  const isInTab = flow.redirectUri === deps.issuer + OAUTH_PATHS.finished;
  return isInTab ? keepForTab(answer, flow, deps) : sendToExtension(answer, flow, deps);
}

/** The extension has a message for two of Envoke's errors. Any other error is for the operator to solve. */
function answerOf({ error, code }: Parameters, { codeChallenge, jkt, redirectUri }: Flow): EnvokeAnswer {
  const bound = { codeChallenge, jkt, redirectUri };
  if (error === 'access_denied' || error === 'temporarily_unavailable') return { error, ...bound };
  if (error !== undefined || code === undefined || !ENVOKE_CODE.test(code))
    return { error: 'server_error', ...bound };
  return { envokeCode: code, ...bound };
}

async function sendToExtension(
  content: EnvokeAnswer,
  flow: Flow,
  { sealed, issuer, now }: CallbackDeps,
): Promise<CallbackAnswer> {
  const answer = new URL(flow.redirectUri);
  const query = answer.searchParams;
  if ('error' in content) query.set('error', content.error);
  else query.set('code', await sealed.seal('code', content, expiresAt(now)));
  if (flow.clientState !== null) query.set('state', flow.clientState);
  query.set('iss', issuer);
  return { location: answer.href, cookieName: nameOf(flow.state) };
}

/** The URL of the page holds nothing secret: whether there is an error, and the languages. */
async function keepForTab(
  content: EnvokeAnswer,
  flow: Flow,
  { sealed, now }: CallbackDeps,
): Promise<CallbackAnswer> {
  const page = new URL(flow.redirectUri);
  if ('error' in content) page.searchParams.set('error', content.error);
  if (flow.uiLocales !== '') page.searchParams.set('ui_locales', flow.uiLocales);
  const sealedAnswer = await sealed.seal('answer', content, expiresAt(now));
  return { location: page.href, cookieName: nameOf(flow.state), sealedAnswer };
}

const expiresAt = (now: () => number) => Math.floor(now() / 1000) + CODE_LIFETIME_SECONDS;

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

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
