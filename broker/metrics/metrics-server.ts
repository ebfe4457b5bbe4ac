/** Serves the metrics on a separate port, so that the public port never shows them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

const PATH = '/metrics';

export interface MetricsServer {
  /** The port in use; the system chose it when 0 was requested. */
  readonly port: number;
  close(): Promise<void>;
}

/** @throws Error (`EADDRINUSE` and others) when it cannot listen on the port */
export async function startMetricsServer(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    const found = request.url?.split('?', 1)[0] === PATH && ['GET', 'HEAD'].includes(request.method ?? '');
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    try {
      const body = await metrics.exposition();
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(500).end();
    }
  });
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
