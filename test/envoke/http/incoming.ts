/** One request, read whole, in the form every handler takes. */

import type { IncomingMessage } from 'node:http';

/** Largest body that is read, in bytes; no limit of Envoke's is known, this one only keeps the stand-in alive. */
const BODY_MAX_BYTES = 8_388_608;

export interface Incoming {
  readonly method: string;
  /** Not decoded: as on the request line, without the query. */
  readonly path: string;
  /** What followed `?`, still encoded. */
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly headerNames: readonly string[];
  readonly body: string;
  readonly remoteAddress: string;
}

/** Reads a request to its end. Throws when the body is larger than {@link BODY_MAX_BYTES} or the line breaks. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? 'GET',
    path,
    query: rest.join('?'),
    headers: request.headers,
    headerNames: request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()),
    body: await readBody(request),
    remoteAddress: request.socket.remoteAddress ?? '',
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_MAX_BYTES) throw new RangeError('request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
