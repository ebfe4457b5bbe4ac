/** Checks configured URLs. Error messages name the setting and the expected form, never the value. */

/** An http(s) URL without credentials, query or fragment, and without a trailing slash; https unless it is on this machine. */
export function parseServiceUrl(name: string, value: string, faults: string[], originOnly = false): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    faults.push(`${name} must be an http(s) URL`);
    return value;
  }
  if (url.protocol === 'http:' && !isLoopbackUrl(url)) {
    faults.push(`${name} must begin with https:// (http:// only on this machine)`);
  }
  if (url.username !== '' || url.password !== '') faults.push(`${name} must not hold credentials`);
  if (url.hash !== '' || (url.search !== '' && name !== 'ENVOKE_AUTHORIZE_URL')) {
    faults.push(`${name} must not have a query or fragment`);
  }
  if (originOnly && url.pathname !== '/') faults.push(`${name} must be an origin, without a path`);
  return originOnly ? url.origin : url.href.replace(/\/$/, '');
}

/**
 * Redirect URIs are compared as whole strings (RFC 9700 section 2.1), so each must be exactly what a browser generates.
 * A URI on this machine is only for trials: a public broker must not send codes to whatever program listens there.
 */
export function parseRedirectUris(value: string, publicUrl: string, faults: string[]): string[] {
  const isPublic = URL.canParse(publicUrl) && !isLoopbackUrl(new URL(publicUrl));
  const uris = value.split(/[\s,]+/).filter((uri) => uri !== '');
  if (uris.length === 0) faults.push('EXTENSION_REDIRECT_URIS must name at least one redirect URI');
  uris.forEach((uri, index) => {
    const url = URL.canParse(uri) ? new URL(uri) : undefined;
    const usable =
      url !== undefined &&
      url.href === uri &&
      url.hash === '' &&
      url.username === '' &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url)));
    if (usable && isPublic && isLoopbackUrl(url)) {
      faults.push(`EXTENSION_REDIRECT_URIS entry ${index + 1} is on this machine, while PUBLIC_URL is not`);
    } else if (!usable) {
      faults.push(
        `EXTENSION_REDIRECT_URIS entry ${index + 1} must be a normalised https:// URL without a fragment (http:// only on this machine)`,
      );
    }
  });
  return uris;
}

/** Whether an address can only be reached from this machine. */
export function isLoopbackUrl({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
