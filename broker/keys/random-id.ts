/** Names that nobody can guess, and short ones that are only different. */
import { randomBytes, randomFillSync } from 'node:crypto';

/** 256 random bits: well past the 160 that RFC 6749 section 10.10 wants. */
const ID_BYTES = 32;

/** 43 characters of base64url. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

const SHORT_BYTES = 12;
/** Random bytes are asked for many at a time: each asking costs more than they do. */
const SHORT_AT_ONCE = 256;

/** Makes names of 16 characters of base64url. */
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
