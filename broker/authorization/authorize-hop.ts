/** The hop from the broker to Envoke. Idempotent: Firefox loads the start URL twice, first silently. */
import { Value } from 'typebox/value';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import { isBoundTo } from './browser-binding.ts';
import { WindowError } from './browser-error.ts';
import { FLOW_LIFETIME_SECONDS, type Flow, FlowSchema, REQUEST_URI_PREFIX } from './flow.ts';
import type { Parameters } from './form.ts';
import type { SealedValues } from './sealed-value.ts';

export interface StartedFlow {
  /** For Envoke; sealed. */
  state: string;
  flow: Flow;
}

/** @throws WindowError */
export async function startFlow(
  parameters: Parameters,
  binding: string | undefined,
  { sealed, now }: { sealed: SealedValues; now: () => number },
): Promise<StartedFlow> {
  if (parameters.client_id !== EXTENSION_CLIENT_ID) throw new WindowError('unknown-request');
  const requestUri = parameters.request_uri ?? '';
  if (!requestUri.startsWith(REQUEST_URI_PREFIX)) throw new WindowError('unknown-request');
  const flow = await sealed.open('request_uri', requestUri.slice(REQUEST_URI_PREFIX.length));
  if (!Value.Check(FlowSchema, flow)) throw new WindowError('unknown-request');
  if (binding === undefined || !isBoundTo(binding, flow.bindingHash))
    throw new WindowError('other-browser', flow.uiLocales);
  const expiresAt = Math.floor(now() / 1000) + FLOW_LIFETIME_SECONDS;
  return { state: await sealed.seal('state', flow, expiresAt), flow };
}
