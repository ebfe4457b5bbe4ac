/** What routes and plugins find on the app: created once in `app.ts`, the same for every request. */
import fp from 'fastify-plugin';
import type { SealedValues } from '../authorization/sealed-value.ts';
import type { SpentCodes } from '../authorization/spent-codes.ts';
import type { Config } from '../config.ts';
import type { SharedClock } from '../database/store-clock.ts';
import type { WatchedStore } from '../database/watch-store.ts';
import type { EnvokeClient } from '../envoke/envoke-client.ts';
import type { BrokerKeys } from '../keys/key-set.ts';
import type { SessionTokens } from '../session/session-token.ts';
import type { ProofVerifier } from '../session/verify-dpop-proof.ts';
import type { Vault } from '../vault/vault.ts';

interface Services {
  config: Config;
  /** Milliseconds since 1970. */
  now: () => number;
  database: WatchedStore;
  sharedClock: SharedClock;
  envoke: EnvokeClient;
  keys: BrokerKeys;
  vault: Vault;
  sessionTokens: SessionTokens;
  /** Proofs of clients that have a session. */
  proofs: ProofVerifier;
  /** Proofs of clients that sign in: strangers, with a separate memory, so that they cannot fill the other one. */
  signInProofs: ProofVerifier;
  sealed: SealedValues;
  spentCodes: SpentCodes;
}

declare module 'fastify' {
  interface FastifyInstance extends Services {}
}

export default fp<Services>(
  async (app, services) => {
    app.decorate('config', services.config);
    app.decorate('now', services.now);
    app.decorate('database', services.database);
    app.decorate('sharedClock', services.sharedClock);
    app.decorate('envoke', services.envoke);
    app.decorate('keys', services.keys);
    app.decorate('vault', services.vault);
    app.decorate('sessionTokens', services.sessionTokens);
    app.decorate('proofs', services.proofs);
    app.decorate('signInProofs', services.signInProofs);
    app.decorate('sealed', services.sealed);
    app.decorate('spentCodes', services.spentCodes);
  },
  { name: 'services' },
);
