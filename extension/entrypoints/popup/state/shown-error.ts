/** Turns whatever a call was rejected with into what a view can show. Pure. */
import type { ShownError } from '../../../components/error-notice.tsx';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';

export function toShownError(error: unknown): ShownError {
  return isBrokerError(error)
    ? { slug: error.slug, requestId: error.requestId, envokeErrors: error.envokeErrors }
    : { slug: 'bad-answer', requestId: null };
}
