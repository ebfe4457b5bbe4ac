/** The identifiers in shared/client.ts are derived, not chosen: each must be what the browser will compute. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CHROME_EXTENSION_ID,
  EXTENSION_REDIRECT_URIS,
  FIREFOX_ADDON_ID,
  MANIFEST_KEY,
  STORE_EXTENSION_IDS,
} from '../../shared/client.ts';

/** @see https://developer.chrome.com/docs/extensions/reference/manifest/key */
function chromeExtensionId(manifestKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(manifestKey, 'base64')).digest('hex');
  return digest.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

/** @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL */
function firefoxRedirectHost(addonId: string): string {
  return `${createHash('sha1').update(addonId).digest('hex')}.extensions.allizom.org`;
}

describe('the identifiers of the extension', () => {
  it("has the Chrome id that follows from the manifest's key", () => {
    expect(CHROME_EXTENSION_ID).toBe(chromeExtensionId(MANIFEST_KEY));
  });

  it('has an id of each store once, and in the form that Chromium gives them', () => {
    const ids = [CHROME_EXTENSION_ID, ...STORE_EXTENSION_IDS];
    expect(ids.filter((id) => !/^[a-p]{32}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists exactly the redirect URIs that the two browsers will use, and those of the stores', () => {
    expect(EXTENSION_REDIRECT_URIS).toEqual([
      `https://${chromeExtensionId(MANIFEST_KEY)}.chromiumapp.org/`,
      `https://${firefoxRedirectHost(FIREFOX_ADDON_ID)}/`,
      ...STORE_EXTENSION_IDS.map((id) => expect.stringMatching(`^https://${id}\\.chromiumapp\\.org/$`)),
    ]);
  });
});
