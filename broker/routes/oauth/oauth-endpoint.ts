/** Shared by the JSON endpoints of OAuth: they read forms, answer with RFC 6749 errors, and check the DPoP proof. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Parameters, parseParameters } from '../../authorization/form.ts';
import { OAuthError } from '../../authorization/oauth-error.ts';
import type { ProblemError } from '../../errors.ts';
import { logProblem, problemOfRequest, setRetryAfter } from '../../plugins/problem-handler.ts';
import type {
  ClaimedProof,
  ProofVerifier,
  RefusedProof,
  UnclaimedProof,
} from '../../session/verify-dpop-proof.ts';

/** A code and a verifier of ours have about 1,500 characters. */
const FORM_MAX_BYTES = 16_384;

/** Registered in its own scope, so that the parser and the errors apply to these routes only. */
export function becomeOAuthScope(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_MAX_BYTES },
    async (_request: unknown, body: string) => parseParameters(body),
  );
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = error instanceof OAuthError ? error : undefined;
    if (refusal === undefined) return sendProblemAsOAuth(request, reply, problemOfRequest(error, request));
    if (refusal.status >= 500)
      request.log.error({ error: refusal.code, reason: refusal.reason, err: refusal.cause }, 'failed');
    else request.log.info({ error: refusal.code, reason: refusal.reason }, 'refused');
    if (refusal.dpopNonce !== undefined) reply.header('dpop-nonce', refusal.dpopNonce);
    if (refusal.retryAfterSeconds !== undefined)
      reply.header('retry-after', String(Math.ceil(refusal.retryAfterSeconds)));
    return reply.code(refusal.status).send({
      error: refusal.code,
      error_description: refusal.description,
      ...(refusal.isOpened !== undefined && { opened: refusal.isOpened }),
    });
  });
}

/** For limits, load and the store: the status of the problem catalogue, with an error code that OAuth clients know. */
function sendProblemAsOAuth(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
): FastifyReply {
  logProblem(request, problem);
  setRetryAfter(reply, problem);
  const isLater = problem.status === 429 || problem.status === 503;
  const error = isLater
    ? 'temporarily_unavailable'
    : problem.status < 500
      ? 'invalid_request'
      : 'server_error';
  return reply.code(problem.status).send({ error });
}

/** The parsed form; a body-less POST has none. */
export function parametersOf(request: FastifyRequest): Parameters {
  return isParameters(request.body) ? request.body : {};
}

/** Checks the signature and the age of the request's proof. @throws OAuthError invalid_dpop_proof, use_dpop_nonce */
export function checkProof(
  app: FastifyInstance,
  judge: ProofVerifier,
  request: FastifyRequest,
  reply: FastifyReply,
): UnclaimedProof {
  const header = request.headers.dpop;
  const [path = ''] = request.url.split(/[?#]/, 1);
  const proof = judge.check(typeof header === 'string' ? header : undefined, {
    method: request.method,
    url: app.config.publicUrl + path,
  });
  if (!proof.ok) throw refusalOf(proof);
  if (proof.freshNonce !== undefined) reply.header('dpop-nonce', proof.freshNonce);
  return proof;
}

/**
 * Marks the proof as used. Runs after all other checks, since only it takes memory. @throws OAuthError as {@link
 * checkProof}
 */
export async function claimProof(judge: ProofVerifier, proof: UnclaimedProof): Promise<ClaimedProof> {
  const claimed = await judge.claim(proof);
  if (!claimed.ok) throw refusalOf(claimed);
  return claimed;
}

function refusalOf(proof: RefusedProof): OAuthError {
  if (proof.fault === 'nonce-needed') {
    const description = 'The proof must carry the nonce of the DPoP-Nonce header.';
    return new OAuthError('use_dpop_nonce', proof.fault, description, { dpopNonce: proof.nonce });
  }
  return new OAuthError('invalid_dpop_proof', proof.fault, 'The DPoP proof is missing or not valid.');
}

function isParameters(body: unknown): body is Parameters {
  return typeof body === 'object' && body !== null;
}
