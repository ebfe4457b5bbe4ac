/**
 * Limits the number of open connections without locking anybody out. Above the limit, the connection that has been idle
 * longest is closed. Only when all of them are busy is a new one refused. Slow connections end by their own time
 * limits.
 */
import type { Socket } from 'node:net';
import fp from 'fastify-plugin';

/** About 20 KB each; below the usual limit of open files of service managers. */
const CONNECTIONS_MAX = 8_192;

export default fp<{ connectionsMax?: number }>(
  async (app, { connectionsMax = CONNECTIONS_MAX }) => {
    /** Answered and kept open, the longest idle first. */
    const idle = new Set<Socket>();
    let open = 0;
    app.server.on('connection', (socket) => {
      open += 1;
      socket.once('close', () => {
        open -= 1;
        idle.delete(socket);
      });
      if (open <= connectionsMax) return;
      const [longestIdle = socket] = idle;
      idle.delete(longestIdle);
      longestIdle.destroy();
    });
    app.server.on('request', (request, response) => {
      idle.delete(request.socket);
      response.once('close', () => {
        if (!request.socket.destroyed) idle.add(request.socket);
      });
    });
  },
  { name: 'connection-limit' },
);
