/** What may be a broker's address: an origin, https, or http on this machine alone. Pure. */

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The origin that a person or an administrator gave, without a trailing slash; null when it cannot be a broker's. */
export function parseBrokerUrl(raw: string): string | null {
  if (!URL.canParse(raw.trim())) return null;
  const url = new URL(raw.trim());
  if (url.username !== '' || url.password !== '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const isSecure =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname));
  return isSecure ? url.origin : null;
}

/** The match pattern of the host permission for a broker's origin; patterns name no port. */
export function hostPattern(brokerUrl: string): string {
  const url = new URL(brokerUrl);
  return `${url.protocol}//${url.hostname}/*`;
}
