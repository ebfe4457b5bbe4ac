/** Proof Key for Code Exchange, S256 only. @see RFC 7636 */
import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 in canonical base64url: 43 characters, of which the last one carries four bits. */
const CHALLENGE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** RFC 7636 section 4.1 */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

export function isCodeChallenge(text: string): boolean {
  return CHALLENGE.test(text);
}

export function isCodeVerifier(text: string): boolean {
  return VERIFIER.test(text);
}

/** Compares in constant time. */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  const computed = Buffer.from(hash('sha256', verifier, 'base64url'));
  const given = Buffer.from(challenge);
  return computed.length === given.length && timingSafeEqual(computed, given);
}
