/** Session tokens against RFC 8725 and RFC 9068: every way in which one may be wrong. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeySet, SigningKey } from '../../../broker/keys/key-set.ts';
import { createSessionTokens, type SessionTokens } from '../../../broker/session/session-token.ts';
import { createTestClock } from '../running-broker.ts';
import { base64url, signJws } from '../test-client.ts';

const ISSUER = 'https://broker.example.ca';
const clock = createTestClock(1_800_000_000_000);
const now = 1_800_000_000;
const hash = (letter: string) => `${letter.repeat(42)}A`;

function newKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey, publicJwk: { kty: 'EC', crv: 'P-256', x, y } };
}
const active = newKey();
const retired = newKey();
const keys: KeySet<SigningKey> = {
  activeKid: 'now',
  keys: new Map([
    ['now', active],
    ['old', retired],
  ]),
};

const goodHeader = { alg: 'ES256', typ: 'at+jwt', kid: 'now' };
const goodClaims = {
  iss: ISSUER,
  aud: ISSUER,
  sub: '1042',
  client_id: 'contacts-for-envoke',
  sid: hash('s'),
  iat: now,
  exp: now + 3_600,
  jti: hash('j'),
  cnf: { jkt: hash('k') },
  seal: hash('e'),
};
const token = (header: object = {}, claims: object = {}, key = active) =>
  signJws({ ...goodHeader, ...header }, { ...goodClaims, ...claims }, key.privateKey);

let tokens: SessionTokens;
beforeEach(() => {
  tokens = createSessionTokens(keys, ISSUER, clock.now);
});

it('verifies what it signed, with all claims of RFC 9068', async () => {
  const { sub, client_id, sid, iat, exp, cnf } = goodClaims;
  const signed = await tokens.sign({ sub, client_id, sid, iat, exp, cnf }, new Uint8Array(32));
  expect(await tokens.verify(signed)).toMatchObject({
    iss: ISSUER,
    aud: ISSUER,
    sub,
    sid,
    cnf,
    jti: expect.any(String),
  });
  expect(JSON.parse(Buffer.from(signed.split('.')[0] ?? '', 'base64url').toString())).toEqual(goodHeader);
});

it('verifies a token of a retired key', async () => {
  expect(await tokens.verify(token({ kid: 'old' }, {}, retired))).toMatchObject({ sub: '1042' });
});

describe('refuses', () => {
  const pem = active.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const hmacWithPublicKey = () => {
    const signed = `${base64url(JSON.stringify({ ...goodHeader, alg: 'HS256' }))}.${base64url(JSON.stringify(goodClaims))}`;
    return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
  };
  const es384 = () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    return signJws({ ...goodHeader, alg: 'ES384' }, goodClaims, privateKey);
  };
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
  const ofOrder = base64url(Buffer.concat([order, order]));
  const signOver = (payload: Uint8Array, options: object = {}) => {
    const signed = `${base64url(JSON.stringify(goodHeader))}.${base64url(payload)}`;
    const signature = sign('sha256', Buffer.from(signed), { key: active.privateKey, ...options });
    return `${signed}.${base64url(signature)}`;
  };
  const der = () => signOver(Buffer.from(JSON.stringify(goodClaims)));
  const notUtf8 = () =>
    signOver(Buffer.from(JSON.stringify({ ...goodClaims, sub: '\u00ff' }), 'latin1'), {
      dsaEncoding: 'ieee-p1363',
    });
  const unsigned = (alg: string) =>
    `${base64url(JSON.stringify({ ...goodHeader, alg }))}.${base64url(JSON.stringify(goodClaims))}.`;

  it.each<[string, string]>([
    ['nothing', ''],
    ['alg none (8725 3.1)', unsigned('none')],
    ['alg nOnE (8725 3.1)', unsigned('nOnE')],
    ['alg none with a signature (8725 3.1)', token({ alg: 'none' })],
    ['an HMAC made with the public key (8725 3.1)', hmacWithPublicKey()],
    ['alg RS256 (8725 3.1)', token({ alg: 'RS256' })],
    ['an alg in an array (8725 3.1)', token({ alg: ['ES256'] })],
    ['no alg (8725 3.1)', token({ alg: undefined })],
    ['a key of another curve (8725 3.2)', es384()],
    ['alg EdDSA (8725 3.2)', token({ alg: 'EdDSA' })],
    ['a signature of zeros (8725 3.4)', `${token().replace(/[^.]+$/, '')}${base64url(new Uint8Array(64))}`],
    ['r and s that are the order of the curve (8725 3.4)', `${token().replace(/[^.]+$/, '')}${ofOrder}`],
    ['a signature in DER (8725 3.4)', der()],
    ['compressed claims (8725 3.6)', token({ zip: 'DEF' })],
    ['claims that are no UTF-8 (8725 3.7)', notUtf8()],
    ['the signature of another key (8725 3.3)', token({}, {}, newKey())],
    ['the signature of a retired key under the active kid (8725 3.3)', token({}, {}, retired)],
    ['another issuer (8725 3.8)', token({}, { iss: `${ISSUER}/` })],
    ['another audience (8725 3.9)', token({}, { aud: 'https://other.example' })],
    ['an audience in a list (8725 3.9)', token({}, { aud: [ISSUER] })],
    ['an unknown kid (8725 3.10)', token({ kid: 'nobody' })],
    ['a kid that is a path (8725 3.10)', token({ kid: '../../dev/null' })],
    ['a kid that is a prototype (8725 3.10)', token({ kid: '__proto__' })],
    ['a kid in a list (8725 3.10)', token({ kid: ['now'] })],
    ['no kid (8725 3.10)', token({ kid: undefined })],
    ['a key of its own (8725 3.10)', token({ jwk: active.publicJwk })],
    ['a jku (8725 3.10)', token({ jku: 'http://127.0.0.1:9/keys' })],
    ['an x5u (8725 3.10)', token({ x5u: 'http://127.0.0.1:9/cert' })],
    ['crit (8725 3.10)', token({ crit: ['b64'], b64: true })],
    ['typ JWT (8725 3.11)', token({ typ: 'JWT' })],
    ['typ dpop+jwt (8725 3.12)', token({ typ: 'dpop+jwt' })],
    ['no typ (8725 3.11)', token({ typ: undefined })],
    ['a token that has ended', token({}, { iat: now - 20, exp: now - 1 })],
    ['a token from the future', token({}, { iat: now + 86_401 })],
    ['an exp of ten years ahead', token({}, { exp: now + 10 * 366 * 86_400 })],
    ['an exp that is text', token({}, { exp: String(now + 60) })],
    ['an exp of 1e308', token({}, { exp: 1e308 })],
    ['a negative exp', token({}, { exp: -1 })],
    ['an exp before its iat', token({}, { iat: now, exp: now })],
    ['a claim too many', token({}, { admin: true })],
    ['a payload that is no object', signJws(goodHeader, ['x'], active.privateKey)],
    ['8 kB of token', `${token()}${'A'.repeat(8_000)}`],
    ['padding', `${token()}=`],
    ['blanks', ` ${token()}`],
    ['four parts', `${token()}.AAAA`],
  ])('%s', async (_what, text) => {
    expect(await tokens.verify(text)).toBeUndefined();
  });

  it.each(Object.keys(goodClaims))('a token without %s (9068 2.2)', async (name) => {
    expect(await tokens.verify(token({}, { [name]: undefined }))).toBeUndefined();
  });

  it('a token with other unused bits in its last character', async () => {
    const good = token();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(good.slice(-1));
    expect(await tokens.verify(good.slice(0, -1) + alphabet[last + 1])).toBeUndefined();
  });
});

it('accepts a token of a broker whose clock is a little ahead', async () => {
  expect(await tokens.verify(token({}, { iat: now + 120 }))).toBeDefined();
});

it('refuses a remembered token past its end', async () => {
  const own = createTestClock(now * 1000);
  const remembering = createSessionTokens(keys, ISSUER, own.now);
  const text = token();
  expect(await remembering.verify(text)).toBeDefined();
  own.advance(3_601);
  expect(await remembering.verify(text)).toBeUndefined();
  expect(await remembering.verify(text, { evenExpired: true })).toBeDefined();
});
