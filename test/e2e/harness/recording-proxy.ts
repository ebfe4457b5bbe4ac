/**
 * The only way out for a browser under test: a forward proxy that keeps every byte of every request and answer, and lets
 * nothing past but loopback.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exchange {
  method: string;
  url: string;
  requestHeaders: string[];
  requestBody: string;
  status: number;
  responseHeaders: string[];
  responseBody: string;
}

export interface RecordingProxy {
  port: number;
  readonly exchanges: readonly Exchange[];
  /** Begins anew with what it keeps. */
  forget(): void;
  close(): Promise<void>;
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, answer) => {
    forward(incoming, answer, exchanges).catch(() => answer.destroy());
  });
  server.on('connect', (_request, socket) => {
    // The server has let go of it: a browser that quits meanwhile is nobody else's to notice.
    socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const forget = () => {
    exchanges.length = 0;
  };
  return { port, exchanges, forget, close: () => close(server) };
}

async function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  exchanges: Exchange[],
): Promise<void> {
  const url = incoming.url ?? '';
  const requestBody = await readAll(incoming);
  if (!URL.canParse(url) || new URL(url).hostname !== '127.0.0.1') {
    answer.writeHead(403).end();
    return;
  }
  const upstream = await send(url, incoming, requestBody);
  const responseBody = await readAll(upstream);
  exchanges.push({
    method: incoming.method ?? '',
    url,
    requestHeaders: incoming.rawHeaders,
    requestBody: requestBody.toString(),
    status: upstream.statusCode ?? 0,
    responseHeaders: upstream.rawHeaders,
    responseBody: responseBody.toString(),
  });
  answer.writeHead(upstream.statusCode ?? 502, withoutFraming(upstream.rawHeaders)).end(responseBody);
}

/** Without `Accept-Encoding`, so that what is recorded can be read. */
function send(url: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { 'accept-encoding': _encoding, 'proxy-connection': _connection, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    request(url, { method: incoming.method, headers, agent: false }, resolve).on('error', reject).end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The body is passed on whole, so how it came in pieces is no longer true. */
function withoutFraming(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? '';
    return !/^(transfer-encoding|connection|keep-alive)$/i.test(name);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
