/** Listens where the broker would, and remembers who asked for what. */
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface SeenRequest {
  /** Address of the other end of the connection: the proxy's, when there is one. */
  remoteAddress: string;
  headers: IncomingHttpHeaders;
}

export interface Listener {
  requestTo(path: string): SeenRequest | undefined;
  close(): Promise<void>;
}

/**
 * Undefined when the place is taken, which is when the broker runs.
 * @throws Error with a system's code (`EADDRNOTAVAIL`) when nobody could listen there
 */
export function listenInPlace(host: string, port: number): Promise<Listener | undefined> {
  const seen = new Map<string, SeenRequest>();
  const server = createServer((request, response) => {
    seen.set(request.url ?? '', {
      remoteAddress: request.socket.remoteAddress ?? '',
      headers: request.headers,
    });
    response.writeHead(204).end();
  });
  const listener: Listener = {
    requestTo: (path) => seen.get(path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return new Promise((resolve, reject) => {
    server
      .once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
      )
      .listen(port, host, () => resolve(listener));
  });
}
