/**
 * Maps any thrown error to a problem of the catalogue: one exhaustive switch, so that a new reason does not compile
 * until it is mapped.
 */
import { StoreUnavailableError } from '../database/database.ts';
import { EnvokeError } from '../envoke/envoke-error.ts';
import { ProblemError } from '../errors.ts';

/** Time in which a lock is normally released or a store restarted. */
const STORE_RETRY_SECONDS = 5;

export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof EnvokeError) return problemOfEnvoke(error);
  if (error instanceof StoreUnavailableError) {
    return new ProblemError('store-unavailable', error.reason, {
      cause: error,
      retryAfterSeconds: STORE_RETRY_SECONDS,
    });
  }
  return problemOfFramework(error);
}

function problemOfEnvoke(error: EnvokeError): ProblemError {
  const details = { cause: error, ...waitOf(error.retryAfterSeconds) };
  // Only a new connection can show what the ended connection refused.
  if (error.mayHaveHappened && error.reason !== 'unauthorized')
    return new ProblemError('write-uncertain', error.reason, details);
  switch (error.reason) {
    case 'unreachable':
      return new ProblemError('envoke-unreachable', error.reason, details);
    case 'timeout':
      return new ProblemError('envoke-timeout', error.reason, details);
    case 'rate-limited':
    case 'queue-full':
    // The client is gone, so nobody reads this answer.
    case 'given-up':
      return new ProblemError('envoke-busy', error.reason, {
        cause: error,
        ...waitOf(error.retryAfterSeconds ?? 5),
      });
    case 'unauthorized':
      return new ProblemError('connection-ended', error.reason, details);
    case 'rejected':
      return new ProblemError('contact-rejected', error.reason, {
        ...details,
        ...envokeErrorsOf(error),
      });
    case 'not-found':
      return new ProblemError('contact-not-found', error.reason, details);
    // Where it is not proven that the token is good, a gateway before Envoke may have refused, and that may end by itself.
    case 'forbidden':
      return new ProblemError(error.isAboutRequest ? 'envoke-forbids' : 'envoke-answer', error.reason, {
        ...details,
        ...envokeErrorsOf(error),
      });
    // Envoke's faulty answer is of no use to the person, whatever was wrong with it.
    case 'too-large':
    case 'redirected':
    case 'not-json':
    case 'wrong-shape':
    case 'server-error':
    case 'code-refused':
    case 'client-refused':
      return new ProblemError('envoke-answer', error.reason, details);
  }
}

function envokeErrorsOf({ envokeErrors }: EnvokeError): { envokeErrors?: string[] } {
  return envokeErrors === undefined ? {} : { envokeErrors };
}

function waitOf(seconds: number | undefined): { retryAfterSeconds?: number } {
  return seconds === undefined ? {} : { retryAfterSeconds: seconds };
}

function problemOfFramework(error: unknown): ProblemError {
  const { code, statusCode } = factsOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('body-too-large', code);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ProblemError('unsupported-media-type', code);
  if (statusCode >= 400 && statusCode < 500)
    return new ProblemError('invalid-request', code, { cause: error });
  if (statusCode === 503) return new ProblemError('overloaded', code, { retryAfterSeconds: 1 });
  return new ProblemError('internal-error', 'unexpected', { cause: error });
}

/** Only errors that Fastify itself raised count as the caller's fault. */
function factsOf(error: unknown): { code: string; statusCode: number } {
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) {
    return { code: 'unknown', statusCode: 500 };
  }
  const { code, statusCode } = error;
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number'
    ? { code, statusCode }
    : { code: 'unknown', statusCode: 500 };
}
