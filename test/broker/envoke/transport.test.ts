/** One HTTP request against servers that misbehave. */
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTransport } from '../../../broker/envoke/envoke-transport.ts';
import { HELD_MAX_MS, heldMs } from './held-loop.ts';
import { startRawServer } from './raw-server.ts';
import { failureOf } from './support.ts';

const CAP_BYTES = 10_000;
const HEADERS = { accept: 'application/json', authorization: 'Bearer secret-token' };

function transportTo(url: string, capBytes = CAP_BYTES) {
  const transport = createTransport(url, capBytes);
  onTestFinished(() => transport.close());
  const send = (method: 'GET' | 'POST', ms = 5_000) =>
    transport.send({
      method,
      path: '/v1/contacts',
      headers: HEADERS,
      ...(method === 'POST' ? { body: '{}' } : {}),
      deadlineAt: performance.now() + ms,
      owner: 'account',
    });
  return { send };
}

describe('a request to Envoke', () => {
  it.each([301, 302, 303, 307, 308])(
    'does not follow a %i, and sends the token to no other host',
    async (status) => {
      const other = await startRawServer((_request, response) => response.end('{}'));
      const envoke = await startRawServer((_request, response) =>
        response.writeHead(status, { location: `${other.url}/v1/contacts` }).end(),
      );
      const error = await failureOf(transportTo(envoke.url).send('GET'));
      expect(error.reason).toBe('redirected');
      expect(other.requests).toHaveLength(0);
    },
  );

  it('ends at the deadline when the answer does not come', async () => {
    const { url } = await startRawServer(() => undefined);
    expect(await failureOf(transportTo(url).send('GET', 60))).toMatchObject({
      reason: 'timeout',
      mayHaveHappened: false,
    });
  });

  it('ends at the deadline when the answer arrives byte by byte', async () => {
    const { url } = await startRawServer(async (_request, response) => {
      response.writeHead(200);
      while (!response.destroyed) {
        response.write(' ');
        await sleep(10);
      }
    });
    expect((await failureOf(transportTo(url).send('GET', 100))).reason).toBe('timeout');
  });

  it('ends at the deadline when the server accepts and stays silent', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const sockets = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => sockets.add(socket));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    expect((await failureOf(transportTo(`http://127.0.0.1:${port}`).send('GET', 60))).reason).toBe('timeout');
  });

  it('reads no more than the cap, with or without a Content-Length', async () => {
    const announced = await startRawServer((_request, response) => {
      response.writeHead(200, { 'content-length': String(CAP_BYTES + 1) });
      response.write(' ');
    });
    const endless = await startRawServer(async (_request, response) => {
      response.writeHead(200);
      while (!response.destroyed) {
        response.write(' '.repeat(5_000));
        await sleep(1);
      }
    });
    for (const { url } of [announced, endless]) {
      expect((await failureOf(transportTo(url).send('GET'))).reason).toBe('too-large');
    }
  });

  it('does not block other requests while it reads millions of chunks', async () => {
    const text = `"${'x'.repeat(65_533)}",`;
    const chunks = [...text].map((char) => `1\r\n${char}\r\n`).join('');
    const texts = 64;
    const { url } = await startRawServer(async ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n[\r\n');
      for (let sent = 0; sent < texts; sent += 1) await new Promise((next) => socket.write(chunks, next));
      socket.write('0\r\n\r\n');
    });
    const { send } = transportTo(url, 2 * text.length * texts);
    const whole = async () =>
      expect((await send('GET', 30_000)).body.equals(Buffer.from(`[${text.repeat(texts)}`))).toBe(true);
    expect(await heldMs(whole)).toBeLessThan(HELD_MAX_MS);
  });

  it.each(['with its length', 'in chunks', 'up to the end of the connection'])(
    'receives an answer of megabytes whole, sent %s',
    async (how) => {
      const json = JSON.stringify(Array.from({ length: 40 }, (_, n) => `${n}${'é'.repeat(50_000)}`));
      const { url } = await startRawServer((_request, response) => {
        if (how === 'up to the end of the connection') response.useChunkedEncodingByDefault = false;
        if (how === 'with its length') response.setHeader('content-length', Buffer.byteLength(json));
        response.end(json);
      });
      const { body } = await transportTo(url, 8_388_608).send('GET');
      expect(body.toString()).toBe(json);
    },
  );

  it.each([
    ['brackets that open', '[', 'not-json'],
    ['commas', ',', 'not-json'],
    ['one text', '["x', 'too-large'],
    ['notices without JSON', 'Notice: key\n', 'not-json'],
  ])('stops at the first bytes that cannot be read, of endless %s', async (_what, unit, reason) => {
    const closed = Promise.withResolvers<void>();
    const { url } = await startRawServer(async (_request, response) => {
      response.once('close', closed.resolve);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(unit);
      while (!response.destroyed) {
        if (!response.write(unit.slice(-1).repeat(65_536))) await sleep(1);
      }
    });
    expect((await failureOf(transportTo(url, 1e9).send('GET'))).reason).toBe(reason);
    await closed.promise;
  });

  it('knows that a write may have happened when its answer cannot be read', async () => {
    const { url } = await startRawServer((_request, response) => response.end('['.repeat(100_000)));
    expect(await failureOf(transportTo(url, 1e6).send('POST'))).toMatchObject({
      reason: 'not-json',
      mayHaveHappened: true,
    });
  });

  it.each([
    ['brackets', 'application/json', '['.repeat(100_000)],
    ['a picture', 'image/png', 'x'],
    ['more than the cap', 'text/html', ' '.repeat(2_000_000)],
  ])('keeps the status of an error that comes with %s', async (_what, type, text) => {
    const { url } = await startRawServer((_request, response) =>
      response.writeHead(503, { 'content-type': type, 'retry-after': '7' }).end(text),
    );
    const { status, headers, body } = await transportTo(url, 1e6).send('GET');
    expect([status, headers['retry-after'], body.length]).toEqual([503, '7', 0]);
  });

  it('knows that a write did not happen when nobody listens', async () => {
    expect(await failureOf(transportTo('http://127.0.0.1:1').send('POST'))).toMatchObject({
      reason: 'unreachable',
      mayHaveHappened: false,
    });
  });

  it('does not know whether a write happened when the answer is lost', async () => {
    const { url } = await startRawServer((request) => void request.on('end', () => request.socket.destroy()));
    expect(await failureOf(transportTo(url).send('POST'))).toMatchObject({
      reason: 'unreachable',
      mayHaveHappened: true,
    });
  });

  it('carries nothing of the request or the answer in its error', async () => {
    const { url } = await startRawServer((_request, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\nX: Jane Roe \u0000\r\n\r\n{"email":"jane.roe@example.ca"}');
    });
    const error = await failureOf(transportTo(url).send('GET'));
    const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    expect(told).not.toMatch(/secret-token|jane|contacts\?/i);
  });
});
