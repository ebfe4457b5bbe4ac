/** The words for why a write was not taken, and the next step, as they fit what the write is. Pure. */
import type { MessageKey } from '../../lib/i18n/index.ts';
import {
  needsPerson,
  type OutboxFailure,
  type OutboxItem,
  type PolicyRefusal,
} from '../../lib/outbox/outbox-item.ts';
import { ERROR_WORDS } from '../error-words.ts';

const REFUSALS = {
  'not-allowed': 'outbox.policyRefuses',
  'name-needed': 'outbox.nameNeeded',
} as const satisfies Record<PolicyRefusal, MessageKey>;

/** An unsubscribing has nothing to correct: it is tried again, or done in Envoke; somebody who is gone needs neither. */
function unsubscribingKey({ slug }: OutboxFailure) {
  switch (slug) {
    case 'contact-not-found':
      return ERROR_WORDS[slug].key;
    case 'envoke-forbids':
      return 'unsubscribe.forbidden';
    default:
      return 'unsubscribe.nextStep';
  }
}

/** The key of the sentence. */
export function failureWords(item: OutboxItem, failure: OutboxFailure) {
  if (failure.refusal !== undefined) return REFUSALS[failure.refusal];
  if (item.operation.kind === 'unsubscribe' && needsPerson(item)) return unsubscribingKey(failure);
  return ERROR_WORDS[failure.slug].key;
}
