/** Each point of RFC 9449 section 4.3 has a proof that breaks it, and is refused for that. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProofRequest } from '../../../broker/session/dpop-proof.ts';
import { createProofNonces, NONCE_LIFETIME_SECONDS } from '../../../broker/session/proof-nonce.ts';
import { createProofMemory, PROOFS_MAX } from '../../../broker/session/seen-proofs.ts';
import {
  createProofVerifier,
  PROOF_RETAIN_SECONDS,
  type ProofVerifier,
} from '../../../broker/session/verify-dpop-proof.ts';
import { createTestClock } from '../running-broker.ts';
import { base64url, createDpopKey, sha256, signJws } from '../test-client.ts';

const URL_OF_REQUEST = 'https://broker.example.ca/v1/account';
const TOKEN = 'a.session.token';
const key = createDpopKey();
const other = createDpopKey();
const jkt = createHash('sha256')
  .update(JSON.stringify({ crv: key.jwk.crv, kty: key.jwk.kty, x: key.jwk.x, y: key.jwk.y }))
  .digest('base64url');

const BOUND = { accessToken: TOKEN, boundTo: jkt };

const clock = createTestClock(1_800_000_000_000);
const nonces = createProofNonces([new Uint8Array(32).fill(7)], clock.now);
let judge: ProofVerifier;
let count = 0;
beforeEach(() => {
  judge = newJudge();
  clock.advance(200);
});

const newMemory = (proofsMax: number) =>
  createProofMemory({ retainSeconds: PROOF_RETAIN_SECONDS, now: clock.now, uptimeMs: clock.now, proofsMax });
const newJudge = () =>
  createProofVerifier({
    nonces,
    seen: newMemory(PROOFS_MAX.sessions),
    now: clock.now,
  });

function claims(changes: Record<string, unknown> = {}) {
  count += 1;
  return {
    jti: `proof-${count}`,
    htm: 'GET',
    htu: URL_OF_REQUEST,
    iat: Math.floor(clock.now() / 1000),
    ath: sha256(TOKEN),
    ...changes,
  };
}
const header = (changes: Record<string, unknown> = {}) => ({
  typ: 'dpop+jwt',
  alg: 'ES256',
  jwk: key.jwk,
  ...changes,
});
const proof = (headerChanges = {}, claimChanges = {}) =>
  signJws(header(headerChanges), claims(claimChanges), key.privateKey);
/** Both steps, as a request goes through them. */
const judged = async (text: string | undefined, request: Partial<ProofRequest> = BOUND) => {
  const checked = judge.check(text, { method: 'GET', url: URL_OF_REQUEST, ...request });
  if (!checked.ok) return checked;
  const claimed = await judge.claim(checked);
  return claimed.ok ? checked : claimed;
};

it('accepts a proof in which everything is right', async () => {
  expect(await judged(proof())).toMatchObject({ ok: true, jkt });
});

