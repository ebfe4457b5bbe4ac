/** Envoke's answer: cookie and state are checked before anything else; the code is sealed, not spent. */
import { Value } from 'typebox/value';
import { isBoundTo } from './browser-binding.ts';
import { WindowError } from './browser-error.ts';
import { CODE_LIFETIME_SECONDS, type Flow, FlowSchema, type SpendableCode } from './flow.ts';
import type { Parameters } from './form.ts';
import type { SealedValues } from './sealed-value.ts';

const ENVOKE_CODE = /^[\x21-\x7e]{1,2048}$/;

export interface CallbackDeps {
  sealed: SealedValues;
  /** The broker's own, for RFC 9207. */
  issuer: string;
  /** Origin of Envoke's authorize URI: an `iss` in its answer must be there. */
  envokeOrigin: string;
  /** Milliseconds. */
  now: () => number;
}

/**
 * Where the browser goes next: the extension's redirect URI with `code` or `error`, `state` and `iss`.
 * @param flowState the sealed state: Envoke's `state`, or what stands in for it
 * @throws WindowError when the answer belongs to no sign-in of this browser; nothing is consumed
 */
export async function answerCallback(
  parameters: Parameters,
  flowState: string | undefined,
  binding: string | undefined,
  deps: CallbackDeps,
): Promise<string> {
  const flow = await openFlow(flowState, binding, deps.sealed);
  if (parameters.iss !== undefined && originOf(parameters.iss) !== deps.envokeOrigin) {
    throw new WindowError('unknown-answer', flow.uiLocales);
  }
  const answer = new URL(flow.redirectUri);
  const query = answer.searchParams;
  if (parameters.error !== undefined) {
    query.set('error', parameters.error === 'access_denied' ? 'access_denied' : 'server_error');
  } else if (parameters.code === undefined || !ENVOKE_CODE.test(parameters.code)) {
    query.set('error', 'server_error');
  } else {
    query.set('code', await sealCode(parameters.code, flow, deps));
  }
  if (flow.clientState !== null) query.set('state', flow.clientState);
  query.set('iss', deps.issuer);
  return answer.href;
}

async function openFlow(
  flowState: string | undefined,
  binding: string | undefined,
  sealed: SealedValues,
): Promise<Flow> {
  if (binding === undefined) throw new WindowError('other-browser');
  const flow = flowState === undefined ? undefined : await sealed.open('state', flowState);
  if (!Value.Check(FlowSchema, flow)) throw new WindowError('unknown-answer');
  if (!isBoundTo(binding, flow.bindingHash)) throw new WindowError('other-browser', flow.uiLocales);
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
