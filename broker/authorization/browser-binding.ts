/**
 * Binds a sign-in to the browser it began in (RFC 9700 section 4.7.1): a random value in a cookie, its hash in every sealed
 * value of the flow.
 */
import { hash, timingSafeEqual } from 'node:crypto';

/**
 * `__Host-`: this host alone, over TLS or loopback. Lax and not Strict: Strict does not arrive at the callback, which Envoke's
 * site leads to.
 */
export const BINDING_COOKIE = '__Host-contacts-for-envoke-sign-in';
export const BINDING_COOKIE_OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export function bindingHash(binding: string): string {
  return hash('sha256', binding, 'base64url');
}

/** Compares in constant time. */
export function isBoundTo(binding: string, expectedHash: string): boolean {
  const computed = Buffer.from(bindingHash(binding));
  const expected = Buffer.from(expectedHash);
  return computed.length === expected.length && timingSafeEqual(computed, expected);
}

/**
 * Holds the sealed state where Envoke is known to drop `state` (setting `ENVOKE_MISSING_STATE=use-cookie`). Weaker: for the
 * minutes of a sign-in, a link to the callback with somebody else's code would be believed. So it is never the default.
 */
export const STATE_COOKIE = '__Host-contacts-for-envoke-state';
