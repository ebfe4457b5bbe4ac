/** Random names: some that nobody can guess, and short ones that only need to be different. */
import { randomBytes, randomFillSync } from 'node:crypto';

/** 256 random bits: more than the 160 that RFC 6749 section 10.10 requires. */
const ID_BYTES = 32;

/** 43 characters of base64url. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

const SHORT_BYTES = 12;
/** Random bytes are requested in large blocks: each request costs more than the bytes. */
const SHORT_AT_ONCE = 256;

/** Makes short names: 16 characters of base64url. */
export function createShortIds(): () => string {
  const bytes = Buffer.alloc(SHORT_BYTES * SHORT_AT_ONCE);
  let next = bytes.length;
  return () => {
    if (next === bytes.length) {
      randomFillSync(bytes);
      next = 0;
    }
    next += SHORT_BYTES;
    return bytes.toString('base64url', next - SHORT_BYTES, next);
  };
}
