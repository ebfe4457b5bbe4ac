/** Whether a loopback port is free. */
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A port that something else listens on already; the message says which setting moves it. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

function tryPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** @throws {PortTakenError} when `port` cannot be listened on. */
export async function assertPortFree(port: number, owner: string, setting: string): Promise<void> {
  try {
    await tryPort(port);
  } catch (cause) {
    throw new PortTakenError(
      `Port ${port} for ${owner} is taken: stop what uses it, or set ${setting} to another port.`,
      { cause },
    );
  }
}
