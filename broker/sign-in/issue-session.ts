/**
 * From a valid code to a session: claim the code, exchange it, read the account, seal the token, sign the session
 * token.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import type { SpendableCode } from '../authorization/flow.ts';
import { OAuthError } from '../authorization/oauth-error.ts';
import { invalidGrant } from '../authorization/token-request.ts';
import type { EnvokeAccount } from '../envoke/envoke-account.ts';
import { EnvokeError, type EnvokeReason } from '../envoke/envoke-error.ts';
import type { EnvokeGrant } from '../envoke/read-grant.ts';
import { randomId } from '../keys/random-id.ts';
import { ownerHash } from '../session/owner-hash.ts';

export interface IssuedSession {
  sessionToken: string;
  expiresInSeconds: number;
}

interface Connection {
  accessToken: string;
  expiresInSeconds: number;
  account: EnvokeAccount;
}

const SEAL_BYTES = 32;
/** First wait before the account is read again; each further one is twice as long. */
const ACCOUNT_WAIT_MS = 200;
/** Faults that may be gone at the next try; after a 401 the client has retried several times already. */
const MAY_PASS: ReadonlySet<EnvokeReason> = new Set([
  'unreachable',
  'timeout',
  'too-large',
  'redirected',
  'not-json',
  'forbidden',
  'rate-limited',
  'rejected',
  'server-error',
]);
/** After this many tries, Envoke's answer about the account counts. */
const ACCOUNT_TRIES_MAX = 5;
/** Unreadable answers to an exchange. Envoke may have issued a token that no session will ever use. */
const MAY_HAVE_GRANTED: ReadonlySet<EnvokeReason> = new Set(['too-large', 'not-json', 'wrong-shape']);

/** For the list of sessions: where the person signs in, and who they are among those who use the account. */
interface SignInDevice {
  /** In a few words. */
  browser: string;
  /** `''` when the person gave none. */
  name: string;
  /** Null when the client has none. */
  ownerMark: string | null;
}

/** A token request whose client has proven the verifier and the key. */
export interface ProvenRequest {
  code: SpendableCode;
  device: SignInDevice;
  /** The hash that identifies its proof. */
  proofHash: string;
  /** Epoch milliseconds; the request was certainly not made before this time. */
  madeAfterMs: number;
}

/** @throws OAuthError */
export async function issueSession(
  app: FastifyInstance,
  { code, device, proofHash, madeAfterMs }: ProvenRequest,
  log: FastifyBaseLogger,
): Promise<IssuedSession> {
  const claim = await app.spentCodes.claim(code.envokeCode, { jkt: code.jkt, proofHash, madeAfterMs });
  if (!claim.claimed) {
    if (claim.stolenSessionId !== undefined && (await app.vault.end(claim.stolenSessionId))) {
      log.warn({ session: claim.stolenSessionId }, 'a spent code came again; its session has ended');
    }
    throw invalidGrant('code-spent');
  }
  const connection = await connect(app, code.envokeCode, claim.codeHash, log);
  try {
    return await storeSession(app, connection, code.jkt, device, claim.codeHash);
  } catch (error) {
    app.permissionOrphaned('session-not-stored', log);
    throw error;
  }
}

/** From here on, Envoke's code is spent, whatever the result is. */
async function connect(
  app: FastifyInstance,
  envokeCode: string,
  codeHash: string,
  log: FastifyBaseLogger,
): Promise<Connection> {
  const grant = await exchange(app, envokeCode, codeHash, log);
  try {
    return { ...grant, account: await readAccountInTime(app, grant.accessToken) };
  } catch (error) {
    if (!(error instanceof EnvokeError)) throw error;
    app.permissionOrphaned('account-not-read', log);
    throw refusalOf(error, 'account');
  }
}

async function exchange(
  app: FastifyInstance,
  envokeCode: string,
  codeHash: string,
  log: FastifyBaseLogger,
): Promise<EnvokeGrant> {
  try {
    return await app.envoke.exchangeCode(envokeCode);
  } catch (error) {
    if (!(error instanceof EnvokeError)) throw error;
    // Only a code that did not leave this machine may be sent again.
    if (error.reason === 'unreachable' && !error.mayHaveHappened) await app.spentCodes.release(codeHash);
    else if (error.reason === 'code-refused') await app.spentCodes.refuse(codeHash);
    else if (error.mayHaveHappened || MAY_HAVE_GRANTED.has(error.reason))
      app.permissionOrphaned('answer-lost', log);
    throw refusalOf(error, 'code');
  }
}

/**
 * The code is spent, so the broker waits for a temporary fault to end: a new sign-in would leave an unused permission
 * at Envoke.
 */
async function readAccountInTime(app: FastifyInstance, accessToken: string): Promise<EnvokeAccount> {
  const endsAt = performance.now() + app.config.envoke.deadlineMs;
  for (let tries = 1, waitMs = ACCOUNT_WAIT_MS; ; tries += 1, waitMs *= 2) {
    try {
      return await app.envoke.readAccount(accessToken);
    } catch (error) {
      const isLast = tries >= ACCOUNT_TRIES_MAX || performance.now() + waitMs >= endsAt;
      if (!(error instanceof EnvokeError) || !MAY_PASS.has(error.reason) || isLast) throw error;
      await sleep(waitMs);
    }
  }
}

/** Envoke's own text is logged, but not passed on. */
function refusalOf(error: EnvokeError, of: 'code' | 'account'): OAuthError {
  const facts = { cause: error, ...waitOf(error) };
  switch (error.reason) {
    case 'code-refused':
      return invalidGrant('envoke-refused-code');
    case 'client-refused':
      return new OAuthError('unauthorized_client', error.reason, 'Envoke refuses this service.', facts);
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'queue-full':
    case 'server-error':
      return new OAuthError(
        'temporarily_unavailable',
        `${of}-${error.reason}`,
        'Envoke cannot be reached. Try again.',
        facts,
      );
    default:
      return new OAuthError(
        'server_error',
        `${of}-${error.reason}`,
        'Envoke gave an answer that cannot be used.',
        facts,
      );
  }
}

function waitOf({ retryAfterSeconds }: EnvokeError): { retryAfterSeconds?: number } {
  return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
}

/** The row and the spent code change in one transaction: after a crash there are both or neither. */
async function storeSession(
  app: FastifyInstance,
  { accessToken, expiresInSeconds, account }: Connection,
  jkt: string,
  device: SignInDevice,
  codeHash: string,
): Promise<IssuedSession> {
  const now = Math.floor(app.now() / 1000);
  const connectionExpiresAt = now + expiresInSeconds;
  const expiresAt = Math.min(connectionExpiresAt, now + app.config.session.ttlSeconds);
  const id = randomId();
  const seal = randomBytes(SEAL_BYTES);
  const sessionToken = await app.sessionTokens.sign(
    { sub: account.id, client_id: EXTENSION_CLIENT_ID, sid: id, iat: now, exp: expiresAt, cnf: { jkt } },
    seal,
  );
  const session = {
    id,
    accountId: account.id,
    accountName: account.name,
    browser: device.browser,
    deviceName: device.name,
    ownerHash: device.ownerMark === null ? null : ownerHash(account.id, device.ownerMark),
    signingKid: app.keys.signing.activeKid,
    createdAt: now,
    expiresAt,
    connectionExpiresAt,
  };
  await app.database.transaction(async (runner) => {
    await app.vault.add(session, seal, accessToken, runner);
    await app.spentCodes.settle(codeHash, id, runner);
  });
  return { sessionToken, expiresInSeconds: expiresAt - now };
}
