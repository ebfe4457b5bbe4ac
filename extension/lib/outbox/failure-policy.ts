/** What happens to an outbox item after a failed attempt. Pure. */
import type { BrokerErrorSlug } from '../broker-client/broker-error.ts';
import { failureOf, type OutboxItem } from './outbox-item.ts';

export type Verdict =
  /** The failure is not about this item: its whole account waits. */
  | 'hold'
  /** This item waits, the others go on. */
  | 'later'
  /** Waits for a session. */
  | 'sign-in'
  /** A definite refusal that the person can resolve. */
  | 'decide'
  /** A definite refusal. */
  | 'fail';

/** Every reason has its verdict: code with a new reason does not compile until it is added here. */
export function verdictOf(slug: BrokerErrorSlug): Verdict {
  switch (slug) {
    case 'offline':
    case 'broker-unreachable':
    case 'permission-needed':
    case 'too-many-requests':
    case 'overloaded':
    case 'store-unavailable':
    case 'envoke-busy':
    case 'envoke-unreachable':
    // The clock is wrong, or the broker changes keys: not this item's fault, and the session is kept.
    case 'proof-required':
    case 'use-dpop-nonce':
      return 'hold';
    // The write may have happened, or may still happen; a repeat with the same key finds out.
    case 'write-uncertain':
    case 'write-in-progress':
    case 'envoke-timeout':
    case 'envoke-answer':
    case 'internal-error':
    case 'bad-answer':
      return 'later';
    case 'not-signed-in':
    case 'session-required':
    case 'session-ended':
    case 'connection-ended':
      return 'sign-in';
    case 'contact-exists':
    case 'contact-changed':
    case 'consent-confirmation-needed':
      return 'decide';
    case 'invalid-request':
    case 'invalid-search':
    case 'cross-site':
    // Waiting gives nobody the right; whoever has it by now tries again.
    case 'envoke-forbids':
    case 'consent-not-allowed':
    case 'not-found':
    case 'contact-not-found':
    case 'session-not-found':
    case 'method-not-allowed':
    case 'body-too-large':
    case 'unsupported-media-type':
    case 'idempotency-key-reused':
    case 'contact-rejected':
    case 'headers-too-large':
      return 'fail';
  }
}

/**
 * Whether an item that keeps failing for this reason is finally given up, since the fault is in the item or in our
 * code. When Envoke does not answer, the item is not at fault, and the failure ends by itself.
 */
export function isGivenUpOn(slug: BrokerErrorSlug): boolean {
  return slug === 'internal-error' || slug === 'bad-answer';
}

function isDefinite(slug: BrokerErrorSlug): boolean {
  const verdict = verdictOf(slug);
  return verdict === 'decide' || verdict === 'fail';
}

/**
 * After a definite refusal the next attempt is a new write; after any other failure it is the same write, which must
 * not happen twice. Where Envoke let nobody look either, an earlier attempt may still be there.
 */
export function needsNewKey(slug: BrokerErrorSlug): boolean {
  return isDefinite(slug) && slug !== 'envoke-forbids';
}

/**
 * Whether an attempt that ended so has certainly left nothing at Envoke, nor ever will. A connection that fails does not
 * say whether the request arrived: the browser does not tell a refused one from one that broke.
 */
export function leavesNothing(slug: BrokerErrorSlug): boolean {
  switch (slug) {
    case 'too-many-requests':
    case 'overloaded':
    case 'envoke-busy':
    case 'envoke-unreachable':
    case 'proof-required':
    case 'use-dpop-nonce':
    case 'not-signed-in':
    case 'session-required':
    case 'session-ended':
      return true;
    default:
      return isDefinite(slug);
  }
}

/** Items of an earlier version do not say; a failure that they had may have come after the request arrived. */
export function mayHaveLeft(item: OutboxItem): boolean {
  const failure = failureOf(item);
  return item.mayHaveLeft ?? (item.attempts > 0 || (failure !== null && !leavesNothing(failure.slug)));
}

/** Whether the last try came as far as the broker, or to Envoke, and nobody knows what became of it there. */
export function isUncertain(item: OutboxItem): boolean {
  return item.lastFailure !== null && verdictOf(item.lastFailure.slug) === 'later' && mayHaveLeft(item);
}
