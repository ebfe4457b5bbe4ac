/** From a code that may be spent to a session: claim, exchange, read the account, seal, sign. */
import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import type { SpendableCode } from '../authorization/flow.ts';
import { OAuthError } from '../authorization/oauth-error.ts';
import { invalidGrant } from '../authorization/token-request.ts';
import { EnvokeError } from '../envoke/envoke-error.ts';
import { randomId } from '../keys/random-id.ts';

export interface IssuedSession {
  sessionToken: string;
  expiresInSeconds: number;
}

interface Connection {
  accessToken: string;
  expiresInSeconds: number;
  account: { id: string; name: string };
}

const SEAL_BYTES = 32;

/** A token request that has proven who it is. */
export interface ProvenRequest {
  code: SpendableCode;
  /** In a few words, for the list of devices. */
  browser: string;
  /** What stands for its proof. */
  proofHash: string;
  /** Epoch milliseconds, before which it was certainly not made. */
  madeAfterMs: number;
}

/** @throws OAuthError */
export async function issueSession(
  app: FastifyInstance,
  { code, browser, proofHash, madeAfterMs }: ProvenRequest,
  log: FastifyBaseLogger,
): Promise<IssuedSession> {
  const claim = await app.spentCodes.claim(code.envokeCode, { jkt: code.jkt, proofHash, madeAfterMs });
  if (!claim.claimed) {
    if (claim.stolenSessionId !== undefined && (await app.vault.end(claim.stolenSessionId))) {
      log.warn({ session: claim.stolenSessionId }, 'a spent code came again; its session has ended');
    }
    throw invalidGrant('code-spent');
  }
  const connection = await connect(app, code.envokeCode, claim.codeHash);
  return storeSession(app, connection, code.jkt, browser, claim.codeHash);
}

async function connect(app: FastifyInstance, envokeCode: string, codeHash: string): Promise<Connection> {
  try {
    const grant = await app.envoke.exchangeCode(envokeCode);
    return { ...grant, account: await app.envoke.readAccount(grant.accessToken) };
  } catch (error) {
    if (!(error instanceof EnvokeError)) throw error;
    const isUnspent = error.reason === 'unreachable' && !error.mayHaveHappened;
    if (isUnspent || error.reason === 'code-refused') await app.spentCodes.release(codeHash);
    throw refusalOf(error);
  }
}

/** What Envoke said is logged, and not passed on. */
function refusalOf(error: EnvokeError): OAuthError {
  if (error.reason === 'code-refused') return invalidGrant('envoke-refused-code');
  const isLater = ['unreachable', 'timeout', 'rate-limited', 'queue-full'].includes(error.reason);
  return isLater
    ? new OAuthError('temporarily_unavailable', error.reason, 'Envoke cannot be reached. Try again.', {
        cause: error,
      })
    : new OAuthError('server_error', error.reason, 'Envoke gave an answer that cannot be used.', {
        cause: error,
      });
}

/** Row and spent code change together: after a crash there is either both or neither. */
async function storeSession(
  app: FastifyInstance,
  { accessToken, expiresInSeconds, account }: Connection,
  jkt: string,
  browser: string,
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
    browser,
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
