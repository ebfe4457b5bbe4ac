/** Decodes words as mail headers carry them: "=?UTF-8?Q?Ren=C3=A9e_Roy?=". @see RFC 2047 */
import { decodePercent } from './percent.ts';

/** The text with encoded words written out; those in other character sets stay as they are. */
export function decodeWords(text: string): string {
  return text.replace(/=\?utf-8\?([qb])\?([^?\s]{1,200})\?=/gi, (whole, encoding: string, data: string) => {
    if (encoding.toLowerCase() === 'q')
      return decodePercent(data.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, '%$1'));
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data) || data.length % 4 !== 0) return whole;
    return new TextDecoder().decode(Uint8Array.from(atob(data), (char) => char.charCodeAt(0)));
  });
}
