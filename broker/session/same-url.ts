/** Whether `htu` names the URL of a request, after normalisation. Pure. */

const HTU_MAX_CHARS = 2_048;
const UNRESERVED = /%[0-9A-Fa-f]{2}/g;

/**
 * Compares without query and fragment, after RFC 3986 sections 6.2.2 and 6.2.3 (case of scheme and host, default port,
 * percent-encoding of unreserved characters, dot segments).
 * @param url as the broker knows itself: its public URL and the path that was asked for
 */
export function isSameUrl(htu: string, url: string): boolean {
  if (htu === url) return true;
  if (htu.length > HTU_MAX_CHARS) return false;
  const claimed = normalised(htu);
  return claimed !== undefined && claimed === normalised(url);
}

function normalised(text: string): string | undefined {
  // The URL parser removes blanks and converts backslashes; a URL that contains those is not the same.
  if (!/^https?:\/\/[^\s\\@]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(UNRESERVED, normalisedOctet);
}

function normalisedOctet(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
}
