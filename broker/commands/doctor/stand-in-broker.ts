/** A whole broker instead of the one that is stopped, with a store of its own that goes with it; remembers who asked. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../app.ts';
import type { Config } from '../../config.ts';

export interface SeenRequest {
  /** The other end of the connection: the proxy's, when there is one. */
  remoteAddress: string;
  remotePort?: number;
  headers: IncomingHttpHeaders;
}

export interface StandIn {
  requestTo(path: string): SeenRequest | undefined;
  close(): Promise<void>;
}

/**
 * Undefined when the place is taken, which is when the broker runs, or something else.
 * @throws Error with a system's code (`EADDRNOTAVAIL`) when nobody could listen there
 */
export async function standIn(config: Config, now: () => number): Promise<StandIn | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-doctor-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const app = await buildApp(
    {
      ...config,
      dataDir: folder,
      database: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
      keys: undefined,
      metrics: undefined,
    },
    { now, log: { write: () => undefined } },
  );
  const seen = new Map<string, SeenRequest>();
  app.server.on('request', ({ url = '', socket, headers }) => {
    const { remoteAddress = '', remotePort } = socket;
    seen.set(url, { remoteAddress, headers, ...(remotePort !== undefined && { remotePort }) });
  });
  const close = async () => {
    app.server.closeAllConnections();
    await app.close();
    remove();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
    return { requestTo: (path) => seen.get(path), close };
  } catch (error) {
    await close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
