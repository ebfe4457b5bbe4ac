/**
 * Requests that the HTTP parser refused: the answer says what to do where a person can do something, then the
 * connection closes.
 */
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';

/** Error codes of Node's parser; all others give 400. */
const STATUS_LINES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};
/** Time for the client to read the answer. A client that neither reads nor closes would keep the connection forever. */
const LINGER_MS = 1_000;
const LOG_INTERVAL_MS = 1_000;

/** In a browser, too many cookies make a header too large, and only the browser's user can delete them. */
const HEADERS_TOO_LARGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Too many cookies</title></head><body><main>
<h1>Too many cookies</h1><p>Your browser sends more cookies to this address than the service accepts. Delete the cookies of this site in your browser’s settings, then try again.</p>
<section lang="fr"><h2>Trop de témoins</h2><p>Votre navigateur envoie à cette adresse plus de témoins (cookies) que le service n’en accepte. Supprimez les témoins de ce site dans les paramètres du navigateur, puis réessayez.</p></section>
</main></body></html>`;

export function answerBrokenRequest({ code }: { code: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_LINES[code] ?? '400 Bad Request';
  const page = code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : '';
  const type = page === '' ? '' : 'Content-Type: text/html; charset=utf-8\r\n';
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}Content-Length: ${Buffer.byteLength(page)}\r\nCache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\n\r\n${page}`,
  );
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** Counts the refused requests, and logs the counts at most once a second, because a stranger controls their number. */
export function createBrokenRequestCount(log: () => FastifyBaseLogger): (code: string) => void {
  const refused = new Map<string, number>();
  let isDue = false;
  const tell = () => {
    isDue = false;
    log().info({ refused: Object.fromEntries(refused) }, 'requests that are no HTTP, refused');
    refused.clear();
  };
  return (code) => {
    const known = code in STATUS_LINES ? code : 'other';
    refused.set(known, (refused.get(known) ?? 0) + 1);
    if (isDue) return;
    isDue = true;
    setTimeout(tell, LOG_INTERVAL_MS).unref();
  };
}
