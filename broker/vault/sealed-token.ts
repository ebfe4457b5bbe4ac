/**
 * How an Envoke token is stored: encrypted twice with AES-256-GCM. The inner layer uses a secret that exists only
 * inside the session token, the outer layer a vault key, so that both are needed. The outer layer can be renewed
 * without the session when a vault key is retired. Row, account and key id are authenticated too: a row that was moved
 * or swapped does not open. Pure: no I/O.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const INNER_INFO = 'contacts-for-envoke sealed envoke token v1, session layer';
const OUTER_INFO = 'contacts-for-envoke sealed envoke token v1, vault layer';

/** What the sealed bytes belong to; the same values are needed to open them. */
export interface SealContext {
  sessionId: string;
  accountId: string;
  vaultKid: string;
}

/** IV, ciphertext and tag, one after the other. */
export function sealToken(
  token: string,
  vaultKey: Uint8Array,
  secret: Uint8Array,
  context: SealContext,
): Uint8Array {
  return sealOuter(encrypt(Buffer.from(token), innerKey(secret), innerContext(context)), vaultKey, context);
}

/** The token, or undefined when a single bit differs from what was sealed. */
export function openToken(
  sealed: Uint8Array,
  vaultKey: Uint8Array,
  secret: Uint8Array,
  context: SealContext,
): string | undefined {
  const inner = openOuter(sealed, vaultKey, context);
  return inner && decrypt(inner, innerKey(secret), innerContext(context))?.toString('utf8');
}

/**
 * The same token with another vault key; undefined when the outer layer does not open. Needs no secret and reveals no
 * token.
 */
export function resealToken(
  sealed: Uint8Array,
  from: { key: Uint8Array; context: SealContext },
  to: { key: Uint8Array; kid: string },
): Uint8Array | undefined {
  const inner = openOuter(sealed, from.key, from.context);
  return inner && sealOuter(inner, to.key, { ...from.context, vaultKid: to.kid });
}

function sealOuter(inner: Uint8Array, vaultKey: Uint8Array, context: SealContext): Uint8Array {
  return encrypt(inner, outerKey(vaultKey, context), outerContext(context));
}

function openOuter(sealed: Uint8Array, vaultKey: Uint8Array, context: SealContext): Uint8Array | undefined {
  return decrypt(sealed, outerKey(vaultKey, context), outerContext(context));
}

/** The IV is random; each derived key encrypts only a few times. */
function encrypt(plain: Uint8Array, key: Uint8Array, context: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(context);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Uint8Array, key: Uint8Array, context: Uint8Array): Buffer | undefined {
  if (sealed.length <= IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const plain = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
    // Throws when the tag is wrong. It has no more text: GCM gives all of it before.
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function innerKey(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', INNER_INFO, KEY_BYTES));
}

/** Each session has its own derived key, so that no vault key comes near the number of encryptions that GCM allows. */
function outerKey(vaultKey: Uint8Array, { sessionId }: SealContext): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, sessionId, OUTER_INFO, KEY_BYTES));
}

/** JSON of a fixed list: no two contexts give the same bytes. */
function innerContext({ sessionId, accountId }: SealContext): Uint8Array {
  return Buffer.from(JSON.stringify(['sessions', sessionId, accountId]));
}

function outerContext({ sessionId, accountId, vaultKid }: SealContext): Uint8Array {
  return Buffer.from(JSON.stringify(['sessions', sessionId, accountId, vaultKid]));
}
