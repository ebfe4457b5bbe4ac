/**
 * Envoke's OAuth endpoints (RFC 6749 section 4.1): parameters in the order that Envoke documents, credentials in the body.
 * @see https://support.envoke.com/en/articles/6225781-oauth-authentication
 */
import type { EnvokeConfig } from './envoke-config.ts';
import type { Transport } from './envoke-transport.ts';
import { OUTBOUND_HEADERS } from './outbound-headers.ts';
import { type EnvokeGrant, readGrant } from './read-grant.ts';

/** The four documented parameters in their documented order, then `state`. */
export function authorizationUrl(config: EnvokeConfig, state: string | undefined): string {
  const query = orderedForm([
    ['response_type', 'code'],
    ['client_id', config.clientId],
    ['scope', 'all'],
    ['redirect_uri', config.redirectUri],
    ...(state === undefined ? [] : [['state', state] as const]),
  ]);
  return `${config.authorizeUrl}${config.authorizeUrl.includes('?') ? '&' : '?'}${query}`;
}

/** Sends the code once. A lost answer is not retried, since Envoke may accept a code only once. */
export async function exchangeCode(
  config: EnvokeConfig,
  transport: Transport,
  code: string,
  now: () => number,
): Promise<EnvokeGrant> {
  const { pathname, search } = new URL(config.tokenUrl);
  const answer = await transport.send({
    method: 'POST',
    path: pathname + search,
    headers: { ...OUTBOUND_HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
    body: orderedForm([
      ['grant_type', 'authorization_code'],
      ['code', code],
      ['client_id', config.clientId],
      ['client_secret', config.clientSecret],
      ['redirect_uri', config.redirectUri],
    ]),
    deadlineAt: performance.now() + config.deadlineMs,
    owner: code,
  });
  return readGrant(answer, config.maxAnswerBytes, now());
}

function orderedForm(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}
