/** A stock client library signs in from the broker's metadata alone: PAR, PKCE, DPoP, `iss`, and one cookie jar. */
import { exportJWK, type JWK, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { visitAuthorize } from '../../envoke/visitor.ts';
import { REDIRECT_URI, type RunningBroker, startBroker } from '../running-broker.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ clock: { now: Date.now, advance: () => undefined } });
});
afterAll(() => broker.close());

const client: oauth.Client = { client_id: EXTENSION_CLIENT_ID };

/** What a browser does with cookies, in one line each. */
function createCookieJar() {
  let cookie = '';
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
}

/** RFC 9449 section 8: one repeat, with the nonce that the library has kept. */
async function withNonce<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (oauth.isDPoPNonceError(error)) return step();
    throw error;
  }
}

async function proofOf(
  { privateKey, publicKey }: CryptoKeyPair,
  htu: string,
  nonce: string,
): Promise<string> {
  const { kty, crv, x, y } = await exportJWK(publicKey);
  return new SignJWT({ jti: oauth.generateRandomState(), htm: 'POST', htu, nonce })
    .setIssuedAt()
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } as JWK })
    .sign(privateKey);
}

it('signs in, lists contacts and revokes', async () => {
  const jar = createCookieJar();
  let nonce = '';
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: async (url: string, init: RequestInit) => {
      const response = await jar(url, init);
      nonce = response.headers.get('dpop-nonce') ?? nonce;
      return response;
    },
  };
  const issuer = new URL(broker.url);
  const server = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' }),
  );
  const keyPair = await oauth.generateKeyPair('ES256', { extractable: true });
  const DPoP = oauth.DPoP(client, keyPair);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();

  const pushed = await withNonce(async () =>
    oauth.processPushedAuthorizationResponse(
      server,
      client,
      await oauth.pushedAuthorizationRequest(
        server,
        client,
        oauth.None(),
        {
          response_type: 'code',
          redirect_uri: REDIRECT_URI,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
        },
        { ...options, DPoP },
      ),
    ),
  );

  const start = new URL(server.authorization_endpoint ?? '');
  start.searchParams.set('client_id', EXTENSION_CLIENT_ID);
  start.searchParams.set('request_uri', pushed.request_uri);
  const hop = await jar(start.href);
  const callback = await visitAuthorize(hop.headers.get('location') ?? '');
  const answer = new URL((await jar(callback.href)).headers.get('location') ?? '');

  const parameters = oauth.validateAuthResponse(server, client, answer, state);
  const grant = await withNonce(async () =>
    oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        parameters,
        REDIRECT_URI,
        verifier,
        { ...options, DPoP },
      ),
    ),
  );
  expect(grant.token_type).toBe('dpop');

  const read = (path: string) =>
    withNonce(() =>
      oauth.protectedResourceRequest(grant.access_token, 'GET', new URL(path, issuer), undefined, null, {
        [oauth.allowInsecureRequests]: true,
        DPoP,
      }),
    );
  const contacts = await read('/v1/contacts?limit=2');
  expect(await contacts.json()).toMatchObject({ contacts: [expect.anything(), expect.anything()] });

  const revoke = async (headers: Record<string, string>) =>
    oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, oauth.None(), grant.access_token, {
        ...options,
        headers,
      }),
    );
  await expect(revoke({})).rejects.toMatchObject({ error: 'invalid_dpop_proof' });
  // The library sends no proof to this endpoint by itself, but the broker requires one (SECURITY.md).
  await revoke({ dpop: await proofOf(keyPair, server.revocation_endpoint ?? '', nonce) });
  await expect(read('/v1/account')).rejects.toMatchObject({ status: 401 });
});

it('verifies the session token with the published keys', async () => {
  const { createRemoteJWKSet, jwtVerify } = await import('jose');
  const { TestClient } = await import('../test-client.ts');
  const { access_token } = await new TestClient(broker).signIn();
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', broker.url));
  const { payload, protectedHeader } = await jwtVerify(access_token, keys, {
    issuer: broker.url,
    typ: 'at+jwt',
  });
  expect(payload.client_id).toBe(EXTENSION_CLIENT_ID);
  expect(protectedHeader.alg).toBe('ES256');
});
