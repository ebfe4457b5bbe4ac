/** Values that travel through the browser: whatever was changed, made by somebody else or kept too long does not open. */
import { CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSealedValues, SEALED_MAX_CHARS } from '../../../broker/authorization/sealed-value.ts';
import { createTestClock } from '../running-broker.ts';

const clock = createTestClock(1_800_000_000_000);
const now = 1_800_000_000;
const key = new Uint8Array(32).fill(7);
const setOf = (activeKid: string, ...kids: string[]) => ({
  activeKid,
  keys: new Map(kids.map((kid) => [kid, kid === 'a' ? key : new Uint8Array(32).fill(9)])),
});
const values = createSealedValues(setOf('a', 'a'), clock.now);
const CONTENT = { codeChallenge: 'x' };

/** A JWE of any header, under any key. */
const jwe = (
  header: Record<string, unknown>,
  under: Uint8Array,
  content: object = { content: CONTENT, expiresAt: now + 60 },
) =>
  new CompactEncrypt(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header } as { alg: string; enc: string })
    .encrypt(under);

it('opens what it sealed, also when another key is active now', async () => {
  const sealed = await values.seal('state', CONTENT, now + 60);
  expect(await values.open('state', sealed)).toEqual(CONTENT);
  expect(await createSealedValues(setOf('b', 'a', 'b'), clock.now).open('state', sealed)).toEqual(CONTENT);
});

describe('does not open', () => {
  it('a value of one kind as another kind', async () => {
    const sealed = await values.seal('state', CONTENT, now + 60);
    expect(await values.open('code', sealed)).toBeUndefined();
    expect(await values.open('request_uri', sealed)).toBeUndefined();
  });

  it('a value in which one character was changed', async () => {
    const sealed = await values.seal('code', CONTENT, now + 60);
    for (let index = 0; index < sealed.length; index += 1) {
      const other = sealed[index] === 'A' ? 'Q' : 'A';
      const spoiled = sealed.slice(0, index) + other + sealed.slice(index + 1);
      expect(await values.open('code', spoiled), `character ${index}`).toBeUndefined();
    }
  });

  it('a value that has expired', async () => {
    const own = createTestClock(now * 1_000);
    const sealer = createSealedValues(setOf('a', 'a'), own.now);
    const sealed = await sealer.seal('code', CONTENT, now + 60);
    own.advance(59);
    expect(await sealer.open('code', sealed)).toEqual(CONTENT);
    own.advance(1);
    expect(await sealer.open('code', sealed)).toBeUndefined();
  });

  it('an expired value of a broker whose clock is five minutes ahead, but one that has not expired', async () => {
    const own = createTestClock(now * 1_000);
    const sealed = await createSealedValues(setOf('a', 'a'), own.now).seal('code', CONTENT, now + 60);
    const other = createSealedValues(setOf('a', 'a'), own.now);
    own.advance(60 + 299);
    expect(await other.open('code', sealed)).toEqual(CONTENT);
    own.advance(1);
    expect(await other.open('code', sealed)).toBeUndefined();
  });

  it.each<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['a JWS', () => 'eyJhbGciOiJub25lIn0.e30.'],
    ['the vault key itself as key', () => jwe({ kid: 'a' }, key)],
    ['an unknown key id', () => jwe({ kid: 'nobody' }, key)],
    ['a key id that is a prototype', () => jwe({ kid: '__proto__' }, key)],
    ['no key id', () => jwe({}, key)],
    ['another cipher', () => jwe({ kid: 'a', enc: 'A128CBC-HS256' }, key)],
    ['a wrapped key', () => jwe({ kid: 'a', alg: 'A256KW' }, key)],
    ['a password, stretched a thousand million times', () => passwordJwe()],
    ['more than any of ours', () => 'a'.repeat(SEALED_MAX_CHARS + 1)],
  ])('%s', async (_what, sealed) => {
    expect(await values.open('state', await sealed())).toBeUndefined();
  });

  it('a compressed value (RFC 8725 3.6)', async () => {
    const sealed = await values.seal('state', CONTENT, now + 60);
    const [head = '', ...rest] = sealed.split('.');
    const header = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), zip: 'DEF' };
    const zipped = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
    expect(await values.open('state', zipped)).toBeUndefined();
  });
});

/** To open this would take hours. */
function passwordJwe(): string {
  const header = {
    alg: 'PBES2-HS256+A128KW',
    enc: 'A256GCM',
    kid: 'a',
    p2c: 1_000_000_000,
    p2s: 'AAAAAAAAAAA',
  };
  const part = Buffer.alloc(40).toString('base64url');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), part, part, part, part].join('.');
}
