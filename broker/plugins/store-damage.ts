/** Checks a large store after the broker has begun to listen: the check takes longer than the rest of the start. */
import fp from 'fastify-plugin';
import { StoreUnavailableError } from '../database/database.ts';
import { logFailedChore } from './problem-handler.ts';

export default fp<{ onDamage: (error: StoreUnavailableError) => void }>(
  async (app, { onDamage }) => {
    app.addHook('onListen', async () => {
      // Not awaited: Fastify tells of the start after this hook.
      app.database.checkWhole?.().catch((error: unknown) => {
        if (error instanceof StoreUnavailableError && error.reason === 'corrupt') onDamage(error);
        else logFailedChore(app.log, error, 'the store is not checked');
      });
    });
  },
  { name: 'store-damage', dependencies: ['services'] },
);
