/**
 * A broker that stops answers what it has taken, and then lets go: clients keep connections open for more, and each of
 * them would hold up its end until the supervisor loses patience.
 */
import fp from 'fastify-plugin';

/** How soon a connection is let go whose answer had begun before the end did. */
const LET_GO_INTERVAL_MS = 100;

export default fp(
  async (app) => {
    let isClosing = false;
    let letGo: NodeJS.Timeout | undefined;
    app.addHook('preClose', async () => {
      isClosing = true;
      letGo = setInterval(() => app.server.closeIdleConnections(), LET_GO_INTERVAL_MS);
    });
    app.addHook('onSend', async (_request, reply) => {
      if (isClosing) reply.header('connection', 'close');
    });
    app.addHook('onClose', async () => clearInterval(letGo));
  },
  { name: 'graceful-close' },
);
