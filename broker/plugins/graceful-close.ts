/**
 * A broker that stops answers the requests that it has received, and then closes the connections. Clients keep
 * connections open for later requests, and each of them would delay the end until the supervisor kills the process.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import fp from 'fastify-plugin';
import { answerBrokenRequest } from './broken-request.ts';

/** How soon a connection is closed when its answer had begun before the shutdown. */
const LET_GO_INTERVAL_MS = 100;

/** @param requestMaxMs how long a client may take to send a request: Node applies no such limit during a close */
export default fp<{ requestMaxMs: number }>(
  async (app, { requestMaxMs }) => {
    let isClosing = false;
    let letGo: NodeJS.Timeout | undefined;
    let hurry: NodeJS.Timeout | undefined;
    /** For each open connection, the request that is not answered yet. */
    const open = new Map<Socket, IncomingMessage | undefined>();
    app.server.on('connection', (socket) => {
      open.set(socket, undefined);
      socket.once('close', () => open.delete(socket));
    });
    app.server.on('request', (request, response) => {
      open.set(request.socket, request);
      response.once('close', () => {
        if (open.has(request.socket)) open.set(request.socket, undefined);
      });
    });
    const endHalfRequests = () => {
      for (const [socket, request] of open)
        if (request?.complete !== true) answerBrokenRequest({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket);
    };

    app.addHook('preClose', async () => {
      isClosing = true;
      letGo = setInterval(() => app.server.closeIdleConnections(), LET_GO_INTERVAL_MS);
      hurry = setTimeout(endHalfRequests, requestMaxMs);
    });
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (isClosing) reply.header('connection', 'close');
      done();
    });
    app.addHook('onClose', async () => {
      clearInterval(letGo);
      clearTimeout(hurry);
    });
  },
  { name: 'graceful-close' },
);
