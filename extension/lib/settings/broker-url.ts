/** A valid broker address: an origin, written as it will be used; https, or http on this machine only. Pure. */

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** A name or an address of the internet. URLs may hold more, `*` among it, which means others in a match pattern. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])$/;
/** A name with non-ASCII letters, and no character that a browser would take for something else. */
const INTERNATIONAL = /^https:\/\/(?=.*\P{ASCII})[\p{L}\p{M}\p{N}.-]+(:\d+)?\/?$/u;

/**
 * The origin that a person or an administrator gave; null when it cannot be a broker's. Browsers make an address of nearly
 * anything (`https:\\host`, a tab inside, full-width letters), so only what stays as it is written is taken. The one
 * exception is the slash that the address bar puts after it.
 */
export function parseBrokerUrl(written: string): string | null {
  const origin = written.replace(/\/$/, '');
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin || !HOST.test(url.hostname)) return null;
  const isSecure =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname));
  return isSecure ? origin : null;
}

/**
 * The same address in ASCII, for a name with other letters; null for everything else. Such a name can look like another
 * one, so its ASCII form is what a person should see and choose.
 */
export function asciiBrokerUrl(written: string): string | null {
  const isPlain = written === written.normalize('NFKC').toLowerCase() && INTERNATIONAL.test(written);
  const origin = isPlain ? URL.parse(written)?.origin : undefined;
  return origin === undefined ? null : parseBrokerUrl(origin);
}

/** The match pattern of the host permission for a broker's origin; patterns name no port. */
export function hostPattern(brokerUrl: string): string {
  const url = new URL(brokerUrl);
  return `${url.protocol}//${url.hostname}/*`;
}
