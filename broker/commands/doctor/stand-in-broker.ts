/**
 * Starts a complete broker in place of the stopped one, with a temporary store. It records where requests come from.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../app.ts';
import type { Config } from '../../config.ts';

export interface SeenRequest {
  /** Address of the other end of the connection: the proxy's, when there is a proxy. */
  remoteAddress: string;
  remotePort?: number;
  headers: IncomingHttpHeaders;
}

export interface StandIn {
  requestTo(path: string): SeenRequest | undefined;
  close(): Promise<void>;
}

/**
 * Undefined when the port is in use, by the broker itself or by another program.
 * @throws Error with a system error code (`EADDRNOTAVAIL`) when no program could listen there
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
