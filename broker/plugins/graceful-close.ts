/**
 * A broker that stops answers what it has taken, and then lets go: clients keep connections open for more, and each of
 * them would hold up its end until the supervisor loses patience.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import fp from 'fastify-plugin';
import { answerBrokenRequest } from './broken-request.ts';

/** How soon a connection is let go whose answer had begun before the end did. */
const LET_GO_INTERVAL_MS = 100;

/** @param requestMaxMs how long a caller may take to send a request: Node looks at no limit any more once it closes */
export default fp<{ requestMaxMs: number }>(
  async (app, { requestMaxMs }) => {
    let isClosing = false;
    let letGo: NodeJS.Timeout | undefined;
    let hurry: NodeJS.Timeout | undefined;
    /** The request of each open connection that has not been answered yet. */
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
