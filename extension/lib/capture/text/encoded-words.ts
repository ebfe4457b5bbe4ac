/** Decodes words as mail headers carry them: "=?UTF-8?Q?Ren=C3=A9e_Roy?=". @see RFC 2047 */

const ENCODED = /=\?([\w-]{2,20})\?([qb])\?([^?\s]{1,200})\?=/gi;
/** Blanks between two encoded words only separate them. */
const BETWEEN_WORDS = /(?<=\?=)\s+(?==\?[\w-]{2,20}\?[qb]\?)/gi;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const bytesOf = (binary: string): Uint8Array => Uint8Array.from(binary, (char) => char.charCodeAt(0));

/** Quoted-printable text as a string of bytes. */
const unquoted = (data: string): string =>
  data.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The text that "Ren=E9e" stands for; null where its bytes are none in that character set. */
export function decodeQuoted(data: string, charset: string): string | null {
  return decodeBytes(unquoted(data), charset);
}

function decodeBytes(binary: string, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytesOf(binary));
  } catch {
    return null;
  }
}

/** The text with encoded words written out; those in character sets that the browser does not know stay as they are. */
export function decodeWords(text: string): string {
  return text
    .replace(BETWEEN_WORDS, '')
    .replace(ENCODED, (whole, charset: string, encoding: string, data: string) => {
      const isQuoted = encoding.toLowerCase() === 'q';
      if (!isQuoted && !BASE64.test(data)) return whole;
      return decodeBytes(isQuoted ? unquoted(data.replace(/_/g, ' ')) : atob(data), charset) ?? whole;
    });
}
