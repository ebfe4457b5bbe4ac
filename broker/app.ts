/** Builds the broker. Read it from top to bottom: the services, then the hooks of every request, then the routes. */
import Fastify, { type FastifyInstance } from 'fastify';
import { createSealedValues } from './authorization/sealed-value.ts';
import { createSpentCodes } from './authorization/spent-codes.ts';
import { uptimeMs } from './clock.ts';
import type { Config } from './config.ts';
import { tryStore } from './contacts/writes/store-trial.ts';
import type { Database, SqlRunner, StoreUnavailableError } from './database/database.ts';
import { storeAdvice } from './database/store-advice.ts';
import { openSharedClock } from './database/store-clock.ts';
import { checkIdentity, identifyStore } from './database/store-identity.ts';
import { watchStore } from './database/watch-store.ts';
import { createEnvokeClient, type EnvokeClient } from './envoke/envoke-client.ts';
import { nonceKeys } from './keys/nonce-keys.ts';
import { openStore } from './keys/open-store.ts';
import type { Metrics } from './metrics/metrics.ts';
import authenticate from './plugins/authenticate.ts';
import brokerHeartbeat from './plugins/broker-heartbeat.ts';
import connectionLimit from './plugins/connection-limit.ts';
import contactsPlugin from './plugins/contacts-plugin.ts';
import crossSite from './plugins/cross-site.ts';
import gracefulClose from './plugins/graceful-close.ts';
import jsonBody from './plugins/json-body.ts';
import leftRequest from './plugins/left-request.ts';
import loadShedding from './plugins/load-shedding.ts';
import type { LogDestination } from './plugins/logger-options.ts';
import metricsPlugin from './plugins/metrics-plugin.ts';
import notFound from './plugins/not-found.ts';
import openapiDocument from './plugins/openapi-plugin.ts';
import orphanedPermissions from './plugins/orphaned-permissions.ts';
import problemHandler from './plugins/problem-handler.ts';
import rateLimit from './plugins/rate-limit.ts';
import requestForm from './plugins/request-form.ts';
import requestLog from './plugins/request-log.ts';
import schemaValidation from './plugins/schema-validation.ts';
import securityHeaders from './plugins/security-headers.ts';
import { REQUEST_TIMEOUT_MS, serverOptions } from './plugins/server-options.ts';
import services from './plugins/services.ts';
import storeDamage from './plugins/store-damage.ts';
import sweeper from './plugins/sweeper.ts';
import tracingPlugin, { createCurrentSpan } from './plugins/tracing-plugin.ts';
import { createRateCounter } from './rate-limit/rate-counter.ts';
import account from './routes/account-routes.ts';
import activity from './routes/activity-routes.ts';
import contacts from './routes/contacts-routes.ts';
import health from './routes/health-routes.ts';
import lists from './routes/lists-routes.ts';
import oauth from './routes/oauth/oauth-routes.ts';
import openapi from './routes/openapi-routes.ts';
import sessions from './routes/sessions-routes.ts';
import { createProofNonces } from './session/proof-nonce.ts';
import { createProofMemory, createProofTable, PROOFS_MAX, type ProofsMax } from './session/seen-proofs.ts';
import { createSessionTokens } from './session/session-token.ts';
import { createProofVerifier, PROOF_RETAIN_SECONDS } from './session/verify-dpop-proof.ts';
import type { Tracing } from './tracing/tracing.ts';
import { createVault } from './vault/vault.ts';

export interface AppDeps {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Monotonic milliseconds; the clock of the process by default. */
  uptimeMs?: () => number;
  log?: LogDestination;
  /** The app closes it when the app itself closes. */
  database?: Database;
  envoke?: EnvokeClient;
  metrics?: Metrics;
  tracing?: Tracing;
  /**
   * Called when a large store, which is checked while the broker works, turns out to be damaged. Without it, any store
   * is checked before the start.
   */
  onDamage?: (error: StoreUnavailableError) => void;
  /** How many proofs one generation of the replay memory holds; the production values by default. */
  proofsMax?: ProofsMax;
}

/**
 * @throws StoreUnavailableError, NewerStoreError, KeyError when the broker must not start
 */
