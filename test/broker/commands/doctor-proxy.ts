/** A reverse proxy with one mistake, in front of the broker under test. */
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ProxyHabits {
  /** Names of headers that it takes away. */
  requestHeaders?: readonly string[];
  answerHeaders?: readonly string[];
  /** Headers of the answer that it sets, by those that it finds. */
  change?: (headers: OutgoingHttpHeaders) => OutgoingHttpHeaders;
  refusesMethod?: string;
  path?: (path: string) => string;
  forwards?: boolean;
}

/** Listens on a free port; the broker's is told later. */
export async function startProxy(habits: ProxyHabits = {}) {
  let brokerPort = 0;
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === habits.refusesMethod) return void outgoing.writeHead(405).end('no');
    const headers: IncomingHttpHeaders = { ...incoming.headers };
    for (const name of habits.requestHeaders ?? []) delete headers[name];
    if (habits.forwards !== false) headers['x-forwarded-for'] = '198.51.100.4';
    const path = habits.path?.(incoming.url ?? '') ?? incoming.url ?? '';
    const passed = request(
      { host: '127.0.0.1', port: brokerPort, method: incoming.method, path, headers, agent: false },
      (answer) => {
        const given: OutgoingHttpHeaders = { ...answer.headers };
        for (const name of habits.answerHeaders ?? []) delete given[name];
        outgoing.writeHead(answer.statusCode ?? 502, { ...given, ...habits.change?.(given) });
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(port: number) {
      brokerPort = port;
    },
  };
}
