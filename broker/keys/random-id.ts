/** Names that nobody can guess. */
import { randomBytes } from 'node:crypto';

/** 256 random bits: well past the 160 that RFC 6749 section 10.10 wants. */
const ID_BYTES = 32;

/** 43 characters of base64url. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}
