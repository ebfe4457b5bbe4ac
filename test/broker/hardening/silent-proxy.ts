/** A TCP proxy whose network can fail: fall silent with all connections open, as behind a firewall that drops, cut, or refuse. */
import { connect, createServer, type Socket } from 'node:net';

export interface SilentProxy {
  readonly port: number;
  /** The connections open now are never answered again; new ones work. */
  silence(): void;
  /** What becomes of connections that are opened from now on. */
  answerNew(how: 'pass' | 'silent' | 'refuse'): void;
  /** Ends all connections. */
  cut(): void;
  /** Connections that pass data. */
  count(): number;
  close(): void;
}

export async function createSilentProxy(targetPort: number): Promise<SilentProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const all = new Set<Socket>();
  let newcomers: 'pass' | 'silent' | 'refuse' = 'pass';
  const server = createServer((caller) => {
    if (newcomers !== 'pass') {
      caller.on('error', () => undefined);
      if (newcomers === 'refuse') caller.resetAndDestroy();
      else all.add(caller.resume());
      return;
    }
    const target = connect(targetPort, '127.0.0.1');
    const pair = [caller, target] as const;
    pairs.add(pair);
    caller.pipe(target);
    target.pipe(caller);
    for (const socket of pair) {
      all.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (!pairs.delete(pair)) return;
        for (const end of pair) end.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    silence() {
      for (const [caller, target] of pairs) {
        caller.unpipe(target);
        target.unpipe(caller);
        caller.resume();
        target.resume();
      }
      pairs.clear();
    },
    answerNew(how) {
      newcomers = how;
    },
    cut() {
      for (const socket of all) socket.destroy();
      all.clear();
    },
    count: () => pairs.size,
    close() {
      for (const socket of all) socket.destroy();
      server.close();
    },
  };
}
