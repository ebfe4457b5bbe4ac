/** Turns a rejected call into an error that a view can show, and keeps its request id for the diagnostics. */
import type { ShownError } from '../../../components/error-notice.tsx';
import { ERROR_WORDS, type ErrorWords } from '../../../components/error-words.ts';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';
import { keepFailure } from '../../../lib/diagnostics/recent-failures.ts';

export function toShownError(error: unknown): ShownError {
  if (!isBrokerError(error)) return { slug: 'bad-answer', requestId: null };
  const { slug, requestId, envokeErrors, retryAfterSeconds } = error;
  if (requestId !== null) keepFailure({ atMs: Date.now(), problem: slug, requestId });
  return { slug, requestId, envokeErrors, retryAfterSeconds };
}

/** The same for a notice, which has only text. */
export function failureKey(error: unknown): ErrorWords['key'] {
  return ERROR_WORDS[toShownError(error).slug].key;
}
