/**
 * Authenticates the caller: a session token with a DPoP proof of its key (RFC 9449 section 7), and a session row that
 * still exists. Nothing else of the request is read before.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../errors.ts';
import type { AuthenticatedSession } from '../session/authenticated-session.ts';
import { type SessionClaims, sealOf } from '../session/session-token.ts';
import type { RefusedProof } from '../session/verify-dpop-proof.ts';
import type { OpenedSession } from '../vault/vault.ts';
import { atOnce } from './at-once.ts';
import { logFailedChore } from './problem-handler.ts';
import { problemOf } from './problem-of.ts';

/** A property and not a WeakMap, for the garbage collector's sake (see `left-request.ts`). */
const SESSION = Symbol('session');

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * onRequest hook of every route that needs a session: the broker does not read a stranger's body. @throws
     * ProblemError
     */
    authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  }
  interface FastifyRequest {
    /** @throws ProblemError session-required when the route did not ask for one */
    readonly session: AuthenticatedSession;
    [SESSION]: AuthenticatedSession | undefined;
  }
}

const DISCONNECTED_MAX = 1_000;

export default fp(
  async (app) => {
    // Requests that arrive before the browser knows that the connection ended get the same answer, not that the session
    // ended.
    const disconnected = new LRUCache<string, FastifyRequest>({ max: DISCONNECTED_MAX });

    app.decorateRequest(SESSION, undefined);
    app.decorateRequest('session', {
      getter() {
        const session = this[SESSION];
        if (session === undefined) throw new ProblemError('session-required', 'route-without-authentication');
        return session;
      },
    });

    app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
      const token = tokenOf(request.headers.authorization);
      if (token === undefined) throw challenge(reply, 'session-required', 'no-token');
      const claims = await app.sessionTokens.verify(token);
      if (claims === undefined) throw challenge(reply, 'session-ended', 'token-not-valid', 'invalid_token');
      const proof = app.proofs.check(headerOf(request, 'dpop'), {
        method: request.method,
        url: app.config.publicUrl + pathOf(request),
        accessToken: token,
        boundTo: claims.cnf.jkt,
      });
      if (!proof.ok) throw proofChallenge(proof, reply);
      if (proof.freshNonce !== undefined) reply.header('dpop-nonce', proof.freshNonce);
      app.limitSession(claims.sid);
      const seal = sealOf(claims);
      const opened = await openSession(request, claims, seal, reply);
      // Runs last, since it takes memory or a row: only for existing sessions, and within their limit.
      app.limitAccount(opened.accountId, reply);
      const claimed = await app.proofs.claim(proof);
      if (!claimed.ok) throw proofChallenge(claimed, reply);
      // Not awaited: a store that cannot write must not stop reads.
      app.vault.keep(opened, seal).catch((err) => logFailedChore(app.log, err, 'session not kept'));
      app.envoke.belongsTo(opened.envokeToken, opened.accountId);
      request[SESSION] = authenticated(opened);
    });

    /**
     * When Envoke refuses a connection permanently, the session ends too, so that clients do not retry again and again.
     */
    app.addHook('onError', async (request, _reply, error) => {
      const session = request[SESSION];
      if (session === undefined || problemOf(error).slug !== 'connection-ended') return;
      disconnected.set(session.id, request);
      await app.vault.end(session.id);
      request.log.warn({ session: session.id }, 'connection ended');
    });

    app.addHook(
      'onResponse',
      atOnce((request, reply) => {
        const id = request[SESSION]?.id ?? '';
        // If the client did not wait for the answer, as for an outdated search, it does not know yet.
        if (disconnected.peek(id) === request && reply.raw.writableFinished) disconnected.delete(id);
      }),
    );

    async function openSession(
      request: FastifyRequest,
      claims: SessionClaims,
      seal: Uint8Array,
      reply: FastifyReply,
    ): Promise<OpenedSession> {
      const opened = await app.vault.open(claims.sid, seal);
      if (disconnected.has(claims.sid)) throw new ProblemError('connection-ended', 'found out before');
      if (opened === 'damaged') {
        // Of several requests at once, only the first one ends the session and logs it.
        if (await app.vault.end(claims.sid))
          request.log.warn({ session: claims.sid }, 'session ended: its row in the store is damaged');
        throw challenge(reply, 'session-ended', 'damaged', 'invalid_token');
      }
      if (opened === undefined || opened.accountId !== claims.sub) {
        throw challenge(reply, 'session-ended', 'no-such-session', 'invalid_token');
      }
      return opened;
    }

    function authenticated(opened: OpenedSession): AuthenticatedSession {
      return {
        id: opened.id,
        accountId: opened.accountId,
        accountName: opened.accountName,
        ownerHash: opened.ownerHash,
        envokeToken: opened.envokeToken,
        expiresAt: opened.expiresAt,
        idleExpiresAt: Math.min(
          opened.expiresAt,
          Math.floor(app.now() / 1000) + app.config.session.idleSeconds,
        ),
        connectionExpiresAt: opened.connectionExpiresAt,
      };
    }
  },
  { name: 'authenticate', dependencies: ['services', 'rate-limit', 'load-shedding'] },
);

/** Accepts the scheme in any case (RFC 9110 section 11.1); `Bearer` with a bound token does not authenticate. */
function tokenOf(authorization: string | undefined): string | undefined {
  return /^dpop ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}

/** The URL as it was requested: `htu` has no query and no fragment. */
function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split(/[?#]/, 1);
  return path;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function proofChallenge(proof: RefusedProof, reply: FastifyReply): ProblemError {
  if (proof.fault !== 'nonce-needed') {
    return challenge(reply, 'proof-required', proof.fault, 'invalid_dpop_proof');
  }
  reply.header('dpop-nonce', proof.nonce);
  return challenge(reply, 'use-dpop-nonce', proof.fault, 'use_dpop_nonce');
}

/** @see RFC 9449 section 7.1 */
function challenge(
  reply: FastifyReply,
  slug: 'session-required' | 'session-ended' | 'proof-required' | 'use-dpop-nonce',
  reason: string,
  error?: 'invalid_token' | 'invalid_dpop_proof' | 'use_dpop_nonce',
): ProblemError {
  reply.header('www-authenticate', `DPoP ${error === undefined ? '' : `error="${error}", `}algs="ES256"`);
  return new ProblemError(slug, reason);
}
