/**
 * Tries a sign-in through the public URL as the extension does it: the pushed request with proof and cookie, the
 * redirect to Envoke's authorize URI, and a refusal as Envoke's answer. It needs no person, uses no code and stores
 * nothing.
 */
import { generateKeyPairSync, hash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { API_PATHS, OAUTH_PATHS } from '../../../shared/paths.ts';
import { problemSlug } from '../../../shared/problems.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask, type HttpAnswer } from './http-answer.ts';

const { ok, fail } = findingsOf('public-url');
const TIMEOUT_MS = 10_000;
const NO_SUCH_TOKEN = 'doctor.doctor.doctor';

/** A step of the sign-in failed. */
class BrokenLink extends Error {
  readonly finding: Finding;

  constructor(message: string, fix: string) {
    super(message);
    this.finding = fail(message, fix);
  }
}

/** @throws Error as `ask` does when the public URL cannot be reached */
export async function walkSignIn(config: Config, now: () => number): Promise<Finding[]> {
  const walker = createWalker(config, now);
  try {
    const { requestUri, cookie } = await walker.push();
    const state = await walker.authorize(requestUri, cookie);
    await walker.callback(state, cookie);
    await walker.callApi('GET', API_PATHS.account);
    await walker.callApi('DELETE', API_PATHS.sessions);
    await walker.callApi('PATCH', '/v1/contacts/1');
    return [ok('a sign-in gets through, out to Envoke and back.')];
  } catch (error) {
    if (error instanceof BrokenLink) return [error.finding];
    throw error;
  }
}

function createWalker(config: Config, now: () => number) {
  const { publicUrl } = config;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const proof = (method: string, path: string, nonce?: string) =>
    signProof(privateKey, jwk, {
      jti: randomId(),
      htm: method,
      htu: publicUrl + path,
      iat: Math.floor(now() / 1000),
      ...(nonce !== undefined && { nonce }),
    });
  const [redirectUri = ''] = config.extensionRedirectUris;

  const sendPush = (nonce?: string) => {
    const path = OAUTH_PATHS.pushedAuthorizationRequest;
    return ask(publicUrl + path, TIMEOUT_MS, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        dpop: proof('POST', path, nonce),
      },
      body: new URLSearchParams({
        response_type: 'code',
        client_id: EXTENSION_CLIENT_ID,
        redirect_uri: redirectUri,
        code_challenge: hash('sha256', randomId(), 'base64url'),
        code_challenge_method: 'S256',
        state: 'doctor',
      }).toString(),
    });
  };

  return {
    async push() {
      let answer = await sendPush();
      if (memberOf(answer.body, 'error') === 'use_dpop_nonce') {
        const nonce = answer.headers.get('dpop-nonce');
        if (nonce === null) throw stripped('the header DPoP-Nonce of answers');
        answer = await sendPush(nonce);
      }
      const error = memberOf(answer.body, 'error');
      if (error === 'invalid_dpop_proof') throw stripped('the header DPoP of requests');
      const requestUri = memberOf(answer.body, 'request_uri');
      if (answer.status !== 201 || requestUri === undefined) {
        throw unexpected(`POST ${OAUTH_PATHS.pushedAuthorizationRequest}`, answer, error);
      }
      const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
      if (!cookie.startsWith('__Host-')) throw stripped('the header Set-Cookie of answers');
      return { requestUri, cookie };
    },

    /** The state sent to Envoke; null when none is sent. */
    async authorize(requestUri: string, cookie: string): Promise<string | null> {
      const query = new URLSearchParams({ client_id: EXTENSION_CLIENT_ID, request_uri: requestUri });
      const answer = await ask(`${publicUrl}${OAUTH_PATHS.authorize}?${query}`, TIMEOUT_MS, {
        headers: { cookie },
      });
      if (answer.status === 400) throw stripped('the header Cookie, or the query, of requests');
      const location = locationOf(answer);
      if (answer.status !== 302) throw unexpected(`GET ${OAUTH_PATHS.authorize}`, answer);
      if (location === undefined || !location.href.startsWith(config.envoke.authorizeUrl)) {
        throw changed('the header Location of answers');
      }
      return location.searchParams.get('state');
    },

    /** Simulates that the person declined. */
    async callback(state: string | null, cookie: string): Promise<void> {
      const query = new URLSearchParams({ error: 'access_denied', ...(state !== null && { state }) });
      const answer = await ask(`${publicUrl}${OAUTH_PATHS.callback}?${query}`, TIMEOUT_MS, {
        headers: { cookie },
      });
      if (answer.status !== 303) throw unexpected(`GET ${OAUTH_PATHS.callback}`, answer);
      const location = locationOf(answer);
      const isWhole =
        location?.href.startsWith(redirectUri) && location.searchParams.get('iss') === publicUrl;
      if (!isWhole) throw changed('the header Location of answers');
    },

    /** The broker must refuse this request, for a reason that shows that the token and the method arrived. */
    async callApi(method: 'GET' | 'DELETE' | 'PATCH', path: string): Promise<void> {
      const answer = await ask(publicUrl + path, TIMEOUT_MS, {
        method,
        headers: { authorization: `DPoP ${NO_SUCH_TOKEN}`, dpop: proof(method, path) },
      });
      const slug = problemSlug(memberOf(answer.body, 'type') ?? '');
      if (slug === 'session-required') throw stripped('the header Authorization of requests');
      if (slug !== 'session-ended') throw unexpected(`${method} ${path}`, answer);
      if (answer.headers.get('www-authenticate') === null)
        throw stripped('the header WWW-Authenticate of answers');
    },
  };
}

function stripped(what: string): BrokenLink {
  return new BrokenLink(
    `a proxy on the way takes away ${what}: nobody can sign in.`,
    'Let the proxy pass every header on as it is, both ways; see docs/deployment.md.',
  );
}

function changed(what: string): BrokenLink {
  return new BrokenLink(
    `a proxy on the way changes ${what}: nobody can sign in.`,
    'Let the proxy rewrite no redirect (nginx: proxy_redirect off) and no header.',
  );
}

function unexpected(request: string, { status }: HttpAnswer, error?: string): BrokenLink {
  const said = error === undefined ? '' : ` (${error})`;
  const fixes: Readonly<Record<number, string>> = {
    405: 'Let the proxy pass GET, POST, PATCH and DELETE on.',
    403: 'See which rule of the proxy, or of a firewall in it, refuses the request.',
    413: 'Let the proxy take bodies of 256 KiB.',
    429: 'Ask again in a minute; if it stays so, see the RATE_ settings and those of the proxy.',
    503: 'See the log of the broker: its store, or its load.',
  };
  return new BrokenLink(
    `${request} is answered with ${status}${said}, and not as the broker does.`,
    fixes[status] ?? 'See that the proxy passes everything on, unchanged, and answers nothing by itself.',
  );
}

function locationOf({ headers }: HttpAnswer): URL | undefined {
  const location = headers.get('location') ?? '';
  return URL.canParse(location) ? new URL(location) : undefined;
}

function memberOf(body: string, name: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    const value = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function signProof(key: KeyObject, jwk: object, claims: object): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = `${part({ typ: 'dpop+jwt', alg: 'ES256', jwk })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const randomId = () => randomBytes(16).toString('base64url');
