/** Slow connections: hundreds of them block nobody, and each is closed. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import connectionLimit from '../../../broker/plugins/connection-limit.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { openSocket } from './raw-request.ts';

const CONNECTIONS = 500;

/** What each sends before it falls silent, or goes on a byte at a time. */
const BEGINNINGS = {
  'in the request line': 'GET /live',
  'in a header': 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ',
  'in the body':
    'POST /v1/contacts/lookup HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  'in the body of a sign-in':
    'POST /oauth/par HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nclient_id=',
};

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({
    env: { RATE_ADDRESS_PER_MINUTE: '100000', RATE_SIGN_IN_PER_MINUTE: '100000' },
  });
});
afterAll(() => broker.close());

async function openSlow(beginning: string): Promise<Socket> {
  const socket = openSocket(broker.url);
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  socket.write(beginning);
  return socket;
}

it(`${CONNECTIONS} slow connections leave room for everybody else, silent or dripping, and are all closed`, {
  timeout: 60_000,
}, async () => {
  const beginnings = Object.values(BEGINNINGS);
  const sockets = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, index) => openSlow(beginnings[index % beginnings.length] ?? '')),
  );
  const dripping = sockets.slice(0, 2 * beginnings.length);
  const drip = setInterval(() => {
    for (const socket of dripping) if (!socket.destroyed) socket.write('a');
  }, 300);
  const closed = Promise.all(sockets.map((socket) => socket.closed || once(socket, 'close')));
  for (let turn = 0; turn < 20; turn += 1) expect((await fetch(`${broker.url}/readyz`)).status).toBe(200);
  await closed.finally(() => clearInterval(drip));
  expect((await fetch(`${broker.url}/readyz`)).status).toBe(200);
});

it('closes connections of callers that never read an answer and never close', {
  timeout: 60_000,
}, async () => {
  const held = () =>
    new Promise<number>((resolve) => {
      broker.app.server.getConnections((_error, count) => resolve(count ?? 0));
    });
  const before = await held();
  const sockets = await Promise.all(
    Object.values(BEGINNINGS).map(async (beginning) => {
      const { hostname, port } = new URL(broker.url);
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(beginning);
      return socket;
    }),
  );
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await expect.poll(held).toBeGreaterThan(before);
  await expect.poll(held, { timeout: 30_000, interval: 200 }).toBeLessThanOrEqual(before);
});

it('limits every wait: for the header, the body, the next request, the reader', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = broker.app.server;
  for (const ms of [headersTimeout, requestTimeout, keepAliveTimeout, timeout]) expect(ms).toBeGreaterThan(0);
  expect(headersTimeout).toBeLessThan(requestTimeout);
  expect(timeout).toBeGreaterThan(keepAliveTimeout);
});

it('closes idle connections when there are too many, so that new ones are answered', async () => {
  const app = Fastify();
  app.register(connectionLimit, { connectionsMax: 20 });
  app.get('/', async () => 'here');
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const idle = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const socket = openSocket(url);
      socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      await once(socket, 'data');
      return socket.resume();
    }),
  );
  expect(await (await fetch(url, { headers: { connection: 'close' } })).text()).toBe('here');
  await expect.poll(() => idle.filter(({ destroyed }) => destroyed).length).toBeGreaterThan(0);
});
