/** Strict base64url (RFC 4648 section 5, no padding): each value has exactly one spelling. */

/** The bytes, or undefined when the text has padding, blanks, or unused bits that are not zero. */
export function decodeBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** The three parts of a compact JWS, if each is canonical. */
export function splitCompact(
  token: string,
  maxChars: number,
): { header: Buffer; payload: Buffer; signature: Buffer; signed: string } | undefined {
  if (token.length > maxChars) return undefined;
  const [head, body, tail, ...rest] = token.split('.');
  if (!head || !body || !tail || rest.length > 0) return undefined;
  const [header, payload, signature] = [head, body, tail].map(decodeBase64url);
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  return { header, payload, signature, signed: `${head}.${body}` };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A JSON object from UTF-8 bytes, or undefined. */
export function parseJsonObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(UTF8.decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