describe('refuses', () => {
  const without = (name: string) => signJws(header(), { ...claims(), [name]: undefined }, key.privateKey);
  const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const { d } = key.privateKey.export({ format: 'jwk' });

  it.each<[string, string | undefined, string]>([
    ['no proof at all (1)', undefined, 'missing'],
    ['two proofs joined (1)', 'PAIR', 'malformed'],
    ['what is no JWS (2)', 'abc', 'malformed'],
    [
      'a payload that is no object (2)',
      `${base64url(JSON.stringify(header()))}.${base64url('[]')}.AAAA`,
      'malformed',
    ],
    ['a proof without jti (3)', without('jti'), 'missing-claim'],
    ['a proof without iat (3)', without('iat'), 'missing-claim'],
    ['a proof without htm (3)', without('htm'), 'wrong-method'],
    ['a proof without htu (3)', without('htu'), 'wrong-url'],
    ['a jti of a megabyte (3)', proof({}, { jti: 'x'.repeat(1_000_000) }), 'malformed'],
    ['an iat that is no number (3)', proof({}, { iat: 'now' }), 'missing-claim'],
    ['another typ (4)', proof({ typ: 'jwt' }), 'wrong-typ'],
    ['a session token as proof (4)', proof({ typ: 'at+jwt' }), 'wrong-typ'],
    ['alg none (5)', proof({ alg: 'none' }), 'wrong-alg'],
    ['a symmetric alg (5)', proof({ alg: 'HS256' }), 'wrong-alg'],
    ['an asymmetric alg that is not in use here (5)', proof({ alg: 'EdDSA', jwk: ed25519 }), 'wrong-alg'],
    ['an alg in an array (5)', proof({ alg: ['ES256'] }), 'wrong-alg'],
    ['a key of another kind (5)', proof({ jwk: ed25519 }), 'unusable-key'],
    ['a symmetric key (5)', proof({ jwk: { kty: 'oct', k: 'AAAA' } }), 'unusable-key'],
    ['a signature by another key (6)', signJws(header(), claims(), other.privateKey), 'bad-signature'],
    ['a signature cut short (6)', proof().slice(0, -2), 'bad-signature'],
    ['a point that is not on the curve (6)', proof({ jwk: { ...key.jwk, y: key.jwk.x } }), 'unusable-key'],
    ['a private key in the header (7)', proof({ jwk: { ...key.jwk, d } }), 'unusable-key'],
    ['another method (8)', proof({}, { htm: 'POST' }), 'wrong-method'],
    ['the method in lower case (8)', proof({}, { htm: 'get' }), 'wrong-method'],
    ['another host (9)', proof({}, { htu: 'https://evil.example/v1/account' }), 'wrong-url'],
    ['another scheme (9)', proof({}, { htu: 'http://broker.example.ca/v1/account' }), 'wrong-url'],
    ['another path (9)', proof({}, { htu: `${URL_OF_REQUEST}/` }), 'wrong-url'],
    ['another case in the path (9)', proof({}, { htu: 'https://broker.example.ca/V1/account' }), 'wrong-url'],
    ['credentials in the URL (9)', proof({}, { htu: 'https://a@broker.example.ca/v1/account' }), 'wrong-url'],
    ['a backslash in the URL (9)', proof({}, { htu: 'https://broker.example.ca\\v1\\account' }), 'wrong-url'],
    ['no hash of the token (12a)', without('ath'), 'wrong-token'],
    ['the hash of another token (12a)', proof({}, { ath: sha256('other') }), 'wrong-token'],
    [
      'a key that the token is not bound to (12b)',
      signJws(header({ jwk: other.jwk }), claims(), other.privateKey),
      'wrong-key',
    ],
    ['an extension that must be understood', proof({ crit: ['x'], x: 1 }), 'malformed'],
  ])('%s', async (_what, text, fault) => {
    const given = text === 'PAIR' ? `${proof()}, ${proof()}` : text;
    expect(await judged(given)).toMatchObject({ ok: false, fault });
  });
});

describe('takes for the same URL (9)', () => {
  it.each([
    ['one with a query', `${URL_OF_REQUEST}?limit=1`],
    ['one with a fragment', `${URL_OF_REQUEST}#top`],
    ['the host in capitals', 'https://BROKER.example.ca/v1/account'],
    ['the default port', 'https://broker.example.ca:443/v1/account'],
    ['unreserved characters encoded', 'https://broker.example.ca/v1/%61ccount'],
    ['dot segments', 'https://broker.example.ca/x/../v1/account'],
  ])('%s', async (_what, htu) => {
    expect(await judged(proof({}, { htu }))).toMatchObject({ ok: true });
  });
});

describe('time and nonce (10, 11)', () => {
  const seconds = () => Math.floor(clock.now() / 1000);

  it.each([
    ['a minute and a second old', -61],
    ['a minute and two seconds ahead', 62],
    ['a day old', -86_400],
    ['a day ahead', 86_400],
  ])('asks for a nonce when iat is %s, and then accepts the proof', async (_when, offset) => {
    const refused = await judged(proof({}, { iat: seconds() + offset }));
    expect(refused).toMatchObject({ ok: false, fault: 'nonce-needed', nonce: expect.any(String) });
    const nonce = refused.ok || refused.fault !== 'nonce-needed' ? '' : refused.nonce;
    expect(await judged(proof({}, { iat: seconds() + offset, nonce }))).toMatchObject({ ok: true });
  });

  it('refuses a nonce of another issuer, even when iat is right', async () => {
    for (const nonce of ['', 'AAAA', base64url(new Uint8Array(22)), 'x'.repeat(5_000)].slice(0, 3)) {
      expect(await judged(proof({}, { nonce }))).toMatchObject({ ok: false, fault: 'nonce-needed' });
    }
    const foreign = createProofNonces([new Uint8Array(32).fill(8)], clock.now).issue();
    expect(await judged(proof({}, { nonce: foreign }))).toMatchObject({ ok: false, fault: 'nonce-needed' });
  });

  it('refuses a nonce that is too old', async () => {
    const nonce = nonces.issue();
    clock.advance(NONCE_LIFETIME_SECONDS + 1);
    expect(await judged(proof({}, { nonce }))).toMatchObject({ ok: false, fault: 'nonce-needed' });
  });

  it('sends a new nonce before the old one ends', async () => {
    const nonce = nonces.issue();
    clock.advance(NONCE_LIFETIME_SECONDS / 2 + 1);
    expect(await judged(proof({}, { nonce }))).toMatchObject({ ok: true, freshNonce: expect.any(String) });
  });
});

