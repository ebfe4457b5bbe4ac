/**
 * Envoke's OAuth endpoints (RFC 6749 section 4.1): parameters in the order that Envoke documents, credentials in the body.
 * @see https://support.envoke.com/en/articles/6225781-oauth-authentication
 */
import { readJson } from './answer-json.ts';
import type { EnvokeConfig } from './envoke-config.ts';
import { EnvokeError } from './envoke-error.ts';
import type { RawAnswer, Transport } from './envoke-transport.ts';
import { OUTBOUND_HEADERS } from './outbound-headers.ts';
import { isRecord } from './shape.ts';

const DAY_SECONDS = 86_400;
/** Envoke's tokens live one year; a day less when it does not say, so that ours ends first. */
const LIFETIME_DEFAULT_SECONDS = 364 * DAY_SECONDS;
const LIFETIME_MAX_SECONDS = 365 * DAY_SECONDS;
/** A token goes into a header: visible ASCII, bounded. */
const ACCESS_TOKEN = /^[\x21-\x7e]{1,4096}$/;

export interface EnvokeGrant {
  accessToken: string;
  expiresInSeconds: number;
}

/** Only the documented parameters, then `state`: the proven four keep their order. */
export function authorizationUrl(config: EnvokeConfig, state: string): string {
  const query = orderedForm([
    ['response_type', 'code'],
    ['client_id', config.clientId],
    ['scope', 'all'],
    ['redirect_uri', config.redirectUri],
    ['state', state],
  ]);
  return `${config.authorizeUrl}${config.authorizeUrl.includes('?') ? '&' : '?'}${query}`;
}

/** Sends the code once; a lost answer is not repeated, since Envoke's codes may be spent only once. */
export async function exchangeCode(
  config: EnvokeConfig,
  transport: Transport,
  code: string,
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
  return readGrant(answer, config.maxAnswerBytes);
}

async function readGrant(answer: RawAnswer, maxAnswerBytes: number): Promise<EnvokeGrant> {
  const facts = { code: String(answer.status) };
  if (answer.status >= 500) throw new EnvokeError('server-error', facts);
  if (answer.status === 429) throw new EnvokeError('rate-limited', facts);
  const refused = answer.status < 200 || answer.status >= 300;
  const json = await (refused ? readRefusal(answer, maxAnswerBytes) : readJson(answer, maxAnswerBytes));
  const { error, access_token, expires_in } = isRecord(json) ? json : {};
  // RFC 6749 section 5.2: 401 is about the client, with whatever body.
  const isClientRefused = error === 'invalid_client' || error === 'unauthorized_client';
  if (isClientRefused || answer.status === 401) throw new EnvokeError('client-refused', facts);
  if (refused || (access_token === undefined && isRecord(json))) throw new EnvokeError('code-refused', facts);
  if (typeof access_token !== 'string' || !ACCESS_TOKEN.test(access_token))
    throw new EnvokeError('wrong-shape', facts);
  return { accessToken: access_token, expiresInSeconds: lifetime(expires_in) };
}

/** A refusal may be JSON, HTML or empty; only its `error` is of use. */
async function readRefusal(answer: RawAnswer, maxAnswerBytes: number): Promise<unknown> {
  try {
    return await readJson(answer, maxAnswerBytes);
  } catch {
    return undefined;
  }
}

function lifetime(expiresIn: unknown): number {
  const seconds = Number(expiresIn ?? Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 1) return LIFETIME_DEFAULT_SECONDS;
  return Math.min(Math.floor(seconds), LIFETIME_MAX_SECONDS);
}

function orderedForm(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}
