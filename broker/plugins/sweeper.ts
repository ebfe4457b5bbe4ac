/**
 * Removes expired data every ten minutes; not at the start, when the clock may not be set yet. Several brokers on one
 * store may do so at the same time.
 */
import fp from 'fastify-plugin';
import type { SeenProofs } from '../session/seen-proofs.ts';
import { logFailedChore } from './problem-handler.ts';

const INTERVAL_MS = 600_000;

declare module 'fastify' {
  interface FastifyInstance {
    sweep: () => Promise<void>;
  }
}

export default fp<{ memories: readonly SeenProofs[] }>(
  async (app, { memories }) => {
    app.decorate('sweep', async () => {
      const sessions = await app.vault.sweep();
      const orphans = await app.spentCodes.sweep();
      for (const memory of memories) await memory.sweep();
      const rows = await app.contacts.sweep();
      app.log.debug({ sessions, rows }, 'swept');
      if (orphans > 0) {
        app.log.warn(
          { orphans },
          'codes were spent at Envoke without a session: permissions may remain there that nobody uses',
        );
      }
    });
    const sweep = () => app.sweep().catch((err) => logFailedChore(app.log, err, 'not swept'));
    const timer = setInterval(sweep, INTERVAL_MS);
    timer.unref();
    app.addHook('onClose', async () => clearInterval(timer));
  },
  { name: 'sweeper', dependencies: ['services', 'contacts'] },
);