describe('replays', () => {
  it('refuses the same proof a second time', async () => {
    const text = proof();
    await judged(text);
    expect(await judged(text)).toEqual({ ok: false, fault: 'replayed' });
  });

  it('refuses the ECDSA twin (r, n - s) of a proof', async () => {
    const text = proof();
    await judged(text);
    expect(await judged(twinOf(text))).toEqual({ ok: false, fault: 'replayed' });
  });

  it('refuses a proof in another encoding: padding, blanks, unused bits', async () => {
    const text = proof();
    for (const spelled of [`${text}=`, ` ${text}`, `${text}\n`, text.replace('.', '=.')]) {
      expect(await judged(spelled)).toMatchObject({ ok: false, fault: 'malformed' });
    }
  });

  it('lets two keys use the same jti', async () => {
    const claimed = claims({ jti: 'shared' });
    expect(await judged(signJws(header(), claimed, key.privateKey))).toMatchObject({ ok: true });
    const second = signJws(header({ jwk: other.jwk }), claimed, other.privateKey);
    expect(await judged(second, {})).toMatchObject({ ok: true });
  });

  it('remembers a proof for as long as its nonce is valid', async () => {
    const text = proof({}, { nonce: nonces.issue() });
    await judged(text);
    clock.advance(NONCE_LIFETIME_SECONDS - 1);
    expect(await judged(text)).toEqual({ ok: false, fault: 'replayed' });
  });

  it('forgets no usable proof when strangers fill the memory repeatedly', async () => {
    judge = createProofVerifier({ nonces, seen: newMemory(10), now: clock.now });
    clock.advance(121);
    const plain = proof();
    const withNonce = proof({}, { nonce: nonces.issue() });
    for (const text of [plain, withNonce]) expect(await judged(text)).toMatchObject({ ok: true });
    for (let count = 0; count < 40; count += 1) {
      clock.advance(0.1);
      expect(await judged(proof({}, { nonce: nonces.issue() }))).toMatchObject({ ok: true });
    }
    for (const text of [plain, withNonce]) {
      expect(await judged(text)).toMatchObject({ ok: false, fault: 'nonce-needed' });
    }
  });

  it('accepts a proof under a young nonce when the memory is full', async () => {
    judge = createProofVerifier({ nonces, seen: newMemory(10), now: clock.now });
    for (let count = 0; count < 50; count += 1) {
      const nonce = nonces.issue();
      // As many other proofs as fit are used while the answer with the nonce is under way.
      for (let other = 0; other < 9; other += 1) await judged(proof({}, { nonce: nonces.issue() }));
      clock.advance(0.2);
      const text = proof({}, { nonce });
      expect(await judged(text)).toMatchObject({ ok: true });
      expect(await judged(text)).toEqual({ ok: false, fault: 'replayed' });
    }
  });

  it('refuses a proof after a restart that was used before it', async () => {
    const plain = proof();
    const withNonce = proof({}, { nonce: nonces.issue() });
    await judged(plain);
    await judged(withNonce);
    clock.advance(1);
    judge = newJudge();
    expect(await judged(plain)).toMatchObject({ ok: false, fault: 'nonce-needed' });
    expect(await judged(withNonce)).toMatchObject({ ok: false, fault: 'nonce-needed' });
    clock.advance(121);
    expect(await judged(plain)).toMatchObject({ ok: false, fault: 'nonce-needed' });
  });
});

function twinOf(text: string): string {
  const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
  const [head = '', body = '', signature = ''] = text.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const twin = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
  return `${head}.${body}.${twin.toString('base64url')}`;
}
