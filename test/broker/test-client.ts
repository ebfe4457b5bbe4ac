/** A client of the broker that can do each step correctly or wrongly. It shares no code with what it tests. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import { type Visit, visitAuthorize } from '../envoke/visitor.ts';
import { REDIRECT_URI } from './running-broker.ts';

export const base64url = (data: string | Uint8Array) => Buffer.from(data).toString('base64url');
export const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

export interface DpopKey {
  privateKey: KeyObject;
  jwk: { kty: string; crv: string; x: string; y: string };
}

export function createDpopKey(): DpopKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y } };
}

export interface ProofParts {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
}

/** An ES256 JWS of any header and claims. */
export function signJws(header: object, claims: object, privateKey: KeyObject): string {
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${base64url(signature)}`;
}

export interface Tokens {
  access_token: string;
  expires_in: number;
  token_type: string;
  scope: string;
}

/** All that a client needs to know of a broker. */
export interface BrokerToCall {
  url: string;
  clock: { now(): number };
}

export class TestClient {
  readonly broker: BrokerToCall;
  readonly key: DpopKey;
  readonly verifier = base64url(randomBytes(32));
  readonly state = base64url(randomBytes(16));
  /** Where requests go; `htu` is always the public URL. */
  origin: string;
  cookie = '';
  nonce: string | undefined;
  /** What it says of its browser and owner. */
  device: { device_name?: string; owner_mark?: string } = {};
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
  /** With every request, as a proxy in front would add them. */
  headers: Record<string, string> = {};

  constructor(broker: BrokerToCall, key = createDpopKey()) {
    this.broker = broker;
    this.key = key;
    this.origin = broker.url;
  }

  proof(method: string, path: string, token?: string, { header, claims }: ProofParts = {}): string {
    return signJws(
      { typ: 'dpop+jwt', alg: 'ES256', jwk: this.key.jwk, ...header },
      {
        jti: base64url(randomBytes(16)),
        htm: method,
        htu: `${this.broker.url}${path}`,
        iat: Math.floor(this.broker.clock.now() / 1000),
        ...(token !== undefined && { ath: sha256(token) }),
        ...(this.nonce !== undefined && { nonce: this.nonce }),
        ...claims,
      },
      this.key.privateKey,
    );
  }

  parParameters(): Record<string, string> {
    return {
      response_type: 'code',
      client_id: EXTENSION_CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      code_challenge: sha256(this.verifier),
      code_challenge_method: 'S256',
      state: this.state,
      ui_locales: 'en',
    };
  }

  postForm(
    path: string,
    form: Record<string, string> | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': this.userAgent,
        ...this.headers,
        ...headers,
      },
      body: typeof form === 'string' ? form : new URLSearchParams(form),
    });
  }

  /** Sends the pushed request and keeps the cookie. */
  async push(changes: Record<string, string> = {}): Promise<string> {
    const path = '/oauth/par';
    const response = await this.withNonce(() =>
      this.postForm(path, { ...this.parParameters(), ...changes }, { dpop: this.proof('POST', path) }),
    );
    if (response.status !== 201) throw new Error(`PAR: ${response.status} ${await response.text()}`);
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { request_uri } = (await response.json()) as { request_uri: string };
    return request_uri;
  }

  open(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(path.startsWith('http') ? path : this.origin + path, {
      redirect: 'manual',
      headers: { cookie: this.cookie, ...this.headers, ...headers },
    });
  }

  authorizePath(requestUri: string): string {
    return `/oauth/authorize?${new URLSearchParams({ client_id: EXTENSION_CLIENT_ID, request_uri: requestUri })}`;
  }

  /** From the pushed request to the broker's callback URL, where Envoke sends the browser. */
  async reachCallback(visit?: Visit): Promise<string> {
    const hop = await this.open(this.authorizePath(await this.push()));
    const location = hop.headers.get('location');
    if (location === null) throw new Error(`authorize: ${hop.status} ${await hop.text()}`);
    const callback = await visitAuthorize(location, visit);
    return callback.pathname + callback.search;
  }

  /** The redirect URI with what the broker adds to it. */
  async handOff(visit?: Visit): Promise<URL> {
    const answer = await this.open(await this.reachCallback(visit));
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`callback: ${answer.status} ${await answer.text()}`);
    return new URL(location);
  }

  tokenParameters(code: string): Record<string, string> {
    return {
      grant_type: 'authorization_code',
      code,
      code_verifier: this.verifier,
      redirect_uri: REDIRECT_URI,
      client_id: EXTENSION_CLIENT_ID,
      ...this.device,
    };
  }

  redeem(code: string, changes: Record<string, string> = {}): Promise<Response> {
    return this.withNonce(() =>
      this.postForm(
        '/oauth/token',
        { ...this.tokenParameters(code), ...changes },
        { dpop: this.proof('POST', '/oauth/token') },
      ),
    );
  }

  async signIn(visit?: Visit): Promise<Tokens> {
    const code = (await this.handOff(visit)).searchParams.get('code') ?? '';
    const response = await this.redeem(code);
    if (response.status !== 200) throw new Error(`token: ${response.status} ${await response.text()}`);
    return (await response.json()) as Tokens;
  }

  call(token: string, path: string, init: RequestInit & { proof?: string } = {}): Promise<Response> {
    const { proof, headers, ...rest } = init;
    const method = rest.method ?? 'GET';
    const htuPath = path.split('?')[0] ?? '';
    return this.withNonce(() =>
      fetch(this.origin + path, {
        ...rest,
        method,
        headers: {
          ...this.headers,
          authorization: `DPoP ${token}`,
          dpop: proof ?? this.proof(method, htuPath, token),
          ...Object.fromEntries(new Headers(headers)),
        },
      }),
    );
  }

  revoke(token: string): Promise<Response> {
    const path = '/oauth/revoke';
    const form = { token, client_id: EXTENSION_CLIENT_ID };
    return this.withNonce(() => this.postForm(path, form, { dpop: this.proof('POST', path) }));
  }

  /** Repeats once with the nonce when the broker asks for one (RFC 9449 section 8). */
  private async withNonce(send: () => Promise<Response>): Promise<Response> {
    const response = await send();
    const nonce = response.headers.get('dpop-nonce');
    if (nonce === null) return response;
    this.nonce = nonce;
    return response.status === 401 || response.status === 400 ? send() : response;
  }
}
