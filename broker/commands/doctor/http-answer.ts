/** One plain HTTP request of the doctor: the answer, or the reason why there was none. */

export interface HttpAnswer {
  status: number;
  headers: Headers;
  /** The first {@link BODY_MAX_BYTES} of the body. */
  body: string;
}

/** Enough for an error answer; the doctor does not read a whole HTML page. */
const BODY_MAX_BYTES = 65_536;

/**
 * Follows no redirect. @throws Error whose message is a system error code (`ECONNREFUSED`), `timeout` or a few words
 */
export async function ask(
  url: string,
  timeoutMs: number,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, headers: response.headers, body: await readStart(response) };
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= BODY_MAX_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, BODY_MAX_BYTES).toString('utf8');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.name;
  return error.name;
}