export async function buildApp(config: Config, deps: AppDeps): Promise<FastifyInstance> {
  const { now, metrics, tracing, onDamage } = deps;
  const currentSpan = createCurrentSpan();
  const { database: store, keys } = await openStore(config, {
    given: deps.database,
    mayCheckLater: onDamage !== undefined,
  });

  const storeId = await identifyStore(store);
  const checkSame = (runner: SqlRunner) => checkIdentity(runner, storeId);

  const app = Fastify(serverOptions(config, deps.log));
  const database = watchStore(store, {
    failed: (err) =>
      app.log.error(
        { reason: err.reason, advice: storeAdvice(err), err },
        'the store does not do what it is asked',
      ),
    worksAgain: () => app.log.warn('the store works again'),
    async tryOut() {
      await checkSame(store);
      await tryStore(store, now());
    },
    checkSame,
  });
  const envoke =
    deps.envoke ??
    createEnvokeClient(config.envoke, {
      now,
      log: (event) => app.log.warn(event, 'envoke'),
      onAnswer: (answer) => {
        metrics?.envokeAnswered(answer);
        tracing?.envokeAnswered(answer, currentSpan.getStore());
      },
    });
  const uptime = deps.uptimeMs ?? uptimeMs;
  const sharedClock = await openSharedClock(database, now, uptime);
  const isShared = database.kind === 'postgres';
  const remembered = { retainSeconds: PROOF_RETAIN_SECONDS, now, uptimeMs: uptime };
  const { sessions: sessionProofsMax, signIn: signInProofsMax } = deps.proofsMax ?? PROOFS_MAX;
  const seen = isShared
    ? createProofTable(database, remembered)
    : createProofMemory({ ...remembered, proofsMax: sessionProofsMax });
  const seenAtSignIn = createProofMemory({ ...remembered, proofsMax: signInProofsMax });
  const nonces = createProofNonces(nonceKeys(keys.vault), now);
  const vault = createVault({
    database,
    keys: keys.vault,
    limits: config.session,
    now,
    sweepNow: sharedClock.earliest,
    checkStore: database.checkSame,
  });
  metrics?.watchSessions(vault.count);
  const spentCodes = createSpentCodes(database, now);

  app.register(services, {
    config,
    now,
    database,
    sharedClock,
    envoke,
    keys,
    vault,
    spentCodes,
    sessionTokens: createSessionTokens(keys.signing, config.publicUrl, now),
    proofs: createProofVerifier({ nonces, seen, now }),
    signInProofs: createProofVerifier({ nonces, seen: seenAtSignIn, now }),
    sealed: createSealedValues(keys.vault, now),
  });

  app.register(schemaValidation);
  app.register(jsonBody);
  app.register(problemHandler);
  app.register(requestLog);
  if (metrics !== undefined) app.register(metricsPlugin, { metrics });
  if (tracing !== undefined) app.register(tracingPlugin, { tracing, current: currentSpan });
  app.register(securityHeaders);
  app.register(gracefulClose, { requestMaxMs: REQUEST_TIMEOUT_MS });
  app.register(connectionLimit);
  app.register(loadShedding);
  app.register(leftRequest);
  app.register(requestForm);
  app.register(crossSite);
  const countedIn = { now, database: isShared ? database : undefined };
  app.register(rateLimit, {
    sessions: createRateCounter({ ...countedIn, who: 'sessions' }),
    strangers: createRateCounter({ ...countedIn, who: 'strangers' }),
  });
  app.register(authenticate);
  app.register(contactsPlugin);
  app.register(orphanedPermissions, { metrics });
  app.register(notFound);
  app.register(openapiDocument);

  app.register(health);
  app.register(oauth);
  app.register(account);
  app.register(sessions);
  app.register(contacts);
  app.register(lists);
  app.register(activity);
  app.register(openapi);

  app.register(brokerHeartbeat, { metrics });
  app.register(sweeper, { memories: [seen, seenAtSignIn] });
  if (onDamage !== undefined) app.register(storeDamage, { onDamage });
  app.addHook('onClose', async () => {
    await envoke.close();
    await database.close();
  });
  return app;
}
