/** Who the extension is to the broker and to the browsers: identifiers that must be the same in the manifest, the broker's defaults and the tests. */

/** OAuth `client_id` of the extension at the broker (a public client, RFC 6749 section 2.1). */
export const EXTENSION_CLIENT_ID = 'contacts-for-envoke';

/**
 * The extension grant (RFC 6749 section 4.5) of a sign-in in a tab: the authorization response is not in a redirect, but
 * in the flow's cookie. Its answers are those of RFC 8628 section 3.5.
 */
export const TAB_GRANT_TYPE = 'urn:contacts-for-envoke:oauth:grant-type:tab';

/** Public key of the packed extension. It fixes the Chrome id, and so the redirect URI, on every machine. */
export const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmDjtb45gytKYp9A7dGlcXsztMUUqiZzNuxqZkYUebF+27sgwJI14Hd3TgXJWgcJ997beBH1w3I7f7fSX7uuN+KREroRso6rxEHJUImsrpNJT9DN5EW0RVALneXSqM2aMs1RtO1lvRaxTSXEELTJJyRYIuZXUpHehfAqXbYXH5Z8XtZiAuGRAmMARkh9vc4aS2Pzdrc9ENc62mkdULooRJ/cgqV9/nWGKcjUU2rswcvrntvcfo6YWgkGXWkrKE/lZbs2aLmgIfFvWTbWbBE6Je13rCE3dNcobiow93fSE0ZPlbkh9ISr9oANMv485brHnA2fpTuNYm8qnQBWGNynwgwIDAQAB';

/** Chrome's extension id: the first 32 hex digits of SHA-256 over {@link MANIFEST_KEY}, written with the letters a to p. */
export const CHROME_EXTENSION_ID = 'clopdamfpapmagpjfalbimpfcfeihhff';

/** Firefox add-on id; the redirect host is derived from it. */
export const FIREFOX_ADDON_ID = 'contacts-for-envoke@extension';

/** Ids that stores gave to the Chromium builds: each store signs with its own key. @see docs/releasing.md */
export const STORE_EXTENSION_IDS: readonly string[] = [];

const chromiumRedirectUri = (id: string) => `https://${id}.chromiumapp.org/`;

/** `identity.getRedirectURL()` of each build: the closed list of redirect URIs a broker accepts when nothing is configured. */
export const EXTENSION_REDIRECT_URIS = [
  chromiumRedirectUri(CHROME_EXTENSION_ID),
  'https://f3ab1253067e89834ca100db9a85b27fbce5e0ec.extensions.allizom.org/',
  ...STORE_EXTENSION_IDS.map(chromiumRedirectUri),
] as const;
