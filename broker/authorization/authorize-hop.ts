/** The redirect from the broker to Envoke. Idempotent: Firefox loads the start URL twice, first silently. */
import { Value } from 'typebox/value';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import { BrowserError } from './browser-error.ts';
import { REQUEST_URI_PREFIX, StartSchema } from './flow.ts';
import { type Cookies, type FlowCookie, flowOf, sealFlow } from './flow-cookie.ts';
import type { Parameters } from './form.ts';
import type { SealedValues } from './sealed-value.ts';

export interface StartedFlow {
  /** The `state` to send to Envoke. */
  state: string;
  /** The flow cookie with a new expiry: the person has the full lifetime from this redirect. */
  cookie: FlowCookie;
}

/** @throws BrowserError */
export async function startFlow(
  parameters: Parameters,
  cookies: Cookies,
  { sealed, now }: { sealed: SealedValues; now: () => number },
): Promise<StartedFlow> {
  if (parameters.client_id !== EXTENSION_CLIENT_ID) throw new BrowserError('unknown-request');
  const requestUri = parameters.request_uri ?? '';
  if (!requestUri.startsWith(REQUEST_URI_PREFIX)) throw new BrowserError('unknown-request');
  const start = await sealed.open('request_uri', requestUri.slice(REQUEST_URI_PREFIX.length));
  if (!Value.Check(StartSchema, start)) throw new BrowserError('unknown-request');
  const flow = await flowOf(start.state, cookies, sealed);
  if (flow === undefined) throw new BrowserError('other-browser', start.uiLocales);
  return { state: flow.state, cookie: await sealFlow({ ...flow, isOpened: true }, sealed, now()) };
}
