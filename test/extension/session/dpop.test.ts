/** DPoP keys and proofs, judged by an independent library. */
import 'fake-indexeddb/auto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createProof } from '../../../extension/lib/session/create-dpop-proof.ts';
import {
  createDpopKey,
  deleteDpopKey,
  deleteOtherDpopKeys,
  loadDpopKey,
} from '../../../extension/lib/session/dpop-keys.ts';
import { base64url, randomText, sha256 } from '../../../extension/lib/session/encoding.ts';

const NOW_MS = 1_795_000_000_500;
const URL_WITH_ALL = 'https://broker.example.ca:8443/v1/contacts?search=x#y';

describe('a DPoP key', () => {
  it('cannot be exported', async () => {
    const key = await createDpopKey('k1');
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
  });

  it('is the same key when it is loaded again', async () => {
    const made = await createDpopKey('k2');
    const loaded = await loadDpopKey('k2');
    if (loaded === undefined) throw new Error('the key is gone');
    const thumbprint = async (key: CryptoKeyPair) =>
      calculateJwkThumbprint(
        (await crypto.subtle.exportKey('jwk', key.publicKey)) as Parameters<typeof calculateJwkThumbprint>[0],
      );
    expect(await thumbprint(loaded)).toBe(await thumbprint(made));
  });

  it('is gone once deleted, and when no account uses it', async () => {
    await createDpopKey('gone');
    await createDpopKey('orphan');
    await createDpopKey('used');
    await deleteDpopKey('gone');
    await deleteOtherDpopKeys(['used']);
    expect(await loadDpopKey('gone')).toBeUndefined();
    expect(await loadDpopKey('orphan')).toBeUndefined();
    expect(await loadDpopKey('used')).toBeDefined();
  });
});

describe('a DPoP proof', () => {
  it('is for one method, one URL without query and fragment, one token and one nonce', async () => {
    const key = await createDpopKey('proof');
    const proof = await createProof(key, 'POST', URL_WITH_ALL, {
      accessToken: 'session-token',
      nonce: 'nonce-1',
      nowMs: NOW_MS,
    });
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
    });
    expect(Object.keys(protectedHeader.jwk ?? {}).toSorted()).toEqual(['crv', 'kty', 'x', 'y']);
    expect(payload).toEqual({
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      htm: 'POST',
      htu: 'https://broker.example.ca:8443/v1/contacts',
      iat: 1_795_000_000,
      ath: base64url(await sha256('session-token')),
      nonce: 'nonce-1',
    });
  });

  it('is never the same twice, and carries no token hash or nonce that there is not', async () => {
    const key = await createDpopKey('twice');
    const read = async () =>
      (await jwtVerify(await createProof(key, 'GET', URL_WITH_ALL, { nowMs: NOW_MS }), EmbeddedJWK)).payload;
    const [first, second] = [await read(), await read()];
    expect(first.jti).not.toBe(second.jti);
    expect(first).not.toHaveProperty('ath');
    expect(first).not.toHaveProperty('nonce');
  });
});

describe('random text', () => {
  it('is 43 characters of base64url, as a code verifier must be', () => {
    const texts = Array.from({ length: 200 }, randomText);
    expect(texts.every((text) => /^[A-Za-z0-9_-]{43}$/.test(text))).toBe(true);
    expect(new Set(texts).size).toBe(200);
  });
});
